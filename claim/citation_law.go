package claim

import (
	"strings"

	"example.org/chancery/token"
)

// lawWork reads the manner of lawyers, who put the volume before the work and the page
// behind it without a word: "2 Oppenheim, International Law 118", "31 Nordic L.J. 44
// (1958)", "1927 P.C.I.J. (ser. A) No. 8, at 6".
func (c *citer) lawWork(first, end int) (reference, bool) {
	if r, ok := c.reporter(first, end); ok {
		return r, true
	}
	ts := c.ts.Tokens
	for v := first; v < end; v++ {
		if ts[v].Sort != token.Number || ts[v].Value <= 0 || ts[v].Value > 999 || v > first && !c.is(v-1, ",") && !c.is(v-1, "]") {
			continue
		}
		page, last := c.volumeRun(v+1, end)
		if page == 0 {
			continue
		}
		r := reference{first: first, end: last, from: -1}
		r.Volume, r.Page = ts[v].Text, c.text(page, c.pagesEnd(page, end))
		from, name, _ := c.author(first, v)
		if title := strings.Trim(c.text(from, v), " ,"); from > first && c.isTitle(from, v) {
			r.Work, r.author = title, name
			return r, true
		}
		from, name, _ = c.author(v+1, page)
		r.Work, r.author = strings.Trim(c.text(from, page), " ,"), name
		return r, true
	}
	return reference{}, false
}

// volumeRun reads a work's name behind its volume: at least two capitalised words up
// to a page that ends the reference. It returns where the page stands, 0 for nowhere.
func (c *citer) volumeRun(i, end int) (page, last int) {
	ts := c.ts.Tokens
	words, commas := 0, 0
	for ; i < end; i++ {
		t := &ts[i]
		switch {
		case t.Sort == token.Number && words >= 2:
			last = c.closing(c.pagesEnd(i, end), end)
			if last < 0 || isYear(t) {
				return 0, 0
			}
			return i, last
		case t.Sort == token.Word && (t.Cap || c.ts.Pack(i).IsFrequent(t.Norm)):
			words++
		case c.is(i, ",") && commas == 0:
			commas++
		case !c.is(i, ".") && !c.is(i, "&") && !c.is(i, "'"):
			return 0, 0
		}
	}
	return 0, 0
}

// pagesEnd is the end of a page, or of several: "44, 51", "44-51".
func (c *citer) pagesEnd(i, end int) int {
	i++
	for i+1 < end && (c.is(i, ",") || c.is(i, "-")) && c.ts.Tokens[i+1].Sort == token.Number {
		i += 2
	}
	return i
}

// closing is the end of a reference whose pages end at token i: behind a year in
// brackets, at the end of the note; -1 when something else follows.
func (c *citer) closing(i, end int) int {
	if c.is(i, "(") && i+2 < end && isYear(&c.ts.Tokens[i+1]) && c.is(i+2, ")") {
		i += 3
	}
	if c.is(i, ".") {
		i++
	}
	if i < end {
		return -1
	}
	return end
}

// reporter reads a report of cases: the reporter's name, its number, and the page
// behind "at".
func (c *citer) reporter(first, end int) (reference, bool) {
	ts := c.ts.Tokens
	for i := first + 1; i < end; i++ {
		n, ok := c.part(i, false)
		if !ok || n.field != "number" {
			continue
		}
		at := n.end
		for c.is(at, ",") {
			at++
		}
		p, ok := c.part(at, false)
		if !ok || p.field != "page" || p.end > end {
			return reference{}, false
		}
		from := i
		for from > first && !c.is(from-1, ",") && ts[from-1].Sort != token.Number && !c.is(from-1, ":") {
			from--
		}
		if from == i || !ts[from].Cap {
			return reference{}, false
		}
		r := reference{first: first, end: p.end, from: -1}
		r.Work, r.Volume, r.Page = strings.Trim(c.text(from, i), " ,"), n.value, p.value
		if c.is(r.end, ".") {
			r.end++
		}
		return r, true
	}
	return reference{}, false
}
