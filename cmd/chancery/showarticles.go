package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/ingest"
	"example.org/chancery/text"
)

// articleRow is an article of a treaty's own text with its place in the text of record.
type articleRow struct {
	Article string `json:"article"` // Arabic figures as the text counts: "7", "2.10", "36 bis"
	Start   int    `json:"start"`   // of the heading
	End     int    `json:"end"`
	Heading string `json:"heading"`      // verbatim, its white space as one blank
	In      string `json:"in,omitempty"` // the heading of the annex or protocol that it is in
}

func (m *Main) showArticles() *cobra.Command {
	return m.step("articles", "Show where the articles of a treaty's text begin and end",
		"Show the articles of a treaty's own text: the number in Arabic figures, where its heading begins\n"+
			"and the article ends in the text of record, and the heading. Articles of annexes and\n"+
			"protocols name what they are in. References to articles, tables of contents and quoted articles are\nleft out.",
		func(_ ingest.Reader, d chancery.Document) *listing {
			l := &listing{columns: []string{"article", "start", "end", "heading", "in"},
				none: "it has no articles; it is not the text of a treaty, or is not divided into articles"}
			for _, p := range text.Parts(d.Text) {
				if p.Kind != text.ArticlePart {
					continue
				}
				head := strings.Join(strings.Fields(d.Text[p.Heading.Start:p.Heading.End]), " ")
				row := articleRow{Article: p.Number, Start: p.Start, End: p.End, Heading: head, In: p.In}
				l.add(row, row.Article, fmt.Sprint(row.Start), fmt.Sprint(row.End), row.Heading, row.In)
			}
			return l
		})
}
