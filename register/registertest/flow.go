package registertest

import (
	"context"
	"encoding/json"
	"sync"
	"sync/atomic"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"github.com/google/go-cmp/cmp"
)

func add(t *testing.T, s register.Store, doc chancery.Document, r register.Reading, res *register.Resolution) bool {
	t.Helper()
	added, err := register.AddDocument(context.Background(), s, "tester", &doc, r, res)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

func view(t *testing.T, s register.Store, known int64) *register.View {
	t.Helper()
	v, err := register.At(context.Background(), s, known)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Page is all that a view lists, as JSON, without the numbers of records: what must
// not depend on the order of adding.
func Page(v *register.View) string {
	type claim struct {
		Fact      chancery.Claim
		Status    register.Status
		Links     []register.Link
		Corrects  chancery.ClaimID
		Contested bool
	}
	type stranded struct {
		Act    register.Act
		Claims []chancery.ClaimID
	}
	var page struct {
		Documents []chancery.Document
		Claims    []claim
		Entries   []register.Entry
		Stranded  []stranded
	}
	page.Documents = v.Documents()
	page.Entries = v.Entries()
	for _, c := range v.Claims(register.Filter{Hidden: true}) {
		page.Claims = append(page.Claims, claim{c.Claim, c.Status, c.Links, c.Corrects, c.Contested})
	}
	for _, s := range v.Stranded() {
		page.Stranded = append(page.Stranded, stranded{s.Decision.Act, s.Claims})
	}
	b, err := json.MarshalIndent(page, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func addTwice(t *testing.T, s register.Store) {
	doc, reading, res := Sample(1)
	if !add(t, s, doc, reading, res) {
		t.Error("the first time: nothing added")
	}
	want := Page(view(t, s, 0))
	if add(t, s, doc, reading, res) {
		t.Error("the second time: something added")
	}
	renamed := chancery.NewDocument("another name.txt", doc.Text, "text/1")
	if add(t, s, renamed, reading, res) {
		t.Error("the same text under another name: something added")
	}
	wantHead(t, s, 3)
	if d := cmp.Diff(want, Page(view(t, s, 0))); d != "" {
		t.Error(d)
	}
}

func addAtOnce(t *testing.T, s register.Store) {
	var wg sync.WaitGroup
	var added atomic.Int32
	for range 4 {
		wg.Go(func() {
			doc, reading, res := Sample(1)
			ok, err := register.AddDocument(context.Background(), s, "tester", &doc, reading, res)
			if err != nil {
				t.Error(err)
			}
			if ok {
				added.Add(1)
			}
		})
	}
	wg.Wait()
	if added.Load() != 1 {
		t.Errorf("%d were told that they added it, want 1", added.Load())
	}
	wantHead(t, s, 3)
}

func addOtherwise(t *testing.T, s register.Store) {
	doc, reading, res := Sample(1)
	add(t, s, doc, reading, res)
	reading.Packs = "packs-2"
	reading.Claims = reading.Claims[1:]
	if !add(t, s, doc, reading, nil) {
		t.Error("other packs: nothing added")
	}
	wantHead(t, s, 4)
	other := *res
	other.Authority, other.Links = "authority-2", res.Links[1:]
	if !add(t, s, doc, reading, &other) {
		t.Error("another authority: nothing added")
	}
	wantHead(t, s, 5)
	if got := len(view(t, s, 0).Claims(register.Filter{})); got != 3 {
		t.Errorf("the view has %d claims, want those 3 of the last reading", got)
	}
	if got := len(view(t, s, 3).Claims(register.Filter{})); got != 4 {
		t.Errorf("as known at 3 it has %d claims, want 4", got)
	}
}

func withdrawAndAdd(t *testing.T, s register.Store) {
	doc, reading, res := Sample(1)
	add(t, s, doc, reading, res)
	want := Page(view(t, s, 0))
	if _, err := register.Withdraw(context.Background(), s, "tester", doc.ID, "it is a forgery"); err != nil {
		t.Fatal(err)
	}
	if v := view(t, s, 0); len(v.Documents()) != 0 || len(v.Claims(register.Filter{Hidden: true})) != 0 || len(v.Entries()) != 0 {
		t.Errorf("it is still there: %s", Page(v))
	}
	if _, err := register.Withdraw(context.Background(), s, "tester", doc.ID, "again"); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("withdrawn twice: %v", err)
	}
	if !add(t, s, doc, reading, res) {
		t.Error("added again: nothing added")
	}
	if d := cmp.Diff(want, Page(view(t, s, 0))); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(want, Page(view(t, s, 3))); d != "" {
		t.Errorf("as known before the withdrawal: %s", d)
	}
}

func sameView(t *testing.T, s register.Store) {
	var m register.Memory
	for _, store := range []register.Store{s, &m} {
		for n := range 5 {
			doc, reading, res := Sample(n)
			add(t, store, doc, reading, res)
			id := reading.Claims[n%4].ID
			d := register.Decision{Act: register.Reject, Claims: []chancery.ClaimID{id}, Why: "misread"}
			if _, err := register.Decide(context.Background(), store, view(t, store, 0), "reviewer", d); err != nil {
				t.Fatal(err)
			}
		}
	}
	if d := cmp.Diff(Page(view(t, &m, 0)), Page(view(t, s, 0))); d != "" {
		t.Error(d)
	}
}
