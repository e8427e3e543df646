package datalog

import "slices"

// operand is a variable's slot, or a constant where slot is below 0.
type operand struct {
	slot  int
	value int32
}

// compiled is a rule with its variables numbered, and a way to evaluate it for
// each literal that can bring something new.
type compiled struct {
	head     int // relation
	terms    []operand
	names    []string // of the slots
	positive []int    // literals that hold facts: premises, in order of the body
	first    []step   // evaluation over all facts
	deltas   []delta  // evaluations over what is new in a relation of its own stratum
}

// delta evaluates a rule over the new facts of one literal.
type delta struct {
	relation int
	steps    []step
}

type stepKind uint8

const (
	scans    stepKind = iota // all rows of a range
	probes                   // rows with known values, by an index
	contains                 // the row itself, all values known
	lacks                    // no row with the known values
	compares                 // two known values
	assign                   // gives a variable its value
)

// extent says which rows of a relation of the same stratum a step sees, so that
// each combination of facts is seen once.
type extent uint8

const (
	everything extent = iota
	fresh             // those of the last round
	old               // those before it
	settled           // both, without those of this round
)

// place binds a column to a slot, or compares it with one.
type place struct {
	column  int
	operand operand
}

type step struct {
	kind     stepKind
	extent   extent
	relation int
	index    int // of the relation's indexes, for probes and lacks
	premise  int // place among the premises
	key      []operand
	binds    []place
	checks   []place // a variable that stands twice in one atom
	op       string
	call     string
	left     operand
	right    []operand
}

// compile numbers the variables of a rule and its premises.
func (p *Program) compile(r *Rule) compiled {
	c := compiled{head: p.relations[r.Head.Relation]}
	for i, l := range r.Body {
		terms := l.Atom.Terms
		if l.Sort == Compares {
			terms = append([]Term{l.Comparison.Left}, l.Comparison.Right...)
		}
		if l.Sort == Holds {
			c.positive = append(c.positive, i)
		}
		for _, t := range terms {
			if t.Variable != "" && t.Variable != anonymous && !slices.Contains(c.names, t.Variable) {
				c.names = append(c.names, t.Variable)
			}
		}
	}
	for _, t := range r.Head.Terms {
		c.terms = append(c.terms, p.operand(&c, t))
	}
	return c
}

func (p *Program) operand(c *compiled, t Term) operand {
	if t.Variable != "" {
		return operand{slot: slices.Index(c.names, t.Variable)}
	}
	return operand{slot: -1, value: p.symbols.code(t.Value)}
}

// plan orders the conditions of every rule for each evaluation that it needs.
func (p *Program) plan() {
	p.indexes = make([][][]int, len(p.Relations))
	for _, s := range p.strata {
		for _, n := range s.rules {
			c, body := &p.rules[n], p.Rules[n].Body
			var own []int // literals of the same stratum
			for _, i := range c.positive {
				if slices.Contains(s.relations, p.relations[body[i].Atom.Relation]) {
					own = append(own, i)
				}
			}
			if len(own) == 0 {
				c.first = p.order(c, body, -1, nil)
			}
			for _, i := range own {
				c.deltas = append(c.deltas, delta{relation: p.relations[body[i].Atom.Relation], steps: p.order(c, body, i, own)})
			}
		}
	}
}

// planner orders the conditions of one rule for one evaluation.
type planner struct {
	*Program
	rule  *compiled
	bound []bool
	steps []step
}

// order begins with the literal that is new, then takes whatever can be decided
// at once, then the literal with most columns known; the body's order decides
// between equals.
func (p *Program) order(c *compiled, body []Literal, newest int, own []int) []step {
	pl := &planner{Program: p, rule: c, bound: make([]bool, len(c.names))}
	left := make([]int, len(body))
	for i := range left {
		left[i] = i
	}
	take := func(i int) {
		pl.atom(body[i], slices.Index(c.positive, i), extentOf(i, newest, own))
		left = slices.DeleteFunc(left, func(l int) bool { return l == i })
	}
	if newest >= 0 {
		take(newest)
	}
	for len(left) > 0 {
		n := len(left)
		left = slices.DeleteFunc(left, func(i int) bool { return body[i].Sort != Holds && pl.decide(body[i]) })
		if len(left) < n {
			continue
		}
		best, known := -1, -1
		for _, i := range left {
			if k := pl.known(body[i].Atom); body[i].Sort == Holds && k > known {
				best, known = i, k
			}
		}
		take(best)
	}
	return pl.steps
}

