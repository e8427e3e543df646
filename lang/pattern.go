package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Op is what one element of a pattern asks of the tokens at its place.
type Op uint8

// The operations of the pattern language; doc/reference/rules.md describes each.
const (
	OpWord   Op = iota // a word, exactly
	OpPrefix           // a word that begins so: подпис*
	OpSuffix           // a word that ends so: *сыз
	OpClass            // {class}: one of a named list of patterns
	OpUnit             // @date: a mention that begins here
	OpNumber           // #1-31: a number in a range
	OpAny              // _ : any one token
	OpGap              // _{0,3}: so many tokens, as few as will do
	OpAlt              // ( a | b c ): one of several sequences
	OpPunct            // "," : this punctuation mark
	OpEdge             // < and > : where a date begins or ends inside what is matched; takes no token
)

// Element is one step of a pattern.
type Element struct {
	Word     string      // OpWord, OpPrefix, OpSuffix, OpPunct: what; OpClass, OpUnit: which
	Capture  string      // the name under which the match is kept
	Cases    []string    // the token must be able to stand in one of these cases
	Alts     [][]Element // OpAlt, and OpClass once the pack is bound
	First    *Lookup     // of a class: which of Alts can begin at a token
	Min, Max int32       // OpNumber, OpGap
	Digits   int8        // OpNumber: that many digits, 0 for any
	Op       Op
	Stopped  bool // OpWord: with the full stop of an abbreviation
	Optional bool
	Not      bool // nothing of the sort may stand here; takes no token
}

// Pattern is a sequence of elements that is matched against consecutive tokens.
type Pattern struct {
	Source   string
	Elements []Element
}

// ParsePattern reads one pattern. An error says what could not be read and where
// in the pattern it stands.
func ParsePattern(s string) (Pattern, error) { return parsePattern(s, false) }

// notPlain are the signs that make a pattern more than a word.
const notPlain = " \t|()?:!{}\"@#=<>_*."

// parsePattern reads a pattern that may say with < and > which part of it is meant.
func parsePattern(s string, edges bool) (Pattern, error) {
	if s != "" && !strings.ContainsAny(s, notPlain) { // a word, as most patterns are
		els := make([]Element, 1)
		els[0].Word = s
		return Pattern{Source: s, Elements: els}, nil
	}
	p := patternParser{src: s, edges: edges}
	alts, err := p.alternatives(0)
	if err != nil {
		return Pattern{}, fmt.Errorf("pattern %q: %w", s, err)
	}
	if p.pos < len(p.src) {
		return Pattern{}, fmt.Errorf("pattern %q: unexpected %q at %d; take it out", s, p.src[p.pos:], p.pos)
	}
	els := alts[0]
	if len(alts) > 1 {
		els = []Element{{Op: OpAlt, Alts: alts}}
	}
	if len(els) == 0 {
		return Pattern{}, fmt.Errorf("pattern %q: is empty; write at least one element", s)
	}
	return Pattern{Source: s, Elements: els}, nil
}

const maxDepth = 12

// cases are the cases that endings.tsv may give.
var cases = []string{"nom", "gen", "dat", "acc", "ins", "loc", "abl"}

// unitNames are what may stand behind @: mentions, and shapes of a token.
var unitNames = []string{"date", "instrument", "polity", "person", "place", "article",
	"cap", "adj", "verb", "participle", "initial", "roman", "decimal", "word"}

type patternParser struct {
	src   string
	pos   int
	edges bool // < and > may stand in it
}

func (p *patternParser) space() {
	for p.pos < len(p.src) && (p.src[p.pos] == ' ' || p.src[p.pos] == '\t') {
		p.pos++
	}
}

func (p *patternParser) alternatives(depth int) ([][]Element, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("brackets nest deeper than %d; use a class", maxDepth)
	}
	alts := [][]Element{nil}
	for {
		p.space()
		if p.pos >= len(p.src) || p.src[p.pos] == ')' {
			break
		}
		if p.src[p.pos] == '|' {
			p.pos++
			alts = append(alts, nil)
			continue
		}
		e, err := p.element(depth)
		if err != nil {
			return nil, err
		}
		alts[len(alts)-1] = append(alts[len(alts)-1], e)
	}
	for _, a := range alts {
		if len(alts) > 1 && len(a) == 0 {
			return nil, fmt.Errorf("an alternative is empty at %d; use ? for what may be missing", p.pos)
		}
	}
	return alts, nil
}

func (p *patternParser) element(depth int) (Element, error) {
	var e Element
	if p.src[p.pos] == '!' {
		e.Not = true
		p.pos++
	}
	if name, ok := p.captureName(); ok {
		e.Capture = name
	}
	if p.pos >= len(p.src) {
		return e, fmt.Errorf("ends where an element should stand; see doc/reference/rules.md")
	}
	if err := p.atom(&e, depth); err != nil {
		return e, err
	}
	if p.pos < len(p.src) && p.src[p.pos] == ':' {
		start := p.pos + 1
		p.pos = start
		for p.pos < len(p.src) && (p.src[p.pos] >= 'a' && p.src[p.pos] <= 'z' || p.src[p.pos] == '/') {
			p.pos++
		}
		e.Cases = strings.Split(p.src[start:p.pos], "/")
		for _, c := range e.Cases {
			if !slices.Contains(cases, c) {
				return e, fmt.Errorf("%q is no case; use %s", c, strings.Join(cases, ", "))
			}
		}
	}
	if p.pos < len(p.src) && p.src[p.pos] == '?' {
		e.Optional = true
		p.pos++
	}
	return e, nil
}

