package corpus_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/corpus"
)

func documents(t *testing.T) []corpus.Sample {
	t.Helper()
	all, err := corpus.Documents()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("the corpus is empty")
	}
	return all
}

func TestEverySampleIsWhole(t *testing.T) {
	for _, s := range documents(t) {
		for _, p := range s.Problems {
			t.Errorf("%s/%s", s.Name, p)
		}
		if len(s.Bytes) == 0 || len(s.Gold) == 0 || len(s.Never) == 0 {
			t.Errorf("%s: %d bytes, %d facts, %d forbidden claims; a sample has all three", s.Name, len(s.Bytes), len(s.Gold), len(s.Never))
		}
		if s.About.Licence != "CC0-1.0" || s.About.Language == "" || s.About.Writer == "" {
			t.Errorf("%s: about.yaml must give language and writer and the licence CC0-1.0: %+v", s.Name, s.About)
		}
		for _, c := range s.Gold {
			if c.Doc != s.Name {
				t.Errorf("%s: fact %s says doc %q", s.Name, c.ID, c.Doc)
			}
			if what := unknownWord(c.Body); what != "" {
				t.Errorf("%s: fact %s: %q is no word of FACTS", s.Name, c.ID, what)
			}
		}
	}
}

// unknownWord is the name of an event, topic or relation that FACTS does not have.
func unknownWord(b chancery.Body) string {
	switch b := b.(type) {
	case chancery.Event:
		if !slices.Contains(chancery.LifeEvents, b.Event) && !slices.Contains(chancery.OtherEvents, b.Event) {
			return b.Event
		}
	case chancery.Provision:
		if !slices.Contains(chancery.Topics, b.Topic) {
			return b.Topic
		}
	case chancery.Relation:
		if !slices.Contains(chancery.Relations, b.Rel) {
			return b.Rel
		}
	}
	return ""
}

// plain is the samples whose bytes are their text of record; of other formats only
// their reader knows it.
func plain(t *testing.T) []corpus.Sample {
	t.Helper()
	return slices.DeleteFunc(documents(t), func(s corpus.Sample) bool {
		return filepath.Ext(s.DocName) != ".txt" || !utf8.Valid(s.Bytes)
	})
}

func TestEveryGoldFactFoundScoresFull(t *testing.T) {
	for _, s := range plain(t) {
		text := string(s.Bytes)
		var found []chancery.Claim
		for _, c := range s.Gold {
			place(text, &c)
			found = append(found, c)
		}
		r := corpus.Score(s, text, found)
		for _, p := range r.Problems {
			t.Error(p)
		}
		for _, e := range append(r.Missed, r.Invented...) {
			t.Errorf("%s: missed or invented in the gold file itself: %s", s.Name, e)
		}
		for _, e := range r.Violations {
			t.Errorf("%s: a gold fact that is forbidden: %s", s.Name, e)
		}
		if r.Standing.Good != r.Standing.Of || r.Linked.Good != r.Linked.Of || r.Soft.Good != r.Soft.Of {
			t.Errorf("%s: quotes %+v, linked %+v, soft %+v", s.Name, r.Standing, r.Linked, r.Soft)
		}
	}
}

// place gives a gold fact the offsets of the first place of its quotes.
func place(text string, c *chancery.Claim) {
	at := func(q *chancery.Quote) {
		q.Start = strings.Index(text, q.Text)
		q.End = q.Start + len(q.Text)
	}
	at(&c.Quote)
	c.Also = slices.Clone(c.Also)
	for i := range c.Also {
		at(&c.Also[i])
	}
}

func TestWhatCannotBeReadIsReportedAndTheRestRead(t *testing.T) {
	gold, problems := corpus.ReadGold(strings.NewReader(`{"type":"place","name":"Orlan","quote":"Orlan"}
not json

{"type":"inconsistency","about":"dates","quote":"x"}
{"type":"rumour","quote":"x"}
{"type":"place","name":"Dorvik"}
{"type":"provision","topic":"peace","who":["orlan"],"quote":"peace","also":["for ever"]}`))
	if len(gold) != 2 || gold[1].Also[0].Text != "for ever" || gold[1].Quote.Start != -1 {
		t.Errorf("got %+v", gold)
	}
	var lines []int
	for _, p := range problems {
		lines = append(lines, p.Line)
	}
	if !slices.Equal(lines, []int{2, 5, 6}) {
		t.Errorf("problems %v", problems)
	}
}
