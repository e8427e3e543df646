package main

import (
	"context"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
)

func (m *Main) whyCommand() *cobra.Command {
	var form string
	var known int64
	c := &cobra.Command{
		Use:   "why CLAIM",
		Short: "Explain a claim: its words, the rule, what it was held to mean, decisions",
		Long: `Explain how a claim came to be: the words it rests on with the lines around them, the
rule that read them (file and line), what filled each part, which entry was held to
be meant and what else was weighed, and what persons decided. The beginning of the
claim's id will do.`,
		Example: examples("chancery why c3f2a91b", "the claim whose id begins so",
			"chancery why c3f2a91b --format json", "as data"),
		Args: cobra.ExactArgs(1),
		RunE: m.do(func(ctx context.Context, args []string) error {
			if form != "text" && form != "json" {
				return unknownForm(form, "text", "json")
			}
			v, s, err := m.view(ctx, known)
			if err != nil {
				return err
			}
			defer s.Close()
			auth, err := m.file()
			if err != nil {
				return err
			}
			d, err := answer.Why(ctx, v, auth, s, chancery.ClaimID(args[0]))
			if err != nil {
				return err
			}
			if form == "json" {
				return writeJSON(m.Stdout, d, "  ")
			}
			return d.WriteText(m.Stdout)
		}),
	}
	formatFlag(c, &form, "text", "json")
	knownFlag(c, &known)
	return c
}
