package edtf

import (
	"strconv"

	"example.org/chancery/edtf/calendar"
)

// digitsThatCount reads S and the number of significant digits behind a year, if
// they stand there. As many as the year has say nothing and are dropped.
func (r *reader) digitsThatCount(p *point) error {
	if r.peek() != 'S' {
		return nil
	}
	start := r.pos
	r.pos++
	n := r.digits()
	s, err := strconv.Atoi(r.text[r.pos : r.pos+n])
	switch {
	case err != nil || s == 0:
		return r.fault(start, "an S without the number of significant digits", "write for example 1950S2")
	case p.yearX != 0:
		return r.fault(start, "significant digits of a year with open ones", "write either, 195X or 1950S3")
	}
	r.pos += n
	if s < p.digits() {
		p.sig = uint8(s)
	}
	return nil
}

// digits is how many digits the year has, leading zeros apart.
func (p point) digits() int {
	n := 1
	for y := max(int(p.year), -int(p.year)); y >= 10; y /= 10 {
		n++
	}
	return n
}

// significant gives the first and last year of which the first digits are the
// significant ones: 1900 to 1999 for 1950S2.
func (p point) significant() (lo, hi int) {
	unit := 1
	for range p.digits() - int(p.sig) {
		unit *= 10
	}
	y := int(p.year)
	if y < 0 {
		return y/unit*unit - unit + 1, y / unit * unit
	}
	return y / unit * unit, y/unit*unit + unit - 1
}

func (p point) appendSignificant(b []byte) []byte {
	if p.sig == 0 {
		return b
	}
	return strconv.AppendInt(append(b, 'S'), int64(p.sig), 10)
}

// hasYear says that the digits of y are those that p gives; y lies between the first
// and the last year of p.
func (p point) hasYear(y int) bool {
	switch p.yearX {
	case 0, 1, 3, 7, 15: // only last digits are open
		return true
	}
	y = max(y, -y)
	given := max(int(p.year), -int(p.year))
	for i := range 4 {
		if p.yearX>>i&1 == 0 && y%10 != given%10 {
			return false
		}
		y, given = y/10, given/10
	}
	return true
}

// hasMonthOf says that the month m fits one whose first digit alone is open.
func (p point) hasMonthOf(m int) bool { return p.monthX != 2 || m%10 == int(p.month) }

// far says that d is a year beyond those that have days here.
func (d Date) far() bool {
	lo, hi := d.first.years()
	return d.form == single && d.first.kind == dated && (lo < calendar.MinYear || hi > calendar.MaxYear)
}

// compareFar compares two dates of which one is a far year, by their years.
func compareFar(a, b Date) (before, same Truth) {
	if a.form != single || b.form != single || !a.YearKnown() || !b.YearKnown() {
		return Unknown, Unknown
	}
	alo, ahi := a.first.years()
	blo, bhi := b.first.years()
	switch {
	case ahi < blo:
		return Yes, No
	case alo > bhi:
		return No, No
	}
	return Unknown, Unknown
}
