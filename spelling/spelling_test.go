package spelling

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestANameIsWrittenByEverySystem(t *testing.T) {
	for _, c := range []struct {
		name, native string
		want         []string
	}{
		{"Li Hongzhang", "李鴻章", []string{"Li Hung-chang", "Ли Хунчжан"}},
		{"Zeng Jize", "曾紀澤", []string{"Tsêng Chi-tsê", "Цзэн Цзицзэ"}},
		{"Huashana", "花沙納", []string{"Hua-sha-na", "Хуашана"}},
		{"Gu Weijun", "顧維鈞", []string{"Ku Wei-chün", "Гу Вэйцзюнь"}},
		{"Yang Zengxin", "楊增新", []string{"Yang Tsêng-hsin", "Ян Цзэнсинь"}},
		{"Chang'an", "長安", []string{"Ch'ang-an", "Чанъань"}},
		{"Jutarō Komura", "小村 壽太郎", []string{"Дзютаро Комура", "Джутаро Комура"}},
		{"Yoshizawa", "芳沢", []string{"Ёсидзава", "Иошидзава"}},
		{"Hokkaidō", "北海道", []string{"Хоккайдо"}},
		{"Shimbashi", "新橋", []string{"Симбаси", "Шимбаши"}},
		{"Wellington Koo", "顧維鈞", nil},
		{"Игнатьев", "", []string{"Ignatyev", "Ignatev", "Ignatiev", "Ignatieff", "Ignatjew"}},
		{"Муравьёв-Амурский", "", []string{"Muravyev-Amurskiy", "Mouraviov-Amoursky"}},
		{"Горчаков", "", []string{"Gorchakov", "Gortchakoff", "Gortschakow"}},
	} {
		got := []string{}
		for _, s := range Of(c.name, c.native) {
			got = append(got, s.Text)
		}
		for _, w := range c.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: %q is not among %q", c.name, w, got)
			}
		}
		if c.want == nil && len(got) > 0 {
			t.Errorf("%s is no pinyin, but got %q", c.name, got)
		}
	}
}

func TestSpellingsOfOneNameAreAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"озорнин", "озарнин", true},
		{"невельской", "невельский", true},
		{"невельской", "невельскій", true},
		{"ignatiev", "ignatieff", true},
		{"ignatyev", "ignatjew", true},
		{"gorchakov", "gortchakoff", true},
		{"nesselrode", "neselrode", true},
		{"muraviev", "muravyov", false}, // ё is another sound
		{"игнатьев", "ignatiev", false}, // another script is the business of Of
		{"гирс", "горс", false},
		{"ли", "ле", false}, // too short to tell
		{"головин", "головкин", false},
		{"амур", "анюй", false},
	} {
		if got := Alike(c.a, c.b); got != c.want {
			t.Errorf("Alike(%s, %s) is %v: %s and %s", c.a, c.b, got, Key(c.a), Key(c.b))
		}
	}
}

func TestEverySyllableIsReadBackAsItself(t *testing.T) {
	for _, row := range rows(chineseTSV) {
		if len(row) != 3 {
			t.Fatalf("%q has %d columns", row, len(row))
		}
		if ss, ok := tables().chinese.split(plain(row[0])); !ok || len(ss) != 1 {
			t.Errorf("%s is read as %q", row[0], ss)
		}
	}
	for _, row := range rows(cyrillicTSV) {
		if len(row) != len(systems)+1 {
			t.Errorf("%q has %d columns", row, len(row))
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Li Hongzhang", "李鴻章")
	f.Add("Ёсида", "")
	f.Add("tch", "新")
	f.Fuzz(func(t *testing.T, name, native string) {
		for _, s := range Of(name, native) {
			if utf8.ValidString(name) && !utf8.ValidString(s.Text) || s.System == "" {
				t.Errorf("%q gives %q", name, s)
			}
		}
		if k := Key(name); Alike(name, native) && k != Key(native) {
			t.Errorf("%q and %q are alike with the keys %q and %q", name, native, k, Key(native))
		}
	})
}

func BenchmarkKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Key("муравьёв-амурский")
	}
}
