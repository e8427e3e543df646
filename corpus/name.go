package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names in oblique cases differ from the nominative by at most caseEnding letters,
// and share at least commonLetters.
const (
	caseEnding    = 3
	commonLetters = 4
)

// sameName reports whether two names have the same last word but for a case ending.
func (l lexicon) sameName(a, b string) bool {
	a, b = l.lastName(a), l.lastName(b)
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	common := 0
	for common < len(x) && common < len(y) && x[common] == y[common] {
		common++
	}
	return common >= commonLetters && len(x)-common <= caseEnding && len(y)-common <= caseEnding
}

// lastName is the last word of a name, folded, without what may follow a name:
// initials, titles, and the numbers of rulers.
func (l lexicon) lastName(s string) string {
	fields := strings.Fields(joined(s))
	for i := len(fields) - 1; i >= 0; i-- {
		w := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, fold(fields[i]))
		initial := utf8.RuneCountInString(w) == 1
		if w == "" || i > 0 && (initial || l.is("title", w) || isNumber(fields[i])) {
			continue
		}
		return w
	}
	return ""
}

// isNumber knows roman numerals and figures with an ending, as in "1-й".
func isNumber(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return unicode.IsDigit(first) || strings.Trim(w, "IVXІХ.,") == ""
}
