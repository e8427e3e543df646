package register_test

import (
	"errors"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
	"github.com/google/go-cmp/cmp"
)

func TestARejectedClaimStaysHiddenAfterRereading(t *testing.T) {
	m := fresh(t, 1)
	doc, reading, _ := registertest.Sample(0)
	signed := reading.Claims[1]
	decide(t, m, "anna", on(register.Reject, signed.ID))
	// The next rules find the same event in a longer stretch, and say the rest alike.
	longer := registertest.Claim(&doc, signed.Quote.Text+" в 1700 году", signed.Body)
	reread(t, m, reading, "packs-2", reading.Claims[0], longer)
	v := at(t, m)
	if d := cmp.Diff([]chancery.ClaimID{reading.Claims[0].ID}, claimIDs(v.Claims(register.Filter{}))); d != "" {
		t.Error(d)
	}
	if c, ok := v.Claim(longer.ID); !ok || c.Status != register.Rejected {
		t.Errorf("the longer one is %+v", c)
	}
	if e, ok := v.Entry("treaty-of-fords-0"); !ok || len(e.Claims[chancery.EventClaim]) != 0 {
		t.Errorf("the entry still has it: %+v", e)
	}
	if len(v.Stranded()) != 0 {
		t.Errorf("stranded: %+v", v.Stranded())
	}
}

func TestADecisionIsStrandedWhenNothingStatesTheSame(t *testing.T) {
	doc, reading, _ := registertest.Sample(0)
	signed := reading.Claims[1]
	other := func(change func(*chancery.Event)) chancery.Claim {
		b := signed.Body.(chancery.Event)
		change(&b)
		return registertest.Claim(&doc, signed.Quote.Text+" в", b)
	}
	denied := other(func(*chancery.Event) {})
	denied.Polarity = chancery.Denied
	denied.ID = denied.Identify(doc.Hash)
	for name, claims := range map[string][]chancery.Claim{
		"no claim":      {},
		"another date":  {other(func(e *chancery.Event) { e.Date = "1699" })},
		"another event": {other(func(e *chancery.Event) { e.Event = "ratified" })},
		"elsewhere":     {registertest.Claim(&doc, "1700 году", signed.Body)},
		"another type":  {registertest.Claim(&doc, signed.Quote.Text, chancery.Provision{Topic: "peace"})},
		"denied":        {denied},
	} {
		m := fresh(t, 1)
		r := decide(t, m, "anna", on(register.Accept, signed.ID))
		next := reading
		next.Packs, next.Claims = "packs-2", claims
		if dry := at(t, m).Compare(next); len(dry.Stranded) != 1 || dry.Stranded[0].Seq != r.Seq {
			t.Errorf("%s: compare strands %+v", name, dry.Stranded)
		}
		reread(t, m, reading, "packs-2", claims...)
		got := at(t, m).Stranded()
		if len(got) != 1 || got[0].Seq != r.Seq || got[0].Actor != "anna" || !cmp.Equal(got[0].Claims, []chancery.ClaimID{signed.ID}) {
			t.Errorf("%s: stranded are %+v", name, got)
		}
		reread(t, m, reading, "packs-3", reading.Claims...)
		v := at(t, m)
		if c, _ := v.Claim(signed.ID); c.Status != register.Accepted || len(v.Stranded()) != 0 {
			t.Errorf("%s: when it is read again it is %q, stranded %v", name, c.Status, v.Stranded())
		}
	}
}

func TestADecisionDoesNotCarryOverToAClaimWithADecisionOfItsOwn(t *testing.T) {
	m := fresh(t, 0)
	doc, reading, res := registertest.Sample(0)
	signed := reading.Claims[1]
	longer := registertest.Claim(&doc, signed.Quote.Text+" в 1700 году", signed.Body)
	reading.Claims = append(reading.Claims, longer)
	if _, err := register.AddDocument(ctx, m, "tester", &doc, reading, res); err != nil {
		t.Fatal(err)
	}
	decide(t, m, "anna", on(register.Accept, longer.ID))
	decide(t, m, "anna", on(register.Reject, signed.ID))
	reread(t, m, reading, "packs-2", longer)
	v := at(t, m)
	if c, _ := v.Claim(longer.ID); c.Status != register.Accepted || len(v.Stranded()) != 1 {
		t.Errorf("it is %q, stranded %v", c.Status, v.Stranded())
	}
}

