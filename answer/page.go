package answer

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/register"
	"example.org/chancery/witness"
)

// Page is all that is stated of one instrument.
type Page struct {
	Named
	Form             int                     `json:"form"`
	Known            int64                   `json:"known"`
	Kind             chancery.InstrumentKind `json:"kind,omitempty"`
	Plane            chancery.Plane          `json:"plane,omitempty"`
	Parties          []Named                 `json:"parties"`
	Names            []string                `json:"names"`      // as documents write it
	OtherNames       []string                `json:"also_known"` // by the authority file
	Aliases          []string                `json:"aliases,omitempty"`
	Life             []Happening             `json:"life"`      // as documents state it
	Authority        []Happening             `json:"authority"` // as the authority file states it
	Disagreements    []Disagreement          `json:"disagreements"`
	Provisions       []Provision             `json:"provisions"`
	Relations        []Related               `json:"relations"`
	Persons          []Part                  `json:"persons"`
	Characterisation []Judgement             `json:"characterisations"`
	Mentions         []Ground                `json:"mentions"` // where documents name it
	Sources          []Source                `json:"sources"`
	Families         []witness.Family        `json:"families"` // of sources that are copies or translations of one another
	Absent           []string                `json:"absent,omitempty"`
}

// Related is another instrument that this one is tied to.
type Related struct {
	Rel       string             `json:"rel"`
	Outward   bool               `json:"outward"` // this one does it to the other; else the other to this one
	Other     Named              `json:"other"`
	Scope     []string           `json:"scope,omitempty"`
	Certainty chancery.Certainty `json:"certainty"`
	By        []Ground           `json:"by"`
}

// Counts reports whether the relation is stated to hold.
func (r Related) Counts() bool {
	return r.Certainty == chancery.Asserted || r.Certainty == chancery.Attributed
}

// Part is a person's part in the life of the instrument.
type Part struct {
	Name string   `json:"name"`
	Role string   `json:"role,omitempty"`
	Side *Named   `json:"side,omitempty"`
	By   []Ground `json:"by"`
}

// Judgement is how somebody characterises the instrument.
type Judgement struct {
	As     string   `json:"as"`
	Holder string   `json:"holder,omitempty"`
	By     []Ground `json:"by"`
}

// Source is a document that speaks of an entry.
type Source struct {
	Document chancery.DocumentID `json:"document"`
	Name     string              `json:"name"`
	Standing chancery.Standing   `json:"standing,omitempty"`
	Claims   int                 `json:"claims"`
}

