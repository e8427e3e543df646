package datalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery/edtf/calendar"
	"example.org/chancery/reason/datalog"
)

const doctrine = `
relation signed(instrument, on day) "{instrument} was signed on {on}".
relation ratified(instrument, on day) "{instrument} was ratified on {on}" absent "no ratification of {instrument} is recorded".
relation replaced(new, former).
relation term(instrument, years number).
relation unratified(instrument).
relation in-force(instrument, from day, to day).
relation after(new, former).
term(trade-treaty, 10).
rule never-ratified "{I} was signed on {D} and not ratified" unratified(I) :- signed(I, D), not ratified(I, _).
rule term-runs "{I} ran {N} years from its ratification on {D}" in-force(I, D, E) :- ratified(I, D), term(I, N), E = plus-years(D, N), E > D, not unratified(I).
rule at-once "{X} replaced {Y}" after(X, Y) :- replaced(X, Y).
rule in-turn "{X} came after {Z} by way of {Y}" after(X, Z) :- after(X, Y), after(Y, Z).`

func proved(t *testing.T) (p *datalog.Program, facts *datalog.Facts, r *datalog.Result) {
	t.Helper()
	p = load(t, doctrine)
	facts = p.NewFacts()
	day := func(y, m, d int) datalog.Value { return datalog.Day(calendar.FromGregorian(y, m, d)) }
	for _, f := range []struct {
		relation string
		values   []datalog.Value
	}{
		{"signed", []datalog.Value{datalog.Symbol("livadia"), day(1879, 10, 2)}},
		{"signed", []datalog.Value{datalog.Symbol("trade-treaty"), day(1881, 2, 24)}},
		{"ratified", []datalog.Value{datalog.Symbol("trade-treaty"), day(1881, 8, 19)}},
		{"replaced", []datalog.Value{datalog.Symbol("b"), datalog.Symbol("a")}},
		{"replaced", []datalog.Value{datalog.Symbol("c"), datalog.Symbol("b")}},
		{"replaced", []datalog.Value{datalog.Symbol("d"), datalog.Symbol("c")}},
	} {
		if err := facts.Add(f.relation, f.values...); err != nil {
			t.Fatal(err)
		}
	}
	return p, facts, run(t, p, facts)
}

// proofOf gives the proof of the only fact of a relation that begins with a name.
func proofOf(t *testing.T, r *datalog.Result, relation, first string) *datalog.Proof {
	t.Helper()
	for values := range r.Of(relation) {
		if values[0].Name == first {
			id, _ := r.Find(relation, values...)
			return r.Proof(id)
		}
	}
	t.Fatalf("no %s of %s", relation, first)
	return nil
}

