package registertest

import (
	"fmt"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
)

// Sample is an invented document with its reading and resolution, the nth of as many
// as are wanted: each has another text, one instrument of its own and one that all
// share, and Cyrillic letters, so that bytes and characters are told apart.
func Sample(n int) (chancery.Document, register.Reading, *register.Resolution) {
	name := fmt.Sprintf("Договор о бродах №%d", n)
	text := fmt.Sprintf("%s был подписан в %d году.\nThe ferry convention was ratified on 4 May %d by \"both\" sides.\n",
		name, 1700+n%200, 1801+n%50)
	doc := chancery.NewDocument(fmt.Sprintf("sample-%d.txt", n), text, "text/1")
	own := chancery.Key(fmt.Sprintf("treaty-of-fords-%d", n))
	const shared = chancery.Key("ferry-convention-1801")

	made := []chancery.Claim{
		Claim(&doc, name, chancery.Instrument{Kind: "treaty", Mentions: []string{name}, Named: true}),
		Claim(&doc, name+" был подписан", chancery.Event{Event: "signed", Date: fmt.Sprint(1700 + n%200), Calendar: "unstated"}),
		Claim(&doc, "ferry convention", chancery.Instrument{Kind: "convention", Mentions: []string{"ferry convention"}, Named: true}),
		Claim(&doc, "ferry convention was ratified", chancery.Event{Event: "ratified", Date: fmt.Sprintf("%d-05-04", 1801+n%50)}),
	}
	reading := register.Reading{Document: doc.ID, Engine: "rules/1", Packs: "packs-1", Claims: made,
		Issues: []chancery.Issue{{Kind: "sample", What: "this text is invented"}}}
	res := &register.Resolution{Document: doc.ID, Authority: "authority-1", Entries: []register.Description{
		{Key: own, Type: chancery.InstrumentClaim, Label: fmt.Sprintf("Treaty of Fords, %d", n), Kind: "treaty",
			Parties: []chancery.Key{"northland", "southland"}},
		{Key: shared, Type: chancery.InstrumentClaim, Label: "Ferry Convention", Kind: "convention", Aliases: []string{"the Ferry Act"}},
	}}
	for i, c := range made {
		entry := own
		if i >= 2 {
			entry = shared
		}
		res.Links = append(res.Links, register.Link{Claim: c.ID, Field: register.FieldInstrument, Entry: entry,
			Reasons: []string{"the name is the same"}})
	}
	return doc, reading, res
}

// Claim states body at the first place where quote stands in doc. It panics if the
// quote does not stand there: a sample is then wrong.
func Claim(doc *chancery.Document, quote string, body chancery.Body) chancery.Claim {
	at := strings.Index(doc.Text, quote)
	q, ok := doc.Quote(chancery.Span{Start: at, End: at + len(quote)})
	if at < 0 || !ok {
		panic(fmt.Sprintf("%q does not stand in %s", quote, doc.Name))
	}
	c := chancery.Claim{Doc: string(doc.ID), Quote: q, Polarity: chancery.Affirmed, Modality: chancery.Actual,
		Confidence: 800, Rule: "sample:1", Body: body}
	c.ID = c.Identify(doc.Hash)
	return c
}
