package claim

import (
	"fmt"
	"sort"
	"strings"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// Link ties one field of a claim to an entry of the authority, or to a provisional
// entry, with the reasons and the candidates that were not taken.
type Link struct {
	Claim      chancery.ClaimID
	Field      string // instrument, from, to, of, person, place; "person 0" is an event's first person
	Entry      chancery.Key
	Candidates []Candidate
	Reasons    []string
	Weak       bool // the reasons leave room for doubt: a person should look
}

// Candidate is an entry that might be meant, and why it was weighed.
type Candidate struct {
	Key chancery.Key
	Why string
}

// Resolver decides which entries of an authority are meant. It is made once, never
// changes, and may be used by many goroutines.
type Resolver struct {
	auth        *authority.File
	langs       *lang.Set
	instruments nameIndex
	persons     map[chancery.Key][]authority.NameForm
	alike       map[string][]chancery.Key               // persons by what spellings of their last names share
	ofYear      map[int][]authority.Instrument          // by the years of their signing
	placesAlike map[string][]chancery.Key               // places by what spellings of their names share
	slipForms   []authority.NameForm                    // what machine translations put for names
	signedBy    map[chancery.Key][]authority.Instrument // by signatory
}

// NewResolver makes the names of an authority, which may be nil, ready for deciding.
func NewResolver(auth *authority.File, langs *lang.Set) *Resolver {
	r := &Resolver{auth: auth, langs: langs}
	if auth != nil {
		r.instruments = instrumentNames(auth, langs)
		r.persons, r.alike = personNames(auth, langs)
		r.placesAlike = placeNamesAlike(auth)
		r.ofYear = map[int][]authority.Instrument{}
		r.signedBy = map[chancery.Key][]authority.Instrument{}
		for _, i := range auth.Instruments() {
			for _, y := range i.Years() {
				r.ofYear[y] = append(r.ofYear[y], i)
			}
			for _, g := range i.Signatories {
				r.signedBy[g.Person] = append(r.signedBy[g.Person], i)
			}
		}
		for _, f := range auth.NameForms() {
			if f.Slip != "" {
				r.slipForms = append(r.slipForms, f)
			}
		}
	}
	return r
}

// Resolve decides for every mention of a claim which entry it means. What the
// authority does not have becomes a provisional entry with an opaque id made of the
// document and its first span. What cannot be decided is a provisional entry too,
// and its candidates say between what.
//
// Persons whose names leave no doubt come first, then instruments, which they tell
// apart, then the other persons, who are known by the company that they keep, and
// places.
func (r *Resolver) Resolve(x Extraction, doc chancery.DocumentID) ([]Link, []Entry) {
	s := resolver{Resolver: r, Extraction: x, doc: doc, of: map[chancery.Span]int{}, about: map[string]bool{},
		decisions: make([]decision, len(x.Clusters)), acts: map[chancery.Key]bool{},
		told: map[typedKey]bool{}}
	s.called = callings(x.Clusters)
	for _, p := range x.Polities {
		s.about[s.family(p)] = true
	}
	for i, c := range x.Clusters {
		for _, sp := range c.Spans {
			s.of[typed(c.Type, sp)] = i
		}
	}
	if r.auth != nil {
		s.each(chancery.PersonClaim, s.person)
		s.each(chancery.InstrumentClaim, s.instrument)
		s.each(chancery.PersonClaim, s.person)
		s.each(chancery.PlaceClaim, s.place)
		s.slips()
	}
	for i := range x.Clusters {
		s.describe(i)
	}
	for i := range x.Claims {
		s.link(&x.Claims[i])
	}
	return s.links, s.entries
}

// each decides the clusters of a type that are not decided yet.
func (s *resolver) each(t chancery.ClaimType, decide func(*Cluster) decision) {
	for i := range s.Clusters {
		if c := &s.Clusters[i]; c.Type == t && s.decisions[i].key == "" {
			s.decisions[i] = decide(c)
			if t == chancery.InstrumentClaim && s.decisions[i].key != "" {
				s.acts[s.decisions[i].key] = true
			}
		}
	}
}

// Entry is what an entry is, for the register's description of it.
type Entry struct {
	Key     chancery.Key
	Type    chancery.ClaimType
	Label   string
	Name    string // of a place, in the language of the document, as the authority has it
	Kind    chancery.InstrumentKind
	Plane   chancery.Plane
	Parties []chancery.Key
	Aliases []string
}

type resolver struct {
	*Resolver
	Extraction
	doc       chancery.DocumentID
	of        map[chancery.Span]int
	about     map[string]bool       // families of polities that the document names
	acts      map[chancery.Key]bool // instruments of the authority that it speaks of
	decisions []decision
	links     []Link
	entries   []Entry
	told      map[typedKey]bool   // entries that are described
	called    map[string][]called // persons and places by their names
}

// typedKey is an entry's key with what it is.
type typedKey struct {
	of  chancery.ClaimType
	key chancery.Key
}

type decision struct {
	key        chancery.Key
	candidates []Candidate
	reasons    []string
	weak       bool
	tied       []chancery.Key          // candidates for which as much speaks
	why        map[chancery.Key]string // of those
}

// weighed is a candidate with the number of circumstances that speak for it.
type weighed struct {
	Candidate
	score int
	doubt bool // it is told, but not taken
	weak  bool // it may be taken, and a person should look

	otherDay bool // it was signed on another day than the document says
}

// mostCandidates is how many candidates are told, the likeliest first.
const mostCandidates = 6

// choose takes the candidate for which more speaks than for any other, if that is enough.
func choose(all []weighed, enough int) decision {
	sort.Slice(all, func(i, j int) bool {
		if all[i].score != all[j].score {
			return all[i].score > all[j].score
		}
		return all[i].Key < all[j].Key
	})
	var d decision
	var fit []weighed
	for n, w := range all {
		if n < mostCandidates {
			d.candidates = append(d.candidates, w.Candidate)
		}
		if !w.doubt {
			fit = append(fit, w)
		}
	}
	switch {
	case len(fit) == 0:
	case len(fit) > 1 && fit[0].score == fit[1].score:
		d.reasons = append(d.reasons, fmt.Sprintf("undecided between %s and %s", fit[0].Key, fit[1].Key))
		d.why = map[chancery.Key]string{}
		for _, w := range fit {
			if w.score == fit[0].score {
				d.tied = append(d.tied, w.Key)
				d.why[w.Key] = w.Why
			}
		}
	case fit[0].score < enough:
		d.reasons = append(d.reasons, fmt.Sprintf("too little speaks for %s: %s", fit[0].Key, fit[0].Why))
	default:
		d.key, d.reasons, d.weak = fit[0].Key, []string{fit[0].Why}, fit[0].weak
	}
	return d
}

// typed keeps spans of instruments, persons and places apart in one map.
func typed(t chancery.ClaimType, s chancery.Span) chancery.Span {
	switch t {
	case chancery.PersonClaim:
		return chancery.Span{Start: -s.Start - 1, End: s.End}
	case chancery.PlaceClaim:
		return chancery.Span{Start: s.Start, End: -s.End}
	}
	return s
}

// describe makes the entry of a cluster: what the authority says, or a provisional one.
func (s *resolver) describe(i int) {
	c, d := &s.Clusters[i], &s.decisions[i]
	d.reasons = append(d.reasons, c.Reasons...)
	d.weak = d.weak || len(c.Reasons) > 0
	if d.key == "" {
		d.key = chancery.ProvisionalKey(s.doc, c.Spans[0].Start)
		d.reasons = append(d.reasons, "not in the authority")
		s.entries = append(s.entries, Entry{Key: d.key, Type: c.Type, Label: c.Text, Kind: c.Kind,
			Plane: chancery.InstrumentKinds[chancery.InstrumentKind(strings.TrimPrefix(string(c.Kind), "draft-"))], Parties: s.partiesOf(c)})
		return
	}
	if s.described(d.key, c.Type) {
		return
	}
	s.told[typedKey{c.Type, d.key}] = true
	e := Entry{Key: d.key, Type: c.Type}
	switch c.Type {
	case chancery.InstrumentClaim:
		in, _ := s.auth.Instrument(d.key)
		e.Label, e.Kind, e.Plane, e.Parties = in.Label, in.Kind, in.Plane, in.Parties
	case chancery.PersonClaim:
		p, _ := s.auth.Person(d.key)
		e.Label, e.Name = p.Label, s.inLanguage(p.Names, c)
	case chancery.PlaceClaim:
		p, _ := s.auth.Place(d.key)
		e.Label, e.Name = p.Label, s.inLanguage(p.Names, c)
	}
	s.entries = append(s.entries, e)
}

// described reports whether an entry is described already.
func (s *resolver) described(k chancery.Key, t chancery.ClaimType) bool {
	_, ok := s.told[typedKey{t, k}]
	return ok
}

// inLanguage is the name of the authority whose last word has the stem of the last
// word of a name in the document; "" when there is none.
func (s *resolver) inLanguage(names []authority.Name, c *Cluster) string {
	for _, n := range names {
		if n.Slip != "" {
			continue
		}
		pack := s.langs.Pack(n.Lang)
		words := strings.Fields(n.Text)
		if pack == nil || len(words) == 0 {
			continue
		}
		last := token.Stem(token.Normalise(words[len(words)-1], pack), pack)
		for _, m := range c.Names {
			if len(m.Stems) > 0 && within([]string{last}, m.Stems[len(m.Stems)-1:]) && (c.Type == chancery.PersonClaim || len(words) == len(m.Stems)) {
				return n.Text
			}
		}
	}
	return ""
}

// link ties the fields of a claim.
func (s *resolver) link(c *chancery.Claim) {
	tie := func(field string, t chancery.ClaimType, q *chancery.Quote) {
		if q == nil {
			return
		}
		i, ok := s.of[typed(t, q.Span)]
		if !ok {
			return
		}
		d := s.decisions[i]
		s.links = append(s.links, Link{c.ID, field, d.key, d.candidates, d.reasons, d.weak})
	}
	switch b := c.Body.(type) {
	case chancery.Instrument:
		tie("instrument", chancery.InstrumentClaim, &c.Quote)
	case chancery.Event:
		tie("instrument", chancery.InstrumentClaim, b.InstrumentAs)
		s.tieNamed(c, "place", chancery.PlaceClaim, b.Place)
		for n, p := range b.Persons {
			s.tieNamed(c, fmt.Sprintf("person %d", n), chancery.PersonClaim, p.Name)
		}
	case chancery.Provision:
		tie("instrument", chancery.InstrumentClaim, b.InstrumentAs)
	case chancery.Tariff:
		tie("instrument", chancery.InstrumentClaim, b.InstrumentAs)
	case chancery.Text:
		tie("instrument", chancery.InstrumentClaim, b.InstrumentAs)
	case chancery.Relation:
		tie("from", chancery.InstrumentClaim, b.FromAs)
		tie("to", chancery.InstrumentClaim, b.ToAs)
	case chancery.Characterisation:
		tie("of", chancery.InstrumentClaim, b.OfAs)
	case chancery.Person:
		tie("person", chancery.PersonClaim, &c.Quote)
	case chancery.Place:
		tie("place", chancery.PlaceClaim, &c.Quote)
	}
	s.polities(c)
}
