package corpus_test

import (
	"encoding/json"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/corpus"
)

// claim reads a found claim; its quote, and what stands in also, is given offsets at
// the first place in text.
func claim(t *testing.T, text, line string) chancery.Claim {
	t.Helper()
	var c chancery.Claim
	if err := json.Unmarshal([]byte(line), &c); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	place := func(q *chancery.Quote) {
		if q.Start >= 0 {
			return
		}
		q.Start = strings.Index(text, q.Text)
		if q.Start < 0 {
			t.Fatalf("%q does not stand in %q", q.Text, text)
		}
		q.End = q.Start + len(q.Text)
	}
	place(&c.Quote)
	for i := range c.Also {
		place(&c.Also[i])
	}
	return c
}

func claims(t *testing.T, text string, lines ...string) []chancery.Claim {
	t.Helper()
	var all []chancery.Claim
	for _, l := range lines {
		all = append(all, claim(t, text, l))
	}
	return all
}

func sampleOf(t *testing.T, gold ...string) corpus.Sample {
	t.Helper()
	facts, problems := corpus.ReadGold(strings.NewReader(strings.Join(gold, "\n")))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return corpus.Sample{Name: "made-up", Gold: facts}
}

// rule is one rule of the score: a gold fact, a found claim that meets it and one
// that must not.
type rule struct {
	name, text, gold string
	right, wrong     string
}

func check(t *testing.T, rules []rule) {
	t.Helper()
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			s := sampleOf(t, r.gold)
			typ := s.Gold[0].Type()
			if n := corpus.Score(s, r.text, claims(t, r.text, r.right)).Types[typ]; n != (corpus.Tally{Gold: 1, Found: 1, Right: 1}) {
				t.Errorf("should match: %s: %+v", r.right, n)
			}
			if n := corpus.Score(s, r.text, claims(t, r.text, r.wrong)).Types[typ]; n != (corpus.Tally{Gold: 1, Found: 1}) {
				t.Errorf("should not match: %s: %+v", r.wrong, n)
			}
		})
	}
}

func TestEvidenceMustOverlap(t *testing.T) {
	text := "The pact of Dorvik was signed in 1901. Later it was signed anew in 1901 by the heirs."
	gold := `{"type":"event","event":"signed","date":"1901","instrument":"x","quote":"was signed in 1901"}`
	check(t, []rule{
		{"one place", text, gold,
			`{"type":"event","event":"signed","date":"1901","quote":"signed in 1901"}`,
			`{"type":"event","event":"signed","date":"1901","quote":"signed anew in 1901"}`},
		{"further stretches", text, `{"type":"event","event":"signed","date":"1901","instrument":"x","quote":"by the heirs","also":["signed anew"]}`,
			`{"type":"event","event":"signed","date":"1901","quote":"it was signed anew"}`,
			`{"type":"event","event":"signed","date":"1901","quote":"Later it was"}`},
		{"further stretches of what was found", text, gold,
			`{"type":"event","event":"signed","date":"1901","quote":"Later","also":["in 1901"]}`,
			`{"type":"event","event":"signed","date":"1901","quote":"Later","also":["by the heirs"]}`},
		{"the same type", text, gold,
			`{"type":"event","event":"signed","date":"1901","quote":"was signed in 1901"}`,
			`{"type":"event","event":"ratified","date":"1901","quote":"was signed in 1901"}`},
	})
}

func TestAGoldQuoteIsLocatedAtAllItsPlaces(t *testing.T) {
	text := "Orlan fell. Then Orlan rose."
	second := strings.LastIndex(text, "Orlan")
	found := claim(t, text, `{"type":"place","name":"Orlan","quote":"Orlan"}`)
	found.Quote.Span = chancery.Span{Start: second, End: second + 5}
	r := corpus.Score(sampleOf(t, `{"type":"place","name":"Orlan","quote":"Orlan"}`), text, []chancery.Claim{found})
	if r.Types[chancery.PlaceClaim].Right != 1 {
		t.Errorf("got %+v", r.Types)
	}
}

func TestAGoldQuoteMayBePartedByOtherWhiteSpace(t *testing.T) {
	text := "the ford\n\tof Orlan"
	r := corpus.Score(sampleOf(t, `{"type":"place","name":"Orlan","quote":"ford of Orlan"}`), text,
		claims(t, text, `{"type":"place","name":"Orlan","quote":"Orlan"}`))
	if r.Types[chancery.PlaceClaim].Right != 1 || len(r.Problems) > 0 {
		t.Errorf("got %+v %v", r.Types, r.Problems)
	}
	r = corpus.Score(sampleOf(t, `{"type":"place","name":"Orlan","quote":"fordof Orlan"}`), text, nil)
	if len(r.Problems) != 1 {
		t.Errorf("a quote that stands nowhere is no problem: %v", r.Problems)
	}
}

