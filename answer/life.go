package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
	"example.org/chancery/register"
)

// Happening is an event as it is stated, once for all sources that state the same.
type Happening struct {
	Event      string             `json:"event"`
	Instrument *Named             `json:"instrument,omitempty"` // set where happenings of several instruments stand together
	Of         string             `json:"of,omitempty"`
	Date       string             `json:"date,omitempty"` // EDTF as stated, "" when none is
	Effective  string             `json:"effective,omitempty"`
	Calendar   string             `json:"calendar,omitempty"`
	Written    *chancery.Written  `json:"written,omitempty"`
	Place      string             `json:"place,omitempty"`
	Actors     []Named            `json:"actors,omitempty"`
	Persons    []string           `json:"persons,omitempty"`
	Certainty  chancery.Certainty `json:"certainty"`
	Says       string             `json:"says"` // in words: "signed on 28 May 1858 at Aigun"
	By         []Ground           `json:"by"`
}

// Counts reports whether a source itself says that the event happened: a denial, a
// plan, a threat, what the author doubts and what he only reports of others change
// nothing.
func (h Happening) Counts() bool { return h.Certainty == chancery.Asserted }

// when is the day on which it happened, in the Gregorian calendar; the zero Date
// where none is stated. An end that takes effect later counts from then.
func (h Happening) when() edtf.Date {
	if d, err := edtf.Parse(h.Effective); err == nil && !d.IsZero() {
		return gregorian(d, h.Calendar)
	}
	d, err := edtf.Parse(h.Date)
	if err != nil {
		return edtf.Date{}
	}
	return gregorian(d, h.Calendar)
}

func gregorian(d edtf.Date, cal string) edtf.Date {
	if cal != string(calendar.Julian) {
		return d
	}
	if g, err := edtf.FromJulian(d); err == nil {
		return g
	}
	return d
}

// stated is the life of an instrument as documents state it.
func (a asker) stated(k chancery.Key) []Happening {
	var out []Happening
	for _, c := range a.view.Claims(register.Filter{Entry: k, Type: chancery.EventClaim}) {
		e, ok := c.Body.(chancery.Event)
		if !ok {
			continue
		}
		h := Happening{Event: e.Event, Of: e.Of, Date: e.Date, Effective: e.Effective, Calendar: e.Calendar, Written: e.Written,
			Place: e.Place, Actors: a.polities(e.Actors), Certainty: c.Certainty(), By: []Ground{a.ground(c)}}
		for _, p := range e.Persons {
			h.Persons = append(h.Persons, p.Name)
		}
		out = gather(out, h)
	}
	return finish(out)
}

// gather adds h to a happening that states the same, or as a new one.
func gather(hs []Happening, h Happening) []Happening {
	for i := range hs {
		o := &hs[i]
		if o.Event != h.Event || o.Of != h.Of || o.Date != h.Date || o.Effective != h.Effective || o.Calendar != h.Calendar ||
			o.Certainty != h.Certainty || o.Place != h.Place && o.Place != "" && h.Place != "" {
			continue
		}
		o.By = append(o.By, h.By...)
		o.Place = cmp.Or(o.Place, h.Place)
		if o.Written == nil {
			o.Written = h.Written
		}
		o.Actors = addNamed(o.Actors, h.Actors)
		for _, p := range h.Persons {
			if !slices.Contains(o.Persons, p) {
				o.Persons = append(o.Persons, p)
			}
		}
		return hs
	}
	return append(hs, h)
}

func addNamed(have, more []Named) []Named {
	for _, n := range more {
		if !slices.ContainsFunc(have, func(o Named) bool { return o.Key == n.Key }) {
			have = append(have, n)
		}
	}
	return have
}

// known is the life of an instrument as the authority file states it.
func (a asker) known(k chancery.Key) []Happening {
	i, ok := a.auth.Instrument(k)
	if !ok {
		return nil
	}
	var out []Happening
	for _, l := range i.Life {
		h := Happening{Event: l.Event, Date: l.Date, Calendar: cmp.Or(l.Calendar, string(calendar.Gregorian)),
			Actors: a.polities(l.By), Certainty: chancery.Asserted, By: authorityGrounds(l.Ref, l.Also)}
		if l.Place != "" {
			h.Place = cmp.Or(a.auth.Label(l.Place), string(l.Place))
		}
		out = append(out, h)
	}
	return finish(out)
}

