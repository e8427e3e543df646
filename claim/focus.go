package claim

import (
	"strings"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// focusReach is for how many paragraphs a bare kind word can take up an instrument.
const focusReach = 8

// selfArticles is how many paragraphs must begin with an article's number before a
// document counts as the text of an instrument.
const selfArticles = 3

// follow finds, for each mention of an instrument, the first mention of the same
// one in this document: by what its name says, or by salience for a bare kind word.
func (r *reader) follow() {
	for i := range r.root {
		r.root[i] = -1
	}
	r.findSelf()
	var seen []int // mentions that introduced something, in order
	for i := range r.All {
		in := r.All[i].Instrument
		if in == nil || in.Bare && in.Plural && !in.Pointing {
			continue
		}
		switch {
		case in.New:
		case in.Bare:
			r.root[i] = r.antecedent(i, seen)
		default:
			if r.root[i] = r.sameName(i, seen); r.root[i] < 0 {
				r.root[i] = r.apposition(i)
			}
		}
		if r.root[i] < 0 && (!in.Bare || in.IsAct()) {
			r.root[i] = i
			seen = append(seen, i)
		}
	}
}

// The parts of salience: how much speaks for one antecedent of a bare kind word over
// another. Found on the corpus: the kind outweighs nearness, being talked of often
// outweighs a passing mention.
const (
	exactKind    = 6
	talkedOf     = 4 // at most, one for each mention
	inHeading    = 2
	farthestGap  = 6 // sentences, one point each
	inThisClause = 1
)

// antecedent is the instrument that a bare kind word takes up: the self of a treaty's
// own text, else the most salient one of an agreeing kind.
func (r *reader) antecedent(i int, seen []int) int {
	if r.self >= 0 && r.self < i && r.root[r.self] == r.self && kindsAgree(r.All[i].Instrument.Kind, r.All[r.self].Instrument.Kind) &&
		r.Tokens.Tokens[r.All[i].First].Paragraph >= r.articlesFrom {
		return r.self
	}
	best, score := -1, -1<<30
	for n := len(seen) - 1; n >= 0; n-- {
		if s, ok := r.salience(i, seen[n]); ok && s > score {
			best, score = seen[n], s
		}
	}
	return best
}

// salience weighs instrument j as antecedent of bare mention i; false when it cannot be it.
func (r *reader) salience(i, j int) (int, bool) {
	a, b := r.All[i].Instrument, r.All[j].Instrument
	last, count := r.lastMention(j, i)
	if r.paragraph(i)-r.paragraph(last) > focusReach || a.Draft != b.Draft || !kindsAgree(a.Kind, b.Kind) || !b.IsAct() && a.Kind != b.Kind {
		return 0, false
	}
	gap := r.sentence(i) - r.sentence(last)
	s := min(count, talkedOf) - min(gap, farthestGap)
	if a.Kind == b.Kind {
		s += exactKind
	}
	if r.Tokens.Paragraphs[r.paragraph(j)].Kind == "heading" || r.paragraph(j) == 0 {
		s += inHeading
	}
	if r.Tokens.Tokens[r.All[last].First].Clause == r.Tokens.Tokens[r.All[i].First].Clause {
		s += inThisClause
	}
	return s, true
}

// lastMention is the latest mention of j's instrument before i, and how many there are.
func (r *reader) lastMention(j, i int) (last, count int) {
	last = j
	for k := j; k < i; k++ {
		if r.All[k].Instrument != nil && r.root[k] == j {
			last = k
			count++
		}
	}
	return last, count
}

func (r *reader) paragraph(m int) int { return r.Tokens.Tokens[r.All[m].First].Paragraph }

func (r *reader) sentence(m int) int { return r.Tokens.Tokens[r.All[m].First].Sentence }

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

// apposed reports whether nothing but brackets, dashes and words of apposition stand
// between tokens first and end; a comma only when one of the two describes.
func (r *reader) apposed(first, end int, comma bool) bool {
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

// inClass reports whether a pattern of a class of the token's language begins at it.
func (r *reader) inClass(class string, tok int) bool {
	pack := r.pack(tok)
	ps := pack.Class(class)
	_, which := r.match.Longest(pack.Lookups.Classes[class], tok, func(n int) *lang.Pattern { return &ps[n] })
	return which >= 0
}

// sameName is the earlier mention whose name says the same instrument.
func (r *reader) sameName(i int, seen []int) int {
	in := r.All[i].Instrument
	for n := len(seen) - 1; n >= 0; n-- {
		if r.sameInstrument(i, seen[n]) {
			return seen[n]
		}
	}
	if in.Year == 0 || len(in.Modifiers) > 0 {
		return -1
	}
	// "the treaty of 1945": one of that kind that is said to be signed in that year
	for n := len(seen) - 1; n >= 0; n-- {
		if o := r.All[seen[n]].Instrument; o.Year == 0 && kindsAgree(o.Kind, in.Kind) && o.Draft == in.Draft && r.years[seen[n]] == in.Year {
			return seen[n]
		}
	}
	return -1
}

// findYears notes in which year each mention is said to be signed or issued.
func (r *reader) findYears() {
	for i := range r.frames {
		f := &r.frames[i]
		if f.rule.Type != chancery.EventClaim || !originates(f.rule.States) {
			continue
		}
		x, ok := r.fill(f)
		in, d := x.one("instrument"), x.one("date")
		if !ok || in < 0 || d < 0 || !r.All[d].Date.Value.YearKnown() || r.All[d].Date.Value.IsInterval() {
			continue
		}
		y, _, _ := r.All[d].Date.Value.Parts()
		for _, m := range append([]int{in}, x.members...) {
			r.years[m] = y
		}
	}
}

// yearOf is the year of a mention's instrument by its name or by what is said of it, 0 when unknown.
func (r *reader) yearOf(m int) int {
	if y := r.All[m].Instrument.Year; y != 0 {
		return y
	}
	return r.years[m]
}

// sameInstrument reports whether two names can be of one instrument: kinds agree,
// no year, number or party contradicts, and one name's words are all in the other's.
func (r *reader) sameInstrument(i, j int) bool {
	a, b := r.All[i].Instrument, r.All[j].Instrument
	y, z := r.yearOf(i), r.yearOf(j)
	if a.Draft != b.Draft || !kindsAgree(a.Kind, b.Kind) || y != 0 && z != 0 && y != z {
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
func (r *reader) findSelf() {
	articles := 0
	for i := range r.All {
		m := &r.All[i]
		if m.Type == "article" && r.Tokens.Paragraphs[r.paragraph(i)].First == m.First {
			if articles++; articles == 1 {
				r.articlesFrom = r.paragraph(i)
			}
		}
	}
	if articles < selfArticles {
		return
	}
	for i := range r.All {
		in := r.All[i].Instrument
		if in != nil && in.IsAct() && !in.Plural && !in.Draft && r.paragraph(i) < r.articlesFrom {
			r.self = i
			return
		}
	}
}

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
		if c := r.nextCenter(center, roots, born[sentence]); c >= 0 {
			if c != center || len(roots) > 0 {
				since = r.paragraph(roots[0])
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
			if r.paragraph(i)-since > focusReach {
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
	for s := range r.Tokens.Tokens {
		n := r.Tokens.Tokens[s].Sentence
		if _, ok := out[n]; !ok {
			out[n] = -1
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

// focusAt is the instrument in focus at a token: the self inside its articles, else
// the latest mention in this sentence before the token, else the center.
func (r *reader) focusAt(tok int) int {
	t := &r.Tokens.Tokens[tok]
	if r.self >= 0 && t.Paragraph >= r.articlesFrom {
		return r.self
	}
	best, sentence := -1, -1
	for i := range r.All {
		m := &r.All[i]
		if m.First >= tok {
			break
		}
		if m.Instrument == nil || r.root[i] < 0 || !m.Instrument.IsAct() || m.Instrument.Plural && !m.Instrument.Ellipsis {
			continue
		}
		if s := r.sentence(i); s == t.Sentence || r.Text.Losses.Punctuation {
			best = i
		} else {
			sentence = s
		}
	}
	if best < 0 && sentence >= 0 {
		if c, ok := r.centers[sentence]; ok && c >= 0 {
			best, _ = r.lastMention(c, r.firstFrom(tok))
		}
	}
	if best < 0 || t.Paragraph-r.paragraph(best) > focusReach {
		return -1
	}
	return best
}

// firstFrom is the first mention that begins at token tok or later.
func (r *reader) firstFrom(tok int) int {
	for i := range r.All {
		if r.All[i].First >= tok {
			return i
		}
	}
	return len(r.All)
}
