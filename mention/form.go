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
		if m := f.whole(p); m != nil {
			return *m.Date, p.Code, true
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

// whole is the date that covers the text: nothing but signs, frequent words before it
// and words of its era stand beside it. Where two dates do that together and can be
// one day ("Tongzhi 1 (1862)"), the finer of them.
func (f *finder) whole(p *lang.Pack) *Mention {
	var found *Mention
	seen := 0
	for i := range f.all {
		m := &f.all[i]
		if m.Type != "date" {
			continue
		}
		seen++
		if found != nil && edtf.Overlaps(found.Date.Value, m.Date.Value) == edtf.No {
			return nil
		}
		if found == nil || m.Date.Value.Precision() > found.Date.Value.Precision() {
			found = m
		}
	}
	if found == nil || seen > 2 {
		return nil
	}
	for i := range f.ts.Tokens {
		t := &f.ts.Tokens[i]
		if t.Sort == token.Punct || f.covered(t) {
			continue
		}
		_, _, link := f.counting(p, i, "era-link")
		if link && reigned(found.Date) || t.Start < found.Start && t.Sort == token.Word && p.IsFrequent(t.Norm) && seen == 1 {
			continue
		}
		return nil
	}
	return found
}

// covered says that a token belongs to a date, a full stop behind it apart.
func (f *finder) covered(t *token.Token) bool {
	for i := range f.all {
		if m := &f.all[i]; m.Type == "date" && t.Start >= m.Start && t.End <= m.Stop+1 {
			return true
		}
	}
	return false
}
