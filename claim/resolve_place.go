package claim

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/spelling"
	"example.org/chancery/token"
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
	keys, weak := c.Keys, false
	if len(keys) == 0 {
		keys, weak = s.placesSpeltLike(c), true
	}
	for _, k := range keys {
		p, ok := s.auth.Place(k)
		if !ok || s.onlySlips(k, c) {
			continue
		}
		w := weighed{Candidate: Candidate{Key: k}}
		if w.weak = weak; weak {
			w.add(1, "its name is spelt like this")
		} else {
			w.add(1, "has this name")
		}
		if s.namedExactly(p, c) {
			w.add(2, "the document has a case of it")
		}
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

// placeNamesAlike is the places with names of one long word by the key of their spellings.
func placeNamesAlike(auth *authority.File) map[string][]chancery.Key {
	out := map[string][]chancery.Key{}
	for _, f := range auth.NameForms() {
		if f.Class == authority.PlaceClass && f.Slip == "" && utf8.RuneCountInString(f.Text) >= longEnoughToErr && !strings.Contains(f.Text, " ") {
			k := spelling.Key(f.Text)
			out[k] = addKeys(out[k], []chancery.Key{f.Key})
		}
	}
	return out
}

// placesSpeltLike is the places that a name of one long word is another spelling of.
func (s *resolver) placesSpeltLike(c *Cluster) []chancery.Key {
	var keys []chancery.Key
	for _, n := range c.Names {
		pack := s.langs.Pack(n.Lang)
		if pack == nil || len(n.Stems) != 1 {
			continue
		}
		first, _, _ := strings.Cut(n.Text, " ")
		for _, form := range token.Stems(token.Normalise(first, pack), pack, longEnoughToErr) {
			if utf8.RuneCountInString(form) >= longEnoughToErr {
				keys = addKeys(keys, s.placesAlike[spelling.Key(form)])
			}
		}
	}
	return keys
}

// namedExactly reports whether a name in the document is a case of a name of the place,
// and not only of one with the same stem.
func (s *resolver) namedExactly(p authority.Place, c *Cluster) bool {
	for _, n := range c.Names {
		pack := s.langs.Pack(n.Lang)
		words := strings.Fields(n.Text)
		if pack == nil || len(words) == 0 {
			continue
		}
		forms := token.Stems(token.Normalise(words[0], pack), pack, 3)
		for _, name := range p.Names {
			first, _, _ := strings.Cut(name.Text, " ")
			if slices.Contains(forms, token.Normalise(first, pack)) {
				return true
			}
		}
	}
	return false
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
