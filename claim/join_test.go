package claim

import (
	"testing"

	"example.org/chancery"
)

func TestAnEventIsAtThePlaceAsTheAuthorityNamesIt(t *testing.T) {
	place := chancery.Claim{ID: "c1", Body: chancery.Place{Name: "Кяхте", Variants: []string{"Кяхте"}}}
	known := chancery.Claim{ID: "c2", Body: chancery.Event{Event: "signed", Place: "Кяхте"}}
	unknown := chancery.Claim{ID: "c3", Body: chancery.Event{Event: "signed", Place: "Буре"}}
	entries := []Entry{{Key: "kyakhta", Name: "Кяхта", Label: "Kyakhta"}}
	links := []Link{{Claim: "c1", Field: "place", Entry: "kyakhta"}}

	want := map[chancery.ClaimID]string{"c2": "Кяхта", "c3": "Буре"}
	for _, c := range Join([]chancery.Claim{place, known, unknown}, links, entries) {
		if e, ok := c.Body.(chancery.Event); ok && e.Place != want[c.ID] {
			t.Errorf("%s is at %q, want %q", c.ID, e.Place, want[c.ID])
		}
	}
}
