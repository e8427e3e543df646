package ingest_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/source"
)

// worked is what must be stated of the sentences that doc/reference/rules.md reads by
// hand, by number, in the form of told. Sentences about "the treaty" need one that was
// named before them.
var worked = map[string]struct {
	before string
	states []string
}{
	"1":  {"", []string{"signed 1900-05-05"}},
	"2":  {"", []string{"signed 1891-06-04", "in-force 1892"}},
	"3":  {"", []string{"signed 1783"}},
	"4":  {"", []string{"ratified negated", "ratified negated"}},
	"5":  {"", []string{"signed XXXX-23 planned"}},
	"6":  {"", []string{"signed hypothetical"}},
	"7":  {"", []string{"approved attributed to посланника"}},
	"8":  {"Белградский договор был подписан в 1739 году. ", []string{"fugitives"}},
	"9":  {"Белградский договор был подписан в 1739 году. ", []string{"trade-places in article 4"}},
	"10": {"", []string{"annuls"}},
	"11": {"", []string{"signed 1842-07-03"}},
	"12": {"", []string{"ratified negated"}},
	"13": {"", []string{"signed planned"}},
	"14": {"", []string{"annex-of", "tariff"}},
	"15": {"", []string{"lapsed 1897 attributed to consul"}},
	"16": {"The Convention of Lisbon was signed in 1891. ", []string{"lease in article 7"}},
	"17": {"", []string{"signed 1900-05-05"}},
	"18": {"", []string{"ratified negated"}},
	"19": {"", []string{"breached attributed to Хан"}},
	"20": {"", []string{"boundary", "boundary"}},
}

func TestTheWorkedSentencesOfTheSpecificationAreReadAsItSays(t *testing.T) {
	rules, err := os.ReadFile("../doc/reference/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	sentences := regexp.MustCompile(`(?m)^(\d+)\. \*(.+?)\* `).FindAllStringSubmatch(string(rules), -1)
	if len(sentences) != len(worked) {
		t.Fatalf("%d sentences in the specification, %d here", len(sentences), len(worked))
	}
	r := reader(t)
	for _, s := range sentences {
		d, _, err := source.Read(t.Context(), s[1]+".txt", bytes.NewReader([]byte(worked[s[1]].before+s[2]+"\n")), source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		stated := map[string]int{}
		for _, c := range r.Read(&d).Claims {
			stated[told(c)]++
		}
		for _, want := range worked[s[1]].states {
			if stated[want]--; stated[want] < 0 {
				t.Errorf("%s. %s\nstates %v, wanted %s", s[1], s[2], stated, want)
			}
		}
	}
}

// told is a claim in short: what, when, how certain, who says so.
func told(c chancery.Claim) string {
	var words []string
	switch b := c.Body.(type) {
	case chancery.Event:
		words = append(words, b.Event, b.Date)
	case chancery.Provision:
		words = append(words, b.Topic)
		if b.Article != "" {
			words = append(words, "in article "+b.Article)
		}
	case chancery.Relation:
		words = append(words, b.Rel)
	default:
		return string(c.Type())
	}
	if c.Certainty() != chancery.Asserted {
		words = append(words, string(c.Certainty()))
	}
	if c.Voice != nil {
		words = append(words, "to "+c.Voice.Holder)
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}
