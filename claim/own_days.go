package claim

import (
	"fmt"
	"strings"

	"example.org/chancery"
)

// What a treaty's own text says of the day on which it was made, the surest first.
const (
	saidInTestimony = 5 // "Done at Oslo this fifth day of May 1990"
	saidAtClose     = 4 // "signed on 5 May 1990", behind the articles
	saidInHead      = 3 // "signed at Oslo, 5 May 1990"
	standsInHead    = 2 // "(Oslo, 5 May 1990)"
	standsAtEnd     = 1
	openedForIt     = 1 // "shall be open for signature at Oslo on 5 May 1990"
)

const (
	testimonyReach = 45   // tokens from the formula to its day: place, copies and languages stand between
	headReach      = 16   // the same in a title
	meetingReach   = 3    // tokens from "plenary meeting" to the day of it
	ordinalReach   = 3    // tokens that a formula may have before it on its line: "10th plenary meeting"
	salutation     = 16   // tokens from the day of a letter to the address that opens it
	witnessReach   = 60   // tokens from "in witness whereof" to "have signed"
	headBytes      = 1500 // of the text of record in which a title and its dates stand
	endBytes       = 260  // at the end of the text of record in which a day may stand alone
	ownRegister    = 4    // of a thousand words, those that only a law uses
)

// ownDay is the day on which the instrument that the document is was made, and the
// tokens that say so.
type ownDay struct {
	rank       int
	first, end int
	date       int // mention
}

// findOwnDay looks for the day on which the document's own instrument was made.
func (r *reader) findOwnDay() ownDay {
	var best ownDay
	ts := r.Tokens.Tokens
	head := r.headEnd()
	take := func(rank, first, end, reach int) {
		if rank <= best.rank {
			return
		}
		if d := r.dayAfter(end, reach); d >= 0 {
			best = ownDay{rank, first, r.All[d].End, d}
		}
	}
	witness, closing := -witnessReach, max(r.own.last, head)
	for i := range ts {
		if r.pack(i) == nil || r.Tokens.Paragraphs[ts[i].Paragraph].Kind == "furniture" {
			continue
		}
		if r.inClass("own-witness", i) {
			witness = i
		}
		if e, ok := r.classEnd("own-done", i); ok && i >= min(r.own.first, head) && r.opensSentence(i) {
			take(saidInTestimony, i, e, testimonyReach)
		} else if ok && i >= closing && !r.belongsToOther(i) {
			take(saidAtClose, i, e, testimonyReach)
		}
		if e, ok := r.classEnd("own-sign", i); ok && (i >= closing || i-witness < witnessReach) {
			take(saidInTestimony, i, e, testimonyReach)
		}
		if e, ok := r.classEnd("own-sure", i); ok {
			take(saidInTestimony, i, e, headReach)
		}
		if e, ok := r.classEnd("own-meeting", i); ok {
			take(saidAtClose, i, e, meetingReach)
		}
		if e, ok := r.classEnd("own-close", i); ok && i >= closing && !r.belongsToOther(i) {
			take(saidAtClose, i, e, testimonyReach)
		}
		if i < head {
			if e, ok := r.classEnd("own-head", i); ok && !r.tellsOfOther(i) {
				take(saidInHead, i, e, headReach)
			}
			if e, ok := r.classEnd("own-deed", i); ok && saidInHead > best.rank && (r.opensSentence(i) || !r.tellsOfOther(i)) {
				if d := r.dayOfDeed(e); d >= 0 {
					best = ownDay{saidInHead, i, r.All[d].End, d}
				}
			}
		}
	}
	if best.rank == 0 {
		best = r.letterDay()
	}
	if best.rank == 0 {
		best = r.bareDay(head)
	}
	if best.rank == 0 {
		best = r.openingDay()
	}
	return best
}

// belongsToOther reports whether a formula stands behind the name of another instrument
// than the document's own: "the Convention signed at Oslo".
func (r *reader) belongsToOther(tok int) bool {
	ts := r.Tokens.Tokens
	if r.opensSentence(tok) {
		return false
	}
	for i := tok - 1; i > 0 && i > tok-subjectReach && ts[i].Sentence == ts[tok].Sentence; i-- {
		if r.pack(i) != nil && r.inClass("own-word", i) {
			return !r.inClass("own-self", i-1) && !r.opensSentence(i)
		}
	}
	return false
}

// headEnd is the token behind the title: where the articles begin, and not far from the
// beginning of a short text.
func (r *reader) headEnd() int {
	return min(r.own.first, r.tokenAt(min(headBytes, len(r.Text.Record())*2/5)))
}

// dayAfter is the first day with its year at most so many tokens behind, -1 for none
// before the next article or another formula.
func (r *reader) dayAfter(tok, reach int) int {
	ts := r.Tokens.Tokens
	for i := tok; i < len(ts) && i < tok+reach; i++ {
		if i == r.own.first || r.pack(i) == nil {
			return -1
		}
		if d := r.dayOrSpan(i); d >= 0 && r.All[d].Date.Carried < 0 && !r.All[d].Date.NoYear && r.instrumentAround(d) < 0 {
			return d
		}
		if ts[i].Sentence != ts[tok].Sentence && i-tok > headReach || r.inClass("own-force", i) || r.inClass("own-force-future", i) {
			return -1
		}
	}
	return -1
}

// dayOrSpan is the date that begins at a token when it is a day with its year, or a span
// that ends with one: "adopted at the meeting held from 3 to 6 May 1960".
func (r *reader) dayOrSpan(tok int) int {
	if d := r.wholeDay(tok); d >= 0 {
		return d
	}
	if d := r.unitAt("date", tok); d >= 0 && r.All[d].Date.Value.IsInterval() {
		if y, _, day := r.All[d].Date.Value.End().Parts(); y != 0 && day != 0 {
			return d
		}
	}
	return -1
}

