package register

import (
	"strings"

	"example.org/chancery"
)

// sameStatement reports whether a decision on a holds for b, a claim of another
// reading of the same document: the type is the same, the spans overlap, and so do
// the fields that say what is stated. Polarity counts too: who accepted a
// ratification has not accepted its denial.
func sameStatement(a, b chancery.Claim) bool {
	if a.Doc != b.Doc || a.Polarity != b.Polarity || !a.Quote.Overlaps(b.Quote.Span) {
		return false
	}
	switch x := a.Body.(type) {
	case chancery.Event:
		y, ok := b.Body.(chancery.Event)
		return ok && x.Event == y.Event && x.Date == y.Date
	case chancery.Provision:
		y, ok := b.Body.(chancery.Provision)
		return ok && x.Topic == y.Topic
	case chancery.Relation:
		y, ok := b.Body.(chancery.Relation)
		return ok && x.Rel == y.Rel
	case chancery.Person:
		y, ok := b.Body.(chancery.Person)
		return ok && lastName(x.Name) == lastName(y.Name)
	case chancery.Place:
		y, ok := b.Body.(chancery.Place)
		return ok && strings.EqualFold(x.Name, y.Name)
	case chancery.Tariff:
		y, ok := b.Body.(chancery.Tariff)
		return ok && x.Rate == y.Rate
	case chancery.Citation:
		y, ok := b.Body.(chancery.Citation)
		return ok && x.Fond == y.Fond && x.Opis == y.Opis && x.Delo == y.Delo && x.Folio == y.Folio &&
			x.Work == y.Work && x.Page == y.Page
	case chancery.Text:
		y, ok := b.Body.(chancery.Text)
		return ok && x.Language == y.Language
	case chancery.Characterisation:
		y, ok := b.Body.(chancery.Characterisation)
		return ok && x.As == y.As
	case chancery.Instrument:
		y, ok := b.Body.(chancery.Instrument)
		return ok && mentionsOverlap(x.Mentions, y.Mentions)
	}
	return false
}

// mentionsOverlap reports whether one of the forms is a form of the other or part of one.
func mentionsOverlap(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			x, y := strings.ToLower(x), strings.ToLower(y)
			if strings.Contains(x, y) || strings.Contains(y, x) {
				return true
			}
		}
	}
	return len(a) == 0 && len(b) == 0
}

func lastName(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// Change is what another reading of a document changes.
type Change struct {
	Document chancery.DocumentID
	Gained   []chancery.Claim // only the new reading has them
	Lost     []chancery.Claim // only the old one had them
	Kept     []chancery.Claim // both have them, as the new one gives them
	Stranded []Stranded       // decisions that find no claim any more; Diff leaves it empty
}

// Diff compares two readings of one document. Claims are the same when their ids are:
// another rule or confidence for the same statement is no change.
func Diff(old, new Reading) Change {
	change := Change{Document: new.Document}
	had := ids(old.Claims)
	has := ids(new.Claims)
	for _, c := range new.Claims {
		if had[c.ID] {
			change.Kept = append(change.Kept, c)
		} else {
			change.Gained = append(change.Gained, c)
		}
	}
	for _, c := range old.Claims {
		if !has[c.ID] {
			change.Lost = append(change.Lost, c)
		}
	}
	return change
}

func ids(cs []chancery.Claim) map[chancery.ClaimID]bool {
	m := make(map[chancery.ClaimID]bool, len(cs))
	for _, c := range cs {
		m[c.ID] = true
	}
	return m
}
