package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
)

func (m *Main) askCommand() *cobra.Command {
	var q answer.Question
	var sources, form string
	var c *cobra.Command
	c = &cobra.Command{
		Use:   "ask",
		Short: "Ask what was in force between parties on a day, with quotes",
		Long: `Ask what was in force between parties on a day, and about what. The answer is the
plain reading of what documents state: an instrument is in force only where a source
says so; one that was only signed is "signed, force not known"; what nobody states is
not known. What the authority file says stands beside it, marked as such.

A party is a family of polities (russia, china, japan), a key (qing-china), or a name
in any language of the authority file (Китай). Dates are EDTF.`,
		Example: examples("chancery ask --between russia,china --on 1859-01-01 --about boundary", "the boundary on New Year's Day 1859",
			"chancery ask --between Россия,Япония --on 1907 --sources documents", "by the documents alone",
			"chancery ask --between russia,china --on 1859 --format json", "as data"),
		Args: cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			if form != "text" && form != "json" {
				return unknownForm(form, "text", "json")
			}
			if len(q.Between) == 0 && q.On == "" && q.About == "" {
				return chancery.Errorf(chancery.Invalid, "ask", "for example: chancery ask --between russia,china --on 1859-01-01 --about boundary",
					"nothing was asked")
			}
			for _, name := range []string{"between", "on", "about"} {
				if f := c.Flags().Lookup(name); f.Changed && strings.Trim(f.Value.String(), "[]") == "" {
					return chancery.Errorf(chancery.Invalid, "ask", "give it a value, or leave it out", "--%s is empty", name)
				}
			}
			if len(q.Between) == 2 && strings.EqualFold(strings.TrimSpace(q.Between[0]), strings.TrimSpace(q.Between[1])) {
				return chancery.Errorf(chancery.Invalid, "ask", "name two different ones, or one alone", "both parties are %s", q.Between[0])
			}
			v, s, err := m.view(ctx, q.Known)
			if err != nil {
				return err
			}
			defer s.Close()
			auth, err := m.file()
			if err != nil {
				return err
			}
			q.Sources = answer.Sources(sources)
			a, err := answer.Ask(v, auth, q)
			if err != nil {
				return err
			}
			if form == "json" {
				return writeJSON(m.Stdout, a, "  ")
			}
			return a.WriteText(m.Stdout)
		}),
	}
	f := c.Flags()
	f.StringSliceVar(&q.Between, "between", nil, "the `PARTIES`, parted by a comma")
	f.StringVar(&q.On, "on", "", "the `DATE`: 1859-01-01, 1859-01, 1859")
	f.StringVar(&q.About, "about", "", "the `TOPIC`: boundary, trade, consuls ...")
	f.StringVar(&sources, "sources", "all", "whose statements: documents, authority or all")
	knownFlag(c, &q.Known)
	formatFlag(c, &form, "text", "json")
	_ = c.RegisterFlagCompletionFunc("about", cobra.FixedCompletions(chancery.Topics, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("sources", cobra.FixedCompletions([]string{"documents", "authority", "all"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}
