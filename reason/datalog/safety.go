package datalog

import (
	"slices"
	"strings"
)

// function is something that makes a value of two.
type function struct {
	args   [2]Kind
	result Kind
	same   bool // takes and gives days or numbers alike; args and result do not count
}

// functions are those that a comparison with = can name.
func functions() map[string]function {
	return map[string]function{
		"min":          {same: true},
		"max":          {same: true},
		"plus":         {args: [2]Kind{Numbers, Numbers}, result: Numbers},
		"plus-days":    {args: [2]Kind{Days, Numbers}, result: Days},
		"plus-months":  {args: [2]Kind{Days, Numbers}, result: Days},
		"plus-years":   {args: [2]Kind{Days, Numbers}, result: Days},
		"days-between": {args: [2]Kind{Days, Days}, result: Numbers},
	}
}

// ruleCheck is the check of one rule: which variables have a value, and of what kind.
type ruleCheck struct {
	*checker
	rule  *Rule
	kinds map[string]Kind // of bound variables
	uses  map[string]int
}

// rule checks one rule: its relations, kinds, sentence, and that each variable
// gets a value from a fact, or by "=" from variables that have one.
func (c *checker) rule(r *Rule) {
	k := &ruleCheck{checker: c, rule: r, kinds: map[string]Kind{}, uses: map[string]int{}}
	if len(r.Body) > maxPremises {
		c.faults.add(r.At, "divide it", "rule %s has %d conditions, and %d is the most", r.Name, len(r.Body), maxPremises)
	}
	whole := true
	for i := range r.Body {
		if l := &r.Body[i]; l.Sort == Holds {
			whole = k.bindAtom(&l.Atom) && whole
		}
	}
	for k.bindComparisons() {
	}
	if !whole {
		return // what an unknown relation would bind is not known
	}
	for i := range r.Body {
		switch l := &r.Body[i]; l.Sort {
		case Lacks:
			k.asks(&l.Atom, "not "+l.Atom.String())
		case Compares:
			k.comparison(&l.Comparison)
		}
	}
	for _, t := range r.Head.Terms {
		if t.Variable == anonymous {
			k.faults.add(r.Head.At, "name a variable of the body", "the head of rule %s has _, which has no value", r.Name)
			return
		}
	}
	k.asks(&r.Head, "the head of rule "+r.Name)
	k.once()
	k.checker.sentence(r.At, r.Sentence, k.names(), "variable with a value")
}

func (k *ruleCheck) names() []string {
	var names []string
	for v := range k.kinds {
		names = append(names, v)
	}
	slices.Sort(names)
	return names
}

// bindAtom takes the kinds of variables from the columns at which they stand.
func (k *ruleCheck) bindAtom(a *Atom) bool {
	rel, ok := k.relation(a)
	if !ok {
		return false
	}
	for i, t := range a.Terms {
		k.uses[t.Variable]++
		if _, bound := k.kinds[t.Variable]; !bound && t.Variable != "" && t.Variable != anonymous {
			k.kinds[t.Variable] = rel.Columns[i].Kind
			continue
		}
		k.fits(a.At, t, rel.Columns[i].Kind)
	}
	return true
}

// fits checks that a term that has a value has one of the kind wanted.
func (k *ruleCheck) fits(at Position, t Term, wanted Kind) {
	if is, ok := k.kind(t); ok && is != wanted {
		k.wrongKind(at, t.String(), is, wanted)
	}
}

func (k *ruleCheck) kind(t Term) (Kind, bool) {
	if t.Variable == "" {
		return t.Value.Kind, true
	}
	kind, ok := k.kinds[t.Variable]
	return kind, ok
}

// bindComparisons binds what "=" can give a value now; false when nothing was new.
func (k *ruleCheck) bindComparisons() bool {
	known := len(k.kinds)
	for _, l := range k.rule.Body {
		if target, kind, ok := assigns(l, k.kind); ok {
			k.kinds[target.Variable] = kind
		}
	}
	return len(k.kinds) > known
}

