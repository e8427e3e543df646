package token

import (
	"strings"

	"example.org/chancery/lang"
)

// Capture is a named part of a match: tokens, half open.
type Capture struct {
	Name       string
	First, End int
}

// Gap is the name under which tokens that a gap skipped are captured.
const Gap = "_"

// Matcher matches patterns against the tokens of a document. It keeps the captures
// of the last match and is not safe for use by two goroutines.
type Matcher struct {
	tokens   []Token
	units    [][]Unit
	all      *Tokens
	found    []int  // the candidates looked up last
	behind   []int  // those of what stands behind
	conts    []cont // a stack: what remains to be matched after the alternatives that are open
	Captures []Capture
}

// NewMatcher matches against ts and the mentions that ts.Units holds.
func NewMatcher(ts *Tokens) *Matcher { return &Matcher{tokens: ts.Tokens, units: ts.Units, all: ts} }

// Match tries a pattern at token i and returns the token after the match. A match
// never leaves the sentence, nor takes part of a paragraph in another language.
func (m *Matcher) Match(els []lang.Element, i int) (end int, ok bool) {
	m.Captures = m.Captures[:0]
	if i >= len(m.tokens) {
		return i, false
	}
	return m.seq(els, i, m.tokens[i].Sentence, nothing)
}

// cont is what remains to be matched after the present sequence, and the place in
// Matcher.conts of what remains after that.
type cont struct {
	els  []lang.Element
	next int
}

// nothing remains to be matched.
const nothing = -1

func (m *Matcher) seq(els []lang.Element, i, sentence, rest int) (int, bool) {
	if len(els) == 0 {
		if rest == nothing {
			return i, true
		}
		c := m.conts[rest]
		return m.seq(c.els, i, sentence, c.next)
	}
	e := &els[0]
	if e.Not {
		n := len(m.Captures)
		_, hit := m.one(e, nil, i, sentence, nothing)
		m.Captures = m.Captures[:n]
		if hit {
			return i, false
		}
		return m.seq(els[1:], i, sentence, rest)
	}
	mark := len(m.Captures)
	if end, ok := m.one(e, els[1:], i, sentence, rest); ok {
		return end, true
	}
	m.Captures = m.Captures[:mark]
	if e.Optional {
		return m.seq(els[1:], i, sentence, rest)
	}
	return i, false
}

// one matches element e at i and then everything after it.
func (m *Matcher) one(e *lang.Element, after []lang.Element, i, sentence, rest int) (int, bool) {
	switch e.Op {
	case lang.OpEdge:
		m.Captures = append(m.Captures, Capture{e.Word, i, i})
		return m.seq(after, i, sentence, rest)
	case lang.OpGap:
		for n := 0; n <= int(e.Max); n++ {
			if n >= int(e.Min) {
				mark := len(m.Captures)
				if n > 0 {
					m.Captures = append(m.Captures, Capture{Gap, i, i + n})
					m.capture(e, i, i+n)
				}
				if end, ok := m.seq(after, i+n, sentence, rest); ok {
					return end, true
				}
				m.Captures = m.Captures[:mark]
			}
			if i+n >= len(m.tokens) || m.tokens[i+n].Sentence != sentence {
				return i, false
			}
		}
		return i, false
	case lang.OpAlt, lang.OpClass:
		if e.First == nil {
			for n := range e.Alts {
				if end, ok := m.alternative(e, n, after, i, sentence, rest); ok {
					return end, true
				}
			}
			return i, false
		}
		if i >= len(m.tokens) {
			return i, false
		}
		var few [16]int
		for _, n := range m.candidates(few[:0], e.First, i) {
			if end, ok := m.alternative(e, n, after, i, sentence, rest); ok {
				return end, true
			}
		}
		return i, false
	case lang.OpUnit:
		if i >= len(m.tokens) || m.units == nil || m.tokens[i].Sentence != sentence {
			return i, false
		}
		if shape, ok := shapes[e.Word]; ok {
			if !shape(m.all, i) || !m.caseOK(i, e.Cases) {
				return i, false
			}
			m.capture(e, i, i+1)
			return m.seq(after, i+1, sentence, rest)
		}
		for _, u := range m.units[i] {
			if u.Tag != e.Word || !m.caseOK(u.End-1, e.Cases) {
				continue
			}
			mark := len(m.Captures)
			m.capture(e, i, u.End)
			if end, ok := m.seq(after, u.End, sentence, rest); ok {
				return end, true
			}
			m.Captures = m.Captures[:mark]
		}
		return i, false
	}
	if i >= len(m.tokens) || m.tokens[i].Sentence != sentence || !fits(e, &m.tokens[i]) || !m.caseOK(i, e.Cases) {
		return i, false
	}
	m.capture(e, i, i+1)
	return m.seq(after, i+1, sentence, rest)
}

