package authority

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"example.org/chancery"
)

// Class is which of the four folders an entry is in.
type Class string

// The four classes; each is the name of its folder.
const (
	PolityClass     Class = "polity"
	InstrumentClass Class = "instrument"
	PersonClass     Class = "person"
	PlaceClass      Class = "place"
)

// NameForm is one form by which a text may name an entry, for a gazetteer. Text is
// the base form as the file gives it; inflection is the language pack's concern.
type NameForm struct {
	Key       chancery.Key
	Class     Class
	Lang      string
	Text      string
	Adjective bool // "русский", not "Россия"
}

// NameForms are the names, nicknames and adjectives of all entries, each once,
// ordered by class, key, language and text.
func (f *File) NameForms() []NameForm {
	var all []NameForm
	add := func(k chancery.Key, c Class, names []Name) {
		for _, n := range names {
			all = append(all, NameForm{Key: k, Class: c, Lang: n.Lang, Text: n.Text})
		}
	}
	for _, p := range f.polities {
		add(p.Key, PolityClass, p.Names)
		for _, lang := range slices.Sorted(maps.Keys(p.Adjectives)) {
			for _, a := range p.Adjectives[lang] {
				all = append(all, NameForm{p.Key, PolityClass, lang, a, true})
			}
		}
	}
	for _, i := range f.instruments {
		add(i.Key, InstrumentClass, i.Names)
		add(i.Key, InstrumentClass, i.Nicknames)
	}
	for _, p := range f.persons {
		add(p.Key, PersonClass, p.Names)
	}
	for _, p := range f.places {
		add(p.Key, PlaceClass, p.Names)
	}
	slices.SortFunc(all, func(a, b NameForm) int {
		return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Lang, b.Lang),
			cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(all)
}

// Fold is the form in which names are compared: lower case, ё as е, no accents of
// stress, anything but letters and digits as one space.
func Fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		switch {
		case r == 'ё':
			r = 'е'
		case r == '\u0301' || r == '\u00ad' || r == '\'' || r == '’':
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
