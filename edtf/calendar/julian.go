package calendar

// julianMarch0 is the Day of 1 March of the Julian year 0, which the Gregorian
// calendar, carried back, calls 28 February: two days before its own 1 March.
const julianMarch0 = gregorianMarch0 - 2

// FromJulian gives the Day of y-m-d in the Julian calendar, carried back before
// the year 8 by its own rule. The date has to exist (see Valid); a year outside
// MinYear to MaxYear gives NoStart or NoEnd.
func FromJulian(y, m, d int) Day {
	if open, out := outside(y); out {
		return open
	}
	y, n := fromMarch(y, m, d)
	return Day(julianMarch0 + 365*y + floorDiv(y, 4) + n)
}

// Julian gives the year, month and day of d in the Julian calendar. For NoStart
// and NoEnd the answer has no meaning.
func (d Day) Julian() (year, month, day int) {
	n := int(d) - julianMarch0
	four := floorDiv(n, daysIn4)
	n -= four * daysIn4
	one := min(n/365, 3)
	n -= one * 365
	return toJanuary(4*four+one, n)
}
