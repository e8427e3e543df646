package web_test

import (
	"context"
	"net/http"
	"os"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/register"
	"example.org/chancery/web"
)

const (
	aigun    = chancery.Key("treaty-of-aigun-1858-russia-china")
	tientsin = chancery.Key("treaty-of-tientsin-1858-russia-china")
	strange  = chancery.Key("convention-of-<b>/nowhere?&#x27;")
)

// chronicle is broken into lines as a printed page is, with a word broken in two.
const chronicle = `A SHORT CHRONICLE OF THE RIVER

In the spring of 1858 the governor-general of Eastern Siberia,
Nikolai Muravyov, came down the river to the town of Aigun. The
Treaty of Aigun was signed there on 28 May 1858 by Muravyov and
the general Yishan.

By its first article the left bank of the Amur, from the Argun to
the mouth, went to Russia, and only ships of the two empires were to
navi-
gate the river.

The court at Peking at first let it stand, and a decree approved it
in June 1858. Two years later the court refused to hold to it:
the treaty was never ratified by the Chinese side, as the annalist
of the ministry claims. In November 1860 the Treaty of Peking
confirmed it.
`

// survey has a paragraph a line, in Russian, with the old date.
const survey = "Обзор трактатов на Амуре\r\n\r\n" +
	"Айгунский трактат был подписан 16 (28) мая 1858 г. Муравьевым и И-шанем. Левый берег Амура признан владением России; " +
	"плавание по реке дозволено лишь судам обоих государств, что оговорено особо и повторено в позднейших актах без перемены смысла.\r\n" +
	"Некоторые авторы относят подписание к 20 мая 1858 г., однако подлинник этого не подтверждает. Тяньцзиньский трактат дополнил его: " +
	"в нем Россия получила право торговли в открытых портах.\r\n"

// hostile is a text that tries to be markup, with a line that runs through paragraphs.
const hostile = "<script>alert('x')</script> & \"quoted\" </p></mark>\n\n" +
	"The <b>Convention</b> of Nowhere & Elsewhere was signed <img src=x onerror=alert(1)> in 1700.\n\n" +
	"\u202eIt was\tnever\tkept &amp; soon\r\nforgotten.\x00\n"

type sample struct {
	store  *register.Memory
	docs   []chancery.Document
	claims []chancery.Claim
}

// claimOf states body at the first place where words stand in doc.
func claimOf(t testing.TB, doc *chancery.Document, rule, words string, body chancery.Body, also ...string) chancery.Claim {
	t.Helper()
	quote := func(w string) chancery.Quote {
		at := strings.Index(doc.Text, w)
		q, ok := doc.Quote(chancery.Span{Start: at, End: at + len(w)})
		if !ok {
			t.Fatalf("%q does not stand in %s", w, doc.Name)
		}
		return q
	}
	c := chancery.Claim{Doc: string(doc.ID), Quote: quote(words), Polarity: chancery.Affirmed, Modality: chancery.Actual,
		Confidence: 800, Rule: rule, Body: body}
	for _, a := range also {
		c.Also = append(c.Also, quote(a))
	}
	return c
}

func (s *sample) add(t testing.TB, doc chancery.Document, issues []chancery.Issue, keys map[int][2]chancery.Key, claims ...chancery.Claim) {
	t.Helper()
	res := &register.Resolution{Document: doc.ID, Authority: "sample"}
	for i := range claims {
		claims[i].ID = claims[i].Identify(doc.Hash)
		link := func(f register.Field, k chancery.Key) {
			if k != "" {
				res.Links = append(res.Links, register.Link{Claim: claims[i].ID, Field: f, Entry: k})
			}
		}
		ks := keys[i]
		switch claims[i].Body.(type) {
		case chancery.Relation:
			link(register.FieldFrom, ks[0])
			link(register.FieldTo, ks[1])
		case chancery.Characterisation:
			link(register.FieldOf, ks[0])
		default:
			link(register.FieldInstrument, ks[0])
		}
	}
	res.Entries = []register.Description{
		{Key: aigun, Type: chancery.InstrumentClaim, Label: "Treaty of Aigun", Kind: "treaty", Parties: []chancery.Key{"russian-empire", "qing-china"}},
		{Key: tientsin, Type: chancery.InstrumentClaim, Label: "Treaty of Tientsin (Russia)", Kind: "treaty"},
		{Key: strange, Type: chancery.InstrumentClaim, Kind: "convention", Aliases: []string{"nowhere"}},
	}
	reading := register.Reading{Document: doc.ID, Engine: "hand/1", Packs: "none", Claims: claims, Issues: issues}
	if _, err := register.AddDocument(t.Context(), s.store, "tester", &doc, reading, res); err != nil {
		t.Fatal(err)
	}
	s.docs = append(s.docs, doc)
	s.claims = append(s.claims, claims...)
}

