package claim

import (
	"math/big"
	"strconv"
	"strings"

	"example.org/chancery"
	"example.org/chancery/token"
)

// rate is an amount, a percentage or a word for "free" at its place: tokens, half
// open. first and end take in the unit and basis that stand beside it.
type rate struct {
	chancery.Rate
	first, end int
	core       int  // the token after the amount itself
	stated     bool // of what is free: by a verb, not by a word that could describe anything
	cell       bool // of what is free: by a word that says so only in a cell of its own
}

// rateAt reads the rate at token i: "25 коп. с пуда", "1 р. 80 к.", "2½ per cent",
// "беспошлинно". A sum in millions is no rate, nor is a range.
func (r *tariffReader) rateAt(i int) (rate, bool) {
	if h, ok := r.at(i, "free"); ok {
		return rate{Rate: chancery.Rate{Free: true}, first: i, end: h.end, core: h.end, stated: h.Value == "stated", cell: h.Value == "cell"}, true
	}
	if h, ok := r.at(i, "percent-word"); ok {
		return rate{Rate: chancery.Rate{Percent: h.Value}, first: i, end: h.end, core: h.end}, true
	}
	amount, j, ok := r.amount(i)
	if !ok {
		return rate{}, false
	}
	out := rate{first: i}
	if h, ok := r.at(j, "percent"); ok {
		out.Percent, out.core = decimal(amount), h.end
		out.end = h.end
		r.beside(&out)
		return out, true
	}
	h, ok := r.at(j, "money")
	if !ok {
		return rate{}, false
	}
	out.Currency, out.core = h.Value, h.end
	places := 0
	for { // "1 р. 80 к.", "1 tael 2 mace 5 candareens"
		k := r.stop(out.core)
		if r.is(k, ",") || r.isAnd(k) {
			k++
		}
		small, n, ok := r.amount(k)
		if !ok || r.lineEnd(k) {
			break
		}
		s, ok := r.at(n, "money")
		ratio, fits := shareOf(h.Value, h.Of, s.of())
		if !ok || !fits {
			break
		}
		amount.Add(amount, small.Mul(small, ratio))
		out.core = s.end
		if ratio.Cmp(big.NewRat(1, 100)) == 0 {
			places = 2
		}
	}
	out.Amount, out.end = decimal(amount), out.core
	if places > 0 {
		out.Amount = amount.FloatString(places)
	}
	r.beside(&out)
	return out, true
}

func (h hit) of() string {
	if h.Mark == nil {
		return ""
	}
	return h.Of
}

// shareOf is what part of a coin another coin is: a kopek of a rouble, a candareen of
// a mace. It is false when they are not parts of one coin.
func shareOf(coin, coinOf, smallOf string) (*big.Rat, bool) {
	whole, n, ok := strings.Cut(smallOf, "/")
	small, err := strconv.Atoi(n)
	if !ok || err != nil || small == 0 {
		return nil, false
	}
	if coinOf == "" {
		return big.NewRat(1, int64(small)), coin == whole
	}
	same, m, _ := strings.Cut(coinOf, "/")
	large, err := strconv.Atoi(m)
	if err != nil || same != whole || large >= small {
		return nil, false
	}
	return big.NewRat(int64(large), int64(small)), true
}

// decimal writes an amount as a decimal string, at most four places: "25", "2.5".
func decimal(n *big.Rat) string {
	if n.IsInt() {
		return n.Num().String()
	}
	return strings.TrimRight(n.FloatString(4), "0")
}

// lineEnd reports whether a line ends before token i: amounts in two lines are two.
func (r *tariffReader) lineEnd(i int) bool {
	ts := r.Tokens.Tokens
	return i > 0 && i < len(ts) && strings.Contains(r.Text.Mended()[ts[i-1].End:ts[i].Start], "\n")
}

