package lang

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Identifier tells the languages of a set apart.
type Identifier struct {
	packs  []*Pack
	common map[string]packSet // by common word, the packs that have it
	marks  map[rune]*mark     // by letter, the packs that it speaks for and against
	near   [foldNear]*mark    // the same of the letters below foldNear
	script map[string]packSet
}

// packSet is packs of an Identifier, one bit each.
type packSet uint64

// mark is the packs that a letter marks off and those that do not have it.
type mark struct{ own, alien, always packSet }

// mostPacks is how many languages can be told apart.
const mostPacks = 64

// NewIdentifier tells apart the languages of set.
func NewIdentifier(set *Set) *Identifier {
	id := &Identifier{packs: set.Packs[:min(len(set.Packs), mostPacks)], common: map[string]packSet{}, marks: map[rune]*mark{}, script: map[string]packSet{}}
	for i, p := range id.packs {
		bit := packSet(1) << i
		id.script[p.Script] |= bit
		for w := range p.frequent {
			id.common[w] |= bit
		}
		for _, r := range p.Letters {
			id.mark(r).own |= bit
		}
		for _, r := range p.Alien {
			id.mark(r).alien |= bit
		}
		for _, r := range p.Always {
			id.mark(r).always |= bit
		}
	}
	return id
}

func (id *Identifier) mark(r rune) *mark {
	m := id.marks[r]
	if m == nil {
		m = &mark{}
		id.marks[r] = m
		if r < foldNear {
			id.near[r] = m
		}
	}
	return m
}

// markOf is what a letter speaks for, nil for nothing.
func (id *Identifier) markOf(r rune) *mark {
	if r < foldNear {
		return id.near[r]
	}
	return id.marks[r]
}

// Identify is the code of the language that a text is most likely in, "" when
// nothing speaks for any. It counts common words and letters that mark a language
// off, against letters that the language does not have.
func (id *Identifier) Identify(text string) string {
	c := counter{id: id, score: make([]int, len(id.packs))}
	c.read(text[:min(len(text), identifySample)])
	best, code := 0, ""
	for i, p := range id.packs {
		s := c.score[i]
		if p.Always != "" && c.words >= wordsWithout && c.always&(1<<i) == 0 {
			s = 0
		}
		if s > best {
			best, code = s, p.Code
		}
	}
	return code
}

// wordsWithout is from how many words on a text in which none of a language's commonest
// letters stands is not in that language.
const wordsWithout = 4

// What speaks for and against a language: a common word, a word with a letter that marks
// it off, a letter that it does not have, a word of another script (which may be a name).
const commonWord, ownWord, alienLetter, foreignWord = 4, 3, -4, -1

// counter reads a text once for all languages.
type counter struct {
	id      *Identifier
	score   []int
	words   int
	always  packSet
	word    []byte
	own     packSet
	foreign packSet
	script  string  // of the last letter
	others  packSet // the packs of other scripts
}

func (c *counter) read(text string) {
	for _, r := range text {
		if !IsLetter(r) {
			c.end()
			continue
		}
		r = ToLower(r)
		if m := c.id.markOf(r); m != nil {
			c.own |= m.own
			c.always |= m.always
			c.add(m.alien, alienLetter)
		}
		if s := scriptOf(r); s != c.script {
			c.script, c.others = s, ^c.id.script[s]
		}
		c.foreign |= c.others
		c.word = utf8.AppendRune(c.word, r)
		if r > 0x2e00 && unicode.Is(unicode.Han, r) { // words are not parted: each character counts
			c.end()
		}
	}
	c.end()
}

// end counts the word that was read.
func (c *counter) end() {
	if len(c.word) == 0 {
		return
	}
	c.words++
	c.add(c.id.common[string(c.word)], commonWord)
	c.add(c.own, ownWord)
	c.add(c.foreign&(1<<len(c.score)-1), foreignWord)
	c.word, c.own, c.foreign = c.word[:0], 0, 0
}

func (c *counter) add(to packSet, n int) {
	for ; to != 0; to &= to - 1 {
		c.score[bits.TrailingZeros64(uint64(to))] += n
	}
}

// scriptOf is the script of a letter as pack.yaml names it. The Japanese syllables count
// as han: the two are written together.
func scriptOf(r rune) string {
	switch {
	case r < 0x250:
		return "latin"
	case r >= 0x400 && r < 0x530:
		return "cyrillic"
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return "han"
	case unicode.Is(unicode.Latin, r):
		return "latin"
	case unicode.Is(unicode.Cyrillic, r):
		return "cyrillic"
	}
	return ""
}

// IdentifyByTerms is the code of the language whose kinds of instruments, verbs of their
// lives, titles and parties stand in a text oftenest, "" when none or several do. It is
// for texts that are too short for Identify: "Конвенция 1856 г. отменила декларацию".
func (id *Identifier) IdentifyByTerms(text string) string {
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
