package lang

import (
	"strings"
	"unicode"
)

// Folded is what a letter is read as in this language, if it is read as another.
func (p *Pack) Folded(r rune) (string, bool) {
	f, ok := p.Fold[string(r)]
	return f, ok
}

// Identifier tells the languages of a set apart.
type Identifier struct{ packs []*Pack }

// NewIdentifier tells apart the languages of set.
func NewIdentifier(set *Set) Identifier { return Identifier{set.Packs} }

// Identify is the code of the language that a text is most likely in, "" when
// nothing speaks for any. It counts common words and letters that mark a language
// off, against letters that the language does not have.
func (id Identifier) Identify(text string) string {
	best, code := 0, ""
	sample := text
	if len(sample) > identifySample {
		sample = strings.ToValidUTF8(sample[:identifySample], "")
	}
	words := strings.FieldsFunc(strings.ToLower(sample), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, p := range id.packs {
		if s := p.score(words); s > best {
			best, code = s, p.Code
		}
	}
	return code
}

// IdentifyByTerms is the code of the language whose kinds of instruments, verbs of their
// lives, titles and parties stand in a text oftenest, "" when none or several do. It is
// for texts that are too short for Identify: "Конвенция 1856 г. отменила декларацию".
func (id Identifier) IdentifyByTerms(text string) string {
	best, code := 0, ""
	words := strings.FieldsFunc(strings.ToLower(text[:min(len(text), identifySample)]), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, p := range id.packs {
		n := 0
		for _, w := range words {
			if l := &p.Lookups; len(l.Kinds.Word(nil, w))+len(l.Triggers.Word(nil, w))+len(l.Titles.Word(nil, w))+len(l.Polities.Word(nil, w)) > 0 {
				n++
			}
		}
		switch {
		case n > best:
			best, code = n, p.Code
		case n == best:
			code = ""
		}
	}
	return code
}

// identifySample is as much of a text as is looked at, in bytes.
const identifySample = 20000

func (p *Pack) score(words []string) int {
	s := 0
	for _, w := range words {
		if p.frequent[w] {
			s += 4
		}
		own, foreign := false, false
		for _, r := range w {
			switch {
			case strings.ContainsRune(p.Alien, r):
				s -= 4
			case strings.ContainsRune(p.Letters, r):
				own = true
			case p.Script == "cyrillic" && unicode.Is(unicode.Cyrillic, r), p.Script == "latin" && unicode.Is(unicode.Latin, r):
			default:
				foreign = true
			}
		}
		if foreign { // a word of another script may be a name or a quotation
			s--
		}
		if own {
			s += 3
		}
	}
	return s
}
