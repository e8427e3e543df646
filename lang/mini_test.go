package lang_test

import (
	"io/fs"
	"os"
	"path"
	"testing"
	"testing/fstest"

	"example.org/chancery/lang"
)

// miniFiles is the pack of testdata/mini with some of its files put in place of
// others, by their names within the pack; an empty text takes a file out.
func miniFiles(t testing.TB, change map[string]string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("testdata/mini")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range change {
		if text == "" {
			delete(files, path.Join("qm", name))
			continue
		}
		files[path.Join("qm", name)] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func mini(t testing.TB, change map[string]string) *lang.Pack {
	t.Helper()
	set, err := lang.Load(miniFiles(t, change))
	if err != nil {
		t.Fatal(err)
	}
	return set.Pack("qm")
}
