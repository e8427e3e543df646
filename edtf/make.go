package edtf

import "example.org/chancery/edtf/calendar"

// The constructors give the zero Date for a date that does not exist, such as
// 31 June, so that IsZero is the check. They take years of four figures; years
// beyond are made by Year alone.

// Year gives the date y, an astronomical year: 0 is the year before 1.
func Year(y int) Date {
	if y < calendar.MinYear || y > calendar.MaxYear {
		return Date{}
	}
	return point{kind: dated, year: int32(y)}.date()
}

// Month gives the date y-m, m from 1 to 12.
func Month(y, m int) Date {
	if m < 1 || m > 12 {
		return Date{}
	}
	return checked(y, m, 0, 0)
}

// Day gives the date y-m-d.
func Day(y, m, d int) Date {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return Date{}
	}
	return checked(y, m, d, 0)
}

// Season gives the date y-s, s from 21 (spring) to 24 (winter), or another of
// the groups of months up to 41 that doc/reference/dates.md lists.
func Season(y, s int) Date {
	if s < firstSeason || s > lastSeason {
		return Date{}
	}
	return checked(y, s, 0, 0)
}

// Decade gives the ten years that begin with the figures n: 185 is 185X.
func Decade(n int) Date {
	if n < 0 || n > 999 {
		return Date{}
	}
	return checked(n*10, 0, 0, 1)
}

// Century gives the hundred years that people call the nth century: 19 is 18XX.
// (Counted strictly, the 19th century begins in 1801; EDTF has no short form for
// that, and documents rarely mean it.)
func Century(n int) Date {
	if n < 1 || n > 100 {
		return Date{}
	}
	return checked((n-1)*100, 0, 0, 3)
}

// MonthOfUnknownYear gives XXXX-m, m from 1 to 12 or a season from 21.
func MonthOfUnknownYear(m int) Date {
	if m < 1 || m > 12 && (m < firstSeason || m > lastSeason) {
		return Date{}
	}
	return checked(0, m, 0, 15)
}

// DayOfUnknownYear gives XXXX-m-d. 29 February is a day of some years.
func DayOfUnknownYear(m, d int) Date {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return Date{}
	}
	return checked(0, m, d, 15)
}

// Span gives the interval a/b of two single dates. A zero Date makes that end
// unknown. It gives the zero Date when both are zero, when one is no single
// date, or when a is certainly after b.
func Span(a, b Date) Date {
	return twoEnds(interval, a.end(unknown), b.end(unknown))
}

// From gives a/..: from a on, without limit.
func From(a Date) Date { return twoEnds(interval, a.end(absent), point{kind: open}) }

// Until gives ../b: up to b, from as early as one likes.
func Until(b Date) Date { return twoEnds(interval, point{kind: open}, b.end(absent)) }

// Between gives [a..b]: one time, not known which, from a to b; not lasting from
// the one to the other, which is Span. A zero Date opens that side. It gives the
// zero Date where Span would.
func Between(a, b Date) Date {
	return twoEnds(oneOf, a.end(open), b.end(open))
}

// end gives d as an end of an interval; a zero Date becomes the kind empty.
func (d Date) end(empty kind) point {
	switch d.form {
	case none:
		return point{kind: empty}
	case single:
		if d.rest == "" {
			return d.first
		}
	}
	return point{}
}

// twoEnds joins two points, or gives the zero Date where they do not fit.
func twoEnds(f form, a, b point) Date {
	if fault := faultOfEnds(f, a, b); fault != "" {
		return Date{}
	}
	return Date{form: f, first: a, last: b}
}

// faultOfEnds says why a and b cannot be two ends of one date; "" if they can.
func faultOfEnds(f form, a, b point) string {
	if a.kind == absent || b.kind == absent {
		return "an end is no single date"
	}
	if a.kind != dated && b.kind != dated {
		return "neither end is a date"
	}
	d := Date{form: f, first: a, last: b}
	if !d.YearKnown() {
		return ""
	}
	if a.extent(calendar.Gregorian).lo > b.extent(calendar.Gregorian).hi {
		return "the end is before the start"
	}
	return ""
}

// checked gives the single date made of these parts, or the zero Date where no
// such date exists.
func checked(y, m, d int, yearX uint8) Date {
	if y < -9999 || y > 9999 {
		return Date{}
	}
	p := point{kind: dated, year: int32(y), yearX: yearX, month: uint8(m), day: uint8(d)}
	if !p.exists() {
		return Date{}
	}
	return p.date()
}

// Approximate gives d with the mark ~ on all it states, both ends included.
func (d Date) Approximate() Date { return d.with(approximate) }

// Uncertain gives d with the mark ? on all it states, both ends included.
func (d Date) Uncertain() Date { return d.with(uncertain) }

func (d Date) with(m doubt) Date {
	if ms := d.Members(); len(ms) > 0 {
		for i := range ms {
			ms[i] = ms[i].with(m)
		}
		return listOf(d.form, ms)
	}
	for _, p := range [...]*point{&d.first, &d.last} {
		if p.kind != dated {
			continue
		}
		p.doubt[yearPart] |= m
		if p.hasMonth() {
			p.doubt[monthPart] |= m
		}
		if p.hasDay() {
			p.doubt[dayPart] |= m
		}
	}
	return d
}

// WithYear fills y in where the year of d is unknown: XXXX-05-12 with 1858 is
// 1858-05-12. Where that would let an interval end before its start, the end
// falls into the next year (XXXX-12/XXXX-02). Other dates come back as they are;
// a day that the year does not have (29 February) gives the zero Date.
func WithYear(d Date, y int) Date {
	if d.form == none || d.YearKnown() {
		return d
	}
	if ms := d.Members(); len(ms) > 0 {
		for i := range ms {
			if ms[i] = WithYear(ms[i], y); ms[i].IsZero() {
				return Date{}
			}
		}
		return listOf(d.form, ms)
	}
	if y < -9999 || y > 9999 {
		return Date{}
	}
	first, ok := d.first.inYear(y)
	if !ok {
		return Date{}
	}
	if d.form == single {
		out := first.date()
		out.rest = d.rest
		return out
	}
	for _, n := range []int{y, y + 1} {
		if last, ok := d.last.inYear(n); ok && n <= 9999 {
			if e := twoEnds(d.form, first, last); !e.IsZero() {
				return e
			}
		}
	}
	return Date{}
}

// inYear gives p with an unknown year filled in; false if that makes no date.
func (p point) inYear(y int) (point, bool) {
	if p.yearUnknown() {
		p.year, p.yearX = int32(y), 0
	}
	return p, p.kind != dated || p.exists()
}
