package authority

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"example.org/chancery"
	"example.org/chancery/spelling"
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
	Adjective bool   // "русский", not "Россия"
	System    string // by which Text was made of a name of the file, such as "Palladius"; "" as the file has it
	Nick      bool   // a nickname, which several instruments may share
	Slip      string // why a machine translation puts this for the name; "" for a name
}

// NameForms are the names, nicknames and adjectives of all entries, and the other
// spellings of persons and places, each once, ordered by class, key, language and text.
func (f *File) NameForms() []NameForm {
	f.once.Do(func() {
		if f.forms == nil {
			f.forms = f.nameForms()
		}
	})
	return f.forms
}

func (f *File) nameForms() []NameForm {
	var all []NameForm
	add := func(k chancery.Key, c Class, names []Name) {
		for _, n := range names {
			all = append(all, NameForm{Key: k, Class: c, Lang: n.Lang, Text: n.Text, Slip: n.Slip})
		}
	}
	for _, p := range f.polities {
		add(p.Key, PolityClass, p.Names)
		for _, lang := range slices.Sorted(maps.Keys(p.Adjectives)) {
			for _, a := range p.Adjectives[lang] {
				all = append(all, NameForm{Key: p.Key, Class: PolityClass, Lang: lang, Text: a, Adjective: true})
			}
		}
	}
	for _, i := range f.instruments {
		add(i.Key, InstrumentClass, i.Names)
		for _, n := range i.Nicknames {
			all = append(all, NameForm{Key: i.Key, Class: InstrumentClass, Lang: n.Lang, Text: n.Text, Nick: true})
		}
	}
	for _, p := range f.persons {
		add(p.Key, PersonClass, p.Names)
		all = append(all, otherSpellings(p.Key, PersonClass, p.Names)...)
	}
	for _, p := range f.places {
		add(p.Key, PlaceClass, p.Names)
		all = append(all, otherSpellings(p.Key, PlaceClass, p.Names)...)
	}
	slices.SortFunc(all, func(a, b NameForm) int {
		return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Lang, b.Lang),
			cmp.Compare(a.Text, b.Text), cmp.Compare(a.System, b.System))
	})
	return slices.Compact(all)
}

// otherSpellings are the forms that other systems of transcription give the names of a
// person or place, without those that the file has or that systems share.
func otherSpellings(k chancery.Key, c Class, names []Name) []NameForm {
	have := map[string]bool{}
	native := ""
	for _, n := range names {
		have[Fold(n.Text)] = true
		if native == "" && spelling.Native(n.Text) {
			native = n.Text
		}
	}
	var out []NameForm
	for _, n := range names {
		if c == PlaceClass && strings.Contains(n.Text, " ") {
			continue // "the Sea of Japan" is translated, not transcribed
		}
		for _, s := range spelling.Of(n.Text, native) {
			if folded := Fold(s.Text); !have[folded] {
				have[folded] = true
				out = append(out, NameForm{Key: k, Class: c, Text: s.Text, System: s.System})
			}
		}
	}
	return out
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
		case r > 0x7f && r < 0x250: // ü, ō, ŭ: books leave the marks out
			r, _ = utf8.DecodeRuneInString(norm.NFD.String(string(r)))
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
