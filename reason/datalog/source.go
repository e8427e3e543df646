package datalog

// Text is a file of a program: its name, used in positions, and what it says.
type Text struct {
	Name string
	Body string
}

// Source is what the texts of a program say, read but not yet checked.
type Source struct {
	Relations []Relation
	Rules     []Rule
	Facts     []Atom // stated by the program itself; no variables
}

// Position is a place in a text. Line and Column count from 1, columns in letters.
type Position struct {
	File   string
	Line   int
	Column int
}

// Relation declares what facts of a name hold, and how to say one to people.
type Relation struct {
	Name    string
	Columns []Column
	// Sentence says a fact, Absent says that there is none, with {column} for
	// values; "" where the declaration gives none.
	Sentence, Absent string
	At               Position
}

// Column is one place of a relation.
type Column struct {
	Name string
	Kind Kind
}

// Rule derives its head wherever its body holds.
type Rule struct {
	Name     string
	Sentence string // with {Variable} for values
	Head     Atom
	Body     []Literal
	At       Position
}

// Atom is a relation with a term for each of its columns.
type Atom struct {
	Relation string
	Terms    []Term
	At       Position
}

// Term is a variable, or a constant where Variable is "". The variable "_" is a
// value that nothing asks for; each "_" is another.
type Term struct {
	Variable string
	Value    Value
}

const anonymous = "_"

// Literal is one condition of a body: that facts hold, that there is none, or a
// comparison.
type Literal struct {
	Sort       Sort
	Atom       Atom       // of Holds and Lacks
	Comparison Comparison // of Compares
}

// Sort tells literals apart.
type Sort uint8

// The sorts of literals.
const (
	Holds    Sort = iota // signed(X, D)
	Lacks                // not ratified(X, _)
	Compares             // D < E, U = plus-years(D, 10)
)

// Comparison compares two terms, or a term with what a function makes of terms.
// With "=" it also gives a variable its value.
type Comparison struct {
	Left     Term
	Op       string // < <= > >= = !=
	Function string // "" where Right is one term; only with "="
	Right    []Term
	At       Position
}
