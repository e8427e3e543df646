package calendar

import "fmt"

// LeapYear says whether the year y of c has a 29 February. A calendar that is
// neither Julian nor Gregorian has none; Unstated asks both.
func LeapYear(c Calendar, y int) bool {
	julian := y%4 == 0
	gregorian := julian && (y%100 != 0 || y%400 == 0)
	switch c {
	case Julian, Unstated:
		return julian
	case Gregorian, JulianGregorian:
		return gregorian
	}
	return false
}

// MonthLength gives the number of days of the month m (1 to 12) of the year y,
// or 0 where m is no month or the calendar cannot be converted. For Unstated it
// is the longer of the two.
func MonthLength(c Calendar, y, m int) int {
	if !c.Converts() && c != Unstated {
		return 0
	}
	switch m {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if LeapYear(c, y) {
			return 29
		}
		return 28
	}
	return 0
}

// Valid gives nil when the calendar c has a day y-m-d, else an error that says
// why not. A day of an Unstated calendar is valid when the Julian or the
// Gregorian has it. Other calendars give ErrNoConversion.
func Valid(c Calendar, y, m, d int) error {
	if !c.Converts() && c != Unstated {
		return c.noConversion()
	}
	if y < MinYear || y > MaxYear {
		return fmt.Errorf("year %d is outside %d to %d; check the year", y, MinYear, MaxYear)
	}
	if m < 1 || m > 12 {
		return fmt.Errorf("month %d is outside 1 to 12; check the month", m)
	}
	n := MonthLength(c, y, m)
	switch {
	case d >= 1 && d <= n:
		return nil
	case m == 2 && d == 29 && LeapYear(Julian, y):
		ny, nm, nd := FromJulian(y, m, d).Gregorian()
		return fmt.Errorf("29 February %d exists only in the julian calendar; its gregorian day is %04d-%02d-%02d", y, ny, nm, nd)
	}
	return fmt.Errorf("day %d is outside 1 to %d, the days of month %d of %d; check the day", d, n, m, y)
}
