package claim

import (
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/token"
)

// instruments states, for every stretch that names an instrument, that it does.
func (r *reader) instruments() {
	r.unnamedActs()
	for i := range r.All {
		in := r.All[i].Instrument
		if in == nil || r.root[i] < 0 || !r.names(i) {
			continue
		}
		q := r.mentionQuote(i)
		if q == nil {
			continue
		}
		plane := chancery.InstrumentKinds[chancery.InstrumentKind(strings.TrimPrefix(string(in.Kind), "draft-"))]
		b := chancery.Instrument{Kind: in.Kind, Plane: plane, Mentions: r.surfaces(i, *q), Named: !in.Bare && len(in.Modifiers) > 0,
			Parties: in.Parties}
		if in.Year != 0 {
			b.Date = edtf.Year(in.Year).String()
		}
		c := chancery.Claim{Quote: *q, Polarity: chancery.Affirmed, Modality: chancery.Actual, Confidence: 800,
			Rule: "mention/instrument", Self: r.self >= 0 && r.root[i] == r.self, Body: b}
		if root := r.root[i]; root != i {
			c.Trace = []string{"the same as " + r.surface(root)}
		}
		r.claims = append(r.claims, c)
	}
}

// unnamedActs states the acts that have no name but are told to be made: "an agreement
// signed in Tokyo on 23 March 1935". What tells it is their mention.
func (r *reader) unnamedActs() {
	for _, c := range r.claims {
		e, ok := c.Body.(chancery.Event)
		if !ok || e.InstrumentAs == nil || !originates(e.Event) || e.Date == "" || c.Modality != chancery.Actual || c.Polarity != chancery.Affirmed {
			continue
		}
		i := r.mentionOf(e.InstrumentAs)
		if i < 0 || r.root[i] != i || !r.All[i].Instrument.Bare || r.byDay(i) || r.All[i].Instrument.Plural {
			continue
		}
		kind := r.All[i].Instrument.Kind
		r.claims = append(r.claims, chancery.Claim{Quote: c.Quote, Polarity: chancery.Affirmed, Modality: chancery.Actual, Voice: c.Voice,
			Confidence: 600, Rule: "mention/unnamed", Self: c.Self, Trace: []string{"an act without a name, by what tells of it: " + c.Rule},
			Body: chancery.Instrument{Kind: kind, Plane: chancery.InstrumentKinds[kind], Mentions: []string{c.Quote.Text}}})
		r.unnamed = append(r.unnamed, unnamed{c.Quote.Span, i})
	}
}

// unnamed is where an act without a name is told of, and its kind word.
type unnamed struct {
	span    chancery.Span
	mention int
}

// surfaces is the name as it stands, and without the date that begins or ends it:
// "the Convention of 8 November 1895" is also called the Convention. A bare kind word
// with a day right behind it is named by both.
func (r *reader) surfaces(m int, q chancery.Quote) []string {
	out := []string{q.Text}
	me := &r.All[m]
	add := func(first, end int) {
		if first >= end || first == me.First && end == me.End {
			return
		}
		if s := r.quote(first, end); s.Text != "" {
			out = append(out, s.Text)
		}
	}
	if d := r.dayBehind(m); d >= 0 && (r.byDay(m) || r.births[m] == r.All[d].Date.Value) {
		add(me.First, r.All[d].End)
	}
	if len(me.Instrument.Modifiers) == 0 {
		return out
	}
	if d := r.unitAt("date", me.First); d >= 0 && r.All[d].End < me.End {
		add(r.All[d].End, me.End)
	}
	for i := me.Instrument.HeadEnd; i < me.End; i++ {
		if d := r.unitAt("date", i); d < 0 || r.All[d].End != me.End {
			continue
		}
		end := i
		for end > me.Instrument.HeadEnd && r.pack(end-1).IsFrequent(r.Tokens.Tokens[end-1].Norm) {
			end-- // the preposition before the date
		}
		add(me.First, end)
		break
	}
	return out
}

// unitAt is the mention of a type that begins at a token, -1 for none.
func (r *reader) unitAt(tag string, tok int) int {
	for _, u := range r.Units[tok] {
		if u.Tag == tag {
			return u.Ref
		}
	}
	return -1
}

// insideInstrument reports whether a mention is part of an instrument's name.
func (r *reader) insideInstrument(m int) bool { return r.instrumentAround(m) >= 0 }

