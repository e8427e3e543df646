package ingest_test

import (
	"slices"
	"testing"

	"example.org/chancery"
)

// Acts of one name are told apart by year, parties and kind, with the built-in languages
// and authority; what is not told apart stays open between what it may be.
func TestActsOfOneNameAreToldApart(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		name, in string
		want     chancery.Key   // "" for none
		between  []chancery.Key // what is told to have been weighed
	}{
		{"a year and parties", "The Russo-Chinese Treaty of Peking of 1860 was kept.", "treaty-of-peking-1860-russia-china", nil},
		{"of three of 1860, the one that is a treaty", "Пекинский договор 1860 г. соблюдался.", "treaty-of-peking-1860-russia-china",
			[]chancery.Key{"convention-of-peking-1860-france-china", "convention-of-peking-1860-united-kingdom-china", "treaty-of-peking-1860-russia-china"}},
		{"another year", "Пекинский договор 1925 г. соблюдался.", "peking-convention-1925-ussr-japan", nil},
		{"a year that none has", "Пекинский договор 1870 г. соблюдался.", "", nil},
		{"a party that none has", "The Kokand Treaty of Peking was kept.", "", nil},
		{"a circular is no treaty", "Договор Горчакова соблюдался.", "", nil},
		{"a convention called a treaty", "Советско-японский договор 1925 г. соблюдался.", "peking-convention-1925-ussr-japan", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := chancery.NewDocument("sample", c.in, "text/1")
			x := r.Read(&d)
			var got chancery.Key
			var candidates []chancery.Key
			for _, l := range x.Links {
				if l.Field != "instrument" {
					continue
				}
				got = l.Entry
				for _, o := range l.Candidates {
					candidates = append(candidates, o.Key)
				}
				if len(l.Reasons) == 0 {
					t.Errorf("%s comes without a reason", l.Entry)
				}
			}
			if got.Provisional() {
				got = ""
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			for _, k := range c.between {
				if !slices.Contains(candidates, k) {
					t.Errorf("%s is not among %v", k, candidates)
				}
			}
		})
	}
}