// assigns says which variable a comparison gives a value to, and of what kind,
// when those that have a value are known.
func assigns(l Literal, kindOf func(Term) (Kind, bool)) (target Term, kind Kind, ok bool) {
	c := l.Comparison
	if l.Sort != Compares || c.Op != "=" {
		return Term{}, 0, false
	}
	left, leftKnown := kindOf(c.Left)
	for _, t := range c.Right {
		k, known := kindOf(t)
		if !known {
			if c.Function == "" && leftKnown && t.Variable != anonymous {
				return t, left, true
			}
			return Term{}, 0, false
		}
		kind = k
	}
	if leftKnown || c.Left.Variable == anonymous {
		return Term{}, 0, false
	}
	if f := functions()[c.Function]; c.Function != "" && !f.same {
		kind = f.result
	}
	return c.Left, kind, true
}

// asks checks an atom all of whose variables need a value.
func (k *ruleCheck) asks(a *Atom, where string) {
	rel, ok := k.relation(a)
	if !ok {
		return
	}
	for i, t := range a.Terms {
		k.uses[t.Variable]++
		if t.Variable == anonymous {
			continue
		}
		k.bound(a.At, t, where)
		k.fits(a.At, t, rel.Columns[i].Kind)
	}
}

func (k *ruleCheck) bound(at Position, t Term, where string) {
	if _, ok := k.kind(t); !ok {
		do := "name " + t.Variable + " in a fact of the body that is not negated, or give it a value with ="
		if strings.HasPrefix(where, "not ") {
			do += "; write _ if any value will do"
		}
		k.faults.add(at, do, "%s has no value in %s", t.Variable, where)
		k.kinds[t.Variable] = Symbols // said once
		k.uses[t.Variable]++
	}
}

func (k *ruleCheck) comparison(c *Comparison) {
	before := len(k.faults)
	for _, t := range append([]Term{c.Left}, c.Right...) {
		k.uses[t.Variable]++
		if t.Variable == anonymous {
			k.faults.add(c.At, "name a variable", "_ has no value to compare")
			return
		}
		k.bound(c.At, t, c.String())
	}
	if len(k.faults) > before {
		return
	}
	left, _ := k.kind(c.Left)
	if c.Function == "" {
		k.fits(c.At, c.Right[0], left)
		if left == Symbols && c.Op != "=" && c.Op != "!=" {
			k.faults.add(c.At, "compare days or numbers, or use = or !=", "%s puts names in an order, and they have none", c)
		}
		return
	}
	f, ok := functions()[c.Function]
	switch {
	case !ok:
		k.faults.add(c.At, "use min, max, plus, plus-days, plus-months, plus-years or days-between", "there is no function %s", c.Function)
	case c.Op != "=":
		k.faults.add(c.At, "write X = "+c.Function+list(c.Right)+" and compare X", "%s compares with what a function gives by %s", c, c.Op)
	case len(c.Right) != 2:
		k.faults.add(c.At, "give it two terms", "%s has %d terms", c.Function, len(c.Right))
	case f.same && left == Symbols:
		k.faults.add(c.At, "use it with days or numbers", "%s has names, of which none is the least", c)
	case f.same:
		k.fits(c.At, c.Right[0], left)
		k.fits(c.At, c.Right[1], left)
	default:
		k.fits(c.At, c.Left, f.result)
		k.fits(c.At, c.Right[0], f.args[0])
		k.fits(c.At, c.Right[1], f.args[1])
	}
}

// once finds variables that stand in one place only: mostly misspelt ones.
func (k *ruleCheck) once() {
	for part := range sentenceParts(k.rule.Sentence) {
		if part.name {
			k.uses[part.text]++
		}
	}
	for _, v := range k.names() {
		if k.uses[v] == 1 {
			k.faults.add(k.rule.At, "write _ where a value does not matter, or mend the name", "%s stands only once in rule %s", v, k.rule.Name)
		}
	}
}
