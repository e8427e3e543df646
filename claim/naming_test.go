package claim_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
)

// more is the mini-language with further lines of classes.tsv.
func more(t *testing.T, rules string, classes ...string) map[string]string {
	t.Helper()
	b, err := os.ReadFile("../lang/testdata/mini/qm/classes.tsv")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"rules/signed.rules": rules, "classes.tsv": string(b) + strings.Join(classes, "\n") + "\n"}
}

func TestTwoNamesSideBySideAreOfOneInstrument(t *testing.T) {
	set := miniSet(t, more(t, signing, "apposition\tor", "copula\twas", "introduces\tanother", "introduces\ta"))
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"in brackets", "The Treaty of Lisbon (Madrid Convention) held.", []string{"Treaty of Lisbon = Madrid Convention"}},
		{"by a word", "The Treaty of Lisbon or Madrid Treaty held.", []string{"Treaty of Lisbon = Madrid Treaty"}},
		{"by a dash", "The Treaty of Lisbon - Madrid Treaty - held.", []string{"Treaty of Lisbon = Madrid Treaty"}},
		{"a description behind a comma", "The Treaty of Lisbon, treaty between Russia and Persia, held.",
			[]string{"Treaty of Lisbon = treaty between Russia and Persia"}},
		{"a name behind a comma", "The Treaty of Lisbon, Treaty of Madrid, held.", []string{"Treaty of Lisbon", "Treaty of Madrid"}},
		{"of another year", "The Treaty of Lisbon of 1900 (Madrid Treaty of 1910) held.",
			[]string{"Treaty of Lisbon of 1900", "Madrid Treaty of 1910"}},
		{"of another kind", "The Treaty of Lisbon (Madrid Protocol) held.", []string{"Treaty of Lisbon", "Madrid Protocol"}},
		{"what it was", "The Treaty of Lisbon was a treaty between Russia and Persia.", []string{"Treaty of Lisbon = treaty between Russia and Persia"}},
		{"what it was not", "The Treaty of Lisbon ended a treaty between Russia and Persia.", []string{"Treaty of Lisbon", "treaty between Russia and Persia"}},
		{"another of its kind", "The Treaty of Lisbon held. They made another treaty.", []string{"Treaty of Lisbon", "treaty"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, d := extractWith(set, c.in, nil)
			if diff := cmp.Diff(c.want, gathered(x.Clusters, d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestADocumentMaySayThatTwoNamesAreOne(t *testing.T) {
	alias := "rule alias\nstates relation same-as\ntrigger also called\nrole from: required, before\nrole to: required, after\n"
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"The Treaty of Lisbon is also called the Treaty of Madrid. The Treaty of Madrid held.",
			[]string{"Treaty of Lisbon = Treaty of Madrid = Treaty of Madrid"}},
		{"The Treaty of Lisbon is never also called the Treaty of Madrid.", []string{"Treaty of Lisbon", "Treaty of Madrid"}},
		{"According to Russia the Treaty of Lisbon is also called the Treaty of Madrid.", []string{"Treaty of Lisbon", "Treaty of Madrid"}},
	} {
		if d := cmp.Diff(c.want, clusters(t, alias, c.in)); d != "" {
			t.Errorf("%s: %s", c.in, d)
		}
	}
}

func TestAHeadwordIsReadByItsInitials(t *testing.T) {
	const in = "Great Lisbon Treaty held for long in the north of the land. G. L. T. was signed on 5 May 1900."
	if d := cmp.Diff([]string{"Great Lisbon Treaty = G. L. T."}, clusters(t, signing, in)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"signed of G. L. T. on 1900-05-05"}, stated(t, signing, in)); d != "" {
		t.Error(d)
	}
}

func TestNamesBeforeASigningVerbAreAListOfPersons(t *testing.T) {
	set := miniSet(t, more(t, signing, "list-of-persons-ends\tsigned"))
	names := func(in string) []string {
		x, _ := extractWith(set, in, acts(t))
		out := []string{}
		for _, c := range x.Claims {
			if p, ok := c.Body.(chancery.Person); ok {
				out = append(out, p.Name)
			}
		}
		return out
	}
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Count Ignatiev, Zhang Yi and Dobrin signed it.", []string{"Ignatiev", "Zhang Yi", "Dobrin"}},
		{"Count Ignatiev, Zhang Yi and Dobrin left it.", []string{"Ignatiev"}},
		{"Count Ignatiev and Kulja signed it.", []string{"Ignatiev"}}, // a place of the authority
	} {
		if d := cmp.Diff(c.want, names(c.in)); d != "" {
			t.Errorf("%s: %s", c.in, d)
		}
	}
}

func TestARuleMayTakeOneEndOfARange(t *testing.T) {
	run(t, []sample{
		{"its start", signing + "role date: start\n", "It was signed in 1900-1905.", []string{"signed on 1900"}},
		{"its end", signing + "role date: end\n", "It was signed in 1900-1905.", []string{"signed on 1905"}},
		{"all of it", signing, "It was signed in 1900-1905.", []string{"signed on 1900/1905"}},
		{"no range", signing + "role date: end\n", "It was signed in 1900.", []string{"signed on 1900"}},
	})
}
