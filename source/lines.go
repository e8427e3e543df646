package source

import (
	"strings"
	"unicode"

	"example.org/chancery/source/pdfium"
)

// word is a stretch of a line without a space in it, in hundredths of a point.
type word struct {
	text        []byte
	left, right int
	glued       bool // no space stands before it
	cell        bool // a cell of a table begins with it
}

// fragment is a stretch of a line of a page, with the box around it.
type fragment struct {
	words                    []word
	left, right, bottom, top int
	hyphen                   bool // it ends with a hyphen that breaks a word
}

func (f *fragment) height() int { return f.top - f.bottom }

func (f *fragment) text() string {
	var b strings.Builder
	for i, w := range f.words {
		switch {
		case i == 0 || w.glued:
		case w.cell:
			b.WriteByte('\t')
		default:
			b.WriteByte(' ')
		}
		b.Write(w.text)
	}
	if f.hyphen {
		b.WriteByte('-')
	}
	return b.String()
}

// add puts a character at the end, as the beginning of a word or not.
func (f *fragment) add(c pdfium.Char, begins bool) {
	if len(f.words) == 0 {
		f.left, f.right, f.bottom, f.top = c.Left, c.Right, c.Bottom, c.Top
	} else {
		f.left, f.right = min(f.left, c.Left), max(f.right, c.Right)
		f.bottom, f.top = min(f.bottom, c.Bottom), max(f.top, c.Top)
	}
	if begins || len(f.words) == 0 {
		f.words = append(f.words, word{left: c.Left, right: c.Right})
	}
	w := &f.words[len(f.words)-1]
	w.left, w.right = min(w.left, c.Left), max(w.right, c.Right)
	w.text = append(w.text, string(c.Rune)...)
}

// merge puts the words of another fragment behind those of f.
func (f *fragment) merge(o *fragment, glued bool) {
	first := len(f.words)
	f.words = append(f.words, o.words...)
	f.words[first].glued = glued
	f.left, f.right = min(f.left, o.left), max(f.right, o.right)
	f.bottom, f.top = min(f.bottom, o.bottom), max(f.top, o.top)
	f.hyphen = o.hyphen
}

// The measures by which characters are put together, in percent of a line's height.
const (
	cellGap     = 220 // a wider gap in a line parts the cells of a table
	joinGap     = 150 // what follows a raised mark at most so far off is of its line
	spaceGap    = 18  // a narrower one is no space
	usualHeight = 800 // hundredths of a point: a lower line is measured as if it had this height
)

// linesOf makes the lines of a page. Reordered says that the lines of two columns
// stood mixed and were put in order.
func linesOf(chars []pdfium.Char) (lines []string, reordered bool) {
	frags := joined(fragments(chars))
	if at, ok := gutter(frags); ok {
		frags, reordered = byColumn(frags, at)
	}
	frags = inRows(frags)
	markCells(frags)
	for _, f := range frags {
		lines = append(lines, f.text())
	}
	return lines, reordered
}

// inRows puts together fragments that stand in one line far from each other, as cells.
func inRows(frags []*fragment) []*fragment {
	var out []*fragment
	for _, f := range frags {
		if n := len(out); n > 0 && !out[n-1].hyphen && sameLine(out[n-1], f) {
			f.words[0].cell = true
			out[n-1].merge(f, false)
			continue
		}
		out = append(out, f)
	}
	return out
}

// fragments cuts the characters of a page at line ends and at gaps as wide as those
// between the cells of a table.
func fragments(chars []pdfium.Char) []*fragment {
	var out []*fragment
	f := &fragment{}
	space := false
	end := func() {
		if len(f.words) > 0 {
			out = append(out, f)
		}
		f, space = &fragment{}, false
	}
	for _, c := range chars {
		switch {
		case c.Rune == '\r' || c.Rune == '\n':
			end()
			continue
		case c.Rune == pdfium.Hyphen || c.Rune == 2: // the engine has two ways to say so
			f.hyphen = true
			end()
			continue
		case c.Rune == ' ' || c.Rune == '\t':
			space = true
			continue
		case c.Rune == 0 || unicode.IsControl(c.Rune) || c.Rune >= 0xe000 && c.Rune <= 0xf8ff || c.Rune > unicode.MaxRune:
			c.Rune = unicode.ReplacementChar
		}
		if n := len(f.words); n > 0 && (c.Left-f.words[n-1].right)*100 > cellGap*max(f.height(), usualHeight) {
			end()
		}
		f.add(c, space)
		space = false
	}
	end()
	return out
}

// joined puts together fragments that stand in one line close to each other: behind
// a raised mark the engine begins a new line.
func joined(frags []*fragment) []*fragment {
	var out []*fragment
	for _, f := range frags {
		if n := len(out); n > 0 && !out[n-1].hyphen && sameLine(out[n-1], f) {
			last := out[n-1]
			gap, height := (f.left-last.right)*100, max(last.height(), f.height(), usualHeight)
			if gap <= joinGap*height {
				last.merge(f, gap <= spaceGap*height)
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// sameLine reports whether b goes on to the right of a, at the same height.
func sameLine(a, b *fragment) bool {
	overlap := min(a.top, b.top) - max(a.bottom, b.bottom)
	return overlap > 0 && overlap*2 >= min(a.height(), b.height()) && (b.left-a.right)*100 >= -spaceGap*max(a.height(), b.height(), usualHeight)
}
