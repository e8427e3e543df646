package token

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/chancery/lang"
)

// Forms are the readings of a word that its endings allow, longest ending first.
func Forms(norm string, pack *lang.Pack) []lang.Ending {
	if pack == nil {
		return nil
	}
	return pack.Forms(norm)
}

// MayBe reports whether token i may stand in one of the cases, by its longest ending
// that shows a case. A word of which no such ending is known may stand in any: doubt
// never excludes.
func (t *Tokens) MayBe(i int, cases []string) bool {
	longest := -1
	for _, f := range t.forms(i) {
		if len(f.Cases) == 0 {
			continue
		}
		if longest < 0 {
			longest = len(f.Suffix)
		}
		if len(f.Suffix) < longest {
			break
		}
		for _, c := range f.Cases {
			for _, want := range cases {
				if c == want {
					return true
				}
			}
		}
	}
	return longest < 0
}

// IsPart reports whether the longest ending of token i makes it that part of speech.
func (t *Tokens) IsPart(i int, part string) bool {
	return firstPart(t.forms(i), part)
}

func isPart(t *Token, pack *lang.Pack, part string) bool {
	return firstPart(Forms(t.Norm, pack), part)
}

// firstPart reports whether one of the longest endings of a word makes it that part of speech.
func firstPart(fs []lang.Ending, part string) bool {
	for _, f := range fs {
		if len(f.Suffix) < len(fs[0].Suffix) {
			return false
		}
		if f.Part == part {
			return true
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

// Stems is the word itself, what remains of it without each ending that it may have, of
// at least shortest letters, and the base forms that those endings point to.
func Stems(norm string, pack *lang.Pack, shortest int) []string {
	out := []string{norm}
	for _, e := range Forms(norm, pack) {
		if s := strings.TrimSuffix(norm, e.Suffix); len(e.Cases) > 0 && utf8.RuneCountInString(s) >= shortest && !slices.Contains(out, s) {
			out = append(out, s)
			if base := s + e.Base; e.Base != "" && !slices.Contains(out, base) {
				out = append(out, base)
			}
		}
	}
	return out
}
