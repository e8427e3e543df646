// Package calendar turns days as calendars print them (year, month, day) into
// day numbers that can be compared and counted, and back.
//
// A Day is a Julian Day Number. Between the Julian and the Gregorian calendar
// every conversion is exact integer arithmetic in both directions; years are
// astronomical, so year 0 exists and -1 is the year before it. A Date is what a
// text prints by any of the calendars, reign and intercalary month included; its
// Readings are the days that it can be, each with the doubt there is about it. The
// package never guesses which calendar a document meant: that is an argument.
//
//	d := calendar.FromJulian(1858, 6, 1)
//	d.Gregorian() // 1858, 6, 13
package calendar

import (
	"errors"
	"fmt"
)

// Calendar names the calendar in which a document counts. The values are those
// of the field "calendar" of a fact.
type Calendar string

// The calendars that a fact may name. Only days of Julian,
// Gregorian and JulianGregorian are whole in year, month and day; the others need a Date.
const (
	Unstated        Calendar = "unstated"         // the document does not say
	Julian          Calendar = "julian"           // Old Style
	Gregorian       Calendar = "gregorian"        // New Style
	JulianGregorian Calendar = "julian+gregorian" // both are printed; year, month and day are the Gregorian ones
	Byzantine       Calendar = "byzantine"        // years from the creation of the world
	Qing            Calendar = "qing"             // lunisolar, years of a reign
	Minguo          Calendar = "minguo"           // years of the Republic of China
	Japanese        Calendar = "japanese"         // years of an era, lunisolar before 1873
	Hijri           Calendar = "hijri"            // lunar
	HijriSolar      Calendar = "hijri-solar"      // Persian
	BogdKhan        Calendar = "bogd-khan"        // Mongolian, years of the Bogd Khan
)

// ErrNoConversion is in the chain of every error that is given because the days
// of a calendar cannot be converted here.
var ErrNoConversion = errors.New("no conversion to days")

// Calendars lists all calendars that a fact may name.
func Calendars() []Calendar {
	return []Calendar{Unstated, Julian, Gregorian, JulianGregorian, Byzantine, Qing,
		Minguo, Japanese, Hijri, HijriSolar, BogdKhan}
}

// Known says whether c is one of Calendars.
func (c Calendar) Known() bool {
	for _, k := range Calendars() {
		if c == k {
			return true
		}
	}
	return false
}

// Converts says whether Of can turn days of c into a Day: whether year, month and
// day are enough, without era or intercalary month.
func (c Calendar) Converts() bool {
	return c == Julian || c == Gregorian || c == JulianGregorian
}

// noConversion tells why days of c have no number here.
func (c Calendar) noConversion() error {
	switch {
	case c == Unstated:
		return fmt.Errorf("%w: the calendar is unstated; decide first between julian and gregorian", ErrNoConversion)
	case c.Known():
		return fmt.Errorf("%w for the calendar %q; ask Date.Readings, which knows eras and intercalary months", ErrNoConversion, c)
	}
	return fmt.Errorf("%w: %q is no calendar known here; use one of %v", ErrNoConversion, c, Calendars())
}
