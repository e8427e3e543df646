package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"example.org/chancery"
)

// decoded is a text with how it was made of bytes.
type decoded struct {
	text     string
	encoding string
	undo     string // for the reader's name, where a wrong decoding was undone
	issues   []chancery.Issue
}

// decode makes UTF-8 of b. Declared is the encoding that the file names, or "". The
// byte order mark stays in the text; a byte that is no part of a character becomes one
// U+FFFD. Text that was decoded wrongly once and saved is decoded rightly.
func decode(b []byte, declared string) decoded {
	var d decoded
	switch utf16Order(b) {
	case 'l':
		d.text, d.encoding = decodeUTF16(b, 0, 1), "utf-16le"
	case 'b':
		d.text, d.encoding = decodeUTF16(b, 1, 0), "utf-16be"
	default:
		if isUTF8(b) {
			d.text, d.encoding = decodeUTF8(b), "utf-8"
		} else {
			d.encoding = singleByte(b, declared)
			d.text = decodeSingleByte(b, d.encoding)
		}
	}
	if u, ok := undo(d.text); ok {
		d.text, d.undo = u.text, undoReader
		d.encoding += "; " + strings.Join(u.what, "; ")
		d.encoding = strings.TrimPrefix(d.encoding, "utf-8; ")
		d.issues = append(encodingIssues(d.text, "utf-8"), chancery.Issue{Kind: "mojibake", Count: u.lines,
			What: "the text was once decoded wrongly and saved (" + strings.Join(u.what, ", and before that ") + "); that was undone"})
		return d
	}
	d.issues = encodingIssues(d.text, d.encoding)
	return d
}

func encodingIssues(s, enc string) []chancery.Issue {
	var issues []chancery.Issue
	if enc != "utf-8" {
		issues = append(issues, chancery.Issue{Kind: "encoding",
			What: fmt.Sprintf("the file is not in UTF-8; it was read as %s; if letters look wrong, save it as UTF-8", enc)})
	}
	bad := chancery.Issue{Kind: "undecodable", What: fmt.Sprintf("bytes that are not %s were read as %q; get the file in its own encoding", enc, utf8.RuneError)}
	const first = 0xef // of the three bytes of U+FFFD: the only one that is rare in Cyrillic
	for at := 0; ; {
		i := strings.IndexByte(s[at:], first)
		if i < 0 {
			break
		}
		at += i + 3
		if s[at-3:at] != string(utf8.RuneError) {
			continue
		}
		bad.Count++
		if len(bad.At) < 5 {
			bad.At = append(bad.At, chancery.Span{Start: at - 3, End: at})
		}
	}
	if bad.Count > 0 {
		issues = append(issues, bad)
	}
	return issues
}

// isUTF8 reports whether b is UTF-8, a few broken characters aside.
func isUTF8(b []byte) bool {
	if utf8.Valid(b) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > bad*2
}

// decodeUTF8 puts one U+FFFD for each byte that is no part of a character.
func decodeUTF8(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var s strings.Builder
	s.Grow(len(b) + len(b)/8)
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		s.WriteRune(r)
		i += n
	}
	return s.String()
}

// utf16Order is 'l' or 'b' for bytes that are UTF-16 of that order, by their mark
// or, without one, by the high bytes of Latin and Cyrillic letters; else 0.
func utf16Order(b []byte) byte {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return 'l'
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return 'b'
	case len(b) < 4 || len(b)%2 != 0:
		return 0
	}
	head := b[:min(len(b), 8192)&^1]
	var high [2]int // by place in the pair
	for i, c := range head {
		if c == 0 || c == 4 {
			high[i%2]++
		}
	}
	n := len(head) / 2
	switch {
	case high[1]*10 >= n*8 && high[0]*4 <= n:
		return 'l'
	case high[0]*10 >= n*8 && high[1]*4 <= n:
		return 'b'
	}
	return 0
}

// decodeUTF16 reads pairs of bytes, the low and the high one at these places.
func decodeUTF16(b []byte, lo, hi int) string {
	var s strings.Builder
	s.Grow(len(b))
	for i := 0; i+1 < len(b); i += 2 {
		r := rune(b[i+lo]) | rune(b[i+hi])<<8
		if utf16.IsSurrogate(r) {
			if i+3 < len(b) {
				if p := utf16.DecodeRune(r, rune(b[i+2+lo])|rune(b[i+2+hi])<<8); p != utf8.RuneError {
					s.WriteRune(p)
					i += 2
					continue
				}
			}
			s.WriteString("\ufffd\ufffd") // two bytes, neither part of a character
			continue
		}
		s.WriteRune(r)
	}
	if len(b)%2 == 1 {
		s.WriteRune(utf8.RuneError)
	}
	return s.String()
}
