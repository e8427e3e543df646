package answer

import (
	"fmt"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// State is what is stated of an instrument on a day.
type State string

// The states. Only InForce says that it was in force, and only because a source does.
const (
	InForce   State = "in-force"  // stated to be in force, and no end stated by then
	Signed    State = "signed"    // made, and no source says when or whether it came into force
	Suspended State = "suspended" // stated to have been in force and suspended
	Ended     State = "ended"     // stated to have ended by then
	NotYet    State = "not-yet"   // stated to be made, or to come into force, only later
	Never     State = "never"     // only a draft, or its coming into being is denied
	NotKnown  State = "not-known" // the sources do not say, or say it too vaguely or contradict one another
)

// Words is the state as a heading for people.
func (s State) Words() string {
	switch s {
	case InForce:
		return "stated to be in force"
	case Signed:
		return "signed, force not known"
	case Suspended:
		return "suspended"
	case Ended:
		return "ended"
	case NotYet:
		return "not yet"
	case Never:
		return "never, as stated"
	case NotKnown:
		return "not known"
	}
	return ""
}

// Verdict is the state on a day with what it was read from.
type Verdict struct {
	State   State       `json:"state"`
	Says    string      `json:"says"`             // the reason in a sentence
	Because []Happening `json:"because"`          // the happenings that decide, with their grounds
	Absent  []string    `json:"absent,omitempty"` // what no source states
}

// ender is another instrument that is said to have ended this one, by a relation.
type ender struct {
	rel    string
	other  Named
	signed edtf.Date // of the other instrument, zero when not stated
	by     []Ground
}

// judge is what is read from one set of sources about one instrument on a day.
type judge struct {
	life   []Happening
	day    edtf.Date
	draft  bool
	named  string // EDTF, the date that is part of its name
	enders []ender
	whose  string // "source in this register" or "authority statement", for absence
}

// tally is how the happenings of one event stand to the day: certainly by then,
// certainly later, or not to be told.
type tally struct{ by, later, open []Happening }

// truth is Yes or No where the dated statements agree, else Unknown.
func (t tally) truth() edtf.Truth {
	switch {
	case len(t.by) > 0 && len(t.later) == 0:
		return edtf.Yes
	case len(t.later) > 0 && len(t.by) == 0:
		return edtf.No
	}
	return edtf.Unknown
}

func (t tally) none() bool { return len(t.by)+len(t.later)+len(t.open) == 0 }

func (t tally) all() []Happening { return slices.Concat(t.by, t.later, t.open) }

// contested reports whether some sources have it before the day and some after.
func (t tally) contested() bool { return len(t.by) > 0 && len(t.later) > 0 }

// happened counts the affirmed happenings of an event.
func (j judge) happened(events ...string) tally {
	var t tally
	for _, h := range j.life {
		if !h.Counts() || !slices.Contains(events, h.Event) {
			continue
		}
		w := h.when()
		if h.Event == "in-force" && w.IsInterval() {
			w = w.Start()
		}
		switch edtf.After(w, j.day) {
		case edtf.Yes:
			t.later = append(t.later, h)
		case edtf.No:
			t.by = append(t.by, h)
		default:
			t.open = append(t.open, h)
		}
	}
	return t
}

// denied is the happenings of an event that are denied for good, or of the day asked.
func (j judge) denied(event string) []Happening {
	var out []Happening
	for _, h := range j.life {
		if h.Event == event && h.Certainty == chancery.Negated && (h.when().IsZero() || edtf.Overlaps(h.when(), j.day) != edtf.No) {
			out = append(out, h)
		}
	}
	return out
}

// origins are the events by which an instrument comes into being, the latest first.
func origins() []string {
	return []string{"registered", "published", "promulgated", "exchanged", "acceded", "ratified", "approved", "texts-exchanged",
		"signed", "issued", "initialled"}
}

func endings() []string {
	return []string{"terminated", "annulled", "expired", "lapsed", "superseded"}
}

// verdict reads the state on the day.
func (j judge) verdict() Verdict {
	force := j.happened("in-force")
	for _, read := range []func(tally) (Verdict, bool){j.notYet, j.never, j.ended, j.inForce} {
		if v, ok := read(force); ok {
			return v
		}
	}
	return j.made()
}

// notYet: whatever dated act brought it into being lies after the day.
func (j judge) notYet(force tally) (Verdict, bool) {
	all := j.happened(origins()...)
	dated := func(h Happening) bool { return h.Date != "" }
	if len(all.later) == 0 || len(all.by)+len(force.by) > 0 || slices.ContainsFunc(slices.Concat(all.open, force.open), dated) {
		return Verdict{}, false
	}
	// Of several acts that all lie ahead, the first is told.
	return Verdict{State: NotYet, Says: "it is stated to have been " + all.later[0].Says + ", after that day", Because: all.later}, true
}

// never: only a draft, refused, or its coming into being denied.
func (j judge) never(force tally) (Verdict, bool) {
	if j.draft && force.none() && j.happened("signed", "ratified", "exchanged").none() {
		return Verdict{State: Never, Says: "it is spoken of only as a draft", Because: j.happened("proposed", "drafted").all()}, true
	}
	for _, event := range []string{"in-force", "ratified", "exchanged", "signed"} {
		no := j.denied(event)
		if len(no) == 0 {
			continue
		}
		yes := j.happened(event).all()
		if event != "in-force" {
			yes = append(yes, force.all()...)
		}
		if len(yes) > 0 {
			if event == "in-force" || len(j.happened(event).all()) > 0 {
				return Verdict{State: NotKnown, Says: "sources contradict one another on whether it was " + doneWord(event),
					Because: slices.Concat(no, yes)}, true
			}
			continue
		}
		v := Verdict{State: Never, Says: "it is stated not to have been " + doneWord(event), Because: no}
		if event != "in-force" {
			v.Absent = []string{"no " + j.whose + " says that it came into force"}
		}
		return v, true
	}
	refused := j.happened("rejected", "disavowed")
	absent := []string{"no " + j.whose + " says that it came into force"}
	switch {
	case !force.none() || !j.happened("ratified", "exchanged").none():
	case len(refused.by) > 0:
		return Verdict{State: Never, Says: "it is stated to have been " + refused.by[0].Says, Because: refused.by, Absent: absent}, true
	case len(refused.open) > 0:
		return Verdict{State: NotKnown, Says: "it is stated to have been " + refused.open[0].Says + ", and whether by that day is not said",
			Because: slices.Concat(refused.open, j.happened("signed").by), Absent: absent}, true
	}
	return Verdict{}, false
}

// ended: an end is stated by the day.
func (j judge) ended(force tally) (Verdict, bool) {
	var over []Happening
	for _, event := range endings() {
		t := j.happened(event)
		switch {
		case t.contested():
			return Verdict{State: NotKnown, Says: "sources differ on whether it was " + doneWord(event) + " before or after that day",
				Because: t.all()}, true
		case t.truth() == edtf.Yes:
			over = append(over, t.by...)
		}
	}
	for _, h := range j.happened("denounced", "notice-given").by {
		if h.Effective != "" {
			over = append(over, h)
		}
	}
	for _, h := range force.by {
		if w := h.when(); w.IsInterval() && !w.OpenEnd() && edtf.After(j.day, w.End()) == edtf.Yes {
			over = append(over, h)
		}
	}
	if len(over) == 0 {
		return Verdict{}, false
	}
	for _, again := range j.happened("renewed", "extended", "confirmed", "in-force").by {
		for _, end := range over {
			if end.Says != again.Says && edtf.After(again.when(), end.when()) == edtf.Yes {
				return Verdict{State: NotKnown, Says: fmt.Sprintf("it is stated to have been %s, and later %s", end.Says, again.Says),
					Because: append(over, again)}, true
			}
		}
	}
	return Verdict{State: Ended, Says: "it is stated to have been " + over[0].Says, Because: over}, true
}

// inForce: a source says when it came into force, or that it did.
func (j judge) inForce(force tally) (Verdict, bool) {
	switch {
	case force.none():
		return Verdict{}, false
	case force.contested():
		return Verdict{State: NotKnown, Says: "sources differ on whether it came into force before or after that day", Because: force.all()}, true
	case force.truth() == edtf.No:
		return Verdict{State: NotYet, Says: "it is stated to be " + force.later[0].Says + ", after that day", Because: force.later}, true
	case force.truth() == edtf.Unknown:
		says := "it is stated to have been in force, and no " + j.whose + " says from when"
		if dated := slices.IndexFunc(force.open, func(h Happening) bool { return h.Date != "" }); dated >= 0 {
			says = "it is stated to be " + force.open[dated].Says + ", which may be before or after that day"
		}
		return Verdict{State: NotKnown, Says: says, Because: force.open}, true
	}
	if v, ok := j.doubtful(force); ok {
		return v, true
	}
	v := Verdict{State: InForce, Says: "it is stated to be " + force.by[0].Says, Because: force.by}
	later := j.happened(endings()...).later
	later = append(later, j.happened("denounced", "notice-given").later...)
	if len(later) > 0 {
		v.Says += "; it is stated to have been " + later[0].Says + ", after that day"
		v.Because = append(slices.Clip(v.Because), later...)
	} else {
		v.Absent = []string{"no " + j.whose + " states an end"}
	}
	return v, true
}

// doubtful: it came into force by the day, and something stated leaves open whether
// it still was.
func (j judge) doubtful(force tally) (Verdict, bool) {
	open := func(says string, hs []Happening) (Verdict, bool) {
		return Verdict{State: NotKnown, Says: says, Because: slices.Concat(force.by, hs)}, true
	}
	if s := j.happened("suspended"); len(s.by) > 0 {
		last := s.by[len(s.by)-1]
		again := j.happened("renewed", "confirmed", "in-force", "extended")
		if !slices.ContainsFunc(again.by, func(h Happening) bool { return edtf.After(h.when(), last.when()) == edtf.Yes }) {
			return Verdict{State: Suspended, Says: "it is stated to have been " + last.Says, Because: slices.Concat(force.by, s.by),
				Absent: []string{"no " + j.whose + " says that it was taken up again"}}, true
		}
	}
	if ends := j.happened(endings()...).open; len(ends) > 0 {
		return open("it is stated to have been "+ends[0].Says+", and whether by that day is not said", ends)
	}
	if d := j.happened("denounced", "notice-given"); len(d.by)+len(d.open) > 0 {
		hs := slices.Concat(d.by, d.open)
		return open("it is stated to have been "+hs[0].Says+", and no "+j.whose+" says when that took effect", hs)
	}
	for _, e := range j.enders {
		if edtf.After(e.signed, j.day) != edtf.Yes {
			v, ok := open(fmt.Sprintf("the %s is stated to %s it, and from when is not said", e.other, verb(e.rel)), nil)
			v.Because = append(v.Because, Happening{Event: e.rel, Certainty: chancery.Asserted,
				Says: fmt.Sprintf("%s by the %s", doneWord(past(e.rel)), e.other), By: e.by})
			return v, ok
		}
	}
	return Verdict{}, false
}

func verb(rel string) string { return strings.TrimSuffix(rel, "s") }

func past(rel string) string {
	switch rel {
	case "annuls":
		return "annulled"
	case "terminates":
		return "terminated"
	}
	return "superseded"
}

// made: nothing is said of its being in force.
func (j judge) made() Verdict {
	absent := []string{"no " + j.whose + " says when it came into force"}
	all := j.happened(origins()...)
	for _, event := range append([]string{"provisionally-applied"}, origins()...) {
		t := j.happened(event)
		if t.truth() != edtf.Yes {
			continue
		}
		v := Verdict{State: Signed, Says: "it is stated to have been " + t.by[0].Says, Because: t.by, Absent: absent}
		if event != "signed" {
			if s := j.happened("signed"); s.truth() == edtf.Yes {
				v.Because = append(slices.Clip(v.Because), s.by...)
			}
		}
		ends := j.happened(append(endings(), "denounced", "notice-given")...)
		if hs := slices.Concat(ends.by, ends.open); len(hs) > 0 {
			v.Because = append(slices.Clip(v.Because), hs...)
			v.Says += "; and to have been " + hs[0].Says
		}
		return v
	}
	name, _ := edtf.Parse(j.named)
	switch {
	case len(all.by)+len(all.open) > 0 && len(all.later) > 0:
		return Verdict{State: NotKnown, Says: "sources differ on whether it was made before or after that day", Because: all.all()}
	case edtf.After(name, j.day) == edtf.Yes:
		return Verdict{State: NotYet, Says: "its name gives the date " + day(j.named) + ", after that day", Because: all.open}
	case len(all.open) > 0:
		says := "it is stated to have been " + all.open[0].Says + ", and no " + j.whose + " gives a day"
		if all.open[0].Date != "" {
			says = "it is stated to have been " + all.open[0].Says + ", which may be before or after that day"
		}
		return Verdict{State: NotKnown, Says: says, Because: all.open, Absent: absent}
	}
	return Verdict{State: NotKnown, Says: "no " + j.whose + " states when it was signed or came into force", Because: []Happening{}}
}
