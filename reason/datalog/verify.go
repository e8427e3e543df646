package datalog

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.org/chancery/edtf/calendar"
)

// Extent is a set of facts that can be gone through: Facts and Result are.
type Extent interface {
	Of(relation string) iter.Seq[[]Value]
}

// Check verifies a proof without the engine that found it: that each leaf is among
// the given facts or stated by the program; that the values of its variables turn
// the rule into the proof's own premises and conclusion, one premise for each
// condition; that each comparison holds; that nothing rests on itself; and that
// what is said to be absent is not among all facts. That all holds every fact that
// follows is taken from the caller. The error says the first thing wrong.
func Check(p *Program, given, all Extent, proof *Proof) error {
	return NewVerifier(p, given, all).Check(proof)
}

// Verifier checks many proofs against the same facts.
type Verifier struct {
	program    *Program
	given, all Extent
	known      map[string]map[string]bool // by relation: given facts, written out
	complete   map[string]map[string]bool // by relation and columns: all facts, written out by these columns
	state      map[*Proof]int
}

// NewVerifier is a Verifier; the facts may not change while it is used.
func NewVerifier(p *Program, given, all Extent) *Verifier {
	return &Verifier{program: p, given: given, all: all, known: map[string]map[string]bool{}, complete: map[string]map[string]bool{}}
}

const (
	underway = 1 + iota
	checked
)

// Check verifies one proof, see the function Check.
func (v *Verifier) Check(proof *Proof) error {
	v.state = map[*Proof]int{}
	if proof == nil || proof.Ground == Missing || proof.Ground == Comparing {
		return errors.New("check a proof: it proves no fact; give the proof of one")
	}
	if err := v.node(proof); err != nil {
		return fmt.Errorf("check a proof of %s: %w; the proof or the facts were changed after it was made", proof.Atom, err)
	}
	return nil
}

func (v *Verifier) node(n *Proof) error {
	switch {
	case n == nil:
		return errors.New("a premise is missing")
	case v.state[n] == checked:
		return nil
	case v.state[n] == underway:
		return fmt.Errorf("%s rests on itself", n.Atom)
	}
	v.state[n] = underway
	var err error
	switch n.Ground {
	case Given:
		if !v.isGiven(n.Atom) {
			err = fmt.Errorf("%s is not among the facts given", n.Atom)
		}
	case Stated:
		if !slices.ContainsFunc(v.program.Facts, func(f Atom) bool { return f.String() == n.Atom.String() }) {
			err = fmt.Errorf("the program does not state %s", n.Atom)
		}
	case Missing:
		err = v.absent(n.Atom)
	case Comparing:
		err = verifyComparison(n.Compared)
	case Derived:
		err = v.derived(n)
	default:
		err = fmt.Errorf("ground %q is not known", n.Ground)
	}
	v.state[n] = checked
	return err
}

func (v *Verifier) isGiven(a Atom) bool {
	facts, ok := v.known[a.Relation]
	if !ok {
		facts = map[string]bool{}
		for values := range v.given.Of(a.Relation) {
			facts[written(values)] = true
		}
		v.known[a.Relation] = facts
	}
	var values []Value
	for _, t := range a.Terms {
		if t.Variable != "" {
			return false
		}
		values = append(values, t.Value)
	}
	return facts[written(values)]
}

func written(values []Value) string {
	var b strings.Builder
	for _, v := range values {
		b.WriteString(v.Kind.String() + " " + v.String() + ",")
	}
	return b.String()
}

// absent asks all facts of the relation by those of their columns that have a value.
func (v *Verifier) absent(a Atom) error {
	columns := ""
	var values []Value
	for i, t := range a.Terms {
		if t.Variable == "" {
			columns += " " + strconv.Itoa(i)
			values = append(values, t.Value)
		} else if t.Variable != anonymous {
			return fmt.Errorf("%s has the variable %s, and only _ stands for any value", a, t.Variable)
		}
	}
	there, ok := v.complete[a.Relation+columns]
	if !ok {
		there = map[string]bool{}
		for fact := range v.all.Of(a.Relation) {
			var some []Value
			for i, t := range a.Terms {
				if t.Variable == "" && i < len(fact) {
					some = append(some, fact[i])
				}
			}
			there[written(some)] = true
		}
		v.complete[a.Relation+columns] = there
	}
	if there[written(values)] {
		return fmt.Errorf("%s is said to be absent, and is there", a)
	}
	return nil
}

