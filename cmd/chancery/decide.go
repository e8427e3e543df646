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
		Short: "Record your decision on a claim, or on which entries are one",
		Long: `Record your decision on a claim, or on which entries are one, with your name and
reason. Nothing is deleted: a rejected claim is hidden, stays rejected when documents
are read again, and chancery why still shows it. Joined entries can be parted again.`,
		Example: examples("chancery decide reject c3f2a91b --why \"the date is the printer's\"", "the claim is wrong",
			"chancery decide accept c3f2a91b --why \"compared with the original\"", "the claim is right"),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(m.decision(register.Accept, "accept", "Record that a claim is right"),
		m.decision(register.Reject, "reject", "Record that a claim is wrong"), m.joinCommand(), m.apartCommand(), m.splitCommand())
	return c
}

// deciding is the register as it stands, for a decision that has a reason.
func (m *Main) deciding(ctx context.Context, why string) (*register.View, register.Store, error) {
	if why == "" {
		return nil, nil, chancery.Errorf(chancery.Invalid, "record a decision", "give it with --why", "it needs a reason")
	}
	return m.view(ctx, 0)
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
			v, s, err := m.deciding(ctx, why)
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

func (m *Main) joinCommand() *cobra.Command {
	var why string
	c := &cobra.Command{
		Use:   "join ENTRY OTHER... --why REASON",
		Short: "Record that entries are one",
		Long: `Record that entries are one: the others are the first from now on, on all pages and in
all answers. Keys, aliases and names will do. Undo it with: chancery decide apart.`,
		Example: examples("chancery decide join treaty-of-aigun-1858-russia-china x-3f2a91b0-120 --why \"same day and signatories\"", "what a document names is the treaty"),
		Args:    cobra.MinimumNArgs(2),
		RunE: m.do(func(ctx context.Context, args []string) error {
			return m.decideEntries(ctx, register.Join, args, why)
		}),
	}
	c.Flags().StringVar(&why, "why", "", "your `REASON`")
	return c
}

func (m *Main) apartCommand() *cobra.Command {
	var why string
	c := &cobra.Command{
		Use:   "apart ENTRY OTHER --why REASON",
		Short: "Record that two entries are not one, and undo their joining",
		Long: `Record that two entries are not one. If they were joined, they are two again; if they
were not, review does not ask about them any more.`,
		Example: examples("chancery decide apart nikolai-ignatyev x-3f2a91b0-120 --why \"his father Pavel\"", "a name does not mean the person"),
		Args:    cobra.ExactArgs(2),
		RunE: m.do(func(ctx context.Context, args []string) error {
			return m.decideEntries(ctx, register.Split, args, why)
		}),
	}
	c.Flags().StringVar(&why, "why", "", "your `REASON`")
	return c
}

// decideEntries records a decision on entries, each given by a key or alias.
func (m *Main) decideEntries(ctx context.Context, act register.Act, names []string, why string) error {
	v, s, err := m.deciding(ctx, why)
	if err != nil {
		return err
	}
	defer s.Close()
	auth, err := m.file()
	if err != nil {
		return err
	}
	d := register.Decision{Act: act, Why: why}
	for _, name := range names {
		k := chancery.Key(name)
		if _, ok := v.Entry(k); !ok && (auth == nil || !auth.Has(k)) {
			return chancery.Errorf(chancery.NotFound, "record that entries are one or two",
				"look its key up with: chancery list instruments", "no entry is called %q", name)
		}
		d.Entries = append(d.Entries, k)
	}
	rec, err := register.Decide(ctx, s, v, m.who(), d)
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "recorded as %d: %s\n", rec.Seq, decisionSays(d))
	return nil
}

func (m *Main) splitCommand() *cobra.Command {
	var why, as string
	c := &cobra.Command{
		Use:   "split ENTRY CLAIM... --why REASON",
		Short: "Record that claims are about another entry",
		Long: `Record that claims which were held to be about an entry are about another one: that of
--as, or a new one. Taking them back is another split, with the entries changed round.`,
		Example: examples("chancery decide split nikolai-ignatyev c3f2a91b --why \"this is his father\"", "the claim is about somebody else",
			"chancery decide split nikolai-ignatyev c3f2a91b --as pavel-ignatyev --why \"his father\"", "about an entry that is there"),
		Args: cobra.MinimumNArgs(2),
		RunE: m.do(func(ctx context.Context, args []string) error {
			v, s, err := m.deciding(ctx, why)
			if err != nil {
				return err
			}
			defer s.Close()
			d := register.Decision{Act: register.Split, Why: why, Entries: []chancery.Key{chancery.Key(args[0]), chancery.Key(as)}}
			for _, id := range args[1:] {
				w, err := answer.Why(ctx, v, nil, nil, chancery.ClaimID(id))
				if err != nil {
					return err
				}
				d.Claims = append(d.Claims, w.Claim.ID)
				if d.Entries[1] == "" {
					d.Entries[1] = chancery.ProvisionalKey(chancery.DocumentID(w.Claim.Doc), w.Claim.Quote.Start)
				}
			}
			rec, err := register.Decide(ctx, s, v, m.who(), d)
			if err != nil {
				return err
			}
			fmt.Fprintf(m.Stdout, "recorded as %d: %s\n", rec.Seq, decisionSays(d))
			return nil
		}),
	}
	c.Flags().StringVar(&why, "why", "", "your `REASON`")
	c.Flags().StringVar(&as, "as", "", "the `ENTRY` that the claims are about (default a new one)")
	return c
}
