package claim

import (
	"fmt"
	"sort"

	"example.org/chancery"
	"example.org/chancery/lang"
)

// cue is a scope cue at its place.
type cue struct {
	scope      *lang.Scope
	first, end int
}

// findCues finds the cues of all paragraphs; of overlapping ones of an effect the longest stays.
func (r *reader) findCues() {
	for n := range r.Tokens.Paragraphs {
		p := &r.Tokens.Paragraphs[n]
		if p.Pack == nil || p.Kind == "furniture" {
			continue
		}
		for i := p.First; i < p.Last; i++ {
			best := map[string]cue{}
			for _, s := range r.match.Candidates(p.Pack.Lookups.Scopes, i) {
				sc := &p.Pack.Scopes[s]
				if e, ok := r.match.Match(sc.Pattern.Elements, i); ok && e > best[sc.Effect].end {
					best[sc.Effect] = cue{sc, i, e}
				}
			}
			for _, effect := range [...]string{"polarity", "modality", "voice", "barrier"} {
				if c, ok := best[effect]; ok {
					r.cues = append(r.cues, c)
				}
			}
		}
	}
}

// cuesBeside is the cues of the sentence that a frame stands in.
func (r *reader) cuesBeside(f *frame) []cue {
	ts := r.Tokens.Tokens
	s := ts[f.first].Sentence
	lo := sort.Search(len(r.cues), func(i int) bool { return ts[r.cues[i].first].Sentence >= s })
	n := sort.Search(len(r.cues)-lo, func(i int) bool { return ts[r.cues[lo+i].first].Sentence > s })
	return r.cues[lo : lo+n]
}

// manner is how a frame's content is put.
type manner struct {
	polarity chancery.Polarity
	modality chancery.Modality
	voice    *chancery.Voice
	trace    []string
	denied   int // the token after the last denial
}

// doubleDenial is how many tokens at most part two denials that affirm.
const doubleDenial = 2

// mannerOf applies the cues that govern a frame.
func (r *reader) mannerOf(f *frame) manner {
	m := manner{polarity: chancery.Affirmed, modality: chancery.Actual}
	if f.rule.Polarity != "" {
		m.polarity = f.rule.Polarity
	}
	if f.rule.Modality != "" {
		m.modality = f.rule.Modality
	}
	if m.modality == chancery.Actual && f.rule.Type == chancery.EventClaim && r.isQuestion(f.first) {
		m.modality = chancery.Hypothetical
		m.trace = append(m.trace, "modality hypothetical: the sentence is a question")
	}
	nearest := map[string]int{}
	cues := r.cuesBeside(f)
	for i := range cues {
		c := &cues[i]
		d, ok := r.governs(c, f)
		if !ok {
			continue
		}
		if c.scope.Effect != "polarity" {
			if best, seen := nearest[c.scope.Effect]; seen && best <= d {
				continue
			}
			nearest[c.scope.Effect] = d
		}
		if c.scope.Effect == "modality" && f.rule.Modality == chancery.Actual {
			continue // a request is made even where it is for a plan
		}
		if c.scope.Effect == "modality" && f.rule.Type == chancery.ProvisionClaim && c.scope.Value != "hypothetical" {
			continue // what a provision lays down is a duty, not a plan
		}
		m.apply(r, c)
		m.trace = append(m.trace, fmt.Sprintf("%s %s by %q (%s)", c.scope.Effect, c.scope.Value, r.words(c.first, c.end), c.scope.At))
	}
	return m
}

func (m *manner) apply(r *reader, c *cue) {
	switch c.scope.Effect {
	case "polarity":
		// "it is not true that it was not signed": two denials side by side affirm;
		// apart, each denies something
		if m.polarity == chancery.Denied && c.first-m.denied <= doubleDenial {
			m.polarity = chancery.Affirmed
		} else {
			m.polarity = chancery.Denied
		}
		m.denied = c.end
	case "modality":
		m.modality = chancery.Modality(c.scope.Value)
	case "voice":
		m.voice = &chancery.Voice{Holder: r.holder(c), Stance: chancery.Stance(c.scope.Value)}
	}
}

