package claim

import (
	"sort"
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/lang"
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
	seen := introduced{r: r, byWord: map[string][]int{}, byYear: map[int][]int{}, said: map[int][]int{}}
	for i := range r.All {
		in := r.All[i].Instrument
		if in == nil || in.Bare && in.Plural && !in.Pointing {
			continue
		}
		switch {
		case in.New:
			r.root[i] = r.predicate(i)
		case in.Bare && r.byDay(i):
			r.root[i] = r.bornOn(i, seen.all)
		case in.Bare:
			r.root[i] = r.antecedent(i)
		default:
			if r.root[i] = seen.sameName(i); r.root[i] < 0 {
				r.root[i] = r.apposition(i)
			}
			if r.root[i] < 0 {
				r.root[i] = r.defined(i)
			}
		}
		if r.root[i] < 0 && (!in.Bare || in.IsAct()) {
			r.root[i] = i
			seen.add(i)
		}
		if root := r.root[i]; root >= 0 {
			r.followers[root] = append(r.followers[root], i)
		}
		if d, ok := r.births[i]; ok && r.root[i] >= 0 {
			if _, known := r.born[r.root[i]]; !known {
				r.born[r.root[i]] = d
			}
		}
	}
}

// bornApart reports whether mention i is said to be signed on another day than
// instrument j was: then they are two, unless a name of their own says that the
// document contradicts itself.
func (r *reader) bornApart(i, j int) bool {
	a, ok := r.births[i]
	b, known := r.born[j]
	return ok && known && edtf.Same(a, b) == edtf.No && !edtf.SameDayInTwoStyles(a, b)
}

// bornOn is the instrument of an agreeing kind that was signed on the day by which
// mention i is named, -1 for none.
func (r *reader) bornOn(i int, seen []int) int {
	for n := len(seen) - 1; n >= 0; n-- {
		b, known := r.born[seen[n]]
		if known && kindsAgree(r.All[i].Instrument.Kind, r.All[seen[n]].Instrument.Kind) &&
			(b == r.births[i] || edtf.SameDayInTwoStyles(b, r.births[i])) {
			return seen[n]
		}
	}
	return -1
}

// generic reports whether a name has nothing of its own: no capital letter, party or number.
func (r *reader) generic(m int) bool {
	in := r.All[m].Instrument
	if len(in.Parties) > 0 || len(in.Numbers) > 0 || r.Text.Losses.Case {
		return false
	}
	for k := r.All[m].First; k < r.All[m].End; k++ {
		if t := &r.Tokens.Tokens[k]; t.Cap && k > r.All[m].First {
			return false
		} else if t.Cap && !r.startsSentence(k) {
			return false
		}
	}
	return true
}

func (r *reader) startsSentence(tok int) bool {
	return tok == 0 || r.Tokens.Tokens[tok-1].Sentence != r.Tokens.Tokens[tok].Sentence
}

// The parts of salience: how much speaks for one antecedent of a bare kind word over
// another. Found on the corpus: the kind outweighs nearness, being talked of often
// outweighs a passing mention.
const (
	exactKind    = 6
	talkedOf     = 4 // at most, one for each mention
	inHeading    = 4
	farthestGap  = 8 // sentences, one point each
	inThisClause = 1
)

// antecedent is the instrument that a bare kind word takes up: the self of a treaty's
// own text, else the most salient one of an agreeing kind.
func (r *reader) antecedent(i int) int {
	if r.self >= 0 && r.self < i && r.root[r.self] == r.self && kindsAgree(r.All[i].Instrument.Kind, r.All[r.self].Instrument.Kind) &&
		r.All[i].First >= r.own.first {
		return r.self
	}
	best, score := -1, -1<<30
	weighed := map[int]bool{}
	for k := i - 1; k >= 0 && r.rank(r.paragraph(i))-r.rank(r.paragraph(k)) <= focusReach; k-- {
		j := r.root[k]
		if r.All[k].Instrument == nil || j < 0 || weighed[j] {
			continue
		}
		weighed[j] = true
		if s, ok := r.salience(i, j); ok && (s > score || s == score && j > best) {
			best, score = j, s
		}
	}
	return best
}

// salience weighs instrument j as antecedent of bare mention i; false when it cannot be it.
func (r *reader) salience(i, j int) (int, bool) {
	a, b := r.All[i].Instrument, r.All[j].Instrument
	last, count := r.lastMention(j, i)
	if r.rank(r.paragraph(i))-r.rank(r.paragraph(last)) > focusReach || a.Draft != b.Draft || !kindsAgree(a.Kind, b.Kind) || !b.IsAct() && a.Kind != b.Kind {
		return 0, false
	}
	if r.bornApart(i, j) || b.Plural && !a.Plural {
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
	ms := r.followers[j]
	lo := sort.SearchInts(ms, j)
	count = sort.SearchInts(ms[lo:], i)
	if count == 0 {
		return j, 0
	}
	return ms[lo+count-1], count
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

// inClass reports whether a pattern of a class of the token's language begins at it.
func (r *reader) inClass(class string, tok int) bool {
	_, ok := r.classEnd(class, tok)
	return ok
}

// classEnd is the end of the longest pattern of a class that begins at a token.
func (r *reader) classEnd(class string, tok int) (int, bool) {
	pack := r.pack(tok)
	ps := pack.Class(class)
	end, which := r.match.Longest(pack.Lookups.Classes[class], tok, func(n int) *lang.Pattern { return &ps[n] })
	return end, which >= 0
}

// findYears notes in which year each mention is said to be signed or issued.
func (r *reader) findYears() {
	taken := map[int]bool{} // dates of other events
	for i := range r.frames {
		f := &r.frames[i]
		if f.rule.Type != chancery.EventClaim {
			continue
		}
		x, ok := r.fill(f)
		in, d := x.one("instrument"), x.one("date")
		if !originates(f.rule.States) {
			if ok && d >= 0 {
				taken[d] = true
			}
			continue
		}
		if !ok || in < 0 || d < 0 || !r.All[d].Date.Value.YearKnown() || r.All[d].Date.Value.IsInterval() {
			continue
		}
		y, _, _ := r.All[d].Date.Value.Parts()
		asserted := r.mannerOf(f).polarity == chancery.Affirmed
		for _, m := range append([]int{in}, x.members...) {
			r.years[m] = y
			if asserted {
				r.births[m] = r.All[d].Date.Value
			}
		}
	}
	r.datedNames(taken)
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
	if r.bornApart(i, j) && r.generic(i) && r.generic(j) {
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
