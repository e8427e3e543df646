package claim

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// Link ties one field of a claim to an entry of the authority, or to a provisional
// entry, with the reasons and the candidates that were not taken.
type Link struct {
	Claim      chancery.ClaimID
	Field      string // instrument, from, to, of, person, place
	Entry      chancery.Key
	Candidates []Candidate
	Reasons    []string
}

// Candidate is an entry that might be meant, and why it was weighed.
type Candidate struct {
	Key chancery.Key
	Why string
}

// Resolver decides which entries of an authority are meant. It is made once, never
// changes, and may be used by many goroutines.
type Resolver struct {
	auth  *authority.File
	langs *lang.Set
	names []authorityName
}

// NewResolver makes the names of an authority, which may be nil, ready for deciding.
func NewResolver(auth *authority.File, langs *lang.Set) *Resolver {
	r := &Resolver{auth: auth, langs: langs}
	if auth != nil {
		r.names = instrumentNames(auth, langs)
	}
	return r
}

// Resolve decides for every mention of a claim which entry it means. What the
// authority does not have becomes a provisional entry with an opaque id made of the
// document and its first span. What cannot be decided is a provisional entry too,
// and its candidates say between what.
func (r *Resolver) Resolve(x Extraction, doc chancery.DocumentID) ([]Link, []Entry) {
	s := resolver{noCase: x.NoCase, doc: doc, auth: r.auth, of: map[chancery.Span]int{}, langs: r.langs, names: r.names,
		polities: map[string]bool{}}
	for _, p := range x.Polities {
		s.polities[s.family(p)] = true
	}
	for i := range x.Clusters {
		s.decide(&x.Clusters[i])
		for _, sp := range x.Clusters[i].Spans {
			s.of[typed(x.Clusters[i].Type, sp)] = i
		}
	}
	for i := range x.Claims {
		s.link(&x.Claims[i])
	}
	return s.links, s.entries
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
	noCase    bool // the text has lost its capital letters
	doc       chancery.DocumentID
	auth      *authority.File
	langs     *lang.Set
	of        map[chancery.Span]int
	decisions []decision
	links     []Link
	entries   []Entry
	names     []authorityName
	polities  map[string]bool // families that the document names
}

type decision struct {
	key        chancery.Key
	candidates []Candidate
	reasons    []string
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

func (s *resolver) decide(c *Cluster) {
	var d decision
	if s.auth != nil {
		if c.Type == chancery.InstrumentClaim {
			d = s.instrument(c)
		} else {
			d = s.byName(c)
		}
	}
	if d.key == "" {
		d.key = chancery.Key(fmt.Sprintf("x-%s-%d", strings.TrimPrefix(string(s.doc), "d")[:8], c.Spans[0].Start))
		d.reasons = append(d.reasons, "not in the authority")
		s.entries = append(s.entries, Entry{Key: d.key, Type: c.Type, Label: c.Text, Kind: c.Kind,
			Plane: chancery.InstrumentKinds[chancery.InstrumentKind(strings.TrimPrefix(string(c.Kind), "draft-"))], Parties: c.Parties})
	}
	s.decisions = append(s.decisions, d)
}

// byName takes a person or place whose name stands in the authority once.
func (s *resolver) byName(c *Cluster) decision {
	var d decision
	for _, k := range c.Keys {
		d.candidates = append(d.candidates, Candidate{k, "has this name"})
	}
	if len(c.Keys) != 1 {
		if len(c.Keys) > 1 {
			d.reasons = append(d.reasons, fmt.Sprintf("%d entries have this name", len(c.Keys)))
		}
		return d
	}
	d.key, d.reasons = c.Keys[0], []string{"the only entry with this name"}
	if s.described(d.key, c.Type) {
		return d
	}
	if p, ok := s.auth.Person(d.key); ok && c.Type == chancery.PersonClaim {
		s.entries = append(s.entries, Entry{Key: p.Key, Type: c.Type, Label: p.Label, Name: s.inLanguage(p.Names, c)})
	} else if p, ok := s.auth.Place(d.key); ok {
		s.entries = append(s.entries, Entry{Key: p.Key, Type: c.Type, Label: p.Label, Name: s.inLanguage(p.Names, c)})
	}
	return d
}

// described reports whether an entry is described already.
func (s *resolver) described(k chancery.Key, t chancery.ClaimType) bool {
	for _, e := range s.entries {
		if e.Key == k && e.Type == t {
			return true
		}
	}
	return false
}

// inLanguage is the name of the authority whose last word has the stem of the last
// word of a name in the document; "" when there is none.
func (s *resolver) inLanguage(names []authority.Name, c *Cluster) string {
	for _, n := range names {
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

// distinct reports whether a name has a proper name in it, so that a part of it can
// stand for the whole: "Portsmouth treaty", but not "treaty of alliance". A text
// without capitals cannot show it.
func (s *resolver) distinct(m Name) bool {
	if s.noCase {
		return true
	}
	first := true
	for _, w := range strings.Fields(m.Text) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && (!first || len(m.Stems) > 0 && strings.HasPrefix(strings.ToLower(w), m.Stems[0])) {
			return true
		}
		first = false
	}
	return false
}

// authorityName is a name of an instrument of the authority as stems.
type authorityName struct {
	key   chancery.Key
	text  string
	stems []string
}

// weighed is a candidate with the number of circumstances that speak for it.
type weighed struct {
	Candidate
	score int
	doubt bool // nothing but the name speaks for it, and the document is about others
}

// instrument takes the entry that name, kind, year and parties agree on better than
// on any other.
func (s *resolver) instrument(c *Cluster) decision {
	scores := map[chancery.Key]weighed{}
	for _, n := range s.names {
		in, ok := s.auth.Instrument(n.key)
		if !ok || !kindsAgree(c.Kind, in.Kind) && c.Kind != in.Kind {
			continue
		}
		for _, m := range c.Names {
			w, ok := s.weigh(c, m, n, in)
			if ok && w.score > scores[n.key].score {
				scores[n.key] = w
			}
		}
	}
	var all []weighed
	for _, w := range scores {
		all = append(all, w)
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].score != all[j].score {
			return all[i].score > all[j].score
		}
		return all[i].Key < all[j].Key
	})
	var d decision
	for _, w := range all {
		d.candidates = append(d.candidates, w.Candidate)
	}
	all = slices.DeleteFunc(all, func(w weighed) bool { return w.doubt })
	switch {
	case len(all) == 1 || len(all) > 1 && all[0].score > all[1].score:
		d.key, d.reasons = all[0].Key, []string{all[0].Why}
		in, _ := s.auth.Instrument(d.key)
		s.entries = append(s.entries, Entry{Key: in.Key, Type: chancery.InstrumentClaim, Label: in.Label, Kind: in.Kind,
			Plane: in.Plane, Parties: in.Parties})
	case len(all) > 1:
		d.reasons = append(d.reasons, fmt.Sprintf("undecided between %s and %s", all[0].Key, all[1].Key))
	}
	return d
}

