package answer

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/register"
)

// said is a claim of a test: words that stand in the text, and what they state.
type said struct {
	words string
	body  chancery.Body
	as    func(*chancery.Claim)
}

func denied(c *chancery.Claim)  { c.Polarity = chancery.Denied }
func planned(c *chancery.Claim) { c.Modality = chancery.Planned }
func doubted(c *chancery.Claim) {
	c.Voice = &chancery.Voice{Holder: "the envoy", Stance: chancery.Doubted}
}

// ford is an event of the instrument that most tests are about.
func ford(event, date string) chancery.Event {
	return chancery.Event{Event: event, Instrument: "treaty-of-ford", Date: date, Calendar: "gregorian"}
}

// document is a text in which the words of each claim stand on a line of their own.
type document struct {
	name string
	says []said
}

// viewOf is the view of a register that has the documents.
func viewOf(t *testing.T, docs ...document) (*register.View, register.Store) {
	t.Helper()
	store := &register.Memory{}
	for _, d := range docs {
		var lines []string
		for _, s := range d.says {
			lines = append(lines, s.words)
		}
		doc := chancery.NewDocument(d.name, d.name+"\n"+strings.Join(lines, "\n")+"\n", "text/1")
		res := register.Resolution{Authority: "none", Document: doc.ID, Entries: []register.Description{
			{Key: "treaty-of-ford", Type: chancery.InstrumentClaim, Label: "Treaty of Ford", Kind: "treaty", Parties: []chancery.Key{"northland", "southland"}},
			{Key: "treaty-of-mill", Type: chancery.InstrumentClaim, Label: "Treaty of Mill", Kind: "treaty", Parties: []chancery.Key{"northland", "southland"}},
			{Key: "draft-of-lake", Type: chancery.InstrumentClaim, Label: "draft of Lake", Kind: "draft-treaty", Parties: []chancery.Key{"northland", "southland"}},
		}}
		reading := register.Reading{Engine: "hand", Packs: "none"}
		for _, s := range d.says {
			at := strings.LastIndex(doc.Text, s.words)
			q, ok := doc.Quote(chancery.Span{Start: at, End: at + len(s.words)})
			if !ok {
				t.Fatalf("%q does not stand", s.words)
			}
			c := chancery.Claim{Doc: string(doc.ID), Quote: q, Polarity: chancery.Affirmed, Modality: chancery.Actual, Confidence: 900,
				Rule: "hand:1", Body: s.body}
			if s.as != nil {
				s.as(&c)
			}
			c.ID = c.Identify(doc.Hash)
			link := func(f register.Field, k chancery.Key) {
				if k != "" {
					res.Links = append(res.Links, register.Link{Claim: c.ID, Field: f, Entry: k, Reasons: []string{"by hand"},
						Candidates: []register.Candidate{{Key: k, Why: "by hand"}, {Key: "treaty-of-elsewhere", Why: "the same words"}}})
				}
			}
			switch b := s.body.(type) {
			case chancery.Event:
				link(register.FieldInstrument, b.Instrument)
			case chancery.Provision:
				link(register.FieldInstrument, b.Instrument)
			case chancery.Instrument:
				link(register.FieldInstrument, b.Key)
			case chancery.Relation:
				link(register.FieldFrom, b.From)
				link(register.FieldTo, b.To)
			}
			reading.Claims = append(reading.Claims, c)
		}
		if _, err := register.AddDocument(context.Background(), store, "tester", &doc, reading, &res); err != nil {
			t.Fatal(err)
		}
	}
	v, err := register.At(context.Background(), store, 0)
	if err != nil {
		t.Fatal(err)
	}
	return v, store
}

// lands is a small authority file: two countries, one of them twice, and a treaty
// that it knows more of than the documents.
func lands(t *testing.T) *authority.File {
	t.Helper()
	const ref = "ref: {site: Atlas, page: Lands}\n"
	f, err := authority.Load(fstest.MapFS{
		"polity/northland.yaml":          {Data: []byte("key: northland\nlabel: Northland\nkind: state\nfamily: north\nnames:\n  - {lang: en, text: Northland}\n  - {lang: ru, text: Северия}\n  - {lang: en, text: The North}\n" + ref)},
		"polity/old-north.yaml":          {Data: []byte("key: old-north\nlabel: Old North\nkind: state\nfamily: north\nnames:\n  - {lang: en, text: Old North}\n  - {lang: en, text: The North}\nlifespan:\n  from: 1600\n  to: 1700\n  ref: {site: Atlas, page: Lands}\n" + ref)},
		"polity/southland.yaml":          {Data: []byte("key: southland\nlabel: Southland\nkind: state\nfamily: south\nnames:\n  - {lang: en, text: Southland}\n" + ref)},
		"polity/westland.yaml":           {Data: []byte("key: westland\nlabel: Westland\nkind: state\nfamily: west\nnames:\n  - {lang: en, text: Westland}\n" + ref)},
		"instrument/treaty-of-ford.yaml": {Data: []byte("key: treaty-of-ford\nlabel: Treaty of Ford\nkind: treaty\nplane: international\nparties: [northland, southland]\nnames:\n  - {lang: en, text: Treaty of Ford}\nlife:\n  - event: signed\n    date: 1851-06-01\n    ref: {work: Collection of Treaties, locator: No. 7}\n  - event: in-force\n    date: 1852\n    ref: {work: Collection of Treaties, locator: No. 7}\n" + ref)},
		"instrument/treaty-of-fen.yaml":  {Data: []byte("key: treaty-of-fen\nlabel: Treaty of Fen\nkind: treaty\nplane: international\nparties: [northland, southland]\nnames:\n  - {lang: en, text: Treaty of Fen}\nlife:\n  - event: signed\n    date: 1840\n    ref: {work: Collection of Treaties, locator: No. 3}\n" + ref)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}
