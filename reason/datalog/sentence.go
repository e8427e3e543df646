package datalog

import (
	"iter"
	"strings"
)

// sentencePart is a stretch of a sentence: words, or the name within braces.
type sentencePart struct {
	text string
	name bool
}

// sentenceParts divides a sentence at its {names}. A brace without its fellow is
// a letter like others.
func sentenceParts(s string) iter.Seq[sentencePart] {
	return func(yield func(sentencePart) bool) {
		for s != "" {
			before, rest, opened := strings.Cut(s, "{")
			inner, after, closed := strings.Cut(rest, "}")
			if !opened || !closed {
				yield(sentencePart{text: s})
				return
			}
			if before != "" && !yield(sentencePart{text: before}) || !yield(sentencePart{text: inner, name: true}) {
				return
			}
			s = after
		}
	}
}

// fill writes a sentence with the values of its names.
func fill(s string, value func(string) string) string {
	var b strings.Builder
	for part := range sentenceParts(s) {
		if part.name {
			b.WriteString(value(part.text))
		} else {
			b.WriteString(part.text)
		}
	}
	return b.String()
}
