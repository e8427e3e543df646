package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"example.org/chancery/answer"
	"example.org/chancery/claim"
	"example.org/chancery/register"
)

const version = "0.1.0"

func (m *Main) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Long: `Print the version of the program, of its extractor (a change means that documents
should be read again), of the register's form and of the answers' form.`,
		Example: examples("chancery version", "for a report of a fault"),
		Args:    cobra.NoArgs,
		RunE: m.do(func(context.Context, []string) error {
			fmt.Fprintf(m.Stdout, "chancery %s%s (engine %s, register form %d, answer form %d, %s %s/%s)\n", version, revision(), claim.Engine,
				register.Form, answer.Form, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return nil
		}),
	}
}

// revision is the commit that the program was built from, where Go noted it.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return " " + s.Value[:12]
		}
	}
	return ""
}
