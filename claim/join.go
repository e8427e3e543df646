package claim

import (
	"fmt"
	"sort"
	"strings"

	"example.org/chancery"
)

// Join puts keys into claims and joins those of one document that state the same
// into one row, the form of `--format facts`: the first statement's quote, the
// others' in `also`. Instruments are one row an entry, with all their mentions;
// persons and places likewise. Entries that stand in no other claim and have no
// name of their own are kept: the document speaks of them.
func Join(cs []chancery.Claim, links []Link, entries []Entry) []chancery.Claim {
	keys := map[chancery.ClaimID]map[string]chancery.Key{}
	for _, l := range links {
		if keys[l.Claim] == nil {
			keys[l.Claim] = map[string]chancery.Key{}
		}
		keys[l.Claim][l.Field] = l.Entry
	}
	about := map[chancery.Key]Entry{}
	for _, e := range entries {
		about[e.Key] = e
	}
	at := map[string]int{}
	var out []chancery.Claim
	resolved := make([]chancery.Claim, len(cs))
	for i, c := range cs {
		c.Body = withKeys(c.Body, keys[c.ID], about)
		resolved[i] = c
	}
	places := placeNames(resolved)
	days := finerDates(resolved)
	only := onlyDates(resolved)
	for _, c := range resolved {
		if rel, ok := c.Body.(chancery.Relation); ok && rel.Rel == "same-as" && rel.From == rel.To && rel.From != "" {
			continue // it is one row, and the names are its mentions
		}
		if e, ok := c.Body.(chancery.Event); ok && places[e.Place] != "" {
			e.Place = places[e.Place]
			c.Body = e
		}
		if e, ok := c.Body.(chancery.Event); ok && byNameAlone(c) {
			if day, known := days[lifeKey(e, e.Date)]; known {
				e.Date = day // the year in the name is that of the day stated elsewhere
				c.Body = e
			}
		}
		if e, ok := c.Body.(chancery.Event); ok && e.Date == "" {
			if day := only[rowOf(dated(c, "?"))].near(c.Quote.Span); day != "" {
				c = dated(c, day) // told once with its day and once without
			}
		}
		id := rowOf(c)
		n, ok := at[id]
		if !ok || id == "" {
			at[id] = len(out)
			c.Also = append([]chancery.Quote(nil), c.Also...)
			out = append(out, c)
			continue
		}
		join(&out[n], c)
	}
	return out
}

// placeNames is the name of each resolved place by the forms in which it is written:
// "at Кяхте" is at Кяхта.
func placeNames(cs []chancery.Claim) map[string]string {
	out := map[string]string{}
	for _, c := range cs {
		if p, ok := c.Body.(chancery.Place); ok && p.Key != "" {
			for _, form := range p.Variants {
				out[form] = p.Name
			}
		}
	}
	return out
}

// dated is a claim of an event with another date.
func dated(c chancery.Claim, date string) chancery.Claim {
	e := c.Body.(chancery.Event)
	e.Date = date
	c.Body = e
	return c
}

// told is a date that the document gives an event, and where.
type told struct {
	date string
	at   chancery.Span
}

type tellings []told

// onlyDates is, for an event of an instrument, the dates that the document gives it,
// by the row that it would have with an unknown date.
func onlyDates(cs []chancery.Claim) map[string]tellings {
	out := map[string]tellings{}
	for _, c := range cs {
		e, ok := c.Body.(chancery.Event)
		if !ok || e.Instrument == "" || e.Date == "" {
			continue
		}
		k := rowOf(dated(c, "?"))
		out[k] = append(out[k], told{e.Date, c.Quote.Span})
	}
	return out
}

// near is the date of an event that is told at a place without one: the only date, or
// that which stands by far the nearest.
func (ts tellings) near(at chancery.Span) string {
	best, far, next := "", -1, -1
	for _, t := range ts {
		d := apart(t.at, at)
		switch {
		case best == "" || d < far && t.date == best:
			best, far = t.date, d
		case t.date == best:
		case d < far:
			best, far, next = t.date, d, far
		case next < 0 || d < next:
			next = d
		}
	}
	if next >= 0 && next < byFar*far {
		return ""
	}
	return best
}

// byFar is how many times further away another date must be.
const byFar = 3

// byNameAlone reports whether an event is stated by nothing but the instrument's name:
// "the Treaty of Kyakhta of 1727".
func byNameAlone(c chancery.Claim) bool {
	e, ok := c.Body.(chancery.Event)
	return ok && e.InstrumentAs != nil && e.InstrumentAs.Span == c.Quote.Span && len(e.Date) == 4
}

// finerDates is, for an event of an instrument in a year, the day or month of that
// year which the document states once; a year with two of them is left out.
func finerDates(cs []chancery.Claim) map[string]string {
	out := map[string]string{}
	for _, c := range cs {
		e, ok := c.Body.(chancery.Event)
		if !ok || e.Instrument == "" || len(e.Date) < 7 || strings.ContainsAny(e.Date, "/.") || c.Certainty() != chancery.Asserted {
			continue
		}
		k := lifeKey(e, e.Date[:4])
		if d, known := out[k]; known && d != e.Date {
			out[k] = ""
			continue
		}
		out[k] = e.Date
	}
	for k, d := range out {
		if d == "" {
			delete(out, k)
		}
	}
	return out
}