func TestEventsMatchByNameAndDate(t *testing.T) {
	text := "It was signed in the fifties."
	event := func(name, date, note string) string {
		return `{"type":"event","event":"` + name + `","date":"` + date + `","instrument":"x","quote":"signed in the fifties","note":"` + note + `"}`
	}
	date := func(name, gold, right, wrong string) rule {
		return rule{name, text, event("signed", gold, ""), event("signed", right, ""), event("signed", wrong, "")}
	}
	check(t, []rule{
		date("a day is equal", "1858-06-13", "1858-06-13", "1858-06-14"),
		date("a year is a year", "1858", "1858", "1858-06-13"),
		date("no date wants none", "", "", "1858"),
		date("a date wants one", "1858", "1858", ""),
		date("a decade by overlap", "185X", "1858-06-13", "1861"),
		date("a century by overlap", "18XX", "1858", "1901"),
		date("a season by overlap", "1849-22", "1849-07", "1849-01"),
		date("an interval by overlap", "1869/1870", "1870-02", "1871"),
		date("an open interval by overlap", "../1850", "1849", "1853"),
		date("an approximation by overlap", "1630~", "1630", "1730"),
		date("a month of an unknown year gets no year", "XXXX-01", "XXXX-01", "1925-01"),
		date("a vague date is not met by no year", "18XX", "1858", "XXXX-05"),
		{"a second date", text, event("signed", "1858", "accept 1859"), event("signed", "1859", ""), event("signed", "1860", "")},
		{"a second vague date", text, event("signed", "1873", "accept 1873-10/1873-12: late 1873"), event("signed", "1873-11", ""), event("signed", "1873-09", "")},
		{"no date by the note", text, event("signed", "1858", "accept date empty"), event("signed", "", ""), event("signed", "1859", "")},
		{"a second name", text, event("signed", "1858", "accept drafted; then more"), event("drafted", "1858", ""), event("approved", "1858", "")},
	})
}

func TestTopicsRelationsAndJudgementsMatchByNameOrTheNotesSecond(t *testing.T) {
	text := "Ships may pass. The act replaces the pact, held unjust by many."
	check(t, []rule{
		{"topic", text, `{"type":"provision","topic":"navigation","quote":"Ships may pass"}`,
			`{"type":"provision","topic":"navigation","quote":"Ships may pass"}`,
			`{"type":"provision","topic":"transit","quote":"Ships may pass"}`},
		{"second topic", text, `{"type":"provision","topic":"navigation","quote":"Ships may pass","note":"of both; accept topic trade or transit: free"}`,
			`{"type":"provision","topic":"transit","quote":"Ships may pass"}`,
			`{"type":"provision","topic":"free","quote":"Ships may pass"}`},
		{"relation", text, `{"type":"relation","from":"a","rel":"supersedes","to":"b","quote":"replaces the pact"}`,
			`{"type":"relation","from":"c","rel":"supersedes","to":"d","quote":"replaces"}`,
			`{"type":"relation","from":"a","rel":"annuls","to":"b","quote":"replaces"}`},
		{"second relation", text, `{"type":"relation","from":"a","rel":"supersedes","to":"b","quote":"replaces the pact","note":"accept annuls, accept terminates"}`,
			`{"type":"relation","from":"a","rel":"terminates","to":"b","quote":"replaces"}`,
			`{"type":"relation","from":"a","rel":"clarifies","to":"b","quote":"replaces"}`},
		{"characterisation", text, `{"type":"characterisation","of":"b","as":"unjust","quote":"held unjust by many"}`,
			`{"type":"characterisation","of":"b","as":"Unjust","quote":"unjust"}`,
			`{"type":"characterisation","of":"b","as":"just","quote":"unjust"}`},
	})
}

func TestPersonsAndPlacesMatchByTheLastName(t *testing.T) {
	text := "Генералъ Вѣтровскій встретил Ветровского, Лю Ань и Ань Синь; Сабир хан у реки Тополёвки"
	person := func(name, quote string) string {
		return `{"type":"person","name":"` + name + `","quote":"` + quote + `"}`
	}
	check(t, []rule{
		{"nominative and case ending", text, person("Пётр Ветровский", "Ветровского"), person("Ветровского", "Ветровского"), person("Ветров", "Ветровского")},
		{"old spelling", text, person("П. Ветровский", "Вѣтровскій"), person("Генералъ Вѣтровскій", "Вѣтровскій"), person("Генералъ", "Генералъ Вѣтровскій")},
		{"short names are equal", text, person("Лю Ань", "Лю Ань"), person("Ань", "Лю Ань"), person("Лю", "Лю Ань")},
		{"a title is no name", text, person("Сабир хан", "Сабир хан"), person("Сабир", "Сабир"), person("хан", "Сабир хан")},
		{"initials after the name", text, person("Ветровский П. А.", "Ветровского"), person("Ветровский", "Ветровского"), person("А.", "Ветровского")},
		{"a name of the note", text, `{"type":"person","name":"Сабир","quote":"Сабир хан","note":"accept Сапарбек"}`, person("Сапарбек", "Сабир"), person("Сапожник", "Сабир")},
		{"place", text, `{"type":"place","name":"Тополёвка","quote":"реки Тополёвки"}`,
			`{"type":"place","name":"Тополевки","quote":"Тополёвки"}`, `{"type":"place","name":"Тополь","quote":"Тополёвки"}`},
	})
}

