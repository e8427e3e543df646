package register_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"iter"
	"os"
	"regexp"
	"slices"
	"testing"
	"time"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the samples of doc/reference/log.md anew")

const logPage = "../doc/reference/log.md"

// described is the log that the page on the log shows, one record of each kind.
func described(t *testing.T) []register.Record {
	t.Helper()
	clock := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	m := &register.Memory{Now: func() time.Time { clock = clock.Add(time.Minute); return clock }}
	doc := chancery.NewDocument("ferry.txt", "The ferry convention was signed at Middleton on 4 May 1801.\n", "text/1")
	doc.Bibliography = chancery.Bibliography{Title: "A history of the ferry", Author: "A. Ferryman", Issued: "1901"}
	doc.Standing = "monograph"
	named := registertest.Claim(&doc, "ferry convention", chancery.Instrument{Kind: "convention", Mentions: []string{"ferry convention"}, Named: true})
	signed := registertest.Claim(&doc, "was signed at Middleton on 4 May 1801",
		chancery.Event{Event: "signed", Date: "1801-05-04", Calendar: "unstated", Place: "Middleton"})
	signed.Rule = "lang/en/rules/signed.rules:12"
	const key = chancery.Key("ferry-convention-1801-northland-southland")
	res := &register.Resolution{Authority: "8f14e45f", Entries: []register.Description{{Key: key, Type: chancery.InstrumentClaim,
		Label: "Ferry Convention", Kind: "convention", Parties: []chancery.Key{"northland", "southland"}, Aliases: []string{"the Ferry Act"}}}}
	for _, c := range []chancery.Claim{named, signed} {
		res.Links = append(res.Links, register.Link{Claim: c.ID, Field: register.FieldInstrument, Entry: key,
			Candidates: []register.Candidate{{Key: key, Why: "its name and year"}}, Reasons: []string{"no other entry has this name"}})
	}
	step := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err := register.Note(ctx, m, "chancery 0.1", register.Snapshot{Of: "authority", Hash: "8f14e45f", What: "the built-in authority of Chancery 0.1"})
	step(err)
	_, err = register.AddDocument(ctx, m, "chancery 0.1", &doc,
		register.Reading{Engine: "rules/1", Packs: "c9f0f895", Claims: []chancery.Claim{signed, named},
			Issues: []chancery.Issue{{Kind: "language", What: "too short to be sure of its language"}}}, res)
	step(err)
	right := signed
	right.Body = chancery.Event{Event: "signed", Date: "1801-05-04", Calendar: "julian", Place: "Middleton"}
	v, err := register.At(ctx, m, 0)
	step(err)
	_, err = register.Decide(ctx, m, v, "Anna Brodova", register.Decision{Act: register.Correct, Claims: []chancery.ClaimID{signed.ID},
		Correction: &right, Why: "the title page says Old Style"})
	step(err)
	_, err = register.Withdraw(ctx, m, "Anna Brodova", doc.ID, "the scan is of another edition")
	step(err)
	var out []register.Record
	for r, err := range m.Scan(ctx, 1) {
		step(err)
		out = append(out, r)
	}
	return out
}

var sample = regexp.MustCompile("(?s)```json\n(\\{\n  \"seq\".*?)```")

func TestThePageOnTheLogShowsEachKindOfRecord(t *testing.T) {
	records := described(t)
	page, err := os.ReadFile(logPage)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		n := 0
		page = sample.ReplaceAllFunc(page, func([]byte) []byte {
			b := show(t, records[min(n, len(records)-1)])
			n++
			return []byte("```json\n" + b + "```")
		})
		if err := os.WriteFile(logPage, page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var shown fixed
	var kinds []register.Kind
	for _, match := range sample.FindAllSubmatch(page, -1) {
		var r register.Record
		if err := json.Unmarshal(match[1], &r); err != nil {
			t.Fatalf("%v in\n%s", err, match[1])
		}
		if r.Body, err = register.Canonical(r.Body); err != nil {
			t.Fatal(err)
		}
		if _, err := register.Decode(r); err != nil {
			t.Error(err)
		}
		shown = append(shown, r)
		kinds = append(kinds, r.Kind)
	}
	want := []register.Kind{register.SnapshotRecord, register.DocumentRecord, register.ReadingRecord, register.ResolutionRecord,
		register.DecisionRecord, register.WithdrawalRecord}
	if !slices.Equal(kinds, want) {
		t.Errorf("it shows %v, want %v", kinds, want)
	}
	if d := cmp.Diff(records, []register.Record(shown)); d != "" {
		t.Errorf("run go test ./register -run Page -update: %s", d)
	}
	if findings, err := register.Verify(ctx, shown); err != nil || len(findings) > 0 {
		t.Errorf("what it shows is no sound log: %v %v", findings, err)
	}
}

// show is the record as the page has it, one field a line.
func show(t *testing.T, r register.Record) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fixed is a store of given records, to verify what was not appended.
type fixed []register.Record

func (f fixed) Append(context.Context, ...register.Draft) ([]register.Record, error) {
	return nil, chancery.Errorf(chancery.Unsupported, "append", "", "the log is given")
}

func (f fixed) Scan(context.Context, int64) iter.Seq2[register.Record, error] {
	return func(yield func(register.Record, error) bool) {
		for _, r := range f {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (f fixed) Last(context.Context, register.Kind, string) (register.Record, bool, error) {
	return register.Record{}, false, nil
}

func (f fixed) Head(context.Context) (int64, string, error) {
	return int64(len(f)), f[len(f)-1].Hash, nil
}

func (f fixed) Close() error { return nil }
