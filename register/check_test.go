package register_test

import (
	"strings"
	"testing"
	"time"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
	"github.com/google/go-cmp/cmp"
)

func TestAReadingWithAFaultIsRefused(t *testing.T) {
	doc, good, _ := registertest.Sample(0)
	other, _, _ := registertest.Sample(1)
	half := good.Claims[0]
	half.Quote.End = half.Quote.Start + 1
	half.Quote.Text = doc.Text[half.Quote.Start:half.Quote.End]
	for name, c := range map[string]struct {
		change func(*chancery.Claim)
		want   string
	}{
		"words that differ":         {func(c *chancery.Claim) { c.Quote.Text = strings.ToUpper(c.Quote.Text) }, "does not stand at"},
		"a place that differs":      {func(c *chancery.Claim) { c.Quote.Start += 2; c.Quote.End += 2 }, "does not stand at"},
		"a place beyond the text":   {func(c *chancery.Claim) { c.Quote.End += 10000 }, "does not stand at"},
		"a character cut in two":    {func(c *chancery.Claim) { *c = half; c.ID = c.Identify(doc.Hash) }, "does not stand at"},
		"a further stretch":         {func(c *chancery.Claim) { c.Also = []chancery.Quote{{Text: "x"}}; c.ID = c.Identify(doc.Hash) }, "does not stand at"},
		"words quoted in the body":  {func(c *chancery.Claim) { c.Body = misquoting(c.Body); c.ID = c.Identify(doc.Hash) }, "does not stand at"},
		"a name of another content": {func(c *chancery.Claim) { c.ID = "c0123456789abcdef" }, "by its content it is called"},
		"no polarity":               {func(c *chancery.Claim) { c.Polarity = "perhaps"; c.ID = c.Identify(doc.Hash) }, "no polarity"},
		"no modality":               {func(c *chancery.Claim) { c.Modality = "wished"; c.ID = c.Identify(doc.Hash) }, "no modality"},
		"too much confidence":       {func(c *chancery.Claim) { c.Confidence = 1001 }, "outside 0 to 1000"},
		"a fraction":                {func(c *chancery.Claim) { c.Body = halfQuota(); c.ID = c.Identify(doc.Hash) }, "decimal string"},
		"nothing stated":            {func(c *chancery.Claim) { c.Body = nil }, "states nothing"},
		"the same claim twice":      {func(c *chancery.Claim) { *c = good.Claims[0] }, "there twice"},
	} {
		m := new(register.Memory)
		bad := good
		bad.Claims = append([]chancery.Claim(nil), good.Claims...)
		c.change(&bad.Claims[1])
		_, err := register.AddDocument(ctx, m, "tester", &doc, bad, nil)
		if chancery.KindOf(err) != chancery.Invalid || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if seq, _, _ := m.Head(ctx); seq != 0 {
			t.Errorf("%s: %d records were appended all the same", name, seq)
		}
	}
	if err := register.CheckReading(&other, good); err == nil || !strings.Contains(err.Error(), "and 8 more") {
		t.Errorf("a reading of another document: %v", err)
	}
	if err := register.CheckReading(&doc, good); err != nil {
		t.Errorf("a good reading: %v", err)
	}
}

func misquoting(b chancery.Body) chancery.Body {
	e := b.(chancery.Event)
	e.InstrumentAs = &chancery.Quote{Span: chancery.Span{Start: 0, End: 3}, Text: "the"}
	return e
}

func halfQuota() chancery.Body {
	return chancery.Provision{Topic: "quota", Values: map[string]any{"share": 0.5}}
}

