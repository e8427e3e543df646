package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/chancery/register"
)

func (m *Main) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Check that every quote is where it was and every hash holds",
		Long: `Read the whole register and check that no record is missing, changed or out of its
place, that every quote still stands in its document, and that every claim is called
what its content says. Faults are listed by record, and the exit code is then 1.

The last line gives the hash of the last record. Keep it elsewhere: who can write to
the file could cut off its end, and only that hash would tell.`,
		Example: examples("chancery verify", "the register of this folder",
			"chancery verify --register ~/amur.db", "another one"),
		Args: cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			s, err := m.open(ctx)
			if err != nil {
				return err
			}
			defer s.Close()
			faults, err := register.Verify(ctx, s)
			for _, f := range faults {
				fmt.Fprintln(m.Stdout, f)
			}
			if err != nil {
				return unusable{err}
			}
			seq, hash, err := s.Head(ctx)
			if err != nil {
				return unusable{err}
			}
			if len(faults) > 0 {
				return findings{fmt.Sprintf("%s in the register %s; restore a copy that verifies", plural(len(faults), "fault", "faults"), m.registerPath())}
			}
			fmt.Fprintf(m.Stdout, "%s, nothing missing or changed; the last has the hash %s\n", plural(int(seq), "record", "records"), hash)
			return nil
		}),
	}
}