// names reports whether a mention of an instrument tells which one is meant: no short
// word for it, no heading of a class, no bare kind word that nothing points from.
func (r *reader) names(i int) bool {
	in := r.All[i].Instrument
	switch {
	case in.Short, in.Plural && r.Tokens.Paragraphs[r.paragraph(i)].Kind == "heading":
		return false
	case in.Bare && (!in.Pointing || r.root[i] == i):
		return r.byDay(i)
	}
	return true
}

// persons states every person that is named, one claim a stretch.
func (r *reader) persons() {
	names := r.nominatives()
	for i := range r.All {
		p := r.All[i].Person
		if p == nil {
			continue
		}
		q := r.mentionQuote(i)
		if q == nil {
			continue
		}
		b := chancery.Person{Name: r.personName(i, names), Variants: []string{q.Text}}
		if p.Role != "" {
			b.Roles = []string{p.Role}
		}
		r.claims = append(r.claims, chancery.Claim{Quote: *q, Polarity: chancery.Affirmed, Modality: chancery.Actual, Confidence: 750,
			Rule: "mention/person", Body: b})
	}
}

// places states every place that is named, one claim a stretch.
func (r *reader) places() {
	for i := range r.All {
		p := r.All[i].Place
		q := r.mentionQuote(i)
		if p == nil || q == nil || r.insideInstrument(i) {
			continue
		}
		r.claims = append(r.claims, chancery.Claim{Quote: *q, Polarity: chancery.Affirmed, Modality: chancery.Actual, Confidence: 700,
			Rule: "mention/place", Body: chancery.Place{Name: p.Name, Kind: p.Kind, Variants: []string{q.Text}}})
	}
}

// nominatives maps the stem of each name word to the base form that explains most
// of the forms in which the document has it.
func (r *reader) nominatives() map[string]string {
	votes := map[string]map[string]int{}
	attested := map[string]bool{}
	note := func(tok int) {
		t := &r.Tokens.Tokens[tok]
		if t.Sort != token.Word {
			return
		}
		stem := token.Stem(t.Norm, r.pack(tok))
		attested[t.Norm] = true
		if votes[stem] == nil {
			votes[stem] = map[string]int{}
		}
		votes[stem][t.Norm]++
		for _, e := range token.Forms(t.Norm, r.pack(tok)) {
			if e.Part == "name" {
				votes[stem][strings.TrimSuffix(t.Norm, e.Suffix)+e.Base]++
			}
		}
	}
	for i := range r.All {
		if r.All[i].Person != nil {
			for k := r.All[i].First; k < r.All[i].End; k++ {
				note(k)
			}
		}
	}
	out := map[string]string{}
	for stem, vs := range votes {
		best, n := "", 0
		for form, v := range vs {
			if attested[form] {
				v += 2
			}
			if v > n || v == n && (len(form) < len(best) || len(form) == len(best) && form < best) {
				best, n = form, v
			}
		}
		out[stem] = best
	}
	return out
}

// personName is the name as it stands, each word put into the nominative where the
// document's own forms speak for one.
func (r *reader) personName(m int, names map[string]string) string {
	me := &r.All[m]
	var words []string
	for i := me.First; i < me.End; i++ {
		t := &r.Tokens.Tokens[i]
		w := t.Text
		if t.Sort == token.Word && !t.Abbrev && !t.Roman {
			if base, ok := names[token.Stem(t.Norm, r.pack(i))]; ok && base != t.Norm {
				w = matchCase(base, t.Text)
			}
		}
		if t.Sort == token.Punct {
			if t.Text == "(" {
				words = append(words, "(")
				continue
			}
			if len(words) > 0 {
				words[len(words)-1] += w
			}
			continue
		}
		if len(words) > 0 && strings.HasSuffix(words[len(words)-1], "(") {
			words[len(words)-1] += w
			continue
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}

// matchCase writes a normalised word with the capital letters of the word it stands for.
func matchCase(norm, like string) string {
	n, l := []rune(norm), []rune(like)
	for i := range n {
		if i < len(l) && strings.ToUpper(string(l[i])) == string(l[i]) && strings.ToLower(string(l[i])) != string(l[i]) {
			n[i] = []rune(strings.ToUpper(string(n[i])))[0]
		}
	}
	return string(n)
}
