package web

import (
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/register"
)

// evidence is what a statement rests on, folded away under its count.
type evidence struct {
	Summary    string // "2 quotes from 2 sources"
	Quotes     []quote
	Rest       string   // what is beyond the quotes shown: "12 more quotes"
	References []string // of the authority file
}

// mostQuotes is how many quotes one statement shows; a page stays readable, and the
// rest stands in the margins of the sources.
const mostQuotes = 30

// quote is a stretch of a document with the way into it.
type quote struct {
	Text    string
	Lang    string
	URL     string
	Source  string
	Line    int
	Chip    chip
	Decided *chip
	As      string // how this source puts it, where that differs: "dated 1858"
	Cut     bool   // Text is only the beginning
}

// quoteLength is how many bytes of a quote are shown; more is read in the document.
const quoteLength = 1500

// gatherer makes evidence and remembers the languages of documents.
type gatherer struct {
	site  *site
	view  *register.View
	langs map[chancery.DocumentID]string
}

func (s *site) gatherer(v *register.View) *gatherer {
	return &gatherer{s, v, map[chancery.DocumentID]string{}}
}

// evidence is made of grounds; as says how those of a source put it, "" for all alike.
func (g *gatherer) evidence(grounds []answer.Ground, as string) evidence {
	var e evidence
	e.add(g, grounds, as)
	e.summarise()
	return e
}

func (e *evidence) add(g *gatherer, grounds []answer.Ground, as string) {
	for _, b := range grounds {
		if b.Kind == answer.AuthorityGround {
			if !slices.Contains(e.References, b.Reference) {
				e.References = append(e.References, b.Reference)
			}
			continue
		}
		q := g.quote(b)
		q.As = as
		e.Quotes = append(e.Quotes, q)
	}
}

func (e *evidence) summarise() {
	var sources []string
	for _, q := range e.Quotes {
		if !slices.Contains(sources, q.Source) {
			sources = append(sources, q.Source)
		}
	}
	n, refs := "", ""
	if len(e.Quotes) > 0 {
		n = count(len(e.Quotes), "quote", "quotes")
	}
	if more := len(e.Quotes) - mostQuotes; more > 0 {
		e.Quotes, e.Rest = e.Quotes[:mostQuotes], count(more, "more quote", "more quotes")
	}
	if len(sources) > 1 {
		n += " from " + count(len(sources), "source", "sources")
	}
	if len(e.References) > 0 {
		refs = count(len(e.References), "reference of the authority file", "references of the authority file")
	}
	e.Summary = join(", ", n, refs)
	if e.Summary == "" {
		e.Summary = "no quote"
	}
}

func (g *gatherer) quote(b answer.Ground) quote {
	q := quote{Text: b.Quote, URL: claimURL(b.Document, b.Claim), Source: b.Name, Chip: certaintyChip(b.Certainty, b.Holder)}
	if d, ok := decisionChip(b.Status, b.Contested); ok {
		q.Decided = &d
	}
	if len(q.Text) > quoteLength {
		q.Text, q.Cut = clip(q.Text, quoteLength/2), true
	}
	d, ok := g.view.Document(b.Document)
	if !ok {
		return q
	}
	q.Source = title(&d)
	if _, ok := g.langs[d.ID]; !ok {
		g.langs[d.ID] = languageOf(g.view, &d)
	}
	q.Lang = g.langs[d.ID]
	if b.Start >= 0 && b.Start <= len(d.Text) {
		q.Line = 1 + strings.Count(d.Text[:b.Start], "\n")
	}
	if c, ok := g.view.Claim(b.Claim); ok {
		if l := ruleLanguage(c.Rule); l != "" {
			q.Lang = l
		}
	}
	return q
}
