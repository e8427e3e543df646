package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"example.org/chancery"
)

// AddDocument records a document with its first reading and resolution, all in one
// append. If the document is there already and was read by the same engine and
// packs and resolved by the same authority, nothing is added; if by others, the
// reading, the resolution or both are. A withdrawn document comes back. Added reports
// whether the log grew. The resolution may be nil.
func AddDocument(ctx context.Context, s Store, actor string, doc *chancery.Document, r Reading, res *Resolution) (added bool, err error) {
	for range patience {
		if added, err = addDocument(ctx, s, actor, doc, r, res); !errors.Is(err, ErrOvertaken) {
			return added, err
		}
	}
	return added, err
}

// patience is how often an addition that others overtook is tried again. The second
// try finds what the others added, so more than two are needed only if they go on.
const patience = 5

func addDocument(ctx context.Context, s Store, actor string, doc *chancery.Document, r Reading, res *Resolution) (bool, error) {
	have, err := standingOf(ctx, s, doc.ID)
	if err != nil {
		return false, fmt.Errorf("add %s: %w", doc.Name, err)
	}
	if have.document != 0 && have.hash != doc.Hash {
		return false, chancery.Errorf(chancery.Conflict, "add "+doc.Name, "report this: two texts share an id",
			"another text is registered as %s", doc.ID)
	}
	var drafts []Draft
	if have.document == 0 || have.withdrawn > have.document {
		d, err := Propose(actor, Document{*doc})
		if err != nil {
			return false, err
		}
		drafts = append(drafts, d.After(have.document))
	}
	more, err := have.further(actor, doc, r, res)
	if err != nil {
		return false, err
	}
	drafts = append(drafts, more...)
	if len(drafts) == 0 {
		return false, nil
	}
	if _, err := s.Append(ctx, drafts...); err != nil {
		return false, fmt.Errorf("add %s: %w", doc.Name, err)
	}
	return true, nil
}

// Reread records another reading of a document that is in the register, and tells
// what it changes. The same engine, packs and authority as last time add nothing.
// For a dry run, and for what a reading strands, use View.Compare.
func Reread(ctx context.Context, s Store, actor string, r Reading, res *Resolution) (Change, bool, error) {
	rec, ok, err := s.Last(ctx, DocumentRecord, string(r.Document))
	if err != nil {
		return Change{}, false, fmt.Errorf("reread %s: %w", r.Document, err)
	}
	if !ok {
		return Change{}, false, notThere("reread", r.Document)
	}
	doc, err := decodeAs[Document](rec)
	if err != nil {
		return Change{}, false, err
	}
	have, err := standingOf(ctx, s, doc.ID)
	if err != nil {
		return Change{}, false, fmt.Errorf("reread %s: %w", doc.Name, err)
	}
	if have.withdrawn > have.document {
		return Change{}, false, chancery.Errorf(chancery.Conflict, "reread "+doc.Name, "add it again", "it was withdrawn")
	}
	change := Diff(have.last, r)
	drafts, err := have.further(actor, &doc.Document, r, res)
	if err != nil || len(drafts) == 0 {
		return change, false, err
	}
	if _, err := s.Append(ctx, drafts...); err != nil {
		return Change{}, false, fmt.Errorf("reread %s: %w", doc.Name, err)
	}
	return change, true, nil
}

// Decide records a decision on claims, entries or a document as v shows them; d.About need not
// be filled. If somebody decided on the same claim, entry or document since v was made, it is a
// Conflict, so that the last word never wins unseen.
func Decide(ctx context.Context, s Store, v *View, actor string, d Decision) (Record, error) {
	doing := fmt.Sprintf("record the decision to %s", d.Act)
	d.About = nil
	if _, ok := v.Document(d.Document); d.Act == Describe && !ok {
		return Record{}, notThere(doing, d.Document)
	}
	for _, id := range d.Claims {
		c, ok := v.stated(id)
		if !ok {
			return Record{}, chancery.Errorf(chancery.NotFound, doing, "look the claim up again",
				"no claim is called %s at record %d", id, v.Known())
		}
		d.About = append(d.About, c)
	}
	if d.Correction != nil && len(d.About) > 0 {
		c, err := correction(v, d.About[0], *d.Correction)
		if err != nil {
			return Record{}, err
		}
		d.Correction = &c
	}
	draft, err := Propose(actor, d)
	if err != nil {
		return Record{}, err
	}
	rs, err := s.Append(ctx, draft.After(v.decided[draft.Subject()]))
	if err != nil {
		return Record{}, fmt.Errorf("%s: %w", doing, err)
	}
	return rs[0], nil
}

