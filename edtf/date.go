// Package edtf turns dates written in EDTF, the Extended Date/Time Format of
// ISO 8601-2, into small values that can be compared, and back into the one way
// of writing each.
//
// A Date holds what a document states and no more: 1855 is not a day of 1855.
// It is read as a date of the Gregorian calendar; FromJulian converts one that a
// document counts in Old Style. Comparisons answer Yes, No or Unknown, and the
// package never rounds, completes or corrects a date. A time of day is kept as it is
// written and takes no part in comparisons.
//
//	signed, err := edtf.Parse("1858-06-13")
//	edtf.Before(signed, edtf.Year(1860)) // Yes
//	edtf.Before(signed, edtf.Year(1858)) // Unknown
//
// The forms that are read, the margins of approximate dates and the tables of
// the comparisons are in doc/reference/dates.md.
package edtf

// Date is a date as stated. The zero value says that none is stated. Two dates
// are == when they are the same statement, written the same way; whether they
// are the same day is what Same answers.
type Date struct {
	form  form
	first point // the date, or the start
	last  point // the end; absent in a single date
	// rest is what two points cannot hold: the members of a list, printed and parted by
	// commas, of which first and last are the earliest and the latest; or a time of day.
	rest string
}

// form tells how the two points of a Date belong together.
type form uint8

const (
	none     form = iota // no date is stated
	single               // 1858-06-13
	interval             // 1727/1792: lasting from first to last
	oneOf                // [1727..1792]: some time between first and last; [1667,1670]: one of these
	allOf                // {1727..1792}: all between first and last; {1667,1670}: all of these
)

// point is one date, or one end of an interval. Digits left open are 0 in the
// number and have their bit in the field that ends in X.
type point struct {
	kind  kind
	year  int32
	yearX uint8 // digits of the year left open: bit 0 for the last, 15 for all four
	sig   uint8 // significant digits of the year, 2 for 1950S2; 0 for all
	month uint8 // 1 to 12, season 21 to 41, 0 where none is stated
	// monthX and dayX: 1 for 1X, 2 for X2, 3 for XX.
	monthX uint8
	day    uint8
	dayX   uint8
	doubt  [3]doubt // of year, month, day
}

// kind tells what a point is.
type kind uint8

const (
	absent  kind = iota
	dated        // year, month and day hold something
	open         // "..": without limit
	unknown      // nothing before or after the "/": there is a limit, not known which
)

// doubt is what the marks ?, ~ and % say.
type doubt uint8

const (
	uncertain   doubt = 1                       // ?: the source may be wrong
	approximate doubt = 2                       // ~: about
	both              = uncertain | approximate // %
)

// Components of a point, as indexes of doubt.
const (
	yearPart = iota
	monthPart
	dayPart
)

func (p point) hasMonth() bool { return p.month != 0 || p.monthX != 0 }
func (p point) hasDay() bool   { return p.day != 0 || p.dayX != 0 }
func (p point) isSeason() bool { return p.month > 12 }

// yearUnknown says that the year is XXXX.
func (p point) yearUnknown() bool { return p.kind == dated && p.yearX == 15 }

// wholeDay says that year, month and day are all given to the last digit.
func (p point) wholeDay() bool {
	return p.kind == dated && p.yearX == 0 && p.month != 0 && p.monthX == 0 && p.day != 0 && p.dayX == 0
}

// IsZero says that no date is stated.
func (d Date) IsZero() bool { return d.form == none }

// IsInterval says that d has a start and an end and lasts between them, as
// 1727/1792 does. A [1727..1792] is one day in between and no interval, nor is a list.
func (d Date) IsInterval() bool { return d.form == interval }

// Start gives the start of an interval or of a [..]; of a single date, itself.
// An end that is open or unknown is the zero Date.
func (d Date) Start() Date { return d.first.date() }

// End gives the end of an interval or of a [..]; of a single date, itself. An
// end that is open or unknown is the zero Date.
func (d Date) End() Date {
	if d.form == single {
		return d
	}
	return d.last.date()
}

func (p point) date() Date {
	if p.kind != dated {
		return Date{}
	}
	return Date{form: single, first: p}
}

// OpenStart and OpenEnd say that d goes on without limit towards the past or the
// future (".."), which is another thing than an end that is not known.
func (d Date) OpenStart() bool { return d.first.kind == open }

// OpenEnd is told under OpenStart.
func (d Date) OpenEnd() bool { return d.last.kind == open }

// YearKnown says that a year is stated, though digits of it may be left open, on
// both ends of an interval. It is false for XXXX-05 and for the zero Date.
func (d Date) YearKnown() bool {
	for _, x := range d.Members() {
		if !x.YearKnown() {
			return false
		}
	}
	return d.form != none && !d.first.yearUnknown() && !d.last.yearUnknown()
}

// Parts gives the year, month and day of a single date, 0 for what is not stated
// or left open; a season is a month of 21 to 41. Digits of the year that are left
// open are 0 (1850 for 185X): see Precision. Intervals have none: ask Start and End.
func (d Date) Parts() (year, month, day int) {
	if d.form != single {
		return 0, 0, 0
	}
	p := d.first
	year = int(p.year)
	if p.monthX == 0 {
		month = int(p.month)
	}
	if p.dayX == 0 {
		day = int(p.day)
	}
	return year, month, day
}

// IsApproximate says that some part of d is marked as approximate (~ or %).
func (d Date) IsApproximate() bool { return d.marked(approximate) }

// IsUncertain says that some part of d is marked as uncertain (? or %).
func (d Date) IsUncertain() bool { return d.marked(uncertain) }

func (d Date) marked(m doubt) bool {
	for _, x := range d.Members() {
		if x.marked(m) {
			return true
		}
	}
	for _, p := range [...]point{d.first, d.last} {
		for _, q := range p.doubt {
			if q&m != 0 {
				return true
			}
		}
	}
	return false
}
