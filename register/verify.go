package register

import (
	"context"
	"fmt"
	"slices"

	"example.org/chancery"
)

// Check names what Verify looks at.
type Check string

// The checks of Verify.
const (
	CheckSequence  Check = "sequence"  // numbers from 1 without gaps, up to the head
	CheckChain     Check = "chain"     // each record names the hash of the one before
	CheckHash      Check = "hash"      // each record has the hash that its content gives
	CheckForm      Check = "form"      // bodies are canonical, can be read, and are about their subject
	CheckQuote     Check = "quote"     // every quote stands, every claim is called what its content says
	CheckReference Check = "reference" // what a record refers to was recorded before it
)

// Finding is one fault of a log.
type Finding struct {
	Seq   int64 // the record, or the number where one is missing
	Check Check
	What  string // a sentence for people
}

func (f Finding) String() string { return fmt.Sprintf("record %d: %s: %s", f.Seq, f.Check, f.What) }

// Verify reads the whole log and returns every fault, by record; none if all is as it
// was appended. The error is only for a store that cannot be read to its end; the
// findings up to there are returned with it. Somebody who can write to the store could
// cut off its end and its head together: who fears that compares Store.Head with a
// hash kept elsewhere.
func Verify(ctx context.Context, s Store) ([]Finding, error) {
	v := verifier{docs: map[chancery.DocumentID]chancery.Document{}, withdrawn: map[chancery.DocumentID]bool{},
		claims: map[chancery.ClaimID]chancery.DocumentID{}}
	seq, hash, err := s.Head(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the register: %w", err)
	}
	for r, err := range s.Scan(ctx, 1) {
		if err != nil {
			return v.findings, fmt.Errorf("verify the register after record %d: %w", v.prev.Seq, err)
		}
		v.record(r)
		if r.Seq == seq && r.Hash != hash {
			v.say(r.Seq, CheckChain, "its hash is %s, but the head of the log says %s", r.Hash, hash)
		}
		v.prev = r
	}
	// Others may have appended since Head was asked: only a shorter log is a fault.
	if v.prev.Seq < seq {
		v.say(v.prev.Seq+1, CheckSequence, "the log ends at %d, but its head says that %d were recorded", v.prev.Seq, seq)
	}
	return v.findings, nil
}

// verifier is what has been read of the log so far.
type verifier struct {
	findings  []Finding
	prev      Record
	docs      map[chancery.DocumentID]chancery.Document
	withdrawn map[chancery.DocumentID]bool
	claims    map[chancery.ClaimID]chancery.DocumentID
}

func (v *verifier) say(seq int64, c Check, format string, args ...any) {
	v.findings = append(v.findings, Finding{seq, c, fmt.Sprintf(format, args...)})
}

func (v *verifier) record(r Record) {
	switch {
	case r.Seq <= v.prev.Seq:
		v.say(r.Seq, CheckSequence, "it stands after record %d", v.prev.Seq)
	case r.Seq == v.prev.Seq+2:
		v.say(r.Seq-1, CheckSequence, "it is missing")
	case r.Seq > v.prev.Seq+1:
		v.say(v.prev.Seq+1, CheckSequence, "it and those up to %d are missing", r.Seq-1)
	}
	if r.Prev != v.prev.Hash {
		v.say(r.Seq, CheckChain, "it follows on %s, but the record before it in the log has %s", name(r.Prev), name(v.prev.Hash))
	}
	if want := r.Digest(); r.Hash != want {
		v.say(r.Seq, CheckHash, "its content has the hash %s, but it is recorded with %s", want, name(r.Hash))
	}
	if !isCanonical(r.Body) {
		v.say(r.Seq, CheckForm, "its body is not in canonical form")
	}
	body, err := Decode(r)
	if err != nil {
		v.say(r.Seq, CheckForm, "%v", err)
		return
	}
	if body.subject() != r.Subject {
		v.say(r.Seq, CheckForm, "it is kept as being about %q, and is about %q", r.Subject, body.subject())
	}
	v.body(r, body)
}

func name(hash string) string {
	if hash == "" {
		return "nothing"
	}
	return hash
}

func (v *verifier) body(r Record, body Body) {
	switch b := body.(type) {
	case Document:
		if err := CheckDocument(&b.Document); err != nil {
			v.say(r.Seq, CheckQuote, "%v", err)
		}
		v.docs[b.ID] = b.Document
		delete(v.withdrawn, b.ID)
	case Reading:
		doc, ok := v.docs[b.Document]
		if !ok {
			v.say(r.Seq, CheckReference, "it is a reading of %s, which was not recorded before", b.Document)
			doc.ID = b.Document
		} else {
			for _, f := range readingFaults(&doc, b) {
				v.say(r.Seq, CheckQuote, "%s", f)
			}
		}
		for _, c := range b.Claims {
			v.claims[c.ID] = b.Document
		}
	case Resolution:
		if _, ok := v.docs[b.Document]; !ok {
			v.say(r.Seq, CheckReference, "it is a resolution of %s, which was not recorded before", b.Document)
		}
		for _, l := range b.Links {
			if v.claims[l.Claim] != b.Document {
				v.say(r.Seq, CheckReference, "it links claim %s, which no reading of %s has", l.Claim, b.Document)
			}
		}
	case Decision:
		v.decision(r, b)
	case Withdrawal:
		if _, ok := v.docs[b.Document]; !ok || v.withdrawn[b.Document] {
			v.say(r.Seq, CheckReference, "it withdraws %s, which was not there", b.Document)
		}
		v.withdrawn[b.Document] = true
	}
}

func (v *verifier) decision(r Record, d Decision) {
	if err := checkDecision(d); err != nil {
		v.say(r.Seq, CheckForm, "%v", err)
	}
	for _, id := range d.Claims {
		if _, ok := v.claims[id]; !ok {
			v.say(r.Seq, CheckReference, "it decides on claim %s, which was not recorded before", id)
		}
	}
	if _, ok := v.docs[d.Document]; d.Act == Describe && !ok {
		v.say(r.Seq, CheckReference, "it describes %s, which was not recorded before", d.Document)
	}
	held := slices.Clone(d.About)
	if d.Correction != nil {
		held = append(held, *d.Correction)
	}
	for _, c := range held {
		doc, ok := v.docs[chancery.DocumentID(c.Doc)]
		if !ok {
			v.say(r.Seq, CheckReference, "it is about a claim of %s, which was not recorded before", c.Doc)
			continue
		}
		if c.Body == nil {
			continue
		}
		for _, f := range claimFaults(&doc, c) {
			v.say(r.Seq, CheckQuote, "claim %s: %s", c.ID, f)
		}
		v.claims[c.ID] = doc.ID
	}
}
