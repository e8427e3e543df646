package claim

import (
	"fmt"
	"sort"
	"strings"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// tariffReader is the state of reading the tariffs of a document.
type tariffReader struct {
	*reader
	*marks
	claims []chancery.Claim
	left   []chancery.Quote // rates of tables that no goods could be given to
}

// line is a line of a tariff before it becomes a claim.
type line struct {
	rate
	item, clause string
	goods        [2]int // tokens; empty when the text names none
	under        []string
	first, end   int      // tokens of the quote
	also         [][2]int // further stretches
	rule         string
}

// issues says which rates of tables were left out because what they are due on is not
// certain.
func (t *tariffReader) issues() []chancery.Issue {
	if len(t.left) == 0 {
		return nil
	}
	is := chancery.Issue{Kind: "rates-without-goods", Count: len(t.left),
		What: "rates of a table could not be assigned to goods, as its columns came apart; see the printed page"}
	for _, q := range t.left {
		is.At = append(is.At, q.Span)
	}
	return []chancery.Issue{is}
}

// readTariffs reads the lines of tariffs that a document states, in tables and in prose. A
// rate that no goods can be given to is left out; issues tells of it.
func (r *reader) readTariffs() *tariffReader {
	t := &tariffReader{reader: r, marks: newMarks(r.Tokens, func(p *lang.Pack) []lang.Mark { return p.Units })}
	for n := range r.Tokens.Paragraphs {
		p := &r.Tokens.Paragraphs[n]
		if p.Pack == nil || p.First == p.Last {
			continue
		}
		switch p.Kind {
		case text.Table:
			t.tableOf(n)
		case text.Body, text.Heading:
			t.prose(n)
		}
	}
	return t
}

// dutiful is for how many paragraphs a word for a duty makes rates without such a
// word lines of a tariff.
const dutiful = 3

// onDuties reports whether tokens first to end, the paragraph before them, or one of
// the few paragraphs before that speak of duties.
func (r *tariffReader) onDuties(first int) bool {
	ts := r.Tokens.Tokens
	n := ts[first].Paragraph
	lo := r.Tokens.Paragraphs[max(0, n-dutiful)].First
	_, ok := r.among(lo, first, "duty")
	return ok
}

// keep makes a claim of a line.
func (r *tariffReader) keep(l line) {
	q, ok := r.span(l.first, l.end)
	if !ok {
		return
	}
	m := manner{polarity: chancery.Affirmed, modality: chancery.Actual}
	if l.rule != "table" { // a "not" in a table describes goods
		m = r.mannerOfLine(&l)
	}
	t := chancery.Tariff{Line: l.item, Clause: l.clause, Goods: r.goodsText(l), Rate: l.Rate}
	c := chancery.Claim{Quote: q, Polarity: m.polarity, Modality: m.modality, Voice: m.voice, Confidence: 800,
		Rule: "tariff/1 " + l.rule, Trace: m.trace}
	if l.Percent == "" && l.goods[0] == l.goods[1] {
		return
	}
	if t.Goods == "" {
		c.Confidence = 600
		c.Trace = append(c.Trace, "the text names no goods: a general rate")
	}
	for _, a := range l.also {
		if q, ok := r.span(a[0], a[1]); ok {
			c.Also = append(c.Also, q)
		}
	}
	if in := r.instrumentOf(l); in >= 0 {
		t.InstrumentAs = r.mentionQuote(in)
		c.Self = r.self >= 0 && r.root[in] == r.self
		c.Trace = append(c.Trace, fmt.Sprintf("instrument %q from focus", r.surface(in)))
	}
	if t.Clause == "" && l.rule != "table" {
		t.Clause = r.articleNear(l.first)
	}
	c.Body = t
	r.claims = append(r.claims, c)
}

// mannerOfLine applies the cues that govern a rate. What is said of the goods ("goods
// not named") and a ceiling ("not exceeding") say nothing of whether the rate holds.
func (r *tariffReader) mannerOfLine(l *line) manner {
	aside := *r.reader
	aside.cues = nil
	f := &frame{rule: &lang.Rule{Type: chancery.ProvisionClaim}, first: l.rate.first, end: l.rate.end}
	for _, c := range r.cuesBeside(f) {
		if c.first < l.goods[1] && l.goods[0] < c.end || c.first < l.rate.end && l.rate.first < c.end {
			continue
		}
		if c.scope.Effect == "modality" && c.first >= l.first && c.end <= l.end {
			continue // "may be brought in": a permission is what the line states
		}
		ceiling := false
		for i := max(0, c.first-1); i < c.end; i++ {
			h, ok := r.at(i, "filler")
			ceiling = ceiling || ok && h.Value == "ceiling"
		}
		if !ceiling {
			aside.cues = append(aside.cues, c)
		}
	}
	return aside.mannerOf(f)
}

// instrumentOf is the mention of the instrument that lays a rate down: for a table
// the one that its heading begins with, else the one in focus; -1 for none.
func (r *tariffReader) instrumentOf(l line) int {
	ts := r.Tokens.Tokens
	if n := ts[l.first].Paragraph; l.rule == "table" {
		for k := n - 1; k >= 0 && k >= n-2; k-- {
			p := &r.Tokens.Paragraphs[k]
			for i := r.firstFrom(p.First); i < len(r.All) && r.All[i].First < p.Last; i++ {
				if m := &r.All[i]; p.Kind == text.Heading && m.End <= p.Last && m.Instrument != nil && r.root[i] >= 0 {
					return i
				}
			}
		}
	}
	in := r.focusAt(l.first, func(int) bool { return true })
	if in >= 0 && (!laysDown(r.All[in].Instrument.Kind) || ts[l.first].Paragraph-r.paragraph(in) > dutiful) {
		in = -1
	}
	if in < 0 {
		in = r.self
	}
	return in
}

// laysDown reports whether an instrument of this kind can fix a rate; letters and
// notes speak of rates that others fixed.
func laysDown(k chancery.InstrumentKind) bool {
	switch strings.TrimPrefix(string(k), "draft-") {
	case "note", "letter", "communication", "circular", "memorial", "memorandum", "report", "ultimatum", "full-powers", "exchange-of-notes", "map", "boundary-description":
		return false
	}
	return true
}

// span is the quote of tokens without the punctuation at its ends, but for the stop
// of an abbreviation and a sign of percentage.
func (r *tariffReader) span(first, end int) (chancery.Quote, bool) {
	ts := r.Tokens.Tokens
	for first < end-1 && punctuation(ts[first].Norm) && ts[first].Norm != "(" {
		first++
	}
	for end > first+1 && punctuation(ts[end-1].Norm) && ts[end-1].Norm != ")" && ts[end-1].Norm != "." {
		end--
	}
	return r.Text.Quote(ts[first].Start, ts[end-1].End)
}

// goodsText is the goods as the text names them, what a line stands under first.
func (r *tariffReader) goodsText(l line) string {
	parts := append([]string(nil), l.under...)
	if own := strings.Trim(r.textLine(l.goods[0], l.goods[1]), " ,.:;-–—"); own != "" {
		parts = append(parts, own)
	}
	return strings.Join(parts, ", ")
}

// textLine is the words of tokens on one line.
func (r *tariffReader) textLine(first, end int) string {
	return strings.Join(strings.Fields(r.text(first, end)), " ")
}

// articleNear is the article named last in the sentence, or the one whose text it is.
func (r *tariffReader) articleNear(tok int) string {
	ts := r.Tokens.Tokens
	start := sort.Search(tok, func(i int) bool { return ts[i].Sentence >= ts[tok].Sentence })
	for i := r.firstFrom(start); i < len(r.All) && r.sentence(i) == ts[tok].Sentence; i++ {
		m := &r.All[i]
		if m.Type == "article" {
			return m.Article
		}
	}
	return r.articleOf(tok)
}

// isAnd reports whether token i joins two members of a list.
func (r *tariffReader) isAnd(i int) bool {
	if i < 0 || i >= len(r.Tokens.Tokens) || r.pack(i) == nil {
		return false
	}
	for _, p := range r.pack(i).Class("and") {
		if _, ok := r.reader.match.Match(p.Elements, i); ok {
			return true
		}
	}
	return false
}

// word reports whether token i is a word.
func (r *tariffReader) word(i int) bool { return r.Tokens.Tokens[i].Sort == token.Word }
