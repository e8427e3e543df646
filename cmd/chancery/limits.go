package main

import (
	"time"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/source"
)

// limits are the options that bound what is read of one file.
type limits struct {
	megabytes, unpacked   int64
	pages, files, nesting int
	seconds               int
}

func limitFlags(c *cobra.Command, to *limits) {
	f := c.Flags()
	f.Int64Var(&to.megabytes, "limit", source.DefaultBytes>>20, "refuse files larger than so many `MB`, also in archives")
	f.IntVar(&to.pages, "pages", source.DefaultPages, "refuse files of more pages than `N`")
	f.Int64Var(&to.unpacked, "unpacked", source.DefaultUnpacked>>20, "refuse archives, and files packed like them, larger than so many `MB` unpacked")
	f.IntVar(&to.files, "files", source.DefaultFiles, "refuse archives of more files than `N`")
	f.IntVar(&to.nesting, "nesting", source.DefaultNesting, "read archives in archives to a depth of `N`")
	f.IntVar(&to.seconds, "seconds", int(source.DefaultTime/time.Second), "give up on a file after so many `SECONDS`")
}

// limits checks the options and gives them as limits.
func (l limits) limits() (source.Limits, error) {
	for _, o := range []struct {
		name, example string
		n             int64
	}{{"limit", "--limit 200", l.megabytes}, {"pages", "--pages 5000", int64(l.pages)}, {"unpacked", "--unpacked 2000", l.unpacked},
		{"files", "--files 50000", int64(l.files)}, {"nesting", "--nesting 4", int64(l.nesting)}, {"seconds", "--seconds 600", int64(l.seconds)}} {
		if o.n < 1 || o.n > 1<<31 {
			return source.Limits{}, chancery.Errorf(chancery.Invalid, "read the option --"+o.name, "give a number above 0, as "+o.example,
				"%d cannot be a limit", o.n)
		}
	}
	return source.Limits{Bytes: l.megabytes << 20, Pages: l.pages, Unpacked: l.unpacked << 20, Files: l.files, Nesting: l.nesting,
		Time: time.Duration(l.seconds) * time.Second}, nil
}
