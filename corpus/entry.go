package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/chancery"
)

// Entry is a fact that was missed, invented or forbidden, with enough to read it.
type Entry struct {
	Document string             `json:"document,omitempty"`
	Type     chancery.ClaimType `json:"type"`
	Says     string             `json:"says"` // the key fields
	Quote    string             `json:"quote"`
	At       chancery.Span      `json:"at"`             // the first place of the quote; -1 when it stands nowhere
	Near     string             `json:"near,omitempty"` // what the other side says of the same words
	Note     string             `json:"note,omitempty"` // of the gold fact, or why it is forbidden
	Rule     string             `json:"rule,omitempty"` // what produced a found claim
}

// String is one line: place, type, key fields, quote, what the other side says.
func (e Entry) String() string {
	s := fmt.Sprintf("%s:%d-%d %s %s %q", e.Document, e.At.Start, e.At.End, e.Type, e.Says, e.Quote)
	for _, more := range []struct{ what, text string }{{"near", e.Near}, {"rule", e.Rule}, {"note", e.Note}} {
		if more.text != "" {
			s += fmt.Sprintf(" (%s: %s)", more.what, more.text)
		}
	}
	return s
}

func (s *scorer) missed() []Entry {
	var all []Entry
	for _, g := range s.gold {
		if g.match != nil || g.leftOut() || !slices.Contains(WideTypes, g.Type()) {
			continue
		}
		e := Entry{Type: g.Type(), Says: says(g.Claim), Quote: g.Quote.Text, At: chancery.Span{Start: -1, End: -1}, Note: g.Note}
		if at := locate(s.record, g.Quote.Text); len(at) > 0 {
			e.At = at[0]
		}
		var near []string
		for _, f := range s.found {
			if f.match == nil && f.Type() == g.Type() && meet(g.at, f.at).overlap > 0 {
				near = append(near, says(f.Claim))
			}
		}
		e.Near = strings.Join(near, "; ")
		all = append(all, e)
	}
	return inOrder(all)
}

func (s *scorer) invented() []Entry {
	var all []Entry
	for _, f := range s.found {
		if f.match == nil && slices.Contains(WideTypes, f.Type()) {
			all = append(all, s.foundEntry(f))
		}
	}
	return inOrder(all)
}

func (s *scorer) foundEntry(f *foundFact) Entry {
	var near []string
	for _, g := range s.gold {
		if g.match == nil && g.Type() == f.Type() && meet(g.at, f.at).overlap > 0 {
			near = append(near, says(g.Claim))
		}
	}
	return Entry{Type: f.Type(), Says: says(f.Claim), Quote: f.Quote.Text, At: f.Quote.Span,
		Near: strings.Join(near, "; "), Rule: f.Rule}
}

// inOrder sorts entries by their place in the document.
func inOrder(all []Entry) []Entry {
	slices.SortStableFunc(all, func(a, b Entry) int { return cmp.Compare(a.At.Start, b.At.Start) })
	return all
}

// says is the key fields of a claim for people: "signed 1824-04-17 of key, negated".
func says(c chancery.Claim) string {
	var s string
	about := instrumentsOf(c.Body)
	switch b := c.Body.(type) {
	case chancery.Instrument:
		s, about = fmt.Sprintf("%s %s %q", b.Kind, b.Key, b.Mentions), nil
	case chancery.Event:
		s = strings.TrimSpace(b.Event + " " + b.Date)
	case chancery.Provision:
		s = strings.TrimSpace(b.Topic + " " + b.Article)
	case chancery.Relation:
		s, about = fmt.Sprintf("%s %s %s", b.From, b.Rel, b.To), nil
	case chancery.Person:
		s = b.Name
	case chancery.Place:
		s = b.Name
	case chancery.Tariff:
		s = strings.TrimSpace(b.Goods + " " + rateSays(b.Rate))
	case chancery.Citation:
		s = strings.Join(strings.Fields(strings.Join([]string{b.Archive, b.Fond, b.Opis, b.Delo, b.Folio, b.Work, b.Volume, b.Page}, " ")), " ")
	case chancery.Characterisation:
		s = b.As
	}
	if !nameless(about) {
		s += " of " + string(about[0])
	}
	if k := c.Certainty(); k != chancery.Asserted {
		s += ", " + string(k)
	}
	return s
}

func rateSays(r chancery.Rate) string {
	switch {
	case r.Free:
		return "free"
	case r.Percent != "":
		return r.Percent + " %"
	case r.Per != "":
		return r.Amount + " " + r.Currency + " per " + r.Per
	}
	return r.Amount + " " + r.Currency
}
