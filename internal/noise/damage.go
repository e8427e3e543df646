package noise

import (
	"strings"
	"unicode"
)

// Confuse writes letters of so many words in a thousand as a poor scan reads them.
func Confuse(s string, permille int, src *Source) string {
	words := strings.SplitAfter(s, " ")
	for i, w := range words {
		if !src.Chance(permille) {
			continue
		}
		for _, c := range confusions {
			if k := strings.Index(w, c[0]); k > 0 && k+len(c[0]) < len(strings.TrimRight(w, " .,;\n")) {
				words[i] = w[:k] + c[1] + w[k+len(c[0]):]
				break
			}
		}
	}
	return strings.Join(words, "")
}

// confusions are letters with what scans make of them.
var confusions = [][2]string{{"о", "0"}, {"з", "3"}, {"б", "6"}, {"в", "b"}, {"и", "n"}, {"а", "@"}, {"l", "1"}, {"o", "0"}, {"e", "%"}}

// Strip takes away what a bad copy loses.
func Strip(s string, digits, capitals, stops, short bool) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case digits && unicode.IsDigit(r), stops && unicode.IsPunct(r) && r != '-':
			b.WriteByte(' ')
		case capitals:
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
	}
	words := strings.Fields(b.String())
	if !short {
		return strings.Join(words, " ")
	}
	kept := words[:0]
	for _, w := range words {
		if len([]rune(w)) > 1 {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// Interleave writes two texts as a reader does that takes the lines of two columns for
// one: a line of the one, a line of the other.
func Interleave(left, right []string, width int, src *Source) string {
	a := strings.Split(strings.TrimSpace(Print(left, Layout{Width: width, Break: 900}, src).Text), "\n")
	b := strings.Split(strings.TrimSpace(Print(right, Layout{Width: width, Break: 900}, src).Text), "\n")
	var out strings.Builder
	for i := 0; i < len(a) || i < len(b); i++ {
		for _, col := range [][]string{a, b} {
			if i < len(col) && strings.TrimSpace(col[i]) != "" {
				out.WriteString(col[i] + "\n")
			}
		}
	}
	return out.String()
}

// Space writes so many words in a thousand with their letters parted, as emphasis was
// once set, and tells which.
func Space(s string, permille int, src *Source) (string, []string) {
	words := strings.Split(s, " ")
	var spaced []string
	for i, w := range words {
		rs := []rune(w)
		if len(rs) < 5 || !letters(rs) || strings.ContainsAny(w, "«(\"„“") || !src.Chance(permille) {
			continue
		}
		parts := make([]string, len(rs))
		for k, r := range rs {
			parts[k] = string(r)
		}
		words[i] = strings.Join(parts, " ")
		spaced = append(spaced, w)
	}
	return strings.Join(words, " "), spaced
}
