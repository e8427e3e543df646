package authority

import (
	"slices"
	"testing"

	"example.org/chancery"
)

func keysOf(found []Candidate) []chancery.Key {
	var keys []chancery.Key
	for _, c := range found {
		keys = append(keys, c.Key)
	}
	return keys
}

func TestTreatiesOfPekingOfDifferentYearsAreToldApart(t *testing.T) {
	f := builtin(t)
	for name, c := range map[string]struct {
		match Match
		want  []chancery.Key
	}{
		"1860 with Russia": {Match{Name: "Treaty of Peking", Year: 1860, Parties: []chancery.Key{"russian-empire"}},
			[]chancery.Key{"treaty-of-peking-1860-russia-china"}},
		"Russia is any form of Russia": {Match{Name: "Пекинский договор", Year: 1860, Parties: []chancery.Key{"russian-federation"}},
			[]chancery.Key{"treaty-of-peking-1860-russia-china"}},
		"1860 is three": {Match{Name: "пекинский  договор", Year: 1860},
			[]chancery.Key{"convention-of-peking-1860-france-china", "convention-of-peking-1860-united-kingdom-china", "treaty-of-peking-1860-russia-china"}},
		"1901": {Match{Name: "Treaty of Peking", Year: 1901}, []chancery.Key{"boxer-protocol-1901"}},
		"1925": {Match{Name: "Пекинский договор", Parties: []chancery.Key{"japan"}, Year: 1925},
			[]chancery.Key{"peking-convention-1925-ussr-japan"}},
		"no such year":    {Match{Name: "Treaty of Peking", Year: 1870}, nil},
		"no such parties": {Match{Name: "Treaty of Peking", Parties: []chancery.Key{"kokand-khanate"}}, nil},
	} {
		got := f.FindInstrument(c.match)
		if keys := keysOf(got); !slices.Equal(keys, c.want) {
			t.Errorf("%s: got %v, want %v", name, keys, c.want)
		}
		for _, g := range got {
			if len(g.Reasons) == 0 {
				t.Errorf("%s: %s comes without a reason", name, g.Key)
			}
		}
	}
}

func TestANameInAnotherOrderOfWordsIsWeakerThanTheNameItself(t *testing.T) {
	f := builtin(t)
	whole, part := f.FindInstrument(Match{Name: "Айгунский договор"}), f.FindInstrument(Match{Name: "договор Айгунский"})
	if len(whole) != 1 || len(part) != 1 || whole[0].Key != part[0].Key || whole[0].Score <= part[0].Score {
		t.Errorf("got %v and %v", whole, part)
	}
}

func TestWithoutANameTwoCircumstancesMustAgree(t *testing.T) {
	f := builtin(t)
	got := keysOf(f.FindInstrument(Match{Kind: "convention", Year: 1907, Parties: []chancery.Key{"japan", "russian-empire"}}))
	for _, want := range []chancery.Key{"fisheries-convention-1907-russia-japan", "political-convention-1907-russia-japan"} {
		if !slices.Contains(got, want) {
			t.Errorf("got %v, not %v", got, want)
		}
	}
	for _, k := range got {
		if i, _ := f.Instrument(k); !slices.Equal(i.Years(), []int{1907}) || len(i.Parties) != 2 {
			t.Errorf("%s was not made by the two in 1907", k)
		}
	}
	if got := f.FindInstrument(Match{Year: 1905}); got != nil {
		t.Errorf("a year alone finds %v", got)
	}
}

func TestACircularIsNotTakenForATreaty(t *testing.T) {
	f := builtin(t)
	if got := f.FindInstrument(Match{Name: "циркуляр Горчакова", Kind: "treaty"}); got != nil {
		t.Errorf("got %v", got)
	}
	got := f.FindInstrument(Match{Name: "Советско-японская конвенция", Kind: "treaty"})
	if len(got) == 0 || got[0].Key != "peking-convention-1925-ussr-japan" || len(got) > 1 && got[1].Score == got[0].Score {
		t.Errorf("a convention called a treaty: got %v", got)
	}
}

func TestFoldComparesNamesAsReadersDo(t *testing.T) {
	for in, want := range map[string]string{
		"Муравьёв-Амурский":    "муравьев амурский",
		"  Treaty  of\nPeking": "treaty of peking",
		"Протокол «А»":         "протокол а",
		"Кя\u0301хта":          "кяхта",
		"":                     "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}
