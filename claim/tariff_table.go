package claim

import (
	"strings"

	"example.org/chancery"
	"example.org/chancery/token"
)

// row is a line of a table: its cells, as tokens, and whether a blank line precedes it.
type row struct {
	cells [][2]int
	gap   bool
}

func (w row) first() int { return w.cells[0][0] }
func (w row) end() int   { return w.cells[len(w.cells)-1][1] }

// empty is how many cells between two tokens have nothing in them.
func empty(between string) int { return max(0, strings.Count(between, "\t")-1) }

// tableOf reads the rates of a table: of one whose cells stand in rows, and of one
// whose columns came apart into lines.
func (r *tariffReader) tableOf(n int) {
	p := &r.Tokens.Paragraphs[n]
	if _, ok := r.among(p.First, p.Last, "duty"); !ok && !r.onDuties(p.First) {
		return
	}
	rows := r.rows(p)
	divided := 0
	for _, w := range rows {
		if len(w.cells) > 1 {
			divided++
		}
	}
	if divided*2 > len(rows) {
		r.cellTable(rows)
	} else {
		r.looseTable(rows)
	}
}

// rows cuts a table into lines and cells at line ends, tabs and bars.
func (r *tariffReader) rows(p *token.Paragraph) []row {
	var out []row
	ts, mended := r.Tokens.Tokens, r.Text.Mended()
	fresh := true // the next token begins a cell
	for i := p.First; i < p.Last; i++ {
		between := ""
		if i > p.First {
			between = mended[ts[i-1].End:ts[i].Start]
		}
		lines := strings.Count(between, "\n")
		if i == p.First || lines > 0 {
			out = append(out, row{gap: lines > 1})
			fresh = true
		}
		w := &out[len(out)-1]
		if strings.Contains(between, "\t") || ts[i].Text == "|" {
			fresh = true
			for n := 0; lines == 0 && n < empty(between); n++ {
				w.cells = append(w.cells, [2]int{i, i})
			}
		}
		if ts[i].Text == "|" {
			continue
		}
		if fresh {
			w.cells = append(w.cells, [2]int{i, i + 1})
			fresh = false
			continue
		}
		w.cells[len(w.cells)-1][1] = i + 1
	}
	full := out[:0]
	for _, w := range out {
		if len(w.cells) > 0 {
			full = append(full, w)
		}
	}
	return full
}

// columns is what the head of a table says: which column names the goods, which the
// rate, and the coin and unit that hold for all rows. -1 is none.
type columns struct {
	goods, rate, width int
	unit               chancery.Rate
}

// cellTable reads a table whose cells stand in rows: one line of a tariff a row.
func (r *tariffReader) cellTable(rows []row) {
	cols := columns{goods: -1, rate: -1}
	for _, w := range rows {
		if c, ok := r.head(w); ok {
			cols = c
			continue
		}
		l, ok := r.cellRow(w, cols)
		if !ok {
			continue
		}
		if l.goods[0] == l.goods[1] {
			if q, ok := r.span(l.rate.first, l.rate.end); ok {
				r.left = append(r.left, q)
			}
			continue
		}
		r.keep(l)
	}
}

// head reads a row that heads the columns.
func (r *tariffReader) head(w row) (columns, bool) {
	c := columns{goods: -1, rate: -1, width: len(w.cells)}
	heads := 0
	for n, cell := range w.cells {
		if _, ok := r.wholeRate(cell); ok {
			return c, false
		}
		if cell[0] == cell[1] {
			continue
		}
		if _, ok := r.at(cell[0], "table-head", "duty"); ok {
			heads++
		}
		if _, ok := r.among(cell[0], cell[1], "duty"); ok {
			c.rate = n
			r.headUnit(cell, &c.unit)
		} else if h, ok := r.among(cell[0], cell[1], "table-head"); ok && c.goods < 0 && h.Value == "goods" {
			c.goods = n
		}
	}
	return c, heads >= 2 || heads == 1 && len(w.cells) == 1
}