// shapes are the units that a token has by its looks and endings alone.
var shapes = map[string]func(*Tokens, int) bool{
	"word":       func(t *Tokens, i int) bool { return t.Tokens[i].Sort == Word },
	"cap":        func(t *Tokens, i int) bool { return t.Tokens[i].Sort == Word && t.Tokens[i].Cap },
	"adj":        func(t *Tokens, i int) bool { return t.Tokens[i].Sort == Word && t.IsPart(i, "adjective") },
	"participle": func(t *Tokens, i int) bool { return t.Tokens[i].Sort == Word && t.IsPart(i, "participle") },
	"verb":       func(t *Tokens, i int) bool { return t.Tokens[i].Sort == Word && t.IsPart(i, "verb") },
	"initial": func(t *Tokens, i int) bool {
		return t.Tokens[i].Abbrev && isInitial(strings.TrimSuffix(t.Tokens[i].Text, "."))
	},
	"roman":   func(t *Tokens, i int) bool { return t.Tokens[i].Roman },
	"decimal": func(t *Tokens, i int) bool { return isDecimal(&t.Tokens[i]) },
}

// mayBegin reports whether elements can match at token i, by the first of them where that
// is a word.
func (m *Matcher) mayBegin(els []lang.Element, i int) bool {
	e := &els[0]
	if e.Op > lang.OpSuffix || e.Optional || e.Not {
		return true
	}
	return i < len(m.tokens) && fits(e, &m.tokens[i])
}

// alternative matches the nth alternative of e at i and then everything after it.
func (m *Matcher) alternative(e *lang.Element, n int, after []lang.Element, i, sentence, rest int) (int, bool) {
	if !m.mayBegin(e.Alts[n], i) {
		return i, false
	}
	mark := len(m.Captures)
	if e.Capture == "" && len(e.Cases) == 0 {
		next, depth := rest, len(m.conts)
		if len(after) > 0 {
			next = depth
			m.conts = append(m.conts, cont{after, rest})
		}
		end, ok := m.seq(e.Alts[n], i, sentence, next)
		m.conts = m.conts[:depth]
		if ok {
			return end, true
		}
	} else if mid, ok := m.seq(e.Alts[n], i, sentence, nothing); ok && mid > i && m.caseOK(mid-1, e.Cases) {
		m.capture(e, i, mid)
		if end, ok := m.seq(after, mid, sentence, rest); ok {
			return end, true
		}
	}
	m.Captures = m.Captures[:mark]
	return i, false
}

func (m *Matcher) capture(e *lang.Element, first, end int) {
	if e.Capture != "" {
		m.Captures = append(m.Captures, Capture{e.Capture, first, end})
	}
}

// caseOK reports whether token i may stand in one of the cases.
func (m *Matcher) caseOK(i int, cases []string) bool {
	if len(cases) == 0 {
		return true
	}
	if m.all == nil {
		return false
	}
	return m.all.MayBe(i, cases)
}

// leastArabic is from which number on a range takes Arabic figures only: MM is a title before
// it is the year 2000.
const leastArabic = 100

// fits reports whether a token is what a one-token element asks for.
func fits(e *lang.Element, t *Token) bool {
	switch e.Op {
	case lang.OpWord:
		return t.Sort == Word && t.Norm == e.Word && (!e.Stopped || t.Abbrev)
	case lang.OpPrefix:
		return t.Sort == Word && strings.HasPrefix(t.Norm, e.Word)
	case lang.OpSuffix:
		return t.Sort == Word && len(t.Norm) > len(e.Word) && strings.HasSuffix(t.Norm, e.Word)
	case lang.OpPunct:
		return t.Sort == Punct && (t.Norm == e.Word || t.Text == e.Word)
	case lang.OpNumber:
		if t.Roman && e.Min >= leastArabic {
			return false
		}
		return t.Value >= max(0, int(e.Min)) && t.Value <= int(e.Max) && (e.Digits == 0 || t.Sort == Number && len(t.Text) == int(e.Digits))
	case lang.OpAny:
		return true
	}
	return false
}

// Captured is the tokens of the last match's capture of that name.
func (m *Matcher) Captured(name string) (first, end int, ok bool) {
	for _, c := range m.Captures {
		if c.Name == name {
			return c.First, c.End, true
		}
	}
	return 0, 0, false
}

// WordFits reports whether a normalised word is what an element asks for, classes
// and alternatives of single words included.
func WordFits(e *lang.Element, norm string) bool {
	switch e.Op {
	case lang.OpWord, lang.OpPrefix, lang.OpSuffix:
		return fits(e, &Token{Sort: Word, Norm: norm})
	case lang.OpAlt, lang.OpClass:
		for _, a := range e.Alts {
			if len(a) == 1 && WordFits(&a[0], norm) {
				return true
			}
		}
	}
	return false
}

// isDecimal reports whether a token is figures with a point between, as "25.06" is.
func isDecimal(t *Token) bool {
	return t.Sort == Number && t.Value < 0 && strings.Contains(t.Text, ".")
}
