package source

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

//go:embed standing.tsv
var standingTable string

// guessStanding fills in a standing where a word of the source speaks for one, with
// the reason. It says nothing where none does, and never changes what was set.
func guessStanding(d *chancery.Document) {
	b := d.Bibliography
	if d.Standing != "" {
		return
	}
	if b.Translator != "" {
		d.Standing, d.StandingWhy = chancery.Translation, "a translator is named"
		return
	}
	where := map[string]string{"title": b.Title, "in": b.In, "url": b.URL, "publisher": b.Publisher, "text": firstLines(d.Text)}
	for k, v := range where {
		where[k] = strings.ToLower(v)
	}
	for line := range strings.Lines(standingTable) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 4 || !beginsWord(where[f[1]], f[2]) {
			continue
		}
		d.Standing, d.StandingWhy = chancery.Standing(f[0]), f[3]
		return
	}
	if b.In != "" && b.Author != "" {
		d.Standing, d.StandingWhy = chancery.Monograph, "an author and a journal or book are named"
	}
}

// firstLines is about as much of a text as a title page holds.
func firstLines(text string) string {
	const enough = 400
	if len(text) <= enough {
		return text
	}
	end := enough
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// beginsWord reports whether what stands in s at the beginning of a word.
func beginsWord(s, what string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], what)
		if i < 0 {
			return false
		}
		at += i
		if before, _ := utf8.DecodeLastRuneInString(s[:at]); at == 0 || !unicode.IsLetter(before) {
			return true
		}
		at += len(what)
	}
}
