package claim

import (
	"strings"

	"example.org/chancery/token"
)

// imprint is where and when a work was printed: tokens from the place to the year.
type imprint struct{ first, end int }

// imprintAt reads "М., 2006", "London, 1994", "М.; Л., 1949", "Moscow: Nauka, 1974"
// at token i.
func (c *citer) imprintAt(i, limit int) (imprint, bool) {
	h, ok := c.at(i, "place")
	if !ok || !c.ts.Tokens[i].Cap {
		return imprint{}, false
	}
	j := c.stop(h.end)
	if !c.is(j, ",") && !c.is(j, ":") && !c.is(j, ";") && !c.is(j, "-") {
		return imprint{}, false
	}
	for k := j; k < limit && k < j+8; k++ {
		t := &c.ts.Tokens[k]
		if isYear(t) && (c.is(k-1, ",") || c.is(k-1, ")")) {
			return imprint{i, k + 1}, true
		}
		if t.Sort == token.Number || c.is(k, "(") || c.is(k, ")") {
			break
		}
	}
	return imprint{}, false
}

func isYear(t *token.Token) bool {
	return t.Sort == token.Number && len(t.Text) == 4 && t.Value >= 1600 && t.Value < 2100
}

// findImprint is the first imprint between two tokens, with the bracket or dash before it.
func (c *citer) findImprint(first, end int) (imprint, bool) {
	for i := first; i < end; i++ {
		if im, ok := c.imprintAt(i, end); ok && i > first {
			return im, true
		}
	}
	return imprint{}, false
}

// noteWork reads a note, or its part up to a semicolon, as the citation of a work.
func (c *citer) noteWork(p *token.Paragraph, i, label int) int {
	end := c.segment(i, p.Last)
	from := i
	for {
		h, ok := c.at(from, "see", "via")
		if !ok {
			break
		}
		from = c.stop(h.end)
		if c.is(from, ":") {
			from++
		}
	}
	if _, ok := c.at(from, "ibid"); ok || c.shelfAhead(from, end) {
		return i
	}
	w, ok := c.lawWork(from, end)
	if !ok {
		w, ok = c.work(from, end)
	}
	if !ok {
		return i
	}
	w.label, w.from, w.rule = label, -1, "work in a note"
	c.made = append(c.made, w)
	return end
}

// segment is the end of the part of a note that begins at i: a semicolon between two
// places of printing does not end it.
func (c *citer) segment(i, last int) int {
	for j := i; j < last; j++ {
		if c.is(j, ";") {
			if _, ok := c.at(j+1, "place"); !ok || !c.is(c.stop(j+2), ",") {
				return j
			}
		}
	}
	return last
}

// shelfAhead reports whether an archive's reference stands between two tokens.
func (c *citer) shelfAhead(first, end int) bool {
	for i := first; i < end; i++ {
		if p, ok := c.part(i, true); ok && (p.field == "fond" || p.field == "opis" || p.field == "folio" && !c.glued(i+1)) {
			return true
		}
		if c.isAny(i, "ibid", "same-work") {
			return true
		}
	}
	return false
}

// work reads author, title, imprint, volume and page of tokens first to end. It
// needs a title of two words or in quotation marks, and an imprint or a page.
func (c *citer) work(first, end int) (reference, bool) {
	r := reference{first: first, end: end, from: -1}
	im, printed := c.findImprint(first, end)
	tail := end
	if printed {
		tail = im.first
	}
	titleFrom, author, initials := c.author(first, tail)
	r.author = author
	titleEnd := c.titleEnd(titleFrom, tail)
	after := titleEnd
	if printed {
		after = im.end
	}
	for i := after; i < end; i++ {
		s, ok := c.part(i, false)
		if ok && s.end <= end && (s.field == "page" && r.Page == "" || s.field == "volume" && r.Volume == "") {
			r.set(s)
			r.end = max(s.end, after)
			i = s.end - 1
		}
	}
	title := strings.Trim(c.text(titleFrom, titleEnd), " .,:;-–—«»\"“”„(")
	if !c.isTitle(titleFrom, titleEnd) || r.Page == "" && !(printed && initials) {
		return r, false
	}
	if !printed && !initials && author == "" && c.is(titleFrom, "(") {
		return r, false
	}
	if r.Page == "" {
		r.end = im.end
	}
	if c.is(r.end, ".") || c.is(r.end, ")") {
		r.end++
	}
	r.end = min(r.end, end)
	r.Work = title
	return r, true
}

// isTitle reports whether tokens can be a title: a capital or quotation mark first,
// two words at least, and not a date alone.
func (c *citer) isTitle(first, end int) bool {
	words := 0
	for i := first; i < end; i++ {
		if c.ts.Tokens[i].Sort == token.Word {
			words++
		}
	}
	if first >= end || words == 0 {
		return false
	}
	t := &c.ts.Tokens[first]
	return t.Norm == "''" || t.Cap && words >= 2
}

