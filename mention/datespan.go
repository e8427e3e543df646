package mention

import (
	"cmp"
	"example.org/chancery"
	"example.org/chancery/edtf"
)

// span reads a form of two dates as the time from the one to the other. What one of them
// does not state it takes from the other: "from May to August 1905".
func (f *form) span(year int) edtf.Date {
	a, b := f.date[0], f.date[1]
	if a.y >= 1000 && b.y > 0 && b.y < shortYear { // 1904/05
		b.y += a.y / 100 * 100
	}
	if f.slash && a.y > 0 && a.m == 0 && b.m == 0 && b.y != a.y+1 {
		return edtf.Date{}
	}
	if a.decade >= 1000 && b.decade > 0 && b.decade < shortYear {
		b.decade += a.decade / 100 * 100
	}
	if a.century == 0 && a.y == 0 && a.decade < shortYear {
		a.century = b.century
	}
	if b.century == 0 && b.y == 0 && b.decade < shortYear && a.y == 0 && a.decade < shortYear {
		b.century = a.century
	}
	if b.d > 0 && b.m == 0 { // from 3 May to the 8th
		b.m = a.m
	}
	if a.m == 0 && a.season == 0 && (a.y == 0 || a.d > 0) {
		a.m = b.m
	}
	switch {
	case a.y > 0 && b.y == 0:
		b.y = a.y
		if b.before(a) {
			b.y++
		}
	case a.y == 0 && b.y > 0:
		a.y = b.y
		if b.before(a) {
			a.y--
		}
	case a.y == 0 && year > 0:
		a.y, b.y = year, year
		if b.before(a) {
			b.y++
		}
	}
	if a.century > 0 || a.decade > 0 {
		a.y, b.y = 0, 0
	}
	return spanOf(a.value(0), b.value(0))
}

// before reports whether, in one year, a comes before b.
func (s stated) before(b stated) bool {
	am, bm := s.month(), b.month()
	return am > 0 && bm > 0 && (am < bm || am == bm && s.d > 0 && b.d > 0 && s.d < b.d)
}

// month is the month, that of a season its first; winter begins a year or ends one.
func (s stated) month() int {
	if s.m == 0 && s.season > 0 && s.season < 24 {
		return (s.season - 20) * 3
	}
	return s.m
}

// spanOf is the time from the beginning of a to the end of b.
func spanOf(a, b edtf.Date) edtf.Date {
	if a.IsZero() || b.IsZero() {
		return edtf.Date{}
	}
	if a.IsInterval() {
		a = a.Start()
	}
	if b.IsInterval() {
		b = b.End()
	}
	return edtf.Span(a, b)
}

// Two days are one in two styles when they lie about as far apart as the calendars did
// between the 17th and the 20th century; documents miscount by a day.
const leastGap, mostGap = 9, 14

// double reads one day in two styles, "1 (13) June": the date is the later, Gregorian
// one. Two days that lie no century's difference apart are not one day.
func (f *form) double(year int, text string) (edtf.Date, *chancery.Written, bool) {
	a, b := f.date[0], f.date[1]
	if b.old || a.new {
		a, b = b, a
	}
	v, w, ok := doubleOf(a, b, year, text)
	if !ok && !a.old && !b.new { // the Gregorian day stands first
		m := max(a.m, b.m) // one month may stand for both: 20 (8) September
		a.m, b.m = cmp.Or(a.m, m), cmp.Or(b.m, m)
		v, w, ok = doubleOf(b, a, year, text)
	}
	return v, w, ok
}

func doubleOf(a, b stated, year int, text string) (edtf.Date, *chancery.Written, bool) {
	m1, m2 := a.m, b.m
	if m2 == 0 {
		m2 = m1
		if b.d < a.d { // 27 August (8): the month has turned
			m2 = m1%12 + 1
		}
	}
	if m1 == 0 {
		m1 = m2
		if b.d < a.d {
			m1 = (m2+10)%12 + 1
		}
	}
	y1, y2 := a.y, b.y
	turned := m1 == 12 && m2 == 1
	switch {
	case y1 == 0 && y2 == 0:
		y1, y2 = year, year
		if year > 0 && turned {
			y2++
		}
	case y1 == 0 || y2 == 0: // where one year stands for both, it is that of the earlier day
		y1 = max(y1, y2)
		if y2 = y1; turned {
			y2++
		}
	}
	old, gregorian := calendarDate(y1, m1, a.d), calendarDate(y2, m2, b.d)
	if old.IsZero() || gregorian.IsZero() {
		return edtf.Date{}, nil, false
	}
	gap := (m2*30 + b.d) - (m1*30 + a.d)
	if gap < 0 {
		gap += 360
	}
	if gap < leastGap || gap > mostGap {
		return edtf.Date{}, nil, false
	}
	return gregorian, &chancery.Written{Calendar: "julian", Year: y1, Month: m1, Day: a.d, Text: text}, true
}
