package witness

import (
	"slices"
	"strings"
	"unicode"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/spelling"
)

// Reader finds families among documents of a view. It keeps what it made of each
// document, and is for one goroutine.
type Reader struct {
	view  *register.View
	texts map[chancery.DocumentID]Text
}

// NewReader reads a view.
func NewReader(v *register.View) *Reader {
	return &Reader{v, map[chancery.DocumentID]Text{}}
}

// All are the families among all documents of the view.
func (r *Reader) All() []Family {
	var ids []chancery.DocumentID
	for _, d := range r.view.Documents() {
		ids = append(ids, d.ID)
	}
	return r.Among(ids)
}

// Among are the families among these documents; those that the view does not have are
// passed over.
func (r *Reader) Among(ids []chancery.DocumentID) []Family {
	if len(ids) < 2 {
		return nil
	}
	var texts []Text
	for _, id := range ids {
		t, ok := r.texts[id]
		if !ok {
			d, there := r.view.Document(id)
			if !there {
				continue
			}
			t = textOf(r.view, d)
			r.texts[id] = t
		}
		texts = append(texts, t)
	}
	return Families(texts)
}

func textOf(v *register.View, d chancery.Document) Text {
	t := Text{ID: d.ID, Words: words(d.Text)}
	signs := numbers(d.Text)
	langs := map[string]int{}
	for _, c := range v.Claims(register.Filter{Document: d.ID}) {
		if s := sign(c.Body); s != "" {
			signs = append(signs, placed{c.Quote.Start, s})
		}
		if code := language(c.Rule); code != "" {
			langs[code]++
		}
	}
	for code, n := range langs {
		if t.Lang == "" || n > langs[t.Lang] || n == langs[t.Lang] && code < t.Lang {
			t.Lang = code
		}
	}
	slices.SortStableFunc(signs, func(a, b placed) int { return a.at - b.at })
	for _, s := range signs {
		if n := len(t.Signs); n == 0 || t.Signs[n-1] != s.sign {
			t.Signs = append(t.Signs, s.sign)
		}
	}
	return t
}

// language is the language whose rule made a claim, "" for a claim that no rule made.
func language(rule string) string {
	rest, ok := strings.CutPrefix(rule, "lang/")
	if !ok {
		return ""
	}
	code, _, _ := strings.Cut(rest, "/")
	return code
}

// placed is a sign and where it stands.
type placed struct {
	at   int
	sign string
}

// sign is what a translation keeps of a name: the entry that it is held to mean, or how
// it sounds.
func sign(b chancery.Body) string {
	key, name := chancery.Key(""), ""
	switch b := b.(type) {
	case chancery.Person:
		key, name = b.Key, b.Name
	case chancery.Place:
		key = b.Key
	case chancery.Instrument:
		key = b.Key
	}
	if key != "" && !key.Provisional() {
		return string(key)
	}
	ws := strings.Fields(name)
	if len(ws) == 0 {
		return ""
	}
	return spelling.Sound(ws[len(ws)-1])
}

// words is the words of a text in lower case, those broken at the end of a line whole.
func words(text string) []string {
	text = strings.NewReplacer("-\r\n", "", "-\n", "", "\u00ad", "").Replace(strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// numbers is the numbers of a text above the days of a month, which each language puts at
// another place of its dates.
func numbers(text string) []placed {
	var out []placed
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		end := i
		for end < len(text) && text[end] >= '0' && text[end] <= '9' {
			end++
		}
		n := strings.TrimLeft(text[i:end], "0")
		if len(n) > 2 || len(n) == 2 && n > "31" {
			out = append(out, placed{i, n})
		}
		i = end
	}
	return out
}
