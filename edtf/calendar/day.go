package calendar

import (
	"fmt"
	"math"
	"time"
)

// Day is a day counted as a Julian Day Number: the number of days, at noon,
// since 1 January -4712 of the Julian calendar, which is Day 0.
type Day int32

// Ends that are never reached. They sort before and after every real day.
const (
	NoStart Day = math.MinInt32 // open towards the past
	NoEnd   Day = math.MaxInt32 // open towards the future
)

// MaxYear and MinYear bound the astronomical years that can be converted: far
// beyond history, and such that a Day never overflows.
const (
	MaxYear = 5_000_000
	MinYear = -5_000_000
)

// IsOpen says whether d is NoStart or NoEnd.
func (d Day) IsOpen() bool { return d == NoStart || d == NoEnd }

// Weekday gives the day of the week, which is the same in both calendars. For
// NoStart and NoEnd it has no meaning.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(floorMod(int(d)+1, 7))
}

// String prints the Gregorian day as 1858-06-13, or ".." for an open end.
func (d Day) String() string {
	if d.IsOpen() {
		return ".."
	}
	y, m, day := d.Gregorian()
	if y < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -y, m, day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// Of gives the day that is printed y-m-d in the calendar c. For JulianGregorian
// y-m-d is the Gregorian reading. It refuses days that do not exist, years
// outside MinYear to MaxYear, and calendars that it cannot convert.
func Of(c Calendar, y, m, d int) (Day, error) {
	if !c.Converts() {
		return 0, c.noConversion()
	}
	if err := Valid(c, y, m, d); err != nil {
		return 0, err
	}
	if c == Julian {
		return FromJulian(y, m, d), nil
	}
	return FromGregorian(y, m, d), nil
}

// In gives the year, month and day that c prints for d, with the errors of Of.
func (d Day) In(c Calendar) (year, month, day int, err error) {
	switch {
	case !c.Converts():
		return 0, 0, 0, c.noConversion()
	case d.IsOpen():
		return 0, 0, 0, fmt.Errorf("an open end is no day of the %s calendar; ask IsOpen first", c)
	case c == Julian:
		year, month, day = d.Julian()
	default:
		year, month, day = d.Gregorian()
	}
	return year, month, day, nil
}

// floorDiv and floorMod round towards the past, as counting years before 0 needs.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
