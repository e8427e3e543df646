package mention

import "example.org/chancery/token"

// FindReigns finds the dates of other calendars alone, for benchmarks.
func FindReigns(ts *token.Tokens) int {
	for i := range ts.Units {
		ts.Units[i] = nil
	}
	f := newFinder(ts, &Names{})
	f.hanDates()
	f.reigns()
	return len(f.all)
}
