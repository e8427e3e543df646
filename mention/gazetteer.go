package mention

import (
	"strings"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// gazetteer finds names of the authority in any case: words are compared by their
// stems, so that one nominative in the file finds every oblique form in a text.
type gazetteer struct {
	names  []authority.NameForm
	byLang map[*lang.Pack]map[string][]entryName
}

type entryName struct {
	stems []string
	key   chancery.Key
	class authority.Class
}

func newGazetteer(a *authority.File) *gazetteer {
	g := &gazetteer{byLang: map[*lang.Pack]map[string][]entryName{}}
	if a == nil {
		return g
	}
	for _, n := range a.NameForms() {
		if n.Class == authority.PersonClass || n.Class == authority.PlaceClass {
			g.names = append(g.names, n)
		}
	}
	return g
}

// index is the names by the stem of their first word, as a language stems them.
func (g *gazetteer) index(pack *lang.Pack) map[string][]entryName {
	if ix, ok := g.byLang[pack]; ok {
		return ix
	}
	ix := map[string][]entryName{}
	for _, n := range g.names {
		if scriptOf(n.Text) != pack.Script {
			continue
		}
		var e entryName
		e.key, e.class = n.Key, n.Class
		for _, w := range strings.Fields(n.Text) {
			e.stems = append(e.stems, token.Stem(token.Normalise(strings.Trim(w, ".,()"), pack), pack))
		}
		if len(e.stems) > 0 && len(e.stems[0]) > 2 {
			ix[e.stems[0]] = append(ix[e.stems[0]], e)
		}
	}
	g.byLang[pack] = ix
	return ix
}

func scriptOf(s string) string {
	for _, r := range s {
		if r >= 0x400 && r < 0x530 {
			return "cyrillic"
		}
		if r > 0x530 {
			return "other"
		}
	}
	return "latin"
}

// at is the entries of a class whose longest name stands at token i.
func (f *finder) nameAt(pack *lang.Pack, i int, class authority.Class) (end int, keys []chancery.Key) {
	t := &f.ts.Tokens[i]
	if t.Sort != token.Word || !f.lost && !t.Cap {
		return i, nil
	}
	end = i
	for _, e := range f.auth.index(pack)[token.Stem(t.Norm, pack)] {
		if e.class != class || i+len(e.stems) > len(f.ts.Tokens) || i+len(e.stems) < end {
			continue
		}
		ok := true
		for k := 1; k < len(e.stems) && ok; k++ {
			u := &f.ts.Tokens[i+k]
			ok = u.Sentence == t.Sentence && token.Stem(u.Norm, pack) == e.stems[k]
		}
		if !ok {
			continue
		}
		if i+len(e.stems) > end {
			end, keys = i+len(e.stems), nil
		}
		keys = append(keys, e.key)
	}
	return end, keys
}
