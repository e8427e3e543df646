package ingest

import (
	"testing"

	"example.org/chancery/lang"
)

// Each rule and date form of a pack stands with sentences that it must and must not
// read; a philologist's change is tested by what it says of itself.
func TestTheExamplesOfEveryPackComeOutAsTheySay(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range set.Packs {
		t.Run(p.Code, func(t *testing.T) {
			for _, err := range CheckExamples(p) {
				t.Error(err)
			}
		})
	}
}

func TestEveryRuleHasASentenceThatItMustFireOn(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range set.Packs {
		names := map[string]string{}
		for _, r := range p.Rules {
			if other, ok := names[r.Name]; ok {
				t.Errorf("%s: the name %s stands at %s already; names are unique in a language", r.At, r.Name, other)
			}
			names[r.Name] = r.At
			fires := false
			for _, e := range r.Examples {
				fires = fires || e.Fires
			}
			if !fires {
				t.Errorf("%s: rule %s has no example +; write a sentence that it must fire on", r.At, r.Name)
			}
		}
	}
}
