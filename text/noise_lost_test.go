package text

import (
	"strings"
	"testing"

	"example.org/chancery/internal/noise"
)

func kinds(x *Text) string {
	var out []string
	for _, i := range x.Issues {
		out = append(out, i.Kind)
	}
	return " " + strings.Join(out, " ") + " "
}

func TestWhatCannotBeMendedIsRecognised(t *testing.T) {
	var russian, english []string
	for _, p := range own(t) {
		if latin(p) {
			english = append(english, p)
		} else if strings.ContainsAny(p, "ыэ") && !strings.ContainsAny(p, "өүң") {
			russian = append(russian, p)
		}
	}
	all := strings.Join(russian, "\n")
	layout := noise.Layout{Width: 60, Break: 1000}
	for _, c := range []struct{ name, text, want string }{
		{"figures", noise.Strip(all, true, true, false, false), "digits-stripped"},
		{"capitals", noise.Strip(all, false, true, false, false), "case-stripped"},
		{"stops", noise.Strip(all, false, false, true, false), "punctuation-stripped"},
		{"short words", noise.Strip(all, false, false, false, true), "short-words-stripped"},
		{"a light scan", noise.Confuse(all, 30, noise.NewSource(1)), "ocr-noise"},
		{"a poor scan", noise.Confuse(all, 200, noise.NewSource(2)), "ocr-noise"},
		{"two columns", interleave(russian), "columns-interleaved"},
		{"two English columns", interleave(english), "columns-interleaved"},
		{"nothing", noise.Print(russian, layout, noise.NewSource(3)).Text, ""},
		{"nothing in English", noise.Print(english, layout, noise.NewSource(3)).Text, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := kinds(clean(c.text))
			if c.want != "" && !strings.Contains(got, " "+c.want+" ") {
				t.Errorf("no %s among%s", c.want, got)
			}
			if c.want == "" {
				for _, bad := range []string{"stripped", "noise", "columns", "repeated", "spaced-words", "markup", "look-alikes", "machine"} {
					if strings.Contains(got, bad) {
						t.Errorf("%s is claimed of a text that has none:%s", bad, got)
					}
				}
			}
		})
	}
}

func interleave(ps []string) string {
	return noise.Interleave(ps[:len(ps)/2], ps[len(ps)/2:], 44, noise.NewSource(9))
}

func TestWordsSetWithTheirLettersApartAreClosedUp(t *testing.T) {
	right, all := 0, 0
	for n, p := range own(t) {
		spaced, want := noise.Space(p, 40, noise.NewSource(uint64(n)))
		x := clean(spaced)
		mustBeSound(t, x)
		all += len(want)
		for _, w := range want {
			if strings.Contains(x.Mended(), w) {
				right++
			} else {
				t.Logf("%q is missing in %q", w, x.Mended()[:60])
			}
		}
	}
	if share(right, all) < 970 || all < 100 {
		t.Errorf("%d of %d words are closed up", right, all)
	}
}

func TestLeftOversOfMarkupAndPagesAreTakenOut(t *testing.T) {
	for _, c := range []struct{ name, record, want, kind string }{
		{"tags", "Мир был <i>заключён</i> в мае<br/> того же&nbsp;года.", "Мир был заключён в мае того же года.", "markup"},
		{"a quotation in angles", "La Confederation, ci-apres <<Suisse>>, et <Communaute>.", "La Confederation, ci-apres <<Suisse>>, et <Communaute>.", ""},
		{"less and more", "Если a <b и c> d, то мира нет.", "Если a <b и c> d, то мира нет.", ""},
		{"parted letters", "Это д о г о в о р, о мире.", "Это договор, о мире.", "spaced-words"},
		{"initials and lists", "Пункты а б в г д и А Б В Г Д стоят так.", "Пункты а б в г д и А Б В Г Д стоят так.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := clean(c.record)
			mustBeSound(t, x)
			if x.Mended() != c.want {
				t.Errorf("got %q, want %q", x.Mended(), c.want)
			}
			if c.kind != "" && !strings.Contains(kinds(x), c.kind) {
				t.Errorf("it is not told: %s", kinds(x))
			}
		})
	}
	page := noise.Print(own(t)[:8], noise.Layout{Width: 70}, noise.NewSource(1)).Text
	x := clean(page + page + "Потом они ушли.\n")
	if n := strings.Count(bodyOf(x), firstLine(page)); n != 1 {
		t.Errorf("a page that stands twice is read %d times", n)
	}
	if !strings.Contains(kinds(x), "repeated-pages") || !strings.Contains(bodyOf(x), "Потом они ушли") {
		t.Errorf("issues%s, text %q", kinds(x), bodyOf(x))
	}
}

// bodyOf is what of a text is read for claims.
func bodyOf(x *Text) string {
	var b strings.Builder
	for _, p := range x.Paragraphs {
		if p.Kind != Furniture {
			b.WriteString(x.Mended()[p.Start:p.End] + "\n")
		}
	}
	return b.String()
}

func TestOldSpellingAndLookAlikesAreTold(t *testing.T) {
	for _, c := range []struct{ name, record, kind string }{
		{"old spelling", "Договоръ о мирѣ и о торговлѣ заключёнъ въ городѣ, и послы уѣхали.", "old-spelling"},
		{"look-alikes", "Договор o мирe подписан в гoроде, и пocлы уехали.", "look-alikes"},
	} {
		if got := kinds(clean(c.record)); !strings.Contains(got, c.kind) {
			t.Errorf("%s: issues%s", c.name, got)
		}
	}
}
