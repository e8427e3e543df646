package edtf

import "strings"

// timed reads a day with a time of day, of which the T is at i:
// 2004-01-01T10:10:10, with Z, +05 or +05:30 behind it or nothing.
func (r *reader) timed(i int) (Date, error) {
	d, ok := plainDay(strings.TrimPrefix(r.text[:i], "-"))
	if ok && r.text[0] == '-' {
		r.end = i
		p, err := r.point()
		if err != nil {
			return Date{}, err
		}
		d = p.date()
	}
	if !ok {
		return Date{}, r.fault(i, "a time of day without a whole day before it", "write for example 2004-01-01T10:10:10Z")
	}
	if !isClock(r.text[i+1:]) {
		return Date{}, r.fault(i+1, "no time of day", "write hours, minutes and seconds, then Z or the offset: T10:10:10Z, T10:10:10+05:30")
	}
	d.rest = r.text[i:]
	return d, nil
}

// isClock reports whether s is a time of day with or without its zone.
func isClock(s string) bool {
	if len(s) < 8 || s[2] != ':' || s[5] != ':' {
		return false
	}
	hour, ok1 := twoDigits(s[0], s[1])
	minute, ok2 := twoDigits(s[3], s[4])
	second, ok3 := twoDigits(s[6], s[7])
	if !ok1 || !ok2 || !ok3 || hour > 24 || minute > 59 || second > 59 || hour == 24 && minute+second > 0 {
		return false
	}
	switch zone := s[8:]; {
	case zone == "" || zone == "Z":
		return true
	case zone[0] != '+' && zone[0] != '-' || len(zone) != 3 && (len(zone) != 6 || zone[3] != ':'):
		return false
	default:
		h, ok := twoDigits(zone[1], zone[2])
		m := 0
		if len(zone) == 6 {
			var okM bool
			m, okM = twoDigits(zone[4], zone[5])
			ok = ok && okM
		}
		return ok && h <= 14 && m <= 59
	}
}