// headUnit reads coin and unit out of a column's head: "Пошлина, коп. с пуда".
func (r *tariffReader) headUnit(cell [2]int, to *chancery.Rate) {
	for i := cell[0]; i < cell[1]; i++ {
		if h, ok := r.at(i, "money"); ok {
			to.Currency = h.Value
		} else if _, ok := r.at(i, "percent"); ok {
			to.Percent = "%"
		} else if u, _, ok := r.unit(i); ok && u.Per != "" {
			to.Per = u.Per
		} else if ok && u.Basis != "" {
			to.Basis = u.Basis
		}
	}
}

// wholeRate reads a cell that is a rate and nothing else.
func (r *tariffReader) wholeRate(cell [2]int) (rate, bool) {
	x, ok := r.rateAt(cell[0])
	if !ok || cell[0] == cell[1] {
		return x, false
	}
	end := r.stop(x.end)
	return x, end >= cell[1]
}

func (r *tariffReader) cellRow(w row, cols columns) (line, bool) {
	l := line{first: w.first(), end: w.end(), rule: "table"}
	found, widest := -1, 0
	if len(w.cells) < cols.width { // a cell is missing, so that places tell no more
		if cols.rate == cols.width-1 {
			cols.rate = len(w.cells) - 1
		}
		cols.goods = -1
	}
	for n, cell := range w.cells {
		if x, ok := r.wholeRate(cell); ok && found < 0 {
			l.rate, found = x, n
		} else if v, end, ok := r.amount(cell[0]); ok && end == cell[1] && n == cols.rate && (cols.unit.Currency != "" || cols.unit.Percent != "") {
			l.rate, found = rate{first: cell[0], end: end, core: end}, n
			l.Amount, l.Currency = decimal(v), cols.unit.Currency
			if cols.unit.Percent != "" {
				l.Percent, l.Amount, l.Currency = l.Amount, "", ""
			}
		}
	}
	if found < 0 {
		return l, false
	}
	for n, cell := range w.cells {
		switch u, end, ok := r.unit(cell[0]); {
		case n == found || cell[0] == cell[1]:
		case ok && end >= cell[1]-1:
			l.rate.put(u)
		case n == 0 && cell[1]-cell[0] <= 2 && r.Tokens.Tokens[cell[0]].Sort == token.Number:
			l.item = r.Tokens.Tokens[cell[0]].Text
		case r.isOf(cell[0], "clause") && n != cols.goods:
			l.clause = strings.Trim(r.textLine(cell[0], cell[1]), " .,")
		case n == cols.goods || cols.goods < 0 && r.letters(cell) > widest:
			widest = r.letters(cell)
			l.goods = cell
		}
	}
	l.goods = r.unitBehind(l.goods, &l.rate)
	if !l.Free && l.Percent == "" {
		l.rate.put(chancery.Rate{Per: cols.unit.Per})
	}
	if l.Basis == "" {
		l.Basis = cols.unit.Basis
	}
	return l, true
}

func (r *tariffReader) letters(cell [2]int) int {
	n := 0
	for i := cell[0]; i < cell[1]; i++ {
		if r.word(i) {
			n += len(r.Tokens.Tokens[i].Text)
		}
	}
	return n
}

// unitBehind takes a unit that ends the name of goods over to the rate: "Кишмиш с
// пуда брутто". What is free is free by any unit.
func (r *tariffReader) unitBehind(goods [2]int, x *rate) [2]int {
	for k := goods[0] + 1; k < goods[1]; k++ {
		u, end, ok := r.unit(k)
		if !ok {
			continue
		}
		us := []chancery.Rate{u}
		for end < goods[1] {
			more, next, ok := r.unit(end)
			if !ok {
				break
			}
			us, end = append(us, more), next
		}
		if r.stop(end) < goods[1] {
			continue
		}
		for _, u := range us {
			if !x.Free {
				x.put(u)
			}
		}
		return [2]int{goods[0], k}
	}
	return goods
}
