package claim

import (
	"sort"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// frame is a rule whose trigger has matched.
type frame struct {
	rule       *lang.Rule
	first, end int // tokens of the trigger
	caught     map[string][2]int
	gaps       [][2]int // tokens of the trigger that its gaps skipped
	dead       bool
}

// fire matches every trigger of every paragraph's language.
func (r *reader) fire() {
	for n := range r.Tokens.Paragraphs {
		p := &r.Tokens.Paragraphs[n]
		if p.Pack == nil || p.Kind == "furniture" || p.Kind == "note" {
			continue
		}
		for i := p.First; i < p.Last; i++ {
			r.fireAt(p.Pack, i)
		}
	}
}

func (r *reader) fireAt(pack *lang.Pack, i int) {
	found := append([]int(nil), r.match.Candidates(pack.Lookups.Triggers, i)...) // conditions look things up too
	for _, n := range found {
		t := pack.Triggers[n]
		end, ok := r.match.Match(t.Pattern.Elements, i)
		if !ok || end == i || !r.allowed(t.Rule) {
			continue
		}
		f := frame{rule: t.Rule, first: i, end: end}
		for _, c := range r.match.Captures {
			if c.Name == token.Gap {
				f.gaps = append(f.gaps, [2]int{c.First, c.End})
				continue
			}
			if f.caught == nil {
				f.caught = map[string][2]int{}
			}
			f.caught[c.Name] = [2]int{c.First, c.End}
		}
		if r.conditions(&f) {
			r.keep(f)
		}
	}
}

// keep adds a frame unless the same rule has fired on overlapping words.
func (r *reader) keep(f frame) {
	for k := len(r.frames) - 1; k >= 0 && k >= len(r.frames)-8; k-- {
		o := &r.frames[k]
		if o.rule == f.rule && o.first < f.end && f.first < o.end {
			if f.end-f.first > o.end-o.first {
				*o = f
			}
			return
		}
	}
	r.frames = append(r.frames, f)
}

// allowed reports whether the text has what the rule needs.
func (r *reader) allowed(rule *lang.Rule) bool {
	l := r.Text.Losses
	for _, n := range rule.Needs {
		ok := true
		switch n {
		case "case":
			ok = !l.Case
		case "punctuation":
			ok = !l.Punctuation
		case "digits":
			ok = !l.Digits
		case "stripped":
			ok = r.stripped || l.Digits
		case "self":
			ok = r.self >= 0
		}
		if !ok {
			return false
		}
	}
	return true
}

func (r *reader) conditions(f *frame) bool {
	for i := range f.rule.With {
		if !r.condition(&f.rule.With[i], f) {
			return false
		}
	}
	for i := range f.rule.Without {
		if r.condition(&f.rule.Without[i], f) {
			return false
		}
	}
	return true
}

// condition reports whether a condition's pattern stands in its scope, outside the trigger.
func (r *reader) condition(c *lang.Condition, f *frame) bool {
	lo, hi := r.scope(f, c.Scope, c.Near)
	if c.Order == "before" {
		hi = f.first
	} else if c.Order == "after" {
		lo = f.end
	}
	for i := lo; i < hi; i++ {
		if end, ok := r.match.Match(c.Pattern.Elements, i); ok && end <= hi && (end <= f.first || i >= f.end) {
			return true
		}
	}
	return false
}

// window is how far a sentence reaches to each side in a text without punctuation.
const window = 16

// scope is the tokens of a frame's clause, sentence, paragraph or neighbourhood.
func (r *reader) scope(f *frame, scope string, near int) (lo, hi int) {
	ts := r.Tokens.Tokens
	p := &r.Tokens.Paragraphs[ts[f.first].Paragraph]
	if r.Text.Losses.Punctuation && scope != "near" {
		near = window
		if scope == "clause" {
			near = window / 2
		}
		if scope == "paragraph" {
			near = 4 * window
		}
		scope = "near"
	}
	lo, hi = f.first, f.end
	in := func(i int) bool {
		switch scope {
		case "clause":
			return ts[i].Clause == ts[f.first].Clause || ts[i].Clause == ts[f.end-1].Clause
		case "paragraph":
			return true
		case "near":
			return i >= f.first-near && i < f.end+near && ts[i].Sentence == ts[f.first].Sentence
		}
		return ts[i].Sentence == ts[f.first].Sentence
	}
	for lo > p.First && in(lo-1) {
		lo--
	}
	for hi < p.Last && in(hi) {
		hi++
	}
	return lo, hi
}

// rankFrames drops, of frames of one type whose triggers overlap, those of lower
// rank, and those that state the same at fewer words.
func (r *reader) rankFrames() {
	sort.SliceStable(r.frames, func(i, j int) bool { return r.frames[i].first < r.frames[j].first })
	for i := range r.frames {
		for j := i + 1; j < len(r.frames) && r.frames[j].first < r.frames[i].end; j++ {
			a, b := &r.frames[i], &r.frames[j]
			if a.dead || b.dead || a.rule.Type != b.rule.Type {
				continue
			}
			same := a.rule.States == b.rule.States
			switch {
			case a.rule.Rank > b.rule.Rank:
				b.dead = true
			case b.rule.Rank > a.rule.Rank:
				a.dead = true
			case same && a.end-a.first >= b.end-b.first && a.rule.Type != chancery.RelationClaim && r.fillable(a):
				b.dead = true
			case same && a.rule.Type != chancery.RelationClaim && r.fillable(b):
				a.dead = true
			}
		}
	}
	live := r.frames[:0]
	for _, f := range r.frames {
		if !f.dead {
			live = append(live, f)
		}
	}
	r.frames = live
}

// frameFrom is the first frame whose trigger begins at token tok or later; frames are in
// the order of the text once they are ranked.
func (r *reader) frameFrom(tok int) int {
	return sort.Search(len(r.frames), func(i int) bool { return r.frames[i].first >= tok })
}

// dropUnfillable takes out frames whose required roles nothing can fill even if no
// other frame wanted the same filler: they must not draw dates away from those that can.
func (r *reader) dropUnfillable() {
	r.alone = true
	live := r.frames[:0]
	for i := range r.frames {
		if _, ok := r.fill(&r.frames[i]); ok {
			live = append(live, r.frames[i])
		}
	}
	r.frames, r.alone = live, false
}

// fillable reports whether all required roles of a frame can be filled.
func (r *reader) fillable(f *frame) bool {
	_, ok := r.fill(f)
	return ok
}
