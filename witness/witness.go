// Package witness finds documents that are copies, excerpts or translations of one
// another. Such documents form one family, which counts once as a witness to what
// they state; none of them is dropped.
//
// It is a pure function of texts and of the names and numbers that stand in them, in
// their order. Copies and excerpts share runs of words; a translation shares none,
// but its numbers and names stand in the same order.
//
//	families := witness.Families(texts)
package witness

import (
	"cmp"
	"slices"
	"strings"

	"example.org/chancery"
)

// Text is a document as this package compares it.
type Text struct {
	ID    chancery.DocumentID
	Lang  string   // of most of it, as ISO 639-1 code
	Words []string // of the text of record in order, lower case
	Signs []string // what a translation keeps, in order: numbers, dates, keys or spellings of names
}

// Kind is how two documents are related.
type Kind string

// The kinds. Excerpt says that the first is part of the second.
const (
	Copy        Kind = "copy"
	Excerpt     Kind = "excerpt"
	Translation Kind = "translation"
)

// Article is the kind with its article: "an excerpt".
func (k Kind) Article() string {
	if k == Excerpt {
		return "an excerpt"
	}
	return "a " + string(k)
}

// Pair is two documents that are not independent, with what shows it.
type Pair struct {
	First    chancery.DocumentID `json:"first"`
	Second   chancery.DocumentID `json:"second"`
	Kind     Kind                `json:"kind"`
	Share    int                 `json:"share"`    // per mille of the shorter one that stands in the other, in the same order
	Evidence string              `json:"evidence"` // words, or numbers and names, that both have
}

// Family is documents of which each is related to another, and the pairs that say so.
type Family struct {
	Documents []chancery.DocumentID `json:"documents"`
	Pairs     []Pair                `json:"pairs"`
}

// Families are all families of two documents or more, by the id of their first. The
// order of the texts does not matter.
func Families(texts []Text) []Family {
	texts = slices.Clone(texts)
	slices.SortFunc(texts, func(a, b Text) int { return cmp.Compare(a.ID, b.ID) })
	pairs := slices.Concat(copies(texts), translations(texts))
	slices.SortStableFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(min(a.First, a.Second), min(b.First, b.Second)), cmp.Compare(max(a.First, a.Second), max(b.First, b.Second)))
	})
	pairs = slices.CompactFunc(pairs, func(a, b Pair) bool {
		return min(a.First, a.Second) == min(b.First, b.Second) && max(a.First, a.Second) == max(b.First, b.Second)
	})
	root := map[chancery.DocumentID]chancery.DocumentID{}
	find := func(d chancery.DocumentID) chancery.DocumentID {
		for root[d] != "" {
			d = root[d]
		}
		return d
	}
	for _, p := range pairs {
		a, b := find(p.First), find(p.Second)
		if a != b {
			root[max(a, b)] = min(a, b)
		}
	}
	by := map[chancery.DocumentID]*Family{}
	var order []chancery.DocumentID
	for _, p := range pairs {
		r := find(p.First)
		if by[r] == nil {
			by[r] = &Family{}
			order = append(order, r)
		}
		by[r].Documents = append(by[r].Documents, p.First, p.Second)
		by[r].Pairs = append(by[r].Pairs, p)
	}
	slices.Sort(order)
	var out []Family
	for _, r := range order {
		slices.Sort(by[r].Documents)
		by[r].Documents = slices.Compact(by[r].Documents)
		out = append(out, *by[r])
	}
	return out
}

// Independent is the number of witnesses among documents: a family counts once.
func Independent(families []Family, docs []chancery.DocumentID) int {
	seen := map[chancery.DocumentID]bool{}
	n := 0
	for _, d := range docs {
		if seen[d] {
			continue
		}
		n++
		seen[d] = true
		for _, f := range families {
			if slices.Contains(f.Documents, d) {
				for _, o := range f.Documents {
					seen[o] = true
				}
			}
		}
	}
	return n
}

// shared counts, for every two lists, the runs that both have; runs that more than
// common of the lists have say nothing about two of them.
func shared(lists [][]uint64, common int) map[[2]int]int {
	at := map[uint64][]int{}
	for n, l := range lists {
		for _, h := range l {
			at[h] = append(at[h], n)
		}
	}
	count := map[[2]int]int{}
	for _, docs := range at {
		if len(docs) < 2 || len(docs) > common {
			continue
		}
		for i, a := range docs {
			for _, b := range docs[i+1:] {
				count[[2]int{a, b}]++
			}
		}
	}
	return count
}

// runHash names a run of words (FNV-1a, 64 bits).
func runHash(run []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range run {
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h = (h ^ 0x1f) * 1099511628211
	}
	return h
}

func perMille(n, of int) int {
	if of == 0 {
		return 0
	}
	return n * 1000 / of
}

func list(words []string, most int) string {
	if len(words) > most {
		return strings.Join(words[:most], " ") + " …"
	}
	return strings.Join(words, " ")
}
