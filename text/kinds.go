package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// name gives the paragraphs of the flow that are headings or abstracts their kind.
func (c *cleaner) name(runs []run) {
	if c.losses.Case {
		return
	}
	abstract := false
	for k := range runs {
		r := &runs[k]
		if r.kind != Body {
			continue
		}
		s := c.content(r.lines[0])
		long := len(r.lines) > 2
		switch {
		case isAbstractHead(s):
			abstract = true
			if !c.isHeading(*r) {
				r.kind = Abstract
			} else {
				r.kind = Heading
			}
		case isKeywords(s):
			r.kind = Abstract
			c.abstractBefore(runs[:k])
			abstract = false
		case c.isHeading(*r):
			r.kind = Heading
			abstract = abstract && !long
		case abstract:
			r.kind = Abstract
			abstract = false
		}
	}
}

// abstractBefore names the paragraphs before a line of keywords that are in the
// other script than the document.
func (c *cleaner) abstractBefore(runs []run) {
	other := func(r run) bool {
		return len(r.lines) > 0 && latin(c.content(r.lines[0]))
	}
	if len(runs) == 0 || len(c.lines) == 0 || !c.damage.cyrillic {
		return
	}
	for k := len(runs) - 1; k >= 0 && k >= len(runs)-6 && other(runs[k]); k-- {
		if runs[k].kind == Body {
			runs[k].kind = Abstract
		}
	}
}

// latin reports whether most letters of s are Latin.
func latin(s string) bool {
	l, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if r < 0x250 {
				l++
			}
		}
	}
	return l*2 > all
}

// isHeading reports whether a paragraph is a heading: short, no sentence, and
// begun as one.
func (c *cleaner) isHeading(r run) bool {
	width, count := 0, 0
	for _, i := range r.lines {
		if width += c.lines[i].width; width > 160 {
			return false
		}
		for range words(c.content(i)) {
			count++
		}
	}
	first, last := c.content(r.lines[0]), c.content(r.lines[len(r.lines)-1])
	if count > 20 || len(r.lines) > 5 || startsItem(first) && !strings.HasPrefix(first, "§") {
		return false
	}
	if isCapitals(first) && width > 3 {
		return true
	}
	x, _ := utf8.DecodeRuneInString(strings.TrimLeft(first, "«“\"[("))
	if !unicode.IsUpper(x) && !unicode.IsDigit(x) && x != '§' && x != '№' {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(last)
	return !strings.ContainsRune(".,;:!…-", end) || isNumberedTitle(first) && end == '.' && width < 80
}

// isNumberedTitle recognises "IV." and "Article 5." and the like standing alone.
func isNumberedTitle(s string) bool {
	w := strings.TrimRight(s, ". ")
	return isRoman(w) || len(strings.Fields(s)) <= 3 && strings.ContainsAny(s, "0123456789IVX") && startsUpper(s)
}

func isCapitals(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 4
}

func isAbstractHead(s string) bool {
	w := strings.ToLower(firstWord(s))
	switch w {
	case "аннотация", "abstract", "summary", "резюме", "түйін", "аңдатпа", "анотація":
		rest := s[len(firstWord(s)):]
		return rest == "" || strings.IndexByte(".: ", rest[0]) == 0 || rest[0] == ':' || rest[0] == '.'
	}
	return false
}

func isKeywords(s string) bool {
	lower := strings.ToLower(s[:min(len(s), 60)])
	for _, p := range []string{"keywords", "key words", "ключевые слова", "негизги сөздөр", "ачкыч сөздөр", "түйін сөздер", "кілт сөздер", "ключові слова"} {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	return false
}

// words yields the stretches of s between spaces.
func words(s string) iter.Seq[string] { return strings.FieldsSeq(s) }