func lifeKey(e chancery.Event, year string) string {
	return e.Event + " " + string(e.Instrument) + " " + year
}

func withKeys(b chancery.Body, k map[string]chancery.Key, about map[chancery.Key]Entry) chancery.Body {
	switch b := b.(type) {
	case chancery.Instrument:
		b.Key = k["instrument"]
		if e, ok := about[b.Key]; ok {
			b.Label, b.Parties = e.Label, e.Parties
		}
		return b
	case chancery.Event:
		b.Instrument, b.PlaceKey = k["instrument"], k["place"]
		b.Actors = inPlace(b.Actors, k)
		b.Persons = append([]chancery.EventPerson(nil), b.Persons...)
		for n := range b.Persons {
			if then, ok := k[PolityField+string(b.Persons[n].Side)]; ok {
				b.Persons[n].Side = then
			}
			b.Persons[n].Key = k[fmt.Sprintf("person %d", n)]
		}
		return b
	case chancery.Provision:
		b.Instrument = k["instrument"]
		b.Obliged, b.Entitled, b.Who = inPlace(b.Obliged, k), inPlace(b.Entitled, k), inPlace(b.Who, k)
		return b
	case chancery.Tariff:
		b.Instrument = k["instrument"]
		return b
	case chancery.Text:
		b.Instrument = k["instrument"]
		return b
	case chancery.Relation:
		b.From, b.To = k["from"], k["to"]
		return b
	case chancery.Characterisation:
		b.Of = k["of"]
		return b
	case chancery.Person:
		b.Key = k["person"]
		if e, ok := about[b.Key]; ok {
			b.Label = e.Label
			b.Name = nominative(b.Name, e.Name)
		}
		return b
	case chancery.Place:
		b.Key = k["place"]
		if e, ok := about[b.Key]; ok {
			b.Label = e.Label
			if e.Name != "" {
				b.Name = e.Name
			}
		}
		return b
	}
	return b
}

// rowOf names the row that a claim joins; "" for one that stands alone.
func rowOf(c chancery.Claim) string {
	join := func(parts ...string) string {
		return string(c.Type()) + "|" + strings.Join(parts, "|") + "|" + string(c.Certainty())
	}
	switch b := c.Body.(type) {
	case chancery.Instrument:
		if b.Key == "" {
			return ""
		}
		return "instrument|" + string(b.Key)
	case chancery.Person:
		if b.Key == "" {
			return ""
		}
		return "person|" + string(b.Key)
	case chancery.Place:
		if b.Key == "" {
			return ""
		}
		return "place|" + string(b.Key)
	case chancery.Event:
		if b.Instrument == "" || b.Date == "" {
			return ""
		}
		return join(b.Event, string(b.Instrument), b.Date)
	case chancery.Relation:
		return join(string(b.From), b.Rel, string(b.To))
	case chancery.Characterisation:
		return join(string(b.Of), b.As)
	}
	return ""
}

// join adds a further statement of the same to a row.
func join(row *chancery.Claim, c chancery.Claim) {
	row.Also = append(row.Also, c.Quote)
	sort.SliceStable(row.Also, func(i, j int) bool { return row.Also[i].Start < row.Also[j].Start })
	row.Self = row.Self || c.Self
	switch b := row.Body.(type) {
	case chancery.Instrument:
		m := c.Body.(chancery.Instrument)
		b.Mentions = addText(b.Mentions, m.Mentions)
		b.Parties = addKeys(b.Parties, m.Parties)
		b.Named = b.Named || m.Named
		row.Body = b
	case chancery.Person:
		p := c.Body.(chancery.Person)
		b.Variants, b.Roles = addText(b.Variants, p.Variants), addText(b.Roles, p.Roles)
		if len(strings.Fields(p.Name)) > len(strings.Fields(b.Name)) {
			b.Name = p.Name // the fullest form, the first of equals
		}
		row.Body = b
	case chancery.Place:
		p := c.Body.(chancery.Place)
		b.Variants = addText(b.Variants, p.Variants)
		if b.Kind == "" {
			b.Kind = p.Kind
		}
		row.Body = b
	}
}

// nominative is a name with its last word as the authority has it, where it is a form
// of the same word.
func nominative(name, known string) string {
	words, right := strings.Fields(name), strings.Fields(known)
	if len(words) == 0 || len(right) == 0 {
		return name
	}
	last, want := words[len(words)-1], right[len(right)-1]
	common := 0
	a, b := []rune(last), []rune(want)
	for common < min(len(a), len(b)) && a[common] == b[common] {
		common++
	}
	if common < 4 || len(b)-common > 3 {
		return name
	}
	words[len(words)-1] = want
	return strings.Join(words, " ")
}

func addText(have, more []string) []string {
	for _, m := range more {
		known := false
		for _, h := range have {
			known = known || h == m
		}
		if !known {
			have = append(have, m)
		}
	}
	return have
}
