package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"example.org/chancery"
)

// walker writes the text of a page.
type walker struct {
	out       strings.Builder
	gap       string // what is due before the next character: "", " ", "\n" or "\n\n"
	raw       int    // depth of elements that keep their white space
	row       int    // depth of cells whose blocks stay on the row's line
	tabs      int    // ends of cells that are due before the next character of the row
	column    int    // of the row, with those
	grids     []*grid
	links     int // bytes written inside links
	inLink    int
	blocks    []chancery.Span
	furniture []chancery.Span
}

// due asks for a gap before the next character.
func (w *walker) due(gap string) {
	if gap[0] == '\n' {
		if w.row > 0 {
			gap = " "
		} else {
			w.tabs = 0
		}
	}
	if rank(gap) > rank(w.gap) {
		w.gap = gap
	}
}

// rank orders gaps: of two that meet, the higher is written.
func rank(gap string) int {
	switch gap {
	case "\n\n":
		return 3
	case "\n":
		return 2
	case " ":
		return 1
	}
	return 0
}

// walk writes the text of n and what is in it.
func (w *walker) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		w.element(n)
		return
	case html.DocumentNode:
		w.children(n)
	}
}

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
}

func (w *walker) element(n *html.Node) {
	switch n.Data {
	case "script", "style", "head", "template", "iframe":
		return
	case "br":
		w.due("\n")
		return
	case "hr":
		w.due("\n\n")
		return
	}
	start, links, blocks := w.out.Len(), w.links, len(w.blocks)
	gap := gapAround(n)
	if gap != "" {
		w.due(gap)
	}
	w.inside(n)
	span := w.trimmed(start)
	if gap != "" || n.Data == "td" || n.Data == "th" {
		w.due(orSpace(gap))
		if len(w.blocks) == blocks && span.Len() > 0 {
			w.blocks = append(w.blocks, span)
		}
	}
	if span.Len() > 0 && (isFurniture(n) || isLinkList(n, span.Len(), w.links-links)) {
		w.furniture = append(w.furniture, span)
	}
}

// inside writes the children of n with the state that n sets for them.
func (w *walker) inside(n *html.Node) {
	switch n.Data {
	case "a":
		w.inLink++
		w.children(n)
		w.inLink--
	case "pre", "textarea":
		w.raw++
		w.children(n)
		w.raw--
	case "table":
		w.grids = append(w.grids, &grid{})
		w.children(n)
		w.grids = w.grids[:len(w.grids)-1]
	case "tr":
		w.inRow(n)
	case "td", "th":
		w.cell(n)
	default:
		w.children(n)
	}
}

// inRow writes the cells of a row.
func (w *walker) inRow(n *html.Node) {
	if len(w.grids) == 0 {
		w.children(n)
		return
	}
	g := w.grids[len(w.grids)-1]
	g.startRow()
	w.tabs, w.column = 0, 0
	w.children(n)
	g.endRow()
}

// cell writes a cell: a value in its column, or blocks that are only placed there.
func (w *walker) cell(n *html.Node) {
	flat, at, next := !isLayout(n), 0, 0
	if len(w.grids) > 0 {
		g := w.grids[len(w.grids)-1]
		at = g.place(spanned(n, "colspan"), spanned(n, "rowspan"))
		next = g.col
	}
	if !flat {
		w.due("\n")
		w.children(n)
		w.column = next
		return
	}
	if at > w.column {
		w.tabs += at - w.column
		w.column = at
	}
	w.row++
	w.children(n)
	w.row--
}

func orSpace(gap string) string {
	if gap == "" {
		return " "
	}
	return gap
}

// trimmed is the span from start to here without the white space around it.
func (w *walker) trimmed(start int) chancery.Span {
	s := w.out.String()[start:]
	t := strings.TrimLeft(s, " \t\n")
	start += len(s) - len(t)
	return chancery.Span{Start: start, End: start + len(strings.TrimRight(t, " \t\n"))}
}

// text writes a text node: white space runs become one space unless it is kept.
func (w *walker) text(s string) {
	if w.raw > 0 {
		if s != "" {
			w.flush()
			w.put(strings.ReplaceAll(s, "\r\n", "\n"))
		}
		return
	}
	for len(s) > 0 {
		i := 0
		for i < len(s) && isWhite(s[i]) {
			i++
		}
		if i > 0 {
			w.due(" ")
			s = s[i:]
			continue
		}
		for i < len(s) && !isWhite(s[i]) {
			i++
		}
		w.flush()
		w.put(s[:i])
		s = s[i:]
	}
}

func isWhite(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func (w *walker) flush() {
	if w.tabs > 0 && w.gap == " " {
		w.gap = ""
	}
	if w.out.Len() > 0 {
		w.out.WriteString(w.gap)
	}
	for ; w.tabs > 0; w.tabs-- {
		w.out.WriteByte('\t')
	}
	w.gap = ""
}

func (w *walker) put(s string) {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	w.out.WriteString(s)
	if w.inLink > 0 {
		w.links += len(s)
	}
}

// gapAround is what parts an element from its neighbours.
func gapAround(n *html.Node) string {
	switch n.Data {
	case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "section",
		"article", "main", "aside", "nav", "header", "footer", "figure", "ul", "ol", "dl", "form", "fieldset", "address":
		return "\n\n"
	case "div", "li", "tr", "dt", "dd", "caption", "figcaption", "legend",
		"option", "optgroup", "center", "details", "summary", "body", "hgroup", "menu", "thead", "tbody", "tfoot":
		return "\n"
	case "td", "th":
		if isLayout(n) {
			return "\n"
		}
	}
	return ""
}
