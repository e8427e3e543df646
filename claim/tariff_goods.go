package claim

import "example.org/chancery/token"

// goodsWords is how many tokens the name of goods can have in running text.
const goodsWords = 18

// afterLead reads goods behind a rate: "5 per cent on imports", "15% таможенного
// сбора с ввозимых товаров", "пять — за простой".
func (r *tariffReader) afterLead(x *rate, to int, listed bool) ([2]int, bool) {
	ts := r.Tokens.Tokens
	i := x.end
	if r.is(i, "-") {
		i++
	}
	if x.Basis == "value" && i < to && r.word(i) && !r.isOf(i, "charge") && !r.isOf(i, "collect") && !r.isOf(i, "goods-lead") && !r.isAnd(i) {
		if end := r.phraseEnd(i, to); r.areGoods(i, end) { // "с цены товара"
			return [2]int{i, end}, true
		}
	}
	for k := 0; k < 4 && i < to; k++ {
		if h, ok := r.at(i, "goods-lead"); ok {
			if _, unit := r.at(i, "basis"); unit {
				return [2]int{}, false
			}
			end := r.phraseEnd(h.end, to)
			for end > h.end && r.isAnd(end-1) {
				end--
			}
			if !r.areGoods(h.end, end) && !(listed && end > h.end && r.word(h.end) && !r.inMention(h.end)) {
				return [2]int{}, false
			}
			return [2]int{h.end, end}, true
		}
		if v, ok := r.at(i, "collect"); ok && k > 0 && r.isOf(v.end, "goods-lead") {
			i = v.end // "was levied on imports"
			continue
		}
		if !r.word(i) || r.isOf(i, "collect") {
			return [2]int{}, false
		}
		if _, ok := r.at(i, "duty"); !ok && !ts[i].Cap && !r.Tokens.IsPart(i, "adjective") && k > 0 {
			return [2]int{}, false
		}
		i++
	}
	return [2]int{}, false
}

// phraseEnd is where a phrase that names goods ends: at punctuation, a verb, or a rate.
func (r *tariffReader) phraseEnd(i, to int) int {
	ts := r.Tokens.Tokens
	for j := i; j < to && j < i+goodsWords; j++ {
		if ts[j].Sort == token.Punct && !r.is(j, "''") && !r.is(j, "'") || j > i && (r.isOf(j, "collect") || r.isOf(j, "charge")) {
			return j
		}
		if ts[j].Sort == token.Number && ts[j].Value > 1500 {
			return j
		}
	}
	return min(to, i+goodsWords)
}

// betweenUnit reads goods between a unit and its rate: "С пуда кишмиша — 25 коп.",
// "За пуд лучшего зеленого брали 10 рублей".
func (r *tariffReader) betweenUnit(i, to int, has bool) ([2]int, bool) {
	if !has {
		return [2]int{}, false
	}
	end := i
	for end < to && !r.isOf(end, "charge") && !r.isOf(end, "collect") && !r.is(end, "-") && !r.is(end, ":") && !r.is(end, ",") {
		end++
	}
	for k := end; k < to; k++ { // nothing but a verb may part them from the rate
		if !r.isOf(k, "charge") && !r.isOf(k, "collect") && !r.isOf(k, "filler") && !r.is(k, "-") {
			return [2]int{}, false
		}
	}
	return [2]int{i, end}, end > i && r.areGoods(i, end)
}

