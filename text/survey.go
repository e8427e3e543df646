package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// damage is what is wrong with a text and cannot be mended here.
type damage struct {
	cyrillic bool // most letters are
	words    int
	noise    []chancery.Span // words as only a bad scan has them, the first places
	noisy    int
	doubled  []chancery.Span // UTF-8 that was decoded as something else
	double   int
	unknown  []chancery.Span // bytes that no decoding explained
	unknowns int

	old    []chancery.Span // words in the old Russian spelling
	olds   int
	alike  []chancery.Span // words with letters that only look like those of their script
	alikes int

	spacedStops, closedStops int // commas and stops with and without a space before them
}

// counts is what survey counts of a text.
type counts struct {
	letters, cyrillic, upper, digits, stops int
	words, single, short                    int // words; of one letter; small Russian or English words
	other                                   int // letters that Russian does not have
	bareYears                               int // "года" and the like with nothing that dates it
}

// survey reads the text once and says what it has lost, and what is damaged.
func survey(p *layout) (Losses, damage) {
	var n counts
	var d damage
	for i := range p.lines {
		l := &p.lines[i]
		if l.role == blank || l.role == furniture || l.role == rule {
			continue
		}
		n.line(p.record, l.start, l.end, &d)
	}
	d.cyrillic = n.cyrillic*2 > n.letters
	d.words = n.words
	return n.losses(), d
}

// line counts the words of the record from a to b.
func (n *counts) line(s string, a, b int, d *damage) {
	last := ""
	for i := a; i < b; {
		for i < b && s[i] == ' ' {
			i++
		}
		from := i
		for i < b && s[i] != ' ' {
			i++
		}
		if from < i {
			n.word(s[from:i], last, from, d)
			last = s[from:i]
		}
	}
}

// shape is what one word is made of.
type shape struct {
	letters, latin, cyrillic, digits, upper int
	foreign                                 int  // Latin letters that look like Cyrillic ones
	old                                     bool // has letters of the old spelling
	inner                                   bool // a capital behind a small letter
	mixed                                   bool // a sign between letters
}

// word counts one stretch between spaces.
func (n *counts) word(w, before string, at int, d *damage) {
	var k shape
	prev := rune(0)
	for i, r := range w {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			k.letter(r, prev)
			if strings.IndexByte("iIhVX", byte(r)) < 0 { // letters of Kazakh and of the old spelling; numerals
				k.latin++
			}
			if strings.IndexByte("aceopxyABCEHKMOPTX", byte(r)) >= 0 && (prev >= 0x400 && prev < 0x530 || i == 0) {
				k.foreign++
			}
		case r >= 0x400 && r < 0x530:
			k.letter(r, prev)
			k.cyrillic++
			k.old = k.old || r == 'ѣ' || r == 'Ѣ' || r == 'ѳ' || r == 'ѵ' || i > 1 && (r == 'ъ') && i+2 >= len(strings.TrimRight(w, ".,;:!?»)\""))
			if r > 0x44f && !strings.ContainsRune("ёЁєіїґѣѳѵў", r) {
				n.other++
			}
		case r >= '0' && r <= '9':
			k.digits++
		case r < 0x80:
			n.sign(byte(r), i == 0, d)
			k.mixed = k.mixed || strings.IndexByte("%_~|", byte(r)) >= 0 && prev >= 0x400 && i+1 < len(w) && w[i+1] >= 0xd0
		case r == utf8.RuneError:
			d.unknowns++
			d.unknown = few(d.unknown, at+i, at+min(i+3, len(w)))
		case unicode.IsLetter(r):
			k.letter(r, prev)
			if (r == 'Ð' || r == 'Ñ') && i+2 < len(w) && strings.IndexByte("\xc2\xe2\xc5\xcb\xc6", w[i+2]) >= 0 {
				d.double++
				d.doubled = few(d.doubled, at, at+len(w))
			}
		}
		prev = r
	}
	n.digits += k.digits
	if k.letters == 0 {
		return
	}
	n.words++
	n.letters += k.letters
	n.cyrillic += k.cyrillic
	n.upper += k.upper
	n.small(w, before)
	if k.old {
		d.olds++
		d.old = few(d.old, at, at+len(w))
	}
	if k.cyrillic > 2 && k.foreign > 0 && k.foreign*2 <= k.cyrillic && k.digits == 0 {
		d.alikes++
		d.alike = few(d.alike, at, at+len(w))
	}
	if k.isNoise(w) {
		d.noisy++
		d.noise = few(d.noise, at, at+len(w))
	}
}

