package answer

import (
	"cmp"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/edtf"
)

// Party is how a name in a question was understood: one polity, or all polities of a
// family ("russia": the tsardom, the empire and what followed).
type Party struct {
	Asked    string  `json:"asked"`
	Family   string  `json:"family,omitempty"` // set when any polity of the family will do
	Polities []Named `json:"polities"`         // those that may have lived on the day
	keys     []chancery.Key
}

// means reports whether one of the polities is the party.
func (p Party) means(ks []chancery.Key) bool {
	return slices.ContainsFunc(ks, func(k chancery.Key) bool { return slices.Contains(p.keys, k) })
}

// party understands a name: a family, a key, or a name in any language.
func (a asker) party(name string, day edtf.Date) (Party, error) {
	name = strings.TrimSpace(name)
	if name == "" {
		return Party{}, chancery.Errorf(chancery.Invalid, "ask", "name two, for example --between russia,china", "a party has no name")
	}
	for _, p := range a.auth.Polities() {
		if strings.EqualFold(p.Family, name) {
			return a.family(name, p.Family, day), nil
		}
	}
	if p, ok := a.auth.Polity(chancery.Key(strings.ToLower(name))); ok {
		return Party{Asked: name, Polities: []Named{a.polity(p.Key)}, keys: []chancery.Key{p.Key}}, nil
	}
	keys := a.namedSo(name)
	families := map[string]bool{}
	for _, k := range keys {
		families[a.auth.Family(k)] = true
	}
	switch {
	case len(keys) == 1:
		return Party{Asked: name, Polities: a.polities(keys), keys: keys}, nil
	case len(keys) > 1 && len(families) == 1 && a.auth.Family(keys[0]) != "":
		return a.family(name, a.auth.Family(keys[0]), day), nil
	case len(keys) > 1:
		return Party{}, chancery.Errorf(chancery.Invalid, "ask about "+name, "say which one: "+join(keys, ", "),
			"%d polities have this name", len(keys))
	case a.keyInUse(chancery.Key(name)):
		return Party{Asked: name, Polities: a.polities([]chancery.Key{chancery.Key(name)}), keys: []chancery.Key{chancery.Key(name)}}, nil
	}
	return Party{}, chancery.Errorf(chancery.NotFound, "ask about "+name, a.suggest(name), "no polity has this name in the authority file")
}

// family is all polities of a family, by the day those that may have lived then.
// Which polity a document means by a plain name is often not said, so all of the
// family match.
func (a asker) family(asked, family string, day edtf.Date) Party {
	p := Party{Asked: asked, Family: family}
	for _, q := range a.auth.OfFamily(family, day) {
		p.Polities = append(p.Polities, a.polity(q.Key))
	}
	for _, q := range a.auth.OfFamily(family, edtf.Date{}) {
		p.keys = append(p.keys, q.Key)
	}
	return p
}

// namedSo is every polity with that name, sorted. Parts of a state and organisations
// give way to states of the same name.
func (a asker) namedSo(name string) []chancery.Key {
	want := authority.Fold(name)
	var keys []chancery.Key
	for _, f := range a.auth.NameForms() {
		if f.Class == authority.PolityClass && !f.Adjective && authority.Fold(f.Text) == want {
			keys = append(keys, f.Key)
		}
	}
	for _, p := range a.auth.Polities() {
		if authority.Fold(p.Label) == want {
			keys = append(keys, p.Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// keyInUse reports whether an instrument of the view has the key as a party.
func (a asker) keyInUse(k chancery.Key) bool {
	for _, e := range a.view.Entries() {
		if slices.Contains(e.Parties, k) {
			return true
		}
	}
	return false
}

// suggest says what to write instead of a name that is not known.
func (a asker) suggest(name string) string {
	want := authority.Fold(name)
	var near, families []string
	for _, p := range a.auth.Polities() {
		families = append(families, p.Family)
		for _, n := range p.Names {
			have := authority.Fold(n.Text)
			if want != "" && (strings.Contains(have, want) || len(have) > 3 && strings.Contains(want, have)) {
				near = append(near, string(p.Key))
			}
		}
	}
	slices.Sort(near)
	near = slices.Compact(near)
	if len(near) > 0 {
		return "did you mean " + strings.Join(near[:min(len(near), 6)], ", ") + "?"
	}
	slices.SortFunc(families, cmp.Compare[string])
	families = slices.DeleteFunc(slices.Compact(families), func(s string) bool { return s == "" })
	if len(families) == 0 {
		return "no authority file is loaded: give the key of a polity"
	}
	return "use one of " + strings.Join(families, ", ") + ", a key such as qing-china, or add it to your own authority folder (--authority)"
}

func join(ks []chancery.Key, by string) string {
	s := make([]string, len(ks))
	for i, k := range ks {
		s[i] = string(k)
	}
	return strings.Join(s, by)
}