// subject reads goods before a rate: before a verb of paying, before a dash, or, in a
// list that has begun, directly before it. It reports whether a verb of paying stood there.
func (r *tariffReader) subject(from, to int, listed bool) ([2]int, bool, bool) {
	start := from
	for i := from; i < to; i++ {
		if r.is(i, ";") || r.is(i, ":") || r.is(i, ".") && !r.isUnit(i-1) || r.is(i, "''") && i+1 < to {
			start = i + 1
		}
	}
	end, verb := to, false
	for i := to - 1; i > start; i-- {
		if h, ok := r.at(i, "charge"); ok && h.end <= to {
			end, verb = i, true
			break
		}
	}
	for end > start && (r.is(end-1, "-") || r.isOf(end-1, "filler")) {
		if r.is(end-1, "-") {
			verb = true
		}
		end--
	}
	if end == to && !verb && !listed {
		if h, ok := r.at(to, "measure"); !ok && h.Mark == nil && !r.isOf(to, "per") && !r.isOf(to, "basis") {
			return [2]int{}, false, false
		}
		verb = true // "кара чайдын ар бир пикулунан"
	}
	if _, ok := r.among(start, end, "duty"); ok {
		return [2]int{}, false, false
	}
	if h, ok := r.among(start, end, "collect"); ok { // the subject of "levied" is who levies
		for i := start; i < h.first; i++ {
			if l, ok := r.at(i, "goods-lead"); ok && h.end == end && r.areGoods(l.end, h.first) {
				return [2]int{l.end, h.first}, true, true
			}
		}
		return [2]int{}, false, false
	}
	start = r.skipFillers(start, end)
	start, end = r.apposition(start, end)
	if end-start > goodsWords {
		start = r.lastPhrase(start, end)
	}
	end = r.beforeVerb(start, end)
	if !r.areGoods(start, end) {
		return [2]int{}, false, false
	}
	return [2]int{start, end}, verb, true
}

// beforeVerb ends a subject before its first verb, and before a conjunction at its end.
func (r *tariffReader) beforeVerb(first, end int) int {
	for i := first + 1; i < end; i++ {
		if r.Tokens.IsPart(i, "verb") && !r.Tokens.Tokens[i].Cap {
			end = i
		}
	}
	for end > first && (r.isAnd(end-1) || r.is(end-1, ",")) {
		end--
	}
	return end
}

// lastPhrase is where the last stretch between commas begins.
func (r *tariffReader) lastPhrase(first, end int) int {
	for i := end - 1; i > first; i-- {
		if r.is(i, ",") {
			return r.skipFillers(i+1, end)
		}
	}
	return first
}

func (r *tariffReader) skipFillers(i, end int) int {
	for i < end && (r.Tokens.Tokens[i].Sort == token.Punct && !r.is(i, "''") || r.isOf(i, "filler") || r.isAnd(i)) {
		i++
	}
	return i
}

// apposition leaves the goods of a stretch with commas: what stands before a clause
// that is closed by a comma ("Opium, which was contraband until then, pays"), the
// whole of a list, else what follows the last comma ("if he agreed, wool pays").
func (r *tariffReader) apposition(first, end int) (int, int) {
	ts := r.Tokens.Tokens
	closed, opened := r.is(end-1, ","), r.subordinate(first)
	for i := first; i < end; i++ {
		if !r.is(i, ",") {
			continue
		}
		joined := false
		for j := i + 1; j < end; j++ {
			joined = joined || r.isAnd(j)
		}
		switch {
		case opened && !(closed && i == end-1):
			return r.apposition(r.skipFillers(i+1, end), end)
		case closed, i+1 < end && ts[i+1].Clause != ts[i].Clause:
			return first, i
		case !joined:
			return r.lastPhrase(first, end), end
		}
	}
	return first, end
}

// subordinate reports whether a subordinate clause begins at token i.
func (r *tariffReader) subordinate(i int) bool {
	if i >= len(r.Tokens.Tokens) || r.pack(i) == nil {
		return false
	}
	for _, p := range r.pack(i).Class("subordinator") {
		if _, ok := r.reader.match.Match(p.Elements, i); ok {
			return true
		}
	}
	return false
}

