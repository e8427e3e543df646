package datalog

import "slices"

// Parse reads the texts of a program. The error is a Faults with everything that
// is no sentence of the language; the Source then holds what could be read.
func Parse(texts ...Text) (*Source, error) {
	src := &Source{}
	var faults Faults
	order := map[string]int{}
	for i, t := range texts {
		order[t.Name] = i
		p := &parser{scanner: scanner{rest: t.Body, at: Position{File: t.Name, Line: 1, Column: 1}}, src: src}
		p.next()
		for p.tok.lexeme != end {
			p.statement()
		}
		faults = append(faults, p.scanner.faults...)
	}
	return src, faults.err(order)
}

// parser reads by recursive descent, one token ahead. After a fault it goes on
// behind the next full stop; failed says that it is looking for it.
type parser struct {
	scanner scanner
	tok     token
	failed  bool
	src     *Source
}

func (p *parser) next() token {
	t := p.tok
	p.tok = p.scanner.next()
	return t
}

func (p *parser) fail(want, do string) {
	if !p.failed {
		p.scanner.faults.add(p.tok.at, do, "%s was expected, not %s", want, p.tok)
	}
	p.failed = true
}

func (p *parser) is(text string) bool {
	return !p.failed && (p.tok.lexeme == sign || p.tok.lexeme == name) && p.tok.text == text
}

func (p *parser) accept(text string) bool {
	if !p.is(text) {
		return false
	}
	p.next()
	return true
}

func (p *parser) want(text, do string) {
	if !p.accept(text) {
		p.fail(`"`+text+`"`, do)
	}
}

func (p *parser) wantLexeme(l lexeme, what, do string) token {
	if p.failed || p.tok.lexeme != l || l == name && reserved(p.tok.text) {
		p.fail(what, do)
		return token{}
	}
	return p.next()
}

func (p *parser) statement() {
	p.failed = false
	switch {
	case p.is("relation"):
		r := p.relation()
		if p.stop(); !p.failed {
			p.src.Relations = append(p.src.Relations, r)
		}
	case p.is("rule"):
		r := p.rule()
		if p.stop(); !p.failed {
			p.src.Rules = append(p.src.Rules, r)
		}
	case p.tok.lexeme == name && !reserved(p.tok.text):
		a := p.atom()
		if p.is(":-") {
			p.fail(`"."`, `begin a rule with its name and sentence: rule NAME "sentence" `+a.Relation+"(...) :- ...")
		}
		if p.stop(); !p.failed {
			p.src.Facts = append(p.src.Facts, a)
		}
	default:
		p.fail("relation, rule or a fact", "begin each statement with one of these")
		p.stop()
	}
}

// stop reads the full stop of a statement; after a fault, what stands before it.
func (p *parser) stop() {
	p.want(".", "end each statement with a full stop")
	for p.failed && p.tok.lexeme != end {
		if t := p.next(); t.lexeme == sign && t.text == "." {
			return
		}
	}
}

func (p *parser) relation() Relation {
	const do = "declare a relation as: relation in_force(instrument, from day, to day)."
	p.next()
	r := Relation{At: p.tok.at}
	r.Name = p.wantLexeme(name, "the name of a relation", do).text
	p.want("(", do)
	for !p.failed {
		c := Column{Name: p.wantLexeme(name, "the name of a column", do).text}
		if p.tok.lexeme == name && !p.failed {
			c.Kind = p.kind(do)
		}
		r.Columns = append(r.Columns, c)
		if !p.accept(",") {
			break
		}
	}
	p.want(")", do)
	if p.tok.lexeme == quoted && !p.failed {
		r.Sentence = p.next().text
	}
	if p.accept("absent") {
		r.Absent = p.wantLexeme(quoted, "a sentence in quotation marks", `say the absence of a fact as: absent "no ratification of {instrument} is recorded"`).text
	}
	return r
}

func (p *parser) kind(do string) Kind {
	for _, k := range []Kind{Symbols, Days, Numbers} {
		if p.accept(k.String()) {
			return k
		}
	}
	p.fail("symbol, day or number", do)
	return Symbols
}

func (p *parser) rule() Rule {
	const do = `write a rule as: rule NAME "sentence with {X}" head(X) :- body(X, Y), not other(Y).`
	p.next()
	r := Rule{At: p.tok.at}
	r.Name = p.wantLexeme(name, "the name of a rule", do).text
	r.Sentence = p.wantLexeme(quoted, "a sentence in quotation marks", do).text
	r.Head = p.atom()
	if p.is(".") {
		p.fail(`":-"`, "give the rule conditions, or state a fact without rule, name and sentence")
	}
	p.want(":-", do)
	for !p.failed {
		r.Body = append(r.Body, p.literal())
		if !p.accept(",") {
			break
		}
	}
	return r
}

func (p *parser) literal() Literal {
	if p.accept("not") {
		return Literal{Sort: Lacks, Atom: p.atom()}
	}
	if p.tok.lexeme != name || p.is(noStart) || p.is(noEnd) {
		return Literal{Sort: Compares, Comparison: p.comparison(Term{}, false)}
	}
	// A name begins an atom or is the left side of a comparison.
	at := p.tok.at
	if reserved(p.tok.text) {
		p.fail("a condition", "write a fact, not and a fact, or a comparison")
		return Literal{}
	}
	n := p.next()
	if p.is("(") {
		return Literal{Sort: Holds, Atom: Atom{Relation: n.text, Terms: p.terms(), At: at}}
	}
	c := p.comparison(Term{Value: Symbol(n.text)}, true)
	c.At = at
	return Literal{Sort: Compares, Comparison: c}
}

func (p *parser) atom() Atom {
	a := Atom{At: p.tok.at}
	a.Relation = p.wantLexeme(name, "the name of a relation", "write a fact as: signed(X, D)").text
	a.Terms = p.terms()
	return a
}

func (p *parser) terms() []Term {
	const do = "write the terms in parentheses, with commas between: signed(X, D)"
	p.want("(", do)
	var ts []Term
	for !p.failed {
		ts = append(ts, p.term())
		if !p.accept(",") {
			break
		}
	}
	p.want(")", do)
	return ts
}

func (p *parser) term() Term {
	if !p.failed {
		switch t := p.tok; {
		case t.lexeme == variable:
			p.next()
			return Term{Variable: t.text}
		case t.lexeme == constant:
			p.next()
			return Term{Value: t.value}
		case t.lexeme == quoted, t.lexeme == name && !reserved(t.text):
			p.next()
			return Term{Value: Symbol(t.text)}
		}
	}
	p.fail("a variable, a name, a day or a number", `write names that begin with a capital or hold spaces in quotation marks: "Aigun"`)
	return Term{}
}

var operators = []string{"<", "<=", ">", ">=", "=", "!="}

func (p *parser) comparison(left Term, read bool) Comparison {
	c := Comparison{Left: left, At: p.tok.at}
	if !read {
		c.Left = p.term()
	}
	if p.failed || p.tok.lexeme != sign || !slices.Contains(operators, p.tok.text) {
		p.fail("< <= > >= = or !=", "compare two terms: X < Y")
		return c
	}
	c.Op = p.next().text
	if p.tok.lexeme == name && !reserved(p.tok.text) {
		n := p.next().text
		if p.is("(") {
			c.Function = n
			c.Right = p.terms()
		} else {
			c.Right = []Term{{Value: Symbol(n)}}
		}
		return c
	}
	c.Right = []Term{p.term()}
	return c
}
