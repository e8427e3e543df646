package mention

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// Names finds names of the authority in any case: words are compared by the stems
// that their endings allow, so that one nominative in the file finds every oblique
// form in a text. It is made once for an authority and its languages, and may be used by
// many goroutines. What a language makes of the names is made when a text first needs it.
type Names struct {
	by map[*lang.Pack]func() packNames
}

// packNames is the names as one language stems them.
type packNames struct {
	whole map[string][]entryName // by every stem of the first word
	lasts map[string][]lastName  // persons, by every stem of the last name
}

// of is the names as a language stems them; none for a language that is not known.
func (n *Names) of(pack *lang.Pack) packNames {
	if f := n.by[pack]; f != nil {
		return f()
	}
	return packNames{}
}

// lastName is the last name of a person of the authority, with the initials of the
// names before it.
type lastName struct {
	key      chancery.Key
	initials []rune
}

// entryName is one name; for each of its words, the stems that it can have.
type entryName struct {
	words []nameWord
	key   chancery.Key
	class authority.Class
}

type nameWord struct {
	stems     []string
	adjective bool
}

// NewNames makes the names of an authority ready for the languages that are loaded.
// Without an authority no name is known.
func NewNames(a *authority.File, langs *lang.Set) *Names {
	n := &Names{map[*lang.Pack]func() packNames{}}
	if a == nil {
		return n
	}
	var forms []authority.NameForm
	for _, f := range a.NameForms() {
		if f.Class == authority.PersonClass || f.Class == authority.PlaceClass {
			forms = append(forms, f)
		}
	}
	for _, p := range langs.Packs {
		n.by[p] = sync.OnceValue(func() packNames { return packNames{wholeNames(forms, p), lastNames(forms, p)} })
	}
	return n
}

// stems is the word itself and what remains of it without each ending that it may have.
func stems(norm string, pack *lang.Pack) []string { return token.Stems(norm, pack, shortestNameStem) }

// shortestNameStem is the number of letters below which the stem of a name proves nothing.
const shortestNameStem = 3

// mayBeAdjective reports whether one of the readings of a word is an adjective: of a
// name such as Илийский край.
func mayBeAdjective(norm string, pack *lang.Pack) bool {
	return slices.ContainsFunc(token.Forms(norm, pack), func(e lang.Ending) bool { return e.Part == "adjective" })
}

func adjective(norm string, pack *lang.Pack) bool {
	fs := token.Forms(norm, pack)
	return len(fs) > 0 && fs[0].Part == "adjective"
}

// wholeNames is the names by every stem of their first word, as a language stems them.
func wholeNames(forms []authority.NameForm, pack *lang.Pack) map[string][]entryName {
	ix := map[string][]entryName{}
	for _, n := range forms {
		if scriptOf(n.Text) != pack.Script && n.Slip == "" {
			continue
		}
		e := entryName{key: n.Key, class: n.Class}
		for _, w := range strings.Fields(n.Text) {
			norm := token.Normalise(strings.Trim(w, ".,()"), pack)
			e.words = append(e.words, nameWord{stems(norm, pack), mayBeAdjective(norm, pack)})
		}
		if len(e.words) == 0 || len(e.words) == 1 && utf8.RuneCountInString(e.words[0].stems[0]) < shortestNameStem {
			continue
		}
		for _, s := range e.words[0].stems {
			ix[s] = append(ix[s], e)
		}
	}
	return ix
}

// lastNames is the persons by every stem of their last name.
func lastNames(forms []authority.NameForm, pack *lang.Pack) map[string][]lastName {
	ix := map[string][]lastName{}
	for _, n := range forms {
		words := strings.Fields(n.Text)
		if n.Class != authority.PersonClass || scriptOf(n.Text) != pack.Script || len(words) == 0 || n.Slip != "" {
			continue
		}
		l := lastName{key: n.Key}
		for _, w := range words[:len(words)-1] {
			r, _ := utf8.DecodeRuneInString(token.Normalise(w, pack))
			l.initials = append(l.initials, r)
		}
		for _, s := range stems(token.Normalise(strings.Trim(words[len(words)-1], ".,()"), pack), pack) {
			ix[s] = append(ix[s], l)
		}
	}
	return ix
}

// personKeys is the persons of the authority that a name can mean: their last name
// stands, and its initials or names before it begin with the same letters.
func (f *finder) personKeys(first, end int, p Person) []chancery.Key {
	if p.Last < 0 || first+p.Last >= end {
		return nil
	}
	pack := f.ts.Pack(first)
	var given []rune
	for i := first; i < first+p.Last; i++ {
		if t := &f.ts.Tokens[i]; t.Sort == token.Word {
			r, _ := utf8.DecodeRuneInString(t.Norm)
			given = append(given, r)
		}
	}
	var keys []chancery.Key
	ix := f.names.of(pack).lasts
	for _, s := range stems(f.ts.Tokens[first+p.Last].Norm, pack) {
		for _, l := range ix[s] {
			if begins(l.initials, given) && !slices.Contains(keys, l.key) {
				keys = append(keys, l.key)
			}
		}
	}
	slices.Sort(keys)
	return keys
}

// begins reports whether one list of initials begins with the other; a name without
// initials is compatible with any.
func begins(have, given []rune) bool {
	for i := range min(len(have), len(given)) {
		if have[i] != given[i] {
			return false
		}
	}
	return true
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

// nameAt is the entries of a class whose longest name stands at token i.
func (f *finder) nameAt(pack *lang.Pack, i int, class authority.Class) (end int, keys []chancery.Key) {
	t := &f.ts.Tokens[i]
	if t.Sort != token.Word || !f.lost && !t.Cap || pack.IsFrequent(t.Norm) {
		return i, nil
	}
	end = i
	ix := f.names.of(pack).whole
	for _, s := range stems(t.Norm, pack) {
		for _, e := range ix[s] {
			n := i + len(e.words)
			if e.class != class || n > len(f.ts.Tokens) || n < end || !f.nameStands(pack, &e, i) {
				continue
			}
			if n > end {
				end, keys = n, nil
			}
			if !slices.Contains(keys, e.key) {
				keys = append(keys, e.key)
			}
		}
	}
	slices.Sort(keys)
	return end, keys
}

// nameStands reports whether each word of a name stands from token i on. An
// adjective in the text is no case of a noun in the name.
func (f *finder) nameStands(pack *lang.Pack, e *entryName, i int) bool {
	for k := range e.words {
		u := &f.ts.Tokens[i+k]
		if u.Sentence != f.ts.Tokens[i].Sentence || !e.words[k].adjective && adjective(u.Norm, pack) && u.Norm != e.words[k].stems[0] {
			return false
		}
		if !slices.ContainsFunc(stems(u.Norm, pack), func(s string) bool { return slices.Contains(e.words[k].stems, s) }) {
			return false
		}
	}
	return true
}
