package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/internal/noise"
)

// own is paragraphs of the corpus's plain documents, of whole sentences in lines of their own.
func own(t testing.TB) []string {
	files, err := filepath.Glob("../corpus/*/doc.txt")
	if err != nil || len(files) < 20 {
		t.Fatalf("too few documents to damage: %d, %v", len(files), err)
	}
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for p := range strings.SplitSeq(string(b), "\n") {
			p = strings.TrimSpace(p)
			if len(p) > 300 && strings.HasSuffix(p, ".") && !strings.ContainsAny(p, "\t|[]_") && len(clean(p).Notes) == 0 && len(clean(p).Issues) == 0 {
				out = append(out, p)
			}
		}
	}
	if len(out) < 150 {
		t.Fatalf("too few paragraphs to damage: %d", len(out))
	}
	return out
}

// share is n of all in thousandths.
func share(n, all int) int { return 1000 * n / max(1, all) }

// strengths are ways to print that are ever harder to read back.
var strengths = []struct {
	name string
	noise.Layout
}{
	{"wide lines", noise.Layout{Width: 90, Break: 500}},
	{"narrow lines", noise.Layout{Width: 60, Break: 1000}},
	{"pages with numbers", noise.Layout{Width: 70, Break: 800, PageLines: 40, Numbers: true}},
	{"pages with heads and numbers", noise.Layout{Width: 70, Break: 800, PageLines: 38, Numbers: true, Head: "ИЗВЕСТИЯ ОБЩЕСТВА, ТОМ II"}},
	{"pages with form feeds and heads", noise.Layout{Width: 64, Break: 900, PageLines: 36, FormFeed: true, Head: "Proceedings of the Society"}},
	{"pages with notes", noise.Layout{Width: 66, Break: 700, PageLines: 40, Numbers: true, Notes: 30}},
}

func TestWhatPrintingBrokeIsJoined(t *testing.T) {
	for _, s := range strengths {
		t.Run(s.name, func(t *testing.T) {
			for seed := range uint64(3) {
				p := noise.Print(own(t), s.Layout, noise.NewSource(seed))
				x := clean(p.Text)
				right := 0
				for _, b := range p.Broken {
					a, z, ok := x.Mend(b.Span)
					if ok && x.Mended()[a:z] == b.Word {
						right++
					} else if ok {
						t.Logf("%q became %q", b.Word, x.Mended()[a:min(z, a+80)])
					}
				}
				if share(right, len(p.Broken)) < 990 || len(p.Broken) < 150 {
					t.Errorf("seed %d: %d of %d broken words are whole again, %d/1000", seed, right, len(p.Broken), share(right, len(p.Broken)))
				}
			}
		})
	}
}

func TestRunningHeadsAreFoundAndNoLineIsTakenForOne(t *testing.T) {
	for _, s := range strengths {
		if s.Head == "" && !s.Numbers {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			p := noise.Print(own(t), s.Layout, noise.NewSource(7))
			x := clean(p.Text)
			in := func(at int) bool {
				a, _, ok := x.Mend(spanOf(at, at+3))
				if !ok {
					return true
				}
				for _, q := range x.Paragraphs {
					if q.Start <= a && a < q.End {
						return q.Kind == Furniture
					}
				}
				return true
			}
			found, taken := 0, 0
			for _, h := range p.Heads {
				if in(h.Start) {
					found++
				} else {
					t.Logf("missed: %q", p.Text[h.Start:h.End])
				}
			}
			for _, l := range p.Lines {
				if in(l.Start) {
					taken++
					t.Logf("taken: %q", p.Text[l.Start:l.End])
				}
			}
			if share(found, len(p.Heads)) < 980 || taken*1000 >= len(p.Lines) {
				t.Errorf("%d of %d heads found, %d of %d lines taken for one", found, len(p.Heads), taken, len(p.Lines))
			}
		})
	}
}

func TestMarksOfNotesAreTakenOutOfWords(t *testing.T) {
	for _, per := range []int{10, 30, 60} {
		p := noise.Print(own(t), noise.Layout{Width: 70, Break: 500, PageLines: 40, Numbers: true, Notes: per}, noise.NewSource(3))
		x := clean(p.Text)
		at := map[int]string{}
		linked := 0
		for _, n := range x.Notes {
			if n.At > 0 {
				at[x.Original(n.At-1, n.At).End] = n.Mark
				if strings.Contains(x.Mended()[n.Span.Start:n.Span.End], "РГАДА") {
					linked++
				}
			}
		}
		right := 0
		for _, m := range p.Marks {
			if at[m.At] == m.Label {
				right++
			} else {
				t.Logf("missed %s behind %q", m.Label, p.Text[max(0, m.At-20):m.At])
			}
		}
		if share(right, len(p.Marks)) < 970 || share(linked, len(p.Marks)) < 950 || len(p.Marks) < 20 {
			t.Errorf("of %d marks %d are separated and %d linked", len(p.Marks), right, linked)
		}
	}
}

func spanOf(a, b int) chancery.Span { return chancery.Span{Start: a, End: b} }
