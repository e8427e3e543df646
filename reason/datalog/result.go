package datalog

import "iter"

// Result is all that follows from given facts, with the first derivation of each.
type Result struct {
	program *Program
	names   []string
	numbers map[string]int32
	tables  []*table
	given   []int
	why     []reasons
	derived int
}

// FactID names a fact within one Result.
type FactID uint64

func factID(relation int, row int32) FactID { return FactID(relation)<<32 | FactID(uint32(row)) }

func (id FactID) parts() (relation int, row int32) { return int(id >> 32), int32(uint32(id)) }

// Derivation is how a fact was first derived: by a rule, from the facts that match
// its positive conditions, in their order. What it found absent or compared
// follows from these (see Proof).
type Derivation struct {
	Rule     *Rule
	Premises []FactID
	number   int // of the rule
}

// Derived is the number of facts that were derived.
func (r *Result) Derived() int { return r.derived }

// Count is the number of facts of a relation, given and derived.
func (r *Result) Count(relation string) int {
	if i, ok := r.program.relations[relation]; ok {
		return r.tables[i].n
	}
	return 0
}

// Of gives the facts of a relation, given ones first, then in the order in which
// they were derived. Each slice is the caller's own.
func (r *Result) Of(relation string) iter.Seq[[]Value] {
	i, ok := r.program.relations[relation]
	if !ok {
		return func(func([]Value) bool) {}
	}
	return rows(r.tables[i], &r.program.Relations[i], r.names)
}

// Find gives the id of a fact; false where there is none.
func (r *Result) Find(relation string, values ...Value) (FactID, bool) {
	i, ok := r.program.relations[relation]
	if !ok || len(values) != r.tables[i].arity {
		return 0, false
	}
	row := make([]int32, len(values))
	for n, v := range values {
		if v.Kind != r.program.Relations[i].Columns[n].Kind {
			return 0, false
		}
		row[n] = v.N
		if v.Kind == Symbols {
			if row[n], ok = r.numbers[v.Name]; !ok {
				return 0, false
			}
		}
	}
	at, _ := r.tables[i].find(row)
	return factID(i, at), at >= 0
}

// Fact is the fact with an id that this result gave.
func (r *Result) Fact(id FactID) Atom {
	i, row := id.parts()
	rel := &r.program.Relations[i]
	a := Atom{Relation: rel.Name}
	for _, v := range decode(r.tables[i].row(row), rel, r.names) {
		a.Terms = append(a.Terms, Term{Value: v})
	}
	return a
}

// Why is the first derivation of a fact; false for one that was given.
func (r *Result) Why(id FactID) (Derivation, bool) {
	i, row := id.parts()
	if int(row) < r.given[i] {
		return Derivation{}, false
	}
	w := &r.why[i]
	at := w.at[int(row)-r.given[i]]
	n := w.list[at]
	d := Derivation{Rule: &r.program.Rules[n], number: int(n)}
	for k, literal := range r.program.rules[n].positive {
		relation := r.program.relations[d.Rule.Body[literal].Atom.Relation]
		d.Premises = append(d.Premises, factID(relation, w.list[int(at)+1+k]))
	}
	return d, true
}
