package claim_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/claim"
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

// signing is the rule that most tests add to.
const signing = `rule signed
states event signed
trigger signed
`

// extract reads a document with the mini-language and no rules but these.
func extract(t testing.TB, rules, record string) (claim.Extraction, chancery.Document) {
	t.Helper()
	return extractWith(miniSet(t, map[string]string{"rules/signed.rules": rules}), record, nil)
}

func extractWith(set *lang.Set, record string, auth *authority.File) (claim.Extraction, chancery.Document) {
	d := chancery.NewDocument("sample", record, "text/1")
	return claim.Extract(mention.Find(token.Split(text.Clean(&d), set), mention.NewNames(auth, set)), d.Hash), d
}

// stated is what the rules state of a document, one line a claim.
func stated(t testing.TB, rules, record string) []string {
	t.Helper()
	x, _ := extract(t, rules, record)
	out := []string{}
	for _, c := range x.Claims {
		if strings.HasPrefix(c.Rule, "lang/") {
			out = append(out, says(c))
		}
	}
	return out
}

func words(q *chancery.Quote) string {
	if q == nil {
		return "nothing"
	}
	return q.Text
}

// says is the content of a claim and how it is put, for people.
func says(c chancery.Claim) string {
	var s string
	with := func(before string, v any) {
		if x := fmt.Sprint(v); x != "" && x != "[]" {
			s += before + x
		}
	}
	switch b := c.Body.(type) {
	case chancery.Event:
		s = b.Event
		if b.InstrumentAs != nil {
			s += " of " + b.InstrumentAs.Text
		}
		with(" threat of ", b.Of)
		with(" on ", b.Date)
		with(" at ", b.Place)
		with(" by ", b.Actors)
		for _, p := range b.Persons {
			with(" with ", strings.TrimSpace(p.Role+" "+p.Name))
		}
	case chancery.Provision:
		s = b.Topic + " of " + words(b.InstrumentAs)
		with(" article ", b.Article)
		with(" ", b.Status)
		with(" by ", b.Who)
	case chancery.Relation:
		s = words(b.FromAs) + " " + b.Rel + " " + words(b.ToAs)
	case chancery.Characterisation:
		s = words(b.OfAs) + " is " + b.As
	case chancery.Instrument:
		s = string(b.Kind) + " " + strings.Join(b.Mentions, " / ")
	case chancery.Person:
		s = "person " + b.Name
	case chancery.Place:
		s = "place " + b.Name
	default:
		s = string(c.Type())
	}
	if c.Polarity != chancery.Affirmed {
		s += ", " + string(c.Polarity)
	}
	if c.Modality != chancery.Actual {
		s += ", " + string(c.Modality)
	}
	if c.Voice != nil {
		s += ", " + string(c.Voice.Stance) + " by " + c.Voice.Holder
	}
	if c.Self {
		s += ", self"
	}
	return s
}

// run checks a table of documents: the rules, what stands there, what is stated.
func run(t *testing.T, table []sample) {
	for _, c := range table {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, stated(t, c.rules, c.in)); d != "" {
				t.Error(d)
			}
		})
	}
}

type sample struct {
	name, rules, in string
	want            []string
}
