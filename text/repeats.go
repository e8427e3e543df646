package text

import "example.org/chancery"

// What counts as a page that stands twice: so many lines in a row, and so many
// characters, that a list or a form does not repeat them.
const (
	repeatedLines = 3
	repeatedWidth = 600
	repeatedLine  = 30 // characters of a line that shows where a repetition begins
)

// findRepeats takes out lines that stand in the text twice, as when a page was scanned
// twice: the second time they are furniture.
func (c *cleaner) findRepeats() {
	first := map[string]int{}
	for i := 0; i < len(c.lines); i++ {
		l := &c.lines[i]
		if l.role != inFlow || l.width < repeatedLine {
			continue
		}
		was, seen := first[c.content(i)]
		if !seen {
			first[c.content(i)] = i
			continue
		}
		end, lines, width := c.repeated(was, i)
		if lines < repeatedLines || width < repeatedWidth {
			continue
		}
		for k := i; k < end; k++ {
			if c.lines[k].role == inFlow {
				c.lines[k].role = furniture
			}
		}
		c.tally.add("repeated-pages", chancery.Span{Start: l.start, End: c.lines[end-1].end})
		i = end - 1
	}
}

// repeated is how far the lines from i on say what those from was on say; blank lines
// and page heads aside.
func (c *cleaner) repeated(was, i int) (end, lines, width int) {
	end = i
	for a, b := was, i; a < i && b < len(c.lines); {
		switch {
		case c.lines[a].role != inFlow:
			a++
			continue
		case c.lines[b].role != inFlow:
			b++
			continue
		case c.content(a) != c.content(b):
			return end, lines, width
		}
		lines++
		width += c.lines[b].width
		a, b = a+1, b+1
		end = b
	}
	return end, lines, width
}
