package answer

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
)

func fordDocuments() []document {
	return []document{
		{"a.txt", []said{
			{words: "the treaty of Ford was signed on 1 June 1851", body: ford("signed", "1851-06-01")},
			{words: "under article 2 merchants may trade at the ford", body: chancery.Provision{Instrument: "treaty-of-ford", Article: "2", Topic: "trade", Where: "the ford"}},
			{words: "the treaty of Mill was signed in 1870", body: chancery.Event{Event: "signed", Instrument: "treaty-of-mill", Date: "1870"}},
		}},
		{"b.txt", []said{{words: "signed on 9 June 1851 at Ford", body: ford("signed", "1851-06-09")}}},
	}
}

func TestPartiesAreUnderstoodByFamilyKeyAndNameInAnyLanguage(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	auth := lands(t)
	for _, name := range []string{"north", "NORTH", "northland", "Северия", "the north"} {
		got, err := Ask(v, auth, Question{Between: []string{name, "south"}, On: "1860"})
		if err != nil || len(got.Instruments) != 2 {
			t.Errorf("%s: %d instruments, %v", name, len(got.Instruments), err)
		}
	}
	got, err := Ask(v, auth, Question{Between: []string{"westland", "south"}, On: "1860"})
	if err != nil || len(got.Instruments) != 0 || len(got.Notes) == 0 {
		t.Errorf("of others: %+v, %v", got, err)
	}
	got, err = Ask(v, auth, Question{Between: []string{"north"}, On: "1860"})
	if err != nil || len(got.Parties[0].Polities) != 1 {
		t.Errorf("Old North had ended by 1860: %+v, %v", got.Parties, err)
	}
}

func TestWhatCannotBeAskedSaysWhatToDo(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	for name, c := range map[string]struct {
		q    Question
		kind chancery.ErrorKind
		do   string
	}{
		"unknown party":    {Question{Between: []string{"atlantis"}}, chancery.NotFound, "use one of north, south, west"},
		"part of a name":   {Question{Between: []string{"southlan"}}, chancery.NotFound, "did you mean southland?"},
		"no date":          {Question{On: "yesterday"}, chancery.Invalid, "write for example 1858-06-13"},
		"a day of no year": {Question{On: "XXXX-05-01"}, chancery.Invalid, "1859-01-01"},
		"no topic":         {Question{About: "weather"}, chancery.Invalid, "boundary"},
		"no sources":       {Question{Sources: "rumours"}, chancery.Invalid, "documents"},
	} {
		_, err := Ask(v, lands(t), c.q)
		if chancery.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.do) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDocumentsAndAuthorityAreNeverMixed(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	state := func(s Sources) Standing {
		got, err := Ask(v, lands(t), Question{Between: []string{"north", "south"}, On: "1860", Sources: s})
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range got.Instruments {
			if i.Key == "treaty-of-ford" {
				return i
			}
		}
		t.Fatal("no treaty of Ford")
		return Standing{}
	}
	docs, auth, all := state(Documents), state(Authority), state(All)
	if docs.State != Signed || docs.Authority != nil {
		t.Errorf("documents: %+v", docs)
	}
	if auth.State != InForce || auth.Documents != nil || auth.Authority.Because[0].By[0].Reference != "Collection of Treaties, No. 7" {
		t.Errorf("authority: %+v", auth)
	}
	if all.State != Signed || all.Documents.State != Signed || all.Authority.State != InForce {
		t.Errorf("all: %+v", all)
	}
	if all.Reference == "" {
		t.Error("the label is not marked as the authority's")
	}
}

func TestWhatOnlyTheAuthorityKnowsIsCountedAndCanBeAsked(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	got, err := Ask(v, lands(t), Question{Between: []string{"north", "south"}, On: "1860"})
	if err != nil || !strings.Contains(strings.Join(got.Notes, ";"), "1 further instrument") {
		t.Errorf("%v, %v", got.Notes, err)
	}
	got, err = Ask(v, lands(t), Question{Between: []string{"north", "south"}, On: "1860", Sources: Authority})
	if err != nil || len(got.Instruments) != 2 || got.Instruments[0].Key != "treaty-of-fen" {
		t.Errorf("%+v, %v", got.Instruments, err)
	}
}

func TestTwoDatesForOneSignatureAreADisagreement(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	got, err := Ask(v, nil, Question{On: "1860"})
	if err != nil {
		t.Fatal(err)
	}
	d := got.Instruments[0].Disagreements
	if len(d) != 1 || !strings.Contains(d[0].Says, "1 June 1851 (a.txt)") || !strings.Contains(d[0].Says, "9 June 1851 (b.txt)") {
		t.Errorf("got %+v", d)
	}
}

func TestOldAndNewStyleOfOneDayAreNoDisagreement(t *testing.T) {
	old := chancery.Event{Event: "signed", Instrument: "treaty-of-ford", Date: "1858-06-01", Calendar: "julian"}
	for calendar, want := range map[string]int{"unstated": 0, "julian": 1} {
		other := chancery.Event{Event: "signed", Instrument: "treaty-of-ford", Date: "1858-06-13", Calendar: calendar}
		v, _ := viewOf(t, document{"a.txt", []said{{words: "1 June", body: old}, {words: "13 June", body: other}}})
		got, err := Ask(v, nil, Question{On: "1860"})
		if err != nil || len(got.Instruments[0].Disagreements) != want {
			t.Errorf("%s: %+v, %v", calendar, got.Instruments[0].Disagreements, err)
		}
	}
}

func TestRulesOnTheTopicComeFirstAndTheirAbsenceIsSaid(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	got, err := Ask(v, nil, Question{On: "1880", About: "trade"})
	if err != nil || len(got.Instruments) != 2 {
		t.Fatal(got, err)
	}
	first, second := got.Instruments[0], got.Instruments[1]
	if first.Key != "treaty-of-ford" || first.Provisions[0].By[0].Quote != "under article 2 merchants may trade at the ford" {
		t.Errorf("first %+v", first)
	}
	if len(second.Absent) == 0 || !strings.Contains(second.Absent[0], "trade") {
		t.Errorf("second %+v", second.Absent)
	}
	var text bytes.Buffer
	if err := got.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"SIGNED, FORCE NOT KNOWN", "“under article 2", "sources disagree", "Also between them"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not in\n%s", want, text.String())
		}
	}
}

