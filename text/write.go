package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// write appends a paragraph to the mended text.
func (c *cleaner) write(r run) {
	first, last := c.lines[r.lines[0]], c.lines[r.lines[len(r.lines)-1]]
	if n := len(c.paragraphsOut); n > 0 {
		c.w.put("\n\n", first.start, first.start)
	}
	from := c.w.out.Len()
	for k, i := range r.lines {
		l := c.lines[i]
		end := l.end
		var j joint
		if k+1 < len(r.lines) {
			j = c.jointAt(i, r.lines[k+1], r.kind, &end)
		}
		c.writeStretch(l.start, end, r.kind)
		if k+1 < len(r.lines) && j == bySpace {
			c.writeLineEnd(i, r.lines[k+1], r.kind)
		}
	}
	span := chancery.Span{Start: from, End: c.w.out.Len()}
	c.paragraphsOut = append(c.paragraphsOut, Paragraph{Span: span, Kind: r.kind})
	switch {
	case r.kind == NoteText:
		c.noteLines = append(c.noteLines, r.lines[0])
		c.noteSpans = append(c.noteSpans, span)
		c.tally.add("notes", chancery.Span{Start: first.start, End: last.end})
	case r.kind == Furniture && first.role != furniture:
		c.tally.add("page-heads", chancery.Span{Start: first.start, End: last.end})
	}
}

// jointAt decides how line i is joined to line next, and moves end before a hyphen
// that goes.
func (c *cleaner) jointAt(i, next int, kind Kind, end *int) joint {
	b, ok := breakAt(c.content(i), c.content(next))
	if !ok || kind == Furniture {
		return bySpace
	}
	if kind == Table && !startsLower(c.content(next)) {
		return bySpace
	}
	j := c.spellings.joint(b)
	if j == asOne {
		*end -= b.hyphen
		c.tally.add("hyphenation", chancery.Span{Start: *end - len(b.before), End: c.lines[next].start + len(b.after)})
	}
	return j
}

// writeLineEnd puts what parts two lines of a paragraph: a space, in a table a
// newline, or two where a blank line stood.
func (c *cleaner) writeLineEnd(i, next int, kind Kind) {
	a, b := c.lines[i].end, c.lines[next].start
	_, n := utf8.DecodeRuneInString(c.w.record[a:]) // a no-break space is more than a byte
	if kind != Table {
		c.w.put(" ", a, min(a+n, b))
		return
	}
	if next > i+1 {
		c.w.put("\n\n", a, min(a+n, b)) // what stood between is written behind the table
		return
	}
	c.w.put("\n", a, b)
}

// writeStretch appends the record's bytes from a to b without the marks in them.
func (c *cleaner) writeStretch(a, b int, kind Kind) {
	k := sort.Search(len(c.marks), func(k int) bool { return c.marks[k].start >= a })
	for ; k < len(c.marks) && c.marks[k].end <= b; k++ {
		m := c.marks[k]
		c.writeMended(a, m.start, kind)
		c.at[k] = c.w.out.Len()
		c.tally.add("note-marks", chancery.Span{Start: m.start, End: m.end})
		a = m.end
	}
	c.writeMended(a, b, kind)
}

// writePlain appends the record's bytes from a to b with spaces made plain and
// invisible characters left out.
func (c *cleaner) writePlain(a, b int, kind Kind) {
	s, from := c.record, a
	for i := a; i < b; {
		ch := s[i]
		if !odd[ch] {
			i++
			continue
		}
		if ch == ' ' && i+1 < b && s[i+1] != '-' && !odd[s[i+1]] {
			i += 2
			continue
		}
		r, w := rune(ch), 1
		if ch >= utf8.RuneSelf {
			r, w = utf8.DecodeRuneInString(s[i:b])
		}
		switch {
		case isInvisible(r):
			c.w.keep(from, i)
			c.tally.add("invisible-characters", chancery.Span{Start: i, End: i + w})
			i += w
			from = i
		case isSpace(r):
			end, wide := spaces(s, i, b)
			if c.isSpacedHyphen(a, i, end, b) {
				c.w.keep(from, i)
				c.tally.add("spaced-hyphens", chancery.Span{Start: i, End: end + 1})
				from = end
			} else if end > i+1 || ch != ' ' {
				c.w.keep(from, i)
				c.w.put(spaceFor(kind, wide), i, end)
				from = end
			}
			i = end
		default:
			i += w
		}
	}
	c.w.keep(from, b)
}

