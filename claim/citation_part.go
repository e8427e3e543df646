package claim

import (
	"strings"
	"unicode/utf8"

	"example.org/chancery/token"
)

// part is one step of a reference: "Оп. 3", "fol. 4", "30-б.".
type part struct {
	field      string // fond, opis, papka, karton, delo, folio, volume, page, number
	value      string
	verso      bool
	first, end int
}

// level orders what a step of an archive's reference lies in; 0 is no such step.
func level(field string) int {
	switch field {
	case "fond":
		return 1
	case "opis":
		return 2
	case "papka", "karton":
		return 3
	case "delo":
		return 4
	case "folio":
		return 5
	}
	return 0
}

// partSorts are the sorts that name a step, those of archives first.
var partSorts = [...]string{"fond", "opis", "delo", "folio", "papka", "karton", "volume", "page", "number"}

// part reads the step at token i. shelf says that an archive's reference is being
// read: then "p." is a folder, and a Kyrgyz "9-б." a folio.
func (c *citer) part(i int, shelf bool) (part, bool) {
	if p, ok := c.pageAfter(i, shelf); ok {
		return p, true
	}
	for _, s := range partSorts {
		h, ok := c.at(i, s)
		if !ok || s == "papka" && !shelf || s == "karton" && !shelf || s == "page" && shelf && c.has(i, "papka") {
			continue
		}
		p := part{field: s, first: i}
		v := c.stop(h.end)
		if n, ok := c.at(v, "number"); ok {
			v = c.stop(n.end)
		}
		if s == "fond" {
			p.value, p.end = c.fondValue(v)
		} else {
			p.value, p.end, p.verso = c.value(v, s == "folio" || s == "page")
		}
		if p.value != "" {
			return p, true
		}
	}
	return part{}, false
}

func (c *citer) has(i int, sort string) bool {
	_, ok := c.at(i, sort)
	return ok
}

// pageAfter reads a page or folio whose word stands behind it: "9-б.", "12–13-бб.".
func (c *citer) pageAfter(i int, shelf bool) (part, bool) {
	v, end, _ := c.value(i, true)
	if v == "" || c.ts.Tokens[i].Sort != token.Number {
		return part{}, false
	}
	if c.is(end, "-") {
		end++
	}
	h, ok := c.at(end, "page", "folio")
	if !ok || !c.glued(end) {
		return part{}, false
	}
	f := h.Sort
	if shelf {
		f = "folio"
	}
	return part{field: f, value: v, first: i, end: c.stop(h.end)}, true
}

// value reads a number as shelves have them: "1399", "12а", "Р-130", "17/123",
// "353–354", "III"; leaves also as a list and with the mark of a verso.
func (c *citer) value(i int, leaves bool) (v string, end int, verso bool) {
	end = c.number(i)
	if end == i {
		return "", i, false
	}
	last := end
	for leaves {
		if h, ok := c.at(end, "verso"); ok {
			verso = true
			end = c.stop(h.end)
		}
		sep := c.is(end, "-") || c.is(end, ",") && c.ascends(end)
		next := end
		if sep {
			next = c.number(end + 1)
		}
		if !sep || next == end+1 {
			break
		}
		end, last = next, next
	}
	return strings.TrimRight(c.text(i, last), "."), end, verso
}

// ascends reports whether the number behind the comma at i goes on a list of leaves:
// it is greater than the one before and no year.
func (c *citer) ascends(i int) bool {
	ts := c.ts.Tokens
	if i+1 >= len(ts) || ts[i+1].Sort != token.Number || ts[i-1].Sort != token.Number || len(ts[i+1].Text) == 4 && ts[i+1].Value > 1500 {
		return false
	}
	if h, ok := c.at(i+2, "page", "folio"); ok && h.end > 0 && c.is(i+2, "-") {
		return false
	}
	return ts[i+1].Value > ts[i-1].Value
}

// number is the end of one number with the letters and strokes that belong to it.
func (c *citer) number(i int) int {
	ts := c.ts.Tokens
	if i >= len(ts) {
		return i
	}
	start := i
	if ts[i].Sort == token.Word && !ts[i].Roman && utf8.RuneCountInString(ts[i].Text) <= 2 && ts[i].Cap && c.is(i+1, "-") && c.glued(i+1) && c.glued(i+2) {
		i += 2 // Р-130
	}
	switch {
	case i < len(ts) && ts[i].Sort == token.Number:
		i++
	case i < len(ts) && ts[i].Roman && i == start:
		return i + 1
	default:
		return start
	}
	if i < len(ts) && ts[i].Sort == token.Word && c.glued(i) && utf8.RuneCountInString(ts[i].Norm) == 1 {
		i++ // 12а
	}
	for c.is(i, "/") && i+1 < len(ts) && ts[i+1].Sort == token.Number {
		i += 2
	}
	return i
}

// fondWords is how many words a fond that has a name in place of a number can have.
const fondWords = 10

// fondValue reads a fond's number, or its name up to the next step: "ф. Китайский стол, оп. 2".
func (c *citer) fondValue(i int) (string, int) {
	if v, end, _ := c.value(i, false); v != "" {
		return v, end
	}
	for j := i; j < len(c.ts.Tokens) && j < i+fondWords; j++ {
		if c.ts.Tokens[j].Paragraph != c.ts.Tokens[i].Paragraph || c.ts.Tokens[j].Sort == token.Number {
			return "", i
		}
		if j > i && (c.is(j, ",") || c.is(j, ".")) {
			if p, ok := c.part(j+1, true); ok && level(p.field) > 1 {
				return strings.Trim(c.text(i, j), "«»\"“”„ "), j
			}
		}
	}
	return "", i
}
