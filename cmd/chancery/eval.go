package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/corpus"
	"example.org/chancery/ingest"
	"example.org/chancery/source"
)

func (m *Main) evalCommand() *cobra.Command {
	var gold, form string
	var list []string
	var strange bool
	c := &cobra.Command{
		Use:   "eval [--gold FILE DOCUMENT...]",
		Short: "Score what is found in documents against known facts",
		Long: `Score what is found in documents against facts that a person labelled: precision,
recall and F1 by document, language and type, facts that must never be taken, quotes
that stand. Gold files have one JSON object a line (doc/reference/facts.md), "doc"
being a document's file name without extension.

Without --gold the program's own corpus is scored; a name then chooses samples.`,
		Example: examples("chancery eval", "score the corpus of the program",
			"chancery eval --gold gold.jsonl --list missed,invented ~/documents", "score your own, with every fact missed or invented"),
		RunE: m.do(func(ctx context.Context, args []string) error {
			if form != "text" && form != "json" {
				return unknownForm(form, "text", "json")
			}
			for _, which := range list {
				if !slices.Contains(corpus.Lists, which) {
					return chancery.Errorf(chancery.Invalid, "score", "use one of "+strings.Join(corpus.Lists, ", "), "%q cannot be listed", which)
				}
			}
			r, err := m.reader()
			if err != nil {
				return err
			}
			if strange {
				// What is left of the score when nothing is known of the instruments by name.
				r = ingest.Reader{Languages: r.Languages}.Prepare()
			}
			var results []corpus.Result
			if gold == "" {
				results, err = m.ownCorpus(ctx, r, args)
			} else {
				results, err = m.against(ctx, r, gold, args)
			}
			if err != nil {
				return err
			}
			report := corpus.Summarise(results)
			if form == "json" {
				return report.WriteJSON(m.Stdout)
			}
			if err := report.WriteText(m.Stdout, list...); err != nil || r.Authority == nil {
				return err
			}
			return corpus.WriteResolved(m.Stdout, results, r.Authority.Has, slices.Contains(list, "resolved"))
		}),
	}
	c.Flags().StringVar(&gold, "gold", "", "the `FILE` of known facts")
	c.Flags().StringSliceVar(&list, "list", nil, "list the facts behind the figures: `WHICH` of "+strings.Join(corpus.Lists, ", "))
	_ = c.RegisterFlagCompletionFunc("list", cobra.FixedCompletions(corpus.Lists, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().BoolVar(&strange, "no-authority", false, "read without the authority file, as documents on unknown matters are read")
	formatFlag(c, &form, "text", "json")
	return c
}

// ownCorpus scores the samples of the program whose names contain one of the words.
func (m *Main) ownCorpus(ctx context.Context, r ingest.Reader, words []string) ([]corpus.Result, error) {
	samples, err := corpus.Documents()
	if err != nil {
		return nil, err
	}
	var out []corpus.Result
	for _, s := range samples {
		if !chosen(s.Name, words) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, _, err := source.Read(ctx, s.DocName, bytes.NewReader(s.Bytes), source.Limits{})
		if err != nil {
			return nil, fmt.Errorf("read the sample %s: %w", s.Name, err)
		}
		out = append(out, corpus.Score(s, d.Text, r.Read(&d).Facts(s.Name)))
	}
	if len(out) == 0 {
		return nil, chancery.Errorf(chancery.NotFound, "score the corpus", "leave the words out to score all, or give --gold FILE to score your own documents",
			"no sample has %s in its name", strings.Join(words, " or "))
	}
	return out, nil
}

func chosen(name string, words []string) bool {
	for _, w := range words {
		if strings.Contains(name, w) {
			return true
		}
	}
	return len(words) == 0
}

// against scores documents with the facts of a gold file.
func (m *Main) against(ctx context.Context, r ingest.Reader, gold string, paths []string) ([]corpus.Result, error) {
	doing := "score against " + gold
	if len(paths) == 0 {
		return nil, chancery.Errorf(chancery.Invalid, doing, "name the files or their folder behind it", "there are no documents to score")
	}
	f, err := os.Open(gold)
	if err != nil {
		return nil, &chancery.Error{Kind: chancery.NotFound, Doing: doing, Cause: err, Do: "check its name"}
	}
	defer f.Close()
	facts, problems := corpus.ReadGold(f)
	for _, p := range problems {
		fmt.Fprintf(m.Stderr, "%s: %s\n", gold, answer.Shown(p.String()))
	}
	by := map[string][]chancery.Claim{}
	for _, g := range facts {
		by[g.Doc] = append(by[g.Doc], g)
	}
	var out []corpus.Result
	for f := range ingest.Each(ctx, r, paths, ingest.Options{}) {
		doc := docName(f.Path)
		switch {
		case f.Err != nil:
			fmt.Fprintf(m.Stderr, "failed %s\n", answer.Shown(oneLine(f.Err.Error())))
		case len(by[doc]) == 0:
			fmt.Fprintf(m.Stderr, "left out %s: %s has no facts of a document %q\n", answer.Shown(f.Path), gold, doc)
		default:
			out = append(out, corpus.Score(corpus.Sample{Name: doc, Gold: by[doc]}, f.Document.Text, f.Reading.Facts(doc)))
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, chancery.Errorf(chancery.NotFound, doing, "give documents whose file names, without extension, stand in its field doc",
			"none of its documents was given")
	}
	return out, nil
}
