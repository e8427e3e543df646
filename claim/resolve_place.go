package claim

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/authority"
)

// slips ties words that a machine translation puts for a name to the entry, if the
// document names it properly elsewhere.
func (s *resolver) slips() {
	named := map[chancery.Key]bool{}
	for _, d := range s.decisions {
		named[d.key] = true
	}
	for _, f := range s.slipForms {
		for i := range s.Clusters {
			c, d := &s.Clusters[i], &s.decisions[i]
			if d.key != "" || !slices.Contains(c.Keys, f.Key) || !slices.ContainsFunc(c.Names, func(n Name) bool { return strings.EqualFold(n.Text, f.Text) }) {
				continue
			}
			why := fmt.Sprintf("%q is put for %s: %s", f.Text, f.Key, f.Slip)
			if !named[f.Key] {
				d.candidates = append(d.candidates, Candidate{f.Key, why + "; but the document does not name it otherwise"})
				continue
			}
			d.key, d.weak, d.reasons = f.Key, true, append(d.reasons, why+", which the document names elsewhere")
		}
	}
}

// place takes the entry of that name and sort, if no other has them.
func (s *resolver) place(c *Cluster) decision {
	best := map[chancery.Key]weighed{}
	for _, k := range c.Keys {
		p, ok := s.auth.Place(k)
		if !ok || s.onlySlips(k, c) {
			continue
		}
		w := weighed{Candidate: Candidate{Key: k}}
		w.add(1, "has this name")
		switch a, b := landOrWater(c.Sort), landOrWater(p.Kind); {
		case a == "" || b == "":
		case a == b:
			w.add(1, "a %s", p.Kind)
		case a == "water" || b == "water" || a == "region" && b == "settlement" || a == "settlement" && b == "region":
			w.doubt = true
			w.Why += fmt.Sprintf(", but it is a %s and the document says %s", p.Kind, c.Sort)
		}
		best[k] = w
	}
	return choose(slices.Collect(maps.Values(best)), 0)
}

// onlySlips reports whether no name of the cluster is a proper name of the place.
func (s *resolver) onlySlips(k chancery.Key, c *Cluster) bool {
	for _, n := range c.Names {
		slip := slices.ContainsFunc(s.slipForms, func(f authority.NameForm) bool { return f.Key == k && strings.EqualFold(f.Text, n.Text) })
		if !slip {
			return false
		}
	}
	return true
}