func TestEachTypeOfClaimCarriesItsDecisionByItsKeyFields(t *testing.T) {
	doc := chancery.NewDocument("x", "a b c d e f", "text/1")
	for name, c := range map[string]struct {
		old, same, other chancery.Body
	}{
		"instrument": {chancery.Instrument{Mentions: []string{"Treaty of Fords"}}, chancery.Instrument{Mentions: []string{"treaty of fords", "it"}},
			chancery.Instrument{Mentions: []string{"convention"}}},
		"provision": {chancery.Provision{Topic: "peace"}, chancery.Provision{Topic: "peace", Article: "2"}, chancery.Provision{Topic: "trade"}},
		"relation":  {chancery.Relation{Rel: "annuls"}, chancery.Relation{Rel: "annuls", Scope: []string{"2"}}, chancery.Relation{Rel: "confirms"}},
		"person":    {chancery.Person{Name: "Ivan Brodov"}, chancery.Person{Name: "I. Brodov"}, chancery.Person{Name: "Ivan Lesov"}},
		"place":     {chancery.Place{Name: "Ford"}, chancery.Place{Name: "ford", Kind: "river"}, chancery.Place{Name: "Bridge"}},
		"tariff": {chancery.Tariff{Rate: chancery.Rate{Percent: "5"}}, chancery.Tariff{Goods: "tea", Rate: chancery.Rate{Percent: "5"}},
			chancery.Tariff{Rate: chancery.Rate{Percent: "6"}}},
		"citation": {chancery.Citation{Fond: "1", Folio: "2"},
			chancery.Citation{Fond: "1", Folio: "2", Verso: true}, chancery.Citation{Fond: "1", Folio: "3"}},
		"text":             {chancery.Text{Language: "ru"}, chancery.Text{Language: "ru", Keeper: "archive"}, chancery.Text{Language: "en"}},
		"characterisation": {chancery.Characterisation{As: "void"}, chancery.Characterisation{As: "void", Holder: "x"}, chancery.Characterisation{As: "just"}},
	} {
		for i, next := range []chancery.Body{c.same, c.other} {
			m := fresh(t, 0)
			old := registertest.Claim(&doc, "b c", c.old)
			r := register.Reading{Document: doc.ID, Engine: "e", Packs: "1", Claims: []chancery.Claim{old}}
			if _, err := register.AddDocument(ctx, m, "tester", &doc, r, nil); err != nil {
				t.Fatal(err)
			}
			decide(t, m, "anna", on(register.Accept, old.ID))
			reread(t, m, r, "2", registertest.Claim(&doc, "c d", next))
			if got := len(at(t, m).Stranded()); got != i {
				t.Errorf("%s, case %d: %d stranded", name, i, got)
			}
		}
	}
}

// corrected is sample 0 with its signature put right by a person.
func corrected(t *testing.T) (m *register.Memory, reading register.Reading, old, right chancery.Claim) {
	m = fresh(t, 1)
	_, reading, _ = registertest.Sample(0)
	old = reading.Claims[1]
	c := old
	c.Body = chancery.Event{Event: "signed", Date: "1701"}
	d := on(register.Correct, old.ID)
	d.Correction = &c
	decide(t, m, "anna", d)
	right = c
	doc, _, _ := registertest.Sample(0)
	right.ID = right.Identify(doc.Hash)
	return m, reading, old, right
}

