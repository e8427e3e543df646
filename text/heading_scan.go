package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// candidate is a place that may be the heading of an article.
type candidate struct {
	at       int // of the word or, where the number comes first, of the number
	readings []reading
	score    int // how much it looks like a heading, in tenths
	section  bool
}

// page is a text of record as the search for headings sees it.
type headingPage struct {
	s        string
	flat     bool // the line ends are lost
	long     bool // a line is a paragraph or more
	lower    bool // the capitals are lost, but for the words of headings
	articles []candidate
	sections []candidate
	holders  []int // where headings of annexes and protocols begin
	chapters []int // where headings of chapters begin
	closings []int // where the closing formula begins
}

// scanHeadings finds what may be a heading.
func scanHeadings(s string) *headingPage {
	p := &headingPage{s: s}
	p.measure()
	for i := 0; i < len(s); {
		if headings.begins[s[i]] {
			if end := p.try(i); end > i {
				i = end
				continue
			}
		}
		i++
	}
	return p
}

// measure finds out whether line ends and capitals are there.
func (p *headingPage) measure() {
	lines, upper, letters, words := 1, 0, 0, 0
	for i := 0; i < len(p.s); i++ {
		switch c := p.s[i]; {
		case c == '\n':
			lines++
		case c >= 'a' && c <= 'z':
			letters++
		case c == 0xD0 && i+1 < len(p.s) && p.s[i+1] < 0xB0 && p.s[i+1] >= 0x90:
			letters++
			upper++
		case c == 0xD0 || c == 0xD1:
			letters++
		case c >= 'A' && c <= 'Z':
			letters++
			upper++
			if c == 'A' && strings.HasPrefix(p.s[i:], "ARTICLE") {
				words++
			}
		}
	}
	p.flat = len(p.s) > 300*lines
	p.long = len(p.s) > 120*lines
	p.lower = letters > 200 && (upper-7*words)*200 < letters
}

// shortestGlued is how many letters a heading's word has at least that is looked for inside
// another: "part i" has no article.
const shortestGlued = 5

// try looks at one place; it returns where to go on, i itself when nothing is there.
func (p *headingPage) try(i int) int {
	first, _ := utf8.DecodeRuneInString(p.s[i:])
	if !headings.mayBegin(first) {
		return i
	}
	first = unicode.ToLower(first)
	before, _ := utf8.DecodeLastRuneInString(p.s[:i])
	glued := unicode.IsLetter(before)
	if glued && !(p.lower && p.flat) {
		return i
	}
	if !glued && headings.closes[first] {
		for _, w := range headings.sorts["closing"] {
			if n := foldedPrefix(p.s[i:], w); n > 0 && !letterAt(p.s, i+n) {
				p.closings = append(p.closings, i)
				return i + n
			}
		}
	}
	for _, w := range headings.byFirst[first] {
		n := foldedPrefix(p.s[i:], w.word)
		if n == 0 || glued && (w.sort != "article" || n < shortestGlued) {
			continue
		}
		upper := p.s[i:i+n] == strings.ToUpper(w.word) && n > 2
		if !(p.lower && upper) && w.word != "第" && w.word != "§" && letterAt(p.s, i+n) {
			continue
		}
		if p.head(w, i, i+n, upper, glued) {
			return i + n
		}
	}
	return i
}

// head takes up the word w at i as a heading where it can be one.
func (p *headingPage) head(w headWord, i, end int, upper, glued bool) bool {
	start, lineStart := p.lineStart(i)
	switch w.sort {
	case "annex":
		if p.isHolder(i, end, upper, lineStart) {
			p.holders = append(p.holders, i)
			return true
		}
		return false
	case "chapter":
		if lineStart && p.isChapter(i, end, upper) {
			p.chapters = append(p.chapters, i)
		}
		return false // "section" may be what articles are called
	case "article-behind":
		return p.numberFirst(start, i, end)
	}
	c := candidate{at: i, section: w.sort == "section"}
	if w.word == "第" {
		if r, ok := chineseReading(p.s, end); ok {
			c.readings = []reading{r}
		}
	} else {
		c.readings = p.numberAfter(end, upper && p.lower, lineStart)
	}
	if len(c.readings) == 0 {
		return false
	}
	c.score = p.rate(i, end, c.readings[0].end, upper, glued, lineStart)
	p.keep(c)
	return true
}