func spaceFor(kind Kind, wide bool) string {
	if kind == Table && wide {
		return "\t"
	}
	return " "
}

// odd holds the first bytes of spaces and invisible characters.
var odd = [256]bool{' ': true, '\t': true, '\v': true, 0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true, 0xEF: true}

// spaces finds the end of the spaces at i, and whether they are as wide as the
// gap between cells: a tab, or three and more.
func spaces(s string, i, b int) (end int, wide bool) {
	n := 0
	for i < b {
		r, w := utf8.DecodeRuneInString(s[i:b])
		if !isSpace(r) {
			break
		}
		wide = wide || r == '\t'
		n++
		i += w
	}
	return i, wide || n >= 3
}

// spacing says where a space before a hyphen is an error of the document.
type spacing struct{ afterFigures, afterLetters bool }

// spacedHyphens judges by the whole document: "1858 -жылы" is one wherever it
// stands; "жети -суу" only where there are several and no dash is written so.
func spacedHyphens(s string) spacing {
	figures, letters, right := 0, 0, 0
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '-')
		if i < 0 {
			break
		}
		at += i + 1
		before, after := "", s[at:min(len(s), at+4)]
		if at >= 2 {
			before = s[max(0, at-6) : at-1]
		}
		next, _ := utf8.DecodeRuneInString(after)
		last, w := utf8.DecodeLastRuneInString(before)
		switch {
		case last == ' ' && unicode.IsLetter(next):
			prev, _ := utf8.DecodeLastRuneInString(before[:len(before)-w])
			if unicode.IsDigit(prev) {
				figures++
			} else if unicode.IsLetter(prev) {
				letters++
			}
		case unicode.IsLetter(last) && next == ' ':
			right++
		}
	}
	return spacing{figures > 0, letters >= 3 && right*3 < letters || figures >= 3 && letters > right}
}

// isSpacedHyphen reports whether the spaces from i to end stand before a hyphen
// that belongs to the word before them.
func (c *cleaner) isSpacedHyphen(a, i, end, b int) bool {
	if i == a || end+1 >= b || c.record[end] != '-' || !c.spaced.afterFigures && !c.spaced.afterLetters {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(c.record[a:i])
	next, _ := utf8.DecodeRuneInString(c.record[end+1 : b])
	if !unicode.IsLetter(next) {
		return false
	}
	return unicode.IsDigit(last) && c.spaced.afterFigures || unicode.IsLetter(last) && c.spaced.afterLetters
}

// text closes the work: the notes are linked and the issues told.
func (c *cleaner) text() *Text {
	t := c.w.text()
	t.Paragraphs, t.Pages, t.Losses = c.paragraphsOut, c.pages, c.losses
	c.linkNotes(t)
	c.tell(t)
	return t
}

// linkNotes lists the marks in order, each with its note, and then the notes that no mark calls.
func (c *cleaner) linkNotes(t *Text) {
	order := make([]int, len(c.noteLines))
	for k := range order {
		order[k] = k
	}
	sort.Slice(order, func(a, b int) bool { return c.noteLines[order[a]] < c.noteLines[order[b]] })
	lines := make([]int, len(order))
	for k, o := range order {
		lines[k] = c.noteLines[o]
	}
	of := map[int]chancery.Span{}
	var loose []Note
	for k, m := range c.link(c.marks, lines) {
		if m >= 0 {
			of[m] = c.noteSpans[order[k]]
			continue
		}
		loose = append(loose, Note{Mark: c.labelOf(lines[k]), At: -1, Span: c.noteSpans[order[k]], Page: c.pageOf(c.lines[lines[k]].start)})
	}
	for k, m := range c.marks {
		t.Notes = append(t.Notes, Note{Mark: m.label, At: c.at[k], Span: of[k], Page: c.pageOf(m.start)})
	}
	t.Notes = append(t.Notes, loose...)
}

// pageOf is the index of the page on which the record's byte at stands, or -1.
func (c *cleaner) pageOf(at int) int {
	return sort.Search(len(c.pages), func(i int) bool { return c.pages[i].Start > at }) - 1
}
