package authority

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/chancery"
)

// Each testdata/bad-*.yaml starts with its class and the faults it must give, all
// of them and no other.
func TestABadFileTellsAllItsFaultsAtOnce(t *testing.T) {
	files, _ := filepath.Glob("testdata/bad-*.yaml")
	if len(files) == 0 {
		t.Fatal("no samples in testdata")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			class, want := expectation(string(b))
			_, err = Load(fstest.MapFS{class + "/" + filepath.Base(file): {Data: b}})
			if chancery.KindOf(err) != chancery.Invalid {
				t.Fatalf("got %v", err)
			}
			var faults Faults
			errors.As(err, &faults)
			if got := faults.Error(); got != strings.Join(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
			}
		})
	}
}

func expectation(s string) (class string, want []string) {
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if c, ok := strings.CutPrefix(line, "# class: "); ok {
			class = c
		}
		if w, ok := strings.CutPrefix(line, "# want: "); ok {
			want = append(want, w)
		}
	}
	return class, want
}

func TestFaultsOfSeveralFilesComeTogether(t *testing.T) {
	_, err := Load(fstest.MapFS{
		"place/aigun.yaml":  entry("argun", "Aigun"),
		"place/peking.yaml": {Data: nil},
	})
	var faults Faults
	if !errors.As(err, &faults) || len(faults) != 2 || faults[0].Path != "authority/place/aigun.yaml" || faults[1].Path != "authority/place/peking.yaml" {
		t.Errorf("got %v", err)
	}
}

func TestAnEmptyFolderIsAnEmptyAuthority(t *testing.T) {
	f, err := Load(fstest.MapFS{})
	if err != nil || len(f.NameForms()) != 0 || f.Has("x") {
		t.Errorf("got %v, %v", f, err)
	}
}

func TestTheSampleOfTheReferencePageIsRead(t *testing.T) {
	b, err := os.ReadFile("../doc/reference/authority.md")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for n, block := range strings.Split(string(b), "```yaml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		first, _, _ := strings.Cut(text, "\n")
		path, ok := strings.CutPrefix(first, "# authority/")
		if !ok {
			t.Fatalf("block %d does not name its file", n+1)
		}
		fsys[strings.TrimSpace(path)] = &fstest.MapFile{Data: []byte(text)}
	}
	f, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Polities()) != 1 || len(f.Instruments()) != 1 || len(f.Persons()) != 1 || len(f.Places()) != 1 {
		t.Errorf("the page shows %d, %d, %d and %d entries", len(f.Polities()), len(f.Instruments()), len(f.Persons()), len(f.Places()))
	}
	if err := Overlay(builtin(t), f).Check(); err != nil {
		t.Error(err)
	}
}
