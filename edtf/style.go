package edtf

import (
	"fmt"

	"example.org/chancery/edtf/calendar"
)

// FromJulian gives the Gregorian reading of a date that a document counts in Old
// Style. A day becomes a day, marks on the whole of it kept. A coarser date, or one
// with open digits or a mark on a part, becomes [a..b], one day from its first day to its last, margins of its
// marks included: the Julian 1857 is [1857-01-13..1858-01-12]. The ends of an
// interval have to be days, for a span of vague ends has no Gregorian form; use
// BoundsIn for such. A date of an unknown year is an error too, as the gap
// between the calendars is not known.
func FromJulian(d Date) (Date, error) {
	return convert(d, calendar.Julian, calendar.Gregorian)
}

// ToJulian gives the Old Style reading of a Gregorian date, by the rules of
// FromJulian. A 29 February that only Old Style has, as in 1900, is an error:
// calendar.NewToOld gives it.
func ToJulian(d Date) (Date, error) {
	return convert(d, calendar.Gregorian, calendar.Julian)
}

func convert(d Date, from, to calendar.Calendar) (Date, error) {
	if d.form == none {
		return d, nil
	}
	if !d.YearKnown() {
		return Date{}, fmt.Errorf("convert %s from %s to %s: the year is unknown; fill it in with WithYear", d, from, to)
	}
	if ms := d.Members(); len(ms) > 0 {
		for i := range ms {
			x, err := convert(ms[i], from, to)
			if err != nil {
				return Date{}, err
			}
			if ms[i] = x; x.form == oneOf && d.form == allOf {
				return Date{}, fmt.Errorf("convert %s from %s to %s: a member is no day; convert its bounds instead", d, from, to)
			}
		}
		return listOf(d.form, ms), nil
	}
	got := Date{form: d.form, rest: d.rest}
	vague := d.form == interval || d.form == allOf
	switch {
	case d.first.convertible() && d.last.convertible():
		got.first, got.last = d.first.convert(from, to), d.last.convert(from, to)
	case vague:
		return Date{}, fmt.Errorf("convert %s from %s to %s: an end is no day; convert its bounds instead", d, from, to)
	default:
		lo, hi, _ := d.BoundsIn(from)
		got = Date{form: oneOf, first: pointOf(lo, to), last: pointOf(hi, to)}
	}
	if got.first.broken() || got.last.broken() {
		return Date{}, fmt.Errorf("convert %s from %s to %s: the day there is outside EDTF "+
			"(29 February, or past the year 9999); keep the printed date beside the gregorian", d, from, to)
	}
	return got, nil
}

// convertible says that p needs no [a..b] in another calendar: it is a day of which
// nothing, or all, is doubted. A mark on a part alone has a margin of months or years,
// or keeps the date in a month or year, which the other calendar counts otherwise.
func (p point) convertible() bool {
	part, _ := p.marked()
	return p.kind != dated || p.wholeDay() && (p.doubt == [3]doubt{} || p.doubt[yearPart] != 0 && part == dayPart)
}

// convert gives a convertible point in another calendar.
func (p point) convert(from, to calendar.Calendar) point {
	if p.kind != dated {
		return p
	}
	q := pointOf(dayOf(from, civil{int(p.year), int(p.month), int(p.day)}), to)
	q.doubt = p.doubt
	return q
}

// pointOf gives the point that d is in a calendar; an open end is open.
func pointOf(d calendar.Day, c calendar.Calendar) point {
	if d.IsOpen() {
		return point{kind: open}
	}
	y, m, day := d.Gregorian()
	if c == calendar.Julian {
		y, m, day = d.Julian()
	}
	return point{kind: dated, year: int32(y), month: uint8(m), day: uint8(day)}
}

// broken says that a whole day is none that EDTF can write.
func (p point) broken() bool {
	return p.kind == dated && (p.year > 9999 || p.year < -9999 || !p.exists())
}

// SameDayInTwoStyles says whether a and b are one day, read in Old Style in the
// one and in New Style in the other: 1858-06-01 and 1858-06-13. Both have to be
// whole days, marks of doubt set aside, and not before New Style was first used
// (1582). The earlier figure is the Old Style.
func SameDayInTwoStyles(a, b Date) bool {
	if a.form != single || b.form != single || !a.first.wholeDay() || !b.first.wholeDay() {
		return false
	}
	return oldOf(a.first, b.first) || oldOf(b.first, a.first)
}

// oldOf says whether a in Old Style is b in New Style.
func oldOf(a, b point) bool {
	d := dayOf(calendar.Julian, civil{int(a.year), int(a.month), int(a.day)})
	return d >= calendar.FirstNewStyle && d == dayOf(calendar.Gregorian, civil{int(b.year), int(b.month), int(b.day)})
}
