package edtf

import "strconv"

// String gives the one way of writing d, which Parse reads as d; "" for none.
func (d Date) String() string {
	if d.form == none {
		return ""
	}
	var buf [maxLength]byte
	return string(d.append(buf[:0]))
}

// AppendText appends String to b.
func (d Date) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalText gives String, so that JSON holds a date as its EDTF text.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText is Parse.
func (d *Date) UnmarshalText(text []byte) error {
	read, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = read
	return nil
}

func (d Date) append(b []byte) []byte {
	switch d.form {
	case none:
		return b
	case single:
		return append(d.first.append(b), d.rest...)
	case interval:
		b = append(d.first.append(b), '/')
		return d.last.append(b)
	}
	opening, closing := byte('['), byte(']')
	if d.form == allOf {
		opening, closing = '{', '}'
	}
	b = append(b, opening)
	if d.rest != "" {
		return append(append(b, d.rest...), closing)
	}
	if d.first.kind == dated {
		b = d.first.append(b)
	}
	b = append(b, ".."...)
	if d.last.kind == dated {
		b = d.last.append(b)
	}
	return append(b, closing)
}

func (p point) append(b []byte) []byte {
	switch p.kind {
	case open:
		return append(b, ".."...)
	case dated:
	default:
		return b
	}
	last, grouped := p.group()
	for part := yearPart; part <= dayPart; part++ {
		if part == monthPart && !p.hasMonth() || part == dayPart && !p.hasDay() {
			break
		}
		if part > yearPart {
			b = append(b, '-')
		}
		q := p.doubt[part]
		if q != 0 && !grouped {
			b = append(b, signs[q])
		}
		b = p.appendPart(b, part)
		if grouped && part == last {
			b = append(b, signs[q])
		}
	}
	return b
}

func (p point) appendPart(b []byte, part int) []byte {
	switch part {
	case yearPart:
		y := int(p.year)
		if y > 9999 || y < -9999 {
			return p.appendSignificant(strconv.AppendInt(append(b, 'Y'), int64(y), 10))
		}
		if y < 0 {
			b, y = append(b, '-'), -y
		}
		return p.appendSignificant(appendDigits(b, y, 4, p.yearX))
	case monthPart:
		return appendDigits(b, int(p.month), 2, p.monthX)
	}
	return appendDigits(b, int(p.day), 2, p.dayX)
}

// appendDigits appends n in the given width, digits as X whose bit is set in open.
func appendDigits(b []byte, n, width int, open uint8) []byte {
	at := len(b) + width
	for range width {
		b = append(b, '0')
	}
	for i := 1; i <= width; i++ {
		if open>>(i-1)&1 == 1 {
			b[at-i] = 'X'
		} else {
			b[at-i] = byte('0' + n%10)
		}
		n /= 10
	}
	return b
}
