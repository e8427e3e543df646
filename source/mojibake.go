package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// undoReader is added to the name of a reader that undid a wrong decoding.
const undoReader = "+undo/1"

// mistake is a decoding that was wrong: text of one encoding taken for another.
type mistake struct {
	was   *charmap.Charmap // nil for UTF-8
	taken *charmap.Charmap
}

// mistakes are those that are met with Cyrillic, and with Western letters in UTF-8.
func mistakes() []mistake {
	return []mistake{
		{nil, charmap.Windows1251}, {nil, charmap.Windows1252}, {nil, charmap.KOI8R}, {nil, charmap.CodePage866},
		{charmap.Windows1251, charmap.Windows1252}, {charmap.KOI8R, charmap.Windows1251}, {charmap.Windows1251, charmap.KOI8R},
		{charmap.KOI8R, charmap.Windows1252}, {charmap.CodePage866, charmap.Windows1251}, {charmap.Windows1251, charmap.CodePage866},
		{charmap.CodePage866, charmap.Windows1252}, {charmap.KOI8R, charmap.CodePage866}, {charmap.CodePage866, charmap.KOI8R},
	}
}

// String is "utf-8 taken for windows-1251".
func (m mistake) String() string {
	name := func(c *charmap.Charmap) string {
		if c == nil {
			return "utf-8"
		}
		return strings.ReplaceAll(strings.ToLower(c.String()), " ", "-")
	}
	return name(m.was) + " taken for " + name(m.taken)
}

// undone is a text with its mistakes undone.
type undone struct {
	text  string
	what  []string // the mistakes, the last made first
	lines int      // that were changed
}

// undo finds out whether a text was decoded wrongly and saved, once or several times,
// and decodes it rightly.
func undo(s string) (undone, bool) {
	const most = 3
	u := undone{text: s}
	for range most {
		if isASCII(u.text) {
			break
		}
		again, what, lines := undoOnce(u.text)
		if lines == 0 {
			break
		}
		u.text, u.what, u.lines = again, append(u.what, what.String()), max(u.lines, lines)
	}
	return u, len(u.what) > 0
}

func undoOnce(s string) (string, mistake, int) {
	sample := s
	const enough = 64 << 10
	if len(sample) > enough {
		sample = s[:strings.LastIndexAny(s[:enough], " \n\t>")+1]
		if sample == "" || isASCII(sample) {
			sample = s
		}
	}
	var best mistake
	score, before := 0, judge(sample)
	for _, m := range mistakes() {
		if n := m.evidence(sample, before); n > score {
			best, score = m, n
		}
	}
	if score == 0 {
		return s, best, 0
	}
	var out strings.Builder
	out.Grow(len(s))
	lines := 0
	for line := range strings.Lines(s) {
		t := best.undoLine(line)
		if t != line {
			lines++
		}
		out.WriteString(t)
	}
	return out.String(), best, lines
}

// evidence is how much speaks for a mistake in s, which was judged before; 0 if not
// enough does.
func (m mistake) evidence(s string, before judgement) int {
	if m.was == nil {
		const fewest = 3
		n := 0
		for line := range strings.Lines(s) {
			// One alone may be chance: "Р»" ends many a name in quotes.
			if _, found, whole := m.utf8Line(line); whole && found > 1 {
				n += found
			}
		}
		if n >= fewest {
			return 4 * n
		}
		return 0
	}
	if before.letters < 8 || before.letters < 3*before.runs || before.score > 0 {
		return 0
	}
	if after := judge(m.recoded(s)); after.lost*50 <= after.letters && after.score*10 >= after.letters*6 {
		return after.score
	}
	return 0
}

// judgement is how much the letters above ASCII look like Russian.
type judgement struct{ score, letters, runs, lost int }

func judge(s string) judgement {
	var j judgement
	prev := ' '
	for _, r := range s {
		if r < utf8.RuneSelf {
			prev = r
			continue
		}
		if prev < utf8.RuneSelf {
			j.runs++
		}
		j.letters++
		if r == utf8.RuneError {
			j.lost++
		}
		j.score += letterScore(prev, r)
		prev = r
	}
	return j
}

