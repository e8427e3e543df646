package register

import (
	"cmp"
	"maps"
	"slices"

	"example.org/chancery"
)

// Entry is an instrument, a person or a place that claims are about, as a view groups them.
type Entry struct {
	Description                                           // Aliases hold the keys of joined entries too
	Mentions    []string                                  // how documents name it, each form once, sorted
	Claims      map[chancery.ClaimType][]chancery.ClaimID // by document hash and place
}

// Entries is every entry that a claim names, by key.
func (v *View) Entries() []Entry { return v.entries }

// Entry is the entry of that key. The key of an entry that was joined to another, and
// an alias that only one entry has, lead to that entry.
func (v *View) Entry(k chancery.Key) (Entry, bool) {
	if i, ok := v.byKey[v.joins.root(k)]; ok {
		return v.entries[i], true
	}
	found := -1
	for i, e := range v.entries {
		if slices.Contains(e.Aliases, string(k)) {
			if found >= 0 {
				return Entry{}, false
			}
			found = i
		}
	}
	if found < 0 {
		return Entry{}, false
	}
	return v.entries[found], true
}

// descriptions finds what is said of an entry: by the authority that resolved last,
// and among equals by the document whose hash is first.
func (v *View) descriptions() map[chancery.Key]Description {
	latest := map[string]int64{}
	for _, id := range v.order {
		h := v.docs[id]
		latest[h.resolution.Authority] = max(latest[h.resolution.Authority], h.resolved)
	}
	best := map[chancery.Key]Description{}
	rank := map[chancery.Key]int64{}
	for _, id := range v.order {
		res := v.docs[id].resolution
		for _, d := range res.Entries {
			if latest[res.Authority] > rank[d.Key] {
				best[d.Key], rank[d.Key] = d, latest[res.Authority]
			}
		}
	}
	return best
}

// group makes the entries out of the claims that are not hidden.
func (v *View) group() {
	made := map[chancery.Key]*Entry{}
	for _, id := range v.order {
		for _, c := range v.shown[id].claims {
			if c.Hidden() {
				continue
			}
			var last chancery.Key
			mapKeys(c.Body, func(f Field, k chancery.Key) chancery.Key {
				if k == "" || k == last {
					return k
				}
				last = k
				if made[k] == nil {
					made[k] = newEntry(k, f, v.said)
				}
				made[k].take(c)
				return k
			})
		}
	}
	for k := range v.joins {
		if e := made[v.joins.root(k)]; e != nil {
			e.Aliases = append(e.Aliases, string(k))
			if d, ok := v.said[k]; ok {
				e.Aliases = append(append(e.Aliases, d.Label), d.Aliases...)
			}
		}
	}
	v.entries = make([]Entry, 0, len(made))
	v.byKey = make(map[chancery.Key]int, len(made))
	for _, k := range slices.Sorted(maps.Keys(made)) {
		e := made[k]
		e.Mentions = sortedSet(e.Mentions)
		e.Aliases = sortedSet(e.Aliases)
		v.byKey[k] = len(v.entries)
		v.entries = append(v.entries, *e)
	}
}

func newEntry(k chancery.Key, f Field, said map[chancery.Key]Description) *Entry {
	e := &Entry{Claims: map[chancery.ClaimType][]chancery.ClaimID{}}
	if d, ok := said[k]; ok {
		e.Description = d
		e.Aliases = slices.Clone(d.Aliases)
	}
	e.Key = k
	e.Type = cmp.Or(e.Type, entryType(f))
	return e
}

// take adds a claim; what no authority says of the entry, its claims may.
func (e *Entry) take(c Claim) {
	e.Claims[c.Type()] = append(e.Claims[c.Type()], c.ID)
	switch b := c.Body.(type) {
	case chancery.Instrument:
		if len(b.Mentions) == 0 {
			e.Mentions = append(e.Mentions, c.Quote.Text)
		}
		e.Mentions = append(e.Mentions, b.Mentions...)
		e.Label = cmp.Or(e.Label, b.Label)
		e.Kind = cmp.Or(e.Kind, b.Kind)
		e.Plane = cmp.Or(e.Plane, b.Plane)
		if len(e.Parties) == 0 {
			e.Parties = b.Parties
		}
	case chancery.Person:
		e.Mentions = append(append(e.Mentions, b.Name), b.Variants...)
		e.Label = cmp.Or(e.Label, b.Label)
	case chancery.Place:
		e.Mentions = append(append(e.Mentions, b.Name), b.Variants...)
		e.Label = cmp.Or(e.Label, b.Label)
	}
}

func sortedSet(in []string) []string {
	out := slices.Compact(slices.Sorted(slices.Values(in)))
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}
