// Package spelling knows how one name is written in different ways: the systems by
// which Chinese, Japanese and Russian names come into other letters, and the letters
// in which the spellings of one name differ.
//
// It knows no entry and no document. Its tables are data: chinese.tsv,
// japanese.tsv, cyrillic.tsv and alike.tsv.
//
//	spelling.Of("Li Hongzhang", "李鴻章")  // Li Hung-chang, Ли Хунчжан
//	spelling.Alike("озорнин", "озарнин")   // true
package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Spelling is a name as a system writes it.
type Spelling struct {
	Text   string
	Script string // "latin" or "cyrillic"
	System string // "Wade-Giles", "Palladius", "Polivanov", "press", "BGN/PCGN" ...
}

// Of is how other systems write a name that stands in pinyin, in Hepburn or in
// Russian letters, each spelling once and none that equals the name. Native is the
// name in its own script, by which pinyin and Hepburn are told from other Latin
// letters: as many syllables as there are Chinese characters, kana or kanji at all.
func Of(name, native string) []Spelling {
	var all []Spelling
	switch {
	case Script(name) == "cyrillic":
		all = tables().russian(name)
	case han(native) > 0 && han(native) == letters(native) && tables().chineseIn(name, han(native)):
		all = append(all, tables().chineseBy(name, 1, "Wade-Giles", "latin"), tables().chineseBy(name, 2, "Palladius", "cyrillic"))
	case han(native) > 0 || kana(native):
		if polivanov, ok := tables().japaneseBy(name, 1); ok {
			press, _ := tables().japaneseBy(name, 2)
			all = append(all, Spelling{polivanov, "cyrillic", "Polivanov"}, Spelling{press, "cyrillic", "press"})
		}
	}
	var out []Spelling
	for _, s := range all {
		if s.Text != name && !slices.ContainsFunc(out, func(o Spelling) bool { return o.Text == s.Text }) {
			out = append(out, s)
		}
	}
	return out
}

// Native reports whether a name stands in Chinese characters or kana.
func Native(name string) bool { return han(name) > 0 || kana(name) }

// Joined is the key of a whole name, however its parts are written together or apart:
// Хуа Шань, Хуашань and Хуа-Шань have the same.
func Joined(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		for _, w := range strings.FieldsFunc(p, func(r rune) bool { return r == '-' || unicode.IsSpace(r) }) {
			b.WriteString(w)
		}
	}
	return Key(b.String())
}

// Consonants is what is left of the key of a word without its vowels: what cases and
// spellings of a long name leave as it is.
func Consonants(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouаиоуэюя", r) {
			return -1
		}
		return r
	}, Key(word))
}

// Alike reports whether two words can be spellings of one name: they are equal once
// the letters are put aside in which spellings differ. Words of different scripts,
// and words of fewer than four letters, are never alike.
func Alike(a, b string) bool {
	if utf8.RuneCountInString(a) < shortestAlike || utf8.RuneCountInString(b) < shortestAlike || Script(a) != Script(b) {
		return false
	}
	return Key(a) == Key(b)
}

const shortestAlike = 4

// Key is what is left of a word when the letters in which spellings of one name differ
// are made the same. Words that are alike have the same key.
func Key(word string) string {
	w := rewrite(fold(word), tables().alike)
	var b strings.Builder
	last := rune(0)
	for _, r := range w {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// fold is a word in lower case without accents, breves of й apart, and apostrophes.
func fold(word string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(word) {
		switch {
		case r == '\'' || r == '’' || r == 'ʹ' || r == 'ʼ' || r == '`' || r == '\u0301':
		case r < 0x250:
			for _, d := range norm.NFD.String(string(r)) {
				if !unicode.IsMark(d) {
					b.WriteRune(d)
				}
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// rewrite replaces the longest sequences first, left to right.
func rewrite(w string, by *sequences) string {
	var b strings.Builder
	start := true
	for i := 0; i < len(w); {
		n, to, ok := by.at(w[i:], start)
		if !ok {
			r, size := utf8.DecodeRuneInString(w[i:])
			b.WriteRune(r)
			start = !unicode.IsLetter(r) || strings.ContainsRune(vowels, r)
			i += size
			continue
		}
		b.WriteString(to)
		last, _ := utf8.DecodeLastRuneInString(w[i : i+n])
		start = strings.ContainsRune(vowels, last)
		i += n
	}
	return b.String()
}

// vowels are the letters behind which a Russian е is written as at the beginning.
const vowels = "аеёиоуыэюяъьѣі"

// Script is "cyrillic" or "latin" by the first letter that is one of them, else "".
func Script(s string) string {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			return "cyrillic"
		case unicode.Is(unicode.Latin, r):
			return "latin"
		}
	}
	return ""
}

func han(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func kana(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Hiragana, unicode.Katakana) {
			return true
		}
	}
	return false
}

// Sound is a word in Latin letters by which spellings in different scripts can be
// compared: the first letters of what Key leaves.
func Sound(word string) string {
	if Script(word) == "cyrillic" {
		word = rewrite(strings.ToLower(word), tables().cyrillic[common])
	}
	k := []rune(Key(word))
	return string(k[:min(len(k), soundLetters)])
}

// soundLetters is how many letters of a name sound alike in most languages' forms of it.
const soundLetters = 5
