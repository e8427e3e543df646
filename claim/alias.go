package claim

import (
	"slices"

	"example.org/chancery"
)

// joinAliases makes one instrument of two whose sameness the document asserts:
// "the treaty, known as the Treaty of Chushul".
func (r *reader) joinAliases() {
	for _, c := range r.claims {
		rel, ok := c.Body.(chancery.Relation)
		if !ok || rel.Rel != "same-as" || c.Certainty() != chancery.Asserted {
			continue
		}
		a, b := r.rootAt(rel.FromAs), r.rootAt(rel.ToAs)
		if a < 0 || b < 0 || a == b {
			continue
		}
		first, other := min(a, b), max(a, b)
		for _, i := range r.followers[other] {
			r.root[i] = first
		}
		r.followers[first] = slices.Sorted(slices.Values(append(r.followers[first], r.followers[other]...)))
		delete(r.followers, other)
		if r.self == other {
			r.self = first
		}
	}
}

// rootAt is the root of the instrument mention with this quote, -1 for none.
func (r *reader) rootAt(q *chancery.Quote) int {
	if i := r.mentionOf(q); i >= 0 {
		return r.root[i]
	}
	return -1
}

// mentionOf is the instrument mention with this quote, -1 for none.
func (r *reader) mentionOf(q *chancery.Quote) int {
	if q == nil {
		return -1
	}
	if r.quoted == nil {
		r.quoted = map[chancery.Span]int{}
		for i := range r.All {
			if r.All[i].Instrument == nil {
				continue
			}
			if m := r.mentionQuote(i); m != nil {
				if _, ok := r.quoted[m.Span]; !ok {
					r.quoted[m.Span] = i
				}
			}
		}
	}
	if i, ok := r.quoted[q.Span]; ok {
		return i
	}
	return -1
}
