package edtf

import "example.org/chancery/edtf/calendar"

// Margins of a date marked ~ or ?, on each side; % doubles them. People round:
// a year to a five, a day to a third of the month, and what is told by the
// month, the season or the half year is off by the neighbouring month. A decade
// is off by half a decade; a century is told as loosely as "about the turn of".
const (
	dayMargin     = 5  // days
	monthMargin   = 1  // months; also of seasons, quarters, thirds and halves
	yearMargin    = 5  // years; also of decades
	centuryMargin = 25 // years; also of millennia
)

// widen gives the days from lo to hi with the margin of the marks of p. Marks
// stand on the year, the month, the day. The margin is that of the coarsest
// marked part, unless the finer part next to it is marked too: 1858-06~ is about
// June, not about 1858. What stands left of the marked parts is certain and is
// not left: 1858-06-~28 is a day of June.
func (p point) widen(c calendar.Calendar, lo, hi civil) extent {
	part, m := p.marked()
	if m == 0 {
		return extent{dayOf(c, lo), dayOf(c, hi)}
	}
	times := 1
	if m == both {
		times = 2
	}
	from, to := lo, hi
	var e extent
	switch part {
	case dayPart:
		e = extent{dayOf(c, lo) - calendar.Day(times*dayMargin), dayOf(c, hi) + calendar.Day(times*dayMargin)}
	case monthPart:
		from = lo.shift(c, -times*monthMargin, false)
		to = hi.shift(c, times*monthMargin, !p.hasDay())
		e = extent{dayOf(c, from), dayOf(c, to)}
	default:
		years := yearMargin
		if p.yearX > 1 || p.sig > 0 && p.precision() < ToDecade {
			years = centuryMargin
		}
		from = lo.shift(c, -12*times*years, false)
		to = hi.shift(c, 12*times*years, !p.hasDay())
		e = extent{dayOf(c, from), dayOf(c, to)}
	}
	return p.keepToCertain(c, e, lo, hi)
}

// keepToCertain cuts e to the year, or to the month, that is stated without a mark.
func (p point) keepToCertain(c calendar.Calendar, e extent, lo, hi civil) extent {
	if p.doubt[yearPart] != 0 {
		return e
	}
	first, last := p.years()
	from, to := civil{first, 1, 1}, civil{last, 12, 31}
	if p.hasMonth() && p.doubt[monthPart] == 0 {
		from, to = civil{lo.y, lo.m, 1}, civil{hi.y, hi.m, calendar.MonthLength(c, hi.y, hi.m)}
	} else if p.isSeason() && to.before(hi) {
		to = hi
	}
	return extent{max(e.lo, dayOf(c, from)), min(e.hi, dayOf(c, to))}
}

// marked gives the part whose margin applies, and its mark; 0 if none is marked.
func (p point) marked() (part int, m doubt) {
	for i, q := range p.doubt {
		if q == 0 {
			if m != 0 {
				break
			}
			continue
		}
		part, m = i, m|q
	}
	return part, m
}
