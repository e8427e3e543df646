package register

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"example.org/chancery"
)

// View is what the register holds at one of its records: of each document that is
// not withdrawn the last reading, with the last resolution and all decisions applied.
// It never changes and may be used by several goroutines; what its methods return
// belongs to it and must not be changed. Nothing in what it lists, except the numbers
// of decisions, depends on the order in which documents were added; of two files with
// the same text the name of the first is kept.
type View struct {
	known     int64
	docs      map[chancery.DocumentID]held
	deeds     []deed
	decided   map[string]int64 // subject of a decision -> its last record
	snapshots []Snapshot
	joins     joins

	pages    map[chancery.DocumentID]*page // of documents not withdrawn, before keys are filled in
	order    []chancery.DocumentID         // the same documents, by hash
	shown    map[chancery.DocumentID]sheet
	said     map[chancery.Key]Description // of entries, by resolutions
	claims   map[chancery.ClaimID]place
	entries  []Entry
	byKey    map[chancery.Key]int
	stranded []Stranded
}

// sheet is a page with the keys of its claims filled in.
type sheet struct {
	claims []Claim
	named  []chancery.Key // every key that its claims name, before joins, each once
}

// place says where a claim is: the nth of a page.
type place struct {
	doc chancery.DocumentID
	nth int
}

// held is what the log has of one document.
type held struct {
	doc              chancery.Document
	added, withdrawn int64
	reading          Reading
	resolution       Resolution
	resolved         int64
}

// At is the view as known at a record's number; 0 means the last record. A number
// beyond the last record is an Invalid error.
func At(ctx context.Context, s Store, known int64) (*View, error) {
	return new(View).Advance(ctx, s, known)
}

// Advance is At, reading only the records that v does not know yet. The result is
// the same as At's; v itself does not change. Known must not be before v, unless 0.
func (v *View) Advance(ctx context.Context, s Store, known int64) (*View, error) {
	head, _, err := s.Head(ctx)
	if err != nil {
		return nil, fmt.Errorf("view the register: %w", err)
	}
	if known == 0 {
		known = head
	}
	if known > head || known < v.known {
		return nil, chancery.Errorf(chancery.Invalid, "view the register",
			fmt.Sprintf("give a number from %d to %d", max(v.known, 1), head), "it has no record %d that could be shown", known)
	}
	next := v.clone()
	f := folding{View: next, touched: map[chancery.DocumentID]bool{}, readings: map[chancery.DocumentID]Record{},
		resolutions: map[chancery.DocumentID]Record{}}
	if known > v.known {
		if err := f.scan(ctx, s, v.known+1, known); err != nil {
			return nil, err
		}
	}
	next.known = known
	next.rebuild(f.touched, maps.Equal(v.joins, next.joins))
	return next, nil
}

func (v *View) clone() *View {
	n := &View{known: v.known, docs: maps.Clone(v.docs), deeds: slices.Clip(v.deeds), decided: maps.Clone(v.decided),
		snapshots: slices.Clip(v.snapshots), joins: maps.Clone(v.joins), pages: maps.Clone(v.pages),
		shown: maps.Clone(v.shown), said: v.said}
	if n.docs == nil {
		n.docs, n.decided, n.joins = map[chancery.DocumentID]held{}, map[string]int64{}, joins{}
		n.pages, n.shown = map[chancery.DocumentID]*page{}, map[chancery.DocumentID]sheet{}
	}
	return n
}

// Known is the number of the record up to which the view goes.
func (v *View) Known() int64 { return v.known }

// Documents is every document that is not withdrawn, by hash.
func (v *View) Documents() []chancery.Document {
	out := make([]chancery.Document, len(v.order))
	for i, id := range v.order {
		out[i] = v.docs[id].doc
	}
	return out
}

// Document is the document of that id; false if there is none or it is withdrawn.
func (v *View) Document(id chancery.DocumentID) (chancery.Document, bool) {
	h, ok := v.docs[id]
	if !ok || v.pages[id] == nil {
		return chancery.Document{}, false
	}
	return h.doc, true
}

// Reading is the document's last reading as it was recorded, without decisions.
func (v *View) Reading(id chancery.DocumentID) (Reading, bool) {
	if v.pages[id] == nil {
		return Reading{}, false
	}
	return v.docs[id].reading, true
}

