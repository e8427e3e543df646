package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/authority"
	"example.org/chancery/corpus"
	"example.org/chancery/ingest"
	"example.org/chancery/register"
	"example.org/chancery/register/sqlite"
)

func (m *Main) demoCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Make a register of sample documents and ask it two questions",
		Long: `Make a register out of sample documents that come with the program - Russian, Kyrgyz and
English; clean, hyphenated with notes, machine-translated, stripped of digits; text and
HTML, all written for this purpose - in a temporary folder, tell what was found, and ask
two questions. The register stays there until you delete it.`,
		Example: examples("chancery demo", "in a temporary folder", "chancery demo --folder ./sample", "in a folder of your choice"),
		Args:    cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			return m.demo(ctx, dir)
		}),
	}
	c.Flags().StringVar(&dir, "folder", "", "the `FOLDER` to make it in (default a temporary one)")
	return c
}

// demoQuestions are asked of the samples. What comes out is read from them.
func demoQuestions() []answer.Question {
	return []answer.Question{
		{Between: []string{"russia", "china"}, On: "1860-01-01", About: "trade"},
		{Between: []string{"russia", "united-states"}, On: "1826"},
	}
}

func (m *Main) demo(ctx context.Context, dir string) error {
	dir, docs, err := demoFolder(dir)
	if err != nil {
		return err
	}
	file := filepath.Join(dir, "chancery.db")
	s, err := sqlite.Create(ctx, file)
	if err != nil {
		return unusable{err}
	}
	defer s.Close()
	r, err := m.reader()
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "reading the sample documents in %s\n\n", docs)
	step, done := m.progress("reading")
	sum, err := ingest.Add(ctx, s, r, []string{docs}, ingest.Options{Actor: m.who()}, step)
	done()
	m.summary(sum, false)
	if err != nil {
		return err
	}
	v, err := register.At(ctx, s, 0)
	if err != nil {
		return err
	}
	if err := m.demoFound(v, r.Authority); err != nil {
		return err
	}
	for n, q := range demoQuestions() {
		fmt.Fprintf(m.Stdout, "\n── question %d: chancery ask %s\n\n", n+1, asFlags(q))
		a, err := answer.Ask(v, r.Authority, q)
		if err != nil {
			return err
		}
		if err := a.WriteText(m.Stdout); err != nil {
			return err
		}
	}
	fmt.Fprintf(m.Stdout, `
── go on

The register is %[1]s
The documents are in %[2]s
Open its pages:   chancery serve --register %[1]s
See more:         chancery list events --register %[1]s
Show one:         chancery show treaty-of-kyakhta-1727-russia-china --register %[1]s
Explain a claim:  chancery why CLAIM --register %[1]s  (CLAIM is the id in [brackets] behind a quote)
`, file, docs)
	return verdictOf(sum, []string{docs})
}

func asFlags(q answer.Question) string {
	s := "--between " + q.Between[0] + "," + q.Between[1]
	for _, f := range [][2]string{{" --on ", q.On}, {" --about ", q.About}} {
		if f[1] != "" {
			s += f[0] + f[1]
		}
	}
	return s
}

// demoFolder writes the samples into a folder and gives that folder and theirs.
func demoFolder(dir string) (in, docs string, err error) {
	if dir == "" {
		if dir, err = os.MkdirTemp("", "chancery-demo-"); err != nil {
			return "", "", fmt.Errorf("make a temporary folder: %w", err)
		}
	}
	docs = filepath.Join(dir, "documents")
	if err := os.MkdirAll(docs, 0o755); err != nil {
		return "", "", &chancery.Error{Kind: chancery.Invalid, Doing: "make the folder " + docs, Cause: err, Do: "give a folder that you may write to"}
	}
	if _, err := os.Stat(filepath.Join(dir, "chancery.db")); !errors.Is(err, fs.ErrNotExist) {
		return "", "", chancery.Errorf(chancery.Conflict, "make a demonstration in "+dir, "give another folder, or delete that one",
			"there is a register already")
	}
	samples, err := corpus.Documents()
	if err != nil {
		return "", "", err
	}
	for _, s := range samples {
		if !s.About.Demo {
			continue
		}
		name := filepath.Join(docs, s.Name+path.Ext(s.DocName))
		if err := os.WriteFile(name, s.Bytes, 0o644); err != nil {
			return "", "", fmt.Errorf("write a sample document: %w", err)
		}
	}
	return dir, docs, nil
}

// demoFound tells what the documents state of the instruments' lives, with quotes.
func (m *Main) demoFound(v *register.View, auth *authority.File) error {
	a, err := answer.Ask(v, auth, answer.Question{Sources: answer.Documents})
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "\n── what the documents state of %s\n", plural(len(a.Instruments), "instrument", "instruments"))
	for _, s := range a.Instruments {
		if len(s.Life) == 0 {
			continue
		}
		fmt.Fprintf(m.Stdout, "\n%s  [%s]\n", answer.Shown(s.Named.String()), s.Key)
		for _, h := range s.Life {
			g := h.By[0]
			fmt.Fprintf(m.Stdout, "  %s\n      “%s” — %s\n", answer.Shown(h.Says), answer.Shown(g.Quote), g.Name)
		}
	}
	return nil
}
