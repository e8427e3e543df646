package register_test

import (
	"fmt"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
	"pgregory.net/rapid"
)

// documents is how many samples a run chooses from.
const documents = 6

// act does one thing to the register that the run draws; things that make no sense in
// its state, such as withdrawing what is not there, are refused and change nothing.
func act(t *rapid.T, s register.Store) {
	n := rapid.IntRange(0, documents-1).Draw(t, "sample")
	doc, reading, res := registertest.Sample(n)
	v, err := register.At(ctx, s, 0)
	if err != nil {
		t.Fatal(err)
	}
	claim := reading.Claims[rapid.IntRange(0, 3).Draw(t, "claim")]
	d := register.Decision{Why: "drawn", Claims: []chancery.ClaimID{claim.ID}}
	actor := rapid.SampledFrom([]string{"anna", "boris"}).Draw(t, "actor")
	switch rapid.SampledFrom([]string{"add", "reread", "withdraw", "accept", "reject", "correct", "join", "split", "take out"}).Draw(t, "act") {
	case "add":
		_, err = register.AddDocument(ctx, s, actor, &doc, reading, res)
	case "reread":
		reading = drawReading(t, &doc, reading)
		_, _, err = register.Reread(ctx, s, actor, reading, nil)
	case "withdraw":
		_, err = register.Withdraw(ctx, s, actor, doc.ID, "drawn")
	case "accept":
		d.Act = register.Accept
		_, err = register.Decide(ctx, s, v, actor, d)
	case "reject":
		d.Act = register.Reject
		_, err = register.Decide(ctx, s, v, actor, d)
	case "correct":
		d.Act, d.Correction = register.Correct, &claim
		d.Correction.Body = chancery.Event{Event: "lapsed", Date: fmt.Sprint(1800 + rapid.IntRange(0, 3).Draw(t, "year"))}
		_, err = register.Decide(ctx, s, v, actor, d)
	case "join":
		_, err = register.Decide(ctx, s, v, actor, register.Decision{Act: register.Join, Entries: drawEntries(t), Why: "drawn"})
	case "split":
		_, err = register.Decide(ctx, s, v, actor, register.Decision{Act: register.Split, Entries: drawEntries(t), Why: "drawn"})
	case "take out":
		d.Act, d.Entries = register.Split, drawEntries(t)
		_, err = register.Decide(ctx, s, v, actor, d)
	}
	if kind := chancery.KindOf(err); err != nil && kind != chancery.NotFound && kind != chancery.Conflict {
		t.Fatal(err)
	}
}

func drawEntries(t *rapid.T) []chancery.Key {
	n := rapid.IntRange(0, documents-2).Draw(t, "entry")
	m := rapid.IntRange(n+1, documents-1).Draw(t, "other entry")
	pair := []chancery.Key{chancery.Key(fmt.Sprintf("treaty-of-fords-%d", n)), chancery.Key(fmt.Sprintf("treaty-of-fords-%d", m))}
	if rapid.Bool().Draw(t, "turned round") {
		pair[0], pair[1] = pair[1], pair[0]
	}
	return pair
}

// drawReading is r by other packs, without some claims and with some in longer words.
func drawReading(t *rapid.T, doc *chancery.Document, r register.Reading) register.Reading {
	r.Packs = fmt.Sprintf("packs-%d", rapid.IntRange(1, 4).Draw(t, "packs"))
	var kept []chancery.Claim
	for _, c := range r.Claims {
		switch rapid.IntRange(0, 2).Draw(t, "fate") {
		case 0:
			kept = append(kept, c)
		case 1:
			words := doc.Text[c.Quote.Start : c.Quote.End+1]
			kept = append(kept, registertest.Claim(doc, words, c.Body))
		}
	}
	r.Claims = kept
	return r
}

func page(t *rapid.T, s register.Store, known int64) string {
	v, err := register.At(ctx, s, known)
	if err != nil {
		t.Fatal(err)
	}
	return registertest.Page(v)
}

func TestTheOrderOfAddingNeverChangesAView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(t, "order")
		rejected := rapid.IntRange(0, documents-1).Draw(t, "rejected")
		var straight, turned register.Memory
		for i := range documents {
			addSample(t, &straight, i)
			addSample(t, &turned, order[i])
		}
		for _, s := range []register.Store{&straight, &turned} {
			_, reading, _ := registertest.Sample(rejected)
			v, err := register.At(ctx, s, 0)
			if err != nil {
				t.Fatal(err)
			}
			d := register.Decision{Act: register.Reject, Claims: []chancery.ClaimID{reading.Claims[2].ID}, Why: "misread"}
			if _, err := register.Decide(ctx, s, v, "anna", d); err != nil {
				t.Fatal(err)
			}
		}
		if a, b := page(t, &straight, 0), page(t, &turned, 0); a != b {
			t.Fatalf("added as %v the view is\n%s\nnot\n%s", order, b, a)
		}
	})
}

