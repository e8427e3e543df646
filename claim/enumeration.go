package claim

// listOf is the other members of the list that an instrument mention stands in.
func (r *reader) listOf(m int) []int {
	var out []int
	joined := func(end, first int) bool {
		if end >= first || first-end > 3 {
			return false
		}
		for i := end; i < first; {
			if r.Tokens.Tokens[i].Norm == "," {
				i++
				continue
			}
			after, ok := r.classEnd("and", i)
			if !ok {
				return false
			}
			i = after
		}
		return true
	}
	next := func(from, step int) int {
		for i := from + step; i >= 0 && i < len(r.All); i += step {
			if r.All[i].Instrument != nil {
				return i
			}
		}
		return -1
	}
	for at := m; ; {
		n := next(at, -1)
		if n < 0 || r.root[n] < 0 || !joined(r.All[n].End, r.All[at].First) {
			break
		}
		out, at = append(out, n), n
	}
	for at := m; ; {
		n := next(at, 1)
		if n < 0 || r.root[n] < 0 || !joined(r.All[at].End, r.All[n].First) {
			break
		}
		out, at = append(out, n), n
	}
	return out
}

// endsList reports whether a mention in the plural is the last of a list of names;
// else it speaks of a class of acts, and what is said of a class is said of none.
func (r *reader) endsList(m int) bool {
	for i := m - 1; i >= 0 && i > m-8; i-- {
		if in := r.All[i].Instrument; in != nil {
			return in.Ellipsis && r.sentence(i) == r.sentence(m)
		}
	}
	return false
}
