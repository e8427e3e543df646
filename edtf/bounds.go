package edtf

import "example.org/chancery/edtf/calendar"

// extent is the days among which the unknown day of a point lies.
type extent struct{ lo, hi calendar.Day }

// Bounds gives the first and the last day that d can mean, in the Gregorian
// calendar, margins of ~, ? and % included. An end that is open or unknown is
// calendar.NoStart or calendar.NoEnd. ok is false where d has no place in time:
// the zero Date, and dates of an unknown year.
func (d Date) Bounds() (earliest, latest calendar.Day, ok bool) {
	return d.BoundsIn(calendar.Gregorian)
}

// BoundsIn is Bounds of a date that is counted in the calendar c: the year 1857
// of the Julian calendar ends on 1858-01-12. ok is also false for a calendar
// that cannot be converted.
func (d Date) BoundsIn(c calendar.Calendar) (earliest, latest calendar.Day, ok bool) {
	if !d.YearKnown() || !c.Converts() {
		return 0, 0, false
	}
	e := d.first.extent(c)
	if d.form == single {
		return e.lo, e.hi, true
	}
	earliest, latest = e.lo, d.last.extent(c).hi
	if d.first.kind != dated {
		earliest = calendar.NoStart
	}
	if d.last.kind != dated {
		latest = calendar.NoEnd
	}
	return earliest, latest, true
}

// civil is a year, month and day of whichever calendar is being counted in.
type civil struct{ y, m, d int }

func (a civil) before(b civil) bool {
	if a.y != b.y {
		return a.y < b.y
	}
	if a.m != b.m {
		return a.m < b.m
	}
	return a.d < b.d
}

// shift moves a by whole months; lastDay keeps to the end of the month.
func (a civil) shift(c calendar.Calendar, months int, lastDay bool) civil {
	n := a.y*12 + a.m - 1 + months
	a.m = (n%12+12)%12 + 1
	a.y = (n - a.m + 1) / 12
	length := calendar.MonthLength(c, a.y, a.m)
	if lastDay || a.d > length {
		a.d = length
	}
	return a
}

func dayOf(c calendar.Calendar, a civil) calendar.Day {
	if c == calendar.Julian {
		return calendar.FromJulian(a.y, a.m, a.d)
	}
	return calendar.FromGregorian(a.y, a.m, a.d)
}

// exists says that at least one day fits p, in the Gregorian calendar.
func (p point) exists() bool {
	_, ok := p.earliest(calendar.Gregorian)
	return ok
}

// extent gives the days that a dated point can mean. The point exists.
func (p point) extent(c calendar.Calendar) extent {
	if p.kind != dated {
		return extent{calendar.NoStart, calendar.NoEnd}
	}
	if p.wholeDay() && p.doubt == [3]doubt{} {
		d := dayOf(c, civil{int(p.year), int(p.month), int(p.day)})
		return extent{d, d}
	}
	lo, _ := p.earliest(c)
	hi, _ := p.latest(c)
	return p.widen(c, lo, hi)
}

// years gives the first and last year that p can mean.
func (p point) years() (lo, hi int) {
	if p.sig > 0 {
		return p.significant()
	}
	y, room := int(p.year), 0
	for i, nine := range [...]int{9, 90, 900, 9000} {
		if p.yearX>>i&1 == 1 {
			room += nine
		}
	}
	if y < 0 {
		return y - room, y
	}
	return y, y + room
}

// months gives the first and last month, counted from January; a season may end
// after 12.
func (p point) months() (lo, hi int) {
	switch {
	case p.isSeason():
		lo, hi, _ = seasonMonths(int(p.month))
		return lo, hi
	case p.monthX == 3 || !p.hasMonth():
		return 1, 12
	case p.monthX == 1:
		return max(int(p.month), 1), min(int(p.month)+9, 12)
	case p.monthX == 2: // X2: 02 and 12, which are not next to each other
		lo, hi = int(p.month), int(p.month)
		if lo == 0 {
			lo = 10
		}
		if hi <= 2 {
			hi += 10
		}
		return lo, hi
	}
	return int(p.month), int(p.month)
}

// days gives the first and last day of a month of the given length; lo > hi where
// the month has none that fits.
func (p point) days(length int) (lo, hi int) {
	switch {
	case p.dayX == 3 || !p.hasDay():
		return 1, length
	case p.dayX == 1:
		return max(int(p.day), 1), min(int(p.day)+9, length)
	case p.dayX == 2:
		lo, hi = int(p.day), int(p.day)
		if lo == 0 {
			lo = 10
		}
		for hi+10 <= length {
			hi += 10
		}
		return lo, hi
	}
	return int(p.day), min(int(p.day), length)
}

// leapCycle is the number of years in which every day of the year has come once:
// a year that divides by 4 may lack the leap day at the turn of a century.
const leapCycle = 8

// earliest gives the first day that p can mean, margins apart; false if none.
func (p point) earliest(c calendar.Calendar) (civil, bool) {
	ylo, yhi := p.years()
	mlo, mhi := p.months()
	for y, tried := ylo, 0; y <= yhi && tried <= leapCycle; y++ {
		if !p.hasYear(y) {
			continue
		}
		tried++
		for m := mlo; m <= min(mhi, 12); m++ {
			if !p.hasMonthOf(m) {
				continue
			}
			if lo, hi := p.days(calendar.MonthLength(c, y, m)); lo <= hi {
				return civil{y, m, lo}, true
			}
		}
	}
	return civil{}, false
}

// latest gives the last day that p can mean, margins apart; false if none.
func (p point) latest(c calendar.Calendar) (civil, bool) {
	ylo, yhi := p.years()
	mlo, mhi := p.months()
	for y, tried := yhi, 0; y >= ylo && tried <= leapCycle; y-- {
		if !p.hasYear(y) {
			continue
		}
		tried++
		for n := mhi; n >= mlo; n-- {
			if !p.hasMonthOf(n) {
				continue
			}
			year, m := y, n
			if n > 12 {
				year, m = y+1, n-12
			}
			if lo, hi := p.days(calendar.MonthLength(c, year, m)); lo <= hi {
				return civil{year, m, hi}, true
			}
		}
	}
	return civil{}, false
}
