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
	var b strings.Builder
	b.Grow(len(w))
	cyr, lat := 0, 0
	plain := true
	for _, r := range w {
		switch {
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			lat++
		case unicode.Is(unicode.Cyrillic, r):
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
		r = unicode.ToLower(r)
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
	s := b.String()
	if pack != nil && pack.DropLast != "" {
		if cut, ok := strings.CutSuffix(s, pack.DropLast); ok && cut != "" {
			s = cut
		}
		s = strings.ReplaceAll(s, pack.DropLast+"-", "-")
	}
	return s
}
