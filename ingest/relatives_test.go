package ingest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/witness"
)

// Planted relatives of samples are found, and neither samples among themselves nor texts
// that tell of the same events independently are taken for relatives.
func TestPlantedCopiesAndTranslationsAreFoundAndNothingElse(t *testing.T) {
	s := &register.Memory{}
	r := reader(t)
	name := map[chancery.DocumentID]string{}
	add := func(as string, d chancery.Document) {
		name[d.ID] = as
		x := r.Read(&d)
		reading := register.Reading{Document: d.ID, Engine: "e", Packs: "p", Claims: x.Claims}
		res := &register.Resolution{Document: d.ID, Authority: "a"}
		for _, l := range x.Links {
			res.Links = append(res.Links, register.Link{Claim: l.Claim, Field: register.Field(l.Field), Entry: l.Entry})
		}
		if _, err := register.AddDocument(t.Context(), s, "tester", &d, reading, res); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range corpusDocuments(t) {
		add(d.Name, d)
	}
	planted := rowsOf(t, "../witness/testdata/planted.tsv")
	for _, row := range planted {
		add(row[0], textDocument(t, "../witness/testdata/planted", row[0]))
	}
	for _, row := range rowsOf(t, "../witness/testdata/independent.tsv") {
		add(row[0], textDocument(t, "../witness/testdata/independent", row[0]))
	}
	v, err := register.At(t.Context(), s, 0)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{} // pair -> kind
	for _, row := range planted {
		want[row[0]+" "+row[2]] = row[1]
	}
	found, others := 0, 0
	for _, f := range witness.NewReader(v).All() {
		for _, p := range f.Pairs {
			a, b := name[p.First], name[p.Second]
			switch {
			case want[a+" "+b] != "" || want[b+" "+a] != "":
				found++
				delete(want, a+" "+b)
				delete(want, b+" "+a)
			default:
				others++
				t.Errorf("%s and %s are held to be a %s: %s", a, b, p.Kind, p.Evidence)
			}
		}
	}
	for pair, kind := range want {
		t.Logf("not found: %s, a %s", pair, kind)
	}
	if found*100 < 95*len(planted) {
		t.Errorf("found %d of %d planted relatives", found, len(planted))
	}
}

func rowsOf(t *testing.T, file string) [][]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		if row := strings.Split(strings.TrimSpace(line), "\t"); len(row) > 2 && strings.HasSuffix(row[0], ".txt") {
			out = append(out, row)
		}
	}
	return out
}

func textDocument(t *testing.T, folder, file string) chancery.Document {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(folder, file))
	if err != nil {
		t.Fatal(fmt.Errorf("read %s: %w", file, err))
	}
	return chancery.NewDocument(file, string(b), "text/1")
}
