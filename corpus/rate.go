package corpus

import (
	"math/big"
	"strings"

	"example.org/chancery"
)

// sameRate reports whether two rates are worth the same: equal decimals, kopeks as
// hundredths of roubles. A unit of quantity that only one of them names is no
// disagreement.
func sameRate(a, b chancery.Rate) bool {
	if a.Free || b.Free {
		return a.Free == b.Free
	}
	if a.Percent != "" || b.Percent != "" {
		return equal(decimal(a.Percent), decimal(b.Percent))
	}
	if a.Per != "" && b.Per != "" && fold(a.Per) != fold(b.Per) {
		return false
	}
	x, coinA := money(a)
	y, coinB := money(b)
	return coinA == coinB && equal(x, y)
}

// money is an amount in the smallest coin that the score knows of its currency.
func money(r chancery.Rate) (*big.Rat, string) {
	n := decimal(r.Amount)
	switch c := strings.TrimSuffix(strings.ToLower(r.Currency), "s"); c {
	case "rub", "rouble", "ruble":
		if n != nil {
			n.Mul(n, big.NewRat(100, 1))
		}
		return n, "kopek"
	case "kopek", "copeck", "kopeck":
		return n, "kopek"
	default:
		return n, c
	}
}

func decimal(s string) *big.Rat {
	n, ok := new(big.Rat).SetString(strings.ReplaceAll(s, ",", "."))
	if !ok {
		return nil
	}
	return n
}

func equal(a, b *big.Rat) bool { return a != nil && b != nil && a.Cmp(b) == 0 }