// Instrument is the page of an instrument of the register or of the authority file.
// A key that neither has is a NotFound error.
func Instrument(v *register.View, auth *authority.File, key chancery.Key) (Page, error) {
	a := newAsker(v, auth)
	e, inView := v.Entry(key)
	known, inAuthority := a.auth.Instrument(cmp.Or(e.Key, key))
	if !inAuthority && (!inView || e.Type != chancery.InstrumentClaim) {
		return Page{}, chancery.Errorf(chancery.NotFound, "show "+string(key), "see chancery list instruments for their keys",
			"no instrument has this key")
	}
	e = withKey(e, key)
	p := Page{Named: a.instrument(e.Key), Form: Form, Known: v.Known(), Kind: cmp.Or(known.Kind, e.Kind), Plane: cmp.Or(known.Plane, e.Plane),
		Names: append([]string{}, e.Mentions...), Aliases: e.Aliases, OtherNames: otherNames(known),
		Life: orEmpty(a.stated(e.Key)), Authority: orEmpty(a.known(e.Key)), Provisions: orEmpty(a.provisions(e.Key, "")),
		Relations: orEmpty(a.relations(e.Key, All)), Sources: orEmpty(a.sources(e.Key)), Families: orEmpty(a.kin.Among(a.documentsOf(e.Key))),
		Characterisation: orEmpty(a.judgements(e.Key))}
	all := finish(slices.Concat(p.Life, p.Authority))
	p.Disagreements = orEmpty(disagreements(all))
	p.Parties = orEmpty(a.polities(a.parties(e, all)))
	p.Persons = orEmpty(a.parts(e.Key, known))
	p.Mentions = []Ground{}
	for _, c := range v.Claims(register.Filter{Entry: e.Key, Type: chancery.InstrumentClaim}) {
		p.Mentions = append(p.Mentions, a.ground(c))
	}
	p.Absent = absences(p)
	return p, nil
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func otherNames(i authority.Instrument) []string {
	out := []string{}
	for _, n := range slices.Concat(i.Names, i.Nicknames) {
		if !slices.Contains(out, n.Text) {
			out = append(out, n.Text)
		}
	}
	return out
}

// absences says what no document states of an instrument.
func absences(p Page) []string {
	if len(p.Sources) == 0 {
		return []string{"no document of this register names it: what stands here is the authority file's alone"}
	}
	var out []string
	has := func(events ...string) bool {
		return slices.ContainsFunc(p.Life, func(h Happening) bool { return h.Counts() && slices.Contains(events, h.Event) })
	}
	for _, look := range []struct {
		events []string
		absent string
	}{
		{[]string{"signed", "issued", "texts-exchanged"}, "no source in this register states its signature or issue"},
		{[]string{"in-force"}, "no source in this register says when it came into force"},
		{append(endings(), "denounced", "rejected", "disavowed"), "no source in this register states an end"},
	} {
		if !has(look.events...) {
			out = append(out, look.absent)
		}
	}
	return out
}

// relations is what ties the instrument to others, as the chosen sources state it.
func (a asker) relations(k chancery.Key, s Sources) []Related {
	var out []Related
	add := func(r Related) {
		for i, o := range out {
			if o.Rel == r.Rel && o.Outward == r.Outward && o.Other.Key == r.Other.Key && o.Certainty == r.Certainty && slices.Equal(o.Scope, r.Scope) {
				out[i].By = append(out[i].By, r.By...)
				return
			}
		}
		out = append(out, r)
	}
	if s != Authority {
		for _, c := range a.view.Claims(register.Filter{Entry: k, Type: chancery.RelationClaim}) {
			b, ok := c.Body.(chancery.Relation)
			if !ok || b.From == "" || b.To == "" {
				continue
			}
			r := Related{Rel: b.Rel, Outward: b.From == k, Scope: b.Scope, Certainty: c.Certainty(), By: []Ground{a.ground(c)}}
			r.Other = a.instrument(b.From)
			if r.Outward {
				r.Other = a.instrument(b.To)
			}
			add(r)
		}
	}
	if s != Documents {
		for _, i := range a.auth.Instruments() {
			for _, l := range i.Relations {
				r := Related{Rel: l.Rel, Certainty: chancery.Asserted, By: authorityGrounds(l.Ref, nil)}
				switch k {
				case i.Key:
					r.Outward, r.Other = true, a.instrument(l.To)
				case l.To:
					r.Other = a.instrument(i.Key)
				default:
					continue
				}
				add(r)
			}
		}
	}
	return out
}

// parts is the persons who are named in the instrument's life, and its signatories.
func (a asker) parts(k chancery.Key, known authority.Instrument) []Part {
	var out []Part
	add := func(p Part) {
		for i, o := range out {
			if o.Name == p.Name && o.Role == p.Role {
				out[i].By = append(out[i].By, p.By...)
				return
			}
		}
		out = append(out, p)
	}
	for _, c := range a.view.Claims(register.Filter{Entry: k, Type: chancery.EventClaim}) {
		e, ok := c.Body.(chancery.Event)
		if !ok {
			continue
		}
		for _, p := range e.Persons {
			part := Part{Name: p.Name, Role: cmp.Or(p.Role, e.Event), By: []Ground{a.ground(c)}}
			if p.Side != "" {
				side := a.polity(p.Side)
				part.Side = &side
			}
			add(part)
		}
	}
	for _, s := range known.Signatories {
		side := a.polity(s.Side)
		add(Part{Name: cmp.Or(a.auth.Label(s.Person), string(s.Person)), Role: "signatory", Side: &side, By: authorityGrounds(s.Ref, nil)})
	}
	return out
}

func (a asker) judgements(k chancery.Key) []Judgement {
	var out []Judgement
	for _, c := range a.view.Claims(register.Filter{Entry: k, Type: chancery.CharacterisationClaim}) {
		if b, ok := c.Body.(chancery.Characterisation); ok {
			out = append(out, Judgement{As: b.As, Holder: b.Holder, By: []Ground{a.ground(c)}})
		}
	}
	return out
}

// sources is the documents that speak of the entry, by name.
func (a asker) sources(k chancery.Key) []Source {
	var out []Source
	n := map[string]int{}
	for _, c := range a.view.Claims(register.Filter{Entry: k}) {
		n[c.Doc]++
	}
	for _, id := range a.documentsOf(k) {
		if d, ok := a.view.Document(id); ok {
			out = append(out, Source{id, d.Name, d.Standing, n[string(id)]})
		}
	}
	slices.SortStableFunc(out, func(x, y Source) int { return cmp.Compare(x.Name, y.Name) })
	return out
}

// Words is the relation in words: "annuls the Treaty of X", "annulled by the ...".
func (r Related) Words() string {
	if r.Outward {
		return fmt.Sprintf("%s: %s", r.Rel, r.Other)
	}
	return fmt.Sprintf("%s %s this one", r.Other, r.Rel)
}
