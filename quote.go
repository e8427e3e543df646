package chancery

// Quote is a stretch of a document with the words that stand there, verbatim.
// Text always equals the bytes of the text of record at Span.
type Quote struct {
	Span
	Text string `json:"quote"`
}

// Stands reports whether the quote's words are at its place in the text of record.
func (q Quote) Stands(record string) bool {
	return q.Start >= 0 && q.Start < q.End && q.End <= len(record) && record[q.Start:q.End] == q.Text
}
