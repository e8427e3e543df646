package authority

import (
	"slices"
	"strconv"
	"strings"

	"example.org/chancery"
)

// Family is the family of the polity with that key, "" when there is none.
func (f *File) Family(k chancery.Key) string {
	p, _ := f.Polity(k)
	return p.Family
}

// OfFamily are the polities of a family whose lifespan may contain the EDTF date,
// by key; all of the family when on is "". Years are compared, so in a year of
// change both the old and the new polity are given. A polity without a known
// lifespan is left out unless on is "".
func (f *File) OfFamily(family, on string) []Polity {
	var of []Polity
	for _, p := range f.polities {
		if p.Family == family && family != "" && (on == "" || p.Lifespan.mayContain(on)) {
			of = append(of, p)
		}
	}
	return of
}

// mayContain reports whether some day of the date may lie in the span.
func (s *Span) mayContain(date string) bool {
	if s == nil {
		return false
	}
	from, to, ok := yearsOf(date)
	if !ok {
		return false
	}
	if begin, _, ok := yearsOf(s.From); ok && to < begin {
		return false
	}
	if _, end, ok := yearsOf(s.To); ok && from > end {
		return false
	}
	return true
}

// yearsOf is the first and last year that an EDTF date may mean; false when it
// states no year on one of its sides.
func yearsOf(date string) (from, to int, ok bool) {
	a, b, both := strings.Cut(date, "/")
	from, to, ok = yearRange(a)
	if !both {
		return from, to, ok
	}
	_, last, ok2 := yearRange(b)
	return from, last, ok && ok2
}

// yearRange reads the year of a single date: "185X" is 1850 to 1859.
func yearRange(date string) (from, to int, ok bool) {
	if len(date) < 4 {
		return 0, 0, false
	}
	y := date[:4]
	from, err := strconv.Atoi(strings.ReplaceAll(y, "X", "0"))
	if err != nil || y == "XXXX" {
		return 0, 0, false
	}
	to, err = strconv.Atoi(strings.ReplaceAll(y, "X", "9"))
	return from, to, err == nil
}

func addYear(years []int, y int) []int {
	if at, ok := slices.BinarySearch(years, y); !ok {
		years = slices.Insert(years, at, y)
	}
	return years
}
