package ingest_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/chancery"
)

var update = flag.Bool("update", false, "write testdata/single-witness.tsv anew")

// witnessesWanted is how many documents a rule must fire in: a rule that fits one
// document only may be a sentence of that document in disguise.
const witnessesWanted = 2

const exceptionsFile = "testdata/single-witness.tsv"

const exceptionsHead = `# Rules that fire in fewer than two documents of the corpus and of those beside the repository, and why they stay all the same.
# The list must shrink: a rule that has found its second document is taken out. Written by: go test ./ingest -run TwoWitnesses -update
rule	reason
`

// TestEveryRuleHasTwoWitnesses holds for all documents; where only those of the
// corpus are there, it only checks that the exceptions are still ones.
func TestEveryRuleHasTwoWitnesses(t *testing.T) {
	r := reader(t)
	seeds, own := documentsBeside(t, "seeds"), documentsBeside(t, "gold/own")
	complete := len(seeds) > 0 && len(own) > 0
	documents := slices.Concat(corpusDocuments(t), seeds, own)
	names := map[string]string{} // by the rule's place
	for _, p := range r.Languages.Packs {
		for i := range p.Rules {
			names[p.Rules[i].At] = p.Code + "/" + p.Rules[i].Name
		}
	}
	witnesses := map[string]map[chancery.DocumentID]bool{}
	for i := range documents {
		for _, c := range r.Read(&documents[i]).Claims {
			name, ok := names[c.Rule]
			if !ok {
				continue // not by a rule of a pack
			}
			if witnesses[name] == nil {
				witnesses[name] = map[chancery.DocumentID]bool{}
			}
			witnesses[name][documents[i].ID] = true
		}
	}
	reasons := exceptions(t)
	if *update {
		if !complete {
			t.Fatal("the documents beside the repository are missing; without them the list would be too long")
		}
		writeExceptions(t, names, witnesses, reasons)
		reasons = exceptions(t)
	}
	rules := slices.Collect(maps.Values(names))
	slices.Sort(rules)
	for _, name := range rules {
		n := len(witnesses[name])
		_, listed := reasons[name]
		switch {
		case n >= witnessesWanted && listed:
			t.Errorf("%s fires in %d documents; take it out of %s", name, n, exceptionsFile)
		case n < witnessesWanted && !listed && complete:
			t.Errorf("%s fires in %d documents; widen it, merge it with another rule, or give the reason in %s", name, n, exceptionsFile)
		}
	}
	for name := range reasons {
		if !slices.Contains(rules, name) {
			t.Errorf("%s lists the rule %s, which is not there; take it out", exceptionsFile, name)
		}
	}
}

// exceptions is the reason for each rule of the list.
func exceptions(t *testing.T) map[string]string {
	t.Helper()
	b, err := os.ReadFile(exceptionsFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' || line == "rule\treason" {
			continue
		}
		name, reason, _ := strings.Cut(line, "\t")
		if strings.TrimSpace(reason) == "" {
			t.Errorf("%s:%d: %s has no reason; say why the rule stays", exceptionsFile, n+1, name)
		}
		if _, twice := reasons[name]; twice {
			t.Errorf("%s:%d: %s is listed twice", exceptionsFile, n+1, name)
		}
		reasons[name] = reason
	}
	return reasons
}

// writeExceptions lists the rules with too few witnesses and keeps the reasons that
// were given.
func writeExceptions(t *testing.T, names map[string]string, witnesses map[string]map[chancery.DocumentID]bool, reasons map[string]string) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(exceptionsHead)
	for _, name := range slices.Sorted(maps.Values(names)) {
		n := len(witnesses[name])
		if n >= witnessesWanted {
			continue
		}
		reason := reasons[name]
		if reason == "" || strings.HasPrefix(reason, "fires in ") {
			reason = fmt.Sprintf("fires in %d of the documents so far", n)
		}
		fmt.Fprintf(&b, "%s\t%s\n", name, reason)
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(exceptionsFile, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
