package mention

import "example.org/chancery/token"

// FindDates finds the dates of a document and nothing else, in order of the text.
func FindDates(ts *token.Tokens) *Mentions {
	f := newFinder(ts, &Names{})
	f.hanDates()
	f.reigns()
	f.dates()
	return f.finish()
}
