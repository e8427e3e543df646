package register

import (
	"cmp"
	"context"
	"fmt"
	"reflect"
	"slices"

	"example.org/chancery"
)

// folding is a view in the making. Of readings and resolutions only the last of each
// document is decoded, after the scan: earlier ones are most of a long log.
type folding struct {
	*View
	touched     map[chancery.DocumentID]bool
	readings    map[chancery.DocumentID]Record
	resolutions map[chancery.DocumentID]Record
}

func (f folding) scan(ctx context.Context, s Store, from, to int64) error {
	for r, err := range s.Scan(ctx, from) {
		if err != nil {
			return fmt.Errorf("view the register: %w", err)
		}
		if r.Seq > to {
			break
		}
		if err := f.take(r); err != nil {
			return fmt.Errorf("view the register: %w", err)
		}
	}
	for id, r := range f.readings {
		b, err := decodeAs[Reading](r)
		if err != nil {
			return fmt.Errorf("view the register: %w", err)
		}
		h := f.docs[id]
		h.reading = b
		f.docs[id] = h
	}
	for id, r := range f.resolutions {
		b, err := decodeAs[Resolution](r)
		if err != nil {
			return fmt.Errorf("view the register: %w", err)
		}
		h := f.docs[id]
		h.resolution, h.resolved = b, r.Seq
		f.docs[id] = h
	}
	return nil
}

// take adds one record.
func (f folding) take(r Record) error {
	id := chancery.DocumentID(r.Subject)
	known := r.Form >= 1 && r.Form <= Form
	switch {
	case known && r.Kind == ReadingRecord:
		f.readings[id] = r
		f.touched[id] = true
		return nil
	case known && r.Kind == ResolutionRecord:
		f.resolutions[id] = r
		f.touched[id] = true
		return nil
	}
	body, err := Decode(r)
	if err != nil {
		return err
	}
	switch b := body.(type) {
	case Document:
		h := f.docs[b.ID]
		if h.added == 0 || h.withdrawn > h.added {
			h.doc = b.Document
			for _, d := range f.deeds { // of a document that was withdrawn and comes back
				if d.Act == Describe && d.Document == b.ID {
					d.describe(&h.doc)
				}
			}
		}
		h.added = r.Seq
		f.docs[b.ID] = h
		f.touched[b.ID] = true
	case Withdrawal:
		h := f.docs[b.Document]
		h.withdrawn = r.Seq
		f.docs[b.Document] = h
		f.touched[b.Document] = true
	case Decision:
		f.deeds = append(f.deeds, deed{r.Seq, r.At, r.Actor, b})
		f.decided[r.Subject] = r.Seq
		f.joins.apply(b)
		if b.Act == Describe {
			h := f.docs[b.Document]
			b.describe(&h.doc)
			f.docs[b.Document] = h
		}
		for _, c := range b.About {
			f.touched[chancery.DocumentID(c.Doc)] = true
		}
	case Snapshot:
		f.snapshots = append(f.snapshots, b)
	}
	return nil
}

func (v *View) deedsOf(id chancery.DocumentID) []deed {
	var out []deed
	for _, d := range v.deeds {
		if slices.ContainsFunc(d.About, func(c chancery.Claim) bool { return c.Doc == string(id) }) {
			out = append(out, d)
		}
	}
	return out
}

// rebuild makes the pages of the touched documents again, and all that is counted
// over pages. Keys are filled in afresh on every page if entries were joined or split
// or are described otherwise than before, since that renames them everywhere.
func (v *View) rebuild(touched map[chancery.DocumentID]bool, sameJoins bool) {
	deeds := map[chancery.DocumentID][]deed{}
	for _, d := range v.deeds {
		seen := map[string]bool{}
		for _, c := range d.About {
			if !seen[c.Doc] {
				deeds[chancery.DocumentID(c.Doc)] = append(deeds[chancery.DocumentID(c.Doc)], d)
			}
			seen[c.Doc] = true
		}
	}
	v.order = v.order[:0:0]
	for id, h := range v.docs {
		if h.added == 0 || h.withdrawn > h.added {
			delete(v.pages, id)
			delete(v.shown, id)
			continue
		}
		v.order = append(v.order, id)
		if touched[id] || v.pages[id] == nil {
			v.pages[id] = newPage(id, h.reading, deeds[id])
		}
	}
	slices.SortFunc(v.order, func(a, b chancery.DocumentID) int { return cmp.Compare(v.docs[a].doc.Hash, v.docs[b].doc.Hash) })
	before := v.said
	v.said = v.descriptions()
	sameKeys := sameJoins && reflect.DeepEqual(before, v.said)
	v.claims = make(map[chancery.ClaimID]place, len(v.claims))
	named := map[chancery.Key]bool{}
	for _, id := range v.order {
		if _, ok := v.shown[id]; !ok || !sameKeys || touched[id] {
			v.shown[id] = v.pages[id].fill(v.docs[id].resolution, v.joins, v.said)
		}
		for _, k := range v.shown[id].named {
			named[k] = true
		}
		for n, c := range v.shown[id].claims {
			v.claims[c.ID] = place{id, n}
		}
	}
	v.group()
	v.strand(named)
}

// strand lists the decisions whose claims are not found, and the joins whose further
// entries no claim names.
func (v *View) strand(named map[chancery.Key]bool) {
	v.stranded = nil
	for _, d := range v.deeds {
		var lost []chancery.ClaimID
		for _, id := range d.Claims {
			for _, c := range d.About {
				if p := v.pages[chancery.DocumentID(c.Doc)]; p != nil && c.ID == id && slices.Contains(p.lost[d.seq], id) {
					lost = append(lost, id)
				}
			}
		}
		idle := d.Act == Join && !slices.ContainsFunc(d.Entries[1:], func(k chancery.Key) bool { return named[k] })
		if len(lost) > 0 || idle {
			v.stranded = append(v.stranded, Stranded{d.seq, d.at, d.actor, d.Decision, lost})
		}
	}
}
