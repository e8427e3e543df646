package ingest_test

import (
	"slices"
	"testing"

	"example.org/chancery"
)

// witnessesWanted is how many documents a rule must fire in: a rule that fits one
// document only may be a sentence of that document in disguise.
const witnessesWanted = 2

// longestWitness keeps the reading of real treaty texts to those of ordinary length.
const longestWitness = 40_000

// The witnesses are the corpus and the documents beside the repository: seeds, own
// test documents and real treaty texts. Without those the test would accuse rules
// that have their witnesses there, so it skips.
func TestEveryRuleHasTwoWitnesses(t *testing.T) {
	seeds, own, treaties := documentsBeside(t, "seeds"), documentsBeside(t, "gold/own"), documentsBeside(t, "data/treaty-texts")
	if len(seeds) == 0 || len(own) == 0 || len(treaties) == 0 {
		t.Skip("the documents in ../shared are not here: the witnesses would be incomplete")
	}
	treaties = slices.DeleteFunc(treaties, func(d chancery.Document) bool { return len(d.Text) > longestWitness })
	r := reader(t)
	witnesses := map[string]map[chancery.DocumentID]bool{}
	for _, d := range slices.Concat(corpusDocuments(t), seeds, own, treaties) {
		for _, c := range r.Read(&d).Claims {
			if witnesses[c.Rule] == nil {
				witnesses[c.Rule] = map[chancery.DocumentID]bool{}
			}
			witnesses[c.Rule][d.ID] = true
		}
	}
	for _, p := range r.Languages.Packs {
		for _, rule := range p.Rules {
			if n := len(witnesses[rule.At]); n < witnessesWanted {
				t.Errorf("%s: %s/%s fires in %d documents; widen it, merge it with another rule, or take it out", rule.At, p.Code, rule.Name, n)
			}
		}
	}
}
