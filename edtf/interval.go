package edtf

import "strings"

// interval reads a/b, of which the stroke is at i. An end may be ".." (no limit)
// or empty (a limit that is not known).
func (r *reader) interval(i int) (Date, error) {
	if j := strings.IndexByte(r.text[i+1:], '/'); j >= 0 {
		return Date{}, r.fault(i+1+j, "a second stroke", "give one start and one end")
	}
	first, err := r.limit(0, i)
	if err != nil {
		return Date{}, err
	}
	last, err := r.limit(i+1, len(r.text))
	if err != nil {
		return Date{}, err
	}
	return r.join(interval, first, last, i+1)
}

// limit reads the end of an interval that stands from start to end.
func (r *reader) limit(start, end int) (point, error) {
	switch r.text[start:end] {
	case "..":
		return point{kind: open}, nil
	case "":
		return point{kind: unknown}, nil
	}
	r.pos, r.end = start, end
	return r.point()
}

// join makes the date of two ends; at is where the second begins.
func (r *reader) join(f form, first, last point, at int) (Date, error) {
	if fault := faultOfEnds(f, first, last); fault != "" {
		return Date{}, r.fault(at, fault, "give at least one end, and the earlier first")
	}
	return Date{form: f, first: first, last: last}, nil
}