func TestADocumentThatIsNotWhatItSaysIsRefused(t *testing.T) {
	doc, reading, res := registertest.Sample(0)
	for name, bad := range map[string]chancery.Document{
		"another text": {ID: doc.ID, Name: doc.Name, Text: doc.Text + "!", Hash: doc.Hash},
		"another id":   {ID: "d0", Name: doc.Name, Text: doc.Text, Hash: doc.Hash},
		"not UTF-8":    chancery.NewDocument("x", "caf\xe9", "text/1"),
	} {
		if _, err := register.AddDocument(ctx, new(register.Memory), "tester", &bad, reading, res); chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAResolutionOfUnknownClaimsIsRefused(t *testing.T) {
	doc, reading, res := registertest.Sample(0)
	for name, l := range map[string]register.Link{
		"an unknown claim": {Claim: "c0", Field: register.FieldInstrument, Entry: "x"},
		"an unknown field": {Claim: reading.Claims[0].ID, Field: "colour", Entry: "x"},
	} {
		bad := *res
		bad.Links = []register.Link{l}
		if _, err := register.AddDocument(ctx, new(register.Memory), "tester", &doc, reading, &bad); chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSomebodyIsAnswerableForEachRecord(t *testing.T) {
	for _, actor := range []string{"", "  ", "anna\nboris", "a\x00", "\xff"} {
		_, err := register.Propose(actor, register.Snapshot{Of: "packs", Hash: "1"})
		if chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("%q: %v", actor, err)
		}
	}
}

func TestAReadingIsProposedOnlyWithItsDocument(t *testing.T) {
	_, reading, _ := registertest.Sample(0)
	if _, err := register.Propose("tester", reading); err == nil {
		t.Error("an unchecked reading was proposed")
	}
}

func TestThereIsOneWayToWriteAValue(t *testing.T) {
	for in, want := range map[string]string{
		` { "b" : [ 1 , -2 ], "a" : { } } `:           `{"a":{},"b":[1,-2]}`,
		`{"ё":"\u0451\u2028<&>","é":null}`:            `{"é":null,"ё":"ё` + "\u2028" + `<&>"}`,
		`"\u0000\u001f\b\f\n\r\t\"\\\/"`:              `"\u0000\u001f\u0008\u000c\n\r\t\"\\/"`,
		`[9007199254740992,-9007199254740992,true,0]`: `[9007199254740992,-9007199254740992,true,0]`,
	} {
		got, err := register.Canonical([]byte(in))
		if err != nil || string(got) != want {
			t.Errorf("%s: %s %v, want %s", in, got, err, want)
		}
		again, err := register.Canonical(got)
		if err != nil || string(again) != string(got) {
			t.Errorf("%s: written again it is %s %v", got, again, err)
		}
	}
	for _, in := range []string{`1.5`, `1e2`, `-0`, `9007199254740993`, `{"a":[0.1]}`, `{} {}`, `{`, ``} {
		if got, err := register.Canonical([]byte(in)); chancery.KindOf(err) != chancery.Invalid || err == nil {
			t.Errorf("%s: %s", in, got)
		}
	}
}

func TestEveryPartOfARecordIsInItsHash(t *testing.T) {
	r := register.Record{Seq: 7, At: time.Date(1858, 6, 13, 1, 2, 3, 4e6, time.UTC), Actor: "anna", Kind: "snapshot", Form: 1,
		Body: []byte(`{}`), Prev: "p"}
	for name, change := range map[string]func(*register.Record){
		"seq": func(r *register.Record) { r.Seq++ }, "at": func(r *register.Record) { r.At = r.At.Add(time.Millisecond) },
		"actor": func(r *register.Record) { r.Actor = "boris" }, "kind": func(r *register.Record) { r.Kind = "reading" },
		"form": func(r *register.Record) { r.Form++ }, "body": func(r *register.Record) { r.Body = []byte(`[]`) },
		"prev": func(r *register.Record) { r.Prev = "q" },
	} {
		other := r
		change(&other)
		if other.Digest() == r.Digest() {
			t.Errorf("%s has no part in the hash", name)
		}
	}
	elsewhere := r
	elsewhere.At = r.At.In(time.FixedZone("", 3600))
	if elsewhere.Digest() != r.Digest() {
		t.Error("the same moment in another time zone has another hash")
	}
}

func TestANewerRecordSaysWhichProgramIsNeeded(t *testing.T) {
	for name, r := range map[string]register.Record{
		"a newer form": {Seq: 3, Kind: register.ReadingRecord, Form: 4, Body: []byte(`{}`)},
		"a newer kind": {Seq: 3, Kind: "prophecy", Form: 1, Body: []byte(`{}`)},
	} {
		_, err := register.Decode(r)
		if chancery.KindOf(err) != chancery.Unsupported || !strings.Contains(err.Error(), "record 3") {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := register.Decode(register.Record{Seq: 3, Kind: register.ReadingRecord, Form: 4})
	if !strings.Contains(err.Error(), "use Chancery 0.4 or newer") {
		t.Errorf("got %v", err)
	}
}

func TestRereadingTellsWhatIsGainedAndLost(t *testing.T) {
	m := fresh(t, 1)
	doc, reading, _ := registertest.Sample(0)
	found := registertest.Claim(&doc, "both", chancery.Person{Name: "both"})
	next := reading
	next.Packs, next.Claims = "packs-2", append([]chancery.Claim{found}, reading.Claims[:3]...)
	next.Claims[1].Rule = "another:1"
	want := at(t, m).Compare(next)
	change, appended, err := register.Reread(ctx, m, "tester", next, nil)
	if err != nil || !appended {
		t.Fatal(appended, err)
	}
	if d := cmp.Diff(want, change); d != "" {
		t.Errorf("the dry run told something else: %s", d)
	}
	if len(change.Gained) != 1 || change.Gained[0].ID != found.ID || len(change.Lost) != 1 ||
		change.Lost[0].ID != reading.Claims[3].ID || len(change.Kept) != 3 {
		t.Errorf("got %+v", change)
	}
	if _, appended, err := register.Reread(ctx, m, "tester", next, nil); appended || err != nil {
		t.Errorf("the same packs again: %v %v", appended, err)
	}
	next.Document = "d0"
	if _, _, err := register.Reread(ctx, m, "tester", next, nil); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("an unknown document: %v", err)
	}
	if _, err := register.Withdraw(ctx, m, "tester", doc.ID, "forged"); err != nil {
		t.Fatal(err)
	}
	next.Document = doc.ID
	if _, _, err := register.Reread(ctx, m, "tester", next, nil); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("a withdrawn document: %v", err)
	}
}
