package answer

import (
	"slices"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/register"
)

// EntryPage is what is stated of a person or a place.
type EntryPage struct {
	Named
	Form       int                `json:"form"`
	Known      int64              `json:"known"`
	Type       chancery.ClaimType `json:"type"`
	Names      []string           `json:"names"` // as documents write it
	OtherNames []string           `json:"also_known"`
	Roles      []string           `json:"roles,omitempty"` // of a person, as documents state them
	Events     []Happening        `json:"events"`          // that name the person or place
	Mentions   []Ground           `json:"mentions"`
	Sources    []Source           `json:"sources"`
}

// Entry is the page of a person or place of the register. A key that it does not
// have is a NotFound error.
func Entry(v *register.View, auth *authority.File, key chancery.Key) (EntryPage, error) {
	a := newAsker(v, auth)
	e, ok := v.Entry(key)
	if !ok || e.Type == chancery.InstrumentClaim {
		return EntryPage{}, chancery.Errorf(chancery.NotFound, "show "+string(key), "see chancery list persons and chancery list places",
			"no person or place has this key")
	}
	p := EntryPage{Named: a.entry(e.Key), Form: Form, Known: v.Known(), Type: e.Type, Names: orEmpty(slices.Clone(e.Mentions)),
		OtherNames: []string{}, Events: []Happening{}, Mentions: []Ground{}, Sources: orEmpty(a.sources(e.Key))}
	if p.Reference == "" {
		p.Label = labelOf(e)
	}
	for _, n := range a.authorityNames(e.Key) {
		if !slices.Contains(p.OtherNames, n.Text) {
			p.OtherNames = append(p.OtherNames, n.Text)
		}
	}
	for _, c := range v.Claims(register.Filter{Entry: e.Key}) {
		p.Mentions = append(p.Mentions, a.ground(c))
		if b, ok := c.Body.(chancery.Person); ok {
			p.Roles = append(p.Roles, b.Roles...)
		}
	}
	slices.Sort(p.Roles)
	p.Roles = slices.Compact(p.Roles)
	p.Events = orEmpty(a.eventsAt(e))
	return p, nil
}

func (a asker) authorityNames(k chancery.Key) []authority.Name {
	if p, ok := a.auth.Person(k); ok {
		return p.Names
	}
	p, _ := a.auth.Place(k)
	return p.Names
}

// eventsAt is the events that name one of the entry's forms as their place or person.
func (a asker) eventsAt(e register.Entry) []Happening {
	names := append(slices.Clone(e.Mentions), e.Label)
	var out []Happening
	for _, c := range a.view.Claims(register.Filter{Type: chancery.EventClaim}) {
		b, ok := c.Body.(chancery.Event)
		if !ok || !namesEntry(b, e, names) {
			continue
		}
		h := Happening{Event: b.Event, Of: b.Of, Date: b.Date, Effective: b.Effective, Calendar: b.Calendar, Written: b.Written,
			Place: b.Place, Actors: a.polities(b.Actors), Certainty: c.Certainty(), By: []Ground{a.ground(c)}}
		if b.Instrument != "" {
			n := a.instrument(b.Instrument)
			h.Instrument = &n
		}
		out = append(out, h)
	}
	return finish(out)
}

func namesEntry(b chancery.Event, e register.Entry, names []string) bool {
	if e.Type == chancery.PlaceClaim {
		return b.Place != "" && (b.PlaceKey == e.Key || b.PlaceKey == "" && slices.Contains(names, b.Place))
	}
	return slices.ContainsFunc(b.Persons, func(p chancery.EventPerson) bool {
		return p.Key == e.Key || p.Key == "" && slices.Contains(names, p.Name)
	})
}
