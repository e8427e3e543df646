package claim

import (
	"example.org/chancery"
	"example.org/chancery/token"
)

// statement is a sentence of running text with the rates in it. Stops behind coins
// and measures do not end it: "1 р. 80 к.".
type statement struct {
	first, end int
	rates      []rate
}

// prose reads the rates of a paragraph of running text.
func (r *tariffReader) prose(n int) {
	p := &r.Tokens.Paragraphs[n]
	for i := p.First; i < p.Last; {
		end := r.statementEnd(i, p.Last)
		s := statement{first: i, end: end}
		r.findRates(&s)
		if len(s.rates) > 0 {
			r.statement(&s)
		}
		i = end
	}
}

func (r *tariffReader) statementEnd(i, last int) int {
	ts := r.Tokens.Tokens
	for j := i + 1; j < last; j++ {
		if ts[j].Sentence == ts[j-1].Sentence {
			continue
		}
		if k := j - 1; (r.is(k, ".") && k > i && r.isUnit(k-1) || ts[k].Abbrev && r.isUnit(k)) && !ts[j].Cap {
			continue
		}
		return j
	}
	return last
}

func (r *tariffReader) isUnit(i int) bool {
	h, ok := r.at(i, "money", "measure", "percent")
	return ok && h.end == i+1
}

func (r *tariffReader) findRates(s *statement) {
	for i := s.first; i < s.end; {
		x, ok := r.rateAt(i)
		if !ok || x.core > s.end || x.cell {
			i++
			continue
		}
		s.rates = append(s.rates, x)
		i = max(x.end, i+1)
	}
}

// statement states the rates of a sentence.
func (r *tariffReader) statement(s *statement) {
	_, duty := r.among(s.first, s.end, "duty")
	near := duty || r.onDuties(s.first)
	if !near { // a word for "free of duty" speaks of duties by itself
		free := s.rates[:0]
		for _, x := range s.rates {
			if x.Free {
				free = append(free, x)
			}
		}
		if s.rates = free; len(free) == 0 {
			return
		}
	}
	if !s.rates[0].Free {
		r.ellipses(s)
	}
	from := s.first
	var carried chancery.Rate
	made := 0
	for k := range s.rates {
		x := &s.rates[k]
		to := s.end
		if k+1 < len(s.rates) {
			to = s.rates[k+1].first
		}
		l, ok := r.assign(s, x, from, to, duty, made > 0, &carried)
		if ok {
			r.keep(l)
			made++
			from = max(from, l.end)
		}
		from = max(from, x.end)
	}
}

// ellipses finds further amounts that leave the coin out: "простой — пять, а черный одним".
func (r *tariffReader) ellipses(s *statement) {
	ts := r.Tokens.Tokens
	var all []rate
	k := 0
	var last *rate
	for i := s.first; i < s.end; i++ {
		if k < len(s.rates) && s.rates[k].first == i {
			all = append(all, s.rates[k])
			last = &s.rates[k]
			i = max(i, last.end-1)
			k++
			continue
		}
		if last == nil || last.Amount == "" {
			continue
		}
		n, end, ok := r.amount(i)
		if !ok || end < s.end && !r.is(end, "-") && !r.is(end, ",") && !r.is(end, ".") && !r.is(end, ";") ||
			r.inMention(i) || ts[i].Sort == token.Number && ts[i].Value > 1000 {
			continue
		}
		if before := i - 1; !r.is(before, "-") && !r.isOf(before, "filler") && !r.isOf(before, "charge") {
			continue
		}
		x := rate{Rate: chancery.Rate{Amount: decimal(n), Currency: last.Currency}, first: i, end: end, core: end}
		all = append(all, x)
		i = end - 1
	}
	s.rates = all
}

func (r *tariffReader) isOf(i int, sort string) bool {
	_, ok := r.at(i, sort)
	return ok
}

