package calendar

// lunarYear is a year of a lunisolar calendar: its first day, the month after
// which an intercalary one stands (0 for none), and which of its months, in their
// order and counted from bit 0, have 30 days. The others have 29.
type lunarYear struct {
	first Day
	leap  uint8
	long  uint16
}

// dispute is a month as a second source has it.
type dispute struct {
	year, month int
	leap        bool
	first       Day
	length      int
}

// almanac is a table of years, the first of which begins in the Gregorian year
// first.
type almanac struct {
	first int
	years []lunarYear
}

func chinese() almanac  { return almanac{chineseFirst, chineseYears[:]} }
func japanese() almanac { return almanac{japaneseFirst, japaneseYears[:]} }

// length is the number of days of the nth month of the year, counted from 0.
func (y lunarYear) length(n int) int { return 29 + int(y.long>>n&1) }

// months is how many months the year has.
func (y lunarYear) months() int {
	if y.leap > 0 {
		return 13
	}
	return 12
}

// place is where the month m, or the intercalary one after it, stands in the
// year, counted from 0; false where the year has none.
func (y lunarYear) place(m int, leap bool) (int, bool) {
	l := int(y.leap)
	switch {
	case m < 1 || m > 12 || leap && m != l:
		return 0, false
	case leap || l > 0 && m > l:
		return m, true
	}
	return m - 1, true
}

// year is the row of a year; false for a year outside the table.
func (a almanac) year(y int) (lunarYear, bool) {
	if y < a.first || y >= a.first+len(a.years) {
		return lunarYear{}, false
	}
	return a.years[y-a.first], true
}

// month gives the first and the last day of a month; false where there is none.
func (a almanac) month(y, m int, leap bool) (first, last Day, ok bool) {
	row, ok := a.year(y)
	if !ok {
		return 0, 0, false
	}
	at, ok := row.place(m, leap)
	if !ok {
		return 0, 0, false
	}
	first = row.first
	for n := range at {
		first += Day(row.length(n))
	}
	return first, first + Day(row.length(at)) - 1, true
}

// last is the last day of a year of the table.
func (a almanac) last(y int) Day {
	row := a.years[y-a.first]
	d := row.first - 1
	for n := range row.months() {
		d += Day(row.length(n))
	}
	return d
}

// of gives the year, month and day that the almanac prints for d; false for a day
// outside it.
func (a almanac) of(d Day) (y, m int, leap bool, day int, ok bool) {
	if d < a.years[0].first || d > a.last(a.first+len(a.years)-1) {
		return 0, 0, false, 0, false
	}
	y, _, _ = d.Gregorian()
	y = min(y, a.first+len(a.years)-1)
	if d < a.years[y-a.first].first {
		y--
	}
	row := a.years[y-a.first]
	left := int(d - row.first)
	for n := range row.months() {
		if left < row.length(n) {
			m, leap = row.name(n)
			return y, m, leap, left + 1, true
		}
		left -= row.length(n)
	}
	return 0, 0, false, 0, false
}

// name undoes place.
func (y lunarYear) name(n int) (m int, leap bool) {
	l := int(y.leap)
	if l == 0 || n < l {
		return n + 1, false
	}
	return n, n == l
}

// disputed is the month as the second source of the Chinese table has it; false
// where the two agree.
func disputed(y, m int, leap bool) (dispute, bool) {
	for _, d := range chineseDisputes {
		if d.year == y && d.month == m && d.leap == leap {
			return d, true
		}
	}
	return dispute{}, false
}

// Sexagenary is the place of the day in the cycle of sixty, 0 (甲子) to 59 (癸亥).
//
// The day of Julian Day Number 11 is the first of a cycle: 1 October 1949, Julian
// Day 2433191, was a 甲子.
func (d Day) Sexagenary() int { return floorMod(int(d)-11, 60) }

// SexagenaryYear is the place of a Chinese or Japanese year in the cycle of sixty;
// 1864 began one.
func SexagenaryYear(y int) int { return floorMod(y-4, 60) }
