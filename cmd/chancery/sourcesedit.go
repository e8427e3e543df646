package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/edtf"
	"example.org/chancery/register"
)

// editable is the options of sources edit, in their order, with the field that each
// sets and its help.
func editable() []struct{ option, field, help string } {
	return []struct{ option, field, help string }{
		{"title", "title", "the `TITLE` of the work"},
		{"author", "author", "its `AUTHORS`, parted by \"; \""},
		{"editor", "editor", "its `EDITORS`"},
		{"translator", "translator", "its `TRANSLATORS`"},
		{"year", "issued", "when it appeared, a `DATE` in EDTF: 1905, 1905-03, 1905~"},
		{"in", "in", "the `JOURNAL` or book that it appeared in"},
		{"publisher", "publisher", "its `PUBLISHER`"},
		{"volume", "volume", "the `VOLUME` of the journal or book"},
		{"in-pages", "pages", "its `PAGES` in the journal or book"},
		{"url", "url", "the `ADDRESS` it was taken from"},
		{"doi", "doi", "its `DOI`"},
		{"language", "language", "its language, a `CODE`"},
		{"standing", register.StandingField, "what `SORT` of witness it is: " + standings()},
	}
}

func standings() string {
	var names []string
	for _, s := range chancery.Standings() {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}

func (m *Main) sourcesEdit() *cobra.Command {
	var why string
	values := map[string]*string{}
	c := &cobra.Command{
		Use:   "edit DOCUMENT",
		Short: "Say what a document is called, who wrote it and what sort of witness it is",
		Long: `Say what a document is called, who wrote it, where it appeared and what sort of
witness it is. DOCUMENT is its id, the beginning of that, or its file name. What you
say goes over what the file says of itself and over guesses. It is a decision of
yours: recorded with your name, never deleted, and chancery show tells it. An empty
value takes out what stood there.`,
		Example: examples("chancery sources edit d3bb85ce9 --author \"А. Б. Речной\" --year 1905 --standing monograph", "of one that has no author",
			"chancery sources edit letter.pdf --standing \"certified copy\" --why \"the seal is on page 3\"", "with a reason"),
		Args: cobra.ExactArgs(1),
	}
	for _, e := range editable() {
		values[e.option] = c.Flags().String(e.option, "", e.help)
	}
	c.Flags().StringVar(&why, "why", "", "your `REASON`")
	c.RunE = m.do(func(ctx context.Context, args []string) error {
		set := map[string]string{}
		for _, e := range editable() {
			if c.Flags().Changed(e.option) {
				set[e.field] = strings.TrimSpace(*values[e.option])
			}
		}
		return m.edit(ctx, args[0], set, why)
	})
	return c
}

func (m *Main) edit(ctx context.Context, called string, set map[string]string, why string) error {
	doing := "describe " + called
	if len(set) == 0 {
		return chancery.Errorf(chancery.Invalid, doing, "see chancery sources edit --help for what can be set", "nothing is said of it")
	}
	if s := set[register.StandingField]; s != "" {
		known, ok := chancery.StandingOf(s)
		if !ok {
			return chancery.Errorf(chancery.Invalid, doing, "use one of: "+standings(), "there is no standing %q", s)
		}
		set[register.StandingField] = string(known)
	}
	if s := set["issued"]; s != "" {
		if _, err := edtf.Parse(s); err != nil {
			return chancery.Errorf(chancery.Invalid, doing, "write it as EDTF, as 1905, 1905-03 or 1905~", "--year %q is no date", s)
		}
	}
	v, s, err := m.view(ctx, 0)
	if err != nil {
		return err
	}
	defer s.Close()
	d, err := documentCalled(v, doing, called)
	if err != nil {
		return err
	}
	rec, err := register.Decide(ctx, s, v, m.who(), register.Decision{Act: register.Describe, Document: d.ID, Set: set, Why: why})
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "recorded as %d: %s\n", rec.Seq, answer.Shown(d.Name))
	for _, e := range editable() {
		if value, ok := set[e.field]; ok {
			fmt.Fprintf(m.Stdout, "  %s: %s\n", e.field, answer.Shown(value))
		}
	}
	return nil
}

// documentCalled is the one document with that id, beginning of an id, or name.
func documentCalled(v *register.View, doing, called string) (chancery.Document, error) {
	var found []chancery.Document
	for _, d := range v.Documents() {
		const fewest = 4 // of an id: fewer may be chance
		if d.Name == called || len(called) >= fewest && strings.HasPrefix(string(d.ID), called) {
			found = append(found, d)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return chancery.Document{}, chancery.Errorf(chancery.NotFound, doing, "see chancery sources for ids and names", "no document is called so")
	}
	return chancery.Document{}, chancery.Errorf(chancery.Conflict, doing, fmt.Sprintf("use the id, as %s", found[0].ID), "%d documents are called so", len(found))
}