// byteOf is the byte that was taken for r.
func (m mistake) byteOf(r rune) (byte, bool) {
	const hole = 0x98 // the one byte that windows-1251 has no letter for
	switch b, ok := m.taken.EncodeRune(r); {
	case ok:
		return b, true
	case m.taken == charmap.Windows1251 && (r == hole || r == utf8.RuneError):
		return hole, true
	case r >= 0x80 && r < 0xa0: // what has no letter was often kept as a control character
		return byte(r), true
	}
	return 0, false
}

// recoded is s with every character read again; what cannot be is kept.
func (m mistake) recoded(s string) string {
	var out strings.Builder
	for _, r := range s {
		if b, ok := m.byteOf(r); ok && r >= utf8.RuneSelf {
			r = m.was.DecodeByte(b)
		}
		out.WriteRune(r)
	}
	return out.String()
}

// undoLine reads a line again, if that makes it better or is the only way to read it.
func (m mistake) undoLine(line string) string {
	if isASCII(line) {
		return line
	}
	if m.was == nil {
		if t, _, whole := m.utf8Line(line); whole {
			return t
		}
		return line
	}
	t := m.recoded(line)
	if judge(t).score < judge(line).score {
		return line
	}
	return t
}

// utf8Line reads again what is UTF-8 when its characters are taken for bytes. Found is
// how many characters that makes; whole, whether hardly any others above ASCII are left.
func (m mistake) utf8Line(s string) (text string, found int, whole bool) {
	var out strings.Builder
	out.Grow(len(s))
	left := 0
	for at := 0; at < len(s); {
		if s[at] < utf8.RuneSelf {
			out.WriteByte(s[at])
			at++
			continue
		}
		r, n, mended := m.sequence(s[at:])
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s[at:])
			out.WriteString(s[at : at+n])
			left++
		} else {
			out.WriteRune(r)
			if !mended {
				found++
			}
		}
		at += n
	}
	return out.String(), found, found > left
}

// sequence reads one character of two to four bytes at the beginning of s, and how
// long it is in s, 0 if there is none. Mended is one of which saving had lost a byte: it
// speaks for nothing by itself.
func (m mistake) sequence(s string) (u rune, length int, mended bool) {
	var b [utf8.UTFMax]byte
	want, at := 0, 0
	for i, r := range s {
		c, ok := m.byteOf(r)
		if i > 0 && want == 2 && (b[0] == 0xd0 || b[0] == 0xd1) {
			// A no-break space may have become a space when the text was saved, and the
			// byte that has no letter a question mark: behind these two nothing else can stand.
			switch {
			case r == ' ' && b[0] == 0xd0:
				c, ok, mended = 0xa0, true, true
			case r == '?' && m.taken == charmap.Windows1251:
				c, ok, mended = 0x98, true, true
			}
		}
		if !ok {
			return 0, 0, false
		}
		b[at] = c
		if at++; at == 1 {
			switch {
			case c >= 0xc2 && c <= 0xdf:
				want = 2
			case c >= 0xe0 && c <= 0xef:
				want = 3
			case c >= 0xf0 && c <= 0xf4:
				want = 4
			default:
				return 0, 0, false
			}
		}
		if at == want {
			u, n := utf8.DecodeRune(b[:want])
			if u == utf8.RuneError || n != want || !m.isMeant(u) {
				return 0, 0, false
			}
			return u, i + utf8.RuneLen(r), mended
		}
	}
	return 0, 0, false
}

// isMeant reports whether a character is one that texts about treaties have.
func (m mistake) isMeant(r rune) bool {
	switch {
	case r >= 0xa0 && r <= 0x52f, r >= 0x1e00 && r <= 0x1eff, r >= 0x2010 && r <= 0x206f, r == '№', r == '€', r == 0xfeff:
		return true
	}
	// In this code page three Russian letters often are a Chinese one by chance.
	return r >= 0x3000 && r <= 0x9fff && m.taken != charmap.CodePage866
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
