package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// locate gives every place of quote in the text of record. Where the words stand
// nowhere verbatim, a different run of white space between them is let pass: a gold
// file may have been written beside the file and not its text of record.
func locate(record, quote string) []chancery.Span {
	var at []chancery.Span
	if quote == "" {
		return nil
	}
	for from := 0; ; {
		i := strings.Index(record[from:], quote)
		if i < 0 {
			break
		}
		at = append(at, chancery.Span{Start: from + i, End: from + i + len(quote)})
		from += i + len(quote)
	}
	if at != nil {
		return at
	}
	return locateLoosely(record, strings.Fields(quote))
}

func locateLoosely(record string, words []string) []chancery.Span {
	var at []chancery.Span
	if len(words) < 2 {
		return nil
	}
	for from := 0; ; {
		i := strings.Index(record[from:], words[0])
		if i < 0 {
			return at
		}
		start := from + i
		if end := follow(record, start, words); end > 0 {
			at = append(at, chancery.Span{Start: start, End: end})
		}
		from = start + len(words[0])
	}
}

// follow gives the end of words that begin at start and are parted by white space
// alone, or 0.
func follow(record string, start int, words []string) int {
	end := start
	for n, w := range words {
		gap := 0
		for n > 0 && end < len(record) {
			r, size := utf8.DecodeRuneInString(record[end:])
			if !unicode.IsSpace(r) {
				break
			}
			end += size
			gap += size
		}
		if n > 0 && gap == 0 || !strings.HasPrefix(record[end:], w) {
			return 0
		}
		end += len(w)
	}
	return end
}

// meeting is how two sets of stretches meet.
type meeting struct {
	same    bool // a stretch of one is a stretch of the other
	overlap int  // bytes of the longest overlap
}

func meet(a, b []chancery.Span) meeting {
	var m meeting
	for _, s := range a {
		for _, t := range b {
			m.same = m.same || s == t
			if n := min(s.End, t.End) - max(s.Start, t.Start); n > m.overlap {
				m.overlap = n
			}
		}
	}
	return m
}

// spans is where a found claim says that its evidence stands.
func spans(c chancery.Claim) []chancery.Span {
	at := []chancery.Span{c.Quote.Span}
	for _, q := range c.Also {
		at = append(at, q.Span)
	}
	return at
}