func TestAnAnswerIsTheSameEachTime(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	w, _ := viewOf(t, fordDocuments()[1], fordDocuments()[0])
	var want []byte
	for range 5 {
		for _, view := range []*register.View{v, w} {
			got, err := Ask(view, lands(t), Question{Between: []string{"north", "south"}, On: "1860"})
			if err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(got)
			if err != nil {
				t.Fatal(err)
			}
			if want != nil && !bytes.Equal(b, want) {
				t.Fatalf("got %s\nwant %s", b, want)
			}
			want = b
		}
	}
}

func TestARejectedClaimChangesTheAnswer(t *testing.T) {
	v, store := viewOf(t, document{"a.txt", []said{{words: "signed", body: ford("signed", "1851")}, {words: "in force", body: ford("in-force", "1852")}}})
	var id chancery.ClaimID
	for _, c := range v.Claims(register.Filter{}) {
		if c.Body.(chancery.Event).Event == "in-force" {
			id = c.ID
		}
	}
	d := register.Decision{Act: register.Reject, Claims: []chancery.ClaimID{id}, Why: "misread"}
	if _, err := register.Decide(context.Background(), store, v, "reviewer", d); err != nil {
		t.Fatal(err)
	}
	after, err := register.At(context.Background(), store, 0)
	if err != nil {
		t.Fatal(err)
	}
	for view, want := range map[*register.View]State{v: InForce, after: Signed} {
		got, err := Ask(view, nil, Question{On: "1860"})
		if err != nil || got.Instruments[0].State != want {
			t.Errorf("at %d: %s, want %s (%v)", view.Known(), got.Instruments[0].State, want, err)
		}
	}
	why, err := Why(context.Background(), after, nil, store, id[:8])
	if err != nil || why.Status != register.Rejected || len(why.Decisions) != 1 || why.Decisions[0].By != "reviewer" || why.Decisions[0].Why != "misread" {
		t.Errorf("%+v, %v", why, err)
	}
}