func (k *shape) letter(r, prev rune) {
	k.letters++
	if unicode.IsUpper(r) {
		k.upper++
		k.inner = k.inner || unicode.IsLower(prev)
	}
}

// sign counts stops, and whether they stand behind a space.
func (n *counts) sign(c byte, first bool, d *damage) {
	if strings.IndexByte(".,;:!?", c) < 0 {
		return
	}
	n.stops++
	if first {
		d.spacedStops++
	} else if c == ',' || c == '.' {
		d.closedStops++
	}
}

// isNoise reports whether a word is as only a bad scan has it.
func (k *shape) isNoise(w string) bool {
	switch {
	case k.mixed:
		return true
	case k.cyrillic > 0 && k.latin > 0 && k.cyrillic+k.latin == k.letters && !strings.ContainsAny(w, "-/.—–"):
		return true
	case k.cyrillic > 2 && digitInside(w):
		return true
	}
	return k.cyrillic > 4 && k.inner && !strings.ContainsAny(w, "-.»/—") && k.upper*2 < k.letters && innerUpperIsOdd(w)
}

// small counts the words that a language cannot do without.
func (n *counts) small(w, before string) {
	if len(w) > 8 {
		return
	}
	switch {
	case known.has("one-letter-word", w):
		n.single++
	case known.has("short-word", w):
		n.short++
	case known.has("year-word", w) && known.has("before-year", before):
		n.bareYears++
	}
}

// losses is careful: only a text long enough to have them is said to have lost
// its figures, capitals, stops or short words.
func (n *counts) losses() Losses {
	var l Losses
	if n.letters < 400 || n.words < 60 {
		return l
	}
	cased := n.cyrillic*2 > n.letters || n.letters-n.cyrillic > 0
	l.Case = cased && n.upper*500 < n.letters
	l.Punctuation = n.stops*500 < n.letters && n.stops*100 < n.words
	l.Digits = n.digits == 0 && (l.Case || l.Punctuation || n.bareYears >= 3)
	russian := n.cyrillic*2 > n.letters && n.other*200 < n.letters
	l.ShortWords = n.single == 0 && n.words >= 100 && n.short*50 >= n.words && (russian || n.cyrillic == 0 && n.short*8 >= n.words)
	return l
}

func few(s []chancery.Span, a, b int) []chancery.Span {
	if len(s) < fewest {
		s = append(s, chancery.Span{Start: a, End: b})
	}
	return s
}

// fewest is how many places an issue names.
const fewest = 5

// digitInside reports whether a digit stands between Cyrillic letters.
func digitInside(w string) bool {
	for i := 2; i+1 < len(w); i++ {
		if w[i] >= '0' && w[i] <= '9' && w[i-1] >= 0x80 && w[i+1] >= 0xd0 && w[i+1] <= 0xd3 {
			return true
		}
	}
	return false
}

// innerUpperIsOdd reports whether a capital stands inside a word with small
// letters on both sides, as no abbreviation has it (РосНИИ, но не сосЬдъ).
func innerUpperIsOdd(w string) bool {
	var a, b rune
	for _, r := range w {
		if unicode.IsLower(a) && unicode.IsUpper(b) && unicode.IsLower(r) && strings.ContainsRune("ЬЪЫЙ", b) {
			return true
		}
		a, b = b, r
	}
	r, _ := utf8.DecodeLastRuneInString(w)
	return strings.ContainsRune("ЬЪ", r) && unicode.IsLower(a)
}
