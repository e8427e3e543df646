package web

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/chancery"
)

// record is a text of record laid out for reading. Its paragraphs put together are
// the text, byte for byte.
type record struct {
	text   string
	starts []int           // where each line begins
	paras  []chancery.Span // cover the text
	wrapped
}

// wrapped is how the file breaks its lines.
type wrapped string

const (
	narrow wrapped = "narrow" // lines fit the column: they are shown as in the file
	wide   wrapped = "wide"   // hard-wrapped, but wider than the column
	whole  wrapped = "whole"  // a line is a paragraph
)

// Lengths in characters that tell the ways of breaking lines apart: the column of
// the page is 68 wide, and no printed page or typescript has lines beyond 130.
const (
	narrowLine = 74
	wideLine   = 130
)

// longest is how many bytes a paragraph may have before it is cut for display.
const longest = 12_000

func layOut(d *chancery.Document) *record {
	r := &record{text: d.Text, starts: []int{0}}
	for i := 0; i < len(d.Text); i++ {
		if d.Text[i] == '\n' && i+1 < len(d.Text) {
			r.starts = append(r.starts, i+1)
		}
	}
	r.wrapped = r.wrapping(len(d.Blocks) > 0)
	from := 0
	for n := 1; n < len(r.starts); n++ {
		if r.breaks(n) {
			r.add(from, r.starts[n])
			from = r.starts[n]
		}
	}
	r.add(from, len(d.Text))
	return r
}

// wrapping looks at the tenth of lines that are longest.
func (r *record) wrapping(blocks bool) wrapped {
	var lengths []int
	for n := range r.starts {
		if l := strings.TrimSpace(r.line(n)); l != "" {
			lengths = append(lengths, utf8.RuneCountInString(l))
		}
	}
	slices.Sort(lengths)
	if len(lengths) == 0 {
		return narrow
	}
	switch long := lengths[len(lengths)*9/10]; {
	case blocks || long > wideLine:
		return whole
	case long > narrowLine:
		return wide
	}
	return narrow
}

// line is the nth line, counted from 0, with its end.
func (r *record) line(n int) string {
	if n+1 < len(r.starts) {
		return r.text[r.starts[n]:r.starts[n+1]]
	}
	return r.text[r.starts[n]:]
}

// breaks reports whether a paragraph begins at the nth line.
func (r *record) breaks(n int) bool {
	l, before := r.line(n), r.line(n-1)
	blank, after := strings.TrimSpace(l) == "", strings.TrimSpace(before) == ""
	switch {
	case blank:
		return false
	case after || r.wrapped == whole:
		return true
	}
	return indented(l) && !indented(before)
}

func indented(l string) bool {
	return strings.HasPrefix(l, "\t") || strings.HasPrefix(l, "  ") || strings.HasPrefix(l, "\u00a0\u00a0")
}

// add cuts what is too long for one paragraph at a blank, else between characters.
func (r *record) add(from, to int) {
	for to-from > longest {
		cut := from + longest
		if i := strings.LastIndexByte(r.text[from:cut], ' '); i > 0 {
			cut = from + i + 1
		}
		for !utf8.RuneStart(r.text[cut]) {
			cut--
		}
		r.paras = append(r.paras, chancery.Span{Start: from, End: cut})
		from = cut
	}
	if to > from {
		r.paras = append(r.paras, chancery.Span{Start: from, End: to})
	}
}

// lineOf is the number, from 1, of the line that has the byte at.
func (r *record) lineOf(at int) int {
	return sort.SearchInts(r.starts, at+1)
}

// part is the paragraphs that one page shows, half open.
type part struct{ from, to int }

// partSize is how many bytes of text one page shows at least, if there are as many.
const partSize = 48_000

func (r *record) parts() []part {
	var out []part
	from := 0
	for i, p := range r.paras {
		if p.End-r.paras[from].Start >= partSize || i == len(r.paras)-1 {
			out = append(out, part{from, i + 1})
			from = i + 1
		}
	}
	return out
}

// paraOf is the paragraph that has the byte at.
func (r *record) paraOf(at int) int {
	return sort.Search(len(r.paras), func(i int) bool { return r.paras[i].End > at })
}