func addSample(t *rapid.T, s register.Store, n int) bool {
	doc, reading, res := registertest.Sample(n)
	added, err := register.AddDocument(ctx, s, "tester", &doc, reading, res)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

func TestADecisionMadeBetweenAdditionsIsTheSameAsOneMadeAfter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, documents-1).Draw(t, "sample")
		when := rapid.IntRange(n+1, documents).Draw(t, "when")
		_, reading, _ := registertest.Sample(n)
		d := register.Decision{Act: register.Accept, Claims: []chancery.ClaimID{reading.Claims[0].ID}, Why: "drawn"}
		var pages [2]string
		for i, moment := range []int{when, documents} {
			var m register.Memory
			for k := range documents + 1 {
				if k == moment {
					v, err := register.At(ctx, &m, 0)
					if err != nil {
						t.Fatal(err)
					}
					if _, err := register.Decide(ctx, &m, v, "anna", d); err != nil {
						t.Fatal(err)
					}
				}
				if k < documents {
					addSample(t, &m, k)
				}
			}
			pages[i] = page(t, &m, 0)
		}
		if pages[0] != pages[1] {
			t.Fatalf("%s\n%s", pages[0], pages[1])
		}
	})
}

func TestAddingTwiceEqualsAddingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var once, twice register.Memory
		for _, n := range rapid.SliceOf(rapid.IntRange(0, documents-1)).Draw(t, "samples") {
			addSample(t, &once, n)
			addSample(t, &twice, n)
			if addSample(t, &twice, n) {
				t.Fatal("the second time something was added")
			}
		}
		a, _, _ := once.Head(ctx)
		b, _, _ := twice.Head(ctx)
		if a != b || page(t, &once, 0) != page(t, &twice, 0) {
			t.Fatalf("the logs have %d and %d records", a, b)
		}
	})
}

// everything is what a view lists, and what it answers when asked for each sample.
func everything(v *register.View) string {
	said := registertest.Page(v)
	for n := range documents {
		doc, _, _ := registertest.Sample(n)
		_, there := v.Document(doc.ID)
		r, read := v.Reading(doc.ID)
		said += fmt.Sprintln(n, there, read, r.Packs, len(r.Claims))
	}
	return said
}

func TestRebuildingEqualsAdvancingInSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var m register.Memory
		v := new(register.View)
		steps := map[*register.View]string{v: everything(v)}
		for range rapid.IntRange(1, 25).Draw(t, "acts") {
			act(t, &m)
			if rapid.Bool().Draw(t, "advance") {
				next, err := v.Advance(ctx, &m, 0)
				if err != nil {
					t.Fatal(err)
				}
				old, before := v, steps[v]
				v = next
				steps[v] = everything(v)
				if got := everything(old); got != before {
					t.Fatalf("advancing from %d changed the view it began with:\n%s\nwas\n%s", old.Known(), got, before)
				}
				if got, want := registertest.Page(v), page(t, &m, v.Known()); got != want {
					t.Fatalf("advanced to %d:\n%s\nrebuilt:\n%s", v.Known(), got, want)
				}
			}
		}
	})
}

func TestWhatIsKnownAtARecordNeverChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var m register.Memory
		pages := map[int64]string{}
		views := map[int64]*register.View{}
		for range rapid.IntRange(1, 20).Draw(t, "acts") {
			act(t, &m)
			seq, _, _ := m.Head(ctx)
			if seq == 0 {
				continue
			}
			v, err := register.At(ctx, &m, seq)
			if err != nil {
				t.Fatal(err)
			}
			pages[seq], views[seq] = registertest.Page(v), v
		}
		for seq, want := range pages {
			if got := page(t, &m, seq); got != want {
				t.Fatalf("known at %d was\n%s\nand is\n%s", seq, want, got)
			}
			if got := registertest.Page(views[seq]); got != want {
				t.Fatalf("the view made at %d changed", seq)
			}
		}
	})
}

func TestEveryLogThatWritersMakeIsVerified(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var m register.Memory
		for range rapid.IntRange(0, 25).Draw(t, "acts") {
			act(t, &m)
		}
		if findings, err := register.Verify(ctx, &m); err != nil || len(findings) > 0 {
			t.Fatalf("%v %v", findings, err)
		}
	})
}
