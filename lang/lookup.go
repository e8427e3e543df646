package lang

import (
	"slices"
	"unicode/utf8"

	"example.org/chancery/edtf/calendar"
)

// Lookup finds, for a token, which of a list of patterns can begin there, so that a
// text costs no more than the words that occur in it.
type Lookup struct {
	words, prefixes, suffixes, units, marks map[string][]int
	numbers, decimals, any                  []int
	tags                                    []string  // of units
	followed                                *followed // of patterns that may begin with a number: what stands behind it
	prefix, suffix                          lengths   // of the keys
}

// Lookups are a pack's lists of patterns made ready to be looked up; the numbers that
// they give are places in the list of that name.
type Lookups struct {
	Kinds, Polities, Titles, Places, Scopes, Dates, Left, Right *Lookup
	Counting, Eras                                              *Lookup // places in Pack.Counting; of those, the names of eras and of months of their own
	Triggers                                                    *Lookup // places in Pack.Triggers
	Classes                                                     map[string]*Lookup
}

// Trigger is one trigger pattern of one rule.
type Trigger struct {
	Rule    *Rule
	Pattern *Pattern
}

// lookups makes the lists ready; patterns must be bound.
func (p *Pack) lookups() {
	for name, ps := range p.Classes {
		if p.Lookups.Classes[name] != nil { // made where a pattern names the class
			continue
		}
		l := &Lookup{}
		for i := range ps {
			l.add(ps[i].Elements, i)
		}
		p.Lookups.Classes[name] = l
	}
	make := func(n int, of func(int) *Pattern) *Lookup {
		l := &Lookup{}
		for i := range n {
			if pt := of(i); pt != nil {
				l.add(pt.Elements, i)
			}
		}
		return l
	}
	side := func(where string) func(int) *Pattern {
		return func(i int) *Pattern {
			if p.Phrases[i].Where != where {
				return nil
			}
			return &p.Phrases[i].Pattern
		}
	}
	p.Lookups.Kinds = make(len(p.Kinds), func(i int) *Pattern { return &p.Kinds[i].Pattern })
	p.Lookups.Polities = make(len(p.Polities), func(i int) *Pattern { return &p.Polities[i].Pattern })
	p.Lookups.Titles = make(len(p.Titles), func(i int) *Pattern { return &p.Titles[i].Pattern })
	p.Lookups.Places = make(len(p.Places), func(i int) *Pattern { return &p.Places[i].Pattern })
	p.Lookups.Scopes = make(len(p.Scopes), func(i int) *Pattern { return &p.Scopes[i].Pattern })
	p.Lookups.Dates = &Lookup{}
	for i := range p.Dates {
		p.Lookups.Dates.addFollowed(p.Dates[i].Pattern.Elements, i)
	}
	p.Lookups.Dates.bySize()
	p.Lookups.Counting = make(len(p.Counting), func(i int) *Pattern { return &p.Counting[i].Pattern })
	p.Lookups.Eras = make(len(p.Counting), func(i int) *Pattern {
		if m := &p.Counting[i]; m.Sort == "era" || m.Sort == "era-month" && m.Of != string(calendar.Qing) && m.Of != string(calendar.BogdKhan) {
			return &m.Pattern
		}
		return nil
	})
	p.Lookups.Left = make(len(p.Phrases), side("left"))
	p.Lookups.Right = make(len(p.Phrases), side("right"))
	for i := range p.Rules {
		for j := range p.Rules[i].Triggers {
			p.Triggers = append(p.Triggers, Trigger{&p.Rules[i], &p.Rules[i].Triggers[j]})
		}
	}
	p.Lookups.Triggers = make(len(p.Triggers), func(i int) *Pattern { return p.Triggers[i].Pattern })
}

// Add enters a pattern, which must be bound, under whatever it can begin with; it is found
// as n. Patterns are added in the order of their numbers.
func (l *Lookup) Add(p *Pattern, n int) { l.add(p.Elements, n) }

// add enters pattern n under whatever it can begin with.
func (l *Lookup) add(els []Element, n int) {
	for i := range els {
		e := &els[i]
		if e.Not || e.Op == OpEdge {
			continue
		}
		if e.Op == OpAlt || e.Op == OpClass {
			for _, a := range e.Alts {
				l.add(a, n)
			}
		} else {
			l.enter(e, n)
		}
		if !e.Optional {
			return
		}
	}
	l.any = append(l.any, n) // all of it may be missing
}

// enter puts pattern n under an element that it can begin with.
func (l *Lookup) enter(e *Element, n int) {
	switch e.Op {
	case OpWord:
		put(&l.words, e.Word, n)
	case OpPrefix:
		put(&l.prefixes, e.Word, n)
		l.prefix.take(len(e.Word))
	case OpSuffix:
		put(&l.suffixes, e.Word, n)
		l.suffix.take(len(e.Word))
	case OpUnit:
		if e.Word == "decimal" { // looked up by its looks, as numbers are
			l.decimals = once(l.decimals, n)
			return
		}
		if len(l.units[e.Word]) == 0 {
			l.tags = append(l.tags, e.Word)
		}
		put(&l.units, e.Word, n)
	case OpPunct:
		put(&l.marks, e.Word, n)
	case OpNumber:
		l.numbers = once(l.numbers, n)
	default:
		l.any = once(l.any, n)
	}
}

// lengths are the shortest and the longest of some words, in bytes, so that others
// need not be looked up.
type lengths struct{ least, most int }

func (s *lengths) take(n int) {
	if s.most == 0 || n < s.least {
		s.least = n
	}
	s.most = max(s.most, n)
}

func (s lengths) has(n int) bool { return n >= s.least && n <= s.most }

func put(m *map[string][]int, key string, n int) {
	if *m == nil {
		*m = map[string][]int{}
	}
	if ns := (*m)[key]; len(ns) == 0 || ns[len(ns)-1] != n {
		(*m)[key] = append(ns, n)
	}
}

// once appends n where it is not the last already.
func once(ns []int, n int) []int {
	if len(ns) > 0 && ns[len(ns)-1] == n {
		return ns
	}
	return append(ns, n)
}

// Word appends the patterns that can begin at a word.
func (l *Lookup) Word(out []int, norm string) []int {
	out = append(out, l.words[norm]...)
	if l.prefixes == nil && l.suffixes == nil {
		return out
	}
	for i := 0; i < len(norm); {
		_, n := utf8.DecodeRuneInString(norm[i:])
		if l.prefix.has(i + n) {
			out = append(out, l.prefixes[norm[:i+n]]...)
		}
		if i > 0 && l.suffix.has(len(norm)-i) {
			out = append(out, l.suffixes[norm[i:]]...)
		}
		i += n
	}
	return out
}

// Mark appends the patterns that can begin at a punctuation mark.
func (l *Lookup) Mark(out []int, mark string) []int { return append(out, l.marks[mark]...) }

// Unit appends the patterns that can begin with a mention or a shape of that tag.
func (l *Lookup) Unit(out []int, tag string) []int { return append(out, l.units[tag]...) }

// Tags are the mentions and shapes with which patterns begin.
func (l *Lookup) Tags() []string { return l.tags }

// Decimal appends the patterns that can begin at figures with a point between.
func (l *Lookup) Decimal(out []int) []int { return append(out, l.decimals...) }

// Settle appends the patterns that can begin anywhere, and puts all in order, each once.
func (l *Lookup) Settle(out []int) []int {
	out = append(out, l.any...)
	if !slices.IsSorted(out) {
		slices.Sort(out)
	}
	return slices.Compact(out)
}
