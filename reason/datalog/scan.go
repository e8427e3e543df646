package datalog

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery/edtf/calendar"
)

// lexeme is the sort of a token.
type lexeme uint8

const (
	end lexeme = iota
	name
	variable
	quoted // name is what stands between the marks
	constant
	sign
)

type token struct {
	lexeme lexeme
	text   string
	value  Value // of a constant
	at     Position
}

func (t token) String() string {
	switch t.lexeme {
	case end:
		return "the end"
	case quoted:
		return strconv.Quote(t.text)
	case constant:
		return t.value.String()
	}
	return t.text
}

type scanner struct {
	rest   string
	at     Position
	faults Faults
}

// signs are tried in this order.
var signs = []string{":-", "<=", ">=", "!=", "<", ">", "=", "(", ")", ",", "."}

func (s *scanner) take(n int) string {
	text := s.rest[:n]
	s.rest = s.rest[n:]
	for _, r := range text {
		s.at.Column++
		if r == '\n' {
			s.at.Line++
			s.at.Column = 1
		}
	}
	return text
}

func (s *scanner) takeWhile(in func(rune) bool) string {
	n := strings.IndexFunc(s.rest, func(r rune) bool { return !in(r) })
	if n < 0 {
		n = len(s.rest)
	}
	return s.take(n)
}

// next gives the next token. What cannot be read is a fault and is left out.
func (s *scanner) next() token {
	for {
		s.takeWhile(unicode.IsSpace)
		if !strings.HasPrefix(s.rest, "#") {
			break
		}
		s.takeWhile(func(r rune) bool { return r != '\n' })
	}
	at := s.at
	if s.rest == "" {
		return token{lexeme: end, at: at}
	}
	first, size := utf8.DecodeRuneInString(s.rest)
	switch {
	case first == '"':
		return s.quotation()
	case first >= '0' && first <= '9', first == '-' && len(s.rest) > 1 && s.rest[1] >= '0' && s.rest[1] <= '9':
		return s.constant()
	case beginsName(first):
		return word(s.takeWhile(inName), at)
	case beginsVariable(first):
		return token{lexeme: variable, text: s.takeWhile(inName), at: at}
	}
	for _, t := range signs {
		if strings.HasPrefix(s.rest, t) {
			return token{lexeme: sign, text: s.take(len(t)), at: at}
		}
	}
	s.take(size)
	s.faults.add(at, "write it within quotation marks, or take it out", "%q has no meaning here", first)
	return s.next()
}

func word(text string, at Position) token {
	switch text {
	case noStart:
		return token{lexeme: constant, value: Day(calendar.NoStart), at: at}
	case noEnd:
		return token{lexeme: constant, value: Day(calendar.NoEnd), at: at}
	}
	return token{lexeme: name, text: text, at: at}
}

func (s *scanner) quotation() token {
	at := s.at
	n := 1
	for n < len(s.rest) && s.rest[n] != '"' && s.rest[n] != '\n' {
		if s.rest[n] == '\\' && n+1 < len(s.rest) && s.rest[n+1] != '\n' {
			n++
		}
		n++
	}
	if n >= len(s.rest) || s.rest[n] != '"' {
		s.take(min(n, len(s.rest)))
		s.faults.add(at, `end it with " on the same line`, "this quotation has no end")
		return token{lexeme: quoted, at: at}
	}
	written := s.take(n + 1)
	text, err := strconv.Unquote(written)
	if err != nil {
		s.faults.add(at, `write \" and \\ for these two, and other letters as they are`, "%s cannot be read", written)
	}
	return token{lexeme: quoted, text: text, at: at}
}

func (s *scanner) constant() token {
	at := s.at
	text := s.take(1) + s.takeWhile(func(r rune) bool { return r == '-' || inName(r) })
	bad := token{lexeme: constant, value: Number(0), at: at}
	parts := strings.Split(strings.TrimPrefix(text, "-"), "-")
	if len(parts) == 1 {
		n, err := strconv.ParseInt(text, 10, 32)
		if err != nil {
			s.faults.add(at, "write a whole number of at most nine digits, a day as 1858-05-28, or quotation marks around a name", "%s is no number", text)
			return bad
		}
		return token{lexeme: constant, value: Number(int32(n)), at: at}
	}
	bad.value = Day(0)
	if len(parts) != 3 || len(parts[0]) < 4 || len(parts[1]) != 2 || len(parts[2]) != 2 {
		s.faults.add(at, "write year, month and day of the Gregorian calendar: 1858-05-28", "%s is no day", text)
		return bad
	}
	var ymd [3]int
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 31)
		if err != nil {
			s.faults.add(at, "write year, month and day of the Gregorian calendar: 1858-05-28", "%s is no day", text)
			return bad
		}
		ymd[i] = int(n)
	}
	if text[0] == '-' {
		ymd[0] = -ymd[0]
	}
	d, err := calendar.Of(calendar.Gregorian, ymd[0], ymd[1], ymd[2])
	if err != nil {
		s.faults.add(at, "write a day that the Gregorian calendar has", "%s: %v", text, err)
		return bad
	}
	return token{lexeme: constant, value: Day(d), at: at}
}
