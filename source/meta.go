package source

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"example.org/chancery"
)

// bibliographyOf reads what a page says of itself: citation_* (as libraries and
// journals write it for search engines), Dublin Core, JSON-LD, Open Graph, and the
// title, in this order of trust.
func bibliographyOf(root *html.Node) chancery.Bibliography {
	h := pageHead{meta: map[string][]string{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			h.take(n)
		}
	}
	b := chancery.Bibliography{
		Title:    h.first("citation_title", "dc.title", "dcterms.title", "ld:title", "og:title"),
		Author:   h.all("citation_author", "dc.creator", "dcterms.creator", "ld:author", "author", "article:author"),
		Editor:   h.all("citation_editor", "ld:editor"),
		In:       h.first("citation_journal_title", "citation_inbook_title", "prism.publicationname", "dcterms.ispartof", "ld:in", "og:site_name"),
		Volume:   h.first("citation_volume", "prism.volume"),
		Pages:    between(h.first("citation_firstpage", "prism.startingpage"), h.first("citation_lastpage", "prism.endingpage")),
		DOI:      strings.TrimPrefix(h.first("citation_doi", "prism.doi"), "doi:"),
		Language: h.first("lang", "content-language", "dc.language", "dcterms.language", "citation_language", "og:locale"),
		URL:      h.first("canonical", "og:url", "citation_public_url"),
	}
	b.Publisher = h.first("citation_publisher", "dc.publisher", "dcterms.publisher", "ld:publisher")
	if b.Title == "" {
		b.Title = h.first("title")
	}
	for _, k := range []string{"citation_publication_date", "citation_date", "citation_year", "dc.date", "dcterms.issued", "dcterms.date", "ld:date",
		"article:published_time", "date"} {
		if b.Issued = day(h.first(k)); b.Issued != "" {
			break
		}
	}
	return b
}

// pageHead is what the head of a page says, by name in lower case.
type pageHead struct{ meta map[string][]string }

func (h pageHead) add(k, v string) {
	if v = plain(v); v != "" {
		h.meta[k] = append(h.meta[k], v)
	}
}

func (h pageHead) take(n *html.Node) {
	switch n.Data {
	case "html":
		h.add("lang", attr(n, "lang"))
	case "title":
		if n.FirstChild != nil && n.Parent.Data == "head" {
			h.add("title", n.FirstChild.Data)
		}
	case "link":
		if attr(n, "rel") == "canonical" {
			h.add("canonical", attr(n, "href"))
		}
	case "meta":
		h.add(strings.ToLower(attr(n, "name")+attr(n, "property")+attr(n, "http-equiv")), attr(n, "content"))
	case "script":
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			h.linked([]byte(n.FirstChild.Data))
		}
	}
}

// first is the first value under the first key that has one.
func (h pageHead) first(keys ...string) string {
	for _, k := range keys {
		if v := h.meta[k]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// all is every value under the first key that has one.
func (h pageHead) all(keys ...string) string {
	for _, k := range keys {
		if v := h.meta[k]; len(v) > 0 {
			return strings.Join(v, "; ")
		}
	}
	return ""
}

// linked reads JSON-LD in the vocabulary of schema.org: of the things that it
// describes the first that is a work.
func (h pageHead) linked(b []byte) {
	var any any
	if json.Unmarshal(b, &any) != nil {
		return
	}
	work := workIn(any, 0)
	if work == nil || len(h.meta["ld:title"]) > 0 {
		return
	}
	for key, fields := range map[string][]string{"ld:title": {"headline", "name"}, "ld:date": {"datePublished"}} {
		for _, f := range fields {
			if s, ok := work[f].(string); ok {
				h.add(key, s)
				break
			}
		}
	}
	for key, field := range map[string]string{"ld:author": "author", "ld:editor": "editor", "ld:in": "isPartOf", "ld:publisher": "publisher"} {
		for _, name := range namesIn(work[field]) {
			h.add(key, name)
		}
	}
}

// workIn finds a thing whose type is of a work; deep is how far it was looked into.
func workIn(v any, deep int) map[string]any {
	if deep > 4 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			if w := workIn(one, deep+1); w != nil {
				return w
			}
		}
	case map[string]any:
		for _, t := range namesIn(v["@type"]) {
			if strings.HasSuffix(t, "Article") || t == "Book" || t == "Chapter" || t == "CreativeWork" || t == "Thesis" || t == "Report" {
				return v
			}
		}
		return workIn(v["@graph"], deep+1)
	}
	return nil
}

// namesIn is a name, the name of a thing, or those of a list of either.
func namesIn(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return []string{s}
		}
	case []any:
		var out []string
		for _, one := range v {
			switch one.(type) {
			case string, map[string]any:
				out = append(out, namesIn(one)...)
			}
		}
		return out
	}
	return nil
}

func between(first, last string) string {
	if first == "" || last == "" || first == last {
		return first
	}
	return first + "-" + last
}

// day reads the dates that pages carry, 2019/05/01 or 2019-05-01T10:00:00Z, as EDTF;
// "" for any other form.
func day(s string) string {
	s, _, _ = strings.Cut(s, "T")
	parts := strings.Split(strings.ReplaceAll(s, "/", "-"), "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return ""
	}
	for i, p := range parts {
		if strings.Trim(p, "0123456789") != "" || p == "" || i > 0 && len(p) > 2 {
			return ""
		}
		if len(p) == 1 {
			parts[i] = "0" + p
		}
	}
	return strings.Join(parts, "-")
}