// finish puts happenings into order and words: dated ones by their earliest day,
// then the undated in the order of an instrument's life.
func finish(hs []Happening) []Happening {
	for i := range hs {
		hs[i].Says = say(hs[i])
	}
	slices.SortStableFunc(hs, func(x, y Happening) int {
		dx, okx := earliest(x)
		dy, oky := earliest(y)
		switch {
		case okx && oky && dx != dy:
			return cmp.Compare(dx, dy)
		case okx != oky:
			if okx {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(slices.Index(chancery.LifeEvents, x.Event), slices.Index(chancery.LifeEvents, y.Event)),
			cmp.Compare(x.Date, y.Date), cmp.Compare(x.Certainty, y.Certainty))
	})
	return hs
}

func earliest(h Happening) (calendar.Day, bool) {
	lo, hi, ok := h.when().Bounds()
	if !ok {
		return 0, false
	}
	if lo == calendar.NoStart {
		return hi, true
	}
	return lo, true
}

// Disagreement is where sources cannot all be right about an event.
type Disagreement struct {
	Event string      `json:"event"`
	Says  string      `json:"says"`
	Sides []Happening `json:"sides"`
}

// once lists the events that happen to an instrument once, so that two days for one
// of them are two accounts. Ratification is not among them: each party ratifies.
func once() []string {
	return []string{"signed", "issued", "exchanged", "in-force", "annulled", "terminated", "expired", "superseded", "lapsed", "denounced"}
}

// disagreements finds events with dates that exclude each other, and events that one
// source states and another denies. A day in Old and New Style is one day.
func disagreements(life []Happening) []Disagreement {
	var out []Disagreement
	for _, event := range chancery.LifeEvents {
		var yes, no []Happening
		for _, h := range life {
			switch {
			case h.Event != event:
			case h.Counts():
				yes = append(yes, h)
			case h.Certainty == chancery.Negated:
				no = append(no, h)
			}
		}
		if slices.Contains(once(), event) && exclude(yes) {
			out = append(out, Disagreement{event, fmt.Sprintf("sources differ on when it was %s: %s", doneWord(event), sides(yes)), yes})
		}
		if denied := denials(yes, no); len(denied) > 0 {
			out = append(out, Disagreement{event, fmt.Sprintf("some sources state that it was %s, others deny it", doneWord(event)),
				slices.Concat(yes, denied)})
		}
	}
	return out
}

// exclude reports whether two of the dates cannot be the same day.
func exclude(hs []Happening) bool {
	for i, x := range hs {
		for _, y := range hs[i+1:] {
			if edtf.Same(x.when(), y.when()) == edtf.No && !twoStyles(x, y) {
				return true
			}
		}
	}
	return false
}

// twoStyles reports whether two happenings give one day in Old and New Style.
func twoStyles(x, y Happening) bool {
	dx, errx := edtf.Parse(x.Date)
	dy, erry := edtf.Parse(y.Date)
	named := x.Calendar == string(calendar.Julian) || x.Calendar == string(calendar.Gregorian)
	if errx != nil || erry != nil || named && x.Calendar == y.Calendar {
		return false
	}
	return edtf.SameDayInTwoStyles(dx, dy)
}

// denials is those of no that contradict one of yes: undated, or of a day that may
// be the same or later, by which it would have happened.
func denials(yes, no []Happening) []Happening {
	if len(yes) == 0 {
		return nil
	}
	var out []Happening
	for _, n := range no {
		if n.when().IsZero() || slices.ContainsFunc(yes, func(y Happening) bool { return edtf.After(y.when(), n.when()) == edtf.No }) {
			out = append(out, n)
		}
	}
	return out
}

func sides(hs []Happening) string {
	var parts []string
	for _, h := range hs {
		if h.Date != "" {
			parts = append(parts, fmt.Sprintf("%s (%s)", dateWords(h), sourcesOf(h.By)))
		}
	}
	return strings.Join(parts, " or ")
}

// sourcesOf names the sources of grounds, each once.
func sourcesOf(gs []Ground) string {
	var names []string
	for _, g := range gs {
		n := g.Name
		if g.Kind == AuthorityGround {
			n = g.Reference
		}
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

// parties is the parties of an entry: as the authority or the documents name them,
// else those who are said to have signed, ratified or exchanged.
func (a asker) parties(e register.Entry, life []Happening) []chancery.Key {
	if i, ok := a.auth.Instrument(e.Key); ok && len(i.Parties) > 0 {
		return i.Parties
	}
	keys := slices.Clone(e.Parties)
	for _, c := range a.view.Claims(register.Filter{Entry: e.Key, Type: chancery.InstrumentClaim}) {
		if b, ok := c.Body.(chancery.Instrument); ok {
			keys = append(keys, b.Parties...)
		}
	}
	if len(keys) < 2 {
		for _, h := range life {
			if h.Counts() && slices.Contains([]string{"signed", "ratified", "exchanged", "texts-exchanged", "in-force"}, h.Event) {
				for _, n := range h.Actors {
					keys = append(keys, n.Key)
				}
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// life is what the chosen sources state.
func (a asker) life(k chancery.Key, s Sources) []Happening {
	switch s {
	case Documents:
		return a.stated(k)
	case Authority:
		return a.known(k)
	}
	return finish(slices.Concat(a.stated(k), a.known(k)))
}
