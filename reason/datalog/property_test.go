package datalog_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"example.org/chancery/edtf/calendar"
	"example.org/chancery/reason/datalog"
)

// drawn is a random program that can be stratified: relation rN_M is of level N,
// and a rule negates only what is of a lower one.
type drawn struct {
	t      *rapid.T
	levels [][]string // names of relations
	number map[string][]bool
	text   strings.Builder
}

func drawProgram(t *rapid.T) *drawn {
	d := &drawn{t: t, number: map[string][]bool{}}
	for level := range rapid.IntRange(2, 4).Draw(t, "levels") {
		var names []string
		for n := range rapid.IntRange(1, 2).Draw(t, "relations") {
			name := fmt.Sprintf("r%d_%d", level, n)
			columns := rapid.SliceOfN(rapid.Bool(), 1, 3).Draw(t, "columns")
			d.number[name] = columns
			names = append(names, name)
			var said []string
			for c, number := range columns {
				said = append(said, fmt.Sprintf("c%d %s", c, map[bool]string{true: "number", false: "symbol"}[number]))
			}
			fmt.Fprintf(&d.text, "relation %s(%s).\n", name, strings.Join(said, ", "))
		}
		d.levels = append(d.levels, names)
	}
	for n := range rapid.IntRange(1, 8).Draw(t, "rules") {
		d.rule(n)
	}
	for range rapid.IntRange(0, 14).Draw(t, "facts") {
		name := d.relation(len(d.levels) - 1)
		fmt.Fprintf(&d.text, "%s(%s).\n", name, strings.Join(d.terms(name, nil, ""), ", "))
	}
	return d
}

func (d *drawn) relation(level int) string {
	return rapid.SampledFrom(slices.Concat(d.levels[:level+1]...)).Draw(d.t, "relation")
}

// terms draws a term for each column: a constant, one of the variables given, or
// other if it is not "".
func (d *drawn) terms(relation string, variables []string, other string) []string {
	var terms []string
	for _, number := range d.number[relation] {
		choice := []string{"a", "b", "c"}
		kind := "S"
		if number {
			choice, kind = []string{"0", "1", "2"}, "N"
		}
		if len(variables) > 0 { // constants are rarer
			choice = choice[:1]
		}
		for _, v := range variables {
			if strings.HasPrefix(v, kind) {
				choice = append(choice, v)
			}
		}
		if other != "" {
			choice = append(choice, other)
		}
		terms = append(terms, rapid.SampledFrom(choice).Draw(d.t, "term"))
	}
	return terms
}

func (d *drawn) rule(n int) {
	level := rapid.IntRange(1, len(d.levels)-1).Draw(d.t, "level")
	var body, bound []string
	for range rapid.IntRange(1, 3).Draw(d.t, "positive") {
		name := d.relation(level)
		terms := d.terms(name, []string{"S1", "S2", "S3", "N1", "N2", "N3"}, "_")
		body = append(body, name+"("+strings.Join(terms, ", ")+")")
		for _, v := range terms {
			if len(v) == 2 && !slices.Contains(bound, v) {
				bound = append(bound, v)
			}
		}
	}
	numbers := slices.DeleteFunc(slices.Clone(bound), func(v string) bool { return v[0] == 'S' })
	if len(numbers) > 0 {
		draw := func() string { return rapid.SampledFrom(append([]string{"1"}, numbers...)).Draw(d.t, "number") }
		if rapid.Bool().Draw(d.t, "compares") {
			body = append(body, draw()+" "+rapid.SampledFrom([]string{"<", "<=", ">", ">=", "=", "!="}).Draw(d.t, "op")+" "+draw())
		}
		if rapid.Bool().Draw(d.t, "reckons") {
			f := rapid.SampledFrom([]string{"min", "max", "plus"}).Draw(d.t, "function")
			body = append(body, "N9 = "+f+"("+draw()+", "+draw()+")", "N9 < 5")
			bound = append(bound, "N9")
		}
	}
	if rapid.Bool().Draw(d.t, "negates") {
		name := d.relation(level - 1)
		body = append(body, "not "+name+"("+strings.Join(d.terms(name, bound, "_"), ", ")+")")
	}
	body = rapid.Permutation(body).Draw(d.t, "order")
	head := rapid.SampledFrom(d.levels[level]).Draw(d.t, "head")
	var sentence string
	for _, v := range bound {
		sentence += "{" + v + "}"
	}
	fmt.Fprintf(&d.text, "rule q%d \"%s\" %s(%s) :- %s.\n", n, sentence, head, strings.Join(d.terms(head, bound, ""), ", "), strings.Join(body, ", "))
}

