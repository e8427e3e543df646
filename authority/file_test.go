package authority

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/chancery"
)

func TestWithoutLeavesNoTraceOfAnEntry(t *testing.T) {
	f := builtin(t)
	gone := []chancery.Key{"treaty-of-aigun-1858-russia-china", "japan", "yishan", "aigun", "ussr"}
	g := f.Without(gone...)
	for _, k := range gone {
		if _, ok := g.Instrument(k); ok || g.Label(k) != "" {
			t.Errorf("%s is still there", k)
		}
	}
	for _, n := range g.NameForms() {
		for _, k := range gone {
			if n.Key == k {
				t.Errorf("the name %q still leads to %s", n.Text, k)
			}
		}
	}
	for _, p := range append(fmtAll(g.polities), append(fmtAll(g.instruments), fmtAll(g.persons)...)...) {
		for _, k := range gone {
			if strings.Contains(strings.ReplaceAll(p, "Family:"+string(k)+" ", ""), ":"+string(k)+" ") { // a family is no link
				t.Errorf("an entry still links to %s: %.200s", k, p)
			}
		}
	}
	for _, n := range g.NameForms() {
		if n.Text == "Айгунский договор" {
			t.Errorf("still found: %v", n)
		}
	}
	if err := g.Check(); err != nil {
		t.Error(err)
	}
	if g.Hash() == f.Hash() {
		t.Error("the hash is that of the whole file")
	}
	if i, ok := f.Instrument("treaty-of-aigun-1858-russia-china"); !ok || len(i.Parties) != 2 || i.Life[0].Place != "aigun" {
		t.Error("the original has changed")
	}
}

func fmtAll[E any](all []E) []string {
	s := make([]string, len(all))
	for n, e := range all {
		s[n] = fmt.Sprintf("%+v", e)
	}
	return s
}

func entry(key, label string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("key: " + key + "\nlabel: " + label +
		"\nkind: city\nnames:\n  - {lang: en, text: " + label + "}\nref: {site: Gazetteer, page: " + label + "}\n")}
}

func TestAnOverlayAddsAndReplacesEntries(t *testing.T) {
	base, err := Load(fstest.MapFS{"place/aigun.yaml": entry("aigun", "Aigun"), "place/peking.yaml": entry("peking", "Peking")})
	if err != nil {
		t.Fatal(err)
	}
	over, err := Load(fstest.MapFS{"place/peking.yaml": entry("peking", "Beijing"), "place/urga.yaml": entry("urga", "Urga")})
	if err != nil {
		t.Fatal(err)
	}
	f := Overlay(base, over)
	if len(f.Places()) != 3 || f.Label("peking") != "Beijing" || f.Label("aigun") != "Aigun" || f.Label("urga") != "Urga" {
		t.Errorf("got %v", f.Places())
	}
	if f.Hash() == base.Hash() || f.Hash() == over.Hash() {
		t.Error("the hash is that of one of the two")
	}
}

func TestAnOverlayMayLinkToWhatItLiesOver(t *testing.T) {
	over, err := Load(fstest.MapFS{"person/somebody.yaml": {Data: []byte(`key: somebody
label: Somebody
names: [{lang: en, text: Somebody}]
offices: [{office: consul, of: qing-china, ref: {site: A, page: B}}]
ref: {site: A, page: B}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	if err := over.Check(); chancery.KindOf(err) != chancery.Invalid ||
		!strings.Contains(err.Error(), `authority/person/somebody.yaml:4: "qing-china" is no polity; add authority/polity/qing-china.yaml or correct the key`) {
		t.Errorf("alone: got %v", err)
	}
	if err := Overlay(builtin(t), over).Check(); err != nil {
		t.Errorf("over the built-in file: %v", err)
	}
}
