package lang_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/lang"
)

// Each folder of testdata/bad is a set of packs; want.txt has a line for each
// thing that must be said of it. A fault that no line speaks of is an error too.
func TestAllFaultsOfAPackAreToldAtOnce(t *testing.T) {
	folders, err := filepath.Glob("testdata/bad/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no samples", err)
	}
	for _, dir := range folders {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			_, err := lang.Load(os.DirFS(dir))
			if chancery.KindOf(err) != chancery.Invalid {
				t.Fatalf("got the error %v", err)
			}
			b, readErr := os.ReadFile(filepath.Join(dir, "want.txt"))
			if readErr != nil {
				t.Fatal(readErr)
			}
			want := strings.Split(strings.TrimSpace(string(b)), "\n")
			for _, w := range want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("nothing says %q in\n%v", w, err)
				}
			}
			for _, line := range strings.Split(err.Error(), "\n") {
				at := strings.Index(line, "lang/")
				if at < 0 {
					continue
				}
				if !told(want, line[at:]) {
					t.Errorf("nobody asked for %q", line[at:])
				}
				if !remedy.MatchString(line) && !strings.Contains(line, "pack.yaml: yaml: ") {
					t.Errorf("%q does not say what to do", line[at:])
				}
			}
		})
	}
}

func told(want []string, line string) bool {
	for _, w := range want {
		if strings.HasPrefix(line, w) {
			return true
		}
	}
	return false
}

func TestAPackHasWhatItsTablesSay(t *testing.T) {
	p := mini(t, nil)
	if p.Months["may"] != 5 || p.Months["jan"] != 1 || len(p.Months) != 13 {
		t.Errorf("months: %v", p.Months)
	}
	if p.Numbers["thousand"] != (lang.Number{Value: 1000}) || p.Numbers["fifth"] != (lang.Number{Value: 5, Ordinal: true}) {
		t.Errorf("numbers: %v", p.Numbers)
	}
	if p.Given["ivan"] != "Ivan" || !p.IsFrequent("the") || p.IsFrequent("treaty") || !p.IsAbbreviation("art") || p.IsAbbreviation("treaty") {
		t.Error("given names, frequent words or abbreviations are wrong")
	}
	if f, ok := p.Folded('æ'); !ok || f != "ae" {
		t.Errorf("æ is folded to %q", f)
	}
	if _, ok := p.Folded('a'); ok {
		t.Error("a is folded")
	}
	for n, k := range p.Kinds {
		if k.Pattern.Source == "treaties" && (k.Kind != "treaty" || k.Weight != "act" || !k.Plural) {
			t.Errorf("kind %d: %+v", n, k)
		}
	}
	for _, s := range p.Scopes {
		if s.Pattern.Source == "not" && (s.Effect != "polarity" || s.Value != "denied" || s.Direction != "after" || s.Reach != "clause" ||
			s.Near != 4 || s.At != "lang/qm/scopes.tsv:2") {
			t.Errorf("got %+v", s)
		}
	}
	d := p.Dates[0]
	if d.At != "lang/qm/dates.rules:2" || !cmp.Equal(d.Reads, []string{"day"}) || len(d.Examples) != 1 || d.Examples[0].Want["value"] != "1900-05-05" {
		t.Errorf("got %+v", d)
	}
	if ph := p.Phrases[0]; ph.Where != "left" || ph.Pattern.Source != "@polity" || ph.At != "lang/qm/phrases.rules:2" {
		t.Errorf("got %+v", ph)
	}
	if r := p.Rules[0]; r.Name != "signed" || r.At != "lang/qm/rules/signed.rules:2" || len(p.Rules) != 4 {
		t.Errorf("got %d rules, first %+v", len(p.Rules), r)
	}
}

func TestTheHashChangesWithAnyByteOfAPack(t *testing.T) {
	load := func(change map[string]string) string {
		set, err := lang.Load(miniFiles(t, change))
		if err != nil {
			t.Fatal(err)
		}
		return set.Hash
	}
	plain := load(nil)
	if load(nil) != plain {
		t.Error("the same pack has two hashes")
	}
	for _, c := range []map[string]string{
		{"given.tsv": "form\tnominative\nivan\tIvan\n"},
		{"rules/more.rules": "# nothing\n"},
		{"given.tsv": ""},
	} {
		if load(c) == plain {
			t.Errorf("%v has no part in the hash", c)
		}
	}
}

