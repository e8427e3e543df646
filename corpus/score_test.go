package corpus_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"example.org/chancery/corpus"
	"example.org/chancery/ingest"
	"example.org/chancery/source"
)

var raise = flag.Bool("update", false, "raise the floor to the scores of this run; it is never lowered")

// The score of each sample may only rise; `go test ./corpus -v` prints the table.
func TestNoSampleScoresBelowItsFloor(t *testing.T) {
	report := scoreCorpus(t)
	var table bytes.Buffer
	if err := report.WriteText(&table); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + table.String())
	b, err := os.ReadFile("floor.tsv")
	if err != nil {
		t.Fatal(err)
	}
	floor, problems := corpus.ReadFloor(bytes.NewReader(b))
	for _, p := range problems {
		t.Error(p)
	}
	if *raise {
		var out bytes.Buffer
		if err := corpus.RaiseFloor(report, floor).Write(&out); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("floor.tsv", out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, p := range corpus.CheckFloor(report, floor) {
		t.Error(p)
	}
}

// scoreCorpus reads every sample as a user's document would be read.
func scoreCorpus(t testing.TB) corpus.Report {
	t.Helper()
	samples, err := corpus.Documents()
	if err != nil {
		t.Fatal(err)
	}
	r, err := ingest.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var results []corpus.Result
	for _, s := range samples {
		d, _, err := source.Read(t.Context(), s.DocName, bytes.NewReader(s.Bytes), source.Limits{})
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		res := corpus.Score(s, d.Text, r.Read(&d).Facts(s.Name))
		for _, p := range res.Problems {
			t.Errorf("%s: %v", s.Name, p)
		}
		if res.Standing.Good != res.Standing.Of {
			t.Errorf("%s: %d of %d quotes stand at their offsets", s.Name, res.Standing.Good, res.Standing.Of)
		}
		results = append(results, res)
	}
	return corpus.Summarise(results)
}

// With no instrument, person or place known by name, what is found may fall by 50
// per mille at most: the packs read, the authority only recognises.
func TestDetectionHardlyNeedsTheAuthority(t *testing.T) {
	samples, err := corpus.Documents()
	if err != nil {
		t.Fatal(err)
	}
	r, err := ingest.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	score := func(r ingest.Reader) int {
		var results []corpus.Result
		for _, s := range samples {
			d, _, err := source.Read(t.Context(), s.DocName, strings.NewReader(string(s.Bytes)), source.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			results = append(results, corpus.Score(s, d.Text, r.Read(&d).Facts(s.Name)))
		}
		return corpus.Summarise(results).Total.Micro.F1()
	}
	with := score(r)
	r = ingest.Reader{Languages: r.Languages}.Prepare()
	without := score(r)
	t.Logf("with the authority %d, without %d per mille", with, without)
	if without < with-50 {
		t.Errorf("without the authority %d per mille, with it %d: more than 50 lost", without, with)
	}
}
