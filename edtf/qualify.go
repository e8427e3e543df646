package edtf

// mark reads one of ?, ~ and %, or nothing.
//
// To the right of a part it is said of that part and of all to its left; to the
// left, of that part alone (ISO 8601-2, qualification of groups and of single
// components).
func (r *reader) mark() (doubt, error) {
	q := markOf(r.peek())
	if q == 0 {
		return 0, nil
	}
	r.pos++
	if markOf(r.peek()) != 0 {
		return 0, r.fault(r.pos, "two marks together", "write % for uncertain and approximate")
	}
	return q, nil
}

func markOf(c byte) doubt {
	switch c {
	case '?':
		return uncertain
	case '~':
		return approximate
	case '%':
		return both
	}
	return 0
}

// signs are the marks in the order of the values of doubt; 0 has none.
const signs = " ?~%"

// group gives the last part up to which, from the year on, all parts have one
// mark and after which none has: such doubt is printed as one mark to the right.
// ok is false where the marks have to be printed part by part.
func (p point) group() (last int, ok bool) {
	q := p.doubt[yearPart]
	if q == 0 {
		return 0, false
	}
	for last < dayPart && p.doubt[last+1] == q {
		last++
	}
	for _, other := range p.doubt[last+1:] {
		if other != 0 {
			return 0, false
		}
	}
	return last, true
}
