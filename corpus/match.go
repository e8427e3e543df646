package corpus

import (
	"cmp"
	"slices"

	"example.org/chancery"
)

// goldFact is a gold fact with its places in the text of record.
type goldFact struct {
	chancery.Claim
	note  note
	at    []chancery.Span
	forms [][]string // of an instrument: surface forms, as words
	match *foundFact
}

// foundFact is a found claim with the places that it gives.
type foundFact struct {
	chancery.Claim
	at     []chancery.Span
	forms  [][]string
	match  *goldFact
	number int // the order in which it was found
}

// leftOut reports whether a gold fact has no part in the figures: it is optional, an
// event "other", an event with neither date nor instrument, or an instrument that
// its document names by bare kind words alone, which match nothing. Nothing is
// missed when it is not found, and what matches it is no error.
func (g *goldFact) leftOut() bool {
	switch b := g.Body.(type) {
	case chancery.Event:
		return g.note.optional || b.Event == "other" || b.Date == "" && b.Instrument == ""
	case chancery.Instrument:
		return g.note.optional || len(g.forms) == 0
	}
	return g.note.optional
}

// candidate is a pair of a gold fact and a found claim that agree.
type candidate struct {
	gold   *goldFact
	found  *foundFact
	fit    fit
	meet   meeting
	linked bool // both are of the same instrument
	order  int
}

// match pairs gold facts and found claims of one type one to one: first what counts,
// then what is left out with what remains; in each the closest evidence first.
func (s *scorer) match(t chancery.ClaimType) {
	for _, out := range []bool{false, true} {
		var pairs []candidate
		for i, g := range s.gold {
			if g.Type() == t && g.leftOut() == out {
				pairs = append(pairs, s.candidates(g, i)...)
			}
		}
		slices.SortStableFunc(pairs, closer)
		for _, p := range pairs {
			if p.gold.match == nil && p.found.match == nil {
				p.gold.match, p.found.match = p.found, p.gold
			}
		}
		s.link(t)
	}
}

func (s *scorer) candidates(g *goldFact, order int) []candidate {
	var all []candidate
	for _, f := range s.found {
		if f.Type() != g.Type() || f.match != nil {
			continue
		}
		m := meet(g.at, f.at)
		// An instrument's evidence is the surface form, which stands in the text.
		if m.overlap == 0 && g.Type() != chancery.InstrumentClaim {
			continue
		}
		if fit := s.agree(g, f); fit != differs {
			all = append(all, candidate{gold: g, found: f, fit: fit, meet: m, linked: s.sameInstrument(g, f), order: order})
		}
	}
	return all
}

// closer orders candidates: same stretch, gold value before accepted value, longer
// overlap, same instrument, then as the files have them.
func closer(a, b candidate) int {
	yes := func(b bool) int {
		if b {
			return 0
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(yes(a.meet.same), yes(b.meet.same)),
		cmp.Compare(b.fit, a.fit),
		cmp.Compare(b.meet.overlap, a.meet.overlap),
		cmp.Compare(yes(a.linked), yes(b.linked)),
		cmp.Compare(a.order, b.order),
		cmp.Compare(a.found.number, b.found.number),
	)
}

// link notes which found key stands for which gold key, once instruments are matched.
func (s *scorer) link(t chancery.ClaimType) {
	if t != chancery.InstrumentClaim {
		return
	}
	for _, g := range s.gold {
		gold, ok := g.Body.(chancery.Instrument)
		if !ok || g.match == nil {
			continue
		}
		if found, ok := g.match.Body.(chancery.Instrument); ok && found.Key != "" {
			s.keys[gold.Key] = append(s.keys[gold.Key], found.Key)
		}
	}
}

// stands reports whether the found key is right for the gold key: the instrument it
// names was matched with the gold one, or both name the same entry of the authority.
func (s *scorer) stands(gold, found chancery.Key) bool {
	return gold == found || found != "" && slices.Contains(s.keys[gold], found)
}

// sameInstrument reports whether a found claim is about the instruments of the gold
// fact; of two instruments, whether they have the same key.
func (s *scorer) sameInstrument(g *goldFact, f *foundFact) bool {
	gold, found := instrumentsOf(g.Body), instrumentsOf(f.Body)
	if len(gold) == 0 || len(gold) != len(found) {
		return false
	}
	for i := range gold {
		if !s.stands(gold[i], found[i]) {
			return false
		}
	}
	return true
}

// instrumentsOf is the keys of instruments that a claim is about; both ends of a
// relation.
func instrumentsOf(b chancery.Body) []chancery.Key {
	switch b := b.(type) {
	case chancery.Instrument:
		return []chancery.Key{b.Key}
	case chancery.Event:
		return []chancery.Key{b.Instrument}
	case chancery.Provision:
		return []chancery.Key{b.Instrument}
	case chancery.Tariff:
		return []chancery.Key{b.Instrument}
	case chancery.Relation:
		return []chancery.Key{b.From, b.To}
	case chancery.Characterisation:
		return []chancery.Key{b.Of}
	}
	return nil
}
