package authority

import "testing"

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
