package ingest

import (
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/claim"
	"example.org/chancery/register"
	"example.org/chancery/source"
)

// Options says how files are read and recorded.
type Options struct {
	Actor   string        // the person or program that is answerable
	Limits  source.Limits // of one file
	Workers int           // files read at a time; 0 for one a processor
	Stdin   io.Reader     // what the path "-" stands for; nil for nothing
}

func (o Options) standardInput() io.Reader {
	if o.Stdin == nil {
		return strings.NewReader("")
	}
	return o.Stdin
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.NumCPU()
}

// Outcome is what became of a file.
type Outcome string

// The outcomes.
const (
	Added  Outcome = "added"  // it, or another reading of it, is in the register now
	Same   Outcome = "same"   // the register had it, read with the same engine, packs and authority
	Failed Outcome = "failed" // there is no document in it; the reason is told
)

// Step is told after each file.
type Step struct {
	Path    string
	Outcome Outcome
	Done    int
	Total   int
}

// Failure is a file that could not be read, and why.
type Failure struct {
	Path string
	Err  error
}

// Item is a file of which a document was made.
type Item struct {
	Path     string
	Document chancery.DocumentID
	Claims   int
	Issues   []chancery.Issue
}

// Summary is what became of the files, each list in their order.
type Summary struct {
	Added  []Item
	Same   []Item // Claims and Issues are not filled: they were not read again
	Failed []Failure
}

// Total is the number of files that were come upon.
func (s Summary) Total() int { return len(s.Added) + len(s.Same) + len(s.Failed) }

// Add reads the files that paths name, folders with all that is in them, and records
// each document with its reading and resolution in one append, in the order of the
// paths, however many are read at a time. A file that cannot be read is a Failure
// and does not stop the rest; an error is that the register cannot be written to, or
// that ctx is done: then what was recorded stays, each document whole.
// Progress may be nil; it is called from one goroutine.
func Add(ctx context.Context, s register.Store, r Reader, paths []string, o Options, progress func(Step)) (Summary, error) {
	var sum Summary
	noted := notes{reader: r}
	all := listed(ctx, paths, o.Limits)
	for f := range inOrder(ctx, o.workers(), jobs(all, func(p listing) File { return r.forRegister(ctx, s, p, o) })) {
		if ctx.Err() != nil {
			break
		}
		step := Step{Path: f.Path, Total: len(all)}
		outcome, err := r.record(ctx, s, f, o.Actor, &noted, &sum)
		if err != nil {
			return sum, err
		}
		step.Outcome, step.Done = outcome, sum.Total()
		if progress != nil {
			progress(step)
		}
	}
	return sum, ctx.Err()
}

// record appends one file's document, and puts it into the summary.
func (r Reader) record(ctx context.Context, s register.Store, f File, actor string, n *notes, sum *Summary) (Outcome, error) {
	if f.broken != nil {
		return Failed, f.broken
	}
	if f.Err != nil {
		sum.Failed = append(sum.Failed, Failure{f.Path, f.Err})
		return Failed, nil
	}
	item := Item{Path: f.Path, Document: f.Document.ID}
	if f.same {
		sum.Same = append(sum.Same, item)
		return Same, nil
	}
	if err := n.note(ctx, s, actor); err != nil {
		return Failed, err
	}
	reading, res := r.records(f)
	added, err := register.AddDocument(ctx, s, actor, &f.Document, reading, res)
	switch {
	case err != nil && chancery.KindOf(err) == chancery.Invalid:
		// The register refused the reading: a fault of the extractor with this file.
		sum.Failed = append(sum.Failed, Failure{f.Path, err})
		return Failed, nil
	case err != nil:
		return Failed, err
	case !added:
		sum.Same = append(sum.Same, item)
		return Same, nil
	}
	item.Claims, item.Issues = len(reading.Claims), reading.Issues
	sum.Added = append(sum.Added, item)
	return Added, nil
}

// File is a file that was read, or the reason why it could not be.
type File struct {
	Path     string
	Document chancery.Document
	Issues   []chancery.Issue // of the file and of its text
	Reading  Reading
	Err      error
	same     bool  // the register has it so already: not read
	broken   error // the register could not be asked
}