func (s *resolver) weigh(c *Cluster, m Name, n authorityName, in authority.Instrument) (weighed, bool) {
	if len(m.Stems) == 0 {
		return weighed{}, false
	}
	score, why := 0, ""
	switch {
	case within(m.Stems, n.stems) && within(n.stems, m.Stems):
		score, why = 6, fmt.Sprintf("named %q", n.text)
	case within(n.stems, m.Stems):
		score, why = 5, fmt.Sprintf("has the name %q in it", n.text)
	case within(m.Stems, n.stems) && s.distinct(m):
		score, why = 3, fmt.Sprintf("part of the name %q", n.text)
	default:
		return weighed{}, false
	}
	if years := in.Years(); len(c.Years) > 0 && len(years) > 0 {
		agree := false
		for _, y := range c.Years {
			for _, o := range years {
				agree = agree || y == o
			}
		}
		if !agree {
			return weighed{}, false
		}
		score += 4
		why += fmt.Sprintf(", of %d", years[0])
	}
	for _, p := range c.Parties {
		party := false
		for _, o := range in.Parties {
			party = party || o == p || s.auth.Family(o) != "" && s.auth.Family(o) == s.auth.Family(p)
		}
		if !party {
			return weighed{}, false
		}
		score++
	}
	if c.Kind == in.Kind {
		score++
	}
	w := weighed{Candidate: Candidate{n.key, why}, score: score}
	if absent := s.unnamedParty(in); len(c.Years) == 0 && len(c.Parties) == 0 && absent != "" {
		w.doubt = true
		w.Why += fmt.Sprintf(", but %s is named nowhere in the document", absent)
	}
	return w, true
}

// unnamedParty is a party of an instrument between two that a document does not name
// although it names two polities or more; "" for none.
func (s *resolver) unnamedParty(in authority.Instrument) chancery.Key {
	if len(in.Parties) != 2 || len(s.polities) < 2 {
		return ""
	}
	for _, p := range in.Parties {
		if !s.polities[s.family(p)] {
			return p
		}
	}
	return ""
}

// family is a polity's family, the polity itself where it has none.
func (s *resolver) family(p chancery.Key) string {
	if s.auth != nil {
		if f := s.auth.Family(p); f != "" {
			return f
		}
	}
	return string(p)
}

// instrumentNames is all names of instruments as stems in the languages they are in.
func instrumentNames(auth *authority.File, langs *lang.Set) []authorityName {
	var out []authorityName
	for _, nf := range auth.NameForms() {
		p := langs.Pack(nf.Lang)
		if nf.Class != authority.InstrumentClass || p == nil {
			continue
		}
		n := authorityName{key: nf.Key, text: nf.Text}
		for _, w := range strings.FieldsFunc(nf.Text, func(r rune) bool { return strings.ContainsRune(" ,().«»\"", r) }) {
			norm := token.Normalise(w, p)
			if norm == "" || p.IsFrequent(norm) || norm[0] >= '0' && norm[0] <= '9' || kindWord(p, norm) {
				continue
			}
			n.stems = append(n.stems, token.Stem(norm, p))
		}
		if len(n.stems) > 0 {
			out = append(out, n)
		}
	}
	return out
}

func kindWord(p *lang.Pack, norm string) bool {
	for i := range p.Kinds {
		if els := p.Kinds[i].Pattern.Elements; len(els) == 1 && token.WordFits(&els[0], norm) {
			return true
		}
	}
	return false
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
		s.links = append(s.links, Link{c.ID, field, d.key, d.candidates, d.reasons})
	}
	switch b := c.Body.(type) {
	case chancery.Instrument:
		tie("instrument", chancery.InstrumentClaim, &c.Quote)
	case chancery.Event:
		tie("instrument", chancery.InstrumentClaim, b.InstrumentAs)
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
}
