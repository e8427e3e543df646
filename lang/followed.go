package lang

// followed tells, of the patterns of a Lookup that can begin with a number, which go on
// as the text does: there are many forms of dates, and most begin with a number.
type followed struct {
	next   *Lookup         // what may stand behind the number
	ranges map[int][]Range // by pattern, the numbers that it may begin with
}

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
		after := &tail{els[i+1:], rest}
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

// addFollowed enters pattern n as add does; where it begins with a number, also under
// what may stand behind that.
func (l *Lookup) addFollowed(els []Element, n int) {
	if l.followed == nil {
		l.followed = &followed{next: &Lookup{}, ranges: map[int][]Range{}}
	}
	f := l.followed
	empty := begins(els, nil, func(e *Element, after *tail) {
		r := Range{Min: 0, Max: 1 << 30}
		switch {
		case e.Op == OpNumber:
			r = Range{int(e.Min), int(e.Max), int(e.Digits)}
		case e.Op == OpUnit && e.Word == "roman":
		default:
			l.enter(e, n)
			return
		}
		f.ranges[n] = append(f.ranges[n], r)
		for t := after; ; t = t.next {
			if t == nil {
				f.next.any = append(f.next.any, n)
				return
			}
			if !begins(t.els, nil, func(e *Element, _ *tail) { f.next.enter(e, n) }) {
				return
			}
		}
	})
	if empty {
		l.any = append(l.any, n)
	}
}

// Followed is the lookup of what may stand behind a number; nil where l does not know it.
func (l *Lookup) Followed() *Lookup {
	if l.followed == nil {
		return nil
	}
	return l.followed.next
}

// Begins reports whether pattern n can begin with a number of that value and so many figures.
func (l *Lookup) Begins(n, value, digits int) bool {
	for _, r := range l.followed.ranges[n] {
		if value >= r.Min && value <= r.Max && (r.Digits == 0 || r.Digits == digits) {
			return true
		}
	}
	return false
}
