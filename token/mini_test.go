package token_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/chancery"
	"example.org/chancery/lang"
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

func split(record string, set *lang.Set) *token.Tokens {
	d := chancery.NewDocument("sample", record, "text/1")
	return token.Split(text.Clean(&d), set)
}

// sentences is the text of each sentence, its tokens parted by one blank.
func sentences(ts *token.Tokens) []string {
	var out []string
	last := -1
	for i := range ts.Tokens {
		tok := &ts.Tokens[i]
		if tok.Sentence != last {
			out = append(out, tok.Text)
			last = tok.Sentence
			continue
		}
		out[len(out)-1] += " " + tok.Text
	}
	return out
}

func words(ts *token.Tokens) string {
	var out []string
	for i := range ts.Tokens {
		out = append(out, ts.Tokens[i].Text)
	}
	return strings.Join(out, " ")
}
