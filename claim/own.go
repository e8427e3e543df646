package claim

import (
	"sort"
	"strconv"

	"example.org/chancery"
	"example.org/chancery/text"
)

// own is what the document shows of itself where it is the text of an instrument.
type own struct {
	articles []text.Part // of the text of record, in order
	first    int         // token with which the articles begin; that behind the last where there are none
	last     int         // token with which the last article of the main text begins
	is       bool        // the document is the text of an instrument
}

// readOwn finds the articles of the document, and whether it is the text of an
// instrument: it has articles, or one is signed at its end in its own name.
func (r *reader) readOwn() {
	ts := r.Tokens.Tokens
	r.own.first, r.own.last = len(ts), 0
	for _, p := range text.Parts(r.Text.Record()) {
		if p.Kind == text.ArticlePart {
			r.own.articles = append(r.own.articles, p)
		}
	}
	if len(r.own.articles) < selfArticles || !begins(r.own.articles) {
		r.own.articles = nil
		return
	}
	r.own.is = true
	r.own.first = r.tokenAt(r.own.articles[0].Start)
	for _, p := range r.own.articles {
		if p.In == "" {
			r.own.last = max(r.own.last, r.tokenAt(p.Start))
		}
	}
}

// begins reports whether articles are those of a whole text, not some that prose goes
// through: the first is the first, or next to it, and few are left out.
func begins(as []text.Part) bool {
	last, err := strconv.Atoi(as[len(as)-1].Number)
	first, _ := strconv.Atoi(as[0].Number)
	return err != nil || first == 101 || first <= 2 && last <= 2*len(as)
}

// recordAt is where a token stands in the text of record.
func (r *reader) recordAt(tok int) int {
	t := &r.Tokens.Tokens[tok]
	return r.Text.Original(t.Start, t.End).Start
}

// tokenAt is the first token at or behind a place in the text of record.
func (r *reader) tokenAt(at int) int {
	start, _, ok := r.Text.Mend(chancery.Span{Start: at, End: min(at+1, len(r.Text.Record()))})
	if !ok {
		start = len(r.Text.Mended())
	}
	ts := r.Tokens.Tokens
	return sort.Search(len(ts), func(i int) bool { return ts[i].End > start })
}

// articleOf is the article of the document's own text that token tok stands in, "" where
// it stands in none.
func (r *reader) articleOf(tok int) string {
	if r.self < 0 {
		return ""
	}
	at := r.recordAt(tok)
	as := r.own.articles
	k := sort.Search(len(as), func(i int) bool { return as[i].Start > at }) - 1
	if k < 0 || at >= as[k].End {
		return ""
	}
	return as[k].Number
}

// findSelf decides which mention is the instrument that the document is the text of:
// the first before its articles, else the first that the text points at as itself.
func (r *reader) findSelf() {
	if !r.own.is {
		return
	}
	pointed := -1
	for i := range r.All {
		in := r.All[i].Instrument
		if in == nil || !in.IsAct() || in.Plural || in.Draft {
			continue
		}
		if r.All[i].First < r.own.first {
			r.self = i
			return
		}
		if in.Pointing && in.Bare && pointed < 0 {
			pointed = i
		}
	}
	r.self = pointed
}
