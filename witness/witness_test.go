package witness

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/chancery"
)

// prose is n sentences about acts that exist nowhere, each with a year and a name.
func prose(lang, who string, n int, from int) Text {
	var words, signs []string
	for i := range n {
		name := fmt.Sprintf("%s%d", who, i*7%5)
		year := fmt.Sprint(from + i*13%90)
		form := "the envoy %s came in %s with word %d of the %s court"
		if lang != "en" {
			form = "посол %s прибыл в %s году со словом %d двора %s"
		}
		words = append(words, strings.Fields(fmt.Sprintf(form, name, year, i*3, who))...)
		signs = append(signs, name, year)
	}
	return Text{Lang: lang, Words: words, Signs: signs}
}

func named(id string, t Text) Text {
	t.ID = chancery.DocumentID(id)
	return t
}

func cut(t Text, from, to int) Text {
	return Text{Lang: t.Lang, Words: t.Words[from*len(t.Words)/100 : to*len(t.Words)/100], Signs: t.Signs[from*len(t.Signs)/100 : to*len(t.Signs)/100]}
}

func TestCopiesExcerptsAndTranslationsAreFamilies(t *testing.T) {
	original := prose("en", "orlan", 60, 1700)
	damaged := Text{Lang: "en", Words: slices.Clone(original.Words), Signs: original.Signs}
	for i := range damaged.Words {
		if i%9 == 0 {
			damaged.Words[i] += "x"
		}
	}
	translated := prose("ru", "orlan", 60, 1700)
	for i := 0; i+3 < len(translated.Signs); i += 6 { // the other language puts the year first
		translated.Signs[i], translated.Signs[i+1] = translated.Signs[i+1], translated.Signs[i]
	}
	other := prose("en", "tavir", 60, 1733)
	for name, c := range map[string]struct {
		second Text
		want   Kind
	}{
		"the same":                      {original, Copy},
		"a copy with faults":            {damaged, Copy},
		"a third of it":                 {cut(original, 30, 63), Excerpt},
		"another":                       {other, ""},
		"another in another language":   {prose("ru", "tavir", 60, 1733), ""},
		"a translation":                 {translated, Translation},
		"a translation of half":         {cut(translated, 50, 100), Translation},
		"a few names and numbers of it": {Text{Lang: "ru", Words: other.Words, Signs: original.Signs[:8]}, ""},
		"its names in another order":    {Text{Lang: "ru", Words: other.Words, Signs: reversedPairs(original.Signs)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, texts := range [][]Text{{named("a", original), named("b", c.second)}, {named("b", c.second), named("a", original)}} {
				got := Families(texts)
				if c.want == "" {
					if len(got) != 0 {
						t.Errorf("got %v", got)
					}
					continue
				}
				if len(got) != 1 || len(got[0].Documents) != 2 || got[0].Pairs[0].Kind != c.want || got[0].Pairs[0].Evidence == "" {
					t.Errorf("got %+v, want a %s", got, c.want)
				}
			}
		})
	}
}

// reversedPairs are the signs shuffled by a fixed step.
func reversedPairs(signs []string) []string {
	out := make([]string, len(signs))
	for i := range signs {
		out[i] = signs[i*37%len(signs)]
	}
	return out
}

func TestAFamilyCountsOnce(t *testing.T) {
	families := []Family{{Documents: []chancery.DocumentID{"a", "c", "d"}}}
	if n := Independent(families, []chancery.DocumentID{"a", "b", "c", "d"}); n != 2 {
		t.Errorf("a and its copies c and d, and b, are %d witnesses", n)
	}
}

func TestRelatedPairsMakeOneFamily(t *testing.T) {
	original := prose("en", "orlan", 60, 1700)
	got := Families([]Text{named("c", cut(original, 60, 100)), named("b", original), named("a", cut(original, 0, 40))})
	if len(got) != 1 || !slices.Equal(got[0].Documents, []chancery.DocumentID{"a", "b", "c"}) || len(got[0].Pairs) != 2 {
		t.Errorf("got %+v", got)
	}
}

func BenchmarkFamilies(b *testing.B) {
	var texts []Text
	for n := range 1000 {
		texts = append(texts, named(fmt.Sprint(n), prose("en", fmt.Sprintf("court%d", n), 40, 1600+n%300)))
	}
	b.ReportAllocs()
	for b.Loop() {
		Families(texts)
	}
}