// correction is c made ready for the log: of the same document as the claim it
// corrects, called what its content says, and with every quote in its place.
func correction(v *View, corrected, c chancery.Claim) (chancery.Claim, error) {
	doing := "correct claim " + string(corrected.ID)
	doc, ok := v.Document(chancery.DocumentID(corrected.Doc))
	if !ok || c.Body == nil {
		return c, chancery.Errorf(chancery.Invalid, doing, "", "the corrected claim states nothing, or its document is not there")
	}
	c.Doc = corrected.Doc
	b, err := json.Marshal(c)
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if err != nil {
		return c, &chancery.Error{Kind: chancery.Invalid, Doing: doing, Cause: err}
	}
	c.ID = c.Identify(doc.Hash)
	if faults := claimFaults(&doc, c); len(faults) > 0 {
		return c, chancery.Errorf(chancery.Invalid, doing, "choose words that stand in the document", "%s", faults[0])
	}
	if c.ID == corrected.ID {
		return c, chancery.Errorf(chancery.Invalid, doing, "accept it instead", "the correction states the same")
	}
	return c, nil
}

// Withdraw takes a document out of views from here on. It is an error if the document
// is not there or is withdrawn already.
func Withdraw(ctx context.Context, s Store, actor string, id chancery.DocumentID, why string) (Record, error) {
	have, err := standingOf(ctx, s, id)
	if err != nil {
		return Record{}, fmt.Errorf("withdraw %s: %w", id, err)
	}
	if have.document == 0 || have.withdrawn > have.document {
		return Record{}, notThere("withdraw", id)
	}
	d, err := Propose(actor, Withdrawal{Document: id, Why: why})
	if err != nil {
		return Record{}, err
	}
	rs, err := s.Append(ctx, d.After(have.withdrawn))
	if err != nil {
		return Record{}, fmt.Errorf("withdraw %s: %w", id, err)
	}
	return rs[0], nil
}

// Note records a snapshot once: noted reports whether it was new.
func Note(ctx context.Context, s Store, actor string, snap Snapshot) (noted bool, err error) {
	_, there, err := s.Last(ctx, SnapshotRecord, snap.subject())
	if err != nil || there {
		return false, err
	}
	d, err := Propose(actor, snap)
	if err != nil {
		return false, err
	}
	_, err = s.Append(ctx, d.After(0))
	return err == nil, err
}

// standing is what the log has of one document: numbers of its last records, 0 for none.
type standing struct {
	document, reading, resolution, withdrawn int64

	last      Reading
	authority string
	hash      string // of the document's text
}

func standingOf(ctx context.Context, s Store, id chancery.DocumentID) (standing, error) {
	var have standing
	for kind, seq := range map[Kind]*int64{DocumentRecord: &have.document, ReadingRecord: &have.reading,
		ResolutionRecord: &have.resolution, WithdrawalRecord: &have.withdrawn} {
		r, ok, err := s.Last(ctx, kind, string(id))
		if err != nil {
			return have, err
		}
		if !ok {
			continue
		}
		*seq = r.Seq
		switch kind {
		case DocumentRecord:
			var d Document
			d, err = decodeAs[Document](r)
			have.hash = d.Hash
		case ReadingRecord:
			have.last, err = decodeAs[Reading](r)
		case ResolutionRecord:
			var res Resolution
			res, err = decodeAs[Resolution](r)
			have.authority = res.Authority
		}
		if err != nil {
			return have, err
		}
	}
	return have, nil
}

// further is what a reading and a resolution add to a document that the log has, or
// that is about to be added in the same batch.
func (have standing) further(actor string, doc *chancery.Document, r Reading, res *Resolution) ([]Draft, error) {
	var drafts []Draft
	fresh := have.reading == 0 || have.last.Engine != r.Engine || have.last.Packs != r.Packs
	if fresh {
		d, err := ProposeReading(actor, doc, r)
		if err != nil {
			return nil, err
		}
		drafts = append(drafts, d.After(have.reading))
	}
	if res == nil || !fresh && have.resolution != 0 && have.authority == res.Authority {
		return drafts, nil
	}
	claims := r.Claims
	if !fresh {
		claims = have.last.Claims
	}
	if err := checkLinks(doc, claims, *res); err != nil {
		return nil, err
	}
	filled := *res
	filled.Document = doc.ID
	filled.Links = append([]Link{}, res.Links...)
	filled.Entries = append([]Description{}, res.Entries...)
	d, err := Propose(actor, filled)
	if err != nil {
		return nil, err
	}
	return append(drafts, d.After(have.resolution)), nil
}

// checkLinks refuses a resolution of claims that the reading does not have.
func checkLinks(doc *chancery.Document, claims []chancery.Claim, res Resolution) error {
	known := make(map[chancery.ClaimID]bool, len(claims))
	for _, c := range claims {
		known[c.ID] = true
	}
	for _, l := range res.Links {
		if !known[l.Claim] {
			return chancery.Errorf(chancery.Invalid, "record the resolution of "+doc.Name, "",
				"it links claim %s, which the reading does not have", l.Claim)
		}
	}
	return nil
}

func decodeAs[B Body](r Record) (B, error) {
	var none B
	b, err := Decode(r)
	if err != nil {
		return none, err
	}
	as, ok := b.(B)
	if !ok {
		return none, chancery.Errorf(chancery.Internal, fmt.Sprintf("read record %d", r.Seq), "", "it is a %s", r.Kind)
	}
	return as, nil
}

func notThere(doing string, id chancery.DocumentID) error {
	return chancery.Errorf(chancery.NotFound, doing+" "+string(id), "see chancery list for what the register has",
		"no such document is in the register")
}