func TestAProofGoesDownToGivenFactsAndSaysWhatIsAbsent(t *testing.T) {
	p, facts, r := proved(t)
	everyProofHolds(t, p, facts, r)
	for relation, want := range map[string]string{
		"unratified": `livadia was signed on 1879-10-02 and not ratified [rule never-ratified]
  livadia was signed on 1879-10-02 [given]
  no ratification of livadia is recorded [absent]
`,
		"in-force": `trade-treaty ran 10 years from its ratification on 1881-08-19 [rule term-runs]
  trade-treaty was ratified on 1881-08-19 [given]
  term(trade-treaty, 10) [stated]
  1891-08-19 = plus-years(1881-08-19, 10) [compared]
  1891-08-19 > 1881-08-19 [compared]
  unratified(trade-treaty) [absent]
`,
	} {
		var b strings.Builder
		first := map[string]string{"unratified": "livadia", "in-force": "trade-treaty"}[relation]
		if err := p.WriteProof(&b, proofOf(t, r, relation, first), nil); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, b.String()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestWhatIsProvedOnceIsShownOnce(t *testing.T) {
	p := load(t, `relation a(x). relation b(x). relation c(x, y). a(p).
		rule one "b of {X}" b(X) :- a(X).
		rule two "c of {X}" c(X, Y) :- b(X), b(Y).`)
	r := run(t, p, p.NewFacts())
	id, _ := r.Find("c", datalog.Symbol("p"), datalog.Symbol("p"))
	proof := r.Proof(id)
	if proof.Premises[0] != proof.Premises[1] {
		t.Error("one fact has two proofs")
	}
	var b strings.Builder
	label := func(v datalog.Value) string { return "the " + v.Name }
	if err := p.WriteProof(&b, proof, label); err != nil {
		t.Fatal(err)
	}
	want := "c of the p [rule two]\n  b of the p [rule one]\n    a(p) [stated]\n  b of the p [rule one, shown above]\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestAProofThatWasChangedIsRefused(t *testing.T) {
	name := func(s string) datalog.Term { return datalog.Term{Value: datalog.Symbol(s)} }
	for _, test := range []struct {
		name, relation, of string
		change             func(proof *datalog.Proof)
		want               string
	}{
		{"a leaf that nobody gave", "unratified", "livadia", func(p *datalog.Proof) {
			p.Premises[0] = &datalog.Proof{Ground: datalog.Given, Atom: datalog.Atom{Relation: "signed", Terms: []datalog.Term{name("livadia"), {Value: datalog.Number(5)}}}}
			p.Bindings = []datalog.Binding{{Variable: "I", Value: datalog.Symbol("livadia")}, {Variable: "D", Value: datalog.Number(5)}}
		}, "signed(livadia, 5) is not among the facts given"},
		{"a fact said to be stated by the program", "in-force", "trade-treaty", func(p *datalog.Proof) { p.Premises[0].Ground = datalog.Stated }, "the program does not state"},
		{"another conclusion", "unratified", "livadia", func(p *datalog.Proof) { p.Atom.Terms[0] = name("trade-treaty") }, "is not what rule never-ratified concludes"},
		{"another rule", "unratified", "livadia", func(p *datalog.Proof) { p.Rule = "at-once" }, "has 1 conditions, and the proof"},
		{"a rule that there is not", "unratified", "livadia", func(p *datalog.Proof) { p.Rule = "wish" }, "no rule wish"},
		{"a condition left out", "unratified", "livadia", func(p *datalog.Proof) { p.Premises = p.Premises[:1] }, "has 2 conditions"},
		{"an absence of something else", "unratified", "livadia", func(p *datalog.Proof) { p.Premises[1].Atom.Terms[0] = name("x") }, "premise 2 of"},
		{"an absence of one day only", "unratified", "livadia", func(p *datalog.Proof) { p.Premises[1].Atom.Terms[1] = datalog.Term{Value: datalog.Day(1)} }, "premise 2 of"},
		{"a fact where an absence is asked for", "unratified", "livadia", func(p *datalog.Proof) { p.Premises[1] = p.Premises[0] }, "premise 2 of"},
		{"an absence of what is there", "unratified", "livadia", func(p *datalog.Proof) {
			p.Atom.Terms[0] = name("trade-treaty")
			p.Bindings[0].Value = datalog.Symbol("trade-treaty")
			p.Premises[0].Atom.Terms = []datalog.Term{name("trade-treaty"), {Value: datalog.Day(calendar.FromGregorian(1881, 2, 24))}}
			p.Bindings[1].Value = p.Premises[0].Atom.Terms[1].Value
			p.Premises[1].Atom.Terms[0] = name("trade-treaty")
		}, "ratified(trade-treaty, _) is said to be absent, and is there"},
		{"a sum that is wrong", "in-force", "trade-treaty", func(p *datalog.Proof) {
			end := datalog.Day(calendar.FromGregorian(1899, 1, 1))
			p.Atom.Terms[2].Value, p.Premises[2].Compared.Left.Value, p.Premises[3].Compared.Left.Value = end, end, end
			i := slices.IndexFunc(p.Bindings, func(b datalog.Binding) bool { return b.Variable == "E" })
			p.Bindings[i].Value = end
		}, "1899-01-01 = plus-years(1881-08-19, 10) does not hold"},
		{"a fact that rests on itself", "after", "d", func(p *datalog.Proof) {
			p.Rule, p.Bindings = "in-turn", []datalog.Binding{{Variable: "X", Value: datalog.Symbol("d")}, {Variable: "Y", Value: datalog.Symbol("c")}, {Variable: "Z", Value: datalog.Symbol("c")}}
			p.Premises = []*datalog.Proof{p, {Ground: datalog.Given, Atom: datalog.Atom{Relation: "after", Terms: []datalog.Term{name("c"), name("c")}}}}
		}, "rests on itself"},
		{"a missing premise", "unratified", "livadia", func(p *datalog.Proof) { p.Premises[0] = nil }, "premise 1 of"},
		{"an unknown ground", "unratified", "livadia", func(p *datalog.Proof) { p.Ground = "hearsay" }, `ground "hearsay" is not known`},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, facts, r := proved(t)
			proof := proofOf(t, r, test.relation, test.of)
			if err := datalog.Check(p, facts, r, proof); err != nil {
				t.Fatal(err)
			}
			test.change(proof)
			err := datalog.Check(p, facts, r, proof)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestADerivationNamesItsRuleAndPremises(t *testing.T) {
	_, _, r := proved(t)
	id, ok := r.Find("after", datalog.Symbol("c"), datalog.Symbol("a"))
	if !ok {
		t.Fatal("c does not come after a")
	}
	why, derived := r.Why(id)
	if !derived || why.Rule.Name != "in-turn" {
		t.Fatalf("derived %v by %+v", derived, why.Rule)
	}
	var premises []string
	for _, p := range why.Premises {
		premises = append(premises, r.Fact(p).String())
	}
	if diff := cmp.Diff([]string{"after(c, b)", "after(b, a)"}, premises); diff != "" {
		t.Error(diff)
	}
	given, _ := r.Find("replaced", datalog.Symbol("b"), datalog.Symbol("a"))
	if _, derived := r.Why(given); derived {
		t.Error("a given fact has a derivation")
	}
}
