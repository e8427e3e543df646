package lang

import "fmt"

// bind replaces every {class} by its patterns. A class that the pack does not have,
// or one that contains itself, is a fault.
func (p *Pack) bind(l *loader) {
	b := binder{pack: p, open: map[string]bool{}, done: map[string][][]Element{}, lookups: map[string]*Lookup{}}
	p.Lookups.Classes = map[string]*Lookup{}
	defer func() {
		for name := range p.Classes {
			p.Lookups.Classes[name] = b.lookups[name]
		}
	}()
	b.classesOfTables()
	p.reservedClasses(l)
	at := ""
	fix := func(pt *Pattern) {
		if err := b.elements(pt.Elements); err != nil {
			l.errs = append(l.errs, fmt.Errorf("%s: pattern %q: %w", at, pt.Source, err))
		}
	}
	table := func(name string) { at = "lang/" + l.dir + "/" + name }
	table("classes.tsv")
	for _, ps := range p.Classes {
		for i := range ps {
			fix(&ps[i])
		}
	}
	table("kinds.tsv")
	for i := range p.Kinds {
		fix(&p.Kinds[i].Pattern)
	}
	table("polities.tsv")
	for i := range p.Polities {
		fix(&p.Polities[i].Pattern)
	}
	table("titles.tsv")
	for i := range p.Titles {
		fix(&p.Titles[i].Pattern)
	}
	table("places.tsv")
	for i := range p.Places {
		fix(&p.Places[i].Pattern)
	}
	for i := range p.Scopes {
		at = p.Scopes[i].At
		fix(&p.Scopes[i].Pattern)
	}
	for i := range p.Dates {
		at = p.Dates[i].At
		fix(&p.Dates[i].Pattern)
		if err := checkCaptures(p.Dates[i].Pattern.Elements, 0); err != nil {
			l.errs = append(l.errs, fmt.Errorf("%s: %w", at, err))
		}
	}
	for i := range p.Phrases {
		at = p.Phrases[i].At
		fix(&p.Phrases[i].Pattern)
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		at = r.At
		for j := range r.Triggers {
			fix(&r.Triggers[j])
		}
		for _, cs := range [][]Condition{r.With, r.Without} {
			for j := range cs {
				fix(&cs[j].Pattern)
			}
		}
		for j := range r.Roles {
			if r.Roles[j].LedBy != nil {
				fix(r.Roles[j].LedBy)
			}
			if r.Roles[j].Followed != nil {
				fix(r.Roles[j].Followed)
			}
		}
	}
}

// reservedClasses reports classes whose names other tables give.
func (p *Pack) reservedClasses(l *loader) {
	for _, name := range []string{"month", "numeral", "ordinal", "kind", "title"} {
		if len(p.Classes[name]) > 0 {
			l.errs = append(l.errs, fmt.Errorf("lang/%s: class {%s} comes from its own table; take another name", l.dir, name))
		}
	}
}

type binder struct {
	pack *Pack
	open map[string]bool
	done map[string][][]Element
	// lookups are those of the classes that are bound
	lookups map[string]*Lookup
}

// classesOfTables makes the classes that other tables give: {month}, {numeral}, {ordinal}, {kind}.
func (b *binder) classesOfTables() {
	words := func(class string, ws func(add func(string))) {
		ws(func(w string) {
			b.done[class] = append(b.done[class], []Element{{Op: OpWord, Word: w}})
		})
	}
	words("month", func(add func(string)) {
		for w := range b.pack.Months {
			add(w)
		}
	})
	words("numeral", func(add func(string)) {
		for w, n := range b.pack.Numbers {
			if !n.Ordinal {
				add(w)
			}
		}
	})
	words("ordinal", func(add func(string)) {
		for w, n := range b.pack.Numbers {
			if n.Ordinal {
				add(w)
			}
		}
	})
	for _, k := range b.pack.Kinds {
		b.done["kind"] = append(b.done["kind"], k.Pattern.Elements)
	}
	for _, t := range b.pack.Titles {
		b.done["title"] = append(b.done["title"], t.Pattern.Elements)
	}
}

func (b *binder) elements(els []Element) error {
	for i := range els {
		e := &els[i]
		switch e.Op {
		case OpAlt:
			for _, a := range e.Alts {
				if err := b.elements(a); err != nil {
					return err
				}
			}
		case OpClass:
			alts, err := b.class(e.Word)
			if err != nil {
				return err
			}
			e.Alts, e.First = alts, b.first(e.Word, alts)
		}
	}
	return nil
}

// first is the lookup of a class, made once.
func (b *binder) first(name string, alts [][]Element) *Lookup {
	l, ok := b.lookups[name]
	if !ok {
		l = &Lookup{}
		for n, els := range alts {
			l.add(els, n)
		}
		b.lookups[name] = l
	}
	return l
}

func (b *binder) class(name string) ([][]Element, error) {
	if alts, ok := b.done[name]; ok {
		return alts, nil
	}
	ps, ok := b.pack.Classes[name]
	if !ok {
		return nil, fmt.Errorf("there is no class {%s}; add it to classes.tsv", name)
	}
	if b.open[name] {
		return nil, fmt.Errorf("class {%s} contains itself; take it out", name)
	}
	b.open[name] = true
	defer delete(b.open, name)
	var alts [][]Element
	for _, p := range ps {
		if err := b.elements(p.Elements); err != nil {
			return nil, err
		}
		alts = append(alts, p.Elements)
	}
	b.done[name] = alts
	return alts, nil
}
