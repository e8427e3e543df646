package chancery

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sampleClaim() Claim {
	doc := NewDocument("sample.txt", "The convention was signed on 1 May 1900.", "text/1")
	q, _ := doc.Quote(Span{0, 39})
	c := Claim{Doc: "sample", Quote: q, Polarity: Affirmed, Modality: Actual, Confidence: 900, Rule: "en/signed:3",
		Body: Event{Event: "signed", Date: "1900-05-01", Calendar: "unstated"}}
	c.ID = c.Identify(doc.Hash)
	return c
}

func TestAFactReadsBackAsItWasWritten(t *testing.T) {
	want := sampleClaim()
	b, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got Claim
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestResolutionRuleAndFileNameDoNotChangeWhatAClaimIsCalled(t *testing.T) {
	c := sampleClaim()
	e := c.Body.(Event)
	e.Instrument = "convention-1900"
	e.Actors = []Key{"japan"}
	other := c
	other.Body, other.Doc, other.Rule, other.Confidence = e, "renamed", "en/signed:9", 1
	if got := other.Identify("h"); got != c.Identify("h") {
		t.Errorf("resolved claim is called %s, unresolved %s", got, c.Identify("h"))
	}
}

func TestADifferentStatementIsADifferentClaim(t *testing.T) {
	c := sampleClaim()
	denied := c
	denied.Polarity = Denied
	moved := c
	moved.Quote.Start++
	dated := c
	dated.Body = Event{Event: "signed", Date: "1900-05-02"}
	for name, other := range map[string]Claim{"denied": denied, "moved": moved, "other date": dated} {
		if other.Identify("h") == c.Identify("h") {
			t.Errorf("%s: same id", name)
		}
	}
}

func TestGoldMayGiveCertaintyAloneAndAlsoAsStrings(t *testing.T) {
	var c Claim
	err := json.Unmarshal([]byte(`{"doc":"x","type":"event","event":"ratified","quote":"not ratified","certainty":"negated","also":["never"]}`), &c)
	if err != nil {
		t.Fatal(err)
	}
	if c.Polarity != Denied || len(c.Also) != 1 || c.Also[0].Text != "never" || c.Quote.Start != -1 {
		t.Errorf("got %+v", c)
	}
}

func TestRatesOfOlderGoldFilesAreRead(t *testing.T) {
	for in, want := range map[string]Rate{
		`{"amount":1.8,"currency":"RUB","per":"funt"}`:    {Amount: "1.8", Currency: "RUB", Per: "funt"},
		`{"amount":5,"currency":"percent","per":"value"}`: {Percent: "5"},
		`{"free":true}`: {Free: true},
	} {
		var got Rate
		if err := json.Unmarshal([]byte(in), &got); err != nil || got != want {
			t.Errorf("%s: %+v, %v", in, got, err)
		}
	}
}

func TestAQuoteNeverCutsACharacterInTwo(t *testing.T) {
	d := NewDocument("x", "мир", "text/1")
	if _, ok := d.Quote(Span{0, 3}); ok {
		t.Error("a span inside a character was accepted")
	}
	if q, ok := d.Quote(Span{0, 4}); !ok || q.Text != "ми" || !q.Stands(d.Text) {
		t.Errorf("got %+v %v", q, ok)
	}
}

func TestAnUnknownTypeOfFactSaysSo(t *testing.T) {
	var c Claim
	if err := json.Unmarshal([]byte(`{"type":"rumour","quote":"x"}`), &c); KindOf(err) != Invalid {
		t.Errorf("got %v", err)
	}
}
