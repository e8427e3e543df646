package claim

import (
	"slices"
	"strconv"

	"example.org/chancery"
	"example.org/chancery/token"
)

// Cluster is the mentions of a document that speak of one instrument, person or place.
type Cluster struct {
	Type    chancery.ClaimType
	Spans   []chancery.Span // in the text of record, in order
	Names   []Name          // what its names say, bare kind words left out
	Kind    chancery.InstrumentKind
	Sort    string // of a place, as a word beside its name says: river, city ...
	Parties []chancery.Key
	Years   []int          // that are part of a name, or date its signature
	Plural  bool           // it names several at once
	Named   []int          // those that are part of a name
	Days    []string       // EDTF, of its signature
	Signers []string       // names of those who are said to sign
	Keys    []chancery.Key // entries whose name stands there: persons and places
	Roles   []string       // what a person is called: count, minister, ruler ...
	Text    string         // the first name as it stands
	Reasons []string       // why names that differ are taken for one
}

// Name is one name of a cluster: its surface and the stems that tell it apart. Of a
// person, Last is the index in Stems of the last name; what stands before it are given
// names and initials.
type Name struct {
	Text  string
	As    string // of a place, its name with the word for its sort
	Stems []string
	Last  int
	Given bool   // given name and patronymic alone, without a last name
	Lang  string // the code of the language pack that made the stems
}

// clusters gathers the mentions of instruments by their root, of persons by names that
// can be one person's, and of places by name.
func (r *reader) clusters() []Cluster {
	var out []Cluster
	byRoot := map[int]int{}
	byName := map[string]int{}
	persons := newPeople()
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
			out = r.gatherPerson(out, persons, i, *q)
		case me.Place != nil:
			out = r.gatherPlace(out, byName, i, *q)
		}
	}
	for _, u := range r.unnamed {
		if n, ok := byRoot[u.mention]; ok && !has(out[n].Spans, u.span) {
			out[n].Spans = append(out[n].Spans, u.span)
		}
	}
	r.signings(out)
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

func (r *reader) joinInstrument(c *Cluster, i int, q chancery.Quote) {
	in := r.All[i].Instrument
	c.Spans = append(c.Spans, q.Span)
	if !in.Bare {
		c.Names = append(c.Names, Name{Text: q.Text, Stems: in.Modifiers, Lang: r.pack(r.All[i].First).Code})
	}
	c.Parties = addKeys(c.Parties, in.Parties)
	c.Plural = c.Plural || in.Plural
	c.Years, c.Named = addYear(c.Years, in.Year), addYear(c.Named, in.Year)
	if d, ok := r.births[i]; ok {
		c.addDay(d.String())
	}
}

// signings adds to each instrument the years and days on which it is said to be
// signed, and by whom.
func (r *reader) signings(cs []Cluster) {
	at := map[chancery.Span][]int{}
	for i := range cs {
		if cs[i].Type == chancery.InstrumentClaim {
			for _, sp := range cs[i].Spans {
				at[sp] = append(at[sp], i)
			}
		}
	}
	for _, c := range r.claims {
		e, ok := c.Body.(chancery.Event)
		if !ok || !originates(e.Event) || e.InstrumentAs == nil || c.Certainty() != chancery.Asserted {
			continue
		}
		for _, i := range at[e.InstrumentAs.Span] {
			cs[i].addDay(e.Date)
			for _, p := range e.Persons {
				cs[i].Signers = addText(cs[i].Signers, []string{p.Name})
			}
		}
	}
}

// addDay adds a date of signing, EDTF: its year, and the day if it is one.
func (c *Cluster) addDay(date string) {
	c.Years = addYear(c.Years, firstYear(date))
	if len(date) == len("1858-06-13") {
		c.Days = addText(c.Days, []string{date})
	}
}

// firstYear is the year with which an EDTF date begins, 0 for none.
func firstYear(date string) int {
	if len(date) < 4 {
		return 0
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil {
		return 0
	}
	return y
}

// toldYears is every year in which a date of the document lies, in order.
func (r *reader) toldYears() []int {
	var out []int
	for i := range r.All {
		d := r.All[i].Date
		if d == nil || !d.Value.YearKnown() {
			continue
		}
		if y := firstYear(d.Value.String()); y != 0 {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
