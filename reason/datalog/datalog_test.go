package datalog_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery/reason/datalog"
)

func load(t testing.TB, body string) *datalog.Program {
	t.Helper()
	p, err := datalog.Load(datalog.Text{Name: "test.rules", Body: body})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func run(t testing.TB, p *datalog.Program, facts *datalog.Facts) *datalog.Result {
	t.Helper()
	r, err := datalog.Run(t.Context(), p, facts, datalog.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// all writes the facts of a relation, in the order in which they come.
func all(r datalog.Extent, relation string) []string {
	var facts []string
	for values := range r.Of(relation) {
		facts = append(facts, line(values))
	}
	return facts
}

func line(values []datalog.Value) string {
	s := make([]string, len(values))
	for i, v := range values {
		s[i] = v.String()
	}
	return strings.Join(s, " ")
}

func TestWhatFollowsFromAProgram(t *testing.T) {
	for _, test := range []struct {
		name, program, ask string
		want               []string
	}{
		{
			"a rule joins facts by their common variable",
			`relation party(instrument, polity). relation pair(instrument, one, other).
			party(aigun, russia). party(aigun, china). party(shimoda, russia). party(shimoda, japan).
			rule both "{I} is between {A} and {B}" pair(I, A, B) :- party(I, A), party(I, B), A != B.`,
			"pair", []string{"aigun russia china", "aigun china russia", "shimoda russia japan", "shimoda japan russia"},
		},
		{
			"a relation that depends on itself is closed",
			`relation replaced(new, former). relation after(new, former).
			replaced(c, b). replaced(b, a). replaced(d, c).
			rule at-once "{X} replaced {Y}" after(X, Y) :- replaced(X, Y).
			rule in-turn "{X} came after {Z} by way of {Y}" after(X, Z) :- after(X, Y), replaced(Y, Z).`,
			"after", []string{"c b", "b a", "d c", "c a", "d b", "d a"},
		},
		{
			"two relations may depend on each other, and both on facts of their own",
			`relation step(from, to). relation even(n). relation odd(n).
			step(a, b). step(b, c). step(c, d). even(a).
			rule o "{Y} is odd" odd(Y) :- even(X), step(X, Y).
			rule e "{Y} is even" even(Y) :- step(X, Y), odd(X).`,
			"even", []string{"a", "c"},
		},
		{
			"what is closed over both its sides takes old and new facts together",
			`relation e(a, b). relation tc(a, b).
			e(a, b). e(b, c). e(c, d). e(d, e).
			rule one "{X}{Y}" tc(X, Y) :- e(X, Y).
			rule two "{X}{Y}{Z}" tc(X, Z) :- tc(X, Y), tc(Y, Z).`,
			"tc", []string{"a b", "b c", "c d", "d e", "a c", "b d", "c e", "a d", "b e", "a e"},
		},
		{
			"negation asks for what is nowhere, whatever the value of _",
			`relation signed(instrument, on day). relation ratified(instrument, on day). relation unratified(instrument).
			signed(aigun, 1858-05-28). signed(livadia, 1879-10-02). ratified(aigun, 1858-06-14).
			rule u "{I} was signed and not ratified" unratified(I) :- not ratified(I, _), signed(I, _).`,
			"unratified", []string{"livadia"},
		},
		{
			"negation of a derived relation waits until it is complete",
			`relation e(a, b). relation reach(a). relation node(a). relation cut-off(a).
			e(a, b). e(b, c). node(a). node(b). node(c). node(z). reach(a).
			rule r "{Y} is reached from {X}" reach(Y) :- reach(X), e(X, Y).
			rule no "{X} is cut off" cut-off(X) :- node(X), not reach(X).`,
			"cut-off", []string{"z"},
		},
		{
			"negation with nothing but _ asks whether there is any",
			`relation war(a). relation peace(p). relation calm(p). peace(x).
			rule c "{X} is calm" calm(X) :- peace(X), not war(_).`,
			"calm", []string{"x"},
		},
		{
			"days are compared, and an end that is never reached comes after all",
			`relation life(instrument, from day, to day). relation on(day day). relation in-force(instrument, day day).
			life(nerchinsk, 1689-08-27, 1858-05-28). life(aigun, 1858-05-28, no-end). on(1859-01-01).
			rule f "{I} was in force on {D}" in-force(I, D) :- on(D), life(I, A, B), A <= D, D < B.`,
			"in-force", []string{"aigun 1859-01-01"},
		},
		{
			"intervals are cut by min and max, whatever order the conditions stand in",
			`relation life(instrument, from day, to day). relation common(a, b, from day, to day).
			life(a, 1900-01-01, 1910-01-01). life(b, 1905-01-01, no-end).
			rule c "{X} and {Y} from {F} to {T}" common(X, Y, F, T) :- F < T, F = max(A, C), T = min(B, D), life(X, A, B), life(Y, C, D), X != Y.`,
			"common", []string{"a b 1905-01-01 1910-01-01", "b a 1905-01-01 1910-01-01"},
		},
		{
			"terms of years and months end on the day of the same number or the last of the month",
			`relation signed(i, on day). relation ends(i, year day, month day, day day, length number).
			signed(x, 1904-02-29). signed(y, no-end). signed(z, 1903-12-31).
			rule e "{I} {A} {B} {C} {N}" ends(I, A, B, C, N) :- signed(I, D), A = plus-years(D, 1), B = plus-months(D, 2), C = plus-days(D, -1), L = days-between(D, A), N = plus(L, 1).`,
			"ends", []string{"x 1905-02-28 1904-04-29 1904-02-28 366", "z 1904-12-31 1904-02-29 1903-12-30 367"},
		},
		{
			"a variable that stands twice in a fact, and constants, are compared",
			`relation pair(a, b). relation same(a). pair(a, b). pair(c, c). pair("Old Name", "Old Name"). pair(d, d).
			rule s "{X}" same(X) :- pair(X, X), X != d.`,
			"same", []string{"c", `"Old Name"`},
		},
		{
			"= gives a value from either side",
			`relation a(x). relation b(x, y). a(p).
			rule r "{X} {Y} {Z}" b(Y, Z) :- a(X), X = Y, Z = q, X = p.`,
			"b", []string{"p q"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, test.program)
			facts := p.NewFacts()
			r := run(t, p, facts)
			if diff := cmp.Diff(test.want, all(r, test.ask)); diff != "" {
				t.Error(diff)
			}
			everyProofHolds(t, p, facts, r)
		})
	}
}

// everyProofHolds checks the proof of every fact without the engine.
func everyProofHolds(t testing.TB, p *datalog.Program, facts *datalog.Facts, r *datalog.Result) {
	t.Helper()
	verifier := datalog.NewVerifier(p, facts, r)
	for _, rel := range p.Relations {
		for values := range r.Of(rel.Name) {
			id, ok := r.Find(rel.Name, values...)
			if !ok {
				t.Fatalf("%s %s is listed and not found", rel.Name, line(values))
			}
			if err := verifier.Check(r.Proof(id)); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestAllFaultsOfAProgramAreSaidAtOnceWithLinesAndWhatToDo(t *testing.T) {
	for _, test := range []struct {
		name, program string
		want          []string
	}{
		{"what is no sentence of the language", "relation a(x).\nb(.\nrule r a(X) :- a(X).\na(\"x).\na(x) :- a(y).\na(5000000000). a(1900-02-30).\na(~x)", []string{
			"p:2:3: a variable, a name, a day or a number was expected, not .; ",
			"p:3:8: a sentence in quotation marks was expected, not a; ",
			`p:4:3: this quotation has no end; end it with " on the same line`,
			"p:5:1: \")\" was expected, not a; ",
			"p:6:3: 5000000000 is no number; ",
			"p:6:18: 1900-02-30: ",
			"p:7:3: '~' has no meaning here; ",
			"p:7:6: \".\" was expected, not the end; end each statement with a full stop",
		}},
		{"a fact written as a rule", "relation a(x).\na(x) :- a(y).", []string{`p:2:6: "." was expected, not :-; begin a rule with its name and sentence`}},
		{"a rule without conditions", "relation a(x).\nrule r \"s\" a(x).", []string{`p:2:16: ":-" was expected, not .; give the rule conditions, or state a fact`}},
		{"names that are not declared, or twice", "relation ratified(x).\nrelation ratified(x, y, y).\nrule r \"s {X}\" ratified(X) :- ratifed(X).\nrule r \"s {X}\" gone(X) :- ratified(X).", []string{
			"p:2:10: relation ratified is declared in line 1 of p already; ",
			"p:3:31: relation ratifed is not declared; ",
			"p:4:6: rule r stands in line 3 of p already; ",
			"p:4:16: relation gone is not declared; declare it: relation gone(...).",
		}},
		{"another number of columns, another kind of value", "relation a(x, on day).\na(x).\na(x, y).\na(X, 1900-01-01).\nrule r \"{X}{D}\" a(D, X) :- a(X, D).\nrule q \"{X}{D}\" a(X, D) :- a(X, D), X < X, D = 5, D = plus-days(D, D).", []string{
			"p:2:1: a(x) has 1 terms and its relation 2 columns; ",
			"p:3:1: y is a symbol where a day is wanted; write a day as 1858-05-28, no-start or no-end",
			"p:4:1: the fact a(X, 1900-01-01) has the variable X; ",
			"p:5:17: D is a day where a symbol is wanted; ",
			"p:5:17: X is a symbol where a day is wanted; ",
			"p:6:37: X < X puts names in an order, and they have none; ",
			"p:6:44: 5 is a number where a day is wanted; ",
			"p:6:51: D is a day where a number is wanted; ",
		}},
		{"variables without a value", "relation a(x). relation b(x). relation c(x).\nrule head \"{X}\" a(Y) :- b(X), X != z.\nrule negated \"{X}\" a(X) :- b(X), not c(Z).\nrule compared \"{X}\" a(X) :- b(X), Z = plus(W, 1).\nrule any \"s\" a(_) :- b(_).\nrule once \"s\" a(x) :- b(X).\nrule sentence \"{W}\" a(X) :- b(X).", []string{
			"p:2:17: Y has no value in the head of rule head; name Y in a fact of the body that is not negated, or give it a value with =",
			"p:3:38: Z has no value in not c(Z); name Z in a fact of the body that is not negated, or give it a value with =; write _ if any value will do",
			"p:4:35: Z has no value in Z = plus(W, 1); ",
			"p:4:35: W has no value in Z = plus(W, 1); ",
			"p:5:14: the head of rule any has _, which has no value; ",
			"p:6:6: X stands only once in rule once; write _ where a value does not matter",
			"p:7:6: the sentence says {W}, which is no variable with a value here; ",
		}},
		{"what depends on its own absence", "relation in-force(x). relation ended(x). relation signed(x).\nrule f \"{X}\" in-force(X) :- signed(X), not ended(X).\nrule e \"{X}\" ended(X) :- in-force(X).", []string{
			"p:2:44: in-force depends on its own absence: in-force - not ended - in-force; break the circle: ",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := datalog.Load(datalog.Text{Name: "p", Body: test.program})
			var faults datalog.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("got %v, want faults", err)
			}
			for i, f := range faults {
				if i >= len(test.want) || !strings.HasPrefix(f.String(), test.want[i]) || f.Do == "" {
					t.Errorf("fault %d: %s", i, f)
				}
			}
			if len(faults) != len(test.want) {
				t.Errorf("%d faults, want %d", len(faults), len(test.want))
			}
		})
	}
}

func TestAProgramIsWrittenInSeveralTexts(t *testing.T) {
	p, err := datalog.Load(
		datalog.Text{Name: "words", Body: "relation a(x). relation b(x)."},
		datalog.Text{Name: "rules", Body: `rule r "{X}" b(X) :- a(X).`})
	if err != nil {
		t.Fatal(err)
	}
	facts := p.NewFacts()
	if err := facts.Add("a", datalog.Symbol("1 x")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{`"1 x"`}, all(run(t, p, facts), "b")); diff != "" {
		t.Error(diff)
	}
}

func TestARunStopsAtItsLimitAndSaysWhatToDo(t *testing.T) {
	p := load(t, `relation n(n number). n(0). rule next "{M} follows {N}" n(M) :- n(N), M = plus(N, 1).`)
	_, err := datalog.Run(t.Context(), p, p.NewFacts(), datalog.Limits{Facts: 1000})
	if !errors.Is(err, datalog.ErrLimit) || !strings.Contains(err.Error(), "rule next") || !strings.Contains(err.Error(), "raise the limit") {
		t.Errorf("got %v", err)
	}
}

func TestARunEndsWithItsContext(t *testing.T) {
	p := load(t, `relation n(n number). n(0). rule next "{M} follows {N}" n(M) :- n(N), M = plus(N, 1).`)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := datalog.Run(ctx, p, p.NewFacts(), datalog.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestFactsThatDoNotFitTheirRelationAreRefused(t *testing.T) {
	p := load(t, "relation a(x, on day).")
	facts := p.NewFacts()
	for _, err := range []error{
		facts.Add("b", datalog.Symbol("x")),
		facts.Add("a", datalog.Symbol("x")),
		facts.Add("a", datalog.Symbol("x"), datalog.Number(5)),
	} {
		if err == nil {
			t.Error("accepted")
		}
	}
	if facts.Count("a") != 0 {
		t.Error("something was added")
	}
}

func TestWithSortedFactsTheOrderOfAddingChangesNothing(t *testing.T) {
	p := load(t, `relation replaced(new, former). relation after(new, former).
		rule at-once "{X} replaced {Y}" after(X, Y) :- replaced(X, Y).
		rule in-turn "{X} {Y} {Z}" after(X, Z) :- after(X, Y), replaced(Y, Z).`)
	tell := func(order []int) string {
		facts := p.NewFacts()
		for _, n := range order {
			for k := 1; k <= 2; k++ {
				if err := facts.Add("replaced", datalog.Symbol(fmt.Sprint("t", n)), datalog.Symbol(fmt.Sprint("t", n-k))); err != nil {
					t.Fatal(err)
				}
			}
		}
		facts.Sort()
		r := run(t, p, facts)
		var b strings.Builder
		for values := range r.Of("after") {
			id, _ := r.Find("after", values...)
			if err := p.WriteProof(&b, r.Proof(id), nil); err != nil {
				t.Fatal(err)
			}
		}
		return b.String()
	}
	if diff := cmp.Diff(tell([]int{1, 2, 3, 4, 5}), tell([]int{4, 1, 5, 3, 2})); diff != "" {
		t.Error(diff)
	}
}

// Small programs hardly fill a hash table; here its chains meet and it grows.
func TestManyFactsAreFoundByAnyOfTheirColumns(t *testing.T) {
	p := load(t, `relation pair(n number, m number, name). relation asked(n number, m number). relation lone(name).
		relation by-one(n number, name). relation by-two(name). relation missing(n number, m number).
		rule one "{N} {X}" by-one(N, X) :- asked(N, _), pair(N, _, X).
		rule two "{N} {M} {X}" by-two(X) :- asked(N, M), pair(N, M, X).
		rule none "{N} {M}" missing(N, M) :- asked(N, M), not pair(M, N, _).
		rule alone "{X} {N}" lone(X) :- pair(N, _, X), not asked(N, _).`)
	facts := p.NewFacts()
	const n = 20_000
	for i := range int32(n) {
		name := datalog.Symbol(fmt.Sprint("x", i))
		for _, err := range []error{
			facts.Add("pair", datalog.Number(i/2), datalog.Number(i), name),
			facts.Add("asked", datalog.Number(i), datalog.Number(2*i)),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	r := run(t, p, facts)
	got := map[string]int{}
	for _, rel := range []string{"by-one", "by-two", "missing", "lone"} {
		got[rel] = r.Count(rel)
	}
	// asked(i, 2i) finds pair(i, 2i) and pair(i, 2i+1) where i < n/2; pair(2i, i) is there only for 0.
	if diff := cmp.Diff(map[string]int{"by-one": n, "by-two": n / 2, "missing": n - 1, "lone": 0}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSeveralRunsShareTheirProgramAndFacts(t *testing.T) {
	p := load(t, closure+` replaced("stated by the program", t1).`)
	facts := p.NewFacts()
	for n := range 60 {
		if err := facts.Add("replaced", datalog.Symbol(fmt.Sprint("t", n+1)), datalog.Symbol(fmt.Sprint("t", n))); err != nil {
			t.Fatal(err)
		}
	}
	results := make(chan []string)
	for range 4 {
		go func() {
			r, err := datalog.Run(t.Context(), p, facts, datalog.Limits{})
			if err != nil {
				results <- []string{err.Error()}
				return
			}
			results <- all(r, "after")
		}()
	}
	first := <-results
	if len(first) != 60*61/2+2 {
		t.Errorf("%d facts", len(first))
	}
	for range 3 {
		if diff := cmp.Diff(first, <-results); diff != "" {
			t.Error(diff)
		}
	}
	if facts.Count("replaced") != 60 || facts.Count("after") != 0 {
		t.Error("a run changed the facts it was given")
	}
}