// inMention reports whether token i belongs to a date, an article or an instrument's name.
func (r *tariffReader) inMention(i int) bool {
	for s := max(0, i-12); s <= i; s++ {
		for _, u := range r.Units[s] {
			if u.End > i && (u.Tag == "date" || u.Tag == "article" || u.Tag == "instrument") {
				return true
			}
		}
	}
	return false
}

// assign finds the goods of a rate between from and to. listed says that a rate
// before it in the sentence has its goods, so that bare names can follow.
func (r *tariffReader) assign(s *statement, x *rate, from, to int, duty, listed bool, carried *chancery.Rate) (line, bool) {
	l := line{rate: *x, first: x.first, end: x.end, rule: "prose"}
	if x.Free {
		return r.free(l, from, duty)
	}
	lead, leadEnd := r.unitsBefore(&l.rate, from, x.first, carried)
	if l.Per == "" && l.Percent == "" {
		l.Per = carried.Per
	}
	if l.Basis == "" {
		l.Basis = carried.Basis
	}
	if carried.Currency != "" && l.Amount != "" {
		l.rate.put(chancery.Rate{Currency: carried.Currency})
	}
	carried.Per = first(l.Per, carried.Per)
	if lead < 0 || r.parted(leadEnd, x.first) { // "с фунта: чай — 1 р." holds for the whole list
		lead, leadEnd = x.first, x.first
	}
	goods, verb, led := [2]int{}, false, false
	if a, ok := r.afterLead(x, to, listed); ok {
		goods, led = a, true
		l.end = a[1]
	} else if g, ok := r.betweenUnit(leadEnd, x.first, lead < x.first); ok {
		goods, l.first = g, lead
	} else if g, v, ok := r.subject(from, lead, listed); ok {
		goods, verb, l.first = g, v, g[0]
	} else if g, ok := r.onDuty(from, x.first); ok {
		goods, l.first = g, g[0]
	}
	l.goods = goods
	if goods[0] == goods[1] {
		d, ok := r.dutyBeside(from, x, to)
		if l.Percent == "" || !ok && l.Basis == "" {
			return l, false
		}
		if ok {
			l.first, l.end = min(l.first, d.first), max(l.end, d.end)
		}
	} else if l.Percent == "" && !duty && l.Per == "" && !verb && !listed {
		return l, false
	} else if l.Percent != "" && !duty && l.Basis == "" && !verb && !(led && r.fixes(s)) {
		return l, false
	}
	l.first, l.end = min(l.first, lead), max(l.end, x.end)
	if last := r.Tokens.Tokens[l.end-1].Norm; r.isUnit(l.end-1) && len([]rune(last)) <= longestAbbreviation {
		l.end = r.stop(l.end)
	}
	return l, true
}

// fixes reports whether a sentence has a word for laying down or levying.
func (r *tariffReader) fixes(s *statement) bool {
	_, ok := r.among(s.first, s.end, "collect")
	return ok
}

// parted reports whether a colon or semicolon stands between two tokens.
func (r *tariffReader) parted(first, end int) bool {
	for i := first; i < end; i++ {
		if r.is(i, ":") || r.is(i, ";") {
			return true
		}
	}
	return false
}

// longestAbbreviation is how many letters a coin's or measure's abbreviation has: "коп.".
const longestAbbreviation = 4

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// unitsBefore takes in units that stand before a rate: "с пуда ... 25 коп.", "уже с
// фунта и ассигнациями: ...". It returns the tokens of the last measure or basis.
func (r *tariffReader) unitsBefore(x *rate, from, to int, carried *chancery.Rate) (int, int) {
	lead, leadEnd := -1, -1
	for i := from; i < to; {
		u, end, ok := r.unit(i)
		if !ok || end > to {
			i++
			continue
		}
		if u.Currency != "" {
			carried.Currency = u.Currency
		} else if x.Percent != "" && u.Basis != "" || x.Percent == "" {
			if u.Per != "" {
				x.Per, carried.Per = u.Per, u.Per
			}
			if u.Basis != "" {
				x.Basis = u.Basis
			}
			lead, leadEnd = i, end
		}
		i = end
	}
	return lead, leadEnd
}