// opensSentence reports whether a token begins a sentence, or would where stops and line
// ends were kept: "seals.done at Oslo".
func (r *reader) opensSentence(tok int) bool {
	ts := r.Tokens.Tokens
	if r.startsSentence(tok) || ts[tok-1].Paragraph != ts[tok].Paragraph {
		return true
	}
	return punctuation(ts[tok-1].Norm) && ts[tok-1].Norm != "," || capitals(ts[tok].Text) && !capitals(ts[tok-1].Text)
}

// tellsOfOther reports whether a formula in a title speaks of another instrument than
// the one whose title it is: "Protocol to the Convention signed at Oslo".
func (r *reader) tellsOfOther(tok int) bool {
	if r.opensLine(tok) {
		return false
	}
	first := ""
	for i := range r.All {
		m := &r.All[i]
		if m.First >= tok {
			break
		}
		if m.Instrument == nil {
			continue
		}
		name := strings.ToLower(r.words(m.First, m.End))
		if first != "" && !strings.HasPrefix(first, name) && !strings.HasPrefix(name, first) {
			return true
		}
		if first == "" {
			first = name
		}
	}
	return false
}

// titleTokens is within how many tokens a title shows what the document is.
const titleTokens = 30

// isTitled reports whether the document begins with the word for an act, as its text
// does, or with another of a class.
func (r *reader) isTitled(class string) bool {
	for i := range min(len(r.Tokens.Tokens), titleTokens) {
		if r.pack(i) != nil && r.inClass(class, i) {
			return true
		}
	}
	return false
}

// isOwnAct reports whether a document without articles is the text of an act: it is
// closed as one is, written as laws are, or says under its title when it was adopted.
func (r *reader) isOwnAct(day ownDay) bool {
	if day.rank >= saidInTestimony || r.isTitled("own-exchange") {
		return true
	}
	for i := day.first; day.rank >= saidInHead && i >= max(0, day.first-ordinalReach); i-- {
		if r.opensLine(i) && (i == day.first || i == 0 || r.Tokens.Tokens[i-1].Norm != ":") {
			return true
		}
	}
	laws, n := 0, min(len(r.Tokens.Tokens), 1500)
	for i := range n {
		if r.pack(i) != nil && r.inClass("enacting", i) {
			laws++
		}
	}
	return laws > 2 && laws*1000 >= n*ownRegister
}

// capitals reports whether a word stands in capitals.
func capitals(w string) bool { return len(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w }

// stateOwnDays states when the instrument that the document is was signed and came
// into force, as its testimony, title and clauses say.
func (r *reader) stateOwnDays() {
	if !r.own.is && !r.isTitled("own-title") {
		return
	}
	day := r.findOwnDay()
	if !r.own.is && !r.isOwnAct(day) {
		return
	}
	r.dropOthers(day)
	if day.rank > 0 && !r.isSaid(day) {
		r.stateOwn("signed", day.first, day.end, day.date, chancery.Actual, 600+60*day.rank)
	}
	r.stateOwnForce(day)
}

// isSaid reports whether a rule has read the day of signature in the same words.
func (r *reader) isSaid(day ownDay) bool {
	q, want := r.quote(day.first, day.end), r.All[day.date].Date.Value.String()
	for _, c := range r.claims {
		if e, ok := c.Body.(chancery.Event); ok && c.Self && e.Event == "signed" && e.Date == want && c.Polarity == chancery.Affirmed && c.Quote.Overlaps(q.Span) {
			return true
		}
	}
	return false
}

// stateOwn states an event in the life of the document's own instrument.
func (r *reader) stateOwn(event string, first, end, date int, modality chancery.Modality, confidence int) *chancery.Claim {
	d := r.All[date].Date
	v := d.Value
	if v.IsInterval() {
		v = v.End()
	}
	e := chancery.Event{Event: event, Date: v.String(), Calendar: d.Calendar, Written: d.Written}
	if r.self >= 0 {
		e.InstrumentAs = r.mentionQuote(r.self)
	}
	r.claims = append(r.claims, chancery.Claim{Quote: r.trim(first, end), Polarity: chancery.Affirmed, Modality: modality, Confidence: confidence,
		Rule: "claim/own-text", Self: true,
		Trace: []string{fmt.Sprintf("the document is the text of an instrument; %q says when it was %s", r.words(first, end), event)}, Body: e})
	return &r.claims[len(r.claims)-1]
}

// dropOthers takes out what the rules have read of the signature and the entry into force
// of the document's own instrument: a treaty speaks of its own in its title, its
// testimony and the clauses that are read here, and elsewhere of other treaties. Where the
// language has no closing formulas, what stands behind the last article is kept.
func (r *reader) dropOthers(day ownDay) {
	made := ""
	if day.rank > 0 {
		made = r.All[day.date].Date.Value.String()
	}
	closing := len(r.Text.Record())
	if p := r.pack(r.own.last); made == "" && r.own.last > 0 && p != nil && len(p.Class("own-close")) == 0 {
		closing = r.recordAt(r.own.last)
	}
	kept := r.claims[:0]
	for _, c := range r.claims {
		if e, ok := c.Body.(chancery.Event); ok && c.Self && (originates(e.Event) || e.Event == "in-force") && e.Date != "" &&
			!(originates(e.Event) && e.Date == made) && c.Quote.Start < closing {
			continue
		}
		kept = append(kept, c)
	}
	r.claims = kept
}
