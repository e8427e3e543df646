package claim

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/mention"
	"example.org/chancery/token"
)

// tariffsOf reads the lines of tariffs, and the issues, of a document.
func tariffsOf(ms *mention.Mentions) ([]chancery.Claim, []chancery.Issue) {
	var out []chancery.Claim
	for _, c := range Extract(ms, "").Claims {
		if c.Type() == chancery.TariffClaim {
			out = append(out, c)
		}
	}
	r := &reader{Mentions: ms, match: token.NewMatcher(ms.Tokens), self: -1, headword: -1, entry: -1, root: make([]int, len(ms.All))}
	return out, r.readTariffs().issues()
}

func TestLinesOfTariffsAreReadInProseAndTables(t *testing.T) {
	cases(t, "tariff", func(t *testing.T, body string) []string {
		cs, issues := tariffsOf(mentionsOf(t, "sample.txt", body))
		stand(t, body, cs)
		var out []string
		for _, c := range cs {
			out = append(out, tariffLine(c))
		}
		for _, is := range issues {
			for _, s := range is.At {
				out = append(out, "left "+body[s.Start:s.End]+"\n")
			}
		}
		return out
	})
}

func tariffLine(c chancery.Claim) string {
	b := c.Body.(chancery.Tariff)
	r := b.Rate
	var parts []string
	for _, s := range []string{b.Line, b.Clause, b.Goods} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	s := r.Amount + " " + r.Currency
	if r.Percent != "" {
		s = r.Percent + " %"
	}
	if r.Free {
		s = "free"
	}
	if r.Per != "" {
		s += " per " + r.Per
	}
	if r.Basis != "" {
		s += " " + r.Basis
	}
	if k := c.Certainty(); k != chancery.Asserted {
		s += " " + string(k)
	}
	return strings.Join(append(parts, s), " | ") + "\n"
}

// The table of a journal's PDF, whose columns came apart: its thirteen rates in order.
func TestTheTableOfThePDFGivesItsThirteenLines(t *testing.T) {
	b, err := os.ReadFile("../../shared/seeds/xinjiang-ru.txt")
	if err != nil {
		t.Skip("the seed is not here")
	}
	cs, issues := tariffsOf(mentionsOf(t, "xinjiang-ru.txt", string(b)))
	var got []string
	for _, c := range cs {
		if tr := c.Body.(chancery.Tariff); tr.Line != "" {
			tr.Goods, tr.Clause = "", ""
			c.Body = tr
			got = append(got, strings.TrimSpace(tariffLine(c)))
		}
	}
	want := []string{"1 | 1 RUB per pud gross", "1 | 25 kopek per pud gross", "2 | free", "3 | free", "4 | free",
		"5 | 60 kopek per funt", "5 | 25 kopek per funt", "6 | free", "6 | 40 kopek per pud", "6 | free", "6 | 75 kopek per pud", "7 | free", "8 | free"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if len(issues) != 0 {
		t.Errorf("rates left out: %v", issues)
	}
}
