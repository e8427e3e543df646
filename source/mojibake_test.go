package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// taken is s in one encoding, wrongly decoded as another; was is nil for UTF-8.
func taken(t testing.TB, s string, was, as *charmap.Charmap) string {
	t.Helper()
	b := []byte(s)
	if was != nil {
		var err error
		if b, err = was.NewEncoder().Bytes(b); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	for _, c := range b {
		switch r := as.DecodeByte(c); {
		case c < 0x80:
			out.WriteByte(c)
		case r == utf8.RuneError:
			out.WriteRune(rune(c))
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// plainRussian has no letter that one of the encodings lacks.
const plainRussian = "Посольство вернулось зимою, и грамота о торге была прочтена боярам; пошлину с соли не брать, сказано в ней.\n" +
	"Через год торг перенесли к реке, где стояли амбары - числом восемь. Иван и Игнат остались.\n"

func TestTextThatWasDecodedWronglyAndSavedIsDecodedRightly(t *testing.T) {
	for _, m := range mistakes() {
		t.Run(m.String(), func(t *testing.T) {
			wrong := taken(t, plainRussian, m.was, m.taken)
			if wrong == plainRussian {
				t.Fatal("the sample is not wrong")
			}
			d, issues := read(t, "x.txt", []byte(wrong))
			if d.Text != plainRussian {
				t.Errorf("from %q\ngot  %q", wrong, d.Text)
			}
			if d.Encoding != m.String() || d.Reader != textReader+undoReader {
				t.Errorf("encoding %q, reader %q", d.Encoding, d.Reader)
			}
			if len(issues) != 1 || issues[0].Kind != "mojibake" || issues[0].Count != 2 {
				t.Errorf("issues: %v", issues)
			}
		})
	}
}

func TestUndoKnowsWhatGetsLostInSaving(t *testing.T) {
	for _, c := range []struct{ name, saved, want string }{
		{"a word", "РџРµРєРёРЅ", "Пекин"},
		{"the letter that windows-1251 has no place for, kept as a control", "Р\u0098РІР°РЅ Рё Р\u0098РіРЅР°С‚", "Иван и Игнат"},
		{"the same, become a question mark", "Р?РІР°РЅ Рё Р?РіРЅР°С‚", "Иван и Игнат"},
		{"the same, become a replacement character", "Р\ufffdРІР°РЅ Рё Р\ufffdРіРЅР°С‚", "Иван и Игнат"},
		{"a no-break space become a space", "Р СѓСЃСЊ Рё Р РёРј", "Русь и Рим"},
		{"twice wrong", taken(t, taken(t, "Пекинский договор", nil, charmap.Windows1251), nil, charmap.Windows1251), "Пекинский договор"},
		{"French", "Le traitÃ© fut signÃ© Ã\u00a0 PÃ©kin, oÃ¹ les dÃ©lÃ©guÃ©s franÃ§ais Ã©taient arrivÃ©s.", "Le traité fut signé à Pékin, où les délégués français étaient arrivés."},
		{"Kyrgyz", taken(t, "Өкмөт үчүн келишим түзүлгөн, бирок элчи күткөн эле.", nil, charmap.Windows1251), "Өкмөт үчүн келишим түзүлгөн, бирок элчи күткөн эле."},
		{"Chinese", taken(t, "Договор 璦琿條約 подписан", nil, charmap.Windows1252), "Договор 璦琿條約 подписан"},
		{"one line of two", "Договор о мире.\nРџРµРєРёРЅСЃРєРёР№ РґРѕРіРѕРІРѕСЂ.\n", "Договор о мире.\nПекинский договор.\n"},
	} {
		if u, ok := undo(c.saved); !ok || u.text != c.want {
			t.Errorf("%s: %q became %q, want %q", c.name, c.saved, u.text, c.want)
		}
	}
}

func TestUndoLeavesGoodTextAlone(t *testing.T) {
	for _, s := range []string{
		sample, plainRussian,
		"«СССР» и «РСФСР», «Р», «ВЧК СССР», «СССР»",
		"Le traité fut signé à Pékin, où les délégués français étaient arrivés dès l'été.",
		"È già così: perché la città è più là che qua, e ciò è verità.",
		"Өкмөт үчүн келишим түзүлгөн, бирок элчи күткөн эле.",
		"Україна і Їжак; її ґанок. «Є» і «Ї».", "Ћирилица и Његош; џеп, љубав, њива",
		"ПЕКИНСКИЙ ДОГОВОР ОБ УСТАНОВЛЕНИИ ОСНОВНЫХ НАЧАЛ", "Пётръ Первый, Сёмга; Ѳеодоръ, мір",
		"璦琿條約 Treaty of Aigun", "Ω Ελληνικά κείμενα", "an aim Ð among others Ð of rates (5Ð18) Ð and more Ð is", "└── дерево ├── ветвь │ ═╗", "日本国とソ連",
	} {
		if u, ok := undo(s); ok {
			t.Errorf("%q became %q (%v)", s, u.text, u.what)
		}
	}
}

func TestTheOldCodePageOfDOSIsRead(t *testing.T) {
	b, err := charmap.CodePage866.NewEncoder().Bytes([]byte(plainRussian))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := read(t, "x.txt", b)
	if d.Text != plainRussian || d.Encoding != "ibm866" {
		t.Errorf("%s: %q", d.Encoding, d.Text)
	}
}

func FuzzUndo(f *testing.F) {
	f.Add("РџРµРєРёРЅ")
	f.Add(plainRussian)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		if u, ok := undo(s); !utf8.ValidString(u.text) || ok && u.lines == 0 {
			t.Errorf("%q became %q, %d lines", s, u.text, u.lines)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, c := range []struct{ name, text string }{{"UTF-8", plainRussian}, {"windows-1251", string(mustEncode(b, plainRussian))}, {"mojibake", taken(b, plainRussian, nil, charmap.Windows1251)}} {
		b.Run(c.name, func(b *testing.B) {
			s := strings.Repeat(c.text, 10_000)
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				if decode([]byte(s), "").text == "" {
					b.Fatal("nothing")
				}
			}
		})
	}
}

func mustEncode(t testing.TB, s string) []byte {
	b, err := charmap.Windows1251.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
