package edtf

import "strings"

// maxLength is far above the longest date that is read (two days with marks),
// longestList what a list may have.
const (
	maxLength   = 80
	longestList = 1000
)

// Parse reads a date. The empty text is the zero Date. An error is a *ParseError.
func Parse(s string) (Date, error) {
	if d, ok := plainDay(s); ok {
		return d, nil
	}
	if s == "" {
		return Date{}, nil
	}
	r := reader{text: s, end: len(s)}
	if len(s) > longestList || len(s) > maxLength && s[0] != '[' && s[0] != '{' {
		return Date{}, r.fault(maxLength, "the text goes on", "give one date or one interval")
	}
	switch s[0] {
	case '[':
		return r.list(oneOf, "]")
	case '{':
		return r.list(allOf, "}")
	}
	if i := strings.IndexByte(s, '/'); i >= 0 {
		return r.interval(i)
	}
	if i := strings.IndexByte(s, 'T'); i > 0 {
		return r.timed(i)
	}
	p, err := r.point()
	if err != nil {
		return Date{}, err
	}
	return p.date(), nil
}

// MustParse is Parse for dates in tests and in data that the program carries; it
// panics where Parse gives an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// plainDay reads the form of nearly all dates, 1858-06-13; false for any other.
func plainDay(s string) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y1, ok1 := twoDigits(s[0], s[1])
	y2, ok2 := twoDigits(s[2], s[3])
	m, ok3 := twoDigits(s[5], s[6])
	d, ok4 := twoDigits(s[8], s[9])
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return Date{}, false
	}
	date := Day(y1*100+y2, m, d)
	return date, date.form != none
}

func twoDigits(a, b byte) (int, bool) {
	if a < '0' || a > '9' || b < '0' || b > '9' {
		return 0, false
	}
	return int(a-'0')*10 + int(b-'0'), true
}

// reader reads one point of text, from pos to end.
type reader struct {
	text string
	pos  int
	end  int
}

func (r *reader) fault(at int, what, fix string) error {
	return &ParseError{Text: r.text, Offset: at, What: what, Fix: fix}
}

// stuck gives the error for what stands at pos.
func (r *reader) stuck() error {
	what, fix := hint(r.text[r.pos:r.end])
	return r.fault(r.pos, what, fix)
}

// peek gives the byte at pos, or 0 at the end.
func (r *reader) peek() byte {
	if r.pos < r.end {
		return r.text[r.pos]
	}
	return 0
}

// point reads a year, year and month, or a day, with marks and open digits.
func (r *reader) point() (point, error) {
	start := r.pos
	p := point{kind: dated}
	for part := yearPart; ; part++ {
		left, err := r.mark()
		if err != nil {
			return point{}, err
		}
		if err := r.part(part, &p); err != nil {
			return point{}, err
		}
		right, err := r.mark()
		if err != nil {
			return point{}, err
		}
		p.doubt[part] |= left
		for i := 0; i <= part; i++ {
			p.doubt[i] |= right
		}
		if r.pos == r.end {
			break
		}
		if err := r.hyphen(part, p); err != nil {
			return point{}, err
		}
	}
	if !p.exists() {
		what, fix := p.whyNot()
		return point{}, r.fault(start, what, fix)
	}
	return p, nil
}

func (r *reader) part(part int, p *point) error {
	switch part {
	case yearPart:
		return r.year(p)
	case monthPart:
		return r.month(p)
	}
	return r.day(p)
}

// hyphen steps over the hyphen after a part, if another part may follow.
func (r *reader) hyphen(part int, p point) error {
	if r.peek() != '-' {
		return r.stuck()
	}
	switch {
	case part == dayPart:
		return r.fault(r.pos, "more after the day", "end with the day; for a span of days write 1858-06-01/1858-06-13")
	case p.year > 9999 || p.year < -9999 || p.sig > 0:
		return r.fault(r.pos, "a month after a year with Y or S", "end with the year")
	case part == monthPart && p.isSeason():
		return r.fault(r.pos, "a day after a season", "end with the season, or give the month as 01 to 12")
	}
	r.pos++
	return nil
}
