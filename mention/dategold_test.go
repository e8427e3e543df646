package mention_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/chancery/edtf/calendar"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
)

var update = flag.Bool("update", false, "write testdata/dates/generated.tsv anew from the templates")

// datesToFill are what the templates are filled with.
var datesToFill = [][3]int{{1858, 5, 14}, {1905, 8, 6}, {1727, 10, 9}, {1922, 2, 16}, {1881, 11, 7}}

const generated = "testdata/dates/generated.tsv"

// leastExact is how many of a thousand generated forms must be read with text and value
// exactly right, in each language.
const leastExact = 980

func TestGeneratedFormsAreReadExactly(t *testing.T) {
	if *update {
		if err := os.WriteFile(generated, []byte(fillTemplates(t)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sets := map[string]*lang.Set{}
	total, right := map[string]int{}, map[string]int{}
	for _, row := range table(t, generated) {
		code, sentence, text, value := row[0], row[1], row[2], row[3]
		if sets[code] == nil {
			sets[code] = only(t, code)
		}
		total[code]++
		got := found(sentence, sets[code])
		if len(got) == 1 && got[0] == value+" "+text {
			right[code]++
		} else {
			t.Logf("%s: %q: got %q, wanted %q", code, sentence, got, value+" "+text)
		}
	}
	sum := 0
	for code, n := range total {
		sum += n
		t.Logf("%s: %d of %d", code, right[code], n)
		if right[code]*1000 < leastExact*n {
			t.Errorf("%s: %d of %d are exact, fewer than %d in a thousand", code, right[code], n, leastExact)
		}
	}
	if sum < 600 {
		t.Errorf("only %d forms: give the templates more", sum)
	}
}

// found is the dates of a sentence, each "value text".
func found(sentence string, set *lang.Set) []string {
	ms := find(sentence, set, nil)
	return all(ms, "date", func(m *mention.Mention) string { return m.Date.Value.String() + " " + surface(ms, m) })
}

// table is the rows of a tab-separated file of testdata, comments left out.
func table(t testing.TB, name string) [][]string {
	t.Helper()
	b, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for _, l := range strings.Split(string(b), "\n") {
		if l != "" && !strings.HasPrefix(l, "#") {
			rows = append(rows, strings.Split(l, "\t"))
		}
	}
	return rows
}

// fillTemplates makes a row of each template with each date: language, sentence, text, value.
func fillTemplates(t testing.TB) string {
	words := map[string][]string{}
	for _, r := range table(t, "testdata/dates/words.tsv") {
		words[r[0]+" "+r[1]] = r[2:]
	}
	var b strings.Builder
	b.WriteString("# Written by go test ./mention -run Generated -update from templates.tsv and words.tsv.\n")
	for _, row := range table(t, "testdata/dates/templates.tsv") {
		for _, d := range datesToFill {
			fill := filler(d[0], d[1], d[2], func(form string) []string { return words[row[0]+" "+form] })
			before, rest, _ := strings.Cut(fill.Replace(row[1]), "[")
			text, after, ok := strings.Cut(rest, "]")
			if !ok {
				t.Fatalf("no date in brackets: %q", row[1])
			}
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", row[0], before+text+after, text, fill.Replace(row[2]))
		}
	}
	return b.String()
}

// filler fills the placeholders, which templates.tsv explains.
func filler(y, m, d int, words func(form string) []string) *strings.Replacer {
	roman := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}
	centuries := map[int]string{18: "XVIII", 19: "XIX", 20: "XX"}
	century := (y + 99) / 100
	pairs := []string{"{d}", fmt.Sprint(d), "{D}", two(d), "{g}", fmt.Sprint(d + 12), "{G}", two(d + 12), "{e}", fmt.Sprint(d + 3), "{E}", two(d + 3),
		"{m}", fmt.Sprint(m), "{M}", two(m), "{R}", roman[m], "{Y}", fmt.Sprint(y), "{Z}", fmt.Sprint(y + 2), "{z}", two((y + 2) % 100),
		"{c}", centuries[century], "{a}", fmt.Sprint(century), "{h}", fmt.Sprint(century - 1), "{H}", fmt.Sprint(century),
		"{k}", fmt.Sprint(y / 10 * 10), "{K}", fmt.Sprint(y / 10)}
	for _, form := range []string{"gen", "loc", "old"} {
		if w := words(form); w != nil {
			pairs = append(pairs, "{"+form+"}", w[m-1])
		}
	}
	if w := words("day"); w != nil {
		pairs = append(pairs, "{day}", w[(int(calendar.FromGregorian(y, m, d).Weekday())+6)%7])
	}
	return strings.NewReplacer(pairs...)
}

func two(n int) string { return fmt.Sprintf("%02d", n) }
