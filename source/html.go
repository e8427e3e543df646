package source

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"example.org/chancery"
)

// sniffHTML recognises a page by what it begins with.
func sniffHTML(head []byte) bool {
	h := bytes.ToLower(bytes.TrimLeft(head, "\ufeff \t\r\n"))
	for bytes.HasPrefix(h, []byte("<!--")) {
		_, rest, ok := bytes.Cut(h, []byte("-->"))
		if !ok {
			break
		}
		h = bytes.TrimLeft(rest, " \t\r\n")
	}
	for _, s := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(h, []byte(s)) {
			return true
		}
	}
	return bytes.HasPrefix(h, []byte("<?xml")) && bytes.Contains(h, []byte("<html"))
}

// readHTML makes the text of record of a page: all its text but scripts and
// styles, blocks parted by newlines, cells of a row by tabs.
func readHTML(name string, b []byte) (chancery.Document, []chancery.Issue, error) {
	s, enc, issues := decode(b, declaredCharset(b))
	root, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
	if err != nil {
		return chancery.Document{}, nil, &chancery.Error{Kind: chancery.Invalid, Doing: "read " + name, Why: "its HTML cannot be parsed",
			Cause: err, Do: "save the page as text"}
	}
	w := &walker{}
	w.out.Grow(len(s) / 2)
	w.walk(root)
	text := w.out.String()
	d := chancery.NewDocument(name, text, "html/1")
	d.Encoding = enc
	d.Blocks = w.blocks
	d.Furniture = w.furnitureOf(len(text))
	d.Bibliography = bibliographyOf(root)
	return d, shifted(issues, text), nil
}

// shifted keeps of issues about the file what still holds of its text.
func shifted(issues []chancery.Issue, text string) []chancery.Issue {
	kept := issues[:0]
	for _, i := range issues {
		if i.Kind == "undecodable" {
			again := encodingIssues(text, "utf-8")
			if len(again) == 0 {
				continue
			}
			i.Count, i.At = again[0].Count, again[0].At
		}
		kept = append(kept, i)
	}
	return kept
}

// declaredCharset is the encoding that the head of a page names.
func declaredCharset(b []byte) string {
	head := bytes.ToLower(b[:min(len(b), 4096)])
	_, rest, ok := bytes.Cut(head, []byte("charset="))
	if !ok {
		return ""
	}
	rest = bytes.TrimLeft(rest, "\"' ")
	end := bytes.IndexAny(rest, "\"'; />")
	if end < 0 {
		return ""
	}
	return string(rest[:end])
}

// bibliographyOf reads what the page says of itself.
func bibliographyOf(root *html.Node) chancery.Bibliography {
	var b chancery.Bibliography
	meta := map[string]string{}
	var authors []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			b.Language = attr(n, "lang")
		case "title":
			if b.Title == "" && n.FirstChild != nil && n.Parent.Data == "head" {
				b.Title = plain(n.FirstChild.Data)
			}
		case "link":
			if attr(n, "rel") == "canonical" {
				b.URL = attr(n, "href")
			}
		case "meta":
			k := strings.ToLower(attr(n, "name") + attr(n, "property") + attr(n, "http-equiv"))
			v := plain(attr(n, "content"))
			if k == "citation_author" || k == "dc.creator" || k == "author" && len(authors) == 0 {
				authors = append(authors, v)
			} else if _, ok := meta[k]; !ok {
				meta[k] = v
			}
		}
	}
	first := func(was string, keys ...string) string {
		for _, k := range keys {
			if meta[k] != "" {
				return meta[k]
			}
		}
		return was
	}
	b.Author = strings.Join(authors, "; ")
	b.Title = first(b.Title, "citation_title", "dc.title", "og:title")
	b.In = first("", "citation_journal_title", "og:site_name")
	b.Issued = day(first("", "citation_publication_date", "citation_date", "article:published_time", "dc.date", "date"))
	if b.URL == "" {
		b.URL = first("", "og:url")
	}
	if b.Language == "" {
		b.Language = first("", "content-language", "dc.language", "citation_language")
	}
	return b
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

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func plain(s string) string { return strings.Join(strings.Fields(s), " ") }
