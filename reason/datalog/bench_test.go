package datalog_test

import (
	"fmt"
	"math/rand"
	"strconv"
	"testing"

	"example.org/chancery/edtf/calendar"
	"example.org/chancery/reason/datalog"
)

const closure = `
relation replaced(new, former).
relation after(new, former).
rule at-once "{X} replaced {Y}" after(X, Y) :- replaced(X, Y).
rule in-turn "{X} came after {Z}, since {Y} replaced {Z}" after(X, Z) :- after(X, Y), replaced(Y, Z).`

// replacing gives n treaties of which each after the first replaces as many of
// the nearest before it as told, at most nearest away.
func replacing(b *testing.B, p *datalog.Program, n, each, nearest int) *datalog.Facts {
	facts := p.NewFacts()
	random := rand.New(rand.NewSource(1))
	for t := 1; t < n; t++ {
		for range each {
			former := t - 1 - random.Intn(min(t, nearest))
			if err := facts.Add("replaced", datalog.Symbol("t"+strconv.Itoa(t)), datalog.Symbol("t"+strconv.Itoa(former))); err != nil {
				b.Fatal(err)
			}
		}
	}
	return facts
}

// The closure over 2,000 treaties, with the first derivation of every pair kept:
// in a tree each pair follows in one way; in a net most follow again and again.
func BenchmarkClosureOfReplacements(b *testing.B) {
	for _, shape := range []struct {
		name             string
		n, each, nearest int
	}{
		{"tree", 2000, 1, 8},
		{"net", 1060, 3, 100},
	} {
		b.Run(shape.name, func(b *testing.B) {
			p := load(b, closure)
			facts := replacing(b, p, shape.n, shape.each, shape.nearest)
			pairs := 0
			b.ReportAllocs()
			for b.Loop() {
				pairs = run(b, p, facts).Count("after")
			}
			b.ReportMetric(float64(pairs), "pairs")
		})
	}
}

const inForce = `
relation party(instrument, polity). relation span(instrument, from day, to day). relation replaced(new, former). relation asked(day day).
relation candidate(instrument). relation former(instrument). relation in-force(instrument, day day). relation after(new, former).
rule both "{I} is between both" candidate(I) :- party(I, p1), party(I, p2).
rule gone "{I} was replaced" former(I) :- replaced(_, I).
rule at-once "{X} replaced {Y}" after(X, Y) :- replaced(X, Y).
rule in-turn "{X} {Y} {Z}" after(X, Z) :- after(X, Y), replaced(Y, Z).
rule force "{I} was in force on {D}" in-force(I, D) :- candidate(I), span(I, A, B), asked(D), A <= D, D < B, not former(I).`

func millionFacts(b *testing.B, p *datalog.Program) *datalog.Facts {
	random := rand.New(rand.NewSource(1))
	facts := p.NewFacts()
	add := func(relation string, values ...datalog.Value) {
		if err := facts.Add(relation, values...); err != nil {
			b.Fatal(err)
		}
	}
	for t := range 300_000 {
		i := datalog.Symbol("treaty-" + strconv.Itoa(t))
		for range 2 {
			add("party", i, datalog.Symbol(fmt.Sprint("p", random.Intn(100))))
		}
		from := 2_300_000 + random.Intn(100_000)
		add("span", i, datalog.Day(calendar.Day(from)), datalog.Day(calendar.Day(from+random.Intn(20_000))))
		if t%3 == 0 && t > 0 {
			add("replaced", i, datalog.Symbol("treaty-"+strconv.Itoa(t-1-random.Intn(min(t, 1000)))))
		}
	}
	add("asked", datalog.Day(2_350_000))
	return facts
}

func BenchmarkMillionFacts(b *testing.B) {
	p := load(b, inForce)
	b.Run("load", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			millionFacts(b, p)
		}
	})
	facts := millionFacts(b, p)
	b.Run("sort", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			b.StopTimer()
			unsorted := millionFacts(b, p)
			b.StartTimer()
			unsorted.Sort()
		}
	})
	b.Run("derive", func(b *testing.B) {
		derived := 0
		b.ReportAllocs()
		for b.Loop() {
			derived = run(b, p, facts).Derived()
		}
		b.ReportMetric(float64(derived), "derived")
	})
}

func BenchmarkProofOfTheLongestChain(b *testing.B) {
	p := load(b, closure)
	facts := replacing(b, p, 2000, 1, 9)
	r := run(b, p, facts)
	id, ok := r.Find("after", datalog.Symbol("t1999"), datalog.Symbol("t0"))
	if !ok {
		b.Fatal("the last does not come after the first")
	}
	b.Run("prove", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Proof(id)
		}
	})
	verifier, proof := datalog.NewVerifier(p, facts, r), r.Proof(id)
	b.Run("check", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := verifier.Check(proof); err != nil {
				b.Fatal(err)
			}
		}
	})
}
