package source

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"example.org/chancery"
)

// utf16Order is 'l' or 'b' for bytes that are UTF-16 of that order, else 0.
func utf16Order(b []byte) byte {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return 'l'
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return 'b'
	}
	return 0
}

// decode makes UTF-8 of b. Declared is the encoding that the file names, or "".
func decode(b []byte, declared string) (string, string, []chancery.Issue) {
	switch utf16Order(b) {
	case 'l':
		return decodeUTF16(b, 0, 1), "utf-16le", nil
	case 'b':
		return decodeUTF16(b, 1, 0), "utf-16be", nil
	}
	if utf8.Valid(b) {
		return string(b), "utf-8", nil
	}
	return decodeUTF8(b), "utf-8", nil
}

// decodeUTF8 puts one U+FFFD for each byte that is no part of a character.
func decodeUTF8(b []byte) string {
	var s strings.Builder
	s.Grow(len(b))
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		s.WriteRune(r)
		i += n
	}
	return s.String()
}

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
			r = utf8.RuneError
		}
		s.WriteRune(r)
	}
	if len(b)%2 == 1 {
		s.WriteRune(utf8.RuneError)
	}
	return s.String()
}
