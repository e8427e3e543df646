package claim

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// mentionsOf reads a document up to its mentions.
func mentionsOf(t *testing.T, name, body string) *mention.Mentions {
	t.Helper()
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	d := chancery.NewDocument(name, body, "text/1")
	return mention.Find(token.Split(text.Clean(&d), set), nil)
}

// cases calls do for each document of testdata whose name begins so, with what it
// shall give, a line each.
func cases(t *testing.T, prefix string, do func(t *testing.T, body string) []string) {
	t.Helper()
	files, err := filepath.Glob("testdata/" + prefix + "-*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata has no %s-*.txtar: %v", prefix, err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			_, rest, ok := strings.Cut(string(b), "-- doc.txt --\n")
			body, want, both := strings.Cut(rest, "-- want --\n")
			if !ok || !both {
				t.Fatal("has no doc.txt or no want")
			}
			if d := cmp.Diff(want, strings.Join(do(t, body), "")); d != "" {
				t.Error(d)
			}
		})
	}
}

func stand(t *testing.T, body string, cs []chancery.Claim) {
	t.Helper()
	for _, c := range cs {
		for _, q := range append([]chancery.Quote{c.Quote}, c.Also...) {
			if !q.Stands(body) {
				t.Errorf("quote %q does not stand at %d-%d", q.Text, q.Start, q.End)
			}
		}
	}
}

func TestReferencesAreReadAndWhatTheyRepeatIsResolved(t *testing.T) {
	cases(t, "citation", func(t *testing.T, body string) []string {
		cs := citations(mentionsOf(t, "sample.txt", body))
		stand(t, body, cs)
		var out []string
		for _, c := range cs {
			out = append(out, citationLine(c))
		}
		return out
	})
}

func citationLine(c chancery.Claim) string {
	b := c.Body.(chancery.Citation)
	var parts []string
	for _, p := range [][2]string{{"", b.Archive}, {"ф ", b.Fond}, {"оп ", b.Opis}, {"папка ", b.Papka}, {"картон ", b.Karton},
		{"д ", b.Delo}, {"л ", b.Folio}, {"", b.Work}, {"т ", b.Volume}, {"с ", b.Page}, {"via ", b.Via}} {
		if p[1] != "" {
			parts = append(parts, p[0]+p[1])
		}
		if p[0] == "л " && b.Verso {
			parts = append(parts, "об")
		}
	}
	s := strings.Join(parts, " | ")
	if len(c.Also) > 0 {
		s += " < " + string(rune('0'+len(c.Also)))
	}
	if len(c.Trace) > 0 && strings.Contains(c.Trace[0], "not in the document") {
		s += " lost"
	}
	return s + "\n"
}