// Each reads the files that paths name, several at a time, and gives them in the
// order of their paths. It ends early when ctx is done.
func Each(ctx context.Context, r Reader, paths []string, o Options) iter.Seq[File] {
	return inOrder(ctx, o.workers(), jobs(listed(ctx, paths, o.Limits), func(p listing) File {
		f := p.read(ctx, o)
		if f.Err != nil {
			return f
		}
		return r.readSafely(f)
	}))
}

// listing is a file that is to be read, or why it could not be listed.
type listing struct {
	place source.Place
	err   error
}

func listed(ctx context.Context, paths []string, lim source.Limits) []listing {
	var all []listing
	for place, err := range source.Places(ctx, paths, lim) {
		all = append(all, listing{place, err})
	}
	return all
}

func (l listing) read(ctx context.Context, o Options) File {
	f := File{Path: l.place.String(), Err: l.err}
	switch {
	case l.err != nil:
	case l.place.Path == source.StandardInput:
		f.Path = "standard input"
		f.Document, f.Issues, f.Err = source.Read(ctx, f.Path, o.standardInput(), o.Limits)
	default:
		f.Document, f.Issues, f.Err = source.ReadPlace(ctx, l.place, o.Limits)
	}
	return f
}

// forRegister reads a file, unless the register has it already as it would be read.
func (r Reader) forRegister(ctx context.Context, s register.Store, l listing, o Options) File {
	f := l.read(ctx, o)
	if f.Err != nil {
		return f
	}
	same, err := upToDate(ctx, s, r, f.Document.ID)
	if err != nil || same {
		f.same, f.broken = same, err
		return f
	}
	return r.readSafely(f)
}

// readSafely is Read; should the program fail on a document, that is a failure of
// this file and not the end of all.
func (r Reader) readSafely(f File) (out File) {
	out = f
	defer func() {
		if p := recover(); p != nil {
			out.Err = chancery.Errorf(chancery.Internal, "read "+f.Path, "report this with the file; the other files are not affected",
				"the program failed on it (%v)", p)
		}
	}()
	out.Reading = r.Read(&f.Document)
	out.Issues = append(append([]chancery.Issue{}, f.Issues...), out.Reading.Issues...)
	if d := &out.Document; d.Standing == "" && slices.ContainsFunc(out.Issues, func(i chancery.Issue) bool { return i.Kind == "machine-translation" }) {
		d.Standing, d.StandingWhy = chancery.MachineTranslation, "it reads like one"
	}
	return out
}

// authorityHash names the authority that claims are resolved by.
func (r Reader) authorityHash() string {
	if r.Authority == nil {
		return "none"
	}
	return r.Authority.Hash()
}

// records is the reading in the form of the register.
func (r Reader) records(f File) (register.Reading, *register.Resolution) {
	reading := register.Reading{Document: f.Document.ID, Engine: claim.Engine, Packs: r.Languages.Hash,
		Claims: f.Reading.Claims, Issues: f.Issues}
	res := &register.Resolution{Document: f.Document.ID, Authority: r.authorityHash()}
	for _, l := range f.Reading.Links {
		link := register.Link{Claim: l.Claim, Field: register.Field(l.Field), Entry: l.Entry, Reasons: l.Reasons, Weak: l.Weak}
		for _, c := range l.Candidates {
			link.Candidates = append(link.Candidates, register.Candidate(c))
		}
		res.Links = append(res.Links, link)
	}
	seen := map[chancery.Key]bool{}
	for _, e := range f.Reading.Entries {
		if !seen[e.Key] {
			seen[e.Key] = true
			res.Entries = append(res.Entries, register.Description(e))
		}
	}
	return reading, res
}

// notes records, before the first document, which packs and authority are in use.
type notes struct {
	reader Reader
	done   bool
}

func (n *notes) note(ctx context.Context, s register.Store, actor string) error {
	if n.done {
		return nil
	}
	for _, snap := range []register.Snapshot{
		{Of: "packs", Hash: n.reader.Languages.Hash, What: fmt.Sprintf("the packs of %d languages", len(n.reader.Languages.Packs))},
		{Of: "authority", Hash: n.reader.authorityHash(), What: "the authority file that entries were named by"},
	} {
		if _, err := register.Note(ctx, s, actor, snap); err != nil {
			return err
		}
	}
	n.done = true
	return nil
}
