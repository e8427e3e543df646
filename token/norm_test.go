package token_test

import (
	"testing"

	"example.org/chancery/lang"
	"example.org/chancery/token"
)

func TestNormalisedWordsAreComparedAlike(t *testing.T) {
	old := &lang.Pack{Fold: map[string]string{"ё": "е", "ѣ": "е", "і": "и", "ѳ": "ф"}, DropLast: "ъ"}
	for _, c := range []struct {
		name, in, want string
		pack           *lang.Pack
	}{
		{"capitals", "Treaty", "treaty", nil},
		{"plain", "treaty", "treaty", nil},
		{"capitals of another script", "ДОГОВОР", "договор", nil},
		{"stress", "догово\u0301р", "договор", nil},
		{"a soft hyphen", "дого\u00adвор", "договор", nil},
		{"a hyphen that keeps lines together", "хан\u2011заде", "хан-заде", nil},
		{"an apostrophe", "King’s", "king's", nil},
		{"Latin letters that look Cyrillic", "дoговop", "договор", nil},    // o, o, p
		{"Cyrillic letters in a Latin word stay", "treаty", "treаty", nil}, // а
		{"a Latin word stays", "Moskva", "moskva", nil},
		{"a folded letter", "Ёлка", "елка", old},
		{"the old spelling", "міръ", "мир", old},
		{"the old spelling in capitals", "МІРЪ", "мир", old},
		{"the final letter of a compound's part", "всѣхъ-то", "всех-то", old},
		{"a letter alone", "ъ", "ъ", old},
		{"a letter folded to two", "Cæsar", "caesar", &lang.Pack{Fold: map[string]string{"æ": "ae"}}},
		{"nothing", "", "", old},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := token.Normalise(c.in, c.pack); got != c.want {
				t.Errorf("got %q, wanted %q", got, c.want)
			}
			if got := token.Normalise(c.want, c.pack); got != c.want {
				t.Errorf("normalised again it is %q", got)
			}
		})
	}
}

func TestDoubtAboutACaseNeverExcludes(t *testing.T) {
	ts := split("pact pactom pactud treaty latinom", miniSet(t, nil))
	for _, c := range []struct {
		word  int
		cases []string
		want  bool
	}{
		{0, []string{"nom"}, true}, {0, []string{"gen"}, false}, // no ending: nominative
		{1, []string{"gen"}, true}, {1, []string{"nom"}, false}, {1, []string{"nom", "gen"}, true},
		{2, []string{"dat"}, true}, {2, []string{"acc"}, true}, {2, []string{"gen"}, false},
		{3, []string{"gen"}, true}, {3, []string{"loc"}, true}, // its ending is unknown
		{4, []string{"gen"}, true},
	} {
		if got := ts.MayBe(c.word, c.cases); got != c.want {
			t.Errorf("%s in %v: %v", ts.Tokens[c.word].Text, c.cases, got)
		}
	}
	if ts.IsPart(4, "noun") || !ts.IsPart(4, "adjective") {
		t.Error("a longer ending does not rule out the part of a shorter one")
	}
	if !ts.IsPart(1, "noun") || ts.IsPart(3, "noun") {
		t.Error("parts of speech are wrong")
	}
}

func TestAStemIsTheWordWithoutItsLongestCaseEnding(t *testing.T) {
	pack := miniSet(t, nil).Packs[0]
	for in, want := range map[string]string{"pactom": "pact", "pact": "pact", "latinom": "lat", "signed": "signed", "petrovom": "petrov", "xom": "xom"} {
		if got := token.Stem(in, pack); got != want {
			t.Errorf("%s: %q, wanted %q", in, got, want)
		}
	}
	if got := token.Stem("pactom", nil); got != "pactom" {
		t.Errorf("without a language: %q", got)
	}
}
