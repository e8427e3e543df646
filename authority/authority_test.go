package authority

import (
	"os"
	"slices"
	"testing"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

func builtin(t testing.TB) *File {
	t.Helper()
	f, err := loadChecked(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestEveryEntryIsSoundAndEveryLinkLeadsSomewhere(t *testing.T) {
	f := builtin(t)
	if len(f.Polities()) == 0 || len(f.Instruments()) == 0 || len(f.Persons()) == 0 || len(f.Places()) == 0 {
		t.Error("a folder is empty")
	}
}

func TestEveryEntryHasNamesInRussianAndEnglish(t *testing.T) {
	have := map[chancery.Key]map[string]bool{}
	for _, n := range builtin(t).NameForms() {
		if have[n.Key] == nil {
			have[n.Key] = map[string]bool{}
		}
		have[n.Key][n.Lang] = true
	}
	for k, langs := range have {
		if !langs["ru"] || !langs["en"] {
			t.Errorf("%s has names in %v only", k, langs)
		}
	}
}

func TestNobodySignsBeforeBirthOrAfterDeathOrForAPolityThatIsNot(t *testing.T) {
	f := builtin(t)
	for _, i := range f.Instruments() {
		h, ok := i.Happened("signed")
		if !ok {
			continue
		}
		signed := edtf.MustParse(h.Date)
		for _, s := range i.Signatories {
			p, _ := f.Person(s.Person)
			if !p.Lifespan.mayContain(signed) {
				t.Errorf("%s: %s signs on %s but lived %s to %s", i.Key, p.Key, h.Date, p.Lifespan.From, p.Lifespan.To)
			}
		}
		for _, k := range i.Parties {
			if p, _ := f.Polity(k); !p.Lifespan.mayContain(signed) {
				t.Errorf("%s: %s is a party on %s but lasted %s to %s", i.Key, k, h.Date, p.Lifespan.From, p.Lifespan.To)
			}
		}
	}
}

func TestOnlyWhatLeadsToASignatureComesBeforeIt(t *testing.T) {
	before := slices.Clone(chancery.LifeEvents[:slices.Index(chancery.LifeEvents, "signed")])
	before = append(before, "signed", "initialled", "approved") // references may give two days of signature
	for _, i := range builtin(t).Instruments() {
		signed, ok := i.Happened("signed")
		if !ok {
			continue
		}
		for _, h := range i.Life {
			if edtf.Before(edtf.MustParse(h.Date), edtf.MustParse(signed.Date)) == edtf.Yes && !slices.Contains(before, h.Event) {
				t.Errorf("%s: %s on %s, before it was signed", i.Key, h.Event, h.Date)
			}
		}
	}
}

func TestOldStyleDatesAreTheSameDayAsTheNew(t *testing.T) {
	for _, i := range builtin(t).Instruments() {
		for _, h := range i.Life {
			for _, w := range h.Written {
				if w.Calendar != "julian" {
					continue
				}
				day, err := edtf.FromJulian(edtf.MustParse(w.Date))
				if err != nil || edtf.Same(day, edtf.MustParse(h.Date)) != edtf.Yes {
					t.Errorf("%s: %s on %s is not %s Old Style", i.Key, h.Event, h.Date, w.Date)
				}
			}
		}
	}
}

func TestAFamilyGivesThePolityOfTheDay(t *testing.T) {
	f := builtin(t)
	for _, c := range []struct {
		family, on string
		want       []chancery.Key
	}{
		{"russia", "1689-09-06", []chancery.Key{"tsardom-of-russia"}},
		{"russia", "1858-06-13", []chancery.Key{"russian-empire"}},
		{"russia", "1920-05-27", []chancery.Key{"rsfsr"}},
		{"russia", "1925-01-20", []chancery.Key{"rsfsr", "ussr"}},
		{"russia", "1721", []chancery.Key{"russian-empire", "tsardom-of-russia"}},
		{"china", "1860-11-14", []chancery.Key{"qing-china"}},
		{"china", "1924", []chancery.Key{"republic-of-china"}},
		{"france", "1858", []chancery.Key{"france"}},
		{"", "1858", nil},
	} {
		var got []chancery.Key
		for _, p := range f.OfFamily(c.family, edtf.MustParse(c.on)) {
			got = append(got, p.Key)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s on %s: got %v, want %v", c.family, c.on, got, c.want)
		}
	}
	if n := len(f.OfFamily("russia", edtf.Date{})); n < 5 {
		t.Errorf("russia without a date gives %d polities", n)
	}
}
