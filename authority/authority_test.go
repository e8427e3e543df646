package authority

import (
	"os"
	"testing"

	"example.org/chancery"
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

func TestPekingTreatiesOfDifferentYearsAreToldApart(t *testing.T) {
	f := builtin(t)
	for name, c := range map[string]struct {
		match Match
		want  chancery.Key
	}{
		"by year":    {Match{Name: "Treaty of Peking", Year: 1860, Parties: []chancery.Key{"russian-empire"}}, "treaty-of-peking-1860-russia-china"},
		"by parties": {Match{Name: "Пекинский договор", Parties: []chancery.Key{"ussr", "japan"}, Year: 1925}, "peking-convention-1925-ussr-japan"},
	} {
		got := f.FindInstrument(c.match)
		if len(got) != 1 || got[0].Key != c.want || len(got[0].Reasons) == 0 {
			t.Errorf("%s: got %v, want only %s", name, got, c.want)
		}
	}
}
