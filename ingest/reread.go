package ingest

import (
	"context"
	"fmt"
	"iter"

	"example.org/chancery"
	"example.org/chancery/claim"
	"example.org/chancery/register"
)

// Change is what reading a document again changes.
type Change struct {
	register.Change
	Name     string // the document's file name
	Recorded bool   // the log grew; never so in a dry run
}

// Reread reads again every document of the register whose last reading was by
// another engine, other packs or another authority, and records what is new, unless
// it is a dry run. It gives the documents that it read again, in the order of their
// hashes, with what each gained, lost and stranded; progress may be nil. When ctx is
// done it stops between two documents, and what was recorded stays.
func Reread(ctx context.Context, s register.Store, r Reader, o Options, dryRun bool, progress func(Step)) ([]Change, error) {
	v, err := register.At(ctx, s, 0)
	if err != nil {
		return nil, fmt.Errorf("reread: %w", err)
	}
	docs := v.Documents()
	noted := notes{reader: r}
	var out []Change
	n := 0
	for f := range again(ctx, s, r, docs, o.workers()) {
		n++
		step := Step{Path: f.Path, Done: n, Total: len(docs), Outcome: Same}
		switch {
		case f.Err != nil:
			return out, f.Err
		case f.same:
		default:
			change, err := reread(ctx, s, v, r, o.Actor, f, dryRun, &noted)
			if err != nil {
				return out, err
			}
			out = append(out, change)
			step.Outcome = Added
		}
		if progress != nil {
			progress(step)
		}
	}
	return out, ctx.Err()
}

func again(ctx context.Context, s register.Store, r Reader, docs []chancery.Document, workers int) iter.Seq[File] {
	return inOrder(ctx, workers, func(yield func(func() File) bool) {
		for _, d := range docs {
			if !yield(func() File { return readAgain(ctx, s, r, d) }) {
				return
			}
		}
	})
}

func readAgain(ctx context.Context, s register.Store, r Reader, d chancery.Document) File {
	f := File{Path: d.Name, Document: d}
	same, err := upToDate(ctx, s, r, d.ID)
	if err != nil {
		f.Err = fmt.Errorf("reread %s: %w", d.Name, err)
		return f
	}
	if same {
		f.same = true
		return f
	}
	return r.readSafely(f)
}

// reread records one document's new reading, or compares it only.
func reread(ctx context.Context, s register.Store, v *register.View, r Reader, actor string, f File, dryRun bool, n *notes) (Change, error) {
	reading, res := r.records(f)
	c := Change{Change: v.Compare(reading), Name: f.Document.Name}
	if dryRun {
		return c, nil
	}
	if err := n.note(ctx, s, actor); err != nil {
		return c, err
	}
	_, added, err := register.Reread(ctx, s, actor, reading, res)
	if err != nil {
		return c, err
	}
	c.Recorded = added
	return c, nil
}

// upToDate reports whether the last reading and resolution of a document that is in
// the register were made with what the reader has.
func upToDate(ctx context.Context, s register.Store, r Reader, id chancery.DocumentID) (bool, error) {
	var seq = map[register.Kind]int64{}
	for _, kind := range []register.Kind{register.DocumentRecord, register.WithdrawalRecord, register.ReadingRecord, register.ResolutionRecord} {
		rec, ok, err := s.Last(ctx, kind, string(id))
		if err != nil {
			return false, err
		}
		if !ok {
			continue
		}
		seq[kind] = rec.Seq
		if kind != register.ReadingRecord && kind != register.ResolutionRecord {
			continue
		}
		body, err := register.Decode(rec)
		if err != nil {
			return false, err
		}
		switch b := body.(type) {
		case register.Reading:
			if b.Engine != claim.Engine || b.Packs != r.Languages.Hash {
				return false, nil
			}
		case register.Resolution:
			if b.Authority != r.authorityHash() {
				return false, nil
			}
		}
	}
	held := seq[register.DocumentRecord] > 0 && seq[register.WithdrawalRecord] < seq[register.DocumentRecord]
	return held && seq[register.ReadingRecord] > 0 && seq[register.ResolutionRecord] > 0, nil
}
