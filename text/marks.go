package text

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a footnote mark glued to what stands before it.
type mark struct {
	start, end int    // in the record
	label      string // what its note begins with
	n          int    // 0 for marks that are no number
	weak       bool
	line       int
}

// findMarks finds what may be footnote marks in the lines that are not notes,
// rows or furniture, and keeps those that make sense: superscripts, references in
// square brackets, and figures glued to a word or a stop that count on from the
// figure before them, or begin again.
func (p *layout) findMarks() []mark {
	var all []mark
	for i := range p.lines {
		switch p.lines[i].role {
		case inFlow, tableRow, noteStart, noteMore:
			all = p.lineMarks(i, all)
		}
	}
	kept := all[:0]
	last := 0
	for _, m := range all {
		switch {
		case m.n == 0 || m.n > 0 && p.record[m.start] == '[' || p.record[m.start] >= 0x80:
			kept = append(kept, m)
		case m.n <= 2 || m.n > last && m.n <= last+3 || m.n == last && !m.weak:
			last = m.n
			kept = append(kept, m)
		}
	}
	if len(kept) == 1 && kept[0].weak && kept[0].n != 1 {
		return nil
	}
	return kept
}

// lineMarks appends the marks that line i may have.
func (p *layout) lineMarks(i int, all []mark) []mark {
	s, l := p.record, p.lines[i]
	for at := l.start; at < l.end; at++ {
		c := s[at]
		switch {
		case c == '[' && at > l.start && s[at-1] != ' ' && s[at-1] != '\t':
			if end := bracketMark(s[at:l.end]); end > 0 {
				n, _ := number(s[at+1 : at+end-1])
				all = append(all, mark{start: at, end: at + end, label: s[at+1 : at+end-1], n: n, line: i})
				at += end - 1
			}
		case (c == 0xC2 || c == 0xE2) && at > l.start && s[at-1] != ' ':
			if end, n := superscript(s[at:l.end]); end > 0 {
				all = append(all, mark{start: at, end: at + end, label: strconv.Itoa(n), n: n, line: i})
				at += end - 1
			}
		case c >= '1' && c <= '9' && at > l.start && s[at-1] != ' ' && (s[at-1] < '0' || s[at-1] > '9'):
			n, width := number(s[at:l.end])
			if width > 0 && width <= 3 && boundaryAfter(s[at+width:l.end]) {
				if ok, weak := gluedTo(s[l.start:at], i > 0 && strings.HasSuffix(p.content(i-1), "-")); ok {
					all = append(all, mark{start: at, end: at + width, label: s[at : at+width], n: n, weak: weak, line: i})
				}
			}
			at += max(width, 1) - 1
		}
	}
	return all
}

// number reads the figures that s begins with.
func number(s string) (n, width int) {
	for width < len(s) && s[width] >= '0' && s[width] <= '9' && width < 9 {
		n = n*10 + int(s[width]-'0')
		width++
	}
	return n, width
}

// bracketMark is the length of a mark such as [12] or [a] that s begins with, else 0.
func bracketMark(s string) int {
	end := strings.IndexByte(s, ']')
	if end < 2 || end > 4 {
		return 0
	}
	in := s[1:end]
	if n, w := number(in); w == len(in) && n > 0 {
		return end + 1
	}
	if r, w := utf8.DecodeRuneInString(in); w == len(in) && unicode.IsLower(r) {
		return end + 1
	}
	return 0
}

// superscript is the length and value of the raised figures that s begins with.
// A raised 2 or 3 behind a unit of length is no mark; gluedTo's callers never see it.
func superscript(s string) (length, n int) {
	for length < len(s) {
		r, w := utf8.DecodeRuneInString(s[length:])
		k := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
		if k < 0 {
			break
		}
		n = n*10 + utf8.RuneCountInString("⁰¹²³⁴⁵⁶⁷⁸⁹"[:k])
		length += w
	}
	if n > 999 {
		return 0, 0
	}
	return length, n
}

// boundaryAfter reports whether a mark may end before s.
func boundaryAfter(s string) bool {
	if s == "" {
		return true
	}
	r, w := utf8.DecodeRuneInString(s)
	if isSpace(r) || strings.ContainsRune("»”\")]…—?!;", r) {
		return true
	}
	if strings.ContainsRune(".,:", r) { // but not 1.5 or 2,5 or 12:30
		next, _ := utf8.DecodeRuneInString(s[w:])
		return !unicode.IsDigit(next)
	}
	return false
}

// gluedTo reports whether figures behind s can be a mark; weak when only the
// order of the figures can say. S may begin with the rest of a broken word.
func gluedTo(s string, broken bool) (ok, weak bool) {
	r, w := utf8.DecodeLastRuneInString(s)
	before := s[:len(s)-w]
	switch {
	case strings.ContainsRune("»”!?…", r):
		return true, false
	case r == '"':
		return true, true
	case r == ')':
		return strings.Contains(before[max(0, len(before)-120):], "("), true
	case r == '.' && yearBefore(before):
		return true, true
	case r == '.':
		return stopBefore(before), false
	case r == ',' || r == ';':
		return len(lastWord(before)) >= 6, true
	case unicode.IsLower(r):
		word := lastWord(s)
		return (utf8.RuneCountInString(word) >= 3 || broken && word == s) && !strings.ContainsAny(s[max(0, len(s)-len(word)-2):], "/@_\\"), true
	}
	return false, false
}

// lastWord is the letters that s ends with.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= w
	}
	return s[i:]
}

// yearBefore reports whether s ends with a year, and not with the last part of a
// longer number.
func yearBefore(s string) bool {
	i := len(s)
	for i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
		i--
	}
	n, _ := number(s[i:])
	return len(s)-i == 4 && n >= 1400 && n < 2100 && (i == 0 || s[i-1] == ' ' || s[i-1] == '-')
}

// stopBefore reports whether a full stop behind s ends a sentence or an
// abbreviation that no number follows, so that figures glued to it are a mark.
func stopBefore(s string) bool {
	word := lastWord(s)
	rest := strings.TrimRight(s[:len(s)-len(word)], " \u00a0")
	r, _ := utf8.DecodeLastRuneInString(rest)
	switch word {
	case "":
		r, _ := utf8.DecodeLastRuneInString(s)
		return strings.ContainsRune("»”)\"", r)
	case "г", "гг", "ж", "жж", "р", "рр", "руб", "коп": // of a year, of a sum
		return unicode.IsDigit(r)
	case "в", "вв", "ғ": // of a century
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return utf8.RuneCountInString(word) >= 3 && !numbered(strings.ToLower(word))
}

// numbered reports whether a word is an abbreviation that a number follows.
func numbered(word string) bool {
	i := sort.SearchStrings(numberedAbbreviations, word)
	return i < len(numberedAbbreviations) && numberedAbbreviations[i] == word
}

// numberedAbbreviations is sorted.
var numberedAbbreviations = []string{
	"app", "arch", "art", "ban", "bd", "cap", "chap", "doc", "fig", "fol", "iss", "nos", "par", "part",
	"sec", "sect", "tab", "vol", "арк", "арт", "бер", "вып", "гл", "див", "док", "изд", "илл", "карт",
	"кн", "лист", "отд", "пап", "папка", "пар", "подп", "прил", "прим", "разд", "ред", "рис", "сер", "спр",
	"стр", "табл", "тет", "том", "фонд",
}
