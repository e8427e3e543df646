package claim

import (
	"fmt"
	"strings"

	"example.org/chancery"
	"example.org/chancery/lang"
)

// datedNames takes the day that stands with a name as the day of the act, "the
// agreement of 31 May 1924", where no other event has it.
func (r *reader) datedNames(taken map[int]bool) {
	for i := range r.All {
		if r.All[i].Instrument == nil {
			continue
		}
		d := r.dayWith(i)
		if _, known := r.births[i]; d < 0 || known || taken[d] {
			continue
		}
		y, _, _ := r.All[d].Date.Value.Parts()
		r.births[i], r.years[i] = r.All[d].Date.Value, y
		r.dated[i] = d
	}
}

// dayWith is the date with day and year that stands with a name: right behind it, in
// brackets, behind the place, or before it at the head of a line of a chronicle; -1
// for none.
func (r *reader) dayWith(m int) int {
	if d := r.dayBehind(m); d >= 0 {
		return d
	}
	end := r.All[m].End
	ts := r.Tokens.Tokens
	at := func(i int) string {
		if i < len(ts) && ts[i].Sentence == r.sentence(m) {
			return ts[i].Norm
		}
		return ""
	}
	if at(end) == "(" { // "the Treaty of Paris (30 March 1856)"
		if d := r.wholeDay(end + 1); d >= 0 && at(r.All[d].End) == ")" {
			return d
		}
	}
	if at(end) == "," { // "General Treaty of Peace, Paris, 30 March 1856"
		if p := r.unitAt("place", min(end+1, len(ts)-1)); p >= 0 && at(r.All[p].End) == "," {
			return r.wholeDay(r.All[p].End + 1)
		}
	}
	return r.dayAtHead(m)
}

// dayBehind is the date right behind a mention when it is a day with its year, -1 for none.
func (r *reader) dayBehind(m int) int {
	me := &r.All[m]
	if me.End >= len(r.Tokens.Tokens) || r.Tokens.Tokens[me.End].Sentence != r.sentence(m) {
		return -1
	}
	return r.wholeDay(me.End)
}

// dayAtHead is the day at the head of a line when a dash or colon parts it from the
// name: "9 June 1896 — Moscow protocol".
func (r *reader) dayAtHead(m int) int {
	ts := r.Tokens.Tokens
	first := r.All[m].First
	if first == 0 || ts[first-1].Norm != "-" && ts[first-1].Norm != ":" {
		return -1
	}
	start := r.Tokens.Paragraphs[r.paragraph(m)].First
	for start < first && (punctuation(ts[start].Norm) || ts[start].Value >= 0 && r.wholeDay(start) < 0 && first-start > 4) {
		start++
	}
	if d := r.wholeDay(start); d >= 0 && r.All[d].End == first-1 {
		return d
	}
	return -1
}

// wholeDay is the date with day and year that begins at a token, -1 for none.
func (r *reader) wholeDay(tok int) int {
	if tok >= len(r.Tokens.Tokens) {
		return -1
	}
	d := r.unitAt("date", tok)
	if d < 0 || r.All[d].Date.Value.IsInterval() {
		return -1
	}
	if y, _, day := r.All[d].Date.Value.Parts(); y == 0 || day == 0 {
		return -1
	}
	return d
}

// born is the event that the day with a name tells of an act of that kind; "" where
// the day could be of anything: a letter is written, sent and received.
func born(kind chancery.InstrumentKind) string {
	switch kind {
	case "treaty", "convention", "protocol", "agreement", "contract", "exchange-protocol", "armistice":
		return "signed"
	case "decree", "edict", "order", "resolution", "regulations", "circular", "charter":
		return "issued"
	}
	return ""
}

// stateDated states that an act named by its day was signed or issued on that day,
// unless a rule has said so of this mention.
func (r *reader) stateDated() {
	said := map[chancery.Span]bool{}
	for _, c := range r.claims {
		if e, ok := c.Body.(chancery.Event); ok && e.InstrumentAs != nil && originates(e.Event) {
			said[e.InstrumentAs.Span] = true
		}
	}
	for i := range r.All {
		d, ok := r.dated[i]
		as := r.mentionQuote(i)
		if !ok || as == nil || said[as.Span] || r.root[i] < 0 {
			continue
		}
		in := r.All[i].Instrument
		event := born(in.Kind)
		if event == "" || in.Plural || strings.HasPrefix(string(in.Kind), "draft-") {
			continue
		}
		first, end := min(r.All[i].First, r.All[d].First), max(r.All[i].End, r.All[d].End)
		m := r.mannerOf(&frame{rule: &lang.Rule{Type: chancery.EventClaim, States: event}, first: first, end: end})
		dt := r.All[d].Date
		r.claims = append(r.claims, chancery.Claim{Quote: r.trim(first, end), Polarity: m.polarity, Modality: m.modality, Voice: m.voice,
			Confidence: 650, Rule: "claim/dated-name", Self: r.self >= 0 && r.root[i] == r.self,
			Trace: append([]string{fmt.Sprintf("the name %q stands with the day %q", as.Text, r.surface(d))}, m.trace...),
			Body:  chancery.Event{Event: event, InstrumentAs: as, Date: dt.Value.String(), Calendar: dt.Calendar, Written: dt.Written}})
	}
}

// byDay reports whether a mention is named by the day with it.
func (r *reader) byDay(m int) bool {
	_, ok := r.dated[m]
	return ok
}
