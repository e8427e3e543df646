package datalog

import (
	"slices"
	"strings"
)

// Program is a Source that was checked and can be run. It does not change.
type Program struct {
	*Source
	relations map[string]int // index in Relations
	strata    []stratum      // in the order of evaluation
	symbols   symbols        // constants of the program
	rules     []compiled     // beside Source.Rules
	indexes   [][][]int      // by relation: the columns of each of its indexes
}

// symbols numbers names in the order in which they come.
type symbols struct {
	number map[string]int32
	names  []string
}

func (s *symbols) intern(text string) int32 {
	if n, ok := s.number[text]; ok {
		return n
	}
	n := int32(len(s.names))
	s.number[text] = n
	s.names = append(s.names, text)
	return n
}

// code is v as a row holds it.
func (s *symbols) code(v Value) int32 {
	if v.Kind == Symbols {
		return s.intern(v.Name)
	}
	return v.N
}

// Load reads and checks the texts of a program. The error is a Faults: everything
// wrong at once, each with its line and what to do: faults of writing, or if there
// are none, of sense. Checked are names, columns and
// kinds of values, that every variable gets a value before it is asked for, and
// that no fact depends on its own absence.
func Load(texts ...Text) (*Program, error) {
	src, err := Parse(texts...)
	if err != nil {
		return nil, err
	}
	order := map[string]int{}
	for i, t := range texts {
		order[t.Name] = i
	}
	p := &Program{Source: src, relations: map[string]int{}, symbols: symbols{number: map[string]int32{}}}
	c := checker{Program: p}
	c.declarations()
	for i := range src.Facts {
		c.fact(&src.Facts[i])
	}
	for i := range src.Rules {
		c.rule(&src.Rules[i])
	}
	c.stratify()
	if err := c.faults.err(order); err != nil {
		return nil, err
	}
	for i := range src.Rules {
		p.rules = append(p.rules, p.compile(&src.Rules[i]))
	}
	for _, f := range src.Facts {
		for _, t := range f.Terms {
			p.symbols.code(t.Value)
		}
	}
	p.plan()
	return p, nil
}

// maxColumns is how many columns of a relation the keys of indexes can name.
const maxColumns = 32

// checker finds what is wrong with a Source that was read.
type checker struct {
	*Program
	faults Faults
}

func (c *checker) declarations() {
	for i, r := range c.Relations {
		if first, ok := c.relations[r.Name]; ok {
			c.faults.add(r.At, "keep one of the two declarations",
				"relation %s is declared in line %d of %s already", r.Name, c.Relations[first].At.Line, c.Relations[first].At.File)
			continue
		}
		c.relations[r.Name] = i
		var columns []string
		for _, col := range r.Columns {
			if slices.Contains(columns, col.Name) {
				c.faults.add(r.At, "give each column a name of its own", "relation %s has two columns %s", r.Name, col.Name)
			}
			columns = append(columns, col.Name)
		}
		if len(columns) > maxColumns {
			c.faults.add(r.At, "make two relations of it", "relation %s has %d columns, and %d is the most", r.Name, len(columns), maxColumns)
		}
		c.sentence(r.At, r.Sentence, columns, "column")
		c.sentence(r.At, r.Absent, columns, "column")
	}
	named := map[string]Position{}
	for _, r := range c.Rules {
		if first, ok := named[r.Name]; ok {
			c.faults.add(r.At, "give each rule a name of its own", "rule %s stands in line %d of %s already", r.Name, first.Line, first.File)
		}
		named[r.Name] = r.At
	}
}

// sentence checks that each {name} of a sentence is one of names.
func (c *checker) sentence(at Position, s string, names []string, what string) {
	for part := range sentenceParts(s) {
		if part.name && !slices.Contains(names, part.text) {
			c.faults.add(at, "name one of "+strings.Join(names, ", ")+" within the braces", "the sentence says {%s}, which is no %s here", part.text, what)
		}
	}
}

// relation finds the declaration of an atom; a fault where there is none, or
// where it has another number of columns.
func (c *checker) relation(a *Atom) (*Relation, bool) {
	i, ok := c.relations[a.Relation]
	if !ok {
		c.faults.add(a.At, "declare it: relation "+a.Relation+"(...)."+c.similar(a.Relation), "relation %s is not declared", a.Relation)
		return nil, false
	}
	r := &c.Relations[i]
	if len(a.Terms) != len(r.Columns) {
		c.faults.add(a.At, "write a term for each column of "+r.Name+"; _ where the value does not matter",
			"%s has %d terms and its relation %d columns", a, len(a.Terms), len(r.Columns))
		return nil, false
	}
	return r, true
}

// similar proposes a declared name that differs from n by its ending or a letter.
func (c *checker) similar(n string) string {
	for _, r := range c.Relations {
		if strings.HasPrefix(r.Name, n) || strings.HasPrefix(n, r.Name) || len(n) == len(r.Name) && differences(n, r.Name) == 1 {
			return " Or did you mean " + r.Name + "?"
		}
	}
	return ""
}

func differences(a, b string) (n int) {
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

func (c *checker) fact(a *Atom) {
	r, ok := c.relation(a)
	if !ok {
		return
	}
	for i, t := range a.Terms {
		if t.Variable != "" {
			c.faults.add(a.At, "write the value, or make it a rule", "the fact %s has the variable %s", a, t.Variable)
		} else if t.Value.Kind != r.Columns[i].Kind {
			c.wrongKind(a.At, t.Value.String(), t.Value.Kind, r.Columns[i].Kind)
		}
	}
}

func (c *checker) wrongKind(at Position, what string, is, wanted Kind) {
	do := map[Kind]string{Symbols: "write a name", Days: "write a day as 1858-05-28, no-start or no-end", Numbers: "write a whole number"}[wanted]
	c.faults.add(at, do+", or change the kind of the column where it is declared", "%s is a %s where a %s is wanted", what, is, wanted)
}