func extentOf(i, newest int, own []int) extent {
	switch {
	case i == newest:
		return fresh
	case !slices.Contains(own, i):
		return everything
	case i < newest:
		return settled
	}
	return old
}

func (p *planner) has(t Term) bool {
	return t.Variable == "" || t.Variable != anonymous && p.bound[slices.Index(p.rule.names, t.Variable)]
}

// known weighs an atom by its columns that have a value: all of them beat some.
func (p *planner) known(a Atom) (n int) {
	for _, t := range a.Terms {
		if p.has(t) {
			n++
		}
	}
	if n == len(a.Terms) {
		n += maxColumns
	}
	return n
}

func (p *planner) atom(l Literal, premise int, e extent) {
	s := step{extent: e, relation: p.relations[l.Atom.Relation], premise: premise}
	var columns []int
	var here []string // variables that this atom binds
	for i, t := range l.Atom.Terms {
		o := operand{}
		if t.Variable != anonymous {
			o = p.operand(p.rule, t)
		}
		switch {
		case p.has(t):
			columns = append(columns, i)
			s.key = append(s.key, o)
		case t.Variable == anonymous:
		case slices.Contains(here, t.Variable):
			s.checks = append(s.checks, place{i, o})
		default:
			here = append(here, t.Variable)
			s.binds = append(s.binds, place{i, o})
		}
	}
	for _, b := range s.binds {
		p.bound[b.operand.slot] = true
	}
	switch {
	case l.Sort == Lacks:
		s.kind = lacks
	case e == fresh || len(columns) == 0:
		s.kind = scans
	case len(columns) == len(l.Atom.Terms):
		s.kind = contains
	default:
		s.kind = probes
	}
	if e == fresh { // its rows are walked: constants are compared
		for i, c := range columns {
			s.checks = append(s.checks, place{c, s.key[i]})
		}
		s.key = nil
	}
	s.index = -1
	if s.kind == probes || s.kind == lacks && len(columns) > 0 && len(columns) < len(l.Atom.Terms) {
		s.index = p.indexOn(s.relation, columns)
	}
	p.steps = append(p.steps, s)
}

func (p *planner) indexOn(relation int, columns []int) int {
	have := p.indexes[relation]
	if i := slices.IndexFunc(have, func(c []int) bool { return slices.Equal(c, columns) }); i >= 0 {
		return i
	}
	p.indexes[relation] = append(have, columns)
	return len(have)
}

// decide adds a negation or comparison if what it asks for is known.
func (p *planner) decide(l Literal) bool {
	if l.Sort == Lacks {
		for _, t := range l.Atom.Terms {
			if t.Variable != anonymous && !p.has(t) {
				return false
			}
		}
		p.atom(l, -1, everything)
		return true
	}
	c := l.Comparison
	s := step{kind: compares, op: c.Op, call: c.Function, index: -1}
	target, _, assigns := assigns(l, func(t Term) (Kind, bool) { return 0, p.has(t) })
	switch {
	case assigns && c.Left == target:
		s.kind = assign
	case assigns:
		s.kind = assign
		c.Left, c.Right = target, []Term{c.Left}
	case !p.has(c.Left) || slices.ContainsFunc(c.Right, func(t Term) bool { return !p.has(t) }):
		return false
	}
	s.left = p.operand(p.rule, c.Left)
	for _, t := range c.Right {
		s.right = append(s.right, p.operand(p.rule, t))
	}
	if assigns {
		p.bound[s.left.slot] = true
	}
	p.steps = append(p.steps, s)
	return true
}
