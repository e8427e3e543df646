package calendar

import "fmt"

// months is a calendar whose months follow an arithmetic rule.
type months interface {
	first(y int) Day      // the first day of the year y
	length(y, m int) int  // of the month m, 1 to 12
	doubt(d Date) string  // why its days may be others
	yearOf(d Day) (y int) // the year in which d lies
}

// arithmetic gives the days of a date of such a calendar.
func arithmetic(d Date, c months) (Reading, error) {
	if d.Year > MaxYear {
		return Reading{}, fmt.Errorf("year %d is outside 1 to %d; check the year", d.Year, MaxYear)
	}
	first := c.first(d.Year)
	if d.Month == 0 {
		return Reading{First: first, Last: c.first(d.Year+1) - 1, Doubt: c.doubt(d)}, nil
	}
	if d.Month < 1 || d.Month > 12 {
		return Reading{}, fmt.Errorf("month %d is outside 1 to 12; check the month", d.Month)
	}
	for m := 1; m < d.Month; m++ {
		first += Day(c.length(d.Year, m))
	}
	n := c.length(d.Year, d.Month)
	switch {
	case d.Day == 0:
		return Reading{First: first, Last: first + Day(n) - 1, Doubt: c.doubt(d)}, nil
	case d.Day < 0 || d.Day > n:
		return Reading{}, fmt.Errorf("day %d is outside 1 to %d, the days of this month; check the day", d.Day, n)
	}
	first += Day(d.Day) - 1
	return Reading{First: first, Last: first, Doubt: c.doubt(d)}, nil
}

// printed undoes arithmetic.
func printed(d Day, c months) (y, m, day int) {
	y = c.yearOf(d)
	left := int(d - c.first(y))
	for m = 1; m < 12 && left >= c.length(y, m); m++ {
		left -= c.length(y, m)
	}
	return y, m, left + 1
}

// hijriMonths is the tabular Islamic calendar, civil epoch: 1 Muharram of the year
// 1 was Friday 16 July 622 Julian, and 11 of 30 years have a day more (2, 5, 7, 10,
// 13, 16, 18, 21, 24, 26, 29). E. M. Reingold and N. Dershowitz, Calendrical
// Calculations, chapter on the Islamic calendar.
type hijriMonths struct{}

// hijriDoubt: months began when the new moon was seen, so that days printed at the
// time may lie a day off.
const hijriDoubt = "tabular: months began with the sight of the new moon, so the day may be one earlier or later"

// hijriEpoch is 16 July 622 of the Julian calendar.
const hijriEpoch Day = 1948440

func (hijriMonths) first(y int) Day {
	return hijriEpoch + Day(354*(y-1)+floorDiv(3+11*y, 30))
}

func (c hijriMonths) length(y, m int) int {
	if m == 12 {
		return int(c.first(y+1)-c.first(y)) - 325
	}
	return 29 + m%2
}

func (hijriMonths) doubt(Date) string { return hijriDoubt }

func (hijriMonths) yearOf(d Day) int { return floorDiv(30*int(d-hijriEpoch)+10646, 10631) }

// persianMonths is the solar Hijri calendar of Iran: six months of 31 days, five of
// 30, and 29 or 30. A year is a leap year when (25y+11) mod 33 < 8, which agrees
// with the equinox at Tehran from 1178 to 1633 (1799 to 2254): the rule of the
// International Components for Unicode, calendar "persian". In Iran it is law since
// 1925 (11 Hamal 1304); before that its months were those of the zodiac.
type persianMonths struct{}

// persianEpoch is 19 March 622 of the Julian calendar.
const persianEpoch Day = 1948320

func (persianMonths) first(y int) Day {
	return persianEpoch + Day(365*(y-1)+floorDiv(8*y+21, 33))
}

func (c persianMonths) length(y, m int) int {
	switch {
	case m <= 6:
		return 31
	case m < 12:
		return 30
	}
	return int(c.first(y+1)-c.first(y)) - 336
}

func (persianMonths) doubt(d Date) string {
	if d.Month != 0 && d.Year < 1304 {
		return "before 1925 the months were those of the zodiac, of 29 to 32 days; the day may be two off"
	}
	return ""
}

func (c persianMonths) yearOf(d Day) int {
	y := floorDiv(int(d-persianEpoch)*33+3, 12053) + 1
	for c.first(y) > d {
		y--
	}
	for c.first(y+1) <= d {
		y++
	}
	return y
}
