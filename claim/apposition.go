package claim

import "example.org/chancery/token"

// appositionGap is how many tokens, most of them in brackets, may part two names of one thing.
const appositionGap = 14

// apposition is the instrument whose name stands immediately before mention i, as
// another name of it: "the Peking Treaty (Soviet-Japanese Basic Convention)". A comma
// joins only to a description that has no name of its own: "the Peace of Jassy, a
// treaty between Russia and Turkey"; else it is a list.
func (r *reader) apposition(i int) int {
	for j := i - 1; j >= 0 && r.All[j].End+appositionGap >= r.All[i].First; j-- {
		a, b := r.All[j].Instrument, r.All[i].Instrument
		if a == nil || r.All[j].End > r.All[i].First {
			continue
		}
		if r.root[j] < 0 || a.Plural || b.Plural || a.Ellipsis || !a.IsAct() || !b.IsAct() || a.Draft != b.Draft ||
			!kindsAgree(a.Kind, b.Kind) || a.Year != 0 && b.Year != 0 && a.Year != b.Year ||
			!r.apposed(r.All[j].End, r.All[i].First, r.descriptive(i)) {
			return -1
		}
		return r.root[j]
	}
	return -1
}

// defined is the headword of an entry that mention i defines: "Treaty of Shimonoseki —
// the peace treaty that ended the war". The headword stands first in its paragraph, a
// dash follows it, and the definition has no name of its own.
func (r *reader) defined(i int) int {
	start := r.Tokens.Paragraphs[r.paragraph(i)].First
	head := r.unitAt("instrument", start)
	if head < 0 || head >= i || r.root[head] < 0 || r.sentence(head) != r.sentence(i) || !r.generic(i) ||
		!kindsAgree(r.All[head].Instrument.Kind, r.All[i].Instrument.Kind) {
		return -1
	}
	depth := 0
	for k := r.All[head].End; k < r.All[i].First; k++ {
		switch t := &r.Tokens.Tokens[k]; {
		case t.Norm == "(":
			depth++
		case t.Norm == ")":
			depth--
		case depth > 0 || t.Value >= 0:
		case t.Norm == "-":
			return r.root[head]
		default:
			return -1
		}
	}
	return -1
}

// predicate is the instrument of which mention i is said by a word of class "copula":
// "the Treaty of Gulistan was an agreement between ...".
func (r *reader) predicate(i int) int {
	for j := i - 1; j >= 0 && r.All[j].End+appositionGap >= r.All[i].First; j-- {
		if r.All[j].Instrument == nil || r.All[j].End > r.All[i].First || r.root[j] < 0 {
			continue
		}
		if !kindsAgree(r.All[j].Instrument.Kind, r.All[i].Instrument.Kind) || r.sentence(j) != r.sentence(i) {
			return -1
		}
		for k := r.All[j].End; k < r.All[i].First; k++ {
			if r.inClass("copula", k) {
				return r.root[j]
			}
			if r.IsPart(k, "verb") {
				return -1
			}
		}
		return -1
	}
	return -1
}

// apposed reports whether nothing but brackets, dashes and words of apposition stand
// between tokens first and end; a comma only when one of the two describes.
func (r *reader) apposed(first, end int, comma bool) bool {
	if first == end {
		return r.Text.Losses.Punctuation // where marks are lost nothing parts them; else two names side by side are two things
	}
	depth := 0
	for k := first; k < end; k++ {
		t := &r.Tokens.Tokens[k]
		switch {
		case t.Norm == "(":
			depth++
		case t.Norm == ")":
			depth--
		case depth > 0 && comma, t.Norm == "-", t.Norm == "''", t.Norm == "," && comma, r.inClass("apposition", k):
		default:
			return false
		}
	}
	return true
}

// descriptive reports whether a mention only says between whom an instrument is.
func (r *reader) descriptive(m int) bool {
	in := r.All[m].Instrument
	if len(in.Parties) == 0 || len(in.Numbers) > 0 {
		return false
	}
	for k := r.All[m].First; k < in.HeadFirst; k++ {
		if t := &r.Tokens.Tokens[k]; t.Cap {
			return false
		}
	}
	for k := in.HeadEnd; k < r.All[m].End; k++ {
		t := &r.Tokens.Tokens[k]
		if t.Sort == token.Word && t.Cap && !r.inPolity(k) {
			return false
		}
	}
	return true
}

// inPolity reports whether a token is part of a polity's name.
func (r *reader) inPolity(tok int) bool {
	for s := max(0, tok-4); s <= tok; s++ {
		for _, u := range r.Units[s] {
			if u.Tag == "polity" && u.End > tok {
				return true
			}
		}
	}
	return false
}