func TestACorrectionTakesThePlaceOfItsClaim(t *testing.T) {
	m, _, old, right := corrected(t)
	v := at(t, m)
	got, ok := v.Claim(right.ID)
	if !ok || got.Status != register.Corrected || got.Corrects != old.ID || got.Body.(chancery.Event).Date != "1701" {
		t.Errorf("the correction is %+v", got)
	}
	if k := got.Body.(chancery.Event).Instrument; k != "treaty-of-fords-0" {
		t.Errorf("it is of %q, want what its claim was of", k)
	}
	if c, _ := v.Claim(old.ID); c.Status != register.Replaced || !c.Hidden() {
		t.Errorf("the old claim is %+v", c)
	}
	if n := len(v.Claims(register.Filter{})); n != 4 {
		t.Errorf("the view lists %d claims, want 4", n)
	}
}

func TestWhatAPersonWroteStandsWithoutTheReading(t *testing.T) {
	m, reading, _, right := corrected(t)
	reread(t, m, reading, "packs-2")
	v := at(t, m)
	if d := cmp.Diff([]chancery.ClaimID{right.ID}, claimIDs(v.Claims(register.Filter{}))); d != "" || len(v.Stranded()) != 0 {
		t.Errorf("%s, stranded %v", d, v.Stranded())
	}
	reread(t, m, reading, "packs-3", right)
	if got := at(t, m).Claims(register.Filter{}); len(got) != 1 || got[0].ID != right.ID {
		t.Errorf("when the rules find it too there are %+v", got)
	}
}

func TestTheOriginalComesBackWhenItIsAccepted(t *testing.T) {
	m, _, old, right := corrected(t)
	decide(t, m, "boris", on(register.Accept, old.ID))
	v := at(t, m)
	a, _ := v.Claim(old.ID)
	b, _ := v.Claim(right.ID)
	if a.Status != register.Accepted || b.Status != register.Replaced || !a.Contested {
		t.Errorf("the original is %q (contested %v), the correction %q", a.Status, a.Contested, b.Status)
	}
}

func TestTwoWhoDisagreeContestAClaim(t *testing.T) {
	m := fresh(t, 1)
	_, reading, _ := registertest.Sample(0)
	id := reading.Claims[0].ID
	for i, step := range []struct {
		actor     string
		act       register.Act
		contested bool
	}{{"anna", register.Accept, false}, {"boris", register.Reject, true}, {"anna", register.Reject, false}} {
		decide(t, m, step.actor, on(step.act, id))
		if c, _ := at(t, m).Claim(id); c.Contested != step.contested || len(c.Decisions) != i+1 {
			t.Errorf("after step %d: %+v", i, c)
		}
	}
}

func TestTheLastWordNeverWinsUnseen(t *testing.T) {
	m := fresh(t, 1)
	_, reading, _ := registertest.Sample(0)
	stale := at(t, m)
	d := on(register.Accept, reading.Claims[0].ID)
	decide(t, m, "anna", d)
	_, err := register.Decide(ctx, m, stale, "boris", d)
	if !errors.Is(err, register.ErrOvertaken) || chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("got %v", err)
	}
	if _, err := register.Decide(ctx, m, stale, "boris", on(register.Accept, reading.Claims[1].ID)); err != nil {
		t.Errorf("on another claim: %v", err)
	}
}

func TestJoinedEntriesAreOneUntilTheyAreSplit(t *testing.T) {
	m := fresh(t, 2)
	both := []chancery.Key{"treaty-of-fords-0", "treaty-of-fords-1"}
	decide(t, m, "anna", register.Decision{Act: register.Join, Entries: both})
	v := at(t, m)
	e, ok := v.Entry("treaty-of-fords-1")
	if !ok || e.Key != "treaty-of-fords-0" || len(e.Claims[chancery.EventClaim]) != 2 || len(e.Mentions) != 2 {
		t.Errorf("joined: %+v", e)
	}
	if d := cmp.Diff([]string{"Treaty of Fords, 1", "treaty-of-fords-1"}, e.Aliases); d != "" {
		t.Error(d)
	}
	decide(t, m, "anna", register.Decision{Act: register.Split, Entries: both})
	v = at(t, m)
	if e, _ := v.Entry("treaty-of-fords-1"); e.Key != "treaty-of-fords-1" || len(e.Claims[chancery.EventClaim]) != 1 {
		t.Errorf("split: %+v", e)
	}
}