func newSample(t testing.TB) *sample {
	s := &sample{store: new(register.Memory)}
	about := func(ks ...chancery.Key) map[int][2]chancery.Key {
		m := map[int][2]chancery.Key{}
		for i, k := range ks {
			m[i] = [2]chancery.Key{k}
		}
		return m
	}
	s.addChronicle(t, about)
	ru := chancery.NewDocument("obzor.txt", survey, "text/1")
	ru.Encoding = "windows-1251"
	ru.Bibliography.Language = "ru"
	keys := about(aigun, aigun, aigun, aigun, tientsin)
	keys[5] = [2]chancery.Key{tientsin, aigun}
	doubted := claimOf(t, &ru, "lang/ru/rules/events.rules:4", "относят подписание к 20 мая 1858 г.",
		chancery.Event{Event: "signed", Date: "1858-05-20", Calendar: "unstated"})
	doubted.Voice = &chancery.Voice{Holder: "некоторые авторы", Stance: chancery.Reported}
	s.add(t, ru, []chancery.Issue{{Kind: "hyphenation", What: "words broken at line ends were joined", Count: 1}}, keys,
		claimOf(t, &ru, "mention/instrument", "Айгунский трактат", chancery.Instrument{Kind: "treaty", Mentions: []string{"Айгунский трактат"}, Named: true}),
		claimOf(t, &ru, "lang/ru/rules/events.rules:2", "Айгунский трактат был подписан 16 (28) мая 1858 г.",
			chancery.Event{Event: "signed", Date: "1858-05-28", Calendar: "julian+gregorian", Written: &chancery.Written{Text: "16 (28) мая 1858 г."},
				Persons: []chancery.EventPerson{{Name: "Муравьев", Role: "signatory", Side: "russian-empire"}}}),
		doubted,
		claimOf(t, &ru, "lang/ru/rules/provisions.rules:9", "Левый берег Амура признан владением России",
			chancery.Provision{Article: "1", Topic: "territory", Entitled: []chancery.Key{"russian-empire"}, Where: "left bank of the Amur", Status: "binding"}),
		claimOf(t, &ru, "mention/instrument", "Тяньцзиньский трактат", chancery.Instrument{Kind: "treaty", Mentions: []string{"Тяньцзиньский трактат"}, Named: true}),
		claimOf(t, &ru, "lang/ru/rules/relations.rules:1", "Тяньцзиньский трактат дополнил его", chancery.Relation{Rel: "supplements"}))
	bad := chancery.NewDocument("<i>bad</i>.txt", hostile, "text/1")
	s.add(t, bad, []chancery.Issue{{Kind: "ocr-noise", What: "the <u>copy</u> is bad", Count: 3}}, about(strange, strange, strange),
		claimOf(t, &bad, "mention/instrument", "The <b>Convention</b> of Nowhere & Elsewhere",
			chancery.Instrument{Kind: "convention", Mentions: []string{"<b>Convention</b> of Nowhere & Elsewhere"}, Named: true}),
		claimOf(t, &bad, "r", "signed <img src=x onerror=alert(1)> in 1700", chancery.Event{Event: "signed", Date: "1700", Calendar: "unstated", Place: "<img src=x>"}),
		claimOf(t, &bad, "r", "in 1700.\n\n\u202eIt was\tnever\tkept &amp; soon\r\nforgotten.",
			chancery.Event{Event: "breached", Date: "", Persons: []chancery.EventPerson{{Name: "\"><script>x</script>"}}}))
	return s
}

func (s *sample) addChronicle(t testing.TB, about func(...chancery.Key) map[int][2]chancery.Key) {
	en := chancery.NewDocument("chronicle.txt", chronicle, "text/1")
	en.Encoding = "utf-8"
	en.Bibliography.Title = "A Short Chronicle of the River"
	no := claimOf(t, &en, "lang/en/rules/events.rules:8", "the treaty was never ratified by the Chinese side, as the annalist\nof the ministry claims",
		chancery.Event{Event: "ratified", Actors: []chancery.Key{"qing-china"}})
	no.Polarity = chancery.Denied
	no.Voice = &chancery.Voice{Holder: "the annalist of the ministry", Stance: chancery.Reported}
	s.add(t, en, nil, about(aigun, aigun, aigun, aigun, aigun, aigun, aigun, ""),
		claimOf(t, &en, "mention/instrument", "Treaty of Aigun", chancery.Instrument{Kind: "treaty", Mentions: []string{"Treaty of Aigun"}, Named: true}),
		claimOf(t, &en, "lang/en/rules/events.rules:3", "The\nTreaty of Aigun was signed there on 28 May 1858",
			chancery.Event{Event: "signed", Date: "1858-05-28", Calendar: "unstated", Place: "Aigun",
				Persons: []chancery.EventPerson{{Name: "Nikolai Muravyov", Role: "signatory", Side: "russian-empire"}}}, "In the spring of 1858"),
		claimOf(t, &en, "lang/en/rules/provisions.rules:3", "the left bank of the Amur, from the Argun to\nthe mouth, went to Russia",
			chancery.Provision{Article: "1", Topic: "territory", Entitled: []chancery.Key{"russian-empire"}, Where: "left bank of the Amur", Status: "binding"}),
		claimOf(t, &en, "lang/en/rules/provisions.rules:5", "only ships of the two empires were to\nnavi-\ngate the river",
			chancery.Provision{Article: "1", Topic: "navigation", Entitled: []chancery.Key{"russian-empire", "qing-china"}, Values: map[string]any{"flags_allowed": 2}}),
		claimOf(t, &en, "lang/en/rules/events.rules:5", "a decree approved it\nin June 1858",
			chancery.Event{Event: "approved", Date: "1858-06", Calendar: "unstated", Actors: []chancery.Key{"qing-china"}}),
		no,
		claimOf(t, &en, "lang/en/rules/events.rules:6", "In November 1860 the Treaty of Peking\nconfirmed it",
			chancery.Event{Event: "confirmed", Date: "1860-11", Calendar: "unstated"}),
		claimOf(t, &en, "mention/person", "Nikolai Muravyov", chancery.Person{Name: "Nikolai Muravyov", Roles: []string{"governor-general"}}))
}

// view is the register as it stands.
func view(s register.Store) func(context.Context) (*register.View, error) {
	return func(ctx context.Context) (*register.View, error) { return register.At(ctx, s, 0) }
}

func pages(t testing.TB, s register.Store) http.Handler {
	t.Helper()
	names, err := authority.Load(os.DirFS("../authority"))
	if err != nil {
		t.Fatal(err)
	}
	return web.Handler(view(s), web.Options{Authority: names, Log: func(err error) { t.Errorf("a fault of the program: %v", err) }})
}