// derived checks one step: the premises are the body of the rule under the
// bindings, and the conclusion is its head.
func (v *Verifier) derived(n *Proof) error {
	at := slices.IndexFunc(v.program.Rules, func(r Rule) bool { return r.Name == n.Rule })
	if at < 0 {
		return fmt.Errorf("the program has no rule %s", n.Rule)
	}
	r := v.program.Rules[at]
	if len(n.Premises) != len(r.Body) {
		return fmt.Errorf("rule %s has %d conditions, and the proof of %s has %d premises", r.Name, len(r.Body), n.Atom, len(n.Premises))
	}
	bound := map[string]Value{}
	for _, b := range n.Bindings {
		bound[b.Variable] = b.Value
	}
	if n.Atom.Relation != r.Head.Relation || !matches(r.Head.Terms, n.Atom.Terms, bound, false) {
		return fmt.Errorf("%s is not what rule %s concludes with these values", n.Atom, r.Name)
	}
	for i, l := range r.Body {
		p := n.Premises[i]
		if p == nil || !v.fits(l, p, bound) {
			return fmt.Errorf("premise %d of %s is not the condition %s of rule %s with these values", i+1, n.Atom, l, r.Name)
		}
		if err := v.node(p); err != nil {
			return err
		}
	}
	return nil
}

// fits says whether a premise is of the sort that a condition asks for, and the
// condition with its variables replaced.
func (v *Verifier) fits(l Literal, p *Proof, bound map[string]Value) bool {
	switch l.Sort {
	case Lacks:
		return p.Ground == Missing && p.Atom.Relation == l.Atom.Relation && matches(l.Atom.Terms, p.Atom.Terms, bound, true)
	case Compares:
		c, q := l.Comparison, p.Compared
		return p.Ground == Comparing && c.Op == q.Op && c.Function == q.Function &&
			matches([]Term{c.Left}, []Term{q.Left}, bound, false) && matches(c.Right, q.Right, bound, false)
	}
	isFact := p.Ground == Given || p.Ground == Stated || p.Ground == Derived
	return isFact && p.Atom.Relation == l.Atom.Relation && matches(l.Atom.Terms, p.Atom.Terms, bound, false)
}

// matches says whether values are what the pattern becomes. "_" of the pattern is
// any value, or of an absence "_" itself.
func matches(pattern, values []Term, bound map[string]Value, absence bool) bool {
	if len(pattern) != len(values) {
		return false
	}
	for i, t := range pattern {
		is := values[i]
		switch {
		case t.Variable == anonymous:
			if (is.Variable == anonymous) != absence {
				return false
			}
			continue
		case is.Variable != "":
			return false
		}
		want, ok := t.Value, true
		if t.Variable != "" {
			want, ok = bound[t.Variable]
		}
		if !ok || want != is.Value {
			return false
		}
	}
	return true
}

// verifyComparison reckons anew, with the standard library's calendar for months.
func verifyComparison(c Comparison) error {
	failed := fmt.Errorf("%s does not hold", c)
	if len(c.Right) == 0 || c.Function != "" && len(c.Right) != 2 {
		return failed
	}
	left, right := c.Left.Value, c.Right[0].Value
	if c.Function != "" {
		var ok bool
		if right, ok = reckon(c.Function, right, c.Right[1].Value); !ok {
			return failed
		}
	}
	if left.Kind != right.Kind {
		return failed
	}
	holds := map[string]bool{
		"=": left == right, "!=": left != right,
		"<": left.N < right.N, "<=": left.N <= right.N, ">": left.N > right.N, ">=": left.N >= right.N,
	}
	if !holds[c.Op] || left.Kind == Symbols && c.Op != "=" && c.Op != "!=" {
		return failed
	}
	return nil
}

func reckon(function string, a, b Value) (Value, bool) {
	x, y := int(a.N), int(b.N)
	switch {
	case function == "min" && x <= y, function == "max" && x >= y:
		return a, a.Kind == b.Kind
	case function == "min", function == "max":
		return b, a.Kind == b.Kind
	case function == "plus":
		return Number(int32(x + y)), int(int32(x+y)) == x+y
	case function == "days-between":
		open := calendar.Day(a.N).IsOpen() || calendar.Day(b.N).IsOpen()
		return Number(int32(y - x)), !open && int(int32(y-x)) == y-x
	case calendar.Day(a.N).IsOpen():
		return a, true
	}
	from := time.Unix(0, 0).UTC().AddDate(0, 0, x-int(calendar.FromGregorian(1970, 1, 1)))
	to := from
	switch function {
	case "plus-days":
		to = from.AddDate(0, 0, y)
	case "plus-years":
		to = monthsLater(from, 12*y)
	case "plus-months":
		to = monthsLater(from, y)
	default:
		return Value{}, false
	}
	switch year := to.Year(); {
	case year > calendar.MaxYear:
		return Day(calendar.NoEnd), true
	case year < calendar.MinYear:
		return Day(calendar.NoStart), true
	}
	return Day(calendar.FromGregorian(to.Year(), int(to.Month()), to.Day())), true
}

// monthsLater goes over the first of the month, since AddDate would carry the 31st
// of a short month into the next.
func monthsLater(t time.Time, n int) time.Time {
	first := t.AddDate(0, 0, 1-t.Day()).AddDate(0, n, 0)
	return first.AddDate(0, 0, min(t.Day(), first.AddDate(0, 1, -1).Day())-1)
}
