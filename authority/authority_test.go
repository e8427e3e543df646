package authority

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
)

var readOnce = sync.OnceValues(func() (*File, error) { return loadChecked(os.DirFS(".")) })

func builtin(t testing.TB) *File {
	t.Helper()
	f, err := readOnce()
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
		for _, n := range f.lifelessSignatures(i) {
			t.Error(n)
		}
	}
}

// mostLone is how many dates of lives still rest on one reference; it may only fall.
const mostLone = 194

func TestLivesRestOnTwoIndependentReferences(t *testing.T) {
	lone := 0
	for _, n := range builtin(t).Notes() {
		if strings.HasSuffix(n.Says, "rests on one reference") {
			lone++
		}
	}
	if lone > mostLone {
		t.Errorf("%d dates rest on one reference, and %d did; see chancery authority check --notes", lone, mostLone)
	}
}

// What the file covers may grow but not shrink.
func TestTheFileCoversTheField(t *testing.T) {
	f := builtin(t)
	ruled := 0
	for _, i := range f.Instruments() {
		if len(i.Provisions) > 0 && len(i.Signatories) > 0 {
			ruled++
		}
	}
	for _, c := range []struct {
		what        string
		have, least int
	}{
		{"polities", len(f.Polities()), 60}, {"instruments", len(f.Instruments()), 120}, {"persons", len(f.Persons()), 150},
		{"places", len(f.Places()), 200}, {"instruments with provisions and signatories", ruled, 40},
	} {
		if c.have < c.least {
			t.Errorf("%d %s, wanted %d", c.have, c.what, c.least)
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
				if w.Calendar != "julian" || w.Differs {
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

func TestReignDatesAreTheSameDayAsTheNewOrSaidToDiffer(t *testing.T) {
	checked := 0
	for _, i := range builtin(t).Instruments() {
		for _, h := range i.Life {
			for _, w := range h.Written {
				if w.Era == "" || w.Day == 0 || w.Differs {
					continue
				}
				d := calendar.Date{Calendar: calendar.Calendar(w.Calendar), Era: strings.ToLower(w.Era), Year: w.Year, Month: w.Month, Day: w.Day, Leap: w.Leap}
				readings, err := d.Readings()
				if err != nil {
					t.Errorf("%s: %s %v: %v", i.Key, h.Event, w, err)
					continue
				}
				lo, hi, _ := edtf.MustParse(h.Date).Bounds()
				if !slices.ContainsFunc(readings, func(r calendar.Reading) bool { return r.First <= hi && r.Last >= lo }) {
					t.Errorf("%s: %s on %s is not %s", i.Key, h.Event, h.Date, d)
				}
				checked++
			}
		}
	}
	if checked == 0 {
		t.Error("no reign date was checked")
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
