// Package answer turns a question and a view of the register into an answer with
// its grounds: the one door through which every face asks.
//
//	Ask(view, authority, Question)          ->  Answer: what was in force, as stated
//	Instrument(view, authority, key)        ->  Page: all that is stated of one instrument
//	Why(ctx, view, authority, store, claim) ->  Derivation: how a claim came to be
//
// It reads what claims state and concludes nothing that no source says: no act opens
// or closes a time in force unless a source states it, what is not stated is "not
// known", and absence is said in words. What documents say and what the authority
// file says stand side by side and are never mixed.
//
// All functions are pure but Why, which reads decisions from the log. Values have
// JSON tags, so that pages, programs and the terminal show the same.
package answer

import (
	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/register"
	"example.org/chancery/witness"
)

// Form is the version of the answers' form: the same form gives the same answer to
// the same question at the same record of the register.
const Form = 1

// Named is a key with the name that people read. Reference is set when the name is
// a statement of the authority file, and says where it can be looked up.
type Named struct {
	Key       chancery.Key `json:"key"`
	Label     string       `json:"label"`
	Reference string       `json:"reference,omitempty"`
}

// String is the label, or the key where there is none.
func (n Named) String() string {
	if n.Label != "" {
		return n.Label
	}
	return string(n.Key)
}

// Ground is what a statement rests on: words of a document, or a reference of the
// authority file.
type Ground struct {
	Kind      string              `json:"kind"` // "quote" or "authority"
	Claim     chancery.ClaimID    `json:"claim,omitempty"`
	Document  chancery.DocumentID `json:"document,omitempty"`
	Name      string              `json:"name,omitempty"` // the document's file name
	Quote     string              `json:"quote,omitempty"`
	Start     int                 `json:"start"`
	End       int                 `json:"end"`
	Certainty chancery.Certainty  `json:"certainty,omitempty"`
	Holder    string              `json:"holder,omitempty"` // who says it, when the document reports it
	Status    register.Status     `json:"status,omitempty"` // what persons decided
	Contested bool                `json:"contested,omitempty"`
	Reference string              `json:"reference,omitempty"` // of the authority file
}

// QuoteGround and AuthorityGround are the kinds of Ground.
const (
	QuoteGround     = "quote"
	AuthorityGround = "authority"
)

// asker is what every part of an answer is made from.
type asker struct {
	view *register.View
	auth *authority.File
	kin  *witness.Reader // which documents are copies or translations of one another
}

func newAsker(v *register.View, auth *authority.File) asker {
	if auth == nil {
		auth = &authority.File{}
	}
	return asker{v, auth, witness.NewReader(v)}
}

func (a asker) ground(c register.Claim) Ground {
	g := Ground{Kind: QuoteGround, Claim: c.ID, Document: chancery.DocumentID(c.Doc), Quote: c.Quote.Text, Start: c.Quote.Start,
		End: c.Quote.End, Certainty: c.Certainty(), Status: c.Status, Contested: c.Contested}
	if c.Voice != nil {
		g.Holder = c.Voice.Holder
	}
	if d, ok := a.view.Document(g.Document); ok {
		g.Name = d.Name
	}
	return g
}

func authorityGrounds(ref authority.Ref, also []authority.Ref) []Ground {
	out := []Ground{{Kind: AuthorityGround, Reference: ref.String()}}
	for _, r := range also {
		out = append(out, Ground{Kind: AuthorityGround, Reference: r.String()})
	}
	return out
}

// polity is the name of a polity.
func (a asker) polity(k chancery.Key) Named {
	if p, ok := a.auth.Polity(k); ok {
		return Named{k, p.Label, p.Ref.String()}
	}
	return Named{Key: k, Label: string(k)}
}

func (a asker) polities(ks []chancery.Key) []Named {
	var out []Named
	for _, k := range ks {
		out = append(out, a.polity(k))
	}
	return out
}

// instrument is the name of an instrument: the authority's, else as documents have it.
func (a asker) instrument(k chancery.Key) Named {
	if i, ok := a.auth.Instrument(k); ok {
		return Named{k, i.Label, i.Ref.String()}
	}
	if e, ok := a.view.Entry(k); ok {
		return Named{Key: e.Key, Label: labelOf(e)}
	}
	return Named{Key: k, Label: string(k)}
}

// labelOf is the entry's label, else the longest form in which documents name it.
func labelOf(e register.Entry) string {
	if e.Label != "" {
		return e.Label
	}
	best := ""
	for _, m := range e.Mentions {
		if len(m) > len(best) {
			best = m
		}
	}
	if best == "" {
		return string(e.Key)
	}
	return best
}
