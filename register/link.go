package register

import (
	"slices"
	"strings"

	"example.org/chancery"
)

// mapKeys is b with every key that names an entry put through f.
func mapKeys(b chancery.Body, f func(Field, chancery.Key) chancery.Key) chancery.Body {
	switch b := b.(type) {
	case chancery.Instrument:
		b.Key = f(FieldInstrument, b.Key)
		return b
	case chancery.Event:
		b.Instrument = f(FieldInstrument, b.Instrument)
		b.PlaceKey = f(FieldPlace, b.PlaceKey)
		b.Persons = slices.Clone(b.Persons)
		for n := range b.Persons {
			b.Persons[n].Key = f(FieldPersonOf(n), b.Persons[n].Key)
		}
		return b
	case chancery.Provision:
		b.Instrument = f(FieldInstrument, b.Instrument)
		return b
	case chancery.Tariff:
		b.Instrument = f(FieldInstrument, b.Instrument)
		return b
	case chancery.Text:
		b.Instrument = f(FieldInstrument, b.Instrument)
		return b
	case chancery.Relation:
		b.From = f(FieldFrom, b.From)
		b.To = f(FieldTo, b.To)
		return b
	case chancery.Characterisation:
		b.Of = f(FieldOf, b.Of)
		return b
	case chancery.Person:
		b.Key = f(FieldPerson, b.Key)
		return b
	case chancery.Place:
		b.Key = f(FieldPlace, b.Key)
		return b
	}
	return b
}

// entryType is what sort of entry a field names.
func entryType(f Field) chancery.ClaimType {
	switch {
	case f == FieldPerson, strings.HasPrefix(string(f), personOf):
		return chancery.PersonClaim
	case f == FieldPlace:
		return chancery.PlaceClaim
	}
	return chancery.InstrumentClaim
}

// ofTheDay is b with the polities that lived on its day, as links say.
func ofTheDay(b chancery.Body, links []Link) chancery.Body {
	then := func(k chancery.Key) chancery.Key {
		for _, l := range links {
			if l.Field == FieldPolity(k) {
				return l.Entry
			}
		}
		return k
	}
	all := func(keys []chancery.Key) []chancery.Key {
		var out []chancery.Key
		for _, k := range keys {
			if k = then(k); !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
		return out
	}
	switch b := b.(type) {
	case chancery.Event:
		b.Actors = all(b.Actors)
		b.Persons = slices.Clone(b.Persons)
		for n := range b.Persons {
			b.Persons[n].Side = then(b.Persons[n].Side)
		}
		return b
	case chancery.Provision:
		b.Obliged, b.Entitled, b.Who = all(b.Obliged), all(b.Entitled), all(b.Who)
		return b
	case chancery.Instrument:
		b.Parties = all(b.Parties)
		return b
	}
	return b
}

// describe fills what the entry's description adds to a claim that names it.
func describe(b chancery.Body, said map[chancery.Key]Description) chancery.Body {
	switch b := b.(type) {
	case chancery.Instrument:
		if d, ok := said[b.Key]; ok {
			b.Label = d.Label
			if len(d.Parties) > 0 {
				b.Parties = d.Parties
			}
		}
		return b
	case chancery.Event:
		if d, ok := said[b.PlaceKey]; ok && d.Name != "" {
			b.Place = d.Name // the base form, for the case that stands in the text
		}
		return b
	case chancery.Person:
		if d, ok := said[b.Key]; ok {
			b.Label = d.Label
		}
		return b
	case chancery.Place:
		if d, ok := said[b.Key]; ok {
			b.Label = d.Label
			if d.Name != "" {
				b.Name = d.Name
			}
		}
		return b
	}
	return b
}

// joins says which entries persons declared to be one.
type joins map[chancery.Key]chancery.Key

func (j joins) root(k chancery.Key) chancery.Key {
	for {
		next, ok := j[k]
		if !ok {
			return k
		}
		k = next
	}
}

// apply takes one decision into account; decisions come in the order of the log.
func (j joins) apply(d Decision) {
	if len(d.Entries) < 2 {
		return
	}
	first := d.Entries[0]
	for _, e := range d.Entries[1:] {
		one := j.root(e) == j.root(first)
		switch {
		case d.Act == Join && !one:
			j[j.root(e)] = j.root(first)
		case d.Act == Split && one:
			if _, ok := j[e]; ok {
				delete(j, e)
			} else {
				delete(j, first)
			}
		}
	}
}
