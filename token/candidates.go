package token

import (
	"slices"

	"example.org/chancery/lang"
)

// Candidates are the patterns of a lookup that can begin at token i, in the order of
// their list. The slice is valid until the next call.
func (m *Matcher) Candidates(l *lang.Lookup, i int) []int {
	if l == nil || i >= len(m.tokens) {
		return nil
	}
	m.found = m.candidates(m.found[:0], l, i)
	if next := l.Followed(); next != nil && len(m.found) > 0 {
		m.behind = m.behind[:0]
		if i+1 < len(m.tokens) {
			m.behind = m.candidates(m.behind, next, i+1)
		} else {
			m.behind = next.Settle(m.behind)
		}
		m.found = both(m.found, m.behind)
	}
	return m.found
}

// both keeps of a what b has too; both are in order.
func both(a, b []int) []int {
	out := a[:0]
	for _, n := range a {
		for len(b) > 0 && b[0] < n {
			b = b[1:]
		}
		if len(b) > 0 && b[0] == n {
			out = append(out, n)
		}
	}
	return out
}

// candidates appends to out the patterns of a lookup that can begin at token i.
func (m *Matcher) candidates(out []int, l *lang.Lookup, i int) []int {
	t := &m.tokens[i]
	switch t.Sort {
	case Word:
		if m.all == nil || m.all.begins(l, i) {
			out = l.Word(out, t.Norm)
		}
	case Punct:
		out = l.Mark(out, t.Norm)
		if t.Text != t.Norm {
			out = l.Mark(out, t.Text)
		}
	}
	if t.Value >= 0 {
		out = l.Numbered(out, t.Value)
	}
	if isDecimal(t) {
		out = l.Decimal(out)
	}
	if m.all != nil {
		for _, tag := range l.Tags() {
			if m.unitAt(tag, i) {
				out = l.Unit(out, tag)
			}
		}
	}
	return l.Settle(out)
}

// unitAt reports whether a mention of a tag begins at token i, or the token has that shape.
func (m *Matcher) unitAt(tag string, i int) bool {
	if shape, ok := shapes[tag]; ok {
		return shape(m.all, i)
	}
	return slices.ContainsFunc(m.units[i], func(u Unit) bool { return u.Tag == tag })
}

// Longest is the end of the longest match at token i of the patterns of a list, and
// which it was; -1 for none. Of equally long ones the first of the list is taken.
func (m *Matcher) Longest(l *lang.Lookup, i int, of func(int) *lang.Pattern) (end, which int) {
	end, which = i, -1
	// the callback may not look anything up: Match does not
	for _, n := range m.Candidates(l, i) {
		if e, ok := m.Match(of(n).Elements, i); ok && e > end {
			end, which = e, n
		}
	}
	return end, which
}
