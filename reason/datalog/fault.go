package datalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is something wrong in the text of a program.
type Fault struct {
	At   Position
	What string
	Do   string // what to do about it
}

// String is one line: file:line:column: what; what to do.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s; %s", f.At.File, f.At.Line, f.At.Column, f.What, f.Do)
}

// Faults is the error that Parse and Load give: everything wrong with a program,
// in the order of its text.
type Faults []Fault

// Error is one fault a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].String()
	}
	return "read a program of rules:\n" + strings.Join(lines, "\n")
}

func (f *Faults) add(at Position, do, what string, args ...any) {
	*f = append(*f, Fault{At: at, What: fmt.Sprintf(what, args...), Do: do})
}

// err is the faults in order of the files given and of place, or nil.
func (f Faults) err(files map[string]int) error {
	if len(f) == 0 {
		return nil
	}
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(files[a.At.File], files[b.At.File]), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return slices.CompactFunc(f, func(a, b Fault) bool { return a == b })
}
