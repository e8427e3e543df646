package datalog

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

// Facts are those that are given to a program from outside, beside the facts that
// the program itself states. Several runs may read them at the same time; while
// they or their results are in use, nothing may be added.
type Facts struct {
	program *Program
	symbols symbols
	tables  []*table // by relation
	row     []int32
}

// NewFacts is an empty set of facts for the relations of p.
func (p *Program) NewFacts() *Facts {
	f := &Facts{program: p, symbols: symbols{number: maps.Clone(p.symbols.number), names: slices.Clone(p.symbols.names)}}
	for _, r := range p.Relations {
		f.tables = append(f.tables, newTable(len(r.Columns)))
	}
	return f
}

// Add gives one fact; one that is there already changes nothing. It refuses a
// relation that the program does not declare, and values that its columns do not
// hold.
func (f *Facts) Add(relation string, values ...Value) error {
	i, ok := f.program.relations[relation]
	if !ok {
		return fmt.Errorf("add a fact: the program has no relation %s; declare it, or add to one of those it has", relation)
	}
	r := &f.program.Relations[i]
	if len(values) != len(r.Columns) {
		return fmt.Errorf("add a fact of %s: %d values for %d columns; give one for each of %s", relation, len(values), len(r.Columns), r)
	}
	f.row = f.row[:0]
	for n, v := range values {
		if v.Kind != r.Columns[n].Kind {
			return fmt.Errorf("add a fact of %s: %s is a %s; give a %s for %s", relation, v, v.Kind, r.Columns[n].Kind, r.Columns[n].Name)
		}
		f.row = append(f.row, f.symbols.code(v))
	}
	f.tables[i].add(f.row)
	return nil
}

// Count is the number of facts of a relation.
func (f *Facts) Count(relation string) int {
	if i, ok := f.program.relations[relation]; ok {
		return f.tables[i].n
	}
	return 0
}

// Of gives the facts of a relation, in order. The slice is each caller's own.
func (f *Facts) Of(relation string) iter.Seq[[]Value] {
	i, ok := f.program.relations[relation]
	if !ok {
		return func(func([]Value) bool) {}
	}
	return rows(f.tables[i], &f.program.Relations[i], f.symbols.names)
}

func rows(t *table, r *Relation, names []string) iter.Seq[[]Value] {
	return func(yield func([]Value) bool) {
		for i := range int32(t.n) {
			if !yield(decode(t.row(i), r, names)) {
				return
			}
		}
	}
}

func decode(row []int32, r *Relation, names []string) []Value {
	values := make([]Value, len(row))
	for i, n := range row {
		values[i] = Value{Kind: r.Columns[i].Kind, N: n}
		if values[i].Kind == Symbols {
			values[i] = Symbol(names[n])
		}
	}
	return values
}

// Sort puts the facts of each relation in order of their values, so that what is
// derived, and the proof that is found first, no longer depend on the order in
// which they were added.
func (f *Facts) Sort() {
	rank := make([]int32, len(f.symbols.names))
	order := make([]int32, len(rank))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(f.symbols.names[a], f.symbols.names[b]) })
	for place, symbol := range order {
		rank[symbol] = int32(place)
	}
	for i, t := range f.tables {
		f.tables[i] = sorted(t, f.program.Relations[i].Columns, rank)
	}
}

func sorted(t *table, columns []Column, rank []int32) *table {
	order := make([]int32, t.n)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		a, b := t.row(x), t.row(y)
		for c := range a {
			v, w := a[c], b[c]
			if v == w {
				continue
			}
			if columns[c].Kind == Symbols {
				v, w = rank[v], rank[w]
			}
			if v < w {
				return -1
			}
			return 1
		}
		return 0
	})
	s := &table{arity: t.arity, n: t.n, data: make([]int32, 0, len(t.data))}
	for _, i := range order {
		s.data = append(s.data, t.row(i)...)
	}
	s.rehash(len(t.slots))
	return s
}