func (p *headingPage) keep(c candidate) {
	if c.section {
		p.sections = append(p.sections, c)
	} else {
		p.articles = append(p.articles, c)
	}
}

// numberAfter reads the number behind a heading's word: after spaces, a stop, a dash
// or "No.", or alone on the next line.
func (p *headingPage) numberAfter(i int, glued, lineStart bool) []reading {
	j := i
	if j < len(p.s) && p.s[j] == '.' {
		j++
	}
	for j < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[j:])
		if r == '\n' && lineStart {
			if rs := readings(p.s, j+1, false); len(rs) > 0 && (strings.TrimLeft(p.restOfLine(rs[0].end), " .:\r") == "") {
				return rs
			}
		}
		if !isSpace(r) && !strings.ContainsRune("-–—№#*_", r) {
			break
		}
		j += n
		if j-i > 12 {
			return nil
		}
	}
	return readings(p.s, j, glued || p.flat && p.lower)
}

// numberFirst takes up a heading whose number stands before the word, "1-берене", alone
// at the beginning of its line.
func (p *headingPage) numberFirst(start, i, end int) bool {
	at := start
	for at < i && strings.IndexByte(" \t*#>", p.s[at]) >= 0 {
		at++
	}
	if at >= i || i-at > 40 || letterAt(p.s, end) {
		return false
	}
	rs := readings(p.s, at, false)
	k := slices.IndexFunc(rs, func(r reading) bool { return strings.Trim(p.s[min(r.end, i):i], " \t.-–—)") == "" })
	if k < 0 || rs[k].suffix != "" {
		return false
	}
	rest := strings.TrimSpace(p.restOfLine(end))
	if rest != "" && !startsUpper(rest) && strings.IndexByte(".:-", rest[0]) < 0 {
		return false
	}
	r := rs[k]
	r.end, r.cost = end, 0
	score := 40
	if rest == "" {
		score += 10
	}
	p.keep(candidate{at: at, readings: []reading{r}, score: score})
	return true
}

// restOfLine is what stands from i to the end of the line.
func (p *headingPage) restOfLine(i int) string {
	if k := strings.IndexByte(p.s[i:], '\n'); k >= 0 {
		return p.s[i : i+k]
	}
	return p.s[i:]
}

// lineStart is where the line of i begins, and whether only marks stand before i.
func (p *headingPage) lineStart(i int) (int, bool) {
	k := i
	for k > 0 && p.s[k-1] != '\n' && p.s[k-1] != '\f' {
		k--
		if i-k > 120 {
			return k, false
		}
	}
	return k, strings.Trim(p.s[k:i], " \t\r*#>_[+|•·\u00a0\ufeff") == ""
}

// isHolder reports whether the word at i heads an annex or a protocol: it begins a
// line, stands in capitals or has a number or nothing behind it.
func (p *headingPage) isHolder(i, end int, upper, lineStart bool) bool {
	if letterAt(p.s, end) {
		return false
	}
	if !lineStart {
		return p.flat && p.lower && upper
	}
	rest := strings.TrimSpace(p.restOfLine(end))
	if len(rest) > 80 || strings.HasSuffix(rest, ".") && len(rest) > 12 || strings.HasSuffix(rest, ",") || strings.HasSuffix(rest, ";") {
		return false
	}
	if p.refers(i) {
		return false
	}
	if rest == "" || upper {
		return true
	}
	if rs := readings(rest, 0, false); len(rs) > 0 {
		return strings.TrimLeft(rest[rs[0].end:], " .:–-") == "" || startsUpper(strings.TrimLeft(rest[rs[0].end:], " .:–-"))
	}
	word, n := smallWord(rest, 0)
	return len(word) == 1 && startsUpper(rest) && (n == len(rest) || rest[n] != ' ' || startsUpper(rest[n+1:])) || startsUpper(rest)
}

// isChapter reports whether the word at i, at the beginning of a line, heads a chapter.
func (p *headingPage) isChapter(i, end int, upper bool) bool {
	if letterAt(p.s, end) {
		return false
	}
	rest := strings.TrimSpace(p.restOfLine(end))
	if len(rest) > 100 || strings.HasSuffix(rest, ",") || strings.HasSuffix(rest, ";") || p.refers(i) {
		return false
	}
	rs := readings(rest, 0, false)
	word, _ := smallWord(rest, 0)
	return len(rs) > 0 || upper || len(word) == 1
}