func TestTariffsMatchByEqualRates(t *testing.T) {
	text := "Salt pays 1 rouble 80 kopeks a pud."
	tariff := func(rate string) string {
		return `{"type":"tariff","goods":"salt","rate":` + rate + `,"quote":"1 rouble 80 kopeks"}`
	}
	check(t, []rule{
		{"roubles as numbers and kopeks as text", text, tariff(`{"amount":1.8,"currency":"RUB","per":"pud"}`),
			tariff(`{"amount":"180","currency":"kopek","per":"pud"}`), tariff(`{"amount":"18","currency":"kopek","per":"pud"}`)},
		{"unit of quantity", text, tariff(`{"amount":"1.80","currency":"rouble","per":"pud"}`),
			tariff(`{"amount":"1.8","currency":"roubles","per":"pud"}`), tariff(`{"amount":"1.8","currency":"rouble","per":"funt"}`)},
		{"currency", text, tariff(`{"amount":"2","currency":"tael"}`), tariff(`{"amount":"2.0","currency":"tael"}`), tariff(`{"amount":"2","currency":"rouble"}`)},
		{"percent as currency", text, tariff(`{"amount":5,"currency":"percent","per":"value"}`), tariff(`{"percent":"5.0"}`), tariff(`{"percent":"50"}`)},
		{"free", text, tariff(`{"free":true}`), tariff(`{"free":true}`), tariff(`{"percent":"0"}`)},
	})
}

func TestCitationsMatchByFondOpisDeloAndFolio(t *testing.T) {
	text := "ГАТО. Ф. 7. Оп. 2. Д. 31. Л. 5 об. Там же. Atlas of Orlan, p. 3."
	shelf := func(fond, opis, delo, folio string) string {
		return `{"type":"citation","fond":"` + fond + `","opis":"` + opis + `","delo":"` + delo + `","folio":"` + folio + `","quote":"Ф. 7. Оп. 2. Д. 31. Л. 5 об."}`
	}
	gold := shelf("7", "2", "31", "5 об.")
	check(t, []rule{
		{"all equal, the verso apart", text, gold, shelf("7", "2", "31", "5"), shelf("7", "2", "31", "6")},
		{"fond", text, gold, gold, shelf("8", "2", "31", "5")},
		{"opis", text, gold, gold, shelf("7", "", "31", "5")},
		{"delo", text, gold, gold, shelf("7", "2", "13", "5")},
		{"a work by its place", text, `{"type":"citation","work":"Atlas of Orlan","page":"3","quote":"Atlas of Orlan, p. 3."}`,
			`{"type":"citation","work":"Atlas","quote":"Atlas of Orlan"}`, `{"type":"citation","work":"Atlas","quote":"Там же."}`},
	})
}

func TestInstrumentsMatchByASurfaceFormThatStandsInTheText(t *testing.T) {
	text := "Старый Орланскій договоръ и второй Орланский договор о соли 1901 года; договор с Дорвиком. The Orlan Sea-Water Protocol."
	inst := func(mention, quote string) string {
		return `{"type":"instrument","key":"k","kind":"treaty","mentions":["` + mention + `"],"quote":"` + quote + `"}`
	}
	gold := inst("Орланский договор", "Орланский договор")
	check(t, []rule{
		{"equal but for the spelling", text, gold, inst("Орланскій договоръ", "Орланскій договоръ"), inst("договор с Дорвиком", "договор с Дорвиком")},
		{"two further words", text, gold, inst("", "Орланский договор о соли"), inst("", "второй Орланский договор о соли 1901 года")},
		{"a bare kind word", text, gold, inst("", "второй Орланский договор"), inst("договор", "договор")},
		{"what does not stand in the text", text, gold, inst("Орланский договор", "договор"), inst("Орланский договор о мире", "договор")},
		{"less than the gold form", text, inst("Орланский договор о соли", "Орланский договор о соли"), inst("", "Орланский договор о соли 1901"), inst("", "Орланский договор")},
		{"articles and hyphens", text, inst("Orlan Sea-Water Protocol", "Orlan Sea-Water Protocol"), inst("", "The Orlan Sea-Water Protocol"), inst("", "The Orlan Sea")},
	})
}

func TestALongNameMayContainMoreThanTwoFurtherWordsWithinSixTenths(t *testing.T) {
	text := "Convention concerning fisheries of Orlan as of an old day"
	check(t, []rule{{"length", text, `{"type":"instrument","kind":"convention","mentions":["Convention concerning fisheries of Orlan"],"quote":"Orlan"}`,
		`{"type":"instrument","kind":"convention","quote":"Convention concerning fisheries of Orlan as of an"}`,
		`{"type":"instrument","kind":"convention","quote":"concerning fisheries of Orlan as of an old day"}`}})
}