// Filter chooses claims; its zero value chooses every claim that is not hidden.
type Filter struct {
	Document chancery.DocumentID
	Type     chancery.ClaimType
	Entry    chancery.Key // claims that name the entry in any field
	Hidden   bool         // rejected and replaced claims too
}

// Claims is every claim that the filter chooses, by document hash and then by place.
func (v *View) Claims(f Filter) []Claim {
	docs := v.order
	if f.Document != "" {
		docs = []chancery.DocumentID{f.Document}
	}
	var entry chancery.Key
	if f.Entry != "" {
		e, ok := v.Entry(f.Entry)
		if !ok {
			return nil
		}
		entry = e.Key
		if !f.Hidden {
			return v.ofEntry(e, f)
		}
	}
	var out []Claim
	for _, id := range docs {
		for _, c := range v.shown[id].claims {
			if (f.Type == "" || c.Type() == f.Type) && (f.Hidden || !c.Hidden()) && (entry == "" || names(c, entry)) {
				out = append(out, c)
			}
		}
	}
	return out
}

func (v *View) ofEntry(e Entry, f Filter) []Claim {
	var out []Claim
	for t, ids := range e.Claims {
		for _, id := range ids {
			c, _ := v.Claim(id)
			if (f.Type == "" || f.Type == t) && (f.Document == "" || c.Doc == string(f.Document)) {
				out = append(out, c)
			}
		}
	}
	slices.SortFunc(out, func(a, b Claim) int {
		da, db := v.docs[chancery.DocumentID(a.Doc)].doc.Hash, v.docs[chancery.DocumentID(b.Doc)].doc.Hash
		return cmp.Or(cmp.Compare(da, db), byPlace(a.Claim, b.Claim))
	})
	return out
}

func names(c Claim, entry chancery.Key) bool {
	found := false
	mapKeys(c.Body, func(_ Field, k chancery.Key) chancery.Key {
		found = found || k == entry
		return k
	})
	return found
}

// Claim is the claim of that id, hidden or not; false if no last reading has it.
func (v *View) Claim(id chancery.ClaimID) (Claim, bool) {
	at, ok := v.claims[id]
	if !ok {
		return Claim{}, false
	}
	return v.shown[at.doc].claims[at.nth], true
}

// stated is a claim of the view as it was read or written, with no key filled in.
func (v *View) stated(id chancery.ClaimID) (chancery.Claim, bool) {
	at, ok := v.claims[id]
	if !ok {
		return chancery.Claim{}, false
	}
	return v.pages[at.doc].claims[at.nth].Claim, true
}

// Stranded is every decision that finds nothing any more to be about, oldest first.
func (v *View) Stranded() []Stranded { return v.stranded }

// Snapshots is every snapshot noted so far, oldest first.
func (v *View) Snapshots() []Snapshot { return v.snapshots }

// Compare tells what a reading that is not recorded yet would change, stranded
// decisions included; for `reread --dry-run`. The document must be in the view, else
// everything counts as gained.
func (v *View) Compare(r Reading) Change {
	change := Diff(v.docs[r.Document].reading, r)
	old := v.pages[r.Document]
	if old == nil {
		return change
	}
	r.Claims = slices.Clone(r.Claims)
	for i := range r.Claims {
		r.Claims[i].Doc = string(r.Document)
	}
	deeds := v.deedsOf(r.Document)
	next := newPage(r.Document, r, deeds)
	for _, d := range deeds {
		if ids := next.lost[d.seq]; len(ids) > len(old.lost[d.seq]) {
			change.Stranded = append(change.Stranded, Stranded{d.seq, d.at, d.actor, d.Decision, ids})
		}
	}
	return change
}

// EntryDecision is a person's decision that entries are one, or are not.
type EntryDecision struct {
	Seq   int64
	At    time.Time
	Actor string
	Decision
}

// EntryDecisions is every join and split so far, oldest first.
func (v *View) EntryDecisions() []EntryDecision {
	var out []EntryDecision
	for _, d := range v.deeds {
		if d.Act == Join || d.Act == Split {
			out = append(out, EntryDecision{d.seq, d.at, d.actor, d.Decision})
		}
	}
	return out
}

// Apart reports whether the last decision that names both entries says that they are not one.
func (v *View) Apart(a, b chancery.Key) bool {
	apart := false
	for _, d := range v.deeds {
		if (d.Act == Join || d.Act == Split && len(d.Claims) == 0) && slices.Contains(d.Entries, a) && slices.Contains(d.Entries, b) {
			apart = d.Act == Split
		}
	}
	return apart
}
