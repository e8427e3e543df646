package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/register"
)

func (m *Main) decideCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "decide",
		Short: "Record your decision on a claim",
		Long: `Record your decision on a claim, with your name and reason. Nothing is deleted: a
rejected claim is hidden, stays rejected when documents are read again, and
chancery why still shows it.`,
		Example: examples("chancery decide reject c3f2a91b --why \"the date is the printer's\"", "the claim is wrong",
			"chancery decide accept c3f2a91b --why \"compared with the original\"", "the claim is right"),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(m.decision(register.Accept, "accept", "Record that a claim is right"),
		m.decision(register.Reject, "reject", "Record that a claim is wrong"))
	return c
}

func (m *Main) decision(act register.Act, use, short string) *cobra.Command {
	var why string
	c := &cobra.Command{
		Use:     use + " CLAIM --why REASON",
		Short:   short,
		Long:    short + ", with your reason. The beginning of the claim's id will do.",
		Example: examples("chancery decide "+use+" c3f2a91b --why \"compared with the original\" --actor \"A. Historian\"", "under a name of your choice"),
		Args:    cobra.ExactArgs(1),
		RunE: m.do(func(ctx context.Context, args []string) error {
			if why == "" {
				return chancery.Errorf(chancery.Invalid, "record a decision", "give it with --why", "it needs a reason")
			}
			v, s, err := m.view(ctx, 0)
			if err != nil {
				return err
			}
			defer s.Close()
			d, err := answer.Why(ctx, v, nil, nil, chancery.ClaimID(args[0]))
			if err != nil {
				return err
			}
			rec, err := register.Decide(ctx, s, v, m.who(), register.Decision{Act: act, Claims: []chancery.ClaimID{d.Claim.ID}, Why: why})
			if err != nil {
				return err
			}
			fmt.Fprintf(m.Stdout, "recorded as %d: %s %s “%s”\n", rec.Seq, act, d.Claim.ID, answer.Shown(d.Claim.Quote.Text))
			return nil
		}),
	}
	c.Flags().StringVar(&why, "why", "", "your `REASON`")
	return c
}
