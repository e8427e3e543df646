package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// role is what a line is in the make-up of its page.
type role uint8

const (
	inFlow    role = iota // of a paragraph
	blank                 // nothing but space
	furniture             // as the reader marked it
	runningHead
	pageNumber
	rule // a line of dashes or of space that parts the notes from the text
	noteStart
	noteMore
	tableRow
)

// line is a line of the record without the space around it.
type line struct {
	start, end int // the content
	width      int // of the content in characters
	indent     int // characters of space before it
	role       role
	pageTop    bool  // a form feed stands before it
	note       int32 // place in a list of notes that shows no numbers, from 1
}

// layout is the record cut into lines, and how wide they are.
type layout struct {
	record string
	lines  []line
	width  int  // of a full line, in characters
	indent int  // of most lines
	wraps  bool // paragraphs are broken into lines of about that width
}

// newLayout cuts a record into lines at line feeds, carriage returns, form feeds
// and the Unicode separators of lines and paragraphs.
func newLayout(record string, marked []chancery.Span) *layout {
	p := &layout{record: record, lines: make([]line, 0, strings.Count(record, "\n")+1)}
	top := false
	for at := 0; at < len(record); {
		end, next, feed := lineEnd(record, at)
		p.lines = append(p.lines, trim(record, at, end))
		p.lines[len(p.lines)-1].pageTop = top
		top = feed
		at = next
	}
	p.mark(marked)
	p.measure()
	return p
}

func lineEnd(s string, at int) (end, next int, feed bool) {
	for i := at; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return i, i + 1, false
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2, false
			}
			return i, i + 1, false
		case '\f':
			return i, i + 1, true
		case 0xE2:
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return i, i + 3, false
			}
		}
	}
	return len(s), len(s), false
}

// trim finds the content between a and b.
func trim(s string, a, b int) line {
	var l line
	for a < b {
		r, n := utf8.DecodeRuneInString(s[a:b])
		if !isSpace(r) && !isInvisible(r) {
			break
		}
		l.indent++
		if r == '\t' {
			l.indent += 3
		}
		a += n
	}
	for a < b {
		r, n := utf8.DecodeLastRuneInString(s[a:b])
		if !isSpace(r) && (!isInvisible(r) || r == '\u00ad') {
			break
		}
		b -= n
	}
	l.start, l.end = a, b
	if a == b {
		l.role = blank
		if l.indent >= 30 { // how some typesetters part notes from text
			l.role = rule
		}
		return l
	}
	l.width = utf8.RuneCountInString(s[a:b])
	return l
}

// isSpace is white space that is no line end.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r >= 0x85 && unicode.IsSpace(r) || r == '\v'
}

// isInvisible is a character that shows nothing and parts nothing.
func isInvisible(r rune) bool {
	switch {
	case r == '\u00ad', r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2064, r == '\ufeff':
		return true
	}
	return false
}

// mark gives the reader's furniture its role.
func (p *layout) mark(spans []chancery.Span) {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b chancery.Span) int { return a.Start - b.Start })
	reach, k := 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		for k < len(spans) && spans[k].Start <= l.start {
			reach = max(reach, spans[k].End)
			k++
		}
		if l.role == inFlow && l.end <= reach {
			l.role = furniture
		}
	}
}

// measure finds the width of a full line and the indent of most lines.
func (p *layout) measure() {
	const widest = 400
	var widths [widest + 1]int
	indents := map[int]int{}
	n := 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != inFlow {
			continue
		}
		indents[l.indent]++
		if l.width >= 30 {
			widths[min(l.width, widest)]++
			n++
		}
	}
	for k, count := range indents {
		if count > indents[p.indent] || count == indents[p.indent] && k < p.indent {
			p.indent = k
		}
	}
	seen := 0
	for w, count := range widths {
		if seen += count; seen*5 >= n*4 && n > 0 {
			p.width = w
			break
		}
	}
	p.wraps = p.width > 0 && p.width <= 160 && p.breaksSentences()
}

// breaksSentences tells lines that are wrapped from paragraphs that happen to be of
// like length: most lines of full width end in the midst of a sentence, and few
// lines are longer.
func (p *layout) breaksSentences() bool {
	open, full, long, all := 0, 0, 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != inFlow {
			continue
		}
		all += l.width
		switch {
		case l.width*10 > p.width*13:
			long += l.width
		case l.width*10 >= p.width*8:
			full++
			if !ends(p.content(i)) {
				open++
			}
		}
		if i+1 < len(p.lines) && p.lines[i+1].role == inFlow && startsLower(p.content(i+1)) {
			if _, ok := breakAt(p.content(i), p.content(i+1)); ok {
				open++
			}
		}
	}
	return open*2 > full && long*5 < all
}

// content is the words of line i.
func (p *layout) content(i int) string { return p.record[p.lines[i].start:p.lines[i].end] }

// isFull reports whether line i ended because the next word did not fit.
func (p *layout) isFull(i, next int) bool {
	w := p.lines[i].width
	if w*10 > p.width*13 || w*100 < p.width*85 && ends(p.content(i)) {
		return false
	}
	word := 0
	for _, r := range p.content(next) {
		if r == ' ' || r == '-' {
			break
		}
		word++
	}
	return (w+1+min(word, p.width/4))*10 >= p.width*9
}

// ends reports whether s ends as a sentence does; a note's mark behind the stop
// does not hide it.
func ends(s string) bool {
	t := strings.TrimRight(s, "0123456789¹²³⁴⁵⁶⁷⁸⁹⁰*")
	if t == "" || len(t) < len(s) && !strings.HasSuffix(t, ".") && !strings.HasSuffix(t, "»") && !strings.HasSuffix(t, "?") && !strings.HasSuffix(t, "!") {
		return false
	}
	t = strings.TrimRight(t, "»”\"')]")
	r, _ := utf8.DecodeLastRuneInString(t)
	return strings.ContainsRune(".!?…:;", r)
}

// startsLower reports whether s begins, behind quotes and brackets, with a small letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "«“„\"(["))
	return unicode.IsLower(r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "«“„\"(["))
	return unicode.IsUpper(r)
}

// startsItem reports whether s begins as an item of a list or an article does:
// "1) ", "а) ", "§ 5", "— ", "IV. ", "Статья 5".
func startsItem(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '-', '*', '—', '–':
		return n < len(s) && s[n] == ' '
	case '•', '·', '§', '▪', '●':
		return true
	}
	if unicode.IsDigit(r) {
		_, k := number(s)
		return k > 0 && k <= 3 && k < len(s) && (s[k] == ')' || s[k] == '.' && k+1 < len(s) && s[k+1] == ' ')
	}
	if !unicode.IsLetter(r) || n == len(s) {
		return false
	}
	if s[n] == ')' {
		return true
	}
	word := firstWord(s)
	rest := s[len(word):]
	if isRoman(word) {
		return strings.HasPrefix(rest, ". ")
	}
	switch word {
	case "Статья", "Ст", "Стаття", "Пункт", "П", "Article", "Art", "Макала", "Берене", "Бап":
		rest = strings.TrimLeft(rest, ". ")
		_, k := number(rest)
		return k > 0 || isRoman(firstWord(rest))
	}
	return false
}
