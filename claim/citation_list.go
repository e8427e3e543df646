package claim

import (
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// bibliography reads the numbered list of works under a heading of sources.
func (c *citer) bibliography() {
	under := false
	for n := range c.ts.Paragraphs {
		p := &c.ts.Paragraphs[n]
		if p.Pack == nil || p.First == p.Last {
			continue
		}
		if p.Kind == text.Heading {
			h, ok := c.at(p.First, "references")
			under = ok && h.end+2 >= p.Last
			continue
		}
		if !under {
			continue
		}
		k, i := c.label(p)
		if k == 0 || i >= p.Last {
			continue
		}
		if w, ok := c.work(i, p.Last); ok {
			c.works[k] = w
		}
	}
}

// bracketed reads a number in brackets that points into the bibliography: "[12, с. 45]".
func (c *citer) bracketed(p *token.Paragraph, i int) int {
	ts := c.ts.Tokens
	if !c.is(i, "[") || len(c.works) == 0 || i+2 >= p.Last || ts[i+1].Sort != token.Number {
		return i
	}
	w, ok := c.works[ts[i+1].Value]
	if !ok || w.first >= p.First && w.first < p.Last {
		return i
	}
	j := i + 2
	for c.is(j, ",") {
		s, ok := c.part(j+1, false)
		if !ok || s.end >= p.Last {
			return i
		}
		w.set(s)
		j = s.end
	}
	if !c.is(j, "]") {
		return i
	}
	w.first, w.end, w.from, w.rule = i, j+1, -1, "number of the bibliography"
	c.made = append(c.made, w)
	return j + 1
}

// sameWork reads "op. cit.": the work of the author named before it.
func (c *citer) sameWork(p *token.Paragraph, i, after, label int) int {
	ts := c.ts.Tokens
	first, name := i, ""
	for k := i - 1; k >= p.First && i-k <= 4; k-- {
		if ts[k].Sort == token.Word && ts[k].Cap && len([]rune(ts[k].Text)) > 2 {
			first, name = k, ts[k].Norm
			break
		}
	}
	found := -1
	for k := len(c.made) - 1; k >= 0 && found < 0; k-- {
		if o := &c.made[k]; o.isWork() && o.author != "" && o.author == name {
			found = k
		}
	}
	if found < 0 {
		return i
	}
	r := reference{Citation: c.made[found].Citation, author: name, first: first, from: found, label: label, rule: "work named before"}
	r.Page, r.Via = "", ""
	ps, end := c.parts(p, c.separator(after), false)
	if len(ps) == 0 {
		end = after
	}
	return c.keepShelf(p, r, ps, end)
}
