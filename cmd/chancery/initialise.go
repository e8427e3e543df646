package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/chancery/register/sqlite"
)

func (m *Main) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Make a new, empty register",
		Long: `Make a new, empty register: one file, chancery.db in this folder unless --register
says otherwise. A file that is there already is left as it is.`,
		Example: examples("chancery init", "a register in this folder",
			"chancery init --register ~/amur.db", "a register elsewhere"),
		Args: cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			s, err := sqlite.Create(ctx, m.registerPath())
			if err != nil {
				return unusable{err}
			}
			if err := s.Close(); err != nil {
				return err
			}
			fmt.Fprintf(m.Stdout, "made the register %s; add documents with: chancery add FOLDER\n", m.registerPath())
			return nil
		}),
	}
}
