// Package ingest runs the whole flow, from files to the register: the one place
// where the stages meet, and where concurrency and progress live.
//
// Read does it for one document and is pure; Add does it for files and folders.
package ingest

import (
	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/claim"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// Reader is what documents are read with. Authority may be nil. It never changes and
// may be used by many goroutines.
type Reader struct {
	Languages *lang.Set
	Authority *authority.File
	names     *mention.Names  // of Authority; these two are made for each document
	resolver  *claim.Resolver // where Prepare has not been called
}

// Prepare is r with the names of its authority made ready, once for all documents.
func (r Reader) Prepare() Reader {
	r.names = mention.NewNames(r.Authority, r.Languages)
	r.resolver = claim.NewResolver(r.Authority, r.Languages)
	return r
}

// NewReader is a Reader with the built-in languages and authority.
func NewReader() (Reader, error) {
	langs, err := lang.Builtin()
	if err != nil {
		return Reader{}, err
	}
	auth, err := authority.Builtin()
	if err != nil {
		return Reader{}, err
	}
	return Reader{Languages: langs, Authority: auth}.Prepare(), nil
}

// Reading is all that was read out of one document.
type Reading struct {
	Document *chancery.Document
	Mentions *mention.Mentions
	Claims   []chancery.Claim // as stated, one a stretch
	Links    []claim.Link
	Entries  []claim.Entry
	Issues   []chancery.Issue
}

// Read runs the stages over a document.
func (r Reader) Read(d *chancery.Document) Reading {
	if r.names == nil {
		r = r.Prepare()
	}
	t := text.Clean(d)
	ms := mention.Find(token.Split(t, r.Languages), r.names)
	x := claim.Extract(ms, d.Hash)
	out := Reading{Document: d, Mentions: ms, Claims: x.Claims, Issues: append(append(t.Issues, mention.DateIssues(ms)...), x.Issues...)}
	for i := range out.Claims {
		out.Claims[i].Doc = string(d.ID)
	}
	out.Links, out.Entries = r.resolver.Resolve(x, d.ID)
	return out
}

// Facts is the reading in the form of `--format facts`: one row a fact, with keys,
// under the given name of the document.
func (x Reading) Facts(doc string) []chancery.Claim {
	rows := claim.Join(x.Claims, x.Links, x.Entries)
	for i := range rows {
		rows[i].Doc = doc
	}
	return rows
}