// naive evaluates level by level by trying all facts for all conditions until
// nothing is new: slow, and too simple to be wrong.
type naive struct {
	facts map[string][][]datalog.Value
}

func (n *naive) run(p *datalog.Program, levels int) {
	for _, f := range p.Facts {
		n.add(f, nil)
	}
	for level := range levels {
		for news := true; news; {
			news = false
			for _, r := range p.Rules {
				if strings.HasPrefix(r.Head.Relation, fmt.Sprintf("r%d_", level)) {
					n.match(r, 0, map[string]datalog.Value{}, func(env map[string]datalog.Value) {
						news = n.add(r.Head, env) || news
					})
				}
			}
		}
	}
}

func (n *naive) add(a datalog.Atom, env map[string]datalog.Value) bool {
	var row []datalog.Value
	for _, t := range a.Terms {
		row = append(row, valueOf(t, env))
	}
	if slices.ContainsFunc(n.facts[a.Relation], func(r []datalog.Value) bool { return slices.Equal(r, row) }) {
		return false
	}
	n.facts[a.Relation] = append(n.facts[a.Relation], row)
	return true
}

func valueOf(t datalog.Term, env map[string]datalog.Value) datalog.Value {
	if t.Variable != "" {
		return env[t.Variable]
	}
	return t.Value
}

// match goes through the positive conditions first, then decides the others.
func (n *naive) match(r datalog.Rule, i int, env map[string]datalog.Value, found func(map[string]datalog.Value)) {
	if i == len(r.Body) {
		if n.rest(r, env) {
			found(env)
		}
		return
	}
	if r.Body[i].Sort != datalog.Holds {
		n.match(r, i+1, env, found)
		return
	}
	for _, row := range n.facts[r.Body[i].Atom.Relation] {
		if more, ok := unify(r.Body[i].Atom.Terms, row, env); ok {
			n.match(r, i+1, more, found)
		}
	}
}

func unify(terms []datalog.Term, row []datalog.Value, env map[string]datalog.Value) (map[string]datalog.Value, bool) {
	more := map[string]datalog.Value{}
	for k, v := range env {
		more[k] = v
	}
	for i, t := range terms {
		if v, ok := more[t.Variable]; t.Variable == "_" {
			continue
		} else if t.Variable != "" && !ok {
			more[t.Variable] = row[i]
		} else if t.Variable != "" && v != row[i] || t.Variable == "" && t.Value != row[i] {
			return nil, false
		}
	}
	return more, true
}

func (n *naive) rest(r datalog.Rule, env map[string]datalog.Value) bool {
	for _, l := range r.Body {
		if c := l.Comparison; l.Sort == datalog.Compares && c.Function != "" {
			a, b := valueOf(c.Right[0], env).N, valueOf(c.Right[1], env).N
			env[c.Left.Variable] = datalog.Number(map[string]int32{"min": min(a, b), "max": max(a, b), "plus": a + b}[c.Function])
		}
	}
	for _, l := range r.Body {
		switch l.Sort {
		case datalog.Lacks:
			for _, row := range n.facts[l.Atom.Relation] {
				if _, ok := unify(l.Atom.Terms, row, env); ok {
					return false
				}
			}
		case datalog.Compares:
			if l.Comparison.Function != "" {
				continue
			}
			a, b := valueOf(l.Comparison.Left, env).N, valueOf(l.Comparison.Right[0], env).N
			if !map[string]bool{"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "=": a == b, "!=": a != b}[l.Comparison.Op] {
				return false
			}
		}
	}
	return true
}

func TestTheEngineDerivesWhatTryingEverythingDerives(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawProgram(rt)
		p, err := datalog.Load(datalog.Text{Name: "p", Body: d.text.String()})
		if err != nil {
			rt.Fatalf("%v\n%s", err, d.text.String())
		}
		facts := p.NewFacts()
		r, err := datalog.Run(t.Context(), p, facts, datalog.Limits{})
		if err != nil {
			rt.Fatal(err)
		}
		n := &naive{facts: map[string][][]datalog.Value{}}
		n.run(p, len(d.levels))
		verifier := datalog.NewVerifier(p, facts, r)
		for _, rel := range p.Relations {
			var want []string
			for _, row := range n.facts[rel.Name] {
				want = append(want, line(row))
			}
			got := all(r, rel.Name)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(want, got) {
				rt.Fatalf("%s: %s\n%s", rel.Name, cmp.Diff(want, got), d.text.String())
			}
			for values := range r.Of(rel.Name) {
				id, _ := r.Find(rel.Name, values...)
				if err := verifier.Check(r.Proof(id)); err != nil {
					rt.Fatalf("%v\n%s", err, d.text.String())
				}
			}
		}
	})
}

