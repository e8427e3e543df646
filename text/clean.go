package text

import (
	"strings"

	"example.org/chancery"
)

// Clean mends a document's text. It is total: any string is cleaned, and what it
// could not make sense of is kept as it is.
func Clean(d *chancery.Document) *Text {
	w := &builder{record: d.Text}
	w.out.Grow(len(d.Text))
	var paragraphs []Paragraph
	for at := 0; at < len(d.Text); {
		end := at + strings.IndexByte(d.Text[at:]+"\n", '\n')
		if s := strings.TrimSpace(d.Text[at:end]); s != "" {
			a := at + strings.Index(d.Text[at:end], s)
			if len(paragraphs) > 0 {
				w.put("\n\n", a, a)
			}
			from := w.out.Len()
			w.keep(a, a+len(s))
			paragraphs = append(paragraphs, Paragraph{Span: chancery.Span{Start: from, End: w.out.Len()}, Kind: Body})
		}
		at = end + 1
	}
	t := w.text()
	t.Paragraphs = paragraphs
	return t
}
