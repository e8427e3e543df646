package mention

import (
	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/lang"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// ReadForm reads a text that is one date and nothing else: signs around it and a
// frequent word before it apart. EDTF is read first, then the forms of each
// language; language is the code of the pack that read it, "" for none. ok is false
// where no language reads it whole.
func ReadForm(form string, langs *lang.Set) (d Date, language string, ok bool) {
	if v, err := edtf.Parse(form); err == nil && !v.IsZero() {
		return Date{Value: v, Calendar: "unstated", Carried: -1, Full: v.YearKnown(), NoYear: !v.YearKnown()}, "", true
	}
	doc := chancery.Document{Text: form}
	for _, p := range inOrder(langs, form) {
		ts := token.Split(text.Clean(&doc), &lang.Set{Packs: []*lang.Pack{p}})
		f := newFinder(ts, &Names{})
		f.hanDates()
		f.reigns()
		f.dates()
		for i := range f.all {
			if m := &f.all[i]; m.Type == "date" && f.whole(m, p) {
				return *m.Date, p.Code, true
			}
		}
	}
	return Date{}, "", false
}

// inOrder is the packs with the one that the form is likely to be in first.
func inOrder(langs *lang.Set, form string) []*lang.Pack {
	likely := langs.Pack(lang.NewIdentifier(langs).Identify(form))
	var out []*lang.Pack
	if likely != nil {
		out = append(out, likely)
	}
	for _, p := range langs.Packs {
		if p != likely {
			out = append(out, p)
		}
	}
	return out
}

// whole says that nothing but signs, and frequent words before it, stands beside a mention.
func (f *finder) whole(m *Mention, p *lang.Pack) bool {
	for i := range f.ts.Tokens {
		t := &f.ts.Tokens[i]
		if t.Sort == token.Punct || t.Start >= m.Start && t.End <= m.Stop+1 { // a full stop may belong to its last word
			continue
		}
		if t.Start >= m.Start || t.Sort != token.Word || !p.IsFrequent(t.Norm) {
			return false
		}
	}
	return true
}
