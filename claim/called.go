package claim

import (
	"slices"
	"sort"

	"example.org/chancery"
)

// called is one mention of a cluster by a name.
type called struct {
	cluster int
	span    chancery.Span
}

// callings is where persons and places are mentioned by each of their names, in the order
// of the text.
func callings(cs []Cluster) map[string][]called {
	out := map[string][]called{}
	for i := range cs {
		c := &cs[i]
		if c.Type == chancery.InstrumentClaim {
			continue
		}
		for n, m := range c.Names {
			out[callingKey(c.Type, m.Text)] = append(out[callingKey(c.Type, m.Text)], called{i, c.Spans[n]})
			if m.As != "" && m.As != m.Text {
				out[callingKey(c.Type, m.As)] = append(out[callingKey(c.Type, m.As)], called{i, c.Spans[n]})
			}
		}
	}
	for _, some := range out {
		slices.SortStableFunc(some, func(a, b called) int { return a.span.Start - b.span.Start })
	}
	return out
}

func callingKey(t chancery.ClaimType, name string) string { return string(t) + " " + name }

// tieNamed ties a field that an event gives by name: to what the nearest mention of that
// name means.
func (s *resolver) tieNamed(c *chancery.Claim, field string, t chancery.ClaimType, name string) {
	if name == "" {
		return
	}
	some := s.called[callingKey(t, name)]
	best, far := -1, 0
	nearer := func(o called) bool { // false where all that follows is farther
		d := apart(o.span, c.Quote.Span)
		if best < 0 || d < far || d == far && o.cluster < best {
			best, far = o.cluster, d
		}
		return d <= far
	}
	from := sort.Search(len(some), func(i int) bool { return some[i].span.Start >= c.Quote.Start })
	for i := from - 1; i >= 0; i-- {
		if !nearer(some[i]) {
			break
		}
	}
	for i := from; i < len(some); i++ {
		if !nearer(some[i]) {
			break
		}
	}
	if best >= 0 {
		d := s.decisions[best]
		s.links = append(s.links, Link{c.ID, field, d.key, d.candidates, d.reasons, d.weak})
	}
}

// apart is the number of bytes between two stretches, 0 when they meet.
func apart(a, b chancery.Span) int { return max(0, a.Start-b.End, b.Start-a.End) }
