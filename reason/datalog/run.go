package datalog

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// ErrLimit is in the chain of the error that Run gives when more facts follow
// than Limits allow.
var ErrLimit = errors.New("too many facts")

// Limits bound what a run may derive. The zero value stands for the default.
type Limits struct {
	Facts int // derived facts; 0 is 20 million
}

const defaultFacts = 20_000_000

// run is the state of one evaluation.
type run struct {
	*Program
	ctx     context.Context
	limit   int
	tables  []*table
	given   []int     // rows of each table that are not derived
	indexes [][]index // by relation and number of the plan
	why     []reasons // by relation
	derived int
	steps   int
	err     error

	mark, end []int // by relation: rows before mark are old, from mark to end fresh
	rule      int
	c         *compiled
	plan      []step
	env       []int32
	premises  []int32
	keys      [][]int32 // room for the key of each step
	head      []int32
}

// reasons keep, for each derived row of a relation, the first derivation: the rule
// and the rows of its premises, in the order of the rule's positive literals.
type reasons struct {
	at   []uint32 // where in list the reasons of a derived row begin
	list []int32
}

// Run derives everything that follows from the facts by the program. It stops with
// the context's error when ctx ends, and with ErrLimit when more follows than the
// limits allow.
func Run(ctx context.Context, p *Program, facts *Facts, limits Limits) (*Result, error) {
	if facts.program != p {
		return nil, errors.New("run a program of rules: the facts belong to another program; make them with its NewFacts")
	}
	r := &run{Program: p, ctx: ctx, limit: limits.Facts}
	if r.limit <= 0 {
		r.limit = defaultFacts
	}
	r.begin(facts)
	for _, s := range p.strata {
		if len(s.rules) == 0 {
			continue
		}
		if r.stratum(s); r.err == nil {
			r.err = context.Cause(ctx)
		}
		if r.err != nil {
			return nil, fmt.Errorf("run a program of rules: rule %s: %w", p.Rules[r.rule].Name, r.err)
		}
	}
	return &Result{program: p, names: facts.symbols.names, numbers: facts.symbols.number, tables: r.tables, given: r.given, why: r.why, derived: r.derived}, nil
}

// begin takes in the facts that are given and those that the program states.
// Tables that grow are copied: the facts stay as they are.
func (r *run) begin(facts *Facts) {
	n := len(r.Relations)
	r.tables, r.given, r.indexes = make([]*table, n), make([]int, n), make([][]index, n)
	r.why, r.mark, r.end = make([]reasons, n), make([]int, n), make([]int, n)
	grows := make([]bool, n)
	for i := range r.rules {
		grows[r.rules[i].head] = true
	}
	for _, f := range r.Facts {
		grows[r.relations[f.Relation]] = true
	}
	for i, t := range facts.tables {
		if r.tables[i] = t; grows[i] {
			r.tables[i] = t.copied()
		}
	}
	for _, f := range r.Facts {
		var row []int32
		for _, t := range f.Terms {
			row = append(row, facts.symbols.code(t.Value))
		}
		r.tables[r.relations[f.Relation]].add(row)
	}
	for i, t := range r.tables {
		r.given[i] = t.n
		r.indexes[i] = make([]index, len(r.Program.indexes[i]))
		for n, columns := range r.Program.indexes[i] {
			x := &r.indexes[i][n]
			x.columns = columns
			if len(columns) == 1 && r.Relations[i].Columns[columns[0]].Kind == Symbols {
				x.direct = true
				x.first, x.last = make([]int32, len(facts.symbols.names)), make([]int32, len(facts.symbols.names))
			}
		}
	}
}

// stratum evaluates the rules that stand alone once, then the others over what is
// new until nothing is (semi-naive evaluation).
func (r *run) stratum(s stratum) {
	recursive := false
	for _, n := range s.rules {
		c := &r.rules[n]
		if len(c.deltas) == 0 {
			r.evaluate(n, c.first)
		}
		recursive = recursive || len(c.deltas) > 0
	}
	for recursive && r.err == nil {
		news := false
		for _, i := range s.relations {
			r.mark[i], r.end[i] = r.end[i], r.tables[i].n
			news = news || r.mark[i] < r.end[i]
		}
		if !news {
			return
		}
		for _, n := range s.rules {
			for _, d := range r.rules[n].deltas {
				if r.mark[d.relation] < r.end[d.relation] {
					r.evaluate(n, d.steps)
				}
			}
		}
	}
}

