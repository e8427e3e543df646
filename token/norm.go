package token

import (
	"strings"
	"unicode"

	"example.org/chancery/lang"
)

// lookAlike maps Latin letters to the Cyrillic ones that look the same; they are
// read so inside a word whose other letters are Cyrillic.
var lookAlike = map[rune]rune{'a': 'а', 'c': 'с', 'e': 'е', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у', 'i': 'і', 'k': 'к', 'm': 'м',
	't': 'т', 'h': 'н', 'b': 'в', 'j': 'ј', 's': 'ѕ'}

// Normalise is a word as it is compared: small letters, without marks over them that
// only show stress, look-alikes put right, and what the language folds folded.
func Normalise(w string, pack *lang.Pack) string {
	if isPlain(w, pack) {
		return dropLast(w, pack)
	}
	var b strings.Builder
	b.Grow(len(w))
	cyr, lat := 0, 0
	plain := true
	for _, r := range w {
		switch {
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			lat++
		case r >= 0x400 && (r < 0x530 || unicode.Is(unicode.Cyrillic, r)):
			cyr++
		}
		if r < 'a' || r > 'z' {
			plain = false
		}
	}
	if plain {
		return w
	}
	for _, r := range w {
		r = lang.ToLower(r)
		if r == '\u0301' || r == '\u00ad' {
			continue
		}
		if r == '\u2011' {
			r = '-'
		}
		if r == '’' {
			r = '\''
		}
		if cyr > 0 && lat > 0 && cyr >= lat {
			if l, ok := lookAlike[r]; ok {
				r = l
			}
		}
		if pack != nil {
			if f, ok := pack.Folded(r); ok {
				b.WriteString(f)
				continue
			}
		}
		b.WriteRune(r)
	}
	return dropLast(b.String(), pack)
}

// isPlain reports whether a word is of small Cyrillic letters that are read as they are.
func isPlain(w string, pack *lang.Pack) bool {
	for _, r := range w {
		if r < 0x430 || r > 0x45f {
			return false
		}
		if pack != nil {
			if _, folded := pack.Folded(r); folded {
				return false
			}
		}
	}
	return true
}

// dropLast leaves out the letter that the old spelling writes behind a consonant.
func dropLast(s string, pack *lang.Pack) string {
	if pack == nil || pack.DropLast == "" || !strings.Contains(s, pack.DropLast) {
		return s
	}
	if cut, ok := strings.CutSuffix(s, pack.DropLast); ok && cut != "" {
		s = cut
	}
	return strings.ReplaceAll(s, pack.DropLast+"-", "-")
}
