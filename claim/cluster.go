package claim

import (
	"example.org/chancery"
	"example.org/chancery/token"
)

// Cluster is the mentions of a document that speak of one instrument, person or place.
type Cluster struct {
	Type    chancery.ClaimType
	Spans   []chancery.Span // in the text of record, in order
	Names   []Name          // what its names say, bare kind words left out
	Kind    chancery.InstrumentKind
	Parties []chancery.Key
	Years   []int          // that are part of a name, or date its signature
	Keys    []chancery.Key // entries whose name stands there: persons and places
	Text    string         // the first name as it stands
}

// Name is one name of a cluster: its surface and the stems that tell it apart.
type Name struct {
	Text  string
	Stems []string
}

// clusters gathers the mentions of instruments by their root, of persons by last
// name and of places by name.
func (r *reader) clusters() []Cluster {
	var out []Cluster
	byRoot := map[int]int{}
	byName := map[string]int{}
	for i := range r.All {
		me := &r.All[i]
		q := r.mentionQuote(i)
		if q == nil {
			continue
		}
		switch {
		case me.Instrument != nil && r.root[i] >= 0:
			n, ok := byRoot[r.root[i]]
			if !ok {
				n = len(out)
				byRoot[r.root[i]] = n
				out = append(out, Cluster{Type: chancery.InstrumentClaim, Kind: me.Instrument.Kind, Text: q.Text})
			}
			r.joinInstrument(&out[n], i, *q)
		case me.Person != nil:
			n := r.named(&out, byName, chancery.PersonClaim, r.lastStem(i), *q)
			out[n].Keys = narrow(out[n].Keys, me.Keys)
			out[n].Names = append(out[n].Names, Name{Text: q.Text, Stems: r.stems(me.First, me.End)})
		case me.Place != nil:
			n := r.named(&out, byName, chancery.PlaceClaim, r.stem(me.First), *q)
			out[n].Keys = addKeys(out[n].Keys, me.Keys)
			out[n].Names = append(out[n].Names, Name{Text: q.Text, Stems: r.stems(me.First, me.End)})
		}
	}
	for _, u := range r.unnamed {
		if n, ok := byRoot[u.mention]; ok && !has(out[n].Spans, u.span) {
			out[n].Spans = append(out[n].Spans, u.span)
		}
	}
	r.signingYears(out)
	return out
}

// polities is every polity that the document names.
func (r *reader) polities() []chancery.Key {
	var out []chancery.Key
	for i := range r.All {
		switch me := &r.All[i]; {
		case me.Polity != nil:
			out = addKeys(out, []chancery.Key{me.Polity.Key})
		case me.Instrument != nil:
			out = addKeys(out, me.Instrument.Parties)
		}
	}
	return out
}

func (r *reader) named(out *[]Cluster, by map[string]int, t chancery.ClaimType, name string, q chancery.Quote) int {
	key := string(t) + " " + name
	n, ok := by[key]
	if !ok {
		n = len(*out)
		by[key] = n
		*out = append(*out, Cluster{Type: t, Text: q.Text})
	}
	(*out)[n].Spans = append((*out)[n].Spans, q.Span)
	return n
}

func (r *reader) joinInstrument(c *Cluster, i int, q chancery.Quote) {
	in := r.All[i].Instrument
	c.Spans = append(c.Spans, q.Span)
	if !in.Bare {
		c.Names = append(c.Names, Name{q.Text, in.Modifiers})
	}
	c.Parties = addKeys(c.Parties, in.Parties)
	c.Years = addYear(c.Years, in.Year)
}

// signingYears adds to each instrument the years in which it is said to be signed.
func (r *reader) signingYears(cs []Cluster) {
	for _, c := range r.claims {
		e, ok := c.Body.(chancery.Event)
		if !ok || !originates(e.Event) || e.InstrumentAs == nil || len(e.Date) < 4 || c.Certainty() != chancery.Asserted {
			continue
		}
		y := 0
		for _, ch := range e.Date[:4] {
			if ch < '0' || ch > '9' {
				y = 0
				break
			}
			y = y*10 + int(ch-'0')
		}
		for i := range cs {
			if cs[i].Type == chancery.InstrumentClaim && has(cs[i].Spans, e.InstrumentAs.Span) {
				cs[i].Years = addYear(cs[i].Years, y)
			}
		}
	}
}

func has(ss []chancery.Span, s chancery.Span) bool {
	for _, o := range ss {
		if o == s {
			return true
		}
	}
	return false
}

func addYear(ys []int, y int) []int {
	if y == 0 {
		return ys
	}
	for _, o := range ys {
		if o == y {
			return ys
		}
	}
	return append(ys, y)
}

func addKeys(ks, more []chancery.Key) []chancery.Key {
	for _, k := range more {
		known := false
		for _, o := range ks {
			known = known || o == k
		}
		if !known {
			ks = append(ks, k)
		}
	}
	return ks
}

// stems is the stems of the words of tokens first to end.
func (r *reader) stems(first, end int) []string {
	var out []string
	for i := first; i < end; i++ {
		out = append(out, r.stem(i))
	}
	return out
}

func (r *reader) stem(i int) string { return token.Stem(r.Tokens.Tokens[i].Norm, r.pack(i)) }

// lastStem is the stem of a person's last name.
func (r *reader) lastStem(m int) string {
	me := &r.All[m]
	if l := me.Person.Last; l >= 0 && me.First+l < me.End {
		return r.stem(me.First + l)
	}
	return r.stem(me.End - 1)
}

// narrow keeps of two lists of candidates those in both; one that is empty says nothing.
func narrow(have, more []chancery.Key) []chancery.Key {
	if len(have) == 0 || len(more) == 0 {
		return addKeys(have, more)
	}
	var both []chancery.Key
	for _, k := range have {
		for _, m := range more {
			if k == m {
				both = append(both, k)
			}
		}
	}
	if len(both) == 0 { // two persons of one last name: neither is decided
		return addKeys(have, more)
	}
	return both
}
