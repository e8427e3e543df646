package token

import (
	"strings"
	"unicode/utf8"

	"example.org/chancery/lang"
)

// shortestStem is the number of letters that must remain when an ending is taken off.
const shortestStem = 2

// Forms are the readings of a word that its endings allow, longest ending first.
func Forms(norm string, pack *lang.Pack) []lang.Ending {
	if pack == nil {
		return nil
	}
	var out []lang.Ending
	n := utf8.RuneCountInString(norm)
	for _, e := range pack.Endings {
		if n-utf8.RuneCountInString(e.Suffix) >= shortestStem && strings.HasSuffix(norm, e.Suffix) {
			out = append(out, e)
		}
	}
	return out
}

// MayBe reports whether token i may stand in one of the cases. A word of which no
// ending is known may stand in any: doubt never excludes.
func (t *Tokens) MayBe(i int, cases []string) bool {
	fs := Forms(t.Tokens[i].Norm, t.Pack(i))
	known := false
	for _, f := range fs {
		for _, c := range f.Cases {
			known = true
			for _, want := range cases {
				if c == want {
					return true
				}
			}
		}
	}
	return !known
}

// IsPart reports whether the longest ending of token i makes it that part of speech.
func (t *Tokens) IsPart(i int, part string) bool {
	for _, f := range Forms(t.Tokens[i].Norm, t.Pack(i)) {
		if f.Part == part {
			return true
		}
		if f.Part != "noun" {
			return false
		}
	}
	return false
}

// Stem is a word without its longest case ending: what is compared when it matters
// not in which case a name stands.
func Stem(norm string, pack *lang.Pack) string {
	for _, e := range Forms(norm, pack) {
		if len(e.Cases) > 0 {
			return strings.TrimSuffix(norm, e.Suffix)
		}
	}
	return norm
}

// Base is a word put into its base form by its longest case ending.
func Base(norm string, pack *lang.Pack, part string) (string, bool) {
	for _, e := range Forms(norm, pack) {
		if e.Part == part {
			return strings.TrimSuffix(norm, e.Suffix) + e.Base, true
		}
	}
	return norm, false
}
