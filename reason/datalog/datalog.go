// Package datalog derives facts from facts by rules, and remembers why.
//
// A program declares relations and gives rules, each with a name and a sentence
// for people; doc/reference/datalog.md describes its text form. The way through:
//
//	program, err := datalog.Load(datalog.Text{Name: "customary.rules", Body: body}) // all faults at once
//	facts := program.NewFacts()
//	err = facts.Add("signed", datalog.Symbol("treaty-of-aigun"), datalog.Day(day))
//	result, err := datalog.Run(ctx, program, facts, datalog.Limits{})
//	id, ok := result.Find("in_force", ...)
//	proof := result.Proof(id)                          // down to given facts, absence included
//	err = datalog.Check(program, facts, result, proof) // without the engine
//
// Negation is stratified: "not r(X)" is asked only when r is complete. The order
// of derivation is fixed by the program and the order of the facts, so that the
// same input gives the same facts with the same proofs in the same order.
package datalog

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery/edtf/calendar"
)

// Kind is the kind of values that a column holds.
type Kind uint8

// The kinds of values.
const (
	Symbols Kind = iota // names, compared only for equality
	Days                // calendar day numbers, with calendar.NoStart and calendar.NoEnd
	Numbers             // whole numbers of 32 bits
)

// String is the word that a declaration uses: symbol, day, number.
func (k Kind) String() string {
	switch k {
	case Days:
		return "day"
	case Numbers:
		return "number"
	}
	return "symbol"
}

// Value is a constant: a symbol, a day or a number. Values are compared with ==.
type Value struct {
	Kind Kind
	Name string // of a symbol
	N    int32  // the number, or the day as a Julian Day Number
}

// Symbol is the value named s, which may be any string.
func Symbol(s string) Value { return Value{Kind: Symbols, Name: s} }

// Day is the value of a day, or of an end that is never reached.
func Day(d calendar.Day) Value { return Value{Kind: Days, N: int32(d)} }

// Number is the value n.
func Number(n int32) Value { return Value{Kind: Numbers, N: n} }

// The words for ends that are never reached.
const (
	noStart = "no-start"
	noEnd   = "no-end"
)

// String is the value as a program writes it: aigun, "Treaty of Aigun",
// 1858-05-28, no-end, 42.
func (v Value) String() string {
	switch v.Kind {
	case Numbers:
		return strconv.Itoa(int(v.N))
	case Days:
		switch d := calendar.Day(v.N); d {
		case calendar.NoStart:
			return noStart
		case calendar.NoEnd:
			return noEnd
		default:
			return d.String()
		}
	}
	if bare(v.Name) && !reserved(v.Name) {
		return v.Name
	}
	return strconv.Quote(v.Name)
}

// bare says whether s can be written as a symbol without quotation marks.
func bare(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	return s != "" && beginsName(first) && strings.IndexFunc(s[n:], func(r rune) bool { return !inName(r) }) < 0 && utf8.ValidString(s)
}

// reserved says whether a word has a meaning of its own where a symbol could stand.
func reserved(s string) bool {
	switch s {
	case "relation", "rule", "not", "absent", noStart, noEnd:
		return true
	}
	return false
}

func beginsName(r rune) bool {
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && r != utf8.RuneError
}

func beginsVariable(r rune) bool { return unicode.IsUpper(r) || r == '_' }

func inName(r rune) bool {
	return r == '_' || r == '-' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}
