package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery/token"
)

// leaf is goods of a table whose columns came apart, waiting for its rate.
type leaf struct {
	item, clause string
	under        []string
	first, end   int    // tokens
	level        int    // 0 without a mark, 1 "П. 1.", 2 "а)"
	mark         string // "П. 1"
	goods        int    // the token after the mark
}

// loose is the state of reading such a table line by line. Goods and rates are queued
// as they come; when goods follow rates, what is queued is paired off in order, and
// only if there are as many of the one as of the other.
type loose struct {
	*tariffReader
	numbered bool
	last     int      // the item number read last
	items    []string // item numbers that no goods have followed yet
	item     string
	clause   string
	inClause bool
	parents  [3]string
	leaves   []leaf
	rates    []rate
	open     bool // the last leaf can go on in the next line
}

func (r *tariffReader) looseTable(rows []row) {
	t := &loose{tariffReader: r}
	t.numbered = t.countItems(rows) >= 2
	started := !t.numbered
	for _, w := range rows {
		a, b := w.first(), w.end()
		if end, ok := t.itemAt(a, b); ok && t.numbered {
			if len(t.rates) > 0 {
				t.pair()
			}
			started = true
			t.newItem(a)
			a = end
			w.gap = true
		}
		if !started || a >= b || !t.numbered && len(t.leaves) == 0 && t.isHead(a, b) {
			continue
		}
		t.read(a, b, w.gap)
	}
	t.pair()
}

// countItems is how many lines of a table begin with the number that is next.
func (t *loose) countItems(rows []row) int {
	n := 0
	for _, w := range rows {
		if _, ok := t.itemAt(w.first(), w.end()); ok {
			n++
			t.last = t.Tokens.Tokens[w.first()].Value
		}
	}
	t.last = 0
	return n
}

// missing is how many items in a row a table can have lost.
const missing = 3

// itemAt reads the number of an item: the next number, alone in its line or before a
// clause or a capital letter.
func (t *loose) itemAt(a, b int) (int, bool) {
	ts := t.Tokens.Tokens
	k := &ts[a]
	if k.Sort != token.Number || k.Value <= t.last || t.last > 0 && k.Value > t.last+missing || t.last == 0 && k.Value > 1+missing {
		return a, false
	}
	end := a + 1
	if t.is(end, ".") || t.is(end, ")") {
		end++
	}
	if end >= b {
		return b, true
	}
	if _, ok := t.rateAt(a); ok || ts[end].Sort != token.Word {
		return a, false
	}
	return end, ts[end].Cap || t.isOf(end, "clause")
}

func (t *loose) newItem(a int) {
	t.last = t.Tokens.Tokens[a].Value
	t.items = append(t.items, t.Tokens.Tokens[a].Text)
	t.clause, t.inClause, t.open = "", false, false
	t.parents = [3]string{}
}

// isHead reports whether a line heads a column.
func (t *loose) isHead(a, b int) bool {
	_, ok := t.rateAt(a)
	return !ok && t.isOf(a, "table-head") || !ok && t.isOf(a, "duty")
}

// read reads one line of a table without its item's number.
func (t *loose) read(a, b int, gap bool) {
	if t.inClause && !gap && t.goesOn(a) {
		t.clause = strings.TrimSpace(t.clause + " " + t.textLine(a, b))
		return
	}
	t.inClause = false
	if t.clause == "" && t.numbered && (len(t.items) > 0 || !t.hasGoods()) {
		if end, ok := t.clauseAt(a, b); ok {
			t.clause, t.inClause = t.textLine(a, end), end == b
			if a = end; a >= b {
				return
			}
		}
	}
	x, at := t.lastRate(a, b)
	if at > a || at < 0 {
		to := b
		if at > a {
			to = at
		}
		t.goodsLine(a, to, gap)
		if at > a && len(t.leaves) > 0 { // goods and rate in one line
			t.inline(x)
		}
		return
	}
	t.open = false
	t.rates = append(t.rates, x)
}

// hasGoods reports whether the item that is read has goods that wait for a rate.
func (t *loose) hasGoods() bool { return len(t.leaves) > 0 }

// lastRate is the rate that ends a line and where it begins; -1 when none does.
func (t *loose) lastRate(a, b int) (rate, int) {
	for i := a; i < b; i++ {
		if x, ok := t.rateAt(i); ok && t.stop(x.end) >= b {
			return x, i
		}
	}
	return rate{}, -1
}

// clauseAt reads a clause of the law that an item rests on: "Ст. 13 и общее".
func (t *loose) clauseAt(a, b int) (int, bool) {
	h, ok := t.at(a, "clause")
	if !ok || h.Value == "sub" {
		return a, false
	}
	end := t.stop(h.end)
	if end < b && (t.Tokens.Tokens[end].Sort == token.Number || t.Tokens.Tokens[end].Roman) {
		end = t.stop(end + 1)
	}
	if end < b && t.Tokens.Tokens[end].Cap {
		return end, true
	}
	return b, true
}

