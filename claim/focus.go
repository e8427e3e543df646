package claim

import (
	"strings"

	"example.org/chancery"
	"example.org/chancery/mention"
)

// focusReach is for how many paragraphs a bare kind word can take up an instrument.
const focusReach = 8

// selfArticles is how many paragraphs must begin with an article's number before a
// document counts as the text of an instrument.
const selfArticles = 3

// follow finds, for each mention of an instrument, the first mention of the same
// one in this document: by what its name says, or by the focus for a bare kind word.
func (r *reader) follow() {
	r.root = make([]int, len(r.All))
	var seen []int // mentions that introduced something, in order
	focus := -1
	for i := range r.All {
		r.root[i] = -1
		in := r.All[i].Instrument
		if in == nil {
			continue
		}
		switch {
		case in.Bare && in.Plural && !in.Pointing:
			continue
		case in.Bare:
			r.root[i] = r.antecedent(i, seen, focus)
		default:
			if r.root[i] = r.sameName(i, seen); r.root[i] < 0 {
				r.root[i] = r.apposition(i)
			}
		}
		if r.root[i] < 0 && (!in.Bare || in.Weight == "act") {
			r.root[i] = i
			seen = append(seen, i)
		}
		if r.root[i] >= 0 && (in.Weight == "act" || !in.Bare) && !in.Plural {
			focus = r.root[i]
		}
	}
	r.findSelf(seen)
}

// antecedent is the instrument that a bare kind word takes up: the focus when its
// kind agrees, else the latest of that kind within reach.
func (r *reader) antecedent(i int, seen []int, focus int) int {
	in := r.All[i].Instrument
	if focus >= 0 && r.takesUp(i, focus) {
		return focus
	}
	for n := len(seen) - 1; n >= 0; n-- {
		if r.takesUp(i, seen[n]) && r.All[seen[n]].Instrument.Draft == in.Draft {
			return seen[n]
		}
	}
	return -1
}

// takesUp reports whether the bare mention i can mean the instrument of mention j.
func (r *reader) takesUp(i, j int) bool {
	a, b := r.All[i].Instrument, r.All[j].Instrument
	if r.paragraph(i)-r.lastParagraph(j, i) > focusReach || a.Draft != b.Draft {
		return false
	}
	return kindsAgree(a.Kind, b.Kind)
}

// lastParagraph is the paragraph of the latest mention of j's instrument before i.
func (r *reader) lastParagraph(j, i int) int {
	for k := i - 1; k >= 0; k-- {
		if r.All[k].Instrument != nil && r.root[k] == j {
			return r.paragraph(k)
		}
	}
	return r.paragraph(j)
}

func (r *reader) paragraph(m int) int { return r.Tokens.Tokens[r.All[m].First].Paragraph }

// kindsAgree reports whether one kind word can take up the other: writers call a
// convention a treaty, but not a letter.
func kindsAgree(a, b chancery.InstrumentKind) bool {
	a, b = chancery.InstrumentKind(strings.TrimPrefix(string(a), "draft-")), chancery.InstrumentKind(strings.TrimPrefix(string(b), "draft-"))
	if a == b {
		return true
	}
	return a == "treaty" && generalKind(b) || generalKind(a) && b == "treaty" || a == "agreement" && generalKind(b)
}

func generalKind(k chancery.InstrumentKind) bool {
	return k == "treaty" || k == "convention" || k == "agreement"
}

// apposition is the instrument whose name stands immediately before mention i, as
// another name of it: "the Peking Treaty (Soviet-Japanese Basic Convention)". A list
// is no apposition, so a comma or a conjunction of lists does not join.
func (r *reader) apposition(i int) int {
	for j := i - 1; j >= 0 && r.All[j].End+2 >= r.All[i].First; j-- {
		a, b := r.All[j].Instrument, r.All[i].Instrument
		if a == nil || r.All[j].End > r.All[i].First {
			continue
		}
		if r.root[j] < 0 || a.Plural || b.Plural || a.Ellipsis || a.Weight != "act" || b.Weight != "act" || a.Draft != b.Draft ||
			!kindsAgree(a.Kind, b.Kind) || a.Year != 0 && b.Year != 0 && a.Year != b.Year {
			return -1
		}
		for k := r.All[j].End; k < r.All[i].First; k++ {
			t := &r.Tokens.Tokens[k]
			if t.Norm != "(" && t.Norm != "-" && t.Norm != "''" && !r.inClass("apposition", k) {
				return -1
			}
		}
		return r.root[j]
	}
	return -1
}

// inClass reports whether a pattern of a class of the token's language begins at it.
func (r *reader) inClass(class string, tok int) bool {
	for _, p := range r.pack(tok).Class(class) {
		if _, ok := r.match.Match(p.Elements, tok); ok {
			return true
		}
	}
	return false
}

// sameName is the earlier mention whose name says the same instrument.
func (r *reader) sameName(i int, seen []int) int {
	for n := len(seen) - 1; n >= 0; n-- {
		if sameInstrument(r.All[i].Instrument, r.All[seen[n]].Instrument) {
			return seen[n]
		}
	}
	return -1
}

// sameInstrument reports whether two names can be of one instrument: kinds agree,
// no year, number or party contradicts, and one name's words are all in the other's.
func sameInstrument(a, b *mention.Instrument) bool {
	if a.Draft != b.Draft || !kindsAgree(a.Kind, b.Kind) || a.Year != 0 && b.Year != 0 && a.Year != b.Year {
		return false
	}
	if len(a.Numbers) > 0 && len(b.Numbers) > 0 && a.Numbers[0] != b.Numbers[0] {
		return false
	}
	if len(a.Modifiers) == 0 || len(b.Modifiers) == 0 {
		return a.Year != 0 && a.Year == b.Year && a.Kind == b.Kind
	}
	return within(a.Modifiers, b.Modifiers) || within(b.Modifiers, a.Modifiers)
}

// within reports whether each stem of a is among those of b; stems that differ only
// in what an ending table cut too short or too long are equal.
func within(a, b []string) bool {
	for _, x := range a {
		found := false
		for _, y := range b {
			if x == y || len(x) >= 8 && strings.HasPrefix(y, x) || len(y) >= 8 && strings.HasPrefix(x, y) {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// findSelf decides whether the document is the text of an instrument: one that is
// named before its articles begin.
func (r *reader) findSelf(seen []int) {
	articles, first := 0, -1
	for i := range r.All {
		m := &r.All[i]
		if m.Type == "article" && r.Tokens.Paragraphs[r.paragraph(i)].First == m.First {
			if articles++; first < 0 {
				first = m.First
			}
		}
	}
	if articles < selfArticles {
		return
	}
	for _, s := range seen {
		if m := &r.All[s]; m.First < first && m.Instrument.Weight == "act" {
			r.self = s
			return
		}
	}
}

// focusAt is the instrument in focus at a token: the root of the latest mention of
// an act before it, within reach.
func (r *reader) focusAt(tok int) int {
	best := -1
	for i := range r.All {
		m := &r.All[i]
		if m.First >= tok {
			break
		}
		if m.Instrument == nil || r.root[i] < 0 || m.Instrument.Plural && !m.Instrument.Ellipsis {
			continue
		}
		if m.Instrument.Weight == "act" {
			best = i
		}
	}
	if best < 0 || r.Tokens.Tokens[tok].Paragraph-r.paragraph(best) > focusReach {
		return -1
	}
	return best
}
