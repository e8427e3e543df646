package claim

import (
	"fmt"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// state turns a frame into claims, one for each member of a list of instruments.
func (r *reader) state(f *frame) {
	x, ok := r.fill(f)
	if !ok {
		return
	}
	if f.rule.Type == chancery.InstrumentClaim {
		r.stateAct(f)
		return
	}
	m := r.mannerOf(f)
	if f.rule.Type == chancery.RelationClaim {
		r.stateRelation(f, &x, m)
		return
	}
	members := append([]int{x.one("instrument")}, x.members...)
	for _, in := range members {
		body := r.body(f, &x, in)
		if body == nil {
			continue
		}
		c := chancery.Claim{Quote: r.frameQuote(f, &x, in), Polarity: m.polarity, Modality: m.modality, Voice: m.voice,
			Confidence: r.confidence(f, &x), Rule: f.rule.At, Trace: append(r.trace(f, &x), m.trace...), Body: body}
		if d := x.one("date"); d >= 0 {
			if x.from["date"] == "anchor" {
				c.Also = append(c.Also, *r.mentionQuote(d))
			} else if from := r.All[d].Date.Carried; from >= 0 {
				c.Also = append(c.Also, *r.mentionQuote(from))
			}
		}
		c.Self = r.self >= 0 && in >= 0 && r.root[in] == r.self
		r.claims = append(r.claims, c)
	}
}

// body is what a frame states of instrument mention in (-1 for none).
func (r *reader) body(f *frame, x *filling, in int) chancery.Body {
	switch f.rule.Type {
	case chancery.EventClaim:
		return r.event(f, x, in)
	case chancery.ProvisionClaim:
		if in < 0 {
			return nil
		}
		p := chancery.Provision{InstrumentAs: r.mentionQuote(in), Topic: f.rule.States, Who: r.keys(x.by["actor"])}
		if a := x.one("article"); a >= 0 {
			p.Article = r.All[a].Article
		} else {
			p.Article = r.articleOf(f.first)
		}
		if r.All[in].Instrument.Draft {
			p.Status = "draft"
		}
		return p
	case chancery.CharacterisationClaim:
		of := x.one("of")
		if of < 0 {
			return nil
		}
		b := chancery.Characterisation{OfAs: r.mentionQuote(of), As: f.rule.States}
		return b
	}
	return nil
}

// stateRelation states a relation between each member of the lists at its two ends.
func (r *reader) stateRelation(f *frame, x *filling, m manner) {
	from, to := x.one("from"), x.one("to")
	if from < 0 || to < 0 {
		return
	}
	for _, a := range append([]int{from}, x.lists["from"]...) {
		for _, b := range append([]int{to}, x.lists["to"]...) {
			if r.root[a] == r.root[b] || a != from && b != to {
				continue // what is said of two lists is said of their heads
			}
			r.claims = append(r.claims, chancery.Claim{Quote: r.frameQuote(f, x, -1), Polarity: m.polarity, Modality: m.modality,
				Voice: m.voice, Confidence: r.confidence(f, x), Rule: f.rule.At, Trace: append(r.trace(f, x), m.trace...),
				Self: r.self >= 0 && (r.root[a] == r.self || r.root[b] == r.self),
				Body: chancery.Relation{FromAs: r.mentionQuote(a), Rel: f.rule.States, ToAs: r.mentionQuote(b)}})
		}
	}
}

func (r *reader) event(f *frame, x *filling, in int) chancery.Body {
	e := chancery.Event{Event: f.rule.States, Of: f.rule.Of, Actors: r.keys(x.by["actor"])}
	if in >= 0 {
		e.InstrumentAs = r.mentionQuote(in)
	}
	if d := x.one("date"); d >= 0 {
		dt := r.All[d].Date
		e.Date, e.Calendar, e.Written = r.dateOf(f, x, d), dt.Calendar, dt.Written
	} else if in >= 0 && x.from["instrument"] == "" && originates(f.rule.States) {
		e.Date = nameYear(r.All[in].Instrument.Year)
		e.Calendar = calendarOf(e.Date)
	}
	if p := x.one("place"); p >= 0 {
		e.Place = r.All[p].Place.Name
	}
	for _, p := range x.by["person"] {
		e.Persons = append(e.Persons, chancery.EventPerson{Name: r.surface(p), Role: r.All[p].Person.Role})
	}
	return e
}

// dateOf is the date that a frame takes from its date mention: one end of a range
// where the rule says so, the year alone where it was taken over.
func (r *reader) dateOf(f *frame, x *filling, d int) string {
	v := r.All[d].Date.Value
	if x.from["date"] == "anchor" {
		y, _, _ := v.Parts()
		return edtf.Year(y).String()
	}
	for i := range f.rule.Roles {
		if role := &f.rule.Roles[i]; role.Name == "date" && v.IsInterval() {
			switch role.End {
			case "start":
				return v.Start().String()
			case "end":
				return v.End().String()
			}
		}
	}
	return v.String()
}

// originates reports whether an event is the one that a year in an instrument's name dates.
func originates(event string) bool {
	return event == "signed" || event == "issued"
}

func nameYear(y int) string {
	if y == 0 {
		return ""
	}
	return edtf.Year(y).String()
}

func calendarOf(date string) string {
	if date == "" {
		return ""
	}
	return "unstated"
}

// keys is the polities of some mentions, each once. An adjective names no actor:
// Italian miles are not Italy's doing.
func (r *reader) keys(ms []int) []chancery.Key {
	var out []chancery.Key
	for _, m := range ms {
		p := r.All[m].Polity
		if p == nil || p.Sort == "adjective" {
			continue
		}
		known := false
		for _, k := range out {
			known = known || k == p.Key
		}
		if !known {
			out = append(out, p.Key)
		}
	}
	return out
}

// frameQuote is the words that state it: the trigger with its fillers in the same
// sentence, or the trigger's clause or sentence where the rule says so.
func (r *reader) frameQuote(f *frame, x *filling, in int) chancery.Quote {
	first, end := f.first, f.end
	if f.rule.Quote != "frame" {
		first, end = r.scope(f, f.rule.Quote, 0)
		if r.Text.Losses.Punctuation {
			first, end = max(first, f.first-window/2), min(end, f.end+window/2)
		}
		return r.trim(first, end)
	}
	grow := func(m int) {
		if m < 0 {
			return
		}
		me := &r.All[m]
		if r.Tokens.Tokens[me.First].Sentence == r.Tokens.Tokens[f.first].Sentence {
			first, end = min(first, me.First), max(end, me.End)
		}
	}
	if in >= 0 && x.from["instrument"] == "" {
		grow(in)
	}
	for _, role := range []string{"date", "from", "to", "of", "article"} {
		if x.from[role] == "" {
			grow(x.one(role))
		}
	}
	for i := range f.rule.Roles {
		if role := &f.rule.Roles[i]; role.Required && x.from[role.Name] == "" {
			grow(x.one(role.Name))
		}
	}
	if f.rule.Type == chancery.ProvisionClaim {
		// a provision is stated by its clause, not by its key word
		lo, hi := r.segment(f.first, f.end)
		first, end = min(first, lo), max(end, hi)
	}
	return r.trim(first, end)
}

// segment is the stretch between commas and stronger marks around tokens first to end.
func (r *reader) segment(first, end int) (int, int) {
	ts := r.Tokens.Tokens
	limit := window
	if r.Text.Losses.Punctuation {
		limit = window / 2
	}
	lo, hi := first, end
	for lo > 0 && first-lo < limit && ts[lo-1].Clause == ts[first].Clause && ts[lo-1].Norm != "," {
		lo--
	}
	for hi < len(ts) && hi-end < limit && ts[hi].Clause == ts[end-1].Clause && ts[hi].Norm != "," {
		hi++
	}
	return lo, hi
}

// trim quotes tokens first to end without punctuation at its ends.
func (r *reader) trim(first, end int) chancery.Quote {
	ts := r.Tokens.Tokens
	for first < end-1 && punctuation(ts[first].Norm) {
		first++
	}
	for end > first+1 && punctuation(ts[end-1].Norm) && (ts[end-1].Norm != ")" || !r.opens(first, end-1)) {
		end--
	}
	return r.quote(first, end)
}

// opens reports whether a bracket between tokens first and end is not closed there.
func (r *reader) opens(first, end int) bool {
	depth := 0
	for i := first; i < end; i++ {
		switch r.Tokens.Tokens[i].Norm {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	return depth > 0
}

func punctuation(norm string) bool {
	switch norm {
	case ",", ";", ":", ".", "-", "(", ")", "''", "!", "?", "…", "•", "*":
		return true
	}
	return false
}

// confidence is a first estimate out of 1000: what was carried from elsewhere and
// what the text has lost lower it. It orders, it does not measure.
func (r *reader) confidence(f *frame, x *filling) int {
	c := 850
	if len(x.from) > 0 {
		c -= 150
	}
	if r.Text.Losses.Any() {
		c -= 150
	}
	if r.Text.MachineTranslated {
		c -= 100
	}
	if p := r.pack(f.first); p != nil && p.Quality == "draft" {
		c -= 200
	}
	return c
}

// trace says what filled each role, for `why`.
func (r *reader) trace(f *frame, x *filling) []string {
	out := []string{fmt.Sprintf("trigger %q", r.words(f.first, f.end))}
	for _, role := range []string{"instrument", "from", "to", "of", "date", "place", "article"} {
		m := x.one(role)
		if m < 0 {
			continue
		}
		s := fmt.Sprintf("%s %q", role, r.surface(m))
		if from := x.from[role]; from != "" {
			s += " from " + from
		}
		if me := &r.All[m]; me.Instrument != nil && r.root[m] >= 0 && r.root[m] != m {
			s += fmt.Sprintf(", which takes up %q", r.surface(r.root[m]))
		} else if me.Date != nil && me.Date.Carried >= 0 {
			s += fmt.Sprintf(", year carried from %q", r.surface(me.Date.Carried))
		}
		out = append(out, s)
	}
	return out
}

// stateAct states an act that only its verb names: the trigger is its mention.
func (r *reader) stateAct(f *frame) {
	q := r.trim(f.first, f.end)
	m := r.mannerOf(f)
	kind := chancery.InstrumentKind(f.rule.States)
	r.claims = append(r.claims, chancery.Claim{Quote: q, Polarity: m.polarity, Modality: m.modality, Voice: m.voice, Confidence: 600,
		Rule: f.rule.At, Trace: []string{fmt.Sprintf("an act named by its verb %q", q.Text)},
		Body: chancery.Instrument{Kind: kind, Plane: chancery.InstrumentKinds[kind], Mentions: []string{q.Text}}})
}
