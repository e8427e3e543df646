package authority

import (
	"slices"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
)

// Family is the family of the polity with that key, "" when there is none.
func (f *File) Family(k chancery.Key) string {
	p, _ := f.Polity(k)
	return p.Family
}

// OfFamily are the polities of a family that may have lived at some time in on, by
// key; all of them when on is the zero Date. A polity whose lifespan was not looked
// up may have. Parts of a state and organisations are not given: they belong to
// the family without being the country.
func (f *File) OfFamily(family string, on edtf.Date) []Polity {
	var of []Polity
	for _, p := range f.polities {
		if family != "" && p.Family == family && p.whole() && (on.IsZero() || p.Lifespan.mayContain(on)) {
			of = append(of, p)
		}
	}
	return of
}

// OfDay is the polity of a family that lived on a day, for one of which the day is
// outside the life: writers say "Russia" of the tsardom, the empire and the union. It
// is the same polity when it lived then, when that is not known, and when none or
// several others did.
func (f *File) OfDay(k chancery.Key, on edtf.Date) chancery.Key {
	p, ok := f.Polity(k)
	family := p.Family
	if !ok {
		family = string(k) // a text that says Korea names no form of it
	}
	if on.IsZero() || ok && (!p.whole() || p.Lifespan.mayContain(on)) {
		return k
	}
	if then := f.OfFamily(family, on); len(then) == 1 && then[0].Lifespan != nil {
		return then[0].Key
	}
	return k
}

// whole reports whether the polity is a country by itself.
func (p Polity) whole() bool { return p.Kind != "sub-state" && p.Kind != "organisation" }

// mayContain reports whether some day of the date may lie in the span; always so
// for nil, which is a span that is not known.
func (s *Span) mayContain(date edtf.Date) bool {
	if s == nil {
		return true
	}
	if from, err := edtf.Parse(s.From); err == nil && edtf.Before(date, from) == edtf.Yes {
		return false
	}
	if to, err := edtf.Parse(s.To); err == nil && edtf.After(date, to) == edtf.Yes {
		return false
	}
	return true
}

// yearsOf is the first and last year that an EDTF date may mean; false when one of
// them is open or not stated.
func yearsOf(date string) (from, to int, ok bool) {
	d, err := edtf.Parse(date)
	if err != nil {
		return 0, 0, false
	}
	lo, hi, ok := d.Bounds()
	if !ok || lo == calendar.NoStart || hi == calendar.NoEnd {
		return 0, 0, false
	}
	from, _, _ = lo.Gregorian()
	to, _, _ = hi.Gregorian()
	return from, to, true
}

func addYear(years []int, y int) []int {
	if at, ok := slices.BinarySearch(years, y); !ok {
		years = slices.Insert(years, at, y)
	}
	return years
}