func TestATableMayHaveCommentsBlankLinesAndWindowsLineEnds(t *testing.T) {
	p := mini(t, map[string]string{"months.tsv": "# months\r\n\r\nform\tnumber\r\n# spring\r\nmarzo\t3\r\n  \t\r\n"})
	if d := cmp.Diff(map[string]int{"marzo": 3}, p.Months); d != "" {
		t.Error(d)
	}
}

func TestACommentMayBeginWithAnyFigure(t *testing.T) {
	p := mini(t, map[string]string{"months.tsv": "#12 months\nform\tnumber\n#4d is no pattern\nmarzo\t3\n",
		"dates.rules": "#no pattern\n# nor this\n#1-31 m={month} => month\n"})
	if len(p.Months) != 1 || len(p.Dates) != 1 || p.Dates[0].Pattern.Source != "#1-31 m={month}" {
		t.Errorf("got %v and %v", p.Months, p.Dates)
	}
	if _, errs := lang.ParseRules("f", "#0 a comment\nrule r\n#4 another\nstates event signed\ntrigger x\n"); len(errs) > 0 {
		t.Error(errs)
	}
}

func TestAClassMayUseOtherClassesAndThoseOfTables(t *testing.T) {
	p := mini(t, map[string]string{"rules/signed.rules": "", "phrases.rules": "left {outer}\n",
		"classes.tsv": "class\tpattern\nouter\t{inner} | {month}\ninner\t{kind} b\ninner\t{title} {ordinal}?\nstop\tx\nsubject\tx\nnot-name\tx\n"})
	e := p.Phrases[0].Pattern.Elements[0]
	if e.Op != lang.OpClass || len(e.Alts) != 1 {
		t.Fatalf("got %+v", e)
	}
	either := e.Alts[0][0]
	inner, month := either.Alts[0][0], either.Alts[1][0]
	if len(inner.Alts) != 2 || inner.Alts[0][0].Word != "kind" || len(inner.Alts[0][0].Alts) != len(p.Kinds) {
		t.Errorf("inner: %+v", inner)
	}
	if len(inner.Alts[1][0].Alts) != len(p.Titles) || len(inner.Alts[1][1].Alts) != 6 {
		t.Errorf("titles and ordinals: %+v", inner.Alts[1])
	}
	if len(month.Alts) != len(p.Months) {
		t.Errorf("months: %+v", month)
	}
}

func TestTheLongestEndingComesFirst(t *testing.T) {
	p := mini(t, map[string]string{"endings.tsv": `ending	part	cases	base
n	noun	acc	-
tion	noun	nom,acc	te
on	adjective	gen	-
a	noun	-	-
0	noun	nom	-
`})
	suffixes := func(w string) (s []string) {
		for _, e := range p.Forms(w) {
			s = append(s, e.Suffix)
		}
		return s
	}
	for _, c := range []struct {
		word string
		want []string
	}{
		{"convention", []string{"tion", "on", "n"}},
		{"salon", []string{"on", "n"}},
		{"action", []string{"tion", "on", "n"}}, // two letters must remain
		{"ation", []string{"on", "n"}},
		{"ion", []string{"n"}},
		{"on", []string{""}},
		{"pact", []string{""}}, // 0: ends in a consonant, no other ending with a case
		{"extra", []string{"a"}},
		{"treaty", nil},
		{"договор", []string{""}},
		{"дата", nil},
		{"", nil},
	} {
		if d := cmp.Diff(c.want, suffixes(c.word)); d != "" && (len(c.want) > 0 || len(suffixes(c.word)) > 0) {
			t.Errorf("%s: %s", c.word, d)
		}
	}
	if e := p.Forms("action")[0]; e.Base != "te" || e.Part != "noun" || !cmp.Equal(e.Cases, []string{"nom", "acc"}) {
		t.Errorf("got %+v", e)
	}
}

func TestAnEmptyFolderSetIsRefused(t *testing.T) {
	if _, err := lang.Load(fstest.MapFS{}); err == nil {
		t.Error("loaded")
	}
}
