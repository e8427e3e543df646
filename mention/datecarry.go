package mention

import (
	"slices"

	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
)

// carry takes over from the anchor what "in the same year", "on the 13th of that month"
// or "on the same day" leave out, n years or months on; false when the anchor has it not.
func (f *form) carry(word string, n int, a anchor, year *int) bool {
	s := &f.date[0]
	switch word {
	case "carried":
		*year = a.year + n
	case "carried-century": // "in the seventies"
		return f.near(a)
	case "carried-month":
		if a.month == 0 {
			return false
		}
		*year, s.m = addMonths(a.year, a.month, n)
	case "carried-day":
		if a.month == 0 || a.day == 0 {
			return false
		}
		*year, s.m, s.d = a.year, a.month, a.day
	}
	return true
}

// turn is 1 where a day of January follows one of December: the year has turned.
func (a anchor) turn(s *stated) int {
	if a.month == 12 && s.m == 1 && s.d > 0 && a.day > 0 {
		return 1
	}
	return 0
}

func addMonths(y, m, n int) (year, month int) {
	k := y*12 + m - 1 + n
	return k / 12, k%12 + 1
}

// shift is the date n days, weeks, months or years from the anchor, as exact as the unit;
// none when the anchor is coarser.
func (a anchor) shift(n int, words []string) edtf.Date {
	for _, w := range words {
		if name, _, v := directive(w); name == "n" {
			n = v
		}
	}
	if n == 0 {
		return edtf.Date{}
	}
	if slices.Contains(words, "back") {
		n = -n
	}
	switch {
	case slices.Contains(words, "years"):
		return edtf.Year(a.year + n)
	case a.month == 0:
		return edtf.Date{}
	case slices.Contains(words, "months"):
		return edtf.Month(addMonths(a.year, a.month, n))
	case a.day == 0:
		return edtf.Date{}
	}
	if slices.Contains(words, "weeks") {
		n *= 7
	}
	return edtf.Day((calendar.FromGregorian(a.year, a.month, a.day) + calendar.Day(n)).Gregorian())
}

// near gives a decade of two figures ("in the seventies") the century that lies nearest
// to the anchor's year.
func (f *form) near(a anchor) bool {
	s := &f.date[0]
	if s.decade == 0 || s.decade >= shortYear || s.century > 0 || a.from < 0 {
		return false
	}
	s.decade = nearYear(s.decade, a)
	return true
}
