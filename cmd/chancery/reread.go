package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/ingest"
)

func (m *Main) rereadCommand() *cobra.Command {
	var dryRun, details bool
	c := &cobra.Command{
		Use:   "reread",
		Short: "Read the documents again after rules, packs or the authority changed",
		Long: `Read again every document whose last reading was made by another engine, other
language packs or another authority, and tell what each gained, lost and stranded:
a stranded decision finds no claim any more that it would be about. What a person
rejected stays rejected. With --dry-run nothing is recorded.`,
		Example: examples("chancery reread --dry-run --details", "see what would change",
			"chancery reread", "record it"),
		Args: cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			s, err := m.open(ctx)
			if err != nil {
				return err
			}
			defer s.Close()
			r, err := m.reader()
			if err != nil {
				return err
			}
			step, done := m.progress("reading again")
			changes, err := ingest.Reread(ctx, s, r, ingest.Options{Actor: m.who()}, dryRun, step)
			done()
			m.changes(changes, details)
			if err != nil {
				return err
			}
			if dryRun {
				fmt.Fprintln(m.Stdout, "this was a dry run: nothing was recorded")
			}
			return nil
		}),
	}
	c.Flags().BoolVar(&dryRun, "dry-run", false, "tell what would change and record nothing")
	c.Flags().BoolVar(&details, "details", false, "name every claim that is gained or lost")
	return c
}

func (m *Main) changes(changes []ingest.Change, details bool) {
	gained, lost, stranded := 0, 0, 0
	for _, c := range changes {
		gained, lost, stranded = gained+len(c.Gained), lost+len(c.Lost), stranded+len(c.Stranded)
		fmt.Fprintf(m.Stdout, "%s  %s: %d kept, %d gained, %d lost, %d stranded\n", c.Document, answer.Shown(c.Name), len(c.Kept),
			len(c.Gained), len(c.Lost), len(c.Stranded))
		if details {
			m.changed("+", c.Gained)
			m.changed("-", c.Lost)
		}
		for _, d := range c.Stranded {
			fmt.Fprintf(m.Stdout, "  stranded: the decision to %s in record %d by %s: %s\n", d.Decision.Act, d.Seq, answer.Shown(d.Actor),
				answer.Shown(d.Decision.Why))
		}
	}
	if len(changes) == 0 {
		fmt.Fprintln(m.Stdout, "every document was read with this engine, these packs and this authority already")
		return
	}
	fmt.Fprintf(m.Stdout, "%s read again: %d gained, %d lost, %d stranded\n", plural(len(changes), "document", "documents"), gained, lost, stranded)
}

func (m *Main) changed(sign string, cs []chancery.Claim) {
	for _, c := range cs {
		fmt.Fprintf(m.Stdout, "  %s %s %s “%s”\n", sign, c.ID, c.Type(), answer.Shown(c.Quote.Text))
	}
}
