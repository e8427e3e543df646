package claim

import (
	"fmt"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// citer is the state of reading a document's references.
type citer struct {
	*marks
	made  []reference
	works map[int]reference // of a numbered bibliography, by number
}

// reference is a citation with what later ones need to be resolved by.
type reference struct {
	chancery.Citation
	author     string // last name in its normalised form, "" when none was seen
	first, end int    // tokens
	from       int    // index into made of what an "ibid." stands for, -1 for none
	label      int    // the number of the note that it stands in, 0 outside notes
	lost       bool   // an "ibid." whose antecedent the document does not have
	rule       string
}

// isWork reports whether a reference is to a work and not to a shelf.
func (r *reference) isWork() bool { return r.Work != "" }

// citations are the references to archives and works that a document makes, in
// order. An "ibid." states what the reference before it states, and quotes it too;
// one whose antecedent is lost states no more than it says itself.
func citations(ms *mention.Mentions) []chancery.Claim {
	c := &citer{marks: newMarks(ms.Tokens, func(p *lang.Pack) []lang.Mark { return p.Citing }), works: map[int]reference{}}
	c.bibliography()
	for n := range c.ts.Paragraphs {
		p := &c.ts.Paragraphs[n]
		if p.Pack != nil && p.Kind != text.Furniture && p.Kind != text.Table {
			c.paragraph(p)
		}
	}
	var out []chancery.Claim
	for i := range c.made {
		if cl, ok := c.claim(&c.made[i]); ok {
			out = append(out, cl)
		}
	}
	return out
}

// paragraph reads the references of one paragraph.
func (c *citer) paragraph(p *token.Paragraph) {
	label, i := 0, p.First
	if p.Kind == text.NoteText {
		label, i = c.label(p)
	}
	start := i
	for i < p.Last {
		end := c.referenceAt(p, i, label)
		if end == i && p.Kind == text.NoteText && i == start {
			end = c.noteWork(p, i, label)
		}
		if end == i && p.Kind != text.NoteText {
			end = c.bodyWork(p, i)
		}
		if end == i {
			end = c.bracketed(p, i)
		}
		if end == i {
			i++
			continue
		}
		if c.is(end, ";") {
			end++
			start = end
		}
		i = end
	}
}

// label is the number of a note and the token after it.
func (c *citer) label(p *token.Paragraph) (int, int) {
	i, n := p.First, 0
	for ; i < p.Last && i < p.First+4; i++ {
		t := &c.ts.Tokens[i]
		if t.Sort == token.Number && n == 0 {
			n = t.Value
			continue
		}
		if s := superscript(t.Text); s > 0 {
			n = n*10 + s
			continue
		}
		if t.Sort == token.Punct && (t.Text == "." || t.Text == ")" || t.Text == "[" || t.Text == "]" || t.Text == "*") {
			continue
		}
		break
	}
	return n, i
}

func superscript(s string) int {
	for n, d := range [...]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"} {
		if s == d {
			return n
		}
	}
	return 0
}

// claim is the claim of a reference.
func (c *citer) claim(r *reference) (chancery.Claim, bool) {
	ts := c.ts.Tokens
	q, ok := c.ts.Text.Quote(ts[r.first].Start, ts[r.end-1].End)
	if !ok || r.Citation == (chancery.Citation{}) {
		return chancery.Claim{}, false
	}
	cl := chancery.Claim{Quote: q, Polarity: chancery.Affirmed, Modality: chancery.Actual, Confidence: 900, Rule: "citation/1 " + r.rule, Body: r.Citation}
	switch {
	case r.lost:
		cl.Confidence = 400
		cl.Trace = append(cl.Trace, "what it repeats is not in the document; only what it says itself is stated")
	case r.from >= 0:
		for k := r.from; k >= 0; k = c.made[k].from { // back to the one that names the archive or work
			f := &c.made[k]
			if also, ok := c.ts.Text.Quote(ts[f.first].Start, ts[f.end-1].End); ok {
				cl.Also = append(cl.Also, also)
				cl.Trace = append(cl.Trace, fmt.Sprintf("stands for %q", also.Text))
			}
		}
		cl.Confidence = 800
	}
	return cl, true
}
