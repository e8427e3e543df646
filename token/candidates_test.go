package token_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// A lookup only saves work: whatever matches at a token is among its candidates.
func TestWhateverMatchesIsAmongTheCandidates(t *testing.T) {
	set := miniSet(t, nil)
	element := rapid.SampledFrom([]string{"a", "b", "sig*", "*ned", `","`, `"-"`, `"''"`, "{month}", "{kind}", "@date", "@cap", "@word", "@verb",
		"@initial", "@roman", "#", "#1-31", "#4d", "_", "_{0,2}", "_{1,2}", "( a | b )", "( a? b | \",\" )", "( a? )", "( !a )", "( # | {month} )", "!a", "!@cap", "x=@word"})
	word := rapid.SampledFrom([]string{"a", "b", "signed", "Lisbon", ",", "—", "«", "”", "May", "5", "1900", "XIV", "A.", "treaty", ";", "{date:5 May}"})
	rapid.Check(t, func(rt *rapid.T) {
		var patterns []string
		for range rapid.IntRange(1, 4).Draw(rt, "patterns") {
			var els []string
			for range rapid.IntRange(1, 3).Draw(rt, "elements") {
				e := element.Draw(rt, "element")
				if rapid.Bool().Draw(rt, "optional") && !strings.HasPrefix(e, "!") {
					e += "?"
				}
				els = append(els, e)
			}
			patterns = append(patterns, strings.Join(els, " "))
		}
		pack := miniSet(t, map[string]string{"phrases.rules": "left " + strings.Join(patterns, "\nleft ") + "\n"}).Packs[0]
		ts, _ := marked(t, set, strings.Join(rapid.SliceOfN(word, 1, 6).Draw(rt, "words"), " "))
		m := token.NewMatcher(ts)
		of := func(n int) *lang.Pattern { return &pack.Phrases[n].Pattern }
		for i := range ts.Tokens {
			candidates := map[int]bool{}
			for _, n := range m.Candidates(pack.Lookups.Left, i) {
				candidates[n] = true
			}
			best, which := i, -1
			for n := range pack.Phrases {
				end, ok := m.Match(of(n).Elements, i)
				if ok && !candidates[n] {
					rt.Fatalf("%q matches at token %d of %s, but is no candidate", patterns[n], i, words(ts))
				}
				if ok && end > best {
					best, which = end, n
				}
			}
			if end, n := m.Longest(pack.Lookups.Left, i, of); end != best || n != which {
				rt.Fatalf("the longest of %q at token %d of %s is %d to %d, wanted %d to %d", patterns, i, words(ts), n, end, which, best)
			}
		}
		if got := m.Candidates(pack.Lookups.Left, len(ts.Tokens)); got != nil {
			rt.Fatalf("behind the text there are the candidates %v", got)
		}
	})
}
