package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/chancery/register"
	"example.org/chancery/witness"
)

func (m *Main) listWitnesses() *cobra.Command {
	l := &lister{m: m}
	return l.command("witnesses", "List documents that are copies, excerpts or translations of one another",
		`List the documents that are copies, excerpts or translations of one another, with what
shows it. Such documents are one family and count once as a witness; none is dropped.`,
		examples("chancery list witnesses", "a pair a line",
			"chancery list witnesses --format jsonl", "a family a line, as data"),
		func(_ context.Context, v *register.View) (*listing, error) {
			out := &listing{columns: []string{"document", "is", "of", "share", "because"},
				none: "no document of this register is a copy, excerpt or translation of another"}
			for _, f := range witness.NewReader(v).All() {
				for n, p := range f.Pairs {
					a, _ := v.Document(p.First)
					b, _ := v.Document(p.Second)
					out.rows = append(out.rows, []string{a.Name, p.Kind.Article(), b.Name, fmt.Sprintf("%d %%", p.Share/10), p.Evidence})
					if n == 0 {
						out.records = append(out.records, f)
					}
				}
			}
			return out, nil
		})
}
