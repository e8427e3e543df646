package review_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/review"
)

// shelf is a register in memory with documents whose persons are tied as told.
type shelf struct {
	t     *testing.T
	store *register.Memory
}

func newShelf(t *testing.T) shelf { return shelf{t, &register.Memory{}} }

// person adds a document that names one person, tied to an entry.
func (s shelf) person(text, name string, link register.Link) chancery.ClaimID {
	s.t.Helper()
	doc := chancery.NewDocument(strings.Fields(text)[0]+".txt", text, "test/1")
	at := strings.Index(text, name)
	c := chancery.Claim{Quote: chancery.Quote{Span: chancery.Span{Start: at, End: at + len(name)}, Text: name}, Polarity: chancery.Affirmed,
		Modality: chancery.Actual, Confidence: 700, Rule: "test", Body: chancery.Person{Name: name, Variants: []string{name}}}
	c.ID = c.Identify(doc.Hash)
	link.Claim, link.Field = c.ID, register.FieldPerson
	if link.Entry == "" {
		link.Entry = chancery.ProvisionalKey(doc.ID, at)
	}
	_, err := register.AddDocument(s.t.Context(), s.store, "tester", &doc,
		register.Reading{Document: doc.ID, Engine: "e", Packs: "p", Claims: []chancery.Claim{c}},
		&register.Resolution{Document: doc.ID, Authority: "a", Links: []register.Link{link},
			Entries: []register.Description{{Key: link.Entry, Type: chancery.PersonClaim, Label: name}}})
	if err != nil {
		s.t.Fatal(err)
	}
	return c.ID
}

func (s shelf) view() *register.View {
	s.t.Helper()
	v, err := register.At(s.t.Context(), s.store, 0)
	if err != nil {
		s.t.Fatal(err)
	}
	return v
}

// asked is the sorts of the open questions with their answers.
func (s shelf) asked() []string {
	out := []string{}
	for _, q := range review.Questions(s.view()) {
		var says []string
		for _, a := range q.Answers {
			says = append(says, a.Say)
		}
		out = append(out, string(q.Sort)+": "+strings.Join(says, " "))
	}
	return out
}

// answer gives an answer to the only question.
func (s shelf) answer(say string) {
	s.t.Helper()
	all := review.Questions(s.view())
	if len(all) != 1 {
		s.t.Fatalf("there are %d questions", len(all))
	}
	a, err := all[0].Answer(say)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, d := range append([]register.Decision{a.Decision}, a.Further...) {
		d.Why = "test"
		if _, err := register.Decide(context.Background(), s.store, s.view(), "tester", d); err != nil {
			s.t.Fatal(err)
		}
	}
}

func TestANameThatSeveralMayHaveIsAskedAboutUntilItIsDecided(t *testing.T) {
	giers := register.Link{Candidates: []register.Candidate{{Key: "nikolai-giers", Why: "last name"}, {Key: "mikhail-giers", Why: "last name"}}}
	for say, want := range map[string]chancery.Key{"mikhail-giers": "mikhail-giers", "none": ""} {
		s := newShelf(t)
		id := s.person("Giers wrote.", "Giers", giers)
		if got := s.asked(); !slices.Equal(got, []string{"undecided: nikolai-giers mikhail-giers none"}) {
			t.Fatalf("asked %q", got)
		}
		s.answer(say)
		if got := s.asked(); len(got) != 0 {
			t.Errorf("after %s it still asks %q", say, got)
		}
		c, _ := s.view().Claim(id)
		key := c.Body.(chancery.Person).Key
		if want != "" && key != want || want == "" && !key.Provisional() {
			t.Errorf("after %s the claim is about %s", say, key)
		}
	}
}

func TestTwoProvisionalEntriesOfOneNameMayBeJoinedOrKeptApart(t *testing.T) {
	for say, entries := range map[string]int{"same": 1, "apart": 2} {
		s := newShelf(t)
		s.person("First came Озорнин.", "Озорнин", register.Link{})
		s.person("Later Озарнин left.", "Озарнин", register.Link{})
		if got := s.asked(); !slices.Equal(got, []string{"same: same apart"}) {
			t.Fatalf("asked %q", got)
		}
		s.answer(say)
		if got := s.asked(); len(got) != 0 {
			t.Errorf("after %s it still asks %q", say, got)
		}
		if got := len(s.view().Entries()); got != entries {
			t.Errorf("after %s there are %d entries", say, got)
		}
	}
}

func TestOtherRulersOfOneNameAreNotAskedAbout(t *testing.T) {
	s := newShelf(t)
	s.person("First came Nicholas I here.", "Nicholas I", register.Link{})
	s.person("Later Nicholas II left.", "Nicholas II", register.Link{})
	if got := s.asked(); len(got) != 0 {
		t.Errorf("asked %q", got)
	}
}

func TestAWeakTieCanBeConfirmedOrUndone(t *testing.T) {
	for say, want := range map[string]bool{"yes": true, "no": false} {
		s := newShelf(t)
		id := s.person("Cupid flows.", "Cupid", register.Link{Entry: "amur", Reasons: []string{"a slip"}, Weak: true})
		s.answer(say)
		if got := s.asked(); len(got) != 0 {
			t.Errorf("after %s it still asks %q", say, got)
		}
		c, _ := s.view().Claim(id)
		if got := c.Body.(chancery.Person).Key == "amur"; got != want {
			t.Errorf("after %s the claim is about %s", say, c.Body.(chancery.Person).Key)
		}
	}
}

func TestAQuestionKeepsItsIdAndUnknownAnswersAreRefused(t *testing.T) {
	s := newShelf(t)
	s.person("Giers wrote.", "Giers", register.Link{Candidates: []register.Candidate{{Key: "nikolai-giers", Why: "last name"}}})
	q := review.Questions(s.view())[0]
	s.person("Nobody else came but Kuropatkin.", "Kuropatkin", register.Link{})
	if again, err := review.Find(review.Questions(s.view()), q.ID[:5]); err != nil || again.ID != q.ID {
		t.Errorf("got %v, %v", again.ID, err)
	}
	if _, err := q.Answer("perhaps"); chancery.KindOf(err) != chancery.Invalid || !strings.Contains(err.Error(), "nikolai-giers, none") {
		t.Errorf("got %v", err)
	}
	if _, err := review.Find(nil, "q1"); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("got %v", err)
	}
}
