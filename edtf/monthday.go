package edtf

import (
	"fmt"

	"example.org/chancery/edtf/calendar"
)

// month reads the two digits of a month or season, 1X, X2 or XX.
func (r *reader) month(p *point) error {
	start := r.pos
	n, x, err := r.twoPlaces("month")
	if err != nil {
		return err
	}
	switch {
	case x == 3, x == 2, x == 1 && n <= 10, x == 0 && n >= 1 && n <= 12:
	case x == 0 && n >= firstSeason && n <= lastSeason:
	case x == 1:
		return r.fault(start, "no month begins with this digit", "write 0X, 1X or XX")
	default:
		return r.fault(start, fmt.Sprintf("month %02d is outside 01 to 12", n), "write the month as 01 to 12, or a season as 21 to 41")
	}
	p.month, p.monthX = uint8(n), x
	return nil
}

// day reads the two digits of a day, 2X or XX.
func (r *reader) day(p *point) error {
	start := r.pos
	n, x, err := r.twoPlaces("day")
	if err != nil {
		return err
	}
	switch {
	case x == 3, x == 2, x == 1 && n <= 30, x == 0 && n >= 1 && n <= 31:
	case x == 1:
		return r.fault(start, "no day begins with this digit", "write 0X, 1X, 2X, 3X or XX")
	default:
		return r.fault(start, fmt.Sprintf("day %02d is outside 01 to 31", n), "write the day as 01 to 31")
	}
	p.day, p.dayX = uint8(n), x
	return nil
}

// twoPlaces reads two digits or X; open has bit 1 for an X in the first place, bit 0
// for one in the second.
func (r *reader) twoPlaces(what string) (n int, open uint8, err error) {
	for i := 0; i < 2; i++ {
		c := r.peek()
		switch {
		case c == 'X':
			open |= 2 >> i
			n *= 10
		case c >= '0' && c <= '9':
			n = n*10 + int(c-'0')
		case i == 1 && (c == 0 || c == '-' || c == '~' || c == '?' || c == '%'):
			return 0, 0, r.fault(r.pos-1, "the "+what+" has one digit", fmt.Sprintf("write 0%s", r.text[r.pos-1:r.pos]))
		default:
			return 0, 0, r.stuck()
		}
		r.pos++
	}
	if c := r.peek(); c >= '0' && c <= '9' || c == 'X' {
		return 0, 0, r.fault(r.pos, "the "+what+" has more than two digits", "write two")
	}
	return n, open, nil
}

// whyNot says why no day fits p, each part of which is possible by itself.
func (p point) whyNot() (what, fix string) {
	y, m, d := int(p.year), int(p.month), int(p.day)
	if !p.wholeDay() {
		return "no such day in any year or month that the date leaves open", "check the day"
	}
	if err := calendar.Valid(calendar.Julian, y, m, d); err == nil {
		ny, nm, nd := calendar.FromJulian(y, m, d).Gregorian()
		return "29 February of this year exists only in Old Style",
			fmt.Sprintf("write its New Style day, %s, and keep the printed one beside it", Day(ny, nm, nd))
	}
	return fmt.Sprintf("month %02d of %s has %d days", m, Year(y), calendar.MonthLength(calendar.Gregorian, y, m)), "check the day"
}
