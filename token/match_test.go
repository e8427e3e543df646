package token_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// marked splits a text in which ^ stands before the token to match at, and marks
// every {…} as a mention: "{date:5 May 1900}".
func marked(t *testing.T, set *lang.Set, s string) (*token.Tokens, int) {
	t.Helper()
	type unit struct{ tag, words string }
	var units []unit
	var plain strings.Builder
	for {
		open := strings.IndexByte(s, '{')
		if open < 0 {
			break
		}
		tag, rest, _ := strings.Cut(s[open+1:], ":")
		words, after, ok := strings.Cut(rest, "}")
		if !ok {
			t.Fatalf("%q: a mention is not closed", s)
		}
		plain.WriteString(s[:open] + words)
		units = append(units, unit{tag, words})
		s = after
	}
	plain.WriteString(s)
	before, after, ok := strings.Cut(plain.String(), "^")
	if !ok {
		before, after = "", plain.String()
	}
	ts := split(before+after, set)
	at := 0
	for at < len(ts.Tokens) && ts.Tokens[at].Start < len(before) {
		at++
	}
	from := 0
	for n, u := range units {
		i := strings.Index(ts.Text.Mended()[from:], u.words)
		if i < 0 {
			t.Fatalf("%q is not in the text", u.words)
		}
		start, end := from+i, from+i+len(u.words)
		first, last := -1, -1
		for k := range ts.Tokens {
			if ts.Tokens[k].Start == start {
				first = k
			}
			if ts.Tokens[k].End == end {
				last = k
			}
		}
		ts.Units[first] = append(ts.Units[first], token.Unit{Tag: u.tag, End: last + 1, Ref: n})
		from = start
	}
	return ts, at
}

