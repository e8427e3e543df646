package lang

import "fmt"

// Mark is a word or sign that means something in a tariff or in a reference: a
// coin, a measure, "fond", "ibid.". The tables units.tsv and citations.tsv hold them.
//
// Every sort of mark is also a class of that name, so that rules can say {duty}.
type Mark struct {
	Pattern Pattern
	Sort    string // money, measure, duty ...; fond, folio, ibid ...
	Value   string // what it stands for: "kopek", "pud"; depends on the sort
	Of      string // of a coin or measure: what it is a part of, "RUB/100"; else a further word
	At      string
}

var unitSorts = wordSet([]string{"money", "coin", "measure", "per", "basis", "percent", "percent-word", "half", "free", "duty",
	"charge", "collect", "pass", "goods-lead", "direction", "clause", "table-head", "link", "filler", "many", "trade"})

var citationSorts = wordSet([]string{"fond", "opis", "delo", "folio", "verso", "papka", "karton", "volume", "page",
	"number", "series", "archive", "ibid", "same-work", "via", "see", "place", "references"})

// marks reads a table of marks: pattern, sort, value, of.
func (l *loader) marks(p *Pack, file string, sorts map[string]bool, to *[]Mark) {
	l.rows(file, 4, func(c []string, at string) error {
		if !sorts[c[1]] {
			return fmt.Errorf("sort %q is unknown; use one that the head of the table explains", c[1])
		}
		pt, err := ParsePattern(c[0])
		if err != nil {
			return err
		}
		if len(pt.Elements) == 0 || pt.Elements[0].Optional || pt.Elements[0].Not {
			return fmt.Errorf("pattern %q must begin with something that stands there", c[0])
		}
		*to = append(*to, Mark{pt, c[1], c[2], c[3], at})
		// The class shares the elements, so that binding the one binds the other.
		p.Classes[c[1]] = append(p.Classes[c[1]], pt)
		return nil
	})
}
