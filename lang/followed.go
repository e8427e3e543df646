package lang

import "slices"

// followed tells, of the patterns of a Lookup, which go on as the text does: there are
// many forms of dates, and most begin with a number or a preposition.
type followed struct {
	next   *Lookup           // what may stand behind the first token
	ranges map[int][]Range   // by pattern, the numbers that it may begin with
	sizes  [len(sizes)][]int // the patterns that may begin with a number of that size
}

// sizes are the ranges in which the numbers of a text are told apart: months, days, other
// short numbers, and years.
var sizes = [...]Range{{0, 12, 0}, {13, 31, 0}, {32, 999, 0}, {1000, 9999, 4}, {1000, 1 << 30, 0}}

// Range is which numbers an element takes; Digits is 0 for any count of figures.
type Range struct{ Min, Max, Digits int }

// tail is what remains of a pattern behind one of its elements.
type tail struct {
	els  []Element
	next *tail
}

// begins calls visit for each element that els can begin with, and what follows it.
// It reports whether all of els may be missing.
func begins(els []Element, rest *tail, visit func(e *Element, after *tail)) bool {
	for i := range els {
		e := &els[i]
		if e.Not || e.Op == OpEdge {
			continue
		}
		after := rest
		if i+1 < len(els) {
			after = &tail{els[i+1:], rest}
		}
		empty := e.Optional || e.Op == OpGap && e.Min == 0
		if e.Op == OpAlt || e.Op == OpClass {
			for _, a := range e.Alts {
				if begins(a, after, visit) {
					empty = true
				}
			}
		} else {
			visit(e, after)
		}
		if !empty {
			return false
		}
	}
	return true
}

// addFollowed enters pattern n as add does, and under what may stand behind its first token.
func (l *Lookup) addFollowed(els []Element, n int) {
	if l.followed == nil {
		l.followed = &followed{next: &Lookup{}, ranges: map[int][]Range{}}
	}
	f := l.followed
	done := map[*tail]bool{} // what follows has been entered
	empty := begins(els, nil, func(e *Element, after *tail) {
		one := true // the element is one token
		switch {
		case e.Op == OpNumber:
			f.allow(n, Range{int(e.Min), int(e.Max), int(e.Digits)})
			l.enter(e, n)
		case e.Op == OpUnit && e.Word == "roman":
			f.allow(n, Range{Min: 0, Max: 1 << 30})
			l.numbers = once(l.numbers, n)
		default:
			one = e.Op != OpGap && (e.Op != OpUnit || e.Word == "decimal")
			l.enter(e, n)
		}
		if one && done[after] {
			return
		}
		done[after] = one || done[after]
		for t := after; one; t = t.next {
			if t == nil {
				one = false
				break
			}
			if !begins(t.els, nil, func(e *Element, _ *tail) { f.next.enter(e, n) }) {
				return
			}
		}
		f.next.any = once(f.next.any, n)
	})
	if empty {
		l.any = append(l.any, n)
		f.next.any = append(f.next.any, n)
	}
}

// allow lets pattern n begin with a number of a range.
func (f *followed) allow(n int, r Range) {
	if !slices.Contains(f.ranges[n], r) {
		f.ranges[n] = append(f.ranges[n], r)
	}
}

// Followed is the lookup of what may stand behind the first token; nil where l does not
// know it.
func (l *Lookup) Followed() *Lookup {
	if l.followed == nil {
		return nil
	}
	return l.followed.next
}

// bySize sorts the patterns that begin with a number by its size.
func (l *Lookup) bySize() {
	if l.followed == nil {
		return
	}
	for i, size := range sizes {
		for _, n := range l.numbers {
			if slices.ContainsFunc(l.followed.ranges[n], func(r Range) bool {
				short, long := r.Digits > 0 && r.Digits < 4, r.Digits >= 4
				return r.Max >= size.Min && r.Min <= size.Max && !(short && size.Min >= 1000) && !(long && size.Max < 1000)
			}) {
				l.followed.sizes[i] = append(l.followed.sizes[i], n)
			}
		}
	}
}

// Numbered appends the patterns that may begin with a number of that value; more than can.
func (l *Lookup) Numbered(out []int, value int) []int {
	if l.followed == nil {
		return append(out, l.numbers...)
	}
	for i, size := range sizes {
		if value <= size.Max {
			return append(out, l.followed.sizes[i]...)
		}
	}
	return out
}
