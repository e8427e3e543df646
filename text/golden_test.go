package text

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/chancery"
)

var update = flag.Bool("update", false, "write what Clean makes into the golden files")

func clean(s string) *Text {
	d := chancery.NewDocument("x.txt", s, "text/1")
	return Clean(&d)
}

func TestCleanMakesTheGoldenTexts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			all, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			const cut = "-- mended.txt --\n"
			head, want, ok := strings.Cut(string(all), cut)
			_, input, ok2 := strings.Cut(head, "-- input.txt --\n")
			if !ok || !ok2 {
				t.Fatal("it needs the files input.txt and mended.txt")
			}
			got := printed(clean(input))
			if *update {
				if err := os.WriteFile(file, []byte(head+cut+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// printed shows a text as the golden files hold it.
func printed(x *Text) string {
	var b strings.Builder
	for _, p := range x.Paragraphs {
		fmt.Fprintf(&b, "[%s]\n%s\n", p.Kind, x.Mended()[p.Start:p.End])
	}
	for _, n := range x.Notes {
		at := max(n.At, 0)
		before := []rune(x.Mended()[:at])
		fmt.Fprintf(&b, "note %s behind %q: %q\n", n.Mark, string(before[max(0, len(before)-12):]), x.Mended()[n.Span.Start:n.Span.End])
	}
	for _, p := range x.Pages {
		fmt.Fprintf(&b, "page %q at %d\n", p.Number, p.Start)
	}
	for _, i := range x.Issues {
		fmt.Fprintf(&b, "issue %s %d\n", i.Kind, i.Count)
	}
	return b.String()
}
