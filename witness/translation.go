package witness

import (
	"fmt"
	"slices"
)

const (
	fewestSigns  = 10  // below which their order proves nothing
	fewestShared = 5   // pairs of signs, one soon behind the other, that both have
	pairShare    = 200 // per mille of such pairs of the shorter one
	orderShare   = 700 // per mille of the signs of the shorter one that stand in the other in the same order
	commonPair   = 25  // documents with the same pair, such as the days of one famous act
	numberShare  = 800 // per mille of the numbers alone, which every translator keeps
	mostSigns    = 2000
)

// Where every number of the shorter text stands in the other, names may be written so
// that they are not known again.
const (
	allNumbers      = 1000
	fewestNumbers   = 3
	looseOrderShare = 600
	wholeOrderShare = 500 // where neither has numbers that the other lacks: no excerpt, and no other account
)

// A text in the same language that shares no words is a copy only if nearly all agrees:
// one that lost its letters to damage. Two authors who tell of the same acts agree in much.
const (
	damagedPairShare  = 600
	damagedOrderShare = 850
)

// translations finds documents whose numbers and names stand in the same order.
func translations(texts []Text) []Pair {
	lists := make([][]uint64, len(texts))
	for n, t := range texts {
		if len(t.Signs) >= fewestSigns {
			lists[n] = neighbours(t.Signs[:min(len(t.Signs), mostSigns)])
		}
	}
	var out []Pair
	for at, n := range shared(lists, commonPair) {
		a, b := texts[at[0]], texts[at[1]]
		kind, enoughPairs, enoughOrder := Translation, pairShare, orderShare
		if a.Lang == b.Lang {
			kind, enoughPairs, enoughOrder = Copy, damagedPairShare, damagedOrderShare
		}
		if n < fewestShared || perMille(n, min(len(lists[at[0]]), len(lists[at[1]]))) < enoughPairs {
			continue
		}
		x, y := a.Signs[:min(len(a.Signs), mostSigns)], b.Signs[:min(len(b.Signs), mostSigns)]
		same, of := inOrder(x, y), min(len(x), len(y))
		share := perMille(len(same), of)
		numbers, counted, most := numbersShare(x, y)
		loose := kind == Translation && numbers == allNumbers && counted >= fewestNumbers &&
			(share >= looseOrderShare || share >= wholeOrderShare && most == counted)
		if !loose && (share < enoughOrder || numbers < numberShare || n < fewestShared+4) {
			continue
		}
		out = append(out, Pair{First: a.ID, Second: b.ID, Kind: kind, Share: share,
			Evidence: fmt.Sprintf("%d of %d numbers and names stand in the same order: %s", len(same), of, list(same, 12))})
	}
	return out
}

// numbersShare is the share of the numbers of the one with fewer that stand in the other
// in the same order, how many it has, and how many the other has.
func numbersShare(a, b []string) (share, fewer, more int) {
	x, y := onlyNumbers(a), onlyNumbers(b)
	fewer, more = min(len(x), len(y)), max(len(x), len(y))
	return perMille(len(inOrder(x, y)), fewer), fewer, more
}

func onlyNumbers(signs []string) []string {
	var out []string
	for _, s := range signs {
		if s[0] >= '0' && s[0] <= '9' {
			out = append(out, s)
		}
	}
	return out
}

// neighbours are the pairs of a sign and one of the two behind it, each once; which of
// the two comes first is the language's affair.
func neighbours(signs []string) []uint64 {
	var out []uint64
	for i := range signs {
		for _, k := range []int{i + 1, i + 2} {
			if k < len(signs) && signs[i] != signs[k] {
				out = append(out, runHash([]string{min(signs[i], signs[k]), max(signs[i], signs[k])}))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inOrder is the longest list of signs that stand in both in the same order.
func inOrder(a, b []string) []string {
	length := make([][]int32, len(a)+1)
	for i := range length {
		length[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				length[i][k] = length[i+1][k+1] + 1
			} else {
				length[i][k] = max(length[i+1][k], length[i][k+1])
			}
		}
	}
	var out []string
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			out = append(out, a[i])
			i, k = i+1, k+1
		case length[i+1][k] >= length[i][k+1]:
			i++
		default:
			k++
		}
	}
	return out
}
