package mention_test

import (
	"strings"
	"sync"
	"testing"

	"example.org/chancery/lang"
	"example.org/chancery/mention"
)

// builtin is the built-in packs, loaded once.
var builtin = sync.OnceValues(lang.Builtin)

// only is the pack of a language alone, so that short sentences are read in it.
func only(t testing.TB, code string) *lang.Set {
	t.Helper()
	set, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	p := set.Pack(code)
	if p == nil {
		t.Fatalf("there is no pack %s", code)
	}
	return &lang.Set{Packs: []*lang.Pack{p}}
}

// TestEveryExampleOfADateFormIsRead runs the examples that stand in dates.rules: value is
// what one of the dates is, text how it stands there, with _ for spaces.
func TestEveryExampleOfADateFormIsRead(t *testing.T) {
	set, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range set.Packs {
		alone := &lang.Set{Packs: []*lang.Pack{p}}
		examples := 0
		for _, r := range p.Dates {
			for _, x := range r.Examples {
				examples++
				ms := find(x.Text, alone, nil)
				got := all(ms, "date", func(m *mention.Mention) string {
					return m.Date.Value.String() + "\t" + strings.ReplaceAll(surface(ms, m), " ", "_")
				})
				if !x.Fires {
					if len(got) > 0 {
						t.Errorf("%s: %q is read as %q", x.At, x.Text, got)
					}
					continue
				}
				if !reads(got, x.Want["value"], x.Want["text"]) {
					t.Errorf("%s: %q: got %q, wanted %v", x.At, x.Text, got, x.Want)
				}
			}
		}
		if examples == 0 {
			t.Errorf("lang/%s/dates.rules has no examples", p.Code)
		}
	}
}

// reads reports whether one of the dates, each "value TAB text", is the one wanted.
func reads(dates []string, value, text string) bool {
	for _, d := range dates {
		v, s, _ := strings.Cut(d, "\t")
		if v == value && (text == "" || s == text) {
			return true
		}
	}
	return false
}