// onDuty reads goods that a word for a duty takes: "пошлина с чая составляла 10 коп.".
func (r *tariffReader) onDuty(from, to int) ([2]int, bool) {
	h, ok := r.among(from, to, "duty")
	if !ok {
		return [2]int{}, false
	}
	lead, ok := r.at(h.end, "goods-lead")
	if ok {
		end := lead.end
		for end < to && r.word(end) && !r.isOf(end, "charge") && !r.isOf(end, "collect") && !r.isOf(end, "filler") {
			end++
		}
		if r.areGoods(lead.end, end) {
			return [2]int{lead.end, end}, true
		}
	}
	// "ввозная пошлина": the duty's own adjective is all that is said of the goods
	if d, ok := r.at(h.first-1, "direction"); ok && d.end == h.first {
		return [2]int{d.first, h.end}, true
	}
	return [2]int{}, false
}

// dutyBeside is the word for a duty that a rate without goods is a rate of.
func (r *tariffReader) dutyBeside(from int, x *rate, to int) (hit, bool) {
	ts := r.Tokens.Tokens
	for i := x.end; i < to && i < x.end+4; i++ {
		if h, ok := r.at(i, "duty"); ok {
			return h, true
		}
		if ts[i].Sort == token.Punct {
			break
		}
	}
	for i := x.first - 1; i >= from && i > x.first-7; i-- {
		if h, ok := r.at(i, "duty"); ok {
			return h, true
		}
		if r.is(i, ",") || r.is(i, ";") || r.is(i, ".") {
			break
		}
	}
	return hit{}, false
}

// areGoods reports whether tokens can name goods: a word that is no function word,
// and no date, instrument, number or duty instead.
func (r *tariffReader) areGoods(first, end int) bool {
	ts := r.Tokens.Tokens
	named := false
	for i := first; i < end; i++ {
		if r.inMention(i) || r.isOf(i, "many") {
			return false
		}
		if h, ok := r.at(i, "filler"); ok && h.end > i+1 && h.end <= end {
			i = h.end - 1
			continue
		}
		if ts[i].Sort == token.Word && !r.isOf(i, "filler") && !r.isOf(i, "money") && !r.isOf(i, "coin") && !r.pack(i).IsFrequent(ts[i].Norm) && len([]rune(ts[i].Norm)) > 2 {
			named = true
		}
	}
	return named
}

// passWords is how far before "free of duty" its verb can begin: "may be brought in".
const passWords = 5

// free reads a statement that something is free: "чай пропускается беспошлинно",
// "rice comes in free of duty", "товары не платят пошлины".
func (r *tariffReader) free(l line, from int, duty bool) (line, bool) {
	ts := r.Tokens.Tokens
	end := l.rate.first
	verb := l.stated
	for i := end - 1; i >= from && i >= end-passWords && !verb; i-- {
		if h, ok := r.at(i, "pass"); ok && h.end <= end {
			end, verb = i, true
		}
	}
	if h, ok := r.at(l.rate.end, "pass"); ok && !verb {
		l.end, verb = h.end, true
	}
	if !verb {
		return r.freeTrade(l, from)
	}
	start := from
	for i := from; i < end; i++ {
		if r.is(i, ";") || r.is(i, ":") || r.is(i, ".") || i > from && r.is(i-1, ",") && ts[i].Clause != ts[i-1].Clause {
			start = i + 1
		}
	}
	start = r.skipFillers(start, end)
	start, end = r.apposition(start, end)
	if end-start > goodsWords {
		start = r.lastPhrase(start, end)
	}
	end = r.beforeVerb(start, end)
	if !r.areGoods(start, end) {
		return l, false
	}
	l.goods, l.first = [2]int{start, end}, start
	return l, true
}

// freeTrade reads trade that is free as such: "торговать беспошлинно".
func (r *tariffReader) freeTrade(l line, from int) (line, bool) {
	for i := max(from, l.rate.first-2); i <= l.rate.end+1; i++ {
		h, ok := r.at(i, "trade")
		if !ok || i >= l.rate.first && i < l.rate.end || r.Tokens.Tokens[i].Sentence != r.Tokens.Tokens[l.rate.first].Sentence {
			continue
		}
		l.goods = [2]int{h.first, h.end}
		l.first, l.end = min(l.first, h.first), max(l.end, h.end)
		return l, true
	}
	return l, false
}