// amount reads a number in figures or words: "2,5", "2½", "семью", "two and a half".
func (r *tariffReader) amount(i int) (*big.Rat, int, bool) {
	ts := r.Tokens.Tokens
	if i < 0 || i >= len(ts) {
		return nil, i, false
	}
	t := &ts[i]
	n, end := new(big.Rat), i+1
	pack := r.pack(i)
	switch {
	case t.Sort == token.Number && fraction(t.Text) != nil:
		return fraction(t.Text), end, true
	case t.Sort == token.Number:
		if _, ok := n.SetString(strings.ReplaceAll(t.Text, ",", ".")); !ok {
			return nil, i, false
		}
		if i > 0 && (r.is(i-1, "-") && r.glued(i)) || r.is(i+1, "-") && i+2 < len(ts) && ts[i+2].Sort == token.Number {
			return nil, i, false // a range
		}
	case t.Sort == token.Word && pack != nil && !t.Cap || t.Sort == token.Word && pack != nil && t.Sentence != sentenceBefore(ts, i):
		num, ok := pack.Numbers[t.Norm]
		if !ok || num.Ordinal {
			return nil, i, false
		}
		n.SetInt64(int64(num.Value))
		if end < len(ts) && num.Value >= 20 { // "двадцать пять"
			if more, ok := pack.Numbers[ts[end].Norm]; ok && !more.Ordinal && more.Value < 10 {
				n.Add(n, new(big.Rat).SetInt64(int64(more.Value)))
				end++
			}
		}
	default:
		return nil, i, false
	}
	if f := fractionAt(ts, end); f != nil {
		n.Add(n, f)
		end++
	} else if end+2 < len(ts) && ts[end].Sort == token.Number && r.is(end+1, "/") && ts[end+2].Value > ts[end].Value && ts[end].Value > 0 {
		n.Add(n, big.NewRat(int64(ts[end].Value), int64(ts[end+2].Value))) // "2 1/2"
		end += 3
	}
	if h, ok := r.at(end, "half"); ok {
		if f, ok := new(big.Rat).SetString(h.Value); ok {
			n.Add(n, f)
			end = h.end
		}
	}
	return n, end, true
}

func sentenceBefore(ts []token.Token, i int) int {
	if i == 0 {
		return -1
	}
	return ts[i-1].Sentence
}

func fractionAt(ts []token.Token, i int) *big.Rat {
	if i >= len(ts) {
		return nil
	}
	return fraction(ts[i].Text)
}

// fraction is the value of one of the signs for a half, a quarter and the like.
func fraction(s string) *big.Rat {
	switch s {
	case "½":
		return big.NewRat(1, 2)
	case "¼":
		return big.NewRat(1, 4)
	case "¾":
		return big.NewRat(3, 4)
	case "⅓":
		return big.NewRat(1, 3)
	case "⅔":
		return big.NewRat(2, 3)
	case "⅛":
		return big.NewRat(1, 8)
	}
	return nil
}

// beside takes in what follows an amount: coin, unit and basis, "ассигнациями с пуда брутто".
func (r *tariffReader) beside(x *rate) {
	for {
		i := r.stop(x.end)
		if i == x.end && (r.is(i, ",") || r.is(i, "-")) {
			i++
		}
		if r.lineEnd(i) {
			return
		}
		switch u, end, ok := r.unit(i); {
		case ok && x.put(u):
			x.end = end
		default:
			return
		}
	}
}

// unit reads a coin's metal, a basis, or a measure with its word ("per picul", "с пуда").
func (r *tariffReader) unit(i int) (chancery.Rate, int, bool) {
	if h, ok := r.at(i, "basis"); ok {
		if h.Value == "value" {
			return chancery.Rate{Basis: "value"}, h.end, true
		}
		return chancery.Rate{Basis: h.Value}, h.end, true
	}
	if h, ok := r.at(i, "coin"); ok {
		return chancery.Rate{Currency: h.Value}, h.end, true
	}
	if h, ok := r.at(i, "per"); ok {
		if m, ok := r.at(h.end, "measure"); ok {
			return chancery.Rate{Per: m.Value}, m.end, true
		}
	}
	if m, ok := r.at(i, "measure"); ok && m.Of == "bare" {
		return chancery.Rate{Per: m.Value}, m.end, true
	}
	return chancery.Rate{}, i, false
}

// put adds a unit to a rate, false when the rate has one of the sort already.
func (x *rate) put(u chancery.Rate) bool {
	switch {
	case u.Per != "" && x.Per == "" && x.Percent == "":
		x.Per = u.Per
	case u.Basis != "" && x.Basis == "":
		x.Basis = u.Basis
	case u.Currency != "" && x.Currency != "" && !strings.Contains(x.Currency, " "):
		x.Currency += " " + u.Currency
	default:
		return false
	}
	return true
}
