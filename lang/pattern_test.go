package lang_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery/lang"
)

func TestEachElementOfThePatternLanguageIsRead(t *testing.T) {
	word := func(w string) lang.Element { return lang.Element{Op: lang.OpWord, Word: w} }
	for _, c := range []struct {
		in   string
		want []lang.Element
	}{
		{"signed", []lang.Element{word("signed")}},
		{"подписан", []lang.Element{word("подписан")}},
		{"sign*", []lang.Element{{Op: lang.OpPrefix, Word: "sign"}}},
		{"*сыз", []lang.Element{{Op: lang.OpSuffix, Word: "сыз"}}},
		{"13-июня", []lang.Element{word("13-июня")}},
		{"o'clock", []lang.Element{word("o'clock")}},
		{`","`, []lang.Element{{Op: lang.OpPunct, Word: ","}}},
		{`"''"`, []lang.Element{{Op: lang.OpPunct, Word: "''"}}},
		{"{sign-verb}", []lang.Element{{Op: lang.OpClass, Word: "sign-verb"}}},
		{"@date", []lang.Element{{Op: lang.OpUnit, Word: "date"}}},
		{"@participle", []lang.Element{{Op: lang.OpUnit, Word: "participle"}}},
		{"#", []lang.Element{{Op: lang.OpNumber, Max: 1 << 30}}},
		{"#1-31", []lang.Element{{Op: lang.OpNumber, Min: 1, Max: 31}}},
		{"#5", []lang.Element{{Op: lang.OpNumber, Min: 5, Max: 5}}},
		{"#4d", []lang.Element{{Op: lang.OpNumber, Max: 1 << 30, Digits: 4}}},
		{"_", []lang.Element{{Op: lang.OpAny, Min: 1, Max: 1}}},
		{"_{0,3}", []lang.Element{{Op: lang.OpGap, Min: 0, Max: 3}}},
		{"_{2}", []lang.Element{{Op: lang.OpGap, Min: 2, Max: 2}}},
		{"( a b | c )", []lang.Element{{Op: lang.OpAlt, Alts: [][]lang.Element{{word("a"), word("b")}, {word("c")}}}}},
		{"(a|b)", []lang.Element{{Op: lang.OpAlt, Alts: [][]lang.Element{{word("a")}, {word("b")}}}}},
		{"a | b", []lang.Element{{Op: lang.OpAlt, Alts: [][]lang.Element{{word("a")}, {word("b")}}}}},
		{"( a | ( b c ) )", []lang.Element{{Op: lang.OpAlt, Alts: [][]lang.Element{{word("a")},
			{{Op: lang.OpAlt, Alts: [][]lang.Element{{word("b"), word("c")}}}}}}}},
		{"a:gen", []lang.Element{{Op: lang.OpWord, Word: "a", Cases: []string{"gen"}}}},
		{"@polity:gen/dat", []lang.Element{{Op: lang.OpUnit, Word: "polity", Cases: []string{"gen", "dat"}}}},
		{"a?", []lang.Element{{Op: lang.OpWord, Word: "a", Optional: true}}},
		{"@cap:gen?", []lang.Element{{Op: lang.OpUnit, Word: "cap", Cases: []string{"gen"}, Optional: true}}},
		{"!a", []lang.Element{{Op: lang.OpWord, Word: "a", Not: true}}},
		{"!( a | b )", []lang.Element{{Op: lang.OpAlt, Alts: [][]lang.Element{{word("a")}, {word("b")}}, Not: true}}},
		{"d=#1-31", []lang.Element{{Op: lang.OpNumber, Min: 1, Max: 31, Capture: "d"}}},
		{"x1=( a | b )?", []lang.Element{{Op: lang.OpAlt, Alts: [][]lang.Element{{word("a")}, {word("b")}}, Capture: "x1", Optional: true}}},
		{"was  signed\tand", []lang.Element{word("was"), word("signed"), word("and")}},
	} {
		t.Run(c.in, func(t *testing.T) {
			p, err := lang.ParsePattern(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, p.Elements); d != "" {
				t.Error(d)
			}
			if p.Source != c.in {
				t.Errorf("the source is %q", p.Source)
			}
		})
	}
}