// governs reports whether a cue reaches a frame, and from how far.
func (r *reader) governs(c *cue, f *frame) (int, bool) {
	ts := r.Tokens.Tokens
	if c.scope.Effect == "barrier" || ts[c.first].Sentence != ts[f.first].Sentence {
		return 0, false
	}
	if c.first < f.end && f.first < c.end {
		// what is part of the trigger does not govern it, but for an ending of its last
		// word: Kyrgyz denies, plans and supposes by endings of the verb
		for _, g := range f.gaps {
			if g[0] <= c.first && c.end <= g[1] {
				return 0, true // skipped by the trigger, so no part of what it says
			}
		}
		els := c.scope.Pattern.Elements
		return 0, c.end == f.end && els[len(els)-1].Op == lang.OpSuffix
	}
	lo, hi := c.end, f.first
	if c.first >= f.end {
		if c.scope.Direction == "after" {
			return 0, false
		}
		lo, hi = f.end, c.first
	} else if c.scope.Direction == "before" {
		return 0, false
	}
	d := hi - lo
	near := c.scope.Near
	if near == 0 && r.Text.Losses.Punctuation {
		near = window / 2
	}
	if near > 0 && d > near {
		return d, false
	}
	if c.scope.Reach == "clause" && ts[c.first].Clause != ts[f.first].Clause {
		return d, false
	}
	if c.scope.Effect == "polarity" && r.otherVerbBetween(f, lo, hi) {
		return d, false
	}
	cues := r.cuesBeside(f)
	for i := range cues {
		b := &cues[i]
		if b.scope.Effect == "barrier" && b.first >= lo && b.end <= hi {
			return d, false
		}
	}
	return d, true
}

// otherVerbBetween reports whether another frame's trigger stands between a denial and
// a frame, and the two are not joined by a mere conjunction: "never ratified by the
// senate and was superseded" denies only the first, "never signed or ratified" both.
func (r *reader) otherVerbBetween(f *frame, lo, hi int) bool {
	for i := r.frameFrom(lo); i < len(r.frames) && r.frames[i].first < hi; i++ {
		g := &r.frames[i]
		if g.end > hi || g.rule.Type != chancery.EventClaim {
			continue
		}
		a, b := g.end, f.first
		if f.end <= g.first {
			a, b = f.end, g.first
		}
		for k := a; k < b; k++ {
			if t := &r.Tokens.Tokens[k]; t.Norm != "," && !r.inClass("and", k) && !r.inClass("or", k) {
				return true
			}
		}
	}
	return false
}

// isQuestion reports whether the sentence of a token ends with a question mark.
func (r *reader) isQuestion(tok int) bool {
	ts := r.Tokens.Tokens
	i := tok
	for i+1 < len(ts) && ts[i+1].Sentence == ts[tok].Sentence {
		i++
	}
	for i > tok && (ts[i].Norm == "''" || ts[i].Norm == ")") {
		i--
	}
	return ts[i].Text == "?"
}

// holder is who says it: the person, polity or title nearest to a voice cue.
func (r *reader) holder(c *cue) string {
	ts := r.Tokens.Tokens
	best, cost := "", 1<<30
	for i := max(0, c.first-window); i < min(len(ts), c.end+window); i++ {
		if ts[i].Sentence != ts[c.first].Sentence {
			continue
		}
		for _, u := range r.Units[i] {
			if u.Tag != "person" && u.Tag != "polity" {
				continue
			}
			d := max(c.first-u.End, i-c.end, 0)
			if d < cost {
				best, cost = r.words(i, u.End), d
			}
		}
		pack := r.pack(i)
		end, which := r.match.Longest(pack.Lookups.Titles, i, func(n int) *lang.Pattern { return &pack.Titles[n].Pattern })
		if d := max(c.first-end, i-c.end, 0); which >= 0 && d < cost {
			best, cost = r.words(i, end), d
		}
	}
	return best
}

// words is the mended words of tokens first to end.
func (r *reader) words(first, end int) string {
	return r.Text.Mended()[r.Tokens.Tokens[first].Start:r.Tokens.Tokens[end-1].End]
}
