package source

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"example.org/chancery"
)

// isFurniture reports whether an element is navigation or the like by its name,
// role, class or id.
func isFurniture(n *html.Node) bool {
	switch n.Data {
	case "nav", "aside", "footer", "form", "button", "select", "menu", "noscript":
		return true
	case "header":
		return !within(n, "article", "main")
	case "html", "body", "main", "article", "table", "tbody", "tr":
		return false
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar":
		return true
	case "main", "article", "note", "doc-endnotes":
		return false
	}
	if attr(n, "aria-hidden") == "true" || hasAttr(n, "hidden") {
		return true
	}
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(attr(n, "class")+" "+attr(n, "id")), func(r rune) bool {
		return r == ' ' || r == '-' || r == '_'
	}), isFurnitureWord)
}

// isFurnitureWord reports whether a word of a class or id names furniture.
func isFurnitureWord(w string) bool {
	switch w {
	case "nav", "navbar", "navbox", "navigation", "menu", "submenu", "sidebar", "breadcrumb", "breadcrumbs", "pagination", "pager", "footer", "copyright",
		"share", "sharing", "social", "cookie", "cookies", "advert", "advertisement", "ads", "banner", "promo", "related", "recommended", "subscribe",
		"editsection", "catlinks", "printfooter", "noprint", "toc", "jump", "sitesub", "search", "login", "comments", "widget", "tags", "skip":
		return true
	}
	return false
}

func within(n *html.Node, names ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if slices.Contains(names, p.Data) {
			return true
		}
	}
	return false
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// isLinkList reports whether a block is little else than three and more links. Size
// and linked are bytes of text.
func isLinkList(n *html.Node, size, linked int) bool {
	switch n.Data {
	case "ul", "ol", "div", "section", "p", "center", "dl":
	default:
		return false
	}
	if linked*10 < size*8 {
		return false
	}
	links := 0
	for c := range n.Descendants() {
		if c.Data == "a" && c.Type == html.ElementNode {
			if links++; links == 3 {
				return true
			}
		}
	}
	return false
}

// isLayout reports whether a cell is there to place blocks on the page, not to
// hold a value: it has headings, lists or tables in it, or several paragraphs.
func isLayout(cell *html.Node) bool {
	paragraphs, seen := 0, 0
	for c := range cell.Descendants() {
		if seen++; seen > 200 {
			return true
		}
		switch c.Data {
		case "table", "h1", "h2", "h3", "h4", "ul", "ol", "article", "blockquote":
			return true
		case "p", "div":
			if paragraphs++; paragraphs > 2 {
				return true
			}
		}
	}
	return false
}

// furnitureOf merges the spans marked as furniture. What is most of the page is
// its text, whatever its class says.
func (w *walker) furnitureOf(size int) []chancery.Span {
	spans := slices.DeleteFunc(w.furniture, func(s chancery.Span) bool { return s.Len()*5 > size*3 })
	slices.SortFunc(spans, func(a, b chancery.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	var merged []chancery.Span
	for _, s := range spans {
		if k := len(merged) - 1; k >= 0 && s.Start < merged[k].End {
			merged[k].End = max(merged[k].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}
