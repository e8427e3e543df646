package calendar

// Both calendars are counted in years that begin on 1 March, so that the leap
// day is the last of its year and the lengths of the months before it follow
// the line (153*m+2)/5.

const (
	// gregorianMarch0 is the Day of 1 March of the Gregorian year 0:
	// 1 January 1970, Julian Day 2440588, less the 719468 days between.
	gregorianMarch0 = 2440588 - 719468

	daysIn400Gregorian = 400*365 + 97
	daysIn100Gregorian = 100*365 + 24
	daysIn4            = 4*365 + 1
)

// FromGregorian gives the Day of y-m-d in the Gregorian calendar, carried back
// before 1582 by its own rule. The date has to exist (see Valid); a year outside
// MinYear to MaxYear gives NoStart or NoEnd.
func FromGregorian(y, m, d int) Day {
	if open, out := outside(y); out {
		return open
	}
	y, n := fromMarch(y, m, d)
	century := floorDiv(y, 100)
	return Day(gregorianMarch0 + 365*y + floorDiv(y, 4) - century + floorDiv(century, 4) + n)
}

// Gregorian gives the year, month and day of d in the Gregorian calendar. For
// NoStart and NoEnd the answer has no meaning.
func (d Day) Gregorian() (year, month, day int) {
	n := int(d) - gregorianMarch0
	era := floorDiv(n, daysIn400Gregorian)
	n -= era * daysIn400Gregorian
	// The last day of four centuries, and of four years, is a leap day that
	// would otherwise open a fifth.
	century := min(n/daysIn100Gregorian, 3)
	n -= century * daysIn100Gregorian
	four := n / daysIn4
	n -= four * daysIn4
	one := min(n/365, 3)
	n -= one * 365
	return toJanuary(400*era+100*century+4*four+one, n)
}

// outside gives the open end that stands for a year that cannot be converted.
func outside(y int) (Day, bool) {
	switch {
	case y < MinYear:
		return NoStart, true
	case y > MaxYear:
		return NoEnd, true
	}
	return 0, false
}

// fromMarch gives the year that begins in March to which y-m-d belongs, and the
// number of days since its 1 March.
func fromMarch(y, m, d int) (year, days int) {
	m -= 3
	if m < 0 {
		m += 12
		y--
	}
	return y, (153*m+2)/5 + d - 1
}

// toJanuary undoes fromMarch.
func toJanuary(y, n int) (year, month, day int) {
	m := (5*n + 2) / 153
	day = n - (153*m+2)/5 + 1
	if m >= 10 {
		return y + 1, m - 9, day
	}
	return y, m + 3, day
}
