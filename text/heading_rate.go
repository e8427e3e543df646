package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What speaks for and against a heading, in tenths. Measured by hand on treaties of
// many printings; the order of the weights matters more than their size.
const (
	atLineStart  = 30
	amidLine     = -40
	amidLong     = -5 // lines are paragraphs
	amidFlat     = 5  // line ends are lost: any place may have been one
	inCapitals   = 10
	onlyCapitals = 30 // the text has no other capitals
	inSmall      = -40
	alone        = 15  // nothing else on its line
	marked       = 10  // a stop or colon behind the number
	titled       = 5   // a capital letter behind it
	goesOn       = -40 // a small letter or a comma behind it
	refersHere   = -40 // "of", "under" before it
)

// rate says how much the word from i to end, whose number ends at numberEnd, looks
// like a heading.
func (p *headingPage) rate(i, end, numberEnd int, upper, glued, lineStart bool) int {
	score := 0
	switch {
	case lineStart:
		score = atLineStart
	case p.flat:
		score = amidFlat
	case p.long:
		score = amidLong
	default:
		score = amidLine
	}
	first, _ := utf8.DecodeRuneInString(p.s[i:end])
	switch {
	case p.lower && upper:
		score += onlyCapitals
	case upper:
		score += inCapitals
	case unicode.IsLower(first) && !p.lower:
		score += inSmall
	case unicode.IsLower(first):
		score += p.rateSmall(i, glued)
	}
	return score + p.rateAfter(numberEnd, p.lower && upper, lineStart) + p.rateBefore(i, lineStart, p.lower && upper)
}

// rateSmall rates a heading in a text without capitals by what stands before it.
func (p *headingPage) rateSmall(i int, glued bool) int {
	before := strings.TrimRight(p.s[:i], " ")
	switch {
	case glued:
		return 15
	case before == "" || strings.IndexByte(".:;)]\"'\n", before[len(before)-1]) >= 0:
		return 10
	}
	return -25
}

// rateAfter rates what stands behind the number.
func (p *headingPage) rateAfter(i int, only, lineStart bool) int {
	rest := p.restOfLine(i)
	text := strings.TrimLeft(rest, " \t\u00a0")
	if strings.TrimSpace(text) == "" {
		if len(rest) == 0 && i >= len(p.s) && !lineStart {
			return goesOn
		}
		return alone
	}
	r, n := utf8.DecodeRuneInString(text)
	word, _ := smallWord(text, 0)
	switch {
	case strings.ContainsRune(".:-–—*_", r):
		after := strings.TrimLeft(text[n:], " ")
		if a, _ := utf8.DecodeRuneInString(after); r == '.' && unicode.IsLower(a) && !p.lower {
			return goesOn
		}
		if strings.Contains(rest, ".....") {
			return goesOn
		}
		return marked
	case strings.ContainsRune(",;)]/", r):
		return goesOn
	case r == '(':
		if k := strings.IndexByte(text, ')'); k > 0 && k < 6 && foldedPrefix(strings.TrimLeft(text[k+1:], " ()0123456789abcdefgi"), "article") > 0 {
			return goesOn
		}
		if lineStart || only || p.lower {
			return 0
		}
		return -30
	case word != "" && headings.has("after", word) && (only || p.lower || unicode.IsLower(r)):
		return goesOn
	case unicode.IsLower(r):
		if p.lower && len(rest) == len(text) || only {
			return 0
		}
		if p.lower {
			return -10
		}
		return goesOn
	}
	return titled
}

// rateBefore rates what stands before the heading.
func (p *headingPage) rateBefore(i int, lineStart, only bool) int {
	before := strings.TrimRight(p.s[:i], " \t\r\u00a0")
	breaks := 0
	for strings.HasSuffix(before, "\n") || strings.HasSuffix(before, "\f") {
		breaks++
		before = strings.TrimRight(before[:len(before)-1], " \t\r\u00a0")
	}
	if before == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case r == ',' && breaks < 2 && !only:
		return -25
	case strings.ContainsRune("“„«‘", r):
		return -15
	case strings.ContainsRune("\"'", r) && breaks == 0 && !only:
		return -15
	case strings.ContainsRune(".;:!?", r):
		return 5
	case breaks >= 2 || !unicode.IsLetter(r):
		return 0
	}
	if p.refers(i) && !only {
		return refersHere
	}
	if lineStart && unicode.IsLower(r) {
		return -10
	}
	return 0
}

// refers reports whether the word before i shows that a reference begins there: "of".
func (p *headingPage) refers(i int) bool {
	before := strings.TrimRight(p.s[max(0, i-60):i], " \t\r\n\u00a0'’")
	if strings.Contains(p.s[max(0, i-4):i], "\n\n") {
		return false
	}
	k := len(before)
	for k > 0 {
		r, n := utf8.DecodeLastRuneInString(before[:k])
		if !unicode.IsLetter(r) {
			break
		}
		k -= n
	}
	return headings.has("before", strings.ToLower(before[k:])) && !inAllCapitals(before[k:])
}

// inAllCapitals reports whether a word stands in capitals, as the words of headings do.
func inAllCapitals(w string) bool {
	return utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w
}
