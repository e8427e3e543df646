package claim

import (
	"fmt"
	"slices"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/edtf"
)

// ofTheDay is what is known to be signed on the day on which the document says that this
// was, whatever its name: "the Act of 8 (19) February 1792". The document must tell of its
// parties.
func (s *resolver) ofTheDay(c *Cluster) []weighed {
	var out []weighed
	if len(c.Days) != 1 {
		return nil
	}
	for _, in := range s.ofYear[firstYear(c.Days[0])] {
		if !s.kindFits(c.Kind, in) || len(c.Parties) > 1 && len(in.Parties) > 2 {
			continue
		}
		w := weighed{Candidate: Candidate{Key: in.Key}}
		if s.dayAgrees(&w, c, in); w.score < sameDay {
			continue
		}
		w = weighed{Candidate: Candidate{Key: in.Key}, weak: true}
		if !s.yearAgrees(&w, c, in) || !s.partiesAgree(&w, c, in) {
			continue
		}
		s.circumstances(&w, c, in)
		if slices.ContainsFunc(c.Names, func(n Name) bool { return s.distinct(n) && !s.alikeName(n, in.Key) }) {
			w.doubt = true // the name would have found it
			w.Why += ", but it is named otherwise"
		}
		named := 0
		for _, p := range in.Parties {
			if s.about[s.family(p)] {
				named++
			}
		}
		if named < min(2, len(in.Parties)) {
			w.doubt = true
			w.Why += ", but the document does not name its parties"
		}
		out = append(out, w)
	}
	return out
}

// ofTheYear is the one act of its kind that two parties made in a year, when the document
// calls it by these alone: "the Anglo-Russian Convention of 1907".
func (s *resolver) ofTheYear(c *Cluster) []weighed {
	if len(c.Named) != 1 || len(c.Parties) < 2 || c.Plural {
		return nil
	}
	var out []weighed
	for _, in := range s.ofYear[c.Named[0]] {
		if c.Kind != in.Kind && !slices.Contains(s.instruments.kinds[in.Key], c.Kind) || len(in.Parties) != 2 {
			continue
		}
		w := weighed{Candidate: Candidate{Key: in.Key}, weak: true}
		if s.yearAgrees(&w, c, in) && s.partiesAgree(&w, c, in) {
			w.add(len(c.Parties), "between the parties that the document names")
			s.circumstances(&w, c, in)
			out = append(out, w)
		}
	}
	return out
}

// principal decides between acts for which as much speaks: what is annexed to another,
// supplements or carries it out gives way to it.
func (s *resolver) principal(d decision) decision {
	if d.key != "" || len(d.tied) == 0 {
		return d
	}
	for _, k := range d.tied {
		above := true
		for _, o := range d.tied {
			above = above && (o == k || s.under(o, k))
		}
		if above {
			d.key, d.weak = k, true
			d.reasons = []string{fmt.Sprintf("%s; the others of that day depend on it", d.why[k])}
			return d
		}
	}
	return d
}

// under reports whether one instrument of the authority depends on another.
func (s *resolver) under(k, on chancery.Key) bool {
	in, _ := s.auth.Instrument(k)
	return slices.ContainsFunc(in.Relations, func(r authority.Relation) bool {
		return r.To == on && slices.Contains([]string{"annex-of", "incorporated-in", "supplements", "based-on", "implements", "clarifies"}, r.Rel)
	})
}

// dayAgrees weighs the day of signing. Another day speaks against it, unless the two are
// one day in two styles: documents err, but seldom.
func (s *resolver) dayAgrees(w *weighed, c *Cluster, in authority.Instrument) {
	h, ok := in.Happened("signed")
	if !ok || len(c.Days) == 0 || len(h.Date) != len("1858-06-13") {
		return
	}
	signed, err := edtf.Parse(h.Date)
	if err != nil || !slices.ContainsFunc(c.Days, func(d string) bool { return firstYear(d) == firstYear(h.Date) }) {
		return // the year has been weighed
	}
	for _, d := range c.Days {
		said, err := edtf.Parse(d)
		if err == nil && (d == h.Date || edtf.SameDayInTwoStyles(said, signed) || edtf.SameDayInTwoStyles(signed, said)) {
			w.add(sameDay, "signed on %s", h.Date)
			return
		}
	}
	w.add(-sameYear, "but not on %s", c.Days[0])
	w.otherDay = true
}
