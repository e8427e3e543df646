package source

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/net/html"

	"example.org/chancery"
)

const htmlReader = "html/2"

// sniffHTML recognises a page by what it begins with.
func sniffHTML(b []byte) bool {
	head := b[:min(len(b), 4096)]
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
func readHTML(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	t := decode(in.Bytes, declaredCharset(in.Bytes))
	root, err := parseHTML(ctx, t.text)
	if err != nil {
		return chancery.Document{}, nil, err
	}
	w := &walker{}
	w.out.Grow(len(t.text) / 2)
	w.walk(root)
	text := w.out.String()
	d := chancery.NewDocument(in.Name, text, htmlReader+t.undo)
	d.Encoding = t.encoding
	d.Blocks = w.blocks
	d.Furniture = w.furnitureOf(len(text))
	d.Bibliography = bibliographyOf(root)
	return d, shifted(t.issues, text), nil
}

// parseHTML parses a page. It takes the page in small pieces, so that it can be stopped.
func parseHTML(ctx context.Context, s string) (*html.Node, error) {
	root, err := html.ParseWithOptions(&stoppable{ctx, strings.NewReader(s)}, html.ParseOptionEnableScripting(false))
	if err == nil || ctx.Err() != nil {
		return root, ctx.Err()
	}
	return nil, &chancery.Error{Kind: chancery.Invalid, Why: "its HTML cannot be parsed", Cause: err, Do: "save the page as text"}
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

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func plain(s string) string { return strings.Join(strings.Fields(s), " ") }
