package text

import (
	"strconv"
	"strings"
	"unicode"
)

// findHeads gives running heads, page numbers and ruled lines their roles, and
// says where pages begin.
func (p *layout) findHeads() []Page {
	var pages []Page
	numbers := p.loneNumbers()
	p.pageHeads()
	p.repeatedHeads()
	top := true // page numbers stand at the top
	if len(numbers) > 0 {
		body := 0
		for i := 0; i < numbers[0] && body < 3; i++ {
			if p.lines[i].role == inFlow {
				body++
			}
		}
		top = body < 3
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.role == inFlow && isRule(p.content(i)) {
			l.role = rule
		}
		number, at := "", -1
		switch l.role {
		case pageNumber:
			number, at = strings.Trim(p.content(i), " -–—[]."), l.start
			if !top {
				at = p.after(i)
			}
		case runningHead:
			number, at = edgeNumber(p.content(i)), l.start
		}
		if l.pageTop && at < 0 {
			at = l.start
		}
		pages = addPage(pages, Page{Start: at, Number: number}, top || l.role == runningHead)
	}
	return pages
}

// addPage appends a page; a head, a number and a form feed that stand together are one page.
func addPage(pages []Page, n Page, own bool) []Page {
	if n.Start < 0 {
		return pages
	}
	if !own && n.Number != "" { // the number at the foot belongs to the page that ends here
		if len(pages) == 0 {
			pages = append(pages, Page{})
		}
		pages[len(pages)-1].Number = n.Number
		n.Number = ""
	}
	if k := len(pages) - 1; k >= 0 && n.Start-pages[k].Start < 200 && (pages[k].Number == "" || n.Number == "" || pages[k].Number == n.Number) && pages[k].Start > 0 {
		if pages[k].Number == "" {
			pages[k].Number = n.Number
		}
		return pages
	}
	return append(pages, n)
}

func (p *layout) after(i int) int {
	if i+1 < len(p.lines) {
		return p.lines[i+1].start
	}
	return p.lines[i].end
}

// loneNumbers finds the lines that hold nothing but a page number. "— 214 —" is one
// by its look; a bare number only beside a form feed, or in a run that counts on
// page by page.
func (p *layout) loneNumbers() []int {
	type lone struct{ line, n, text int }
	var found []int
	var bare []lone
	text := 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != inFlow {
			continue
		}
		s := p.content(i)
		n, dashed, ok := loneNumber(s)
		switch {
		case !ok:
			text += l.width
		case dashed || l.pageTop || i+1 < len(p.lines) && p.lines[i+1].pageTop:
			l.role = pageNumber
			found = append(found, i)
		default:
			bare = append(bare, lone{i, n, text})
		}
	}
	for k := range bare {
		follows := k > 0 && bare[k].n == bare[k-1].n+1 && bare[k].text-bare[k-1].text > 400
		leads := k+1 < len(bare) && bare[k+1].n == bare[k].n+1 && bare[k+1].text-bare[k].text > 400
		if follows || leads {
			p.lines[bare[k].line].role = pageNumber
			found = append(found, bare[k].line)
		}
	}
	return found
}

// loneNumber reads "214", "— 214 —", "[214]", "- 12 -".
func loneNumber(s string) (n int, dashed, ok bool) {
	t := strings.Trim(s, " -–—[]")
	if t == "" || len(t) > 4 || len(s) > 20 {
		return 0, false, false
	}
	n, err := strconv.Atoi(t)
	if err != nil || n <= 0 || t[0] == '+' {
		return 0, false, false
	}
	first, last := s[0] > '9' || s[0] < '0', s[len(s)-1] > '9' || s[len(s)-1] < '0'
	return n, first && last, true
}

// edgeNumber is the page number at either end of a running head, parted from its
// words by a wide gap.
func edgeNumber(s string) string {
	if i := strings.LastIndex(s, "   "); i >= 0 {
		if t := strings.TrimSpace(s[i:]); isNumber(t) {
			return t
		}
	}
	if i := strings.LastIndexByte(s, '\t'); i >= 0 {
		if t := strings.TrimSpace(s[i:]); isNumber(t) {
			return t
		}
	}
	if i := strings.IndexAny(s, " \t"); i > 0 && isNumber(s[:i]) && (s[i] == '\t' || strings.HasPrefix(s[i:], "   ")) {
		return s[:i]
	}
	return ""
}

func isNumber(s string) bool {
	if s == "" || len(s) > 4 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// pageHeads finds heads that carry a page number at an edge, when the numbers of
// two of them follow each other with text between.
func (p *layout) pageHeads() {
	last, lastN, text := -1, 0, 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.role != inFlow {
			continue
		}
		s := p.content(i)
		number := ""
		if p.lines[i].width <= 200 && strings.ContainsAny(s, " \t") {
			number = edgeNumber(s)
		}
		if number == "" {
			text++
			continue
		}
		n, _ := strconv.Atoi(number)
		if last >= 0 && text >= 3 && n > lastN && n-lastN <= 2 {
			p.lines[last].role, l.role = runningHead, runningHead
		}
		last, lastN, text = i, n, 0
	}
}

// repeatedHeads finds short lines that come back, their digits aside, again and
// again between blank lines or beside page ends.
func (p *layout) repeatedHeads() {
	type place struct{ count, first, last int }
	seen := map[string]*place{}
	var candidates []int
	for i := range p.lines {
		if l := &p.lines[i]; l.role != inFlow || l.width > 100 || l.width < 5 || !p.atPageEdge(i) {
			continue
		}
		k := withoutDigits(p.content(i))
		if len(k) < 5 {
			continue
		}
		candidates = append(candidates, i)
		if f := seen[k]; f != nil {
			f.count++
			f.last = i
		} else {
			seen[k] = &place{count: 1, first: i, last: i}
		}
	}
	for _, i := range candidates {
		f := seen[withoutDigits(p.content(i))]
		if f.count >= 3 && (f.last-f.first)/(f.count-1) >= 15 && !ends(p.content(i)) {
			p.lines[i].role = runningHead
		}
	}
}

// atPageEdge reports whether line i stands beside a form feed, a page number or a
// running head, nothing but blank lines between.
func (p *layout) atPageEdge(i int) bool {
	if p.lines[i].pageTop || i == 0 {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if r := p.lines[k].role; r == pageNumber || r == runningHead || p.lines[k].pageTop && r == blank {
			return true
		} else if r != blank {
			break
		}
	}
	for k := i + 1; k < len(p.lines) && k <= i+4; k++ {
		if r := p.lines[k].role; r == pageNumber || r == runningHead || p.lines[k].pageTop {
			return true
		} else if r != blank {
			break
		}
	}
	return false
}

func withoutDigits(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)), " ")
}

// isRule reports whether s is a line drawn with dashes, underscores, stars or the like.
func isRule(s string) bool {
	if len(s) < 3 {
		return false
	}
	n := 0
	for _, r := range s {
		if !strings.ContainsRune("-–—_=*~.· ", r) {
			return false
		}
		if r != ' ' {
			n++
		}
	}
	return n >= 3
}
