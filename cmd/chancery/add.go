package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/ingest"
)

func (m *Main) addCommand() *cobra.Command {
	var lim limits
	var quiet bool
	c := &cobra.Command{
		Use:   "add PATH...",
		Short: "Read files and folders into the register",
		Long: `Read files, and folders and zip archives with all that is in them, into the register:
PDF, Word (DOCX), OpenDocument (ODT), EPUB, HTML, Markdown and text in the encodings
that Cyrillic came in. - is standard input. Adding the same again adds nothing.

What a file says of itself (title, author, year) is kept with it; beside letter.pdf,
letter.csl.json may say it in CSL-JSON. See chancery sources edit.

A file that cannot be read is told with its reason and does not stop the rest; then
the exit code is 1. If there was no file at all it is 3. Stopped by Ctrl-C, the
register holds whole documents, and the same command goes on from there.`,
		Example: examples("chancery add ~/sources", "a folder",
			"chancery add notes.txt page.html", "two files",
			"chancery add archive.zip", "the files in an archive",
			"djvutxt book.djvu | chancery add -", "what another program gives",
			"chancery add --limit 200 ~/big", "read files of up to 200 MB"),
		Args: cobra.MinimumNArgs(1),
		RunE: m.do(func(ctx context.Context, paths []string) error {
			bounds, err := lim.limits()
			if err != nil {
				return err
			}
			s, err := m.open(ctx)
			if err != nil {
				return err
			}
			defer s.Close()
			r, err := m.reader()
			if err != nil {
				return err
			}
			step, done := m.progress("reading")
			sum, err := ingest.Add(ctx, s, r, paths, ingest.Options{Actor: m.who(), Limits: bounds, Stdin: m.Stdin}, step)
			done()
			m.summary(sum, quiet)
			if err != nil {
				return err
			}
			return verdictOf(sum, paths)
		}),
	}
	limitFlags(c, &lim)
	c.Flags().BoolVar(&quiet, "quiet", false, "do not tell what was mended or is damaged in each document")
	return c
}

// summary prints what became of the files: what was added with what is wrong with
// it, and on stderr what failed.
func (m *Main) summary(sum ingest.Summary, quiet bool) {
	claims := 0
	for _, a := range sum.Added {
		claims += a.Claims
		fmt.Fprintf(m.Stdout, "added  %s  %s  %s\n", a.Document, answer.Shown(a.Path), plural(a.Claims, "claim", "claims"))
		if !quiet {
			writeIssues(m.Stdout, a.Issues)
		}
	}
	for _, f := range sum.Failed {
		fmt.Fprintf(m.Stderr, "failed %s\n", answer.Shown(oneLine(f.Err.Error())))
	}
	fmt.Fprintf(m.Stdout, "%s: %d added with %s, %d there already, %d failed\n", plural(sum.Total(), "file", "files"),
		len(sum.Added), plural(claims, "claim", "claims"), len(sum.Same), len(sum.Failed))
}

func writeIssues(w io.Writer, issues []chancery.Issue) {
	for _, i := range issues {
		n := ""
		if i.Count > 0 {
			n = fmt.Sprintf(" (%d)", i.Count)
		}
		fmt.Fprintf(w, "       %s%s: %s\n", i.Kind, n, answer.Shown(i.What))
	}
}

func verdictOf(sum ingest.Summary, paths []string) error {
	switch {
	case sum.Total() == 0:
		return chancery.Errorf(chancery.NotFound, "add "+strings.Join(paths, " "), "name a folder that holds documents",
			"there are no files in it")
	case len(sum.Failed) > 0:
		return findings{fmt.Sprintf("%s could not be read; the reasons are above, the others are in the register",
			plural(len(sum.Failed), "file", "files"))}
	}
	return nil
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
