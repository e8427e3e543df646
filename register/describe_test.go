package register_test

import (
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
)

func describe(doc chancery.DocumentID, set map[string]string) register.Decision {
	return register.Decision{Act: register.Describe, Document: doc, Set: set}
}

func TestWhatAPersonSaysOfADocumentGoesOverWhatTheFileSays(t *testing.T) {
	m := fresh(t, 1)
	doc, reading, res := registertest.Sample(0)
	before := at(t, m)
	decide(t, m, "anna", describe(doc.ID, map[string]string{"title": "A chronicle", "issued": "1905~", "standing": "edition"}))
	decide(t, m, "boris", describe(doc.ID, map[string]string{"issued": "", "author": "A. Ferryman"}))
	check := func(when string) {
		t.Helper()
		d, ok := at(t, m).Document(doc.ID)
		want := doc.Bibliography
		want.Title, want.Author, want.Issued = "A chronicle", "A. Ferryman", ""
		if !ok || d.Bibliography != want || d.Standing != chancery.Edition || d.StandingWhy != "" {
			t.Errorf("%s it is %+v, %q", when, d.Bibliography, d.Standing)
		}
	}
	check("after two decisions")
	if e := at(t, m).Edits(doc.ID); len(e) != 2 || e[0].Actor != "anna" || e[1].Set["author"] != "A. Ferryman" {
		t.Errorf("edits: %+v", e)
	}
	if d, _ := before.Document(doc.ID); d.Bibliography != doc.Bibliography {
		t.Errorf("an earlier view changed: %+v", d.Bibliography)
	}
	if _, err := register.Withdraw(t.Context(), m, "anna", doc.ID, "another edition"); err != nil {
		t.Fatal(err)
	}
	if _, err := register.AddDocument(t.Context(), m, "anna", &doc, reading, res); err != nil {
		t.Fatal(err)
	}
	check("when it was withdrawn and comes back")
}

func TestADescriptionThatSaysNothingUsableIsRefused(t *testing.T) {
	m := fresh(t, 1)
	doc, _, _ := registertest.Sample(0)
	for why, d := range map[string]register.Decision{
		"one document, and what is set": describe(doc.ID, nil),
		"is no field":                   describe(doc.ID, map[string]string{"colour": "red"}),
		"is no standing":                describe(doc.ID, map[string]string{"standing": "wrong"}),
		"is no date":                    describe(doc.ID, map[string]string{"issued": "May"}),
		"on one line":                   describe(doc.ID, map[string]string{"title": "a\nb"}),
		"no such document":              describe("d0000000000000000", map[string]string{"title": "a"}),
	} {
		if _, err := register.Decide(t.Context(), m, at(t, m), "anna", d); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q is not said of %+v: %v", why, d.Set, err)
		}
	}
}