func TestEachOperatorMatchesWhatItSays(t *testing.T) {
	set := miniSet(t, map[string]string{"classes.tsv": `class	pattern
verb	signed
verb	set ( his | her ) hand
subject	peace
not-name	new
stop	the
`})
	const none = "-"
	for _, c := range []struct{ pattern, in, want string }{
		// words
		{"signed", "signed it", "signed"},
		{"signed", "Signed it", "Signed"},
		{"signed", "signedly", none},
		{"sign*", "signing it", "signing"},
		{"sign*", "sign it", "sign"},
		{"sign*", "unsigned", none},
		{"*ed", "signed it", "signed"},
		{"*ed", "ed it", none},
		{"signed it", "signed it", "signed it"},
		{"signed it", "signed and it", none},
		{"signed it", "signed", none},
		// marks
		{`a "," b`, "a, b", "a , b"},
		{`a "-" b`, "a — b", "a — b"},
		{`a "-" b`, "a – b", "a – b"},
		{`"''" a "''"`, "«a» b", "« a »"},
		{`"''" a "''"`, "“a” b", "“ a ”"},
		{`"(" a`, "(a) b", "( a"},
		{`";" a`, ", a", none},
		// classes
		{"{verb} it", "signed it", "signed it"},
		{"{verb} it", "set her hand it", "set her hand it"},
		{"{verb}", "set its hand", none},
		{"{month} #", "May 5", "May 5"},
		{"{numeral}", "seven", "seven"},
		{"{numeral}", "seventh", none},
		{"{ordinal}", "fifth", "fifth"},
		{"{kind}", "treaty", "treaty"},
		{"{title}", "consul", "consul"},
		// mentions and looks
		{"on @date it", "on {date:5 May 1900} it", "on 5 May 1900 it"},
		{"on @date", "on {place:Lisbon}", none},
		{"@date", "{date:5 May 1900}", "5 May 1900"},
		{"@cap", "Lisbon fell", "Lisbon"},
		{"@cap", "lisbon fell", none},
		{"@cap", "5 men", none},
		{"@word", "lisbon", "lisbon"},
		{"@word", "5 men", none},
		{"@adj", "arabic ports", "arabic"},
		{"@verb", "signed it", "signed"},
		{"@participle", "ending it", "ending"},
		{"@verb", "pact", none},
		{"@initial @cap", "A. Smith", "A. Smith"},
		{"@initial", "Art. 5", none},
		{"@roman", "XIV of", "XIV"},
		{"@roman", "14 of", none},
		// numbers
		{"#", "1900 men", "1900"},
		{"#", "2,5 per", none},
		{"#1-31", "31 May", "31"},
		{"#1-31", "32 May", none},
		{"#1-31", "0 May", none},
		{"#5", "5 May", "5"},
		{"#5", "6 May", none},
		{"#4d", "1900 May", "1900"},
		{"#4d", "190 May", none},
		{"#2d", "05 May", "05"},
		{"#1-31", "XIV of", "XIV"},
		{"#4d", "MCMX of", none},
		// anything and gaps
		{"_ b", "a b", "a b"},
		{"_ b", ", b", ", b"},
		{"_", "", none},
		{"a _{0,2} c", "a c c", "a c"},
		{"a _{0,2} c", "a b b c", "a b b c"},
		{"a _{0,2} c", "a b b b c", none},
		{"a _{1,2} c", "a c c", "a c c"},
		{"a _{1,2} c", "a c d", none},
		{"a _{0,9} z", "a b. And z", none},
		// groups
		{"( a b | a ) c", "a b c", "a b c"},
		{"( a b | a ) c", "a c", "a c"},
		{"( a | a b ) c", "a b c", "a b c"},
		{"( a | b )? c", "c", "c"},
		{"( a? b | c ) d", "b d", "b d"},
		{"( a ( b | b c ) ) d", "a b c d", "a b c d"},
		{"x=( a | a b ) c", "a b c", "a b c"},
		{"( _{0,3} bb ) cc", "aa bb dd bb cc", "aa bb dd bb cc"},
		// behind and before an element
		{"a b? c", "a c", "a c"},
		{"a b? c", "a b c", "a b c"},
		{"a b? b", "a b", "a b"},
		{"a b?", "a b", "a b"},
		{"a !b", "a c", "a"},
		{"a !b", "a b", none},
		{"a !b", "a", "a"},
		{"a !( b c ) _", "a b d", "a b"},
		{"a !( b c ) _", "a b c", none},
		{"!( a | b ) _", "c d", "c"},
		{"a !{verb} _", "a signed", none},
		{"pact*:gen", "pactom of", "pactom"},
		{"pact*:gen", "pactud of", none},
		{"pact*:gen/dat", "pactud of", "pactud"},
		{"treaty:gen", "treaty of", "treaty"},
		{"@date:gen", "{date:5 May 1900}", "5 May 1900"},
		{"@instrument:gen", "{instrument:the pactom} of", "the pactom"},
		{"@instrument:dat", "{instrument:the pactom} of", none},
		{"( the pactom | the pactud ):dat", "the pactud of", "the pactud"},
		{"( the pactom | the pactud ):dat", "the pactom of", none},
		{"( a? ):gen b", "b", none}, // nothing stands in no case
		{"!b ( a? ):gen", "a", "a"},
		// sentences and paragraphs
		{"a b", "a. b", none},
		{"ended he", "it ^ended\n\nhe left", none},
		{"it _? he", "it ended. he", none},
		{"@date", "it ended ^on {date:5 May}", none},
	} {
		t.Run(c.pattern+" in "+c.in, func(t *testing.T) {
			p, err := lang.ParsePattern(c.pattern)
			if err != nil {
				t.Fatal(err)
			}
			els := bound(t, set, c.pattern)
			ts, at := marked(t, set, c.in)
			got := none
			if end, ok := token.NewMatcher(ts).Match(els, at); ok {
				var words []string
				for i := at; i < end; i++ {
					words = append(words, ts.Tokens[i].Text)
				}
				got = strings.Join(words, " ")
			}
			if got != c.want {
				t.Errorf("%s: got %q, wanted %q", p.Source, got, c.want)
			}
		})
	}
}

