package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// chineseIn reports whether a name is n syllables of pinyin.
func (t *table) chineseIn(name string, n int) bool {
	count := 0
	for _, w := range words(name) {
		ss, ok := t.chinese.pinyin(w)
		if !ok {
			return false
		}
		count += len(ss)
	}
	return count == n
}

// chineseBy is a name in pinyin by another column of the table. Wade-Giles has a
// hyphen between the syllables of a word.
func (t *table) chineseBy(name string, column int, system, script string) Spelling {
	var out []string
	for _, w := range words(name) {
		ss, _ := t.chinese.pinyin(w)
		var parts []string
		for n, s := range ss {
			part := t.chinese[s][column]
			if script == "cyrillic" && n > 0 && strings.HasSuffix(parts[n-1], "н") && strings.ContainsAny(part[:2], "аоэиеяюу") {
				part = "ъ" + part // Чанъань, not Чана-нь
			}
			parts = append(parts, part)
		}
		joint := ""
		if script == "latin" {
			joint = "-"
		}
		out = append(out, title(strings.Join(parts, joint)))
	}
	return Spelling{strings.Join(out, " "), script, system}
}

// japaneseBy is a name in Hepburn by another column of the table; false when it is
// not Hepburn throughout.
func (t *table) japaneseBy(name string, column int) (string, bool) {
	var out []string
	for _, w := range words(name) {
		s, ok := t.japanese.read(fold(w), column)
		if !ok {
			return "", false
		}
		out = append(out, title(s))
	}
	return strings.Join(out, " "), len(out) > 0
}

// read writes a Japanese word syllable by syllable: a doubled consonant is doubled, an i
// behind a vowel is short.
func (s syllables) read(w string, column int) (string, bool) {
	var b strings.Builder
	vowel := false
	for i := 0; i < len(w); {
		n := min(3, len(w)-i)
		for ; n > 0; n-- {
			row, ok := s[w[i:i+n]]
			if !ok {
				continue
			}
			out := row[column]
			switch {
			case w[i:i+n] == "i" && vowel:
				out = "й"
			case w[i:i+n] == "n" && i+1 < len(w) && strings.ContainsRune("bpm", rune(w[i+1])):
				out = "м"
			}
			b.WriteString(out)
			vowel = strings.ContainsRune("aeiou", rune(w[i+n-1]))
			i += n
			break
		}
		if n > 0 {
			continue
		}
		switch { // kk, ss, tt, pp; tch; m before b, p, m
		case i+2 < len(w) && (w[i] == w[i+1] && strings.ContainsRune("kstp", rune(w[i])) || w[i] == 't' && w[i+1] == 'c'):
			b.WriteString(map[byte]string{'k': "к", 's': "с", 't': "т", 'p': "п"}[w[i]])
			i++
		case w[i] == 'm' && i+1 < len(w) && strings.ContainsRune("bpm", rune(w[i+1])):
			b.WriteString("м")
			i++
		default:
			return "", false
		}
	}
	return b.String(), b.Len() > 0
}

// pinyin is a word of pinyin as syllables; an apostrophe or hyphen parts them.
func (s syllables) pinyin(w string) ([]string, bool) {
	var all []string
	for _, part := range strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("'’-", r) }) {
		ss, ok := s.split(plain(part))
		if !ok {
			return nil, false
		}
		all = append(all, ss...)
	}
	return all, len(all) > 0
}

// split is what stands between apostrophes as syllables, the longest first where
// there is a choice. Inside a word no syllable begins with a, e or o: an apostrophe
// would stand before it.
func (s syllables) split(w string) ([]string, bool) {
	if w == "" {
		return nil, true
	}
	for n := min(6, len(w)); n > 0; n-- {
		if _, ok := s[w[:n]]; !ok || n < len(w) && strings.ContainsRune("aeo", rune(w[n])) {
			continue
		}
		if rest, ok := s.split(w[n:]); ok {
			return append([]string{w[:n]}, rest...), true
		}
	}
	return nil, false
}

// russian is a name in Russian letters by every system; none for a name with letters
// that Russian does not have.
func (t *table) russian(name string) []Spelling {
	var out []Spelling
	for _, r := range strings.ToLower(name) {
		if _, _, ok := t.cyrillic[0].at(string(r), false); unicode.IsLetter(r) && !ok {
			return nil
		}
	}
	for n, system := range systems {
		var ws []string
		for _, w := range strings.Fields(name) {
			ws = append(ws, titled(rewrite(strings.ToLower(w), t.cyrillic[n]), w))
		}
		out = append(out, Spelling{strings.Join(ws, " "), "latin", system})
	}
	return out
}

func words(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) })
}

func title(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// titled gives capitals at the beginning of each part to a word whose pattern has one.
func titled(w, pattern string) string {
	r, _ := utf8.DecodeRuneInString(pattern)
	if !unicode.IsUpper(r) {
		return w
	}
	parts := strings.Split(w, "-")
	for n := range parts {
		parts[n] = title(parts[n])
	}
	return strings.Join(parts, "-")
}