// evaluate adds whatever one rule derives by one of its plans.
func (r *run) evaluate(rule int, plan []step) {
	if r.err != nil {
		return
	}
	c := &r.rules[rule]
	r.rule, r.c, r.plan = rule, c, plan
	r.env, r.premises = make([]int32, len(c.names)), make([]int32, len(c.positive))
	r.head = make([]int32, len(c.terms))
	r.keys = make([][]int32, len(plan))
	for i := range plan {
		s := &plan[i]
		r.keys[i] = make([]int32, len(s.key))
		if s.index >= 0 {
			r.indexes[s.relation][s.index].extend(r.tables[s.relation])
		}
	}
	r.from(0)
}

func (r *run) value(o operand) int32 {
	if o.slot < 0 {
		return o.value
	}
	return r.env[o.slot]
}

// from does the steps of the plan from the i-th on; false stops the evaluation.
func (r *run) from(i int) bool {
	if i == len(r.plan) {
		return r.emit()
	}
	s := &r.plan[i]
	switch s.kind {
	case compares:
		right, ok := r.right(s)
		return !ok || !compare(s.op, r.value(s.left), right) || r.from(i+1)
	case assign:
		v, ok := r.right(s)
		if !ok {
			return true
		}
		r.env[s.left.slot] = v
		return r.from(i + 1)
	}
	key := r.keys[i]
	for n, o := range s.key {
		key[n] = r.value(o)
	}
	t := r.tables[s.relation]
	switch s.kind {
	case lacks:
		return r.has(s, t, key) || r.from(i+1)
	case contains:
		at, _ := t.find(key)
		if at < 0 || int(at) >= r.last(s, t) {
			return true
		}
		r.premises[s.premise] = at
		return r.from(i + 1)
	case probes:
		x, last := &r.indexes[s.relation][s.index], int32(r.last(s, t))
		for row := x.find(t, key); row != 0 && row <= last; row = x.next[row-1] {
			if !r.try(i, s, t, row-1) {
				return false
			}
		}
		return true
	}
	first := 0
	if s.extent == fresh {
		first = r.mark[s.relation]
	}
	for row, last := int32(first), int32(r.last(s, t)); row < last; row++ {
		if !r.try(i, s, t, row) {
			return false
		}
	}
	return true
}

// last is the number of rows that a step sees.
func (r *run) last(s *step, t *table) int {
	switch s.extent {
	case everything:
		return t.n
	case old:
		return r.mark[s.relation]
	}
	return r.end[s.relation]
}

func (r *run) try(i int, s *step, t *table, row int32) bool {
	if r.steps++; r.steps&0xffff == 0 && r.ctx.Err() != nil {
		r.err = context.Cause(r.ctx)
		return false
	}
	values := t.row(row)
	for _, b := range s.binds {
		r.env[b.operand.slot] = values[b.column]
	}
	for _, c := range s.checks {
		if values[c.column] != r.value(c.operand) {
			return true
		}
	}
	r.premises[s.premise] = row
	return r.from(i + 1)
}

func (r *run) has(s *step, t *table, key []int32) bool {
	switch {
	case len(key) == 0:
		return t.n > 0
	case len(key) == t.arity:
		at, _ := t.find(key)
		return at >= 0
	}
	return r.indexes[s.relation][s.index].find(t, key) != 0
}

func (r *run) right(s *step) (int32, bool) {
	a := r.value(s.right[0])
	if s.call == "" {
		return a, true
	}
	return apply(s.call, a, r.value(s.right[1]))
}

func (r *run) emit() bool {
	for i, o := range r.c.terms {
		r.head[i] = r.value(o)
	}
	t := r.tables[r.c.head]
	if !t.add(r.head) {
		return true
	}
	w := &r.why[r.c.head]
	if r.derived++; r.derived > r.limit || t.n == math.MaxInt32 || len(w.list) > math.MaxUint32-maxPremises {
		r.err = fmt.Errorf("%w: it gave more than %d; ask about fewer instruments, "+
			"see whether the rule feeds itself with ever new days or numbers, or raise the limit", ErrLimit, r.limit)
		return false
	}
	w.at = append(w.at, uint32(len(w.list)))
	w.list = append(append(w.list, int32(r.rule)), r.premises...)
	return true
}