// bound is a pattern with the classes of the set filled in.
func bound(t *testing.T, set *lang.Set, pattern string) []lang.Element {
	t.Helper()
	var fill func([]lang.Element)
	classes := map[string][][]lang.Element{}
	for name, ps := range set.Packs[0].Classes {
		for _, p := range ps {
			classes[name] = append(classes[name], p.Elements)
		}
	}
	word := func(w string) []lang.Element { return []lang.Element{{Op: lang.OpWord, Word: w}} }
	for w := range set.Packs[0].Months {
		classes["month"] = append(classes["month"], word(w))
	}
	for w, n := range set.Packs[0].Numbers {
		name := "numeral"
		if n.Ordinal {
			name = "ordinal"
		}
		classes[name] = append(classes[name], word(w))
	}
	for _, k := range set.Packs[0].Kinds {
		classes["kind"] = append(classes["kind"], k.Pattern.Elements)
	}
	for _, k := range set.Packs[0].Titles {
		classes["title"] = append(classes["title"], k.Pattern.Elements)
	}
	fill = func(els []lang.Element) {
		for i := range els {
			if els[i].Op == lang.OpClass {
				els[i].Alts = classes[els[i].Word]
			}
			if els[i].Op == lang.OpAlt {
				for _, a := range els[i].Alts {
					fill(a)
				}
			}
		}
	}
	p, err := lang.ParsePattern(pattern)
	if err != nil {
		t.Fatal(err)
	}
	fill(p.Elements)
	return p.Elements
}

func TestCapturesAreThoseOfTheMatchThatHolds(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct{ pattern, in, want string }{
		{"d=#1-31 m={month} y=#4d", "5 May 1900", "d:5 m:May y:1900"},
		{"on x=@date y=it", "on {date:5 May 1900} it", "x:5 May 1900 y:it"},
		{"( x=a c | x=a b ) d", "a b d", "x:a"},
		{"( x=a b c | y=a ) b d", "a b d", "y:a"},
		{"x=( a b | c ) d", "a b d", "x:a b"},
		{"a x=b? c", "a c", ""},
		{"a x=b? b", "a b", ""},
		{"!x=a b", "b", ""},
		{"a _{0,2} x=c", "a b c", "x:c"},
		{"a _{0,2} x=c", "a c", "x:c"},
		{"x=_{0,3} c", "a b c", "x:a b"},
		{"a _{0,2} x=c", "a b d", "-"},
	} {
		ts, at := marked(t, set, c.in)
		m := token.NewMatcher(ts)
		if _, ok := m.Match(bound(t, set, c.pattern), at); ok == (c.want == "-") {
			t.Errorf("%s matches %q: %v", c.pattern, c.in, ok)
			continue
		}
		if c.want == "-" {
			c.want = "" // a match that fails keeps nothing
		}
		var got []string
		for _, k := range m.Captures {
			if k.Name == token.Gap {
				continue
			}
			var words []string
			for i := k.First; i < k.End; i++ {
				words = append(words, ts.Tokens[i].Text)
			}
			got = append(got, fmt.Sprintf("%s:%s", k.Name, strings.Join(words, " ")))
			if first, end, ok := m.Captured(k.Name); !ok || first != k.First || end != k.End {
				t.Errorf("Captured(%s) is %d to %d", k.Name, first, end)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s in %q: captures %q, wanted %q", c.pattern, c.in, got, c.want)
		}
	}
	ts, _ := marked(t, set, "a b")
	m := token.NewMatcher(ts)
	m.Match(bound(t, set, "x=a b"), 0)
	if _, ok := m.Match(bound(t, set, "x=a c"), 0); ok {
		t.Error("matched")
	}
	if _, _, ok := m.Captured("x"); ok {
		t.Error("a match that failed leaves a capture")
	}
}

func TestAPatternBehindTheLastTokenMatchesNothing(t *testing.T) {
	set := miniSet(t, nil)
	ts := split("a b", set)
	m := token.NewMatcher(ts)
	for _, p := range []string{"a", "!a", "_{0,3}", "_", "a?"} {
		if _, ok := m.Match(bound(t, set, p), len(ts.Tokens)); ok {
			t.Errorf("%s matches behind the text", p)
		}
	}
}

func TestAWordFitsAnElementOfOneWord(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct {
		pattern, word string
		want          bool
	}{
		{"russo", "russo", true}, {"russ*", "russo", true}, {"*so", "russo", true}, {"( perso | russo )", "russo", true},
		{"( great russo | x )", "russo", false}, {"{month}", "may", true}, {"{month}", "russo", false}, {"@cap", "russo", false}, {"#", "5", false},
	} {
		if got := token.WordFits(&bound(t, set, c.pattern)[0], c.word); got != c.want {
			t.Errorf("%s and %s: %v", c.pattern, c.word, got)
		}
	}
}