func TestAJoinOfEntriesThatNobodyNamesIsStranded(t *testing.T) {
	m := fresh(t, 2)
	decide(t, m, "anna", register.Decision{Act: register.Join, Entries: []chancery.Key{"treaty-of-fords-0", "treaty-of-fords-9"}})
	if got := at(t, m).Stranded(); len(got) != 1 {
		t.Errorf("stranded: %+v", got)
	}
}

func TestASplitTakesClaimsToAnotherEntry(t *testing.T) {
	m := fresh(t, 2)
	doc, reading, _ := registertest.Sample(1)
	moved := reading.Claims[3]
	d := on(register.Split, moved.ID)
	d.Entries = []chancery.Key{"ferry-convention-1801", "second-ferry-convention"}
	decide(t, m, "anna", d)
	wantMoved(t, m, moved.ID)
	longer := registertest.Claim(&doc, moved.Quote.Text+" on 4 May", moved.Body)
	_, r, res := registertest.Sample(1)
	r.Packs, r.Claims[3] = "packs-2", longer
	res.Links[3].Claim = longer.ID
	res.Authority = "authority-2"
	if _, _, err := register.Reread(ctx, m, "tester", r, res); err != nil {
		t.Fatal(err)
	}
	wantMoved(t, m, longer.ID)
}

func wantMoved(t *testing.T, s register.Store, id chancery.ClaimID) {
	t.Helper()
	v := at(t, s)
	if e, _ := v.Entry("second-ferry-convention"); !cmp.Equal(e.Claims[chancery.EventClaim], []chancery.ClaimID{id}) {
		t.Errorf("the new entry has %+v, want %s", e.Claims, id)
	}
	if e, _ := v.Entry("ferry-convention-1801"); len(e.Claims[chancery.EventClaim]) != 1 || len(e.Claims[chancery.InstrumentClaim]) != 2 {
		t.Errorf("the old entry has %+v", e.Claims)
	}
}

func TestDecisionsThatMakeNoSenseAreRefused(t *testing.T) {
	m := fresh(t, 1)
	_, reading, _ := registertest.Sample(0)
	first := reading.Claims[0]
	misquoted := first
	misquoted.Quote.Text = "Договор о мостах"
	with := func(d register.Decision, c chancery.Claim) register.Decision { d.Correction = &c; return d }
	for name, c := range map[string]struct {
		d    register.Decision
		want string
	}{
		"a claim that is not there": {on(register.Accept, "c0"), "no claim is called c0"},
		"no claim":                  {on(register.Accept), "about one claim"},
		"two claims":                {on(register.Reject, first.ID, reading.Claims[1].ID), "about one claim"},
		"no correction":             {on(register.Correct, first.ID), "corrected claim"},
		"accepting a correction":    {with(on(register.Accept, first.ID), reading.Claims[1]), "corrected claim"},
		"words that do not stand":   {with(on(register.Correct, first.ID), misquoted), "does not stand"},
		"the same again":            {with(on(register.Correct, first.ID), first), "states the same"},
		"one entry":                 {register.Decision{Act: register.Join, Entries: []chancery.Key{"a"}}, "two entries"},
		"an entry with itself":      {register.Decision{Act: register.Join, Entries: []chancery.Key{"a", "a"}}, "differ"},
		"an unknown act":            {register.Decision{Act: "praise"}, "nothing can be decided so"},
	} {
		_, err := register.Decide(ctx, m, at(t, m), "anna", c.d)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if seq, _, _ := m.Head(ctx); seq != 3 {
		t.Errorf("something was appended: the head is %d", seq)
	}
}
