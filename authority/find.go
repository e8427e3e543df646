package authority

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/chancery"
)

// Match is what a text says of an instrument: any field may be left empty.
type Match struct {
	Name    string                  // as the text has it; case and punctuation do not matter
	Kind    chancery.InstrumentKind // a treaty is not taken for a circular
	Parties []chancery.Key          // polities the text names as parties; any of the same family will do
	Year    int                     // of signing or issuing
	Place   chancery.Key            // of signing
}

// Candidate is an instrument that a Match may mean, with why. Score is only for
// ordering: the higher, the more of the match it meets.
type Candidate struct {
	Key     chancery.Key
	Score   int
	Reasons []string
}

// The weights order candidates: a full name outweighs a partial one with any one
// other circumstance, and a year outweighs parties, which many instruments share.
const (
	fullNameScore = 8
	someNameScore = 4
	yearScore     = 3
	partiesScore  = 2
	placeScore    = 2
	kindScore     = 1
)

// FindInstrument are the instruments that m may mean, likeliest first, then by
// key. What m states and the authority contradicts rules a candidate out; what the
// authority does not know neither helps nor harms. Without a name, at least two
// other circumstances must agree. No candidate is an answer: "not here".
func (f *File) FindInstrument(m Match) []Candidate {
	var found []Candidate
	for _, i := range f.instruments {
		if c, ok := f.weigh(i, m); ok {
			found = append(found, c)
		}
	}
	slices.SortFunc(found, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Key, b.Key))
	})
	return found
}

func (f *File) weigh(i Instrument, m Match) (Candidate, bool) {
	c := Candidate{Key: i.Key}
	add := func(score int, why string, args ...any) {
		c.Score += score
		c.Reasons = append(c.Reasons, fmt.Sprintf(why, args...))
	}
	if m.Name != "" {
		name, full := nameOf(i, m.Name)
		switch {
		case full:
			add(fullNameScore, "named %q", name)
		case name != "":
			add(someNameScore, "words of the name %q", name)
		default:
			return c, false
		}
	}
	if years := i.Years(); m.Year != 0 && len(years) > 0 {
		if !slices.Contains(years, m.Year) {
			return c, false
		}
		add(yearScore, "signed or issued in %d", m.Year)
	}
	if len(m.Parties) > 0 && len(i.Parties) > 0 {
		for _, p := range m.Parties {
			if !f.isParty(i, p) {
				return c, false
			}
		}
		add(partiesScore, "between %s", joinKeys(i.Parties))
	}
	if h, ok := i.Happened("signed"); ok && m.Place != "" && h.Place != "" {
		if h.Place != m.Place {
			return c, false
		}
		add(placeScore, "signed at %s", m.Place)
	}
	if m.Kind != "" {
		if !kindsAgree(m.Kind, i.Kind) {
			return c, false
		}
		if m.Kind == i.Kind {
			add(kindScore, "a %s", i.Kind)
		}
	}
	return c, m.Name != "" || len(c.Reasons) >= 2
}

// isParty reports whether p is a party of i, or another form of the same country
// is: writers say "Russia" of the tsardom, the empire and the union.
func (f *File) isParty(i Instrument, p chancery.Key) bool {
	named, known := f.Polity(p)
	return slices.ContainsFunc(i.Parties, func(q chancery.Key) bool {
		party, ok := f.Polity(q)
		return p == q || known && ok && named.Family == party.Family && named.whole() && party.whole()
	})
}

// kindsAgree reports whether a writer may put one kind for the other: what was
// signed as a convention is often called a treaty.
func kindsAgree(a, b chancery.InstrumentKind) bool {
	agreement := func(k chancery.InstrumentKind) bool {
		switch k {
		case "treaty", "convention", "agreement", "protocol":
			return true
		}
		return false
	}
	return a == b || agreement(a) && agreement(b)
}

// nameOf is the name or nickname of i that s is (full), or whose words contain all
// words of s of at least three letters; "" when none.
func nameOf(i Instrument, s string) (name string, full bool) {
	want := Fold(s)
	words := longWords(want)
	for _, names := range [][]Name{i.Names, i.Nicknames, {{Text: i.Label}}} {
		for _, n := range names {
			have := Fold(n.Text)
			if have == want {
				return n.Text, true
			}
			if name == "" && len(words) > 0 && containsAll(longWords(have), words) {
				name = n.Text
			}
		}
	}
	return name, false
}

func longWords(folded string) []string {
	return slices.DeleteFunc(strings.Fields(folded), func(w string) bool { return len([]rune(w)) < 3 })
}

func containsAll(have, want []string) bool {
	for _, w := range want {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

func joinKeys(keys []chancery.Key) string {
	s := make([]string, len(keys))
	for n, k := range keys {
		s[n] = string(k)
	}
	return strings.Join(s, " and ")
}
