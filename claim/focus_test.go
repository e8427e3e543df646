package claim_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/claim"
)

// clusters is, for each instrument of a document, the words of its mentions.
func clusters(t *testing.T, rules, record string) []string {
	t.Helper()
	x, d := extract(t, rules, record)
	return gathered(x.Clusters, d)
}

func gathered(cs []claim.Cluster, d chancery.Document) []string {
	out := []string{}
	for _, c := range cs {
		if c.Type != chancery.InstrumentClaim {
			continue
		}
		var words []string
		for _, s := range c.Spans {
			words = append(words, d.Text[s.Start:s.End])
		}
		out = append(out, strings.Join(words, " = "))
	}
	return out
}

func paragraphs(n int) string { return strings.Repeat("\n\nHe sat there for long.", n) }

func TestMentionsOfOneInstrumentAreGathered(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"the same name", "The Treaty of Lisbon was long. The Treaty of Lisbon was old.", []string{"Treaty of Lisbon = Treaty of Lisbon"}},
		{"the name in another order and case", "The Treaty of Lisbon was long. Lisbon pactom was old.", []string{"Treaty of Lisbon = Lisbon pactom"}},
		{"part of the name", "The Great Lisbon Treaty was long. The Treaty of Lisbon was old.", []string{"Great Lisbon Treaty = Treaty of Lisbon"}},
		{"another name", "The Treaty of Lisbon was long. The Treaty of Madrid was old.", []string{"Treaty of Lisbon", "Treaty of Madrid"}},
		{"another year", "The Treaty of Lisbon of 1900 was long. The Treaty of Lisbon of 1910 was old.",
			[]string{"Treaty of Lisbon of 1900", "Treaty of Lisbon of 1910"}},
		{"a year and none", "The Treaty of Lisbon of 1900 was long. The Treaty of Lisbon was old.", []string{"Treaty of Lisbon of 1900 = Treaty of Lisbon"}},
		{"another kind", "The Treaty of Lisbon was long. The Protocol of Lisbon was old.", []string{"Treaty of Lisbon", "Protocol of Lisbon"}},
		{"a kind that is called so too", "The Convention of Lisbon was long. The Treaty of Lisbon was old.", []string{"Convention of Lisbon = Treaty of Lisbon"}},
		{"a draft", "The Treaty of Lisbon was long. The draft of the Treaty of Lisbon was old.", []string{"Treaty of Lisbon", "draft of the Treaty of Lisbon"}},
		{"another number", "The protocol No 7 was long. The protocol No 8 was old.", []string{"protocol No 7", "protocol No 8"}},
		{"only a year", "The treaty of 1900 was long. The treaty of 1900 was old.", []string{"treaty of 1900 = treaty of 1900"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, clusters(t, signing, c.in)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestABareKindWordTakesUpWhatWasSpokenOf(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"the treaty", "The Treaty of Lisbon was long. The treaty was old.", []string{"Treaty of Lisbon = treaty"}},
		{"this treaty", "The Treaty of Lisbon was long. All saw this treaty.", []string{"Treaty of Lisbon = treaty"}},
		{"of its own kind", "The Protocol of Lisbon was long. The Treaty of Madrid was old. The protocol held.",
			[]string{"Protocol of Lisbon = protocol", "Treaty of Madrid"}},
		{"a convention is called a treaty", "The Convention of Lisbon was long. The treaty was old.", []string{"Convention of Lisbon = treaty"}},
		{"a protocol is not", "The Protocol of Lisbon was long. The treaty was old.", []string{"Protocol of Lisbon", "treaty"}},
		{"not a draft", "The draft of the Treaty of Lisbon was long. The treaty was old.", []string{"draft of the Treaty of Lisbon", "treaty"}},
		{"the draft", "The Treaty of Lisbon was long. The draft of the Treaty of Madrid was old. The draft treaty fell.",
			[]string{"Treaty of Lisbon", "draft of the Treaty of Madrid = draft treaty"}},
		{"not several", "The Treaty of Lisbon was long. The treaties were old.", []string{"Treaty of Lisbon"}},
		{"not from behind", "The treaty was old. The Treaty of Lisbon was long.", []string{"treaty", "Treaty of Lisbon"}},
		{"as far as eight paragraphs", "The Treaty of Lisbon was long." + paragraphs(7) + "\n\nThe treaty was old.", []string{"Treaty of Lisbon = treaty"}},
		{"and no further", "The Treaty of Lisbon was long." + paragraphs(8) + "\n\nThe treaty was old.", []string{"Treaty of Lisbon", "treaty"}},
		{"a letter with a demonstrative", "The Petrov letter was long. All saw this letter.", []string{"Petrov letter = letter"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, clusters(t, signing, c.in)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestWhatARuleTakesFromTheFocus(t *testing.T) {
	boundary := "rule b\nstates provision boundary\ntrigger boundary\n"
	run(t, []sample{
		{"the one before", boundary, "The Treaty of Lisbon was long. The boundary moved.", []string{"boundary of Treaty of Lisbon"}},
		{"the nearer of its sentence", boundary, "The Treaty of Madrid held. After the Treaty of Lisbon the boundary moved.", []string{"boundary of Treaty of Lisbon"}},
		{"a heading sets it anew", boundary, "The Treaty of Lisbon was long.\n\nThe Treaty of Madrid\n\nThe boundary moved.", []string{"boundary of Treaty of Madrid"}},
		{"no paper", boundary, "The Treaty of Lisbon was long. A report of 1900 came. The boundary moved.", []string{"boundary of Treaty of Lisbon"}},
		{"no plural", boundary, "The Treaty of Lisbon was long. The Madrid treaties held. The boundary moved.", []string{"boundary of Treaty of Lisbon"}},
		{"eight paragraphs on", boundary, "The Treaty of Lisbon was long." + paragraphs(7) + "\n\nThe boundary moved.", []string{"boundary of Treaty of Lisbon"}},
		{"but not nine", boundary, "The Treaty of Lisbon was long." + paragraphs(8) + "\n\nThe boundary moved.", []string{}},
	})
}

const ownText = `Treaty of Lisbon between Russia and Persia

In the name of the king peace is made.

Article 1. The boundary is the river.

Article 2. The boundary of the Treaty of Madrid is void.

Article 3. This treaty shall be signed.
`

func TestADocumentThatIsATreatySpeaksOfItself(t *testing.T) {
	rules := signing + "rule b\nstates provision boundary\ntrigger boundary\nrule s\nstates event renewed\ntrigger void\nneeds self\n"
	want := []string{
		"boundary of Treaty of Lisbon between Russia and Persia article 1, self",
		"boundary of Treaty of Madrid article 2",
		"renewed of Treaty of Madrid",
		"signed of treaty, self",
	}
	if d := cmp.Diff(want, stated(t, rules, ownText)); d != "" {
		t.Error(d)
	}
	only := "rule e\nstates event expired\ntrigger void\nrole instrument: required, near 0, else self\n"
	if d := cmp.Diff([]string{"expired of Treaty of Lisbon between Russia and Persia, self"}, stated(t, only, ownText)); d != "" {
		t.Error("what a rule takes from the self: " + d)
	}
	x, _ := extract(t, rules, ownText)
	for _, c := range x.Claims {
		if in, ok := c.Body.(chancery.Instrument); ok && c.Self != strings.HasPrefix(in.Mentions[0], "Treaty of Lisbon") && in.Mentions[0] != "treaty" {
			t.Errorf("%q is self: %v", in.Mentions[0], c.Self)
		}
	}
	two := ownText[:strings.Index(ownText, "Article 3")]
	for _, s := range stated(t, rules, two) {
		if strings.HasSuffix(s, "self") {
			t.Errorf("with two articles: %q", s)
		}
	}
	headless := ownText[strings.Index(ownText, "Article 1"):]
	for _, s := range stated(t, rules, headless) {
		if strings.HasSuffix(s, "self") {
			t.Errorf("without a title: %q", s)
		}
	}
}

func TestACarriedYearIsQuotedToo(t *testing.T) {
	x, d := extract(t, signing, "It began in 1900. On 5 May they signed.")
	for _, c := range x.Claims {
		if e, ok := c.Body.(chancery.Event); ok {
			if e.Date != "1900-05-05" || len(c.Also) != 1 || c.Also[0].Text != "1900" || !c.Also[0].Stands(d.Text) {
				t.Errorf("got %s with %v", e.Date, c.Also)
			}
			return
		}
	}
	t.Error("nothing was signed")
}
