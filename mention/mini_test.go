package mention_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// miniSet is the mini-language of the lang package with some of its files put in
// place of others, by their names within the pack.
func miniSet(t testing.TB, change map[string]string) *lang.Set {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../lang/testdata/mini")
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
	for name, s := range change {
		files[path.Join("qm", name)] = &fstest.MapFile{Data: []byte(s)}
	}
	set, err := lang.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// names is a small authority: two persons and three places.
func names(t testing.TB) *authority.File {
	t.Helper()
	f, err := authority.Load(fstest.MapFS{
		"person/kolzak.yaml": entry("kolzak", "names: [{lang: qm, text: Kolzak}, {lang: qm, text: Yevfimy Kolzak}]"),
		"person/ito.yaml":    entry("ito", "names: [{lang: qm, text: Ito Hirobumi}]"),
		"place/lisbon.yaml":  entry("lisbon", "kind: city\nnames: [{lang: qm, text: Lisbon}]"),
		"place/yellow.yaml":  entry("yellow", "kind: sea\nnames: [{lang: qm, text: Yellow Bank}]"),
		"place/ili.yaml":     entry("ili", "kind: river\nnames: [{lang: qm, text: Ili}]"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func entry(key, rest string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("key: " + key + "\nlabel: " + key + "\n" + rest + "\nref: {site: Gazetteer, page: " + key + "}\n")}
}

func find(record string, set *lang.Set, auth *authority.File) *mention.Mentions {
	d := chancery.NewDocument("sample", record, "text/1")
	return mention.Find(token.Split(text.Clean(&d), set), mention.NewNames(auth, set))
}

// surface is the words of a mention as they stand in the mended text.
func surface(ms *mention.Mentions, m *mention.Mention) string {
	return ms.Text.Mended()[m.Start:m.Stop]
}

// all describes every mention of a type, by the function.
func all(ms *mention.Mentions, kind string, describe func(*mention.Mention) string) []string {
	out := []string{}
	for i := range ms.All {
		if ms.All[i].Type == kind {
			out = append(out, describe(&ms.All[i]))
		}
	}
	return out
}

func person(m *mention.Mention) string {
	p := m.Person
	last := ""
	if p.Last >= 0 && p.Last < len(p.Names) {
		last = p.Names[p.Last]
	}
	s := fmt.Sprintf("%s, last %s", strings.Join(p.Names, " "), last)
	if p.Role != "" {
		s += ", " + p.Role
	}
	if len(m.Keys) > 0 {
		s += fmt.Sprint(", ", m.Keys)
	}
	return s
}
