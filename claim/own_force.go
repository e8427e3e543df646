package claim

import "example.org/chancery"

const (
	forceReach     = 8  // tokens from "entered into force" to its day
	subjectReach   = 18 // tokens before it among which its subject stands
	conditionReach = 14 // tokens behind the day in which a condition begins
)

// stateOwnForce states when the document's own instrument came or is to come into
// force: on a day that the text names, or on that of its signature.
func (r *reader) stateOwnForce(day ownDay) {
	ts := r.Tokens.Tokens
	head := r.headEnd()
	for i := range ts {
		if r.pack(i) == nil || r.Tokens.Paragraphs[ts[i].Paragraph].Kind == "furniture" {
			continue
		}
		e, ok := r.classEnd("own-force-signing", i)
		if !ok && i < head {
			e, ok = r.classEnd("own-force-same", i)
		}
		if ok && day.rank >= saidInHead && (i < head || r.isOfSelf(i)) && !r.hasClass("own-force-not", i, e) {
			c := r.stateOwn("in-force", i, e, day.date, chancery.Actual, 700)
			if q := r.mentionQuote(day.date); q != nil {
				c.Also = append(c.Also, *q)
			}
			continue
		}
		modality := chancery.Actual
		e, ok = r.classEnd("own-force", i)
		if future, yes := r.classEnd("own-force-future", i); yes && future >= e {
			e, ok, modality = future, true, chancery.Planned
		}
		if !ok || i > 0 && (r.inClass("own-force-future", i-1) || r.inClass("own-not", i-1)) {
			continue
		}
		d := r.dayAfter(e, forceReach)
		if d < 0 || ts[r.All[d].First].Sentence != ts[i].Sentence || !r.speaksOfSelf(i, head) || r.hasClass("own-force-not", i, r.All[d].First) {
			continue
		}
		if r.hasCondition(r.All[d].End) {
			modality = chancery.Hypothetical
		}
		r.stateOwn("in-force", i, r.All[d].End, d, modality, 750)
	}
}

// isOfSelf reports whether what stands before a token in its sentence points at the
// document's own instrument: "this Agreement", "the present Protocol", "the amendments".
func (r *reader) isOfSelf(tok int) bool {
	ts := r.Tokens.Tokens
	for i := tok - 1; i >= 0 && i > tok-subjectReach && ts[i].Sentence == ts[tok].Sentence; i-- {
		if r.pack(i) != nil && r.inClass("own-subject", i) {
			return true
		}
	}
	return false
}

// speaksOfSelf reports whether words on the entry into force are about the document's own
// instrument: in the title they are, but for those behind another's name, and in an
// editor's note that names none: "Entered into force 5 May 1990."
func (r *reader) speaksOfSelf(tok, head int) bool {
	if tok < head {
		return r.opensSentence(tok) || r.isOfSelf(tok) || !r.tellsOfOther(tok)
	}
	return r.isOfSelf(tok) || r.inClass("own-note", tok) && r.opensSentence(tok)
}

// hasClass reports whether a word of a class stands between two tokens, such as one that
// makes a day some party's, or one that depends on what is to come.
func (r *reader) hasClass(class string, first, end int) bool {
	for i := first; i < end && i < len(r.Tokens.Tokens); i++ {
		if r.pack(i) != nil && r.inClass(class, i) {
			return true
		}
	}
	return false
}

// hasCondition reports whether a condition follows in the sentence: "provided that all have
// ratified it by then".
func (r *reader) hasCondition(tok int) bool {
	ts := r.Tokens.Tokens
	for i := tok; i < len(ts) && i < tok+conditionReach && ts[i].Sentence == ts[tok-1].Sentence; i++ {
		if r.pack(i) != nil && r.inClass("own-force-if", i) {
			return true
		}
	}
	return false
}
