package claim

import (
	"fmt"
	"slices"
	"strconv"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// PolityField begins the field of a link that says which polity of a family is meant:
// "polity russian-empire" ties every place where the claim has that key.
const PolityField = "polity "

// polities ties the polities of a claim to those of their families that lived on its
// day: that of the event, else that of the instrument's signing.
func (s *resolver) polities(c *chancery.Claim) {
	if s.auth == nil {
		return
	}
	var named []chancery.Key
	var in *chancery.Quote
	date := ""
	switch b := c.Body.(type) {
	case chancery.Event:
		named, in, date = b.Actors, b.InstrumentAs, b.Date
		for _, p := range b.Persons {
			named = append(named[:len(named):len(named)], p.Side)
		}
	case chancery.Provision:
		named, in = slices.Concat(b.Obliged, b.Entitled, b.Who), b.InstrumentAs
	case chancery.Instrument:
		named, in = b.Parties, &c.Quote
	}
	if date == "" && in != nil {
		date = s.signed(in)
	}
	on, err := edtf.Parse(date)
	if err != nil {
		return
	}
	for n, k := range named {
		if then := s.auth.OfDay(k, on); then != k && !slices.Contains(named[:n], k) {
			s.links = append(s.links, Link{Claim: c.ID, Field: PolityField + string(k), Entry: then, Candidates: []Candidate{{k, "named"}},
				Reasons: []string{fmt.Sprintf("the country %s was %s on %s", s.family(k), then, date)}})
		}
	}
}

// signed is the day or year in which an instrument was signed, as the document or the
// authority says; "" when neither does, or the document says two.
func (s *resolver) signed(q *chancery.Quote) string {
	i, ok := s.of[typed(chancery.InstrumentClaim, q.Span)]
	if !ok {
		return ""
	}
	if c := s.Clusters[i]; len(c.Days) == 1 {
		return c.Days[0]
	} else if len(c.Years) == 1 {
		return strconv.Itoa(c.Years[0])
	}
	in, _ := s.auth.Instrument(s.decisions[i].key)
	if years := in.Years(); len(years) > 0 {
		return fmt.Sprintf("%04d", years[0])
	}
	return ""
}

// inPlace is keys with those that a claim's links replace.
func inPlace(keys []chancery.Key, by map[string]chancery.Key) []chancery.Key {
	var out []chancery.Key
	for _, k := range keys {
		if then, ok := by[PolityField+string(k)]; ok {
			k = then
		}
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// partiesOf is the parties of an instrument that no authority has, as of its day.
func (s *resolver) partiesOf(c *Cluster) []chancery.Key {
	if s.auth == nil || len(c.Years) != 1 {
		return c.Parties
	}
	on := edtf.Year(c.Years[0])
	var out []chancery.Key
	for _, k := range c.Parties {
		out = addKeys(out, []chancery.Key{s.auth.OfDay(k, on)})
	}
	return out
}
