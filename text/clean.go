package text

import (
	"example.org/chancery"
)

// Clean mends a document's text. It is total: any string is cleaned, and what it
// could not make sense of is kept as it is.
func Clean(d *chancery.Document) *Text {
	p := newLayout(d.Text, d.Furniture)
	if len(d.Blocks) > 0 { // the format itself says where paragraphs end
		p.wraps = false
	}
	c := &cleaner{layout: p, w: &builder{record: d.Text}, page: -1}
	c.w.out.Grow(len(d.Text))
	c.pages = p.findHeads()
	c.findRepeats()
	p.findTables()
	c.marks = p.findMarks()
	p.findNotes(c.marks)
	c.dropMarksInNotes()
	c.losses, c.damage = survey(p)
	c.findDrops()
	c.spaced = spacedHyphens(d.Text)
	c.at = make([]int, len(c.marks))
	runs := c.paragraphs()
	c.learnSpellings(runs)
	for _, r := range runs {
		c.write(r)
	}
	return c.text()
}

// cleaner holds what Clean knows of one document while it mends it.
type cleaner struct {
	*layout
	w         *builder
	pages     []Page
	marks     []mark
	at        []int // for each mark, where it stood in the mended text
	losses    Losses
	damage    damage
	spaced    spacing
	spellings spellings
	drops     []drop

	paragraphsOut []Paragraph
	noteLines     []int // first lines of the notes written
	noteSpans     []chancery.Span
	page          int
	tally         tally
}

func (c *cleaner) dropMarksInNotes() {
	kept := c.marks[:0]
	for _, m := range c.marks {
		r := c.lines[m.line].role
		if r == inFlow || r == tableRow && !m.weak {
			kept = append(kept, m)
		}
	}
	c.marks = kept
}

// run is lines that make one paragraph.
type run struct {
	kind  Kind
	lines []int
}

// gap is what lies between a line of the flow and the one before it.
type gap struct {
	blank int
	page  bool // a page end, a head or notes
}

// paragraphs groups the lines. Heads, page numbers and notes that interrupt a
// paragraph are put behind it.
func (c *cleaner) paragraphs() []run {
	var runs, behind []run
	var open run
	var g gap
	flush := func() {
		if len(open.lines) > 0 {
			runs = append(runs, open)
		}
		runs = append(runs, behind...)
		open, behind, g = run{}, nil, gap{}
	}
	for i := range c.lines {
		l := &c.lines[i]
		g.page = g.page || l.pageTop && i > 0
		switch l.role {
		case blank:
			g.blank++
		case rule:
			g.page = true
			if l.width > 0 {
				behind = append(behind, run{Furniture, []int{i}})
			}
		case furniture:
			g.blank++
			behind = append(behind, run{Furniture, []int{i}})
		case runningHead, pageNumber:
			g.page = true
			behind = append(behind, run{Furniture, []int{i}})
		case noteStart:
			g.page = true
			behind = append(behind, run{NoteText, []int{i}})
		case noteMore:
			n := &behind[len(behind)-1]
			n.lines = append(n.lines, i)
		case tableRow:
			if open.kind != Table {
				flush()
				open.kind = Table
			}
			open.lines = append(open.lines, i)
			g = gap{}
		default:
			if open.kind != Body || !c.continues(open.lines, i, g) {
				flush()
				open.kind = Body
			}
			open.lines = append(open.lines, i)
			g = gap{}
		}
	}
	flush()
	c.name(runs)
	return runs
}

// continues reports whether line next goes on with the paragraph of lines.
func (c *cleaner) continues(lines []int, next int, g gap) bool {
	prev := lines[len(lines)-1]
	a, b := c.content(prev), c.content(next)
	if br, ok := breakAt(a, b); ok && (startsLower(b) || br.soft || c.wraps && g.blank == 0) {
		return c.wraps || startsLower(b)
	}
	open, lower := !ends(a), startsLower(b)
	if c.losses.Case {
		lower = false
	}
	if !c.wraps {
		return open && lower && c.lines[prev].width >= 40 && (g.page || g.blank == 0) && !startsItem(b)
	}
	full := c.isFull(prev, next)
	switch {
	case g.page:
		return open && latin(a) == latin(b) && (lower || full && !startsItem(b)) || full && lower
	case g.blank > 0:
		return open && lower && (full || c.isHeadingSoFar(lines)) || c.isSentenceSoFar(lines, next, g)
	case c.lines[next].indent >= c.indent+2 && c.lines[next].indent > c.lines[prev].indent:
		return false
	case c.lines[next].indent >= c.indent+2 && len(lines) == 1:
		return false
	case ends(a) && (startsItem(b) || latin(a) != latin(b)):
		return false
	case b[0] == '-' && open: // the hyphen of a word, on the wrong line
		return true
	case full:
		return !c.losses.Case || open
	}
	return open && lower
}

// isHeadingSoFar reports whether lines can be a title that is set line by line
// with blank lines between.
func (c *cleaner) isHeadingSoFar(lines []int) bool {
	if !startsUpper(c.content(lines[0])) || len(lines) > 5 {
		return false
	}
	for _, i := range lines {
		if c.lines[i].width*10 > c.width*8 {
			return false
		}
	}
	return true
}

// isSentenceSoFar recognises a first line that a blank line has torn from its
// paragraph: it is long, reads like a sentence and not like a title, has no end,
// and a full line follows.
func (c *cleaner) isSentenceSoFar(lines []int, next int, g gap) bool {
	i := lines[0]
	l := c.lines[i]
	if len(lines) > 1 || g.blank > 1 || l.width*10 < c.width*7 || ends(c.content(i)) || c.lines[next].width*20 < c.width*17 {
		return false
	}
	small, all, stops := 0, 0, 0
	for w := range words(c.content(i)) {
		if w[0] < '0' || w[0] > '9' {
			all++
		}
		if startsLower(w) {
			small++
		}
		if w[len(w)-1] == '.' {
			stops++
		}
	}
	return all >= 8 && small*4 >= all*3 && stops > 0
}

// learnSpellings looks up how the document writes the words that its lines break.
func (c *cleaner) learnSpellings(runs []run) {
	for _, r := range runs {
		for k := 1; k < len(r.lines); k++ {
			if b, ok := breakAt(c.content(r.lines[k-1]), c.content(r.lines[k])); ok && !b.soft {
				if c.spellings == nil {
					c.spellings = spellings{}
				}
				c.spellings.ask(b)
			}
		}
	}
	if c.spellings != nil {
		for i := range c.lines {
			if c.lines[i].width > 0 {
				c.spellings.count(c.content(i))
			}
		}
	}
}
