package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/register"
)

// sourceRow is a document of the register as `sources` lists it.
type sourceRow struct {
	ID           chancery.DocumentID   `json:"id"`
	Name         string                `json:"name"`
	Bytes        int                   `json:"bytes"` // of the text of record
	Hash         string                `json:"hash"`
	Reader       string                `json:"reader"`
	Encoding     string                `json:"encoding,omitempty"`
	Standing     chancery.Standing     `json:"standing,omitempty"`
	StandingWhy  string                `json:"standing_why,omitempty"` // why it was guessed
	Bibliography chancery.Bibliography `json:"bibliography"`
	Engine       string                `json:"engine"`
	Packs        string                `json:"packs"`
	Claims       int                   `json:"claims"`
	Issues       []chancery.Issue      `json:"issues"`
}

func (m *Main) sourcesCommand() *cobra.Command {
	var form string
	var known int64
	var full bool
	c := &cobra.Command{
		Use:   "sources",
		Short: "List the documents of the register",
		Long: `List the documents of the register with how they were read and what is wrong with
them. What was mended and what could not be is told in full with --issues. A standing
(what sort of witness a document is) that nobody has set is a guess and shown as one;
chancery sources edit sets it, and title, author and year.`,
		Example: examples("chancery sources", "a table",
			"chancery sources --issues", "with what was mended or is damaged",
			"chancery sources --format csv", "for a spreadsheet"),
		Args: cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			v, s, err := m.view(ctx, known)
			if err != nil {
				return err
			}
			defer s.Close()
			l := sourceListing(v)
			if err := l.write(m.Stdout, form); err != nil || !full || form != "table" {
				return err
			}
			for _, d := range v.Documents() {
				if r, ok := v.Reading(d.ID); ok && len(r.Issues) > 0 {
					fmt.Fprintf(m.Stdout, "\n%s  %s\n", d.ID, d.Name)
					writeIssues(m.Stdout, r.Issues)
				}
			}
			return nil
		}),
	}
	formatFlag(c, &form, "table", "json", "jsonl", "csv")
	knownFlag(c, &known)
	c.Flags().BoolVar(&full, "issues", false, "tell what was mended or is damaged in each")
	c.AddCommand(m.sourcesEdit())
	return c
}

func knownFlag(c *cobra.Command, to *int64) {
	c.Flags().Int64Var(to, "known", 0, "as known at record `N` of the register (default the last)")
}

func sourceListing(v *register.View) *listing {
	l := &listing{columns: []string{"id", "name", "bytes", "reader", "encoding", "standing", "claims", "issues"},
		none: "the register has no documents yet; add some with: chancery add FOLDER"}
	for _, d := range v.Documents() {
		r, _ := v.Reading(d.ID)
		row := sourceRow{ID: d.ID, Name: d.Name, Bytes: len(d.Text), Hash: d.Hash, Reader: d.Reader, Encoding: d.Encoding, Standing: d.Standing, StandingWhy: d.StandingWhy,
			Bibliography: d.Bibliography, Engine: r.Engine, Packs: r.Packs, Claims: len(v.Claims(register.Filter{Document: d.ID})), Issues: r.Issues}
		var kinds []string
		for _, i := range r.Issues {
			kinds = append(kinds, i.Kind)
		}
		l.add(row, string(d.ID), d.Name, fmt.Sprint(row.Bytes), d.Reader, d.Encoding, standing(d), fmt.Sprint(row.Claims), strings.Join(kinds, ", "))
	}
	return l
}

// standing is a document's standing, with a word on whether it is a guess.
func standing(d chancery.Document) string {
	if d.Standing != "" && d.StandingWhy != "" {
		return string(d.Standing) + " (guessed)"
	}
	return string(d.Standing)
}