func TestAPrintedProgramReadsAsTheSame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := drawProgram(rt)
		name := datalog.Symbol(rapid.String().Draw(rt, "name")).String()
		d.text.WriteString("relation named(x) \"\\\"{x}\\\" is a \\\\ name\" absent \"no Имя\".\nnamed(" + name + ").\nrelation on(day day). on(no-start). on(-0044-03-15).")
		src, err := datalog.Parse(datalog.Text{Name: "p", Body: d.text.String()})
		if err != nil {
			rt.Fatal(err)
		}
		printsTheSame(rt, src)
	})
}

// printsTheSame checks that what a Source prints is read as the same Source.
func printsTheSame(t interface{ Fatalf(string, ...any) }, src *datalog.Source) {
	again, err := datalog.Parse(datalog.Text{Name: "again", Body: src.String()})
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	if diff := cmp.Diff(src, again, cmpopts.IgnoreTypes(datalog.Position{})); diff != "" {
		t.Fatalf("%s\n%s", diff, src)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(doctrine)
	f.Add(inForce)
	f.Add("relation a(x). a(\"\\x00\"). rule r \"{X}\" a(X) :- a(X), not a(_), X = y, 1 < N, N = plus(1, -2147483648).")
	f.Add("relation n(n day). n(-0044-03-15). rule q \"{X}\" n(Y) :- n(X), Y = plus-months(X, 2147483647).")
	f.Fuzz(func(t *testing.T, body string) {
		src, err := datalog.Parse(datalog.Text{Name: "p", Body: body})
		if err != nil {
			return
		}
		printsTheSame(t, src)
		p, err := datalog.Load(datalog.Text{Name: "p", Body: body})
		if err != nil {
			return
		}
		facts := p.NewFacts()
		if r, err := datalog.Run(t.Context(), p, facts, datalog.Limits{Facts: 200}); err == nil {
			everyProofHolds(t, p, facts, r)
		}
	})
}

// The engine reckons with the project's calendar, the verifier with that of the
// standard library: for any day and number they agree.
func TestDaysAreReckonedAsTheVerifierReckonsThem(t *testing.T) {
	p := load(t, `relation day-of(on day, n number). relation other(on day). relation reckoned(how, on day). relation distance(n number).
		rule d "{D} {N}" reckoned(days, E) :- day-of(D, N), E = plus-days(D, N).
		rule m "{D} {N}" reckoned(months, E) :- day-of(D, N), E = plus-months(D, N).
		rule y "{D} {N}" reckoned(years, E) :- day-of(D, N), E = plus-years(D, N).
		rule l "{D}" reckoned(least, E) :- day-of(D, _), other(F), E = min(D, F).
		rule b "{D} {E}" distance(N) :- day-of(D, _), other(E), N = days-between(D, E).`)
	day := rapid.OneOf(
		rapid.Int32Range(int32(calendar.FromGregorian(1600, 1, 1)), int32(calendar.FromGregorian(2000, 1, 1))),
		rapid.Int32Range(int32(calendar.FromGregorian(calendar.MinYear, 1, 1)), int32(calendar.FromGregorian(calendar.MaxYear, 12, 31))),
		rapid.SampledFrom([]int32{int32(calendar.NoStart), int32(calendar.NoEnd), int32(calendar.FromGregorian(1904, 2, 29)), int32(calendar.FromGregorian(calendar.MaxYear, 12, 31))}),
	)
	number := rapid.OneOf(rapid.Int32Range(-400, 400), rapid.Int32())
	rapid.Check(t, func(rt *rapid.T) {
		facts := p.NewFacts()
		for _, err := range []error{
			facts.Add("day-of", datalog.Day(calendar.Day(day.Draw(rt, "day"))), datalog.Number(number.Draw(rt, "number"))),
			facts.Add("other", datalog.Day(calendar.Day(day.Draw(rt, "other")))),
		} {
			if err != nil {
				rt.Fatal(err)
			}
		}
		r := run(t, p, facts)
		if r.Count("reckoned") != 4 {
			rt.Fatalf("%v", all(r, "reckoned"))
		}
		everyProofHolds(t, p, facts, r)
	})
}
