package edtf

import (
	"fmt"
	"strconv"
)

// year reads four digits with a sign or without, X where one is not known, or Y and
// five digits or more; then S and the number of significant digits.
func (r *reader) year(p *point) error {
	if r.peek() == 'Y' {
		return r.longYear(p)
	}
	negative := r.peek() == '-'
	if negative {
		r.pos++
	}
	start, n := r.pos, 0
	for r.pos < r.end && r.pos-start < 4 {
		c := r.text[r.pos]
		switch {
		case c == 'X':
			p.yearX |= 8 >> (r.pos - start)
			n *= 10
		case c < '0' || c > '9':
			return r.shortYear(start)
		default:
			n = n*10 + int(c-'0')
		}
		r.pos++
	}
	if r.pos-start < 4 {
		return r.shortYear(start)
	}
	if digits := r.digits(); digits > 0 {
		return r.tooManyDigits(start, 4+digits)
	}
	if negative && n == 0 {
		return r.fault(start-1, "a sign before a year that may be 0", "write the year 0 as 0000, years before it as -0001")
	}
	if negative {
		n = -n
	}
	p.year = int32(n)
	return r.digitsThatCount(p)
}

// digits counts the digits from pos on.
func (r *reader) digits() int {
	n := 0
	for r.pos+n < r.end && r.text[r.pos+n] >= '0' && r.text[r.pos+n] <= '9' {
		n++
	}
	return n
}

func (r *reader) shortYear(start int) error {
	n := r.pos - start
	next := r.peek()
	if n == 0 || next != 0 && next != '-' && next != '~' && next != '?' && next != '%' {
		return r.stuck()
	}
	const zeros = "000"
	return r.fault(start, "a year of less than four digits",
		fmt.Sprintf("write %s%s", zeros[:4-n], r.text[start:r.pos]))
}

func (r *reader) tooManyDigits(start, n int) error {
	t := r.text[start:]
	if n == 8 {
		return r.fault(start+4, "a date without hyphens", fmt.Sprintf("write %s-%s-%s", t[:4], t[4:6], t[6:8]))
	}
	return r.fault(start+4, "a year of more than four digits", fmt.Sprintf("write Y%s, or four digits", t[:n]))
}

// farthestYear is how far a year with Y can be: beyond calendar.MaxYear it has no
// days, and only years are compared.
const farthestYear = 2_000_000_000

// longYear reads Y12000, Y-12000, Y-17E7 and Y171010000S3.
func (r *reader) longYear(p *point) error {
	start := r.pos
	r.pos++
	negative := r.peek() == '-'
	if negative {
		r.pos++
	}
	n := r.digits()
	digits := r.text[r.pos : r.pos+n]
	power := r.pos+n < r.end && r.text[r.pos+n] == 'E'
	if n > 0 && n < 5 && !power || n > 0 && digits[0] == '0' {
		return r.fault(start, "a Y before a year that four digits can hold", "write four digits without Y, or five and more without a leading 0")
	}
	y := 0
	for i := 0; i < n && y <= farthestYear; i++ {
		y = y*10 + int(digits[i]-'0')
	}
	r.pos += n
	if power && n > 0 {
		r.pos++
		e := r.digits()
		if e == 0 {
			return r.stuck()
		}
		for times, _ := strconv.Atoi(r.text[r.pos : r.pos+min(e, 3)]); times > 0 && y <= farthestYear; times-- {
			y *= 10
		}
		r.pos += e
	}
	switch {
	case n == 0:
		return r.stuck()
	case y > farthestYear:
		return r.fault(start, "the year is too far away", fmt.Sprintf("give a year from %d to %d", -farthestYear, farthestYear))
	case negative:
		y = -y
	}
	p.year = int32(y)
	return r.digitsThatCount(p)
}
