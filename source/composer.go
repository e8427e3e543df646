package source

import (
	"strings"
	"unicode/utf8"

	"example.org/chancery"
)

// composer writes the text of record of formats that are made of paragraphs and
// tables: paragraphs parted by an empty line, rows by a line end, cells by a tab.
type composer struct {
	out       strings.Builder
	open      strings.Builder // the paragraph that is being written
	tables    []*openTable
	blocks    []chancery.Span
	furniture []chancery.Span
	afterRow  bool
}

// openTable is a table whose row is being written.
type openTable struct {
	row   [][]string // of each cell its paragraphs
	cell  []string
	empty int // columns that the open cell takes besides its own
	again int // further cells with the same content
}

// write goes on with the open paragraph.
func (c *composer) write(s string) {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	c.open.WriteString(s)
}

// endParagraph ends the open paragraph, if there is any.
func (c *composer) endParagraph() {
	s := strings.Trim(c.open.String(), " \t\n\r")
	c.open.Reset()
	if s == "" {
		return
	}
	if n := len(c.tables); n > 0 {
		t := c.tables[n-1]
		t.cell = append(t.cell, s)
		return
	}
	c.block(s, false)
}

// block writes a paragraph, or a row's line.
func (c *composer) block(s string, row bool) {
	if c.out.Len() > 0 {
		c.out.WriteString("\n")
		if !row || !c.afterRow {
			c.out.WriteString("\n")
		}
	}
	c.afterRow = row
	start := c.out.Len()
	c.out.WriteString(s)
	if !row {
		c.blocks = append(c.blocks, chancery.Span{Start: start, End: c.out.Len()})
		return
	}
	for cell := range strings.SplitSeq(s, "\t") {
		if cell != "" {
			c.blocks = append(c.blocks, chancery.Span{Start: start, End: start + len(cell)})
		}
		start += len(cell) + 1
	}
}

func (c *composer) startTable() {
	c.endParagraph()
	c.tables = append(c.tables, &openTable{})
}

func (c *composer) endCell() {
	if n := len(c.tables); n > 0 {
		c.endParagraph()
		t := c.tables[n-1]
		t.row = append(t.row, t.cell)
		for range min(t.empty, widest-1) {
			t.row = append(t.row, nil)
		}
		for range min(t.again, widest-1) {
			t.row = append(t.row, t.cell)
		}
		t.cell, t.empty, t.again = nil, 0, 0
	}
}

// longCell is how many paragraphs a cell may have and be a value; one of more is
// there to place text on the page.
const longCell = 3

func (c *composer) endRow() {
	n := len(c.tables)
	if n == 0 {
		return
	}
	t := c.tables[n-1]
	row, layout := t.row, false
	t.row = nil
	for _, cell := range row {
		layout = layout || len(cell) > longCell
	}
	if n > 1 { // a table in a cell becomes paragraphs of the cell
		outer := c.tables[n-2]
		for _, cell := range row {
			outer.cell = append(outer.cell, cell...)
		}
		return
	}
	if layout {
		for _, cell := range row {
			for _, p := range cell {
				c.block(p, false)
			}
		}
		return
	}
	line := make([]string, len(row))
	filled := false
	for i, cell := range row {
		line[i] = strings.Join(strings.FieldsFunc(strings.Join(cell, " "), func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
		filled = filled || line[i] != ""
	}
	if filled {
		c.block(strings.Join(line, "\t"), true)
	}
}

func (c *composer) endTable() {
	if n := len(c.tables); n > 0 {
		c.endParagraph()
		c.tables = c.tables[:n-1]
	}
}

// aside writes with do what is furniture: running heads and the like.
func (c *composer) aside(do func()) {
	start := c.out.Len()
	do()
	if end := c.out.Len(); end > start {
		for c.out.String()[start] == '\n' {
			start++
		}
		c.furniture = append(c.furniture, chancery.Span{Start: start, End: end})
	}
}

// document is what was composed.
func (c *composer) document(name, reader string) chancery.Document {
	c.endParagraph()
	d := chancery.NewDocument(name, c.out.String(), reader)
	d.Blocks, d.Furniture = c.blocks, c.furniture
	return d
}