func TestAPatternThatCannotBeReadIsQuotedWithItsFault(t *testing.T) {
	for _, c := range []struct{ in, says string }{
		{"", "is empty; write at least one element"},
		{"   ", "is empty; write at least one element"},
		{"( a | b", "a bracket is not closed"},
		{"( )", "a bracket is empty"},
		{"( a | )", "an alternative is empty at 6; use ? for what may be missing"},
		{"| a", "an alternative is empty at 3; use ? for what may be missing"},
		{"a )", `unexpected ")" at 2`},
		{"{month", "a class name is not closed with }"},
		{"{}", "a class name is not closed with }"},
		{"@", "@ without a kind of mention at 1"},
		{"@1", "@ without a kind of mention at 1"},
		{`","  "`, "a quoted mark is not closed"},
		{`""`, "a quoted mark is not closed"},
		{"_{1", "a gap is not closed with }"},
		{"_{3,1}", "write _{0,3}, at most 40"},
		{"_{0,41}", "write _{0,3}, at most 40"},
		{"_{-1,2}", "write _{0,3}, at most 40"},
		{"_{a,b}", "write _{0,3}, at most 40"},
		{"#31-1", "write #1-31"},
		{"#1-2-3", "write #1-31"},
		{"#0d", "write #4d for four digits"},
		{"*", `cannot read "*" at 0`},
		{"a ?", `cannot read "?" at 2`},
		{"}", `cannot read "}" at 0`},
		{"a:", `"" is no case; use nom, gen`},
		{"a:genitive", `"genitive" is no case; use nom, gen`},
		{"a:gen/foo", `"foo" is no case; use nom, gen`},
		{"@dates", "@dates is no mention; use one of date, instrument"},
		{"!", "ends where an element should stand"},
		{"x=", "ends where an element should stand"},
		{strings.Repeat("( ", 14) + "a" + strings.Repeat(" )", 14), "brackets nest deeper than 12"},
	} {
		_, err := lang.ParsePattern(c.in)
		if err == nil {
			t.Errorf("%q is read", c.in)
			continue
		}
		if !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "pattern ") {
			t.Errorf("%q: got %q, wanted it to say %q", c.in, err, c.says)
		}
		if !remedy.MatchString(err.Error()) {
			t.Errorf("%q does not say what to do", err)
		}
	}
}

// remedy is how messages say what to do.
var remedy = regexp.MustCompile(`; (write|use|see|take|add|make|put|begin|separate)|: write |not closed with }|a phrase begins with|write: |write _`)

func FuzzParsePattern(f *testing.F) {
	for _, s := range []string{"", "a b?", "!{month}", "d=#1-31:gen/dat? _{0,3}", "( a | b c )?", `"," @date:gen`, "#4d *x y*", "((", "_{", "ж*:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := lang.ParsePattern(s)
		if err == nil && len(p.Elements) == 0 {
			t.Errorf("%q is read as nothing", s)
		}
		if err == nil {
			sound(t, s, p.Elements)
		}
	})
}

// sound checks what the matcher relies on.
func sound(t *testing.T, s string, els []lang.Element) {
	for i := range els {
		e := &els[i]
		switch e.Op {
		case lang.OpGap:
			if e.Min < 0 || e.Max < e.Min {
				t.Errorf("%q: gap of %d to %d", s, e.Min, e.Max)
			}
		case lang.OpAlt:
			if len(e.Alts) == 0 {
				t.Errorf("%q: alternatives without any", s)
			}
			for _, a := range e.Alts {
				if len(a) == 0 {
					t.Errorf("%q: an empty alternative", s)
				}
				sound(t, s, a)
			}
		case lang.OpWord, lang.OpPrefix, lang.OpSuffix, lang.OpClass, lang.OpUnit, lang.OpPunct:
			if e.Word == "" {
				t.Errorf("%q: an element without a word", s)
			}
		}
	}
}