// titleEnd is where a title ends: at "//", at a stroke, at the bracket or stop before
// the imprint, at the first volume or page.
func (c *citer) titleEnd(first, tail int) int {
	for i := first; i < tail; i++ {
		if c.is(i, "/") {
			return i
		}
		if i > first && (c.is(i-1, ",") || c.is(i-1, ".") || c.ts.Tokens[i-1].Abbrev) {
			if s, ok := c.part(i, false); ok && s.end <= tail+1 && s.field != "fond" && s.field != "delo" {
				return i
			}
		}
		if c.is(i, ".") && i+1 < tail && isYear(&c.ts.Tokens[i+1]) {
			return i
		}
	}
	for tail > first && c.ts.Tokens[tail-1].Sort == token.Punct && !c.is(tail-1, "''") && !c.is(tail-1, ")") {
		tail--
	}
	return tail
}

// author reads the authors that a reference begins with: "Дружинина Е. И.", "J. Harte,",
// "Markov,". It returns where the title begins, the first author's last name, and
// whether initials stand with it.
func (c *citer) author(i, limit int) (int, string, bool) {
	start, name, initials := i, "", false
	for i < limit {
		j, last, ok := c.oneAuthor(i, limit)
		if !ok {
			break
		}
		if name == "" {
			name = last
		}
		initials = true
		i = j
		if c.is(i, ",") {
			i++
			continue
		}
		break
	}
	if initials {
		for i < limit && (c.is(i, ".") || c.is(i, ",") || c.is(i, ":")) {
			i++
		}
		return i, name, true
	}
	t := &c.ts.Tokens[start]
	if start+2 < limit && t.Sort == token.Word && t.Cap && c.is(start+1, ",") && c.ts.Tokens[start+2].Cap {
		return start + 2, t.Norm, false
	}
	return start, "", false
}

// oneAuthor reads initials and a last name, in either order.
func (c *citer) oneAuthor(i, limit int) (int, string, bool) {
	ts := c.ts.Tokens
	initial := func(k int) bool { return k < limit && ts[k].Abbrev && len([]rune(ts[k].Text)) == 2 && ts[k].Cap }
	name := func(k int) bool {
		return k < limit && ts[k].Sort == token.Word && ts[k].Cap && !ts[k].Abbrev && len([]rune(ts[k].Text)) > 2
	}
	j := i
	for initial(j) {
		j++
	}
	if j > i && name(j) {
		return j + 1, ts[j].Norm, true
	}
	if name(i) {
		j = i + 1
		if c.is(j, ",") && initial(j+1) {
			j++
		}
		k := j
		for initial(k) {
			k++
		}
		if k > j {
			return k, ts[i].Norm, true
		}
	}
	return i, "", false
}

// bodyWork reads a work that running text cites in full: its segment holds an
// imprint and a page, or an imprint behind an author with initials.
func (c *citer) bodyWork(p *token.Paragraph, i int) int {
	if !c.opens(p, i) {
		return i
	}
	end := i
	depth := 0
	for ; end < p.Last; end++ {
		if c.is(end, "(") {
			depth++
		}
		if c.is(end, ")") {
			if depth--; depth < 0 {
				break
			}
		}
		if c.is(end, ";") {
			end = c.segment(end, p.Last)
			break
		}
	}
	im, ok := c.findImprint(i, min(end, i+workReach))
	if !ok || c.prose(i, im.first) || c.shelfAhead(i, im.first) {
		return i
	}
	for k := i; k < i+labelWords; k++ { // "Further reading: ..." begins behind the colon
		if c.is(k, ":") && k+1 < im.first {
			return i
		}
	}
	w, ok := c.work(i, min(end, im.end+12))
	if !ok {
		return i
	}
	w.rule = "work in the text"
	c.made = append(c.made, w)
	return w.end
}

// workReach is how many tokens a work's author and title can take in running text.
const workReach = 60

// labelWords is how many tokens a label such as "Further reading:" can have.
const labelWords = 5

// opens reports whether a reference to a work can begin at token i of running text.
func (c *citer) opens(p *token.Paragraph, i int) bool {
	if i == p.First {
		return true
	}
	if !c.ts.Tokens[i].Cap && !c.is(i, "''") {
		return false
	}
	prev := i - 1
	if c.is(prev, ":") || c.is(prev, ";") || c.is(prev, "(") || c.is(prev, "-") || c.is(prev, "]") {
		return true
	}
	if _, _, ok := c.oneAuthor(i, p.Last); ok {
		return c.is(prev, ".") || c.isAny(prev, "see", "via") || c.is(prev, ",")
	}
	return c.ts.Tokens[i].Sentence != c.ts.Tokens[prev].Sentence && !c.ts.Tokens[prev].Abbrev || c.isAny(prev, "see", "via")
}

// prose reports whether what stands before an imprint is running text: a sentence
// that ends in it begins behind a lower-case word and has a verb.
func (c *citer) prose(first, end int) bool {
	stops := 0
	for i := first + 1; i < end; i++ {
		prev := &c.ts.Tokens[i-1]
		if c.ts.Tokens[i].Sentence != prev.Sentence && prev.Norm == "." && i-2 >= first && !c.ts.Tokens[i-2].Cap && c.ts.Tokens[i].Cap {
			stops++
		}
	}
	return stops > 1
}
