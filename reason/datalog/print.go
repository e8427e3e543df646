package datalog

import (
	"strconv"
	"strings"
)

// String is the program as text that Parse reads to the same Source; comments are
// not kept.
func (s *Source) String() string {
	var b strings.Builder
	for _, r := range s.Relations {
		b.WriteString(r.String() + "\n")
	}
	for _, r := range s.Rules {
		b.WriteString("\n" + r.String() + "\n")
	}
	if len(s.Facts) > 0 {
		b.WriteString("\n")
	}
	for _, f := range s.Facts {
		b.WriteString(f.String() + ".\n")
	}
	return b.String()
}

// String is the declaration.
func (r Relation) String() string {
	columns := make([]string, len(r.Columns))
	for i, c := range r.Columns {
		columns[i] = c.Name
		if c.Kind != Symbols {
			columns[i] += " " + c.Kind.String()
		}
	}
	s := "relation " + r.Name + "(" + strings.Join(columns, ", ") + ")"
	if r.Sentence != "" {
		s += " " + strconv.Quote(r.Sentence)
	}
	if r.Absent != "" {
		s += " absent " + strconv.Quote(r.Absent)
	}
	return s + "."
}

// String is the rule, a condition a line.
func (r Rule) String() string {
	body := make([]string, len(r.Body))
	for i, l := range r.Body {
		body[i] = l.String()
	}
	return "rule " + r.Name + " " + strconv.Quote(r.Sentence) + "\n  " + r.Head.String() + " :-\n    " + strings.Join(body, ",\n    ") + "."
}

// String is the condition as a body writes it.
func (l Literal) String() string {
	switch l.Sort {
	case Lacks:
		return "not " + l.Atom.String()
	case Compares:
		return l.Comparison.String()
	}
	return l.Atom.String()
}

// String is the atom without full stop.
func (a Atom) String() string { return a.Relation + list(a.Terms) }

// String is the variable or the constant.
func (t Term) String() string {
	if t.Variable != "" {
		return t.Variable
	}
	return t.Value.String()
}

// String is the comparison as a body writes it.
func (c Comparison) String() string {
	if c.Function == "" && len(c.Right) == 1 {
		return c.Left.String() + " " + c.Op + " " + c.Right[0].String()
	}
	return c.Left.String() + " " + c.Op + " " + c.Function + list(c.Right)
}

func list(ts []Term) string {
	s := make([]string, len(ts))
	for i, t := range ts {
		s[i] = t.String()
	}
	return "(" + strings.Join(s, ", ") + ")"
}
