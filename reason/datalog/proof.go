package datalog

import (
	"fmt"
	"io"
	"strings"
)

// Proof says why a fact holds: what it is, and for a derived one the rule, the
// values of its variables, and a proof of each condition of its body. A fact that
// is used twice is the same *Proof in both places, so a proof is a tree that
// shares branches and is no larger than the facts it rests on.
type Proof struct {
	Ground   Ground
	Atom     Atom       // the fact; of Missing, "_" stands where any value was looked for
	Compared Comparison // of Comparing, with values for variables
	Rule     string     // of Derived
	Bindings []Binding  // of Derived, in the order in which the rule names them
	Premises []*Proof   // of Derived: one for each condition, in the order of the body
}

// Ground is what a proof rests on.
type Ground string

// The grounds.
const (
	Given     Ground = "given"    // a fact from outside
	Stated    Ground = "stated"   // a fact that the program itself states
	Derived   Ground = "derived"  // follows by a rule
	Missing   Ground = "absent"   // no such fact is given, stated or derived
	Comparing Ground = "compared" // holds of the values themselves
)

// Binding is the value that a variable had.
type Binding struct {
	Variable string
	Value    Value
}

// Proof is the first proof of a fact, down to facts that were given or stated, and
// to what is absent.
func (r *Result) Proof(id FactID) *Proof {
	return (&prover{Result: r, done: map[FactID]*Proof{}}).prove(id)
}

type prover struct {
	*Result
	done map[FactID]*Proof
}

func (p *prover) prove(id FactID) *Proof {
	if proof, ok := p.done[id]; ok {
		return proof
	}
	proof := &Proof{Ground: Given, Atom: p.Fact(id)}
	p.done[id] = proof
	why, derived := p.Why(id)
	if !derived {
		if p.program.states(proof.Atom) {
			proof.Ground = Stated
		}
		return proof
	}
	proof.Ground, proof.Rule = Derived, why.Rule.Name
	values := map[string]Value{}
	next := 0
	proof.Premises = make([]*Proof, len(why.Rule.Body))
	for i, l := range why.Rule.Body {
		if l.Sort == Holds {
			proof.Premises[i] = p.prove(why.Premises[next])
			for n, t := range l.Atom.Terms {
				if t.Variable != "" && t.Variable != anonymous {
					values[t.Variable] = proof.Premises[i].Atom.Terms[n].Value
				}
			}
			next++
		}
	}
	for assignAll(why.Rule, values) {
	}
	for i, l := range why.Rule.Body {
		switch l.Sort {
		case Lacks:
			a := l.Atom
			a.Terms = substitute(a.Terms, values)
			a.At = Position{}
			proof.Premises[i] = &Proof{Ground: Missing, Atom: a}
		case Compares:
			c := l.Comparison
			c.Left, c.Right, c.At = substitute([]Term{c.Left}, values)[0], substitute(c.Right, values), Position{}
			proof.Premises[i] = &Proof{Ground: Comparing, Compared: c}
		}
	}
	for _, v := range p.program.rules[why.number].names {
		proof.Bindings = append(proof.Bindings, Binding{v, values[v]})
	}
	return proof
}

// states says whether the program states a fact.
func (p *Program) states(a Atom) bool {
	text := a.String()
	for _, f := range p.Facts {
		if f.Relation == a.Relation && f.String() == text {
			return true
		}
	}
	return false
}

// assignAll gives values to what "=" can now; false when nothing was new.
func assignAll(r *Rule, values map[string]Value) bool {
	known := len(values)
	for _, l := range r.Body {
		target, kind, ok := assigns(l, func(t Term) (Kind, bool) {
			if t.Variable == "" {
				return t.Value.Kind, true
			}
			v, ok := values[t.Variable]
			return v.Kind, ok
		})
		if !ok {
			continue
		}
		c := l.Comparison
		from := c.Right
		if target.Variable != c.Left.Variable {
			from = []Term{c.Left}
		}
		from = substitute(from, values)
		v := from[0].Value
		if c.Function != "" {
			v.Kind = kind
			v.N, _ = apply(c.Function, from[0].Value.N, from[1].Value.N)
		}
		values[target.Variable] = v
	}
	return len(values) > known
}

// substitute puts values for the variables that have one.
func substitute(ts []Term, values map[string]Value) []Term {
	out := make([]Term, len(ts))
	for i, t := range ts {
		out[i] = t
		if v, ok := values[t.Variable]; ok && t.Variable != "" {
			out[i] = Term{Value: v}
		}
	}
	return out
}

// Say is a proof's own statement as a sentence: of its rule, of the declaration of
// its relation, or the fact as it is where these give none. label says a value to
// people; nil writes it as it is.
func (p *Program) Say(proof *Proof, label func(Value) string) string {
	if label == nil {
		label = func(v Value) string {
			if v.Kind == Symbols {
				return v.Name
			}
			return v.String()
		}
	}
	if proof.Ground == Comparing {
		return proof.Compared.String()
	}
	if proof.Ground == Derived {
		for _, r := range p.Rules {
			if r.Name == proof.Rule {
				return fill(r.Sentence, func(name string) string {
					for _, b := range proof.Bindings {
						if b.Variable == name {
							return label(b.Value)
						}
					}
					return name
				})
			}
		}
	}
	i, ok := p.relations[proof.Atom.Relation]
	if !ok {
		return proof.Atom.String()
	}
	rel := &p.Relations[i]
	sentence := rel.Sentence
	if proof.Ground == Missing {
		sentence = rel.Absent
	}
	if sentence == "" {
		return proof.Atom.String()
	}
	return fill(sentence, func(name string) string {
		for n, c := range rel.Columns {
			if c.Name == name && n < len(proof.Atom.Terms) && proof.Atom.Terms[n].Variable == "" {
				return label(proof.Atom.Terms[n].Value)
			}
		}
		return "any"
	})
}

// WriteProof writes a proof as indented lines, each with its ground and rule. A
// fact that was proved above is not proved again.
func (p *Program) WriteProof(w io.Writer, proof *Proof, label func(Value) string) error {
	return p.writeProof(w, proof, label, 0, map[*Proof]bool{})
}

func (p *Program) writeProof(w io.Writer, proof *Proof, label func(Value) string, depth int, shown map[*Proof]bool) error {
	ground := string(proof.Ground)
	if proof.Ground == Derived {
		ground = "rule " + proof.Rule
		if shown[proof] {
			ground += ", shown above"
		}
	}
	if _, err := fmt.Fprintf(w, "%s%s [%s]\n", strings.Repeat("  ", depth), p.Say(proof, label), ground); err != nil || shown[proof] {
		return err
	}
	shown[proof] = true
	for _, premise := range proof.Premises {
		if err := p.writeProof(w, premise, label, depth+1, shown); err != nil {
			return err
		}
	}
	return nil
}
