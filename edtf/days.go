package edtf

import "example.org/chancery/edtf/calendar"

// Days gives the date of the days from lo to hi: the day where they are one, the
// Gregorian month or year where they are the whole of it, else [a..b], some day
// among them. It gives the zero Date where EDTF cannot write an end, or hi is
// before lo.
func Days(lo, hi calendar.Day) Date {
	if lo.IsOpen() || hi.IsOpen() || hi < lo {
		return Date{}
	}
	y, m, d := lo.Gregorian()
	y2, m2, d2 := hi.Gregorian()
	whole := d == 1 && d2 == calendar.MonthLength(calendar.Gregorian, y2, m2) && y == y2
	switch {
	case lo == hi:
		return Day(y, m, d)
	case whole && m == m2:
		return Month(y, m)
	case whole && m == 1 && m2 == 12:
		return Year(y)
	}
	return Between(Day(y, m, d), Day(y2, m2, d2))
}
