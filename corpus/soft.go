package corpus

import (
	"example.org/chancery"
)

// soft counts the gold facts that a document does not assert and that were found in
// some form, and of them those whose found claims do not assert them either. A gold
// fact was found in some form when it is matched, or when a claim that matches
// nothing says the same of the same words, be it with another date.
func (s *scorer) soft() Share {
	var n Share
	for _, g := range s.gold {
		if g.Certainty() == chancery.Asserted || g.note.accepted["asserted"] || g.note.accepted["affirmed"] {
			continue
		}
		counterparts := s.counterparts(g)
		if len(counterparts) == 0 {
			continue
		}
		kept := true
		for _, f := range counterparts {
			kept = kept && isSoft(f.Claim)
		}
		n.count(kept)
	}
	return n
}

func (s *scorer) counterparts(g *goldFact) []*foundFact {
	if g.match != nil {
		return []*foundFact{g.match}
	}
	var all []*foundFact
	for _, f := range s.found {
		if f.match == nil && f.Type() == g.Type() && meet(g.at, f.at).overlap > 0 && s.sameSubject(g, f) {
			all = append(all, f)
		}
	}
	return all
}

// sameSubject is agree for events without their date: a threat of denunciation that
// was read as a denunciation is its counterpart.
func (s *scorer) sameSubject(g *goldFact, f *foundFact) bool {
	gold, ok := g.Body.(chancery.Event)
	if !ok {
		return s.agree(g, f) != differs
	}
	found, _ := f.Body.(chancery.Event)
	right, _ := g.note.has(gold.Event, found.Event)
	return right || gold.Of != "" && gold.Of == found.Event
}

func isSoft(c chancery.Claim) bool {
	e, _ := c.Body.(chancery.Event)
	return c.Certainty() != chancery.Asserted || e.Event == "threatened"
}
