package mention_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

func TestPersonsAreFoundByWhatShowsThem(t *testing.T) {
	set, auth := miniSet(t, nil), names(t)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"initials", "The news reached A. F. Middendorf.", []string{"A. F. Middendorf, last Middendorf"}},
		{"three initials", "The news reached A. F. K. Middendorf.", []string{"A. F. K. Middendorf, last Middendorf"}},
		{"initials and a particle", "The news reached K. P. von Kaufman.", []string{"K. P. von Kaufman, last Kaufman"}},
		{"a given name", "The news reached Ivan Petrov.", []string{"Ivan Petrov, last Petrov"}},
		{"a given name and an initial", "The news reached Ivan A. Petrov.", []string{"Ivan A. Petrov, last Petrov"}},
		{"a patronymic", "The news reached Ivan Ivanovich Petrov.", []string{"Ivan Ivanovich Petrov, last Petrov"}},
		{"a patronymic alone", "The news reached Ivan Ivanovich.", []string{"Ivan Ivanovich, last Ivanovich"}},
		{"a given name in another case", "The news reached Ivanom Petrov.", []string{"Ivanom Petrov, last Petrov"}},
		{"a given name alone", "The news reached Ivan too.", []string{}},
		{"a ruler", "The news reached Nikolai II at once.", []string{"Nikolai II, last Nikolai, ruler"}},
		{"a title before", "The news reached count Ignatiev.", []string{"Ignatiev, last Ignatiev, count"}},
		{"a title before two names", "The news reached consul Gerhard Dobrin.", []string{"Gerhard Dobrin, last Dobrin, consul"}},
		{"a title before initials", "The news reached count N. P. Ignatiev.", []string{"N. P. Ignatiev, last Ignatiev, count"}},
		{"a title before a given name", "The news reached count Ivan Petrov.", []string{"Ivan Petrov, last Petrov, count"}},
		{"a title and a particle", "The news reached count von Kaufman.", []string{"Kaufman, last Kaufman, count"}},
		{"a title behind", "The news reached Midhat pasha.", []string{"Midhat, last Midhat, pasha"}},
		{"a title behind two names", "The news reached Ahmed Midhat pasha.", []string{"Ahmed Midhat, last Midhat, pasha"}},
		{"a title alone", "The consul wept.", []string{}},
		{"a title at the very end", "He was a consul", []string{}},
		{"a given name at the very end", "He was Ivan", []string{}},
		{"initials at the very end", "He was A. F.", []string{}},
		{"a title before a place", "The news reached consul Lisbon too.", []string{}},
		{"a title before a polity", "The news reached consul Russia too.", []string{}},
		{"the authority", "The news reached Kolzak at once.", []string{"Kolzak, last Kolzak, [kolzak]"}},
		{"the authority, in another case", "The news reached Kolzakom at once.", []string{"Kolzakom, last Kolzakom, [kolzak]"}},
		{"the authority's longest name", "The news reached Yevfimy Kolzak.", []string{"Yevfimy Kolzak, last Kolzak, [kolzak]"}},
		{"not in small letters", "The news reached kolzak at once.", []string{}},
		{"not over the end of a sentence", "It was Ito. Hirobumi left.", []string{}},
		{"a last name known by now", "The news reached Ivan Petrov. When Petrov died, all wept.",
			[]string{"Ivan Petrov, last Petrov", "Petrov, last Petrov"}},
		{"a last name in another case", "The news reached Ivan Petrov. He saw Petrovom die.",
			[]string{"Ivan Petrov, last Petrov", "Petrovom, last Petrovom"}},
		{"a last name before it is introduced", "When Petrov died, all wept. It was Ivan Petrov.",
			[]string{"Petrov, last Petrov", "Ivan Petrov, last Petrov"}},
		{"not the name of an instrument", "The news reached Ivan Petrov. The Petrov Treaty held.", []string{"Ivan Petrov, last Petrov"}},
		{"not an acronym", "The news reached count OTMA.", []string{}},
		{"not a month", "The consul May not go.", []string{}},
		{"not a capitalised word that is no name", "The consul Company fell.", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, all(find(c.in, set, auth), "person", person)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestPlacesAreFoundByWhatShowsThem(t *testing.T) {
	set, auth := miniSet(t, nil), names(t)
	describe := func(m *mention.Mention) string {
		s := m.Place.Name
		if m.Place.Kind != "" {
			s += ", " + m.Place.Kind
		}
		if len(m.Keys) > 0 {
			s += fmt.Sprint(", ", m.Keys)
		}
		return s
	}
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"a word before", "They crossed the river Amur.", []string{"Amur, river"}},
		{"a word of two before", "They burned the city of Kashan.", []string{"Kashan, city"}},
		{"a word behind", "They crossed Amur river.", []string{"Amur, river"}},
		{"a word behind that is part of the name", "They crossed Azov sea.", []string{"Azov sea, sea"}},
		{"two words and a word behind", "They took Great Azov sea.", []string{"Great Azov sea, sea"}},
		{"a preposition", "They met in Kulja again.", []string{"Kulja"}},
		{"a preposition and two words", "They met at Fort Ross again.", []string{"Fort Ross"}},
		{"a case of place", "They met Kuljix again.", []string{"Kuljix"}},
		{"the authority", "They saw Lisbon again.", []string{"Lisbon, [lisbon]"}},
		{"the authority, in another case", "They saw Lisbonom again.", []string{"Lisbonom, [lisbon]"}},
		{"the authority and a word behind", "They saw Lisbon khanate again.", []string{"Lisbon khanate, khanate, [lisbon]"}},
		{"the authority's name of two words", "They saw Yellow Bank again.", []string{"Yellow Bank, [yellow]"}},
		{"a name without a sign", "They saw Kulja again.", []string{}},
		{"a small letter", "They met in kulja again.", []string{}},
		{"a month", "They met in May again.", []string{}},
		{"a polity", "They met in Russia again.", []string{}},
		{"part of a polity", "They met in Great Britain again.", []string{}},
		{"a person", "They met at Ivan Petrov again.", []string{}},
		{"the name of an instrument", "They saw in Arabic treaty a threat.", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, all(find(c.in, set, auth), "place", describe)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestPolitiesAreFoundAlsoInCompounds(t *testing.T) {
	set := miniSet(t, nil)
	describe := func(m *mention.Mention) string { return string(m.Polity.Key) + " " + m.Polity.Sort }
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"He left Russia.", []string{"russia noun"}},
		{"He left Great Britain.", []string{"britain noun"}},
		{"the Portuguese envoy left.", []string{"portugal adjective"}},
		{"the Russo-Persian war", []string{"russia adjective", "persia adjective"}},
		{"the Russo-Prussian war", []string{"russia adjective"}},
		{"the old war", []string{}},
	} {
		if d := cmp.Diff(c.want, all(find(c.in, set, nil), "polity", describe)); d != "" {
			t.Errorf("%s: %s", c.in, d)
		}
	}
}

