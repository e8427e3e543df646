package authority

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func compare(t *testing.T, got, want *File) {
	t.Helper()
	opts := []cmp.Option{cmpopts.EquateEmpty(), cmp.AllowUnexported(File{}), cmpopts.IgnoreFields(File{}, "links", "once", "forms")}
	if d := cmp.Diff(want, got, opts...); d != "" {
		t.Error(d)
	}
}

func TestTheSnapshotHoldsWhatTheYAMLHolds(t *testing.T) {
	dir := t.TempDir()
	want := builtin(t)
	for _, time := range []string{"first", "second"} {
		got, err := throughSnapshot(os.DirFS("."), dir)
		if err != nil {
			t.Fatalf("%s time: %v", time, err)
		}
		compare(t, got, want)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*.gob")); len(files) != 1 {
		t.Errorf("snapshots: %v", files)
	}
}

func TestADamagedSnapshotIsReadAgainFromYAML(t *testing.T) {
	dir := t.TempDir()
	want, err := throughSnapshot(os.DirFS("."), dir)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.gob"))
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	for name, damaged := range map[string][]byte{"a bit turned": b, "cut short": b[:100], "empty": nil} {
		if err := os.WriteFile(files[0], damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := throughSnapshot(os.DirFS("."), dir)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		compare(t, got, want)
	}
}

func TestASnapshotThatCannotBeWrittenIsNoError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "not-a-folder")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := throughSnapshot(os.DirFS("."), filepath.Join(file, "chancery"))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, got, builtin(t))
}

func TestTheEmbeddedFilesAreThoseOfTheFolders(t *testing.T) {
	f, err := loadChecked(data)
	if err != nil {
		t.Fatal(err)
	}
	if f.Hash() != builtin(t).Hash() {
		t.Error("the program holds other files than the folders")
	}
}

func BenchmarkLoadFromYAML(b *testing.B) {
	for b.Loop() {
		if _, err := loadChecked(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoadFromSnapshot(b *testing.B) {
	dir := b.TempDir()
	if _, err := throughSnapshot(data, dir); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := throughSnapshot(data, dir); err != nil {
			b.Fatal(err)
		}
	}
}
