package register_test

import (
	"context"
	"slices"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
	"github.com/google/go-cmp/cmp"
)

var ctx = context.Background()

// fresh is a register with samples 0 to n-1.
func fresh(t testing.TB, n int) *register.Memory {
	t.Helper()
	m := new(register.Memory)
	for i := range n {
		doc, reading, res := registertest.Sample(i)
		if _, err := register.AddDocument(ctx, m, "tester", &doc, reading, res); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func at(t testing.TB, s register.Store) *register.View {
	t.Helper()
	v, err := register.At(ctx, s, 0)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func decide(t testing.TB, s register.Store, actor string, d register.Decision) register.Record {
	t.Helper()
	d.Why = "because the test says so"
	r, err := register.Decide(ctx, s, at(t, s), actor, d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func on(act register.Act, ids ...chancery.ClaimID) register.Decision {
	return register.Decision{Act: act, Claims: ids}
}

func reread(t testing.TB, s register.Store, r register.Reading, packs string, claims ...chancery.Claim) register.Change {
	t.Helper()
	r.Packs, r.Claims = packs, claims
	change, appended, err := register.Reread(ctx, s, "tester", r, nil)
	if err != nil || !appended {
		t.Fatalf("reread: %v, appended %v", err, appended)
	}
	return change
}

func claimIDs(cs []register.Claim) []chancery.ClaimID {
	var out []chancery.ClaimID
	for _, c := range cs {
		out = append(out, c.ID)
	}
	return out
}

func TestAViewFillsTheKeysOfClaimsFromTheResolution(t *testing.T) {
	_, reading, _ := registertest.Sample(1)
	v := at(t, fresh(t, 2))
	treaty, _ := v.Claim(reading.Claims[0].ID)
	got := treaty.Body.(chancery.Instrument)
	if got.Key != "treaty-of-fords-1" || got.Label != "Treaty of Fords, 1" || len(got.Parties) != 2 {
		t.Errorf("the instrument is %+v", got)
	}
	signed, _ := v.Claim(reading.Claims[1].ID)
	if k := signed.Body.(chancery.Event).Instrument; k != "treaty-of-fords-1" || len(signed.Links) != 1 {
		t.Errorf("the event is of %q by %v", k, signed.Links)
	}
	stored, _ := v.Reading(reading.Document)
	if stored.Claims[1].Body.(chancery.Event).Instrument != "" {
		t.Error("the reading itself was changed")
	}
}

func TestEntriesGatherTheClaimsOfAllDocuments(t *testing.T) {
	v := at(t, fresh(t, 3))
	if n := len(v.Entries()); n != 4 {
		t.Fatalf("there are %d entries, want 4", n)
	}
	e, ok := v.Entry("ferry-convention-1801")
	if !ok || e.Label != "Ferry Convention" || len(e.Claims[chancery.EventClaim]) != 3 || len(e.Claims[chancery.InstrumentClaim]) != 3 {
		t.Errorf("got %+v", e)
	}
	if d := cmp.Diff([]string{"ferry convention"}, e.Mentions); d != "" {
		t.Error(d)
	}
	if byAlias, ok := v.Entry("the Ferry Act"); !ok || byAlias.Key != e.Key {
		t.Errorf("its alias leads to %q", byAlias.Key)
	}
	if _, ok := v.Entry("nothing"); ok {
		t.Error("an entry that nobody names was found")
	}
}

func TestFiltersChooseByDocumentTypeAndEntry(t *testing.T) {
	v := at(t, fresh(t, 3))
	_, reading, _ := registertest.Sample(2)
	for name, c := range map[string]struct {
		filter register.Filter
		want   int
	}{
		"all":                    {register.Filter{}, 12},
		"document":               {register.Filter{Document: reading.Document}, 4},
		"type":                   {register.Filter{Type: chancery.EventClaim}, 6},
		"entry":                  {register.Filter{Entry: "ferry-convention-1801"}, 6},
		"entry and hidden":       {register.Filter{Entry: "ferry-convention-1801", Hidden: true}, 6},
		"entry by alias":         {register.Filter{Entry: "the Ferry Act"}, 6},
		"all three":              {register.Filter{reading.Document, chancery.EventClaim, "treaty-of-fords-2", false}, 1},
		"entry of another":       {register.Filter{Document: reading.Document, Entry: "treaty-of-fords-1"}, 0},
		"document of nobody":     {register.Filter{Document: "d0"}, 0},
		"entry that nobody uses": {register.Filter{Entry: "x"}, 0},
	} {
		got := v.Claims(c.filter)
		if len(got) != c.want {
			t.Errorf("%s: %d claims, want %d", name, len(got), c.want)
		}
		all := claimIDs(v.Claims(register.Filter{}))
		for i := 1; i < len(got); i++ {
			if slices.Index(all, got[i-1].ID) > slices.Index(all, got[i].ID) {
				t.Errorf("%s: in another order than all claims", name)
			}
		}
	}
}

func TestWhatIsBeyondTheLogCannotBeViewed(t *testing.T) {
	m := fresh(t, 1)
	for _, known := range []int64{4, -1} {
		if _, err := register.At(ctx, m, known); chancery.KindOf(err) != chancery.Invalid {
			t.Errorf("at %d: %v", known, err)
		}
	}
	if v := at(t, new(register.Memory)); v.Known() != 0 || len(v.Documents()) != 0 {
		t.Errorf("an empty log has %v", v.Documents())
	}
	if _, err := at(t, m).Advance(ctx, m, 2); chancery.KindOf(err) != chancery.Invalid {
		t.Errorf("backwards: %v", err)
	}
}

func TestAReadingIsKnownFromItsRecordOn(t *testing.T) {
	m := fresh(t, 1)
	v, err := register.At(ctx, m, 1)
	if err != nil || len(v.Documents()) != 1 || len(v.Claims(register.Filter{})) != 0 {
		t.Errorf("at 1: %v %v", v, err)
	}
	v, err = register.At(ctx, m, 2)
	if err != nil || len(v.Claims(register.Filter{})) != 4 || len(v.Entries()) != 0 {
		t.Errorf("at 2: %v %v", v, err)
	}
}

func TestASnapshotIsNotedOnce(t *testing.T) {
	m := fresh(t, 0)
	snap := register.Snapshot{Of: "authority", Hash: "authority-1", What: "the built-in authority"}
	for i, want := range []bool{true, false} {
		if noted, err := register.Note(ctx, m, "tester", snap); noted != want || err != nil {
			t.Errorf("time %d: %v %v", i+1, noted, err)
		}
	}
	if d := cmp.Diff([]register.Snapshot{snap}, at(t, m).Snapshots()); d != "" {
		t.Error(d)
	}
}

func TestWhatIsSaidOfAnEntryIsByTheLatestAuthority(t *testing.T) {
	for name, c := range map[string]struct {
		authorities [2]string // of samples 0 and 1, which call the convention "0" and "1"
		turned      bool      // sample 1 is added first
		want        string
	}{
		"one authority":               {[2]string{"a", "a"}, false, first()},
		"one authority, turned round": {[2]string{"a", "a"}, true, first()},
		"two authorities":             {[2]string{"a", "b"}, false, "1"},
		"two, turned round":           {[2]string{"a", "b"}, true, "0"},
	} {
		m := new(register.Memory)
		for i := range 2 {
			n := i
			if c.turned {
				n = 1 - i
			}
			doc, reading, res := registertest.Sample(n)
			res.Authority = c.authorities[n]
			res.Entries[1].Label = string(rune('0' + n))
			if _, err := register.AddDocument(ctx, m, "tester", &doc, reading, res); err != nil {
				t.Fatal(err)
			}
		}
		if e, _ := at(t, m).Entry("ferry-convention-1801"); e.Label != c.want {
			t.Errorf("%s: it is called %q, want %q", name, e.Label, c.want)
		}
	}
}

// first is the sample, of 0 and 1, whose document's hash is first.
func first() string {
	a, _, _ := registertest.Sample(0)
	b, _, _ := registertest.Sample(1)
	if a.Hash < b.Hash {
		return "0"
	}
	return "1"
}

func TestADocumentThatComesBackIsAsItWasAddedLast(t *testing.T) {
	m := fresh(t, 1)
	doc, reading, res := registertest.Sample(0)
	if _, err := register.Withdraw(ctx, m, "tester", doc.ID, "the author is wrong"); err != nil {
		t.Fatal(err)
	}
	doc.Bibliography.Author = "A. Ferryman"
	if _, err := register.AddDocument(ctx, m, "tester", &doc, reading, res); err != nil {
		t.Fatal(err)
	}
	if got, _ := at(t, m).Document(doc.ID); got.Bibliography.Author != "A. Ferryman" {
		t.Errorf("its author is %q", got.Bibliography.Author)
	}
}