// captureName reads "name=" if it stands here.
func (p *patternParser) captureName() (string, bool) {
	i := p.pos
	for i < len(p.src) && (p.src[i] >= 'a' && p.src[i] <= 'z' || i > p.pos && (p.src[i] >= '0' && p.src[i] <= '9' || p.src[i] == '-')) {
		i++
	}
	if i > p.pos && i < len(p.src) && p.src[i] == '=' {
		name := p.src[p.pos:i]
		p.pos = i + 1
		return name, true
	}
	return "", false
}

func (p *patternParser) atom(e *Element, depth int) error {
	switch c := p.src[p.pos]; c {
	case '(':
		p.pos++
		alts, err := p.alternatives(depth + 1)
		if err != nil {
			return err
		}
		if p.pos >= len(p.src) || p.src[p.pos] != ')' {
			return fmt.Errorf("a bracket is not closed; write )")
		}
		p.pos++
		if len(alts[0]) == 0 {
			return fmt.Errorf("a bracket is empty; write what may stand in it")
		}
		e.Op, e.Alts = OpAlt, alts
		return nil
	case '{':
		end := strings.IndexByte(p.src[p.pos:], '}')
		if end < 2 {
			return fmt.Errorf("a class name is not closed with }")
		}
		e.Op, e.Word = OpClass, p.src[p.pos+1:p.pos+end]
		p.pos += end + 1
		return nil
	case '@':
		p.pos++
		e.Op, e.Word = OpUnit, p.name()
		if e.Word == "" {
			return fmt.Errorf("@ without a kind of mention at %d; write one of %s", p.pos, strings.Join(unitNames, ", "))
		}
		if !slices.Contains(unitNames, e.Word) {
			return fmt.Errorf("@%s is no mention; use one of %s", e.Word, strings.Join(unitNames, ", "))
		}
		return nil
	case '#':
		p.pos++
		return p.number(e)
	case '"':
		end := strings.IndexByte(p.src[p.pos+1:], '"')
		if end < 1 {
			return fmt.Errorf("a quoted mark is not closed; write a second quotation mark")
		}
		e.Op, e.Word = OpPunct, p.src[p.pos+1:p.pos+1+end]
		p.pos += end + 2
		return nil
	case '<', '>':
		if p.edges {
			p.pos++
			e.Op, e.Word = OpEdge, string(c)
			return nil
		}
	case '_':
		p.pos++
		e.Op, e.Min, e.Max = OpAny, 1, 1
		if p.pos < len(p.src) && p.src[p.pos] == '{' {
			return p.gap(e)
		}
		return nil
	}
	return p.word(e)
}

func (p *patternParser) name() string {
	start := p.pos
	for p.pos < len(p.src) && (p.src[p.pos] >= 'a' && p.src[p.pos] <= 'z' || p.src[p.pos] == '-') {
		p.pos++
	}
	return p.src[start:p.pos]
}

func (p *patternParser) gap(e *Element) error {
	end := strings.IndexByte(p.src[p.pos:], '}')
	if end < 0 {
		return fmt.Errorf("a gap is not closed with }")
	}
	lo, hi, ok := strings.Cut(p.src[p.pos+1:p.pos+end], ",")
	if !ok {
		hi = lo
	}
	if !e.limits(strings.TrimSpace(lo), strings.TrimSpace(hi)) || e.Min < 0 || e.Max > 40 {
		return fmt.Errorf("gap %q: write _{0,3}, at most 40", p.src[p.pos:p.pos+end+1])
	}
	e.Op = OpGap
	p.pos += end + 1
	return nil
}

// limits sets the least and the most; false when they are no numbers or none lies between.
func (e *Element) limits(lo, hi string) bool {
	least, err1 := strconv.ParseInt(lo, 10, 32)
	most, err2 := strconv.ParseInt(hi, 10, 32)
	e.Min, e.Max = int32(least), int32(most)
	return err1 == nil && err2 == nil && least <= most
}

// number reads #, #1-31 or #4d (a number of four digits).
func (p *patternParser) number(e *Element) error {
	e.Op, e.Min, e.Max = OpNumber, 0, 1<<30
	start := p.pos
	for p.pos < len(p.src) && (p.src[p.pos] >= '0' && p.src[p.pos] <= '9' || p.src[p.pos] == '-' || p.src[p.pos] == 'd') {
		p.pos++
	}
	s := p.src[start:p.pos]
	if s == "" {
		return nil
	}
	if n, ok := strings.CutSuffix(s, "d"); ok {
		d, err := strconv.Atoi(n)
		if err != nil || d < 1 || d > 9 {
			return fmt.Errorf("number #%s: write #4d for four digits", s)
		}
		e.Digits = int8(d)
		return nil
	}
	lo, hi, ok := strings.Cut(s, "-")
	if !ok {
		hi = lo
	}
	if !e.limits(lo, hi) {
		return fmt.Errorf("number #%s: write #1-31", s)
	}
	return nil
}

func (p *patternParser) word(e *Element) error {
	start := p.pos
	for p.pos < len(p.src) {
		r, n := utf8.DecodeRuneInString(p.src[p.pos:])
		if strings.ContainsRune(" \t|()?:!{}\"@#", r) || p.edges && (r == '<' || r == '>') {
			break
		}
		p.pos += n
	}
	w := p.src[start:p.pos]
	switch {
	case w == "" || w == "*":
		return fmt.Errorf("cannot read %q at %d; see doc/reference/rules.md", p.src[start:], start)
	case strings.HasSuffix(w, "*"):
		e.Op, e.Word = OpPrefix, w[:len(w)-1]
	case strings.HasPrefix(w, "*"):
		e.Op, e.Word = OpSuffix, w[1:]
	case len(w) > 1 && strings.HasSuffix(w, "."):
		e.Op, e.Word, e.Stopped = OpWord, w[:len(w)-1], true
	default:
		e.Op, e.Word = OpWord, w
	}
	return nil
}
