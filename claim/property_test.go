package claim_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/claim"
	"example.org/chancery/lang"
)

// ownSentences is what documents are glued together from.
var ownSentences = []string{
	"The Treaty of Lisbon was signed on 5 May 1900 in Kulja by count Ignatiev. ",
	"It was never ratified, but the Convention of Madrid of 1910 annulled the Treaty of Lisbon. ",
	"According to Ivan Petrov the Russo-Persian treaty would be signed in May. ",
	"The Lisbon and Madrid treaties fixed the boundary along the river Amur. ",
	"By article 3 of the said treaty the boundary was not moved; next year it was ratified. ",
	"On 1 (13) June it was signed. ",
	"Was the draft of the Treaty of Oporto signed? ",
	"Treaty of Lisbon\n\n",
	"Article 1. The boundary is the river.\n\n",
	"Article 2. This treaty annulled the Protocol of Braga.\n\n",
	"Article 3. It was signed.\n\n",
	"A. F. Middendorf and consul Dobrin signed it «in Oporto». ",
	"\n\n", "\t", "; ", " — ", "(", ")", "1 2 3 ", "[1]", "\u00ad", "-",
}

// damaged is a document of own sentences, wrapped and hyphenated at random.
func damaged(t *rapid.T) string {
	text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(ownSentences), 0, 14).Draw(t, "sentences"), "")
	breaks := rapid.SampledFrom([]int{0, 0, 20, 40, 60}).Draw(t, "width")
	if breaks == 0 {
		return text
	}
	var b strings.Builder
	width := 0
	for _, r := range text {
		width++
		if r == '\n' {
			width = 0
		}
		if width > breaks {
			switch rapid.IntRange(0, 12).Draw(t, "break") {
			case 0:
				b.WriteString("-\n")
				width = 0
			case 1:
				b.WriteString("\n")
				width = 0
			case 2:
				b.WriteString("\n\n17\n\n")
				width = 0
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestEveryClaimOfAnyTextStandsWhereItSays(t *testing.T) {
	set := miniSet(t, nil)
	letters := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("Treaty of signed 195.,;()«»-–\n\tйъñ\u00ad\u0301")), rapid.Rune()))
	rapid.Check(t, func(t *rapid.T) {
		sound(t, set, nil, strings.ToValidUTF8(letters.Draw(t, "text"), ""))
	})
}

func TestEveryClaimOfADamagedDocumentStandsWhereItSays(t *testing.T) {
	set, auth := miniSet(t, nil), acts(t)
	if x, _ := extractWith(set, strings.Join(ownSentences, ""), auth); len(x.Claims) < 20 {
		t.Fatalf("all sentences together give %d claims; the documents are too poor to test anything", len(x.Claims))
	}
	rapid.Check(t, func(t *rapid.T) { sound(t, set, auth, damaged(t)) })
}

func FuzzExtract(f *testing.F) {
	for _, s := range ownSentences {
		f.Add(s)
	}
	f.Add(strings.Join(ownSentences, ""))
	set, auth := miniSet(f, nil), acts(f)
	f.Fuzz(func(t *testing.T, s string) { sound(t, set, auth, strings.ToValidUTF8(s, "")) })
}

type failer interface {
	Errorf(string, ...any)
}

// sound checks what holds for the claims of any document.
func sound(t failer, set *lang.Set, auth *authority.File, record string) {
	x, d := extractWith(set, record, auth)
	ids := map[chancery.ClaimID]bool{}
	for n, c := range x.Claims {
		for _, q := range quotes(c) {
			if !q.Stands(d.Text) {
				t.Errorf("claim %d (%s): %q does not stand at %d to %d", n, c.Rule, q.Text, q.Start, q.End)
			}
		}
		if ids[c.ID] || c.ID != c.Identify(d.Hash) {
			t.Errorf("claim %d has the id %s", n, c.ID)
		}
		ids[c.ID] = true
		if n > 0 {
			a, b := x.Claims[n-1].Quote, c.Quote
			if b.Start < a.Start || b.Start == a.Start && b.End < a.End {
				t.Errorf("claim %d at %d stands behind one at %d", n, b.Start, a.Start)
			}
		}
		if c.Confidence <= 0 || c.Confidence > 1000 || c.Rule == "" || c.Polarity == "" || c.Modality == "" {
			t.Errorf("claim %d: confidence %d, rule %q, %q %q", n, c.Confidence, c.Rule, c.Polarity, c.Modality)
		}
	}
	again, _ := extractWith(set, record, auth)
	if diff := cmp.Diff(x, again); diff != "" {
		t.Errorf("read twice: %s", diff)
	}
	links, entries := claim.NewResolver(auth, set).Resolve(x, d.ID)
	known := map[chancery.Key]bool{}
	for _, e := range entries {
		known[e.Key] = true
	}
	for _, l := range links {
		if !ids[l.Claim] || !known[l.Entry] {
			t.Errorf("a link of %s to %s", l.Claim, l.Entry)
		}
	}
	for n, c := range claim.Join(x.Claims, links, entries) {
		for _, q := range quotes(c) {
			if !q.Stands(d.Text) {
				t.Errorf("row %d: %q does not stand at %d to %d", n, q.Text, q.Start, q.End)
			}
		}
	}
}

// quotes is every quote of a claim: its own, the further ones, those of its body.
func quotes(c chancery.Claim) []chancery.Quote {
	all := append([]chancery.Quote{c.Quote}, c.Also...)
	more := func(qs ...*chancery.Quote) {
		for _, q := range qs {
			if q != nil {
				all = append(all, *q)
			}
		}
	}
	switch b := c.Body.(type) {
	case chancery.Event:
		more(b.InstrumentAs)
	case chancery.Provision:
		more(b.InstrumentAs)
	case chancery.Tariff:
		more(b.InstrumentAs)
	case chancery.Text:
		more(b.InstrumentAs)
	case chancery.Relation:
		more(b.FromAs, b.ToAs)
	case chancery.Characterisation:
		more(b.OfAs)
	}
	return all
}
