package claim

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/spelling"
	"example.org/chancery/token"
)

// nameFits is how well a name fits the best of an entry's forms, 0 for not at all.
func (s *resolver) nameFits(n Name, forms []authority.NameForm) (score int, how string, spelt bool) {
	pack := s.langs.Pack(n.Lang)
	if pack == nil || len(n.Stems) == 0 {
		return 0, "", false
	}
	names := []Name{n}
	if bare, ok := n.untitled(pack); ok {
		names = append(names, bare)
	}
	for _, f := range forms {
		variants := [][]string{strings.Fields(f.Text)}
		if bare := nameWords(f.Text, pack); !slices.Equal(bare, variants[0]) {
			variants = append(variants, bare)
		}
		for _, ws := range variants {
			stems := make([][]string, len(ws))
			for i, w := range ws {
				stems[i] = token.Stems(token.Normalise(strings.Trim(w, ".,()"), pack), pack, 3)
			}
			for _, m := range names {
				if m.Given && len(ws) != 2 {
					continue // a given name and patronymic are those of nobody's last name
				}
				sc, h, like := fit(m, stems)
				if bare := nameWords(f.Text, pack); m.Given || len(bare) == 1 && len(m.Stems) <= 2 {
					sc = min(sc, knownByIt) // a name and a title: Ali Pasha
				}
				if sc <= score || len(stems) == 0 {
					continue
				}
				score, how, spelt = sc, h+fmt.Sprintf(" %q", f.Text), like
				if f.System != "" {
					how += ", the " + f.System + " form"
				}
			}
		}
	}
	return score, how, spelt
}

// otherGiven reports whether the given names or initials before a last name contradict
// every form of the entry, in these letters, that has given names: Charles is no Larion.
func (s *resolver) otherGiven(n Name, forms []authority.NameForm, pack *lang.Pack) bool {
	given := n.Stems[:n.Last]
	if len(given) == 0 {
		return false
	}
	contradicted := false
	for _, f := range forms {
		ws := nameWords(f.Text, pack)
		if f.System != "" || len(ws) < 2 || spelling.Script(f.Text) != spelling.Script(n.Text) {
			continue
		}
		var norms []string
		for _, w := range ws[:len(ws)-1] {
			norms = append(norms, token.Normalise(strings.Trim(w, "."), pack))
		}
		if givenAgree(norms, given) || sharedLetters(norms[0], given[0]) > 0 && spelling.Consonants(norms[0]) == spelling.Consonants(given[0]) {
			return false // Mohammad is Muhammad
		}
		contradicted = true
	}
	return contradicted
}

// untitled is a name without the title that is written together with its last word:
// Аббас of Аббас-мирза.
func (n Name) untitled(pack *lang.Pack) (Name, bool) {
	bare, suffix, ok := cutLast(n.Stems[n.Last], "-")
	if !ok || !titled(suffix, pack) {
		return n, false
	}
	n.Stems = slices.Clone(n.Stems)
	n.Stems[n.Last] = bare
	return n, true
}

// titled reports whether a word of a name is a title.
func titled(word string, pack *lang.Pack) bool {
	if pack == nil {
		return false
	}
	norm := token.Normalise(word, pack)
	for i := range pack.Titles {
		if els := pack.Titles[i].Pattern.Elements; len(els) == 1 && token.WordFits(&els[0], norm) {
			return true
		}
	}
	return false
}

// fit compares a name with one form, whose words have several stems each.
func fit(n Name, form [][]string) (score int, how string, spelt bool) {
	last, given := n.Stems[n.Last], n.Stems[:n.Last]
	is := func(stem string, word []string) bool { return slices.Contains(word, stem) }
	if len(form) == len(n.Stems) && len(form) > 1 {
		whole, full := true, false
		for i, st := range n.Stems {
			whole = whole && is(st, form[i])
			full = full || i != n.Last && (utf8.RuneCountInString(st) > 2 || ordinal(st))
		}
		if whole && full {
			return wholePersonName, "named", false
		}
	}
	if slices.ContainsFunc(n.Stems, ordinal) || slices.ContainsFunc(form, func(w []string) bool { return ordinal(w[0]) }) {
		return 0, "", false // George III is nobody else, nor is a George without a number he
	}
	at := len(form) - 1
	if (len(form) != len(n.Stems) || strings.Contains(n.Stems[n.Last], "-")) && togetherOrApart(n, firsts(form)) {
		return wholePersonName - 1, "written together or apart as", false
	}
	if !is(last, form[at]) {
		if len(last) < longEnoughToErr || !slices.ContainsFunc(form[at], func(w string) bool { return similar(last, w) }) {
			return 0, "", false
		}
		if len(given) > 0 && len(form) > 1 && givenAgree(firsts(form[:at]), given) {
			return initialsToo - 1, "given names agree and the last name is spelt like", true
		}
		return likeLastName, "spelt like", true
	}
	switch {
	case len(form) == 1 && len(given) == 0:
		return knownByIt, "known as", false
	case len(given) == 0 && strings.Contains(last, "-"):
		return likeLastName, "ends like", true // more title than name: Богадур-хан
	case len(given) == 0:
		return lastNameOnly, "last name of", false
	case len(form) == 1 && utf8.RuneCountInString(given[0]) > 2:
		return 0, "", false // other names before it: another person may have them
	case len(form) == 1:
		return lastNameOnly, "has the name", false
	case !givenAgree(firsts(form[:at]), given):
		return 0, "", false
	}
	score = initialsToo + min(len(given), len(form)-1) - 1
	if extra := len(given) - (len(form) - 1); extra > 0 && utf8.RuneCountInString(given[len(given)-1]) > 2 {
		score -= 2 // one more name, which the entry is not known to have
	}
	return score, "given names agree with", false
}

// togetherOrApart reports whether a name is the words of another with other spaces.
func togetherOrApart(n Name, form []string) bool {
	if len(form) == 1 && len(n.Stems) == 1 && !strings.Contains(n.Stems[0], "-") {
		return false
	}
	want := spelling.Joined(form...)
	return want == spelling.Joined(n.Stems...) || want == spelling.Joined(n.written()...)
}

// ordinal reports whether a word is the Roman number of a ruler.
func ordinal(stem string) bool { return stem != "" && strings.Trim(stem, "ivx") == "" }

// similar reports whether two last names can be one in other letters or another case.
func similar(a, b string) bool {
	if spelling.Alike(a, b) {
		return true
	}
	c := spelling.Consonants(a)
	return utf8.RuneCountInString(c) >= enoughConsonants && c == spelling.Consonants(b)
}

// firsts is the words as they stand, without the other stems that they may have.
func firsts(form [][]string) []string {
	out := make([]string, len(form))
	for i, w := range form {
		out[i] = w[0]
	}
	return out
}