func TestArticlesHaveArabicNumbers(t *testing.T) {
	set := miniSet(t, nil)
	for in, want := range map[string]string{"by article 5 it": "5", "by article XIV it": "14", "by article fifth it": "5", "by art. 7 it": "7",
		"by article of it": "", "by article 900 it": ""} {
		got := strings.Join(all(find(in, set, nil), "article", func(m *mention.Mention) string { return m.Article }), " ")
		if got != want {
			t.Errorf("%q: got %q, wanted %q", in, got, want)
		}
	}
}

func TestNothingIsFoundInFurniture(t *testing.T) {
	const record = "Treaty of Lisbon 5 May 1900\nThe Treaty of Madrid was signed on 7 June 1901 by count Ignatiev of Russia in Kulja (article 5).\nIvan Petrov, river Amur"
	d := chancery.NewDocument("sample.html", record, "html/1")
	at, end := strings.Index(record, "The "), strings.Index(record, "Ivan")
	d.Furniture = []chancery.Span{{Start: 0, End: at - 1}, {Start: end, End: len(record)}}
	d.Blocks = []chancery.Span{{Start: 0, End: at - 1}, {Start: at, End: end - 1}, {Start: end, End: len(record)}}
	set := miniSet(t, nil)
	ms := mention.Find(token.Split(text.Clean(&d), set), mention.NewNames(names(t), set))
	kinds := map[string]int{}
	for i := range ms.All {
		q, ok := ms.Text.Quote(ms.All[i].Start, ms.All[i].Stop)
		if !ok || q.Start < at || q.End > end {
			t.Errorf("the %s %q stands at %d", ms.All[i].Type, q.Text, q.Start)
		}
		kinds[ms.All[i].Type]++
	}
	for _, k := range []string{"date", "instrument", "person", "place", "polity", "article"} {
		if kinds[k] == 0 {
			t.Errorf("no %s between the furniture", k)
		}
	}
}

func TestMentionsStandInTheOrderOfTheTextAndUnitsLeadToThem(t *testing.T) {
	ms := find("By article 5 of the Russo-Persian Treaty of 5 May 1900, which Ivan Petrov signed in Kulja, peace came.", miniSet(t, nil), names(t))
	for i := range ms.All {
		m := &ms.All[i]
		if i > 0 && (m.First < ms.All[i-1].First || m.First == ms.All[i-1].First && m.End > ms.All[i-1].End) {
			t.Errorf("mention %d stands before the one before it", i)
		}
		found := false
		for _, u := range ms.Units[m.First] {
			found = found || u.Ref == i && u.Tag == m.Type && u.End == m.End
		}
		if !found {
			t.Errorf("no unit leads to mention %d, %+v", i, m)
		}
		if m.Start != ms.Tokens.Tokens[m.First].Start || m.Stop != ms.Tokens.Tokens[m.End-1].End {
			t.Errorf("mention %d stands at %d to %d", i, m.Start, m.Stop)
		}
	}
}
