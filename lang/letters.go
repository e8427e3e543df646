package lang

import (
	"unicode"
	"unicode/utf8"
)

// IsLetter is unicode.IsLetter, quick for the letters of which most texts here are.
func IsLetter(r rune) bool {
	switch {
	case r < 0x80:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	case r >= 0x400 && r < 0x482:
		return true
	}
	return unicode.IsLetter(r)
}

// ToLower is unicode.ToLower, quick for the same letters.
func ToLower(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r >= 0x430 && r < 0x460:
		return r
	case r >= 0x410 && r < 0x430:
		return r + 0x20
	case r >= 0x400 && r < 0x410:
		return r + 0x50
	}
	return unicode.ToLower(r)
}

// foldTable is what a pack's letters are read as, by letter.
type foldTable struct {
	near [foldNear]bool // of the letters below foldNear, which are folded
	as   map[rune]string
}

const foldNear = 0x530

func newFoldTable(fold map[string]string) foldTable {
	t := foldTable{as: map[rune]string{}}
	for from, to := range fold {
		r, _ := utf8.DecodeRuneInString(from) // the keys are single letters
		t.as[r] = to
		if r < foldNear {
			t.near[r] = true
		}
	}
	return t
}

// Folded is what a letter is read as in this language, if it is read as another.
func (p *Pack) Folded(r rune) (string, bool) {
	if p.folded.as == nil { // a pack that no file was read for
		f, ok := p.Fold[string(r)]
		return f, ok
	}
	if r < foldNear && !p.folded.near[r] {
		return "", false
	}
	f, ok := p.folded.as[r]
	return f, ok
}

// IsUpper is unicode.IsUpper, quick for the same letters.
func IsUpper(r rune) bool {
	switch {
	case r < 0x80:
		return 'A' <= r && r <= 'Z'
	case r >= 0x400 && r < 0x460:
		return r < 0x430
	}
	return unicode.IsUpper(r)
}
