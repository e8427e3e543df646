package edtf

import "example.org/chancery/edtf/calendar"

// Before says whether a is on an earlier day than b. An interval stands here for
// a day somewhere in it, so the answer is certain only when it holds for any day
// of a and of b; of a list of all, for each member. A date without a year, or none,
// makes it Unknown.
func Before(a, b Date) Truth {
	if a.rest != "" || b.rest != "" {
		return each(a, b, true, before)
	}
	return before(a, b)
}

func before(a, b Date) Truth {
	if a.far() || b.far() {
		t, _ := compareFar(a, b)
		return t
	}
	alo, ahi, aok := a.Bounds()
	blo, bhi, bok := b.Bounds()
	switch {
	case !aok || !bok:
		return Unknown
	case ahi < blo:
		return Yes
	case alo >= bhi:
		return No
	}
	return Unknown
}

// After says whether a is on a later day than b: Before(b, a).
func After(a, b Date) Truth { return Before(b, a) }

// Same says whether a and b are the same day. It is Yes for equal days alone:
// 1855 and 1855 may be two days of that year. Dates of an unknown year are the
// same day certainly not when their months exclude it, else Unknown.
func Same(a, b Date) Truth {
	if a.rest != "" || b.rest != "" {
		return each(a, b, true, same)
	}
	return same(a, b)
}

func same(a, b Date) Truth {
	if a.far() || b.far() {
		_, t := compareFar(a, b)
		return t
	}
	alo, ahi, aok := a.Bounds()
	blo, bhi, bok := b.Bounds()
	switch {
	case a.IsZero() || b.IsZero():
		return Unknown
	case !aok || !bok:
		return sameWithoutYear(a, b)
	case ahi < blo || bhi < alo:
		return No
	case alo == ahi && blo == bhi:
		return Yes
	}
	return Unknown
}

// Overlaps says whether a and b certainly share a day, certainly do not, or may.
// An interval lasts here from some day of its start to some day of its end; any
// other date is one day, not known which, so that 1855 and 1855 may overlap.
// Dates of an unknown year share a day with another only as Same says.
func Overlaps(a, b Date) Truth {
	if a.rest != "" || b.rest != "" {
		return each(a, b, false, overlaps)
	}
	return overlaps(a, b)
}

func overlaps(a, b Date) Truth {
	if a.far() || b.far() {
		_, t := compareFar(a, b)
		return t
	}
	as, ae, aok := a.ends()
	bs, be, bok := b.ends()
	switch {
	case a.IsZero() || b.IsZero():
		return Unknown
	case !aok || !bok:
		return sameWithoutYear(a, b)
	case as.lo > be.hi || bs.lo > ae.hi:
		return No
	case as.hi <= be.lo && bs.hi <= ae.lo:
		return Yes
	}
	return Unknown
}

// Contains says whether whole lasts over all of part: every day it can mean, and
// every day it lasts where it is an interval itself. A single date without a mark
// of doubt is here the whole year, month or day that it names: 1855 contains
// 1855-06. Without a year on either side it is Unknown.
func Contains(whole, part Date) Truth {
	if ms := part.Members(); len(ms) > 0 {
		return gather(part.form, ms, true, func(m Date) Truth { return Contains(whole, m) })
	}
	if ms := whole.Members(); len(ms) > 0 {
		t := gather(whole.form, ms, false, func(m Date) Truth { return Contains(m, part) })
		if t == No && Overlaps(whole, part) != No { // two members side by side may do what neither does
			return Unknown
		}
		return t
	}
	return contains(whole, part)
}

func contains(whole, part Date) Truth {
	if whole.far() || part.far() {
		_, t := compareFar(whole, part)
		if t == Unknown && whole == part {
			return Yes
		}
		return t
	}
	ws, we, wok := whole.ends()
	if whole.form == single && !whole.marked(both) {
		ws.hi, we.lo = ws.lo, we.hi
	}
	plo, phi, pok := part.Bounds()
	if !wok || !pok {
		return Unknown
	}
	ps, pe, _ := part.ends()
	switch {
	case ws.hi <= plo && phi <= we.lo:
		return Yes
	case ws.lo > ps.hi || we.hi < pe.lo:
		return No
	}
	return Unknown
}

// ends gives the days among which the first and the last day of d lie.
func (d Date) ends() (start, end extent, ok bool) {
	lo, hi, ok := d.Bounds()
	if !ok {
		return extent{}, extent{}, false
	}
	if d.form != interval && d.form != allOf {
		return extent{lo, hi}, extent{lo, hi}, true
	}
	start, end = d.first.extent(calendar.Gregorian), d.last.extent(calendar.Gregorian)
	if d.first.kind == unknown {
		start = extent{calendar.NoStart, end.hi}
	}
	if d.last.kind == unknown {
		end = extent{start.lo, calendar.NoEnd}
	}
	if d.first.kind == open {
		start = extent{calendar.NoStart, calendar.NoStart}
	}
	if d.last.kind == open {
		end = extent{calendar.NoEnd, calendar.NoEnd}
	}
	return start, end, true
}

// sameWithoutYear compares where a year is unknown: No if in no year the two can
// share a day, else Unknown.
func sameWithoutYear(a, b Date) Truth {
	if a.form != single || b.form != single {
		return Unknown
	}
	if a.YearKnown() {
		a, b = b, a
	}
	if !b.YearKnown() {
		// Any year does for the one when the other tries those around it: a leap
		// year, for 29 February.
		b = WithYear(b, 2000)
	}
	lo, hi, ok := b.Bounds()
	if !ok {
		return Unknown
	}
	first, _, _ := lo.Gregorian()
	last, _, _ := hi.Gregorian()
	if last-first > leapCycle {
		return Unknown
	}
	// A winter, or a margin, reaches into the next year.
	for y := first - 1; y <= last+1; y++ {
		alo, ahi, ok := WithYear(a, y).Bounds()
		if ok && alo <= hi && lo <= ahi {
			return Unknown
		}
	}
	return No
}
