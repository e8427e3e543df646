package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery/token"
)

// headwords finds what encyclopedias and dictionaries write for their headword
// inside its entry: its initials, "К.-К. м." for "Кючук-Кайнарджийский мир". The
// entry begins where an instrument's name stands first in a paragraph.
func (f *finder) headwords() {
	var head *Mention
	var letters []rune
	named := append([]Mention(nil), f.all...)
	starts := map[int]*Mention{}
	for i := range named {
		if m := &named[i]; m.Instrument != nil && !m.Instrument.Bare && !m.Instrument.Plural &&
			f.ts.Paragraphs[f.ts.Tokens[m.First].Paragraph].First == m.First {
			starts[m.First] = m
		}
	}
	for i := range f.ts.Tokens {
		if m := starts[i]; m != nil {
			head, letters = m, f.initials(m)
		}
		if head == nil || i < head.End || len(letters) < 2 {
			continue
		}
		if end := f.abbreviated(letters, i); end > i && f.free(i, end) {
			in := *head.Instrument
			in.HeadFirst, in.HeadEnd = end-1, end
			in.Short = true
			f.add(Mention{Type: "instrument", First: i, End: end, Instrument: &in})
			f.take(i, end)
		}
	}
}

// initials is the first letters of a name's words in small letters, the parts of
// hyphenated words each.
func (f *finder) initials(m *Mention) []rune {
	var out []rune
	for i := m.First; i < m.End; i++ {
		if f.ts.Tokens[i].Sort != token.Word || f.inDate(i) {
			continue
		}
		for _, part := range strings.Split(f.ts.Tokens[i].Norm, "-") {
			if r, _ := utf8.DecodeRuneInString(part); unicode.IsLetter(r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// abbreviated is the end of the initials with their stops at token i, i when they do
// not stand there.
func (f *finder) abbreviated(letters []rune, i int) int {
	k := i
	for n, l := range letters {
		if k >= len(f.ts.Tokens) || f.ts.Tokens[k].Sentence != f.ts.Tokens[i].Sentence && n == 0 {
			return i
		}
		t := &f.ts.Tokens[k]
		r, size := utf8.DecodeRuneInString(t.Norm)
		if t.Sort != token.Word || unicode.ToLower(r) != l || size != len(strings.TrimSuffix(t.Norm, ".")) {
			return i
		}
		k++
		if !t.Abbrev {
			if k >= len(f.ts.Tokens) || f.ts.Tokens[k].Text != "." {
				return i
			}
			k++
		}
		if n < len(letters)-1 && k < len(f.ts.Tokens) && f.ts.Tokens[k].Norm == "-" {
			k++
		}
	}
	return k
}
