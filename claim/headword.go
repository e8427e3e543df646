package claim

import (
	"slices"

	"example.org/chancery"
	"example.org/chancery/lang"
)

// An entry of an encyclopedia or dictionary speaks of its headword throughout, mostly
// without naming it: "Signed on 12 February 1881. Ratified in August."

// findHeadword finds the name of an act that is the first thing in the document.
func (r *reader) findHeadword() {
	if r.self >= 0 {
		return
	}
	for n := range r.Tokens.Paragraphs {
		p := &r.Tokens.Paragraphs[n]
		if p.Kind == "furniture" || p.First == p.Last {
			continue
		}
		if head := r.unitAt("instrument", p.First); head >= 0 {
			if in := r.All[head].Instrument; !in.Plural && !in.Bare && in.IsAct() {
				r.headword = head
			}
		}
		return
	}
}

// findEntry decides whether the document is an entry on its headword: no other act is
// spoken of more often.
func (r *reader) findEntry() {
	if r.headword < 0 || r.root[r.headword] != r.headword {
		return
	}
	count := map[int]int{}
	for i := range r.All {
		if in := r.All[i].Instrument; in != nil && r.root[i] >= 0 && !in.Bare {
			count[r.root[i]]++
		}
	}
	for root, n := range count {
		if root != r.headword && r.All[root].Instrument.IsAct() && n > count[r.headword]+1 {
			return
		}
	}
	r.entry = r.headword
}

// farFiller is the distance beyond which an act behind a verb at the head of a
// sentence is not its own in an entry.
const farFiller = 8

// elliptic reports whether a frame's trigger stands at the head of its sentence, but
// for dates, so that its subject is the headword.
func (r *reader) elliptic(f *frame) bool {
	ts := r.Tokens.Tokens
	for i := f.first - 1; i >= 0 && ts[i].Sentence == ts[f.first].Sentence; i-- {
		if !r.inDate(i) && !punctuation(ts[i].Norm) && !r.pack(i).IsFrequent(ts[i].Norm) && ts[i].Value < 0 {
			return false
		}
	}
	return true
}

// inDate reports whether a token is part of a date.
func (r *reader) inDate(tok int) bool {
	for s := max(0, tok-8); s <= tok; s++ {
		for _, u := range r.Units[s] {
			if u.Tag == "date" && u.End > tok {
				return true
			}
		}
	}
	return false
}

// aboutEntry reports whether a frame speaks of the headword: nothing else fits, or what
// fits stands far behind a verb that begins its sentence.
func (r *reader) aboutEntry(f *frame, role *lang.Role, found []int) bool {
	if r.alone || !r.kindFits(role, r.entry) || f.rule.Type != chancery.EventClaim || !lifeEvent(f.rule.States) || !r.elliptic(f) {
		return false
	}
	if len(found) == 0 {
		return true
	}
	return r.All[found[0]].First >= f.end && r.distance(f, found[0]) > farFiller
}

func lifeEvent(event string) bool { return slices.Contains(chancery.LifeEvents, event) }
