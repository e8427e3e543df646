package edtf

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// ParseError tells why a text is no date that is read here.
type ParseError struct {
	Text   string // the whole text
	Offset int    // byte of Text at which reading stopped
	What   string // what is wrong there
	Fix    string // what to write instead
}

// Error gives the text, the character, what is wrong and what to do.
func (e *ParseError) Error() string {
	text := e.Text
	if len(text) > maxLength {
		text = strings.ToValidUTF8(text[:maxLength], "") + "..."
	}
	at := utf8.RuneCountInString(e.Text[:e.Offset]) + 1
	return fmt.Sprintf("read date %q: at character %d: %s; %s", text, at, e.What, e.Fix)
}

// hints tell what to do about habits of other notations, by what stands where a
// date cannot go on.
func hint(rest string) (what, fix string) {
	for _, h := range [...]struct{ prefix, what, fix string }{
		{" ", "a space", "remove spaces"},
		{"\t", "a tab", "remove white space"},
		{"\n", "a line break", "remove white space"},
		{"–", "a dash", "write a hyphen (-) between year, month and day, and a stroke (/) between two dates"},
		{"—", "a dash", "write a hyphen (-) between year, month and day, and a stroke (/) between two dates"},
		{"−", "a minus sign", "write a hyphen (-)"},
		{".", "a full stop", "write year, month, day with hyphens: 1858-06-13"},
		{"u", "a lower-case u, of the draft of 2012", "write X for a digit that is not known: 185X"},
		{"x", "a lower-case x", "write a capital X for a digit that is not known: 185X"},
		{"T", "a time of day", "write it behind a whole day: 2004-01-01T10:10:10Z"},
		{"S", "a number of significant digits", "write it behind a year alone: 1950S2"},
		{"E", "a power of ten", "write it behind a year with Y: Y-17E7"},
		{",", "a list of dates", "write [1667,1668] for one of several dates, {1667,1668} for all of them"},
		{"open", "the word open, of the draft of 2012", "write two dots: 1727/.."},
		{"unknown", "the word unknown, of the draft of 2012", "leave the end empty: /1850"},
	} {
		if strings.HasPrefix(rest, h.prefix) {
			return h.what, h.fix
		}
	}
	if rest == "" {
		return "the date breaks off", "write for example 1858-06-13, 1858-06, 1858 or 1858/1860"
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return fmt.Sprintf("%q does not belong in a date", r), "write for example 1858-06-13, 1858-06, 1858 or 1858/1860"
}
