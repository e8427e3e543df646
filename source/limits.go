package source

import (
	"fmt"
	"time"
)

// Limits bounds what is read of one file; a field of 0 or less means its default.
type Limits struct {
	Bytes    int64         // of the file, and of each file in an archive
	Pages    int           // of a file that has pages
	Unpacked int64         // bytes that all files of an archive, or all parts of one office file or book, may have together
	Files    int           // in one archive, those of archives in it included
	Nesting  int           // archives in archives: 1 is an archive with no other in it
	Time     time.Duration // for reading one file
}

// The limits that hold where Limits does not say otherwise.
const (
	DefaultBytes    = 64 << 20
	DefaultPages    = 3000
	DefaultUnpacked = 1 << 30
	DefaultFiles    = 10_000
	DefaultNesting  = 3
	DefaultTime     = 2 * time.Minute
)

// orDefaults is l with every field set.
func (l Limits) orDefaults() Limits {
	return Limits{Bytes: or(l.Bytes, DefaultBytes), Pages: or(l.Pages, DefaultPages), Unpacked: or(l.Unpacked, DefaultUnpacked),
		Files: or(l.Files, DefaultFiles), Nesting: or(l.Nesting, DefaultNesting), Time: or(l.Time, DefaultTime)}
}

func or[N int | int64 | time.Duration](n, otherwise N) N {
	if n <= 0 {
		return otherwise
	}
	return n
}

func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
