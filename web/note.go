package web

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
)

// note is a claim as it stands in the margin of its document.
type note struct {
	Kind    string // "event", "provision" ...
	Says    string // what it states, in words
	Name    string // a name as the document has it, whose language is the document's
	URL     string // the same document at its evidence
	Subject link   // the instrument that it is about
	Chip    chip
	Decided *chip
	On      bool // the claim that the page was opened for
	Line    int
}

// statement is what a claim states, in words, without the instrument it is about.
func (s *site) statement(c chancery.Claim) (says, named string) {
	switch b := c.Body.(type) {
	case chancery.Event:
		says = eventName(b.Event)
		if b.Of != "" {
			says += ": " + eventName(b.Of)
		}
		return join(", ", says, dated(b.Date, b.Calendar, b.Written).String()), ""
	case chancery.Provision:
		if b.Article != "" {
			says = "article " + b.Article
		}
		return join(", ", plain(b.Topic), says), ""
	case chancery.Relation:
		return relationVerb(b.Rel, false), ""
	case chancery.Tariff:
		return "duty on " + b.Goods + ": " + rate(b.Rate), ""
	case chancery.Text:
		return join(", ", "text", languageName(b.Language), b.Keeper, b.Shelfmark), ""
	case chancery.Characterisation:
		return join(", said by ", "called "+b.As, b.Holder), ""
	case chancery.Citation:
		return citation(b), ""
	case chancery.Instrument:
		return kindName(b.Kind), clip(c.Quote.Text, 60)
	case chancery.Person:
		return join(", ", "person", b.Label), clip(b.Name, 60)
	case chancery.Place:
		return join(", ", "place", b.Label), clip(b.Name, 60)
	}
	return plain(string(c.Type())), ""
}

func rate(r chancery.Rate) string {
	switch {
	case r.Free:
		return "free"
	case r.Percent != "":
		return join(" of the ", r.Percent+" per cent", r.Basis)
	}
	return join(" ", r.Amount, r.Currency, join(" ", prefixed("per ", r.Per), r.Basis))
}

func prefixed(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

func citation(c chancery.Citation) string {
	folio := prefixed("folio ", c.Folio)
	if c.Verso {
		folio += " verso"
	}
	return join(", ", c.Archive, prefixed("fond ", c.Fond), prefixed("opis ", c.Opis), prefixed("delo ", c.Delo), folio,
		prefixed("papka ", c.Papka), prefixed("karton ", c.Karton), c.Work, prefixed("volume ", c.Volume), prefixed("page ", c.Page),
		prefixed("by way of ", c.Via))
}

// about is the entry that a claim is mainly about.
func about(b chancery.Body) chancery.Key {
	switch b := b.(type) {
	case chancery.Instrument:
		return b.Key
	case chancery.Event:
		return b.Instrument
	case chancery.Provision:
		return b.Instrument
	case chancery.Tariff:
		return b.Instrument
	case chancery.Text:
		return b.Instrument
	case chancery.Characterisation:
		return b.Of
	case chancery.Relation:
		return b.From
	}
	return ""
}

func (s *site) note(v *register.View, c register.Claim, r *record) note {
	says, named := s.statement(c.Claim)
	n := note{Kind: string(c.Type()), Says: says, Name: named, URL: claimURL(chancery.DocumentID(c.Doc), c.ID),
		Subject: s.instrumentLink(v, about(c.Body)), Line: r.lineOf(c.Quote.Start)}
	holder := ""
	if c.Voice != nil {
		holder = c.Voice.Holder
	}
	n.Chip = certaintyChip(c.Certainty(), holder)
	if d, ok := decisionChip(c.Status, c.Contested); ok {
		n.Decided = &d
	}
	return n
}

// naming reports whether a claim only says that something is spoken of.
func naming(t chancery.ClaimType) bool {
	return t == chancery.InstrumentClaim || t == chancery.PersonClaim || t == chancery.PlaceClaim
}

// beside puts the claims of a document beside the paragraphs they begin in: what
// states something first, names in one line, and what does not fit folded away.
func (s *site) beside(v *register.View, r *record, shown part, paras []paragraph, claims []register.Claim, on chancery.ClaimID) {
	for _, c := range claims {
		at := r.paraOf(c.Quote.Start) - shown.from
		if at < 0 || at >= len(paras) {
			continue
		}
		p := &paras[at]
		n := s.note(v, c, r)
		n.On = c.ID == on
		if naming(c.Type()) && !n.On {
			p.Named = append(p.Named, n)
		} else {
			p.Notes = append(p.Notes, n)
		}
	}
	for i := range paras {
		p := &paras[i]
		slices.SortStableFunc(p.Notes, func(a, b note) int { return cmp.Compare(rank(a), rank(b)) })
		room := 2 + r.paras[shown.from+i].Len()/400
		if len(p.Notes) > room+1 {
			p.Notes, p.More = p.Notes[:room], p.Notes[room:]
		}
		p.Named = distinct(p.Named)
	}
}

// rank puts the claim that the page was opened for first.
func rank(n note) int {
	if n.On {
		return 0
	}
	return 1
}

// distinct keeps the first of names that read the same.
func distinct(ns []note) []note {
	seen := map[string]bool{}
	return slices.DeleteFunc(ns, func(n note) bool {
		k := n.Kind + "\x00" + strings.ToLower(n.Name)
		was := seen[k]
		seen[k] = true
		return was
	})
}

// values are the numbers of a provision with their names, in order.
func values(m map[string]any) string {
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(m)) {
		parts = append(parts, plain(k)+": "+amount(m[k]))
	}
	return strings.Join(parts, "; ")
}
