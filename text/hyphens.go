package text

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// joint says how two lines of one paragraph are joined.
type joint uint8

const (
	bySpace    joint = iota
	asOne            // a word was broken; its hyphen goes
	withHyphen       // a compound was broken; its hyphen stays
)

// broken is a word that a line end divides at a hyphen.
type broken struct {
	before, after string // what stands before the hyphen, and after the line end
	hyphen        int    // bytes of the hyphen
	soft          bool   // a hyphen that only ever stands at line ends
}

// breakAt reads the broken word at the end of one line and the start of the next.
func breakAt(line, next string) (broken, bool) {
	r, w := utf8.DecodeLastRuneInString(line)
	b := broken{hyphen: w}
	switch r {
	case '-', '\u2010', '\u2011':
	case '\u00ad', '¬':
		b.soft = true
	case '–': // between figures, as in 1715–1716
		before, _ := utf8.DecodeLastRuneInString(line[:len(line)-w])
		after, _ := utf8.DecodeRuneInString(next)
		return b, unicode.IsDigit(before) && unicode.IsDigit(after)
	default:
		return b, false
	}
	head := line[:len(line)-w]
	b.before = lastWord(head)
	if b.before == "" {
		last, _ := utf8.DecodeLastRuneInString(head)
		if !unicode.IsDigit(last) {
			return b, false
		}
	}
	b.after = firstWord(next)
	if b.after == "" {
		first, _ := utf8.DecodeRuneInString(next)
		return b, unicode.IsDigit(first)
	}
	return b, true
}

// firstWord is the letters that s begins with.
func firstWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '\u0301' {
			return s[:i]
		}
	}
	return s
}

// spellings counts how the document writes words that it also breaks.
type spellings map[string]int

// ask notes down both ways to write b, to be counted.
func (v spellings) ask(b broken) {
	v[b.before+b.after] = 0
	v[b.before+"-"+b.after] = 0
}

// count counts the words of s that were asked for. A word with one hyphen counts
// as a whole and so does each part.
func (v spellings) count(s string) {
	if len(v) == 0 {
		return
	}
	start, part := -1, -1
	for i := 0; i <= len(s); {
		r, w := rune(0), 1
		if i < len(s) {
			if r = rune(s[i]); r >= utf8.RuneSelf {
				r, w = utf8.DecodeRuneInString(s[i:])
			}
		}
		switch {
		case unicode.IsLetter(r):
			if start < 0 {
				start, part = i, i
			} else if part < 0 {
				part = i
			}
		case r == '-' && part >= 0:
			v.found(s[part:i])
			if start != part {
				v.found(s[start:i])
				start = part
			}
			part = -1
		default:
			if part >= 0 {
				v.found(s[part:i])
				if start != part {
					v.found(s[start:i])
				}
			}
			start, part = -1, -1
		}
		i += w
	}
}

func (v spellings) found(word string) {
	if n, ok := v[word]; ok {
		v[word] = n + 1
	}
}

// joint decides what becomes of b's hyphen. How the document writes the word
// elsewhere goes before every rule.
func (v spellings) joint(b broken) joint {
	if b.soft {
		return asOne
	}
	if b.before == "" || b.after == "" {
		return withHyphen
	}
	whole, apart := v[b.before+b.after], v[b.before+"-"+b.after]
	if whole != apart {
		if whole > apart {
			return asOne
		}
		return withHyphen
	}
	first, _ := utf8.DecodeRuneInString(b.before)
	last, _ := utf8.DecodeLastRuneInString(b.before)
	next, _ := utf8.DecodeRuneInString(b.after)
	switch {
	case unicode.IsUpper(next) && unicode.IsUpper(last) && len(b.before) > utf8.RuneLen(last): // a heading in capitals
		if isCompound(strings.ToLower(b.before), strings.ToLower(b.after)) {
			return withHyphen
		}
		return asOne
	case unicode.IsUpper(next): // a name of two names, or a title and what it belongs to
		return withHyphen
	case unicode.IsUpper(last) && first != last || isRoman(b.before): // an ending on letters: СССР-дин, XIX-кылым
		return withHyphen
	case unicode.IsUpper(first) && known.has("name-title", b.after): // Худояр-хан
		return withHyphen
	case isCompound(strings.ToLower(b.before), b.after):
		return withHyphen
	}
	return asOne
}

func isRoman(s string) bool { return s != "" && strings.Trim(s, "IVXLC") == "" }

// isCompound reports whether first and second, both in small letters, are parts of
// a word that is written with a hyphen.
func isCompound(first, second string) bool {
	switch second {
	case "либо", "нибудь", "таки", "небудь":
		return true
	case "то":
		return interrogative(first)
	}
	if c, ok := compounds[first]; ok {
		if len(c.only) > 0 {
			return hasPrefix(second, c.only)
		}
		// A short remainder is an ending of the first part itself: советско-го.
		return utf8.RuneCountInString(second) >= 4 && !hasPrefix(second, c.never)
	}
	return nationalPair(first, second)
}

func interrogative(s string) bool {
	switch s {
	case "кто", "что", "кого", "чего", "кому", "чему", "кем", "чем", "где", "куда", "откуда", "когда", "как", "какой", "какая", "какое", "какие",
		"какого", "каком", "какую", "каких", "каким", "какому", "чей", "почему", "зачем", "сколько":
		return true
	}
	return false
}

// nationalPair recognises советско-японский and польсько-російський: a stem in
// -ско or -цко before a whole adjective in -ск- or -цк-.
func nationalPair(first, second string) bool {
	if utf8.RuneCountInString(first) < 5 {
		return false
	}
	for _, end := range []string{"ско", "цко", "сько", "цько"} {
		if !strings.HasSuffix(first, end) {
			continue
		}
		for _, mid := range []string{"ск", "цк", "ськ", "цьк"} {
			if i := strings.LastIndex(second, mid); i >= 3*len("с") && utf8.RuneCountInString(second[i:]) <= 6 {
				return true
			}
		}
	}
	return false
}

func hasPrefix(s string, list []string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// compound is a line of compounds.txt.
type compound struct{ only, never []string }

//go:embed compounds.txt
var compoundsFile string

// compounds is compounds.txt by first part; it never changes.
var compounds = parseCompounds(compoundsFile)

func parseCompounds(file string) map[string]compound {
	m := map[string]compound{}
	for l := range strings.Lines(file) {
		f := strings.Fields(l)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		var c compound
		for _, w := range f[1:] {
			if w[0] == '+' {
				c.only = append(c.only, w[1:])
			} else {
				c.never = append(c.never, w[1:])
			}
		}
		m[f[0]] = c
	}
	return m
}
