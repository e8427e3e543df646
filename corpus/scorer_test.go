package corpus_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/corpus"
)

func TestWhatTheGoldFileLeavesOutIsNeitherMissedNorInvented(t *testing.T) {
	text := "The edict of the council was read out in 1901 at Orlan."
	for name, gold := range map[string]string{
		"optional":                         `{"type":"event","event":"published","date":"1901","instrument":"e","quote":"read out in 1901","note":"optional: a reading"}`,
		"optional after a semicolon":       `{"type":"event","event":"published","date":"1901","instrument":"e","quote":"read out in 1901","note":"a reading; optional"}`,
		"an event called other":            `{"type":"event","event":"other","date":"1901","instrument":"e","quote":"read out in 1901"}`,
		"neither date nor instrument":      `{"type":"event","event":"published","date":"","instrument":"","quote":"read out in 1901"}`,
		"an instrument of bare kind words": `{"type":"instrument","key":"e","kind":"edict","mentions":["The edict"],"quote":"The edict of the council"}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := sampleOf(t, gold)
			for _, found := range [][]chancery.Claim{nil, claims(t, text, gold)} {
				r := corpus.Score(s, text, found)
				if n := r.Wide(); n != (corpus.Tally{}) || len(r.Missed)+len(r.Invented) > 0 {
					t.Errorf("found %d: %+v, missed %v, invented %v", len(found), n, r.Missed, r.Invented)
				}
			}
		})
	}
	r := corpus.Score(sampleOf(t, `{"type":"event","event":"published","date":"1901","instrument":"e","quote":"read out in 1901","note":"not optional"}`), text, nil)
	if r.Micro().Gold != 1 {
		t.Error("a note that only holds the word made a fact optional")
	}
}

func TestEachFactIsMatchedOnce(t *testing.T) {
	text := "It was signed in 1901, and signed again."
	gold := `{"type":"event","event":"signed","date":"1901","instrument":"x","quote":"signed in 1901"}`
	r := corpus.Score(sampleOf(t, gold), text, claims(t, text, gold,
		`{"type":"event","event":"signed","date":"1901","quote":"was signed in 1901"}`))
	if n := r.Micro(); n != (corpus.Tally{Gold: 1, Found: 2, Right: 1}) {
		t.Errorf("got %+v", n)
	}
	if len(r.Invented) != 1 || r.Invented[0].Quote != "was signed in 1901" {
		t.Errorf("the closer claim should be the right one: invented %v", r.Invented)
	}
}

func TestAFactThatCountsIsMatchedBeforeOneThatNeedNotBeFound(t *testing.T) {
	text := "Ships may pass the strait of Orlan."
	r := corpus.Score(sampleOf(t,
		`{"type":"provision","topic":"navigation","quote":"Ships may pass the strait","note":"optional"}`,
		`{"type":"provision","topic":"navigation","quote":"strait of Orlan"}`), text,
		claims(t, text, `{"type":"provision","topic":"navigation","quote":"Ships may pass the strait"}`))
	if n := r.Micro(); n != (corpus.Tally{Gold: 1, Found: 1, Right: 1}) {
		t.Errorf("got %+v", n)
	}
}

const (
	twoPacts  = "The Dorvik pact and the Orlan pact were signed in 1901; the latter replaces the former."
	goldDor   = `{"type":"instrument","key":"dorvik","kind":"treaty","mentions":["Dorvik pact"],"quote":"Dorvik pact"}`
	goldOrl   = `{"type":"instrument","key":"orlan","kind":"treaty","mentions":["Orlan pact"],"quote":"Orlan pact"}`
	goldSigns = `{"type":"event","event":"signed","date":"1901","instrument":"orlan","quote":"signed in 1901"}`
	goldRel   = `{"type":"relation","from":"orlan","rel":"supersedes","to":"dorvik","quote":"replaces the former"}`
)

func TestLinkedIsAboutTheInstrumentsThatWereMatched(t *testing.T) {
	foundDor := strings.Replace(goldDor, `"dorvik"`, `"d1"`, 1)
	foundOrl := strings.Replace(goldOrl, `"orlan"`, `"o1"`, 1)
	event := func(key string) string { return strings.Replace(goldSigns, `"orlan"`, `"`+key+`"`, 1) }
	rel := func(from, to string) string {
		return fmt.Sprintf(`{"type":"relation","from":%q,"rel":"supersedes","to":%q,"quote":"replaces the former"}`, from, to)
	}
	for _, c := range []struct {
		name  string
		found []string
		want  corpus.Share
	}{
		{"found keys of matched instruments", []string{foundDor, foundOrl, event("o1"), rel("o1", "d1")}, corpus.Share{Good: 2, Of: 2}},
		{"the key of the authority", []string{event("orlan"), rel("orlan", "dorvik")}, corpus.Share{Good: 2, Of: 2}},
		{"another instrument", []string{foundDor, foundOrl, event("d1")}, corpus.Share{Of: 1}},
		{"ends the wrong way round", []string{foundDor, foundOrl, rel("d1", "o1")}, corpus.Share{Of: 1}},
		{"no instrument", []string{foundDor, foundOrl, event("")}, corpus.Share{Of: 1}},
	} {
		r := corpus.Score(sampleOf(t, goldDor, goldOrl, goldSigns, goldRel), twoPacts, claims(t, twoPacts, c.found...))
		if r.Linked != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, r.Linked, c.want)
		}
	}
}

func TestOfEqualCandidatesThatOfTheSameInstrumentIsTheRightOne(t *testing.T) {
	other := strings.Replace(goldSigns, `"orlan"`, `"dorvik"`, 1)
	r := corpus.Score(sampleOf(t, goldSigns), twoPacts, claims(t, twoPacts, other, goldSigns))
	if r.Linked != (corpus.Share{Good: 1, Of: 1}) {
		t.Errorf("got %+v", r.Linked)
	}
}

func TestSoftFactsMustNotBeFoundAsAsserted(t *testing.T) {
	text := "He threatened to denounce the Orlan pact in 1901; it was not ratified."
	threat := `{"type":"event","event":"threatened","of":"denounced","date":"1901","instrument":"o","quote":"threatened to denounce","certainty":"planned"}`
	denial := `{"type":"event","event":"ratified","date":"","instrument":"o","quote":"not ratified","certainty":"negated"}`
	for _, c := range []struct {
		name, found string
		want        corpus.Share
	}{
		{"kept", `{"type":"event","event":"ratified","date":"","quote":"not ratified","certainty":"negated"}`, corpus.Share{Good: 1, Of: 1}},
		{"lost", `{"type":"event","event":"ratified","date":"","quote":"not ratified","certainty":"asserted"}`, corpus.Share{Of: 1}},
		{"lost with another date", `{"type":"event","event":"ratified","date":"1901","quote":"ratified","certainty":"asserted"}`, corpus.Share{Of: 1}},
		{"a threat read as the deed", `{"type":"event","event":"denounced","date":"1901","quote":"denounce the Orlan pact","certainty":"asserted"}`, corpus.Share{Of: 1}},
		{"a threat read as a threat", `{"type":"event","event":"threatened","of":"denounced","date":"1901","quote":"threatened to denounce","certainty":"asserted"}`, corpus.Share{Good: 1, Of: 1}},
		{"something else at the place", `{"type":"event","event":"signed","date":"","quote":"not ratified","certainty":"asserted"}`, corpus.Share{}},
	} {
		r := corpus.Score(sampleOf(t, threat, denial), text, claims(t, text, c.found))
		if r.Soft != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, r.Soft, c.want)
		}
	}
}

func TestNeverClaimsForbidWhatAgreesWithAllTheySay(t *testing.T) {
	text := "The Orlan pact, said to lapse in 1901, was not renewed. See The Dorvik Pact Revisited, p. 3."
	never := `{"id":"n1","type":"event","event":"renewed","instrument":"orlan","polarity":"affirmed","quote":"was not renewed","why":"denied"}
{"id":"n2","type":"event","event":"lapsed","date":"1901-05","quote":"lapse in 1901","why":"no month stands there"}
{"id":"n3","type":"instrument","label":"The Dorvik Pact","quote":"The Dorvik Pact Revisited","why":"title of a book"}
{"id":"n4","type":"provision","topic":"trade","values":{"allowed":true},"quote":"Revisited","why":"it is not allowed"}`
	orlan := `{"type":"instrument","key":"o1","kind":"treaty","quote":"Orlan pact"}`
	for _, c := range []struct {
		name, found string
		why         string
	}{
		{"denial asserted", `{"type":"event","event":"renewed","instrument":"o1","quote":"renewed"}`, "denied"},
		{"of an instrument that nobody knows", `{"type":"event","event":"renewed","instrument":"?","quote":"renewed"}`, "denied"},
		{"denial kept", `{"type":"event","event":"renewed","instrument":"o1","quote":"not renewed","certainty":"negated"}`, ""},
		{"another place", `{"type":"event","event":"renewed","instrument":"o1","quote":"The Orlan pact"}`, ""},
		{"of another instrument", `{"type":"event","event":"renewed","instrument":"dorvik","quote":"renewed"}`, ""},
		{"a month filled in", `{"type":"event","event":"lapsed","date":"1901-05","quote":"lapse in 1901"}`, "no month stands there"},
		{"another year", `{"type":"event","event":"lapsed","date":"1902","quote":"lapse in 1901"}`, ""},
		{"an instrument in a title", `{"type":"instrument","key":"d1","kind":"treaty","quote":"Dorvik Pact"}`, "title of a book"},
		{"the forbidden value", `{"type":"provision","topic":"trade","values":{"allowed":true},"quote":"Revisited"}`, "it is not allowed"},
		{"another value", `{"type":"provision","topic":"trade","values":{"allowed":false},"quote":"Revisited"}`, ""},
	} {
		forbidden, problems := corpus.ReadNever(strings.NewReader(never))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		s := sampleOf(t, `{"type":"instrument","key":"orlan","kind":"treaty","mentions":["Orlan pact"],"quote":"Orlan pact"}`,
			`{"type":"instrument","key":"dorvik","kind":"treaty","mentions":["Pact Revisited"],"quote":"Pact Revisited"}`)
		s.Never = forbidden
		r := corpus.Score(s, text, claims(t, text, orlan, c.found))
		var why string
		for _, v := range r.Violations {
			why += v.Note
		}
		if why != c.why {
			t.Errorf("%s: got %q, want %q", c.name, why, c.why)
		}
	}
}

func TestQuotesThatDoNotStandAreCounted(t *testing.T) {
	text := "Orlan and Dorvik"
	found := claims(t, text, `{"type":"place","name":"Orlan","quote":"Orlan"}`, `{"type":"place","name":"Dorvik","quote":"Dorvik"}`,
		`{"type":"place","name":"Orlan","quote":"Orlan","also":["Orlan"]}`)
	found[1].Quote.Start++
	found[2].Also[0].End--
	if r := corpus.Score(corpus.Sample{}, text, found); r.Standing != (corpus.Share{Good: 1, Of: 3}) {
		t.Errorf("got %+v", r.Standing)
	}
}

func TestAMissedFactSaysWhatWasFoundInItsPlace(t *testing.T) {
	r := corpus.Score(sampleOf(t, goldSigns), twoPacts, claims(t, twoPacts, strings.Replace(goldSigns, "1901\"", "1902\"", 1)))
	if len(r.Missed) != 1 || len(r.Invented) != 1 {
		t.Fatalf("missed %v, invented %v", r.Missed, r.Invented)
	}
	if e := r.Missed[0]; e.Says != "signed 1901 of orlan" || e.Near != "signed 1902 of orlan" || e.At.Start != strings.Index(twoPacts, "signed") {
		t.Errorf("got %+v", e)
	}
	if e := r.Invented[0]; e.Near != "signed 1901 of orlan" {
		t.Errorf("got %+v", e)
	}
}
