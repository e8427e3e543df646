package answer

import (
	"context"
	"fmt"
	"strings"
	"time"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/register"
)

// Derivation is how a claim came to be: the words it rests on, the rule that read
// them, what filled each part, which entry it was held to mean and why, and what
// persons decided.
type Derivation struct {
	Form      int             `json:"form"`
	Claim     chancery.Claim  `json:"claim"`
	Document  string          `json:"document"`       // the file's name
	Line      int             `json:"line"`           // of the quote in the text of record, from 1
	Page      string          `json:"page,omitempty"` // of the file, as it calls it
	Before    string          `json:"before"`         // up to two lines before the quote, verbatim
	After     string          `json:"after"`
	Rule      string          `json:"rule"`  // file and line
	Trace     []string        `json:"trace"` // what filled each role and set the manner
	Manner    string          `json:"manner"`
	Engine    string          `json:"engine"`
	Packs     string          `json:"packs"`
	Links     []Linked        `json:"links"`
	Status    register.Status `json:"status,omitempty"`
	Corrects  string          `json:"corrects,omitempty"`
	Contested bool            `json:"contested,omitempty"`
	Decisions []Decided       `json:"decisions"`
}

// Linked is a field of the claim that was held to mean an entry.
type Linked struct {
	Field    register.Field       `json:"field"`
	Entry    Named                `json:"entry"`
	Reasons  []string             `json:"reasons"`
	Rejected []register.Candidate `json:"rejected,omitempty"` // what else was weighed
}

// Decided is a decision of a person on the claim.
type Decided struct {
	Seq   int64        `json:"seq"`
	By    string       `json:"by,omitempty"`
	When  time.Time    `json:"when,omitzero"`
	Act   register.Act `json:"act,omitempty"`
	Why   string       `json:"why,omitempty"`
	Split []string     `json:"split,omitempty"`
}

// Why is the derivation of a claim, hidden ones included. The store, which may be
// nil, is read for who decided and why. The claim may be given by the beginning of
// its id; if several begin so, it is an Invalid error.
func Why(ctx context.Context, v *register.View, auth *authority.File, s register.Store, id chancery.ClaimID) (Derivation, error) {
	a := newAsker(v, auth)
	c, err := find(v, id)
	if err != nil {
		return Derivation{}, err
	}
	doc, _ := v.Document(chancery.DocumentID(c.Doc))
	d := Derivation{Form: Form, Claim: c.Claim, Document: doc.Name, Rule: c.Rule, Trace: orEmpty(c.Trace), Manner: Manner(c.Certainty()),
		Status: c.Status, Corrects: string(c.Corrects), Contested: c.Contested, Links: []Linked{}, Decisions: []Decided{}}
	d.Before, d.After = Context(doc.Text, c.Quote.Span, 2)
	d.Line = 1 + strings.Count(doc.Text[:min(c.Quote.Start, len(doc.Text))], "\n")
	if p, ok := doc.PageAt(c.Quote.Start); ok {
		d.Page = p.Label
	}
	if r, ok := v.Reading(doc.ID); ok {
		d.Engine, d.Packs = r.Engine, r.Packs
	}
	for _, l := range c.Links {
		linked := Linked{Field: l.Field, Entry: a.entry(l.Entry), Reasons: orEmpty(l.Reasons)}
		for _, o := range l.Candidates {
			if o.Key != l.Entry {
				linked.Rejected = append(linked.Rejected, o)
			}
		}
		d.Links = append(d.Links, linked)
	}
	for _, seq := range c.Decisions {
		made, err := decided(ctx, s, seq)
		if err != nil {
			return d, err
		}
		d.Decisions = append(d.Decisions, made)
	}
	return d, nil
}

// entry is the name of an instrument, person or place.
func (a asker) entry(k chancery.Key) Named {
	if p, ok := a.auth.Person(k); ok {
		return Named{k, p.Label, p.Ref.String()}
	}
	if p, ok := a.auth.Place(k); ok {
		return Named{k, p.Label, p.Ref.String()}
	}
	return a.instrument(k)
}

// shortestID is how much of a claim's id has to be given.
const shortestID = 4

// find is the claim whose id is, or begins with, the given one.
func find(v *register.View, id chancery.ClaimID) (register.Claim, error) {
	if c, ok := v.Claim(id); ok {
		return c, nil
	}
	var found []register.Claim
	if len(id) >= shortestID {
		for _, c := range v.Claims(register.Filter{Hidden: true}) {
			if strings.HasPrefix(string(c.ID), string(id)) {
				found = append(found, c)
			}
		}
	}
	doing := fmt.Sprintf("explain %s", id)
	if len(id) < shortestID {
		return register.Claim{}, chancery.Errorf(chancery.Invalid, doing, fmt.Sprintf("give at least %d letters of its id", shortestID), "too short")
	}
	switch len(found) {
	case 0:
		return register.Claim{}, chancery.Errorf(chancery.NotFound, doing, "chancery list events and chancery show KEY give the ids of claims",
			"no claim of record %d is called so", v.Known())
	case 1:
		return found[0], nil
	}
	return register.Claim{}, chancery.Errorf(chancery.Invalid, doing, "give more of its id", "%d claims begin so", len(found))
}

// decided reads one decision from the log.
func decided(ctx context.Context, s register.Store, seq int64) (Decided, error) {
	out := Decided{Seq: seq}
	if s == nil {
		return out, nil
	}
	for r, err := range s.Scan(ctx, seq) {
		if err != nil {
			return out, fmt.Errorf("read decision %d: %w", seq, err)
		}
		body, err := register.Decode(r)
		if err != nil {
			return out, err
		}
		d, ok := body.(register.Decision)
		if r.Seq != seq || !ok {
			return out, chancery.Errorf(chancery.Conflict, fmt.Sprintf("read decision %d", seq), "run chancery verify", "the log has none there")
		}
		out.By, out.When, out.Act, out.Why = r.Actor, r.At, d.Act, d.Why
		for _, k := range d.Entries {
			out.Split = append(out.Split, string(k))
		}
		break
	}
	return out, nil
}

// Context is the text on up to so many lines before and after a span, the rest of
// its own first and last line included, verbatim. Very long lines are cut at a space.
func Context(record string, s chancery.Span, lines int) (before, after string) {
	const most = 400 // bytes on each side: a page may be one line
	start, end := max(0, min(s.Start, len(record))), max(0, min(s.End, len(record)))
	from := strings.LastIndexByte(record[:start], '\n') + 1
	for range lines {
		if from > 0 {
			from = strings.LastIndexByte(record[:from-1], '\n') + 1
		}
	}
	if start-from > most {
		from = start - most
		if i := strings.IndexAny(record[from:start], " \n"); i >= 0 {
			from += i + 1
		}
	}
	to := end
	for n := 0; n <= lines && to < len(record); n++ {
		i := strings.IndexByte(record[to:], '\n')
		if i < 0 {
			to = len(record)
			break
		}
		to += i + 1
	}
	if to-end > most {
		to = end + most
		if i := strings.LastIndexAny(record[end:to], " \n"); i >= 0 {
			to = end + i
		}
	}
	return strings.ToValidUTF8(record[from:start], ""), strings.ToValidUTF8(record[end:to], "")
}
