package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/ingest"
)

func (m *Main) extractCommand() *cobra.Command {
	var form string
	var lim limits
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print what files state, without a register",
		Long: `Print the facts that files, folders and zip archives state, one row a fact, without a
register; - is standard input. As --format facts they are JSON objects, one a line, as
doc/reference/facts.md describes;
"doc" is the file's name without its extension, and "start" and "end" are bytes of the
text of record (chancery show text FILE).`,
		Example: examples("chancery extract notes.txt", "a table",
			"chancery extract --format facts ~/sources > facts.jsonl", "for another program"),
		Args: cobra.MinimumNArgs(1),
		RunE: m.do(func(ctx context.Context, paths []string) error {
			if form != "facts" && form != "table" {
				return unknownForm(form, "facts", "table")
			}
			bounds, err := lim.limits()
			if err != nil {
				return err
			}
			r, err := m.reader()
			if err != nil {
				return err
			}
			return m.extract(ctx, r, paths, ingest.Options{Limits: bounds, Stdin: m.Stdin}, form)
		}),
	}
	formatFlag(c, &form, "table", "facts")
	limitFlags(c, &lim)
	return c
}

func (m *Main) extract(ctx context.Context, r ingest.Reader, paths []string, o ingest.Options, form string) error {
	l := &listing{columns: []string{"doc", "type", "states", "certainty", "quote"}, none: "nothing that a rule recognises is stated"}
	failed, files := 0, 0
	for f := range ingest.Each(ctx, r, paths, o) {
		files++
		if f.Err != nil {
			failed++
			fmt.Fprintf(m.Stderr, "failed %s\n", answer.Shown(oneLine(f.Err.Error())))
			continue
		}
		doc := docName(f.Path)
		for _, c := range f.Reading.Facts(doc) {
			if form == "facts" {
				if err := writeJSON(m.Stdout, c, ""); err != nil {
					return err
				}
				continue
			}
			l.add(c, doc, string(c.Type()), states(c), string(c.Certainty()), c.Quote.Text)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if form == "table" {
		if err := l.write(m.Stdout, form); err != nil {
			return err
		}
	}
	switch {
	case files == 0:
		return chancery.Errorf(chancery.NotFound, "extract "+strings.Join(paths, " "), "name files or a folder that holds some", "there are no files in it")
	case failed > 0:
		return findings{plural(failed, "file", "files") + " could not be read; the reasons are above"}
	}
	return nil
}

// docName is the id of a document in facts: its file name without extension.
func docName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