// goesOn reports whether a line that begins at token a goes on with the one before it.
func (t *loose) goesOn(a int) bool {
	ts := t.Tokens.Tokens
	if a == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(ts[a].Text)
	prev := &ts[a-1]
	return unicode.IsLower(first) && !t.letterAt(a) || first == '(' || prev.Norm == "," || prev.Norm == "(" ||
		prev.Sort == token.Word && (t.isOf(a-1, "link") || prev.Abbrev && !t.isOf(a-1, "measure")) || ts[a].Sort == token.Number && !t.isOf(a+1, "money")
}

// letterAt reports whether a line begins with a letter and a bracket: "а)".
func (t *loose) letterAt(a int) bool {
	return t.word(a) && utf8.RuneCountInString(t.Tokens.Tokens[a].Norm) == 1 && t.is(a+1, ")")
}

// goodsLine reads the goods of a line: they go on, or begin a leaf or a heading of leaves.
func (t *loose) goodsLine(a, b int, gap bool) {
	if len(t.rates) > 0 {
		t.pair()
	}
	k := leaf{first: a, end: b, goods: a}
	if h, ok := t.at(a, "clause"); ok && h.Value == "sub" && t.stop(h.end) < b && t.Tokens.Tokens[t.stop(h.end)].Sort == token.Number {
		end := t.stop(h.end) + 1
		k.level, k.mark, k.goods = 1, t.textLine(a, end), t.stop(end)
	} else if t.letterAt(a) {
		k.level, k.mark, k.goods = 2, t.textLine(a, a+2), a+2
	}
	if k.level == 0 && t.open && len(t.leaves) > 0 && t.goesOn(a) {
		l := &t.leaves[len(t.leaves)-1]
		l.end = b
		t.heading(l)
		return
	}
	if len(t.items) > 0 {
		t.item, t.items = t.items[0], t.items[1:]
	}
	k.item, k.clause = t.item, strings.TrimRight(t.clause, ". ")
	for lv := 0; lv < k.level; lv++ {
		if t.parents[lv] != "" {
			k.under = append(k.under, t.parents[lv])
		}
	}
	if k.mark != "" {
		k.clause = strings.TrimLeft(k.clause+t.markAbove(k.level)+", "+k.mark, ", ")
	}
	for lv := k.level; lv < len(t.parents); lv++ {
		t.parents[lv] = ""
	}
	t.leaves = append(t.leaves, k)
	t.open = true
	t.heading(&t.leaves[len(t.leaves)-1])
}

// markAbove is the mark of the sub-clause that a letter stands under.
func (t *loose) markAbove(level int) string {
	if level == 2 {
		for i := len(t.leaves) - 1; i >= 0; i-- {
			if t.leaves[i].level == 1 {
				return ", " + t.leaves[i].mark
			}
		}
	}
	return ""
}

// heading makes a leaf that ends in a colon the heading of those that follow.
func (t *loose) heading(l *leaf) {
	if t.is(l.end-1, ":") && l.level < len(t.parents) {
		t.parents[l.level] = strings.Trim(t.textLine(l.goods, l.end-1), " ,.:")
	}
}

// inline states the last leaf with the rate in its own line.
func (t *loose) inline(x rate) {
	l := t.leaves[len(t.leaves)-1]
	t.leaves = t.leaves[:len(t.leaves)-1]
	t.stateLeaf(l, x, true)
}

// pair gives the rates that have been read to the goods before them, if they are as many.
func (t *loose) pair() {
	var goods []leaf
	for _, l := range t.leaves {
		if !t.is(l.end-1, ":") {
			goods = append(goods, l)
		}
	}
	if len(goods) > len(t.rates) { // what stands before the item that is read got no rates
		own := goods[:0:0]
		for _, l := range goods {
			if l.item == goods[len(goods)-1].item {
				own = append(own, l)
			}
		}
		if len(own) == len(t.rates) {
			goods = own
		}
	}
	if len(goods) == len(t.rates) {
		for i, l := range goods {
			t.stateLeaf(l, t.rates[i], len(goods) == 1)
		}
	} else {
		for _, x := range t.rates {
			if q, ok := t.span(x.first, x.end); ok {
				t.left = append(t.left, q)
			}
		}
	}
	if len(t.rates) > 0 {
		t.leaves = nil
	}
	t.rates, t.open = nil, false
}

// stateLeaf states a line of the tariff. beside says that the rate follows its goods.
func (t *loose) stateLeaf(k leaf, x rate, beside bool) {
	l := line{rate: x, item: k.item, clause: k.clause, goods: [2]int{k.goods, k.end}, under: k.under, first: k.first, end: k.end, rule: "table"}
	l.goods = t.unitBehind(l.goods, &l.rate)
	if beside && x.first >= k.end {
		l.end = x.end
	} else {
		l.also = append(l.also, [2]int{x.first, x.end})
	}
	t.keep(l)
}
