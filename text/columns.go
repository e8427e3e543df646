package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What shows that the lines of two columns stand one behind the other.
const (
	columnWords = 4 // broken words that go on two lines further, at least
	columnTimes = 3 // and so many times those that go on in the next
)

// interleaved is how many broken words go on in the line after the next and not in the
// next, when that shows two columns read as one; 0 when it does not. A word goes on
// where the document has it whole elsewhere.
func (c *cleaner) interleaved() int {
	if !c.wraps {
		return 0
	}
	var flow []int
	for i := range c.lines {
		if c.lines[i].role == inFlow {
			flow = append(flow, i)
		}
	}
	type try struct{ next, far string }
	var tries []try
	asked := map[string]bool{}
	for k := 0; k+2 < len(flow); k++ {
		a, ok := breakAt(c.content(flow[k]), c.content(flow[k+1]))
		b, far := breakAt(c.content(flow[k]), c.content(flow[k+2]))
		if ok && far && !a.soft && a.before != "" && a.after != "" && b.after != "" {
			t := try{strings.ToLower(a.before + a.after), strings.ToLower(b.before + b.after)}
			tries = append(tries, t)
			asked[t.next], asked[t.far] = false, false
		}
	}
	if len(tries) < columnWords {
		return 0
	}
	for _, i := range flow {
		for w := range words(c.content(i)) {
			if w = strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })); w != "" {
				if _, ok := asked[w]; ok {
					asked[w] = true
				}
			}
		}
	}
	next, far := 0, 0
	for _, t := range tries {
		if asked[t.next] {
			next++
		}
		if asked[t.far] {
			far++
		}
	}
	if far >= columnWords && far >= columnTimes*next {
		return far
	}
	return 0
}

// sideBySide is how many lines hold two columns with a gap in the middle.
func (c *cleaner) sideBySide() int {
	n, all := 0, 0
	for i := range c.lines {
		l := &c.lines[i]
		if l.role != inFlow && l.role != tableRow || l.width < 40 {
			continue
		}
		all++
		s := c.content(i)
		k := strings.Index(s, "    ")
		if k < 0 {
			continue
		}
		left, right := strings.TrimSpace(s[:k]), strings.TrimSpace(s[k:])
		if len(strings.Fields(left)) >= 3 && len(strings.Fields(right)) >= 3 && !strings.Contains(right, "    ") &&
			utf8.RuneCountInString(left)*4 > l.width && !strings.ContainsAny(left+right, "0123456789") {
			n++
		}
	}
	if n >= 10 && n*2 > all {
		return n
	}
	return 0
}
