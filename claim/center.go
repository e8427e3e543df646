package claim

import (
	"sort"

	"example.org/chancery"
)

// center is the instrument that the text is about at each sentence: what a rule
// without an instrument of its own speaks of. It stays while it is mentioned or
// nothing else takes its place; a heading, an event in the life of another
// instrument, or another at the head of a sentence takes its place.
func (r *reader) findCenters() {
	born := r.lifeOf()
	center := -1
	sentence := -1
	var roots []int
	since := 0
	settle := func() {
		if sentence < 0 {
			return
		}
		life, ok := born[sentence]
		if !ok {
			life = -1
		}
		if c := r.nextCenter(center, roots, life); c >= 0 {
			if c != center || len(roots) > 0 {
				since = r.rank(r.paragraph(roots[0]))
			}
			center = c
		}
		r.centers[sentence] = center
	}
	for i := range r.All {
		if in := r.All[i].Instrument; in == nil || !in.IsAct() || r.root[i] < 0 || in.Plural && !in.Ellipsis {
			continue
		}
		if r.sentence(i) != sentence {
			settle()
			sentence, roots = r.sentence(i), roots[:0]
			if r.rank(r.paragraph(i))-since > focusReach {
				center = -1
			}
		}
		roots = append(roots, i)
	}
	settle()
}

// headOfSentence is how many tokens count as the head of a sentence.
const headOfSentence = 5

// nextCenter is the center after a sentence that mentions the given instruments.
func (r *reader) nextCenter(center int, mentions []int, born int) int {
	if len(mentions) == 0 {
		return center
	}
	first := mentions[0]
	switch {
	case r.Tokens.Paragraphs[r.paragraph(first)].Kind == "heading":
		return r.root[first]
	case born >= 0:
		return born
	}
	for _, m := range mentions {
		if r.root[m] == center {
			return center
		}
	}
	start := r.All[first].First
	for start > 0 && r.Tokens.Tokens[start-1].Sentence == r.sentence(first) {
		start--
	}
	if center < 0 || r.All[first].First-start < headOfSentence {
		return r.root[first]
	}
	return center
}

// lifeOf is, for each sentence, the instrument of which it tells an event that brings
// it into being.
func (r *reader) lifeOf() map[int]int {
	out := map[int]int{}
	for i := range r.frames {
		f := &r.frames[i]
		if f.rule.Type != chancery.EventClaim || !birth(f.rule.States) {
			continue
		}
		x, ok := r.fill(f)
		s := r.Tokens.Tokens[f.first].Sentence
		if in := x.one("instrument"); ok && in >= 0 && x.from["instrument"] == "" && r.root[in] >= 0 && r.All[in].Instrument.IsAct() {
			if _, known := out[s]; !known {
				out[s] = r.root[in]
			}
		}
	}
	return out
}

// birth reports whether an event brings an instrument into being, so that the text
// turns to it.
func birth(event string) bool {
	switch event {
	case "signed", "initialled", "issued", "in-force", "ratified", "exchanged":
		return true
	}
	return false
}

// focusAt is the instrument in focus at a token, of those that fit: the self inside
// its articles, else the latest named in this sentence before the token, else the
// center, else the latest of all.
func (r *reader) focusAt(tok int, fits func(int) bool) int {
	t := &r.Tokens.Tokens[tok]
	if r.self >= 0 && tok >= r.own.first && fits(r.self) {
		return r.self
	}
	if r.entry >= 0 && fits(r.entry) && !r.otherBefore(tok) {
		return r.entry
	}
	here, latest, sentence := -1, -1, -1
	acts := r.actsBefore(tok)
	for n := len(acts) - 1; n >= 0 && (latest < 0 || sentence < 0); n-- {
		i := acts[n]
		if r.root[i] < 0 {
			continue
		}
		s := r.sentence(i)
		if s != t.Sentence && sentence < 0 {
			sentence = s
		}
		if sentence >= 0 && r.rank(t.Paragraph)-r.rank(r.paragraph(i)) > focusReach {
			break // whatever fits farther back is out of reach
		}
		if latest < 0 && fits(i) {
			latest = i
			if s == t.Sentence || r.Text.Losses.Punctuation {
				here = i
			}
		}
	}
	best := here
	if c, ok := r.centers[sentence]; best < 0 && ok && c >= 0 && fits(c) {
		best, _ = r.lastMention(c, r.firstFrom(tok))
	}
	if best < 0 {
		best = latest
	}
	if best < 0 || r.rank(t.Paragraph)-r.rank(r.paragraph(best)) > focusReach {
		return -1
	}
	return best
}

// actsBefore is the mentions before a token that the focus can fall on.
func (r *reader) actsBefore(tok int) []int {
	if r.acts == nil {
		r.acts = []int{}
		for i := range r.All {
			if in := r.All[i].Instrument; in != nil && in.IsAct() && (!in.Plural || in.Ellipsis) {
				r.acts = append(r.acts, i)
			}
		}
	}
	return r.acts[:sort.Search(len(r.acts), func(n int) bool { return r.All[r.acts[n]].First >= tok })]
}

// otherBefore reports whether the paragraph of a token names, before it, an act other
// than the one that the document is an entry on.
func (r *reader) otherBefore(tok int) bool {
	paragraph := r.Tokens.Tokens[tok].Paragraph
	for i := r.firstFrom(tok) - 1; i >= 0 && r.paragraph(i) == paragraph; i-- {
		m := &r.All[i]
		if m.Instrument != nil && m.Instrument.IsAct() && !m.Instrument.Bare && r.root[i] >= 0 && r.root[i] != r.root[r.entry] {
			return true
		}
	}
	return false
}

// rank is a paragraph's place when the lines of a list are not counted.
func (r *reader) rank(paragraph int) int { return r.Tokens.Paragraphs[paragraph].Rank }

// anchorReach is for how many paragraphs an event can take over the year last stated.
const anchorReach = 3

// anchorAt is the latest date with a year before a token, -1 for none within reach.
func (r *reader) anchorAt(tok int) int {
	here := r.rank(r.Tokens.Tokens[tok].Paragraph)
	for i := r.firstFrom(tok) - 1; i >= 0 && here-r.rank(r.paragraph(i)) <= anchorReach; i-- {
		d := r.All[i].Date
		if d != nil && d.Value.YearKnown() && !d.Value.IsInterval() && r.instrumentAround(i) < 0 {
			return i
		}
	}
	return -1
}

// firstFrom is the first mention that begins at token tok or later.
func (r *reader) firstFrom(tok int) int {
	return sort.Search(len(r.All), func(i int) bool { return r.All[i].First >= tok })
}
