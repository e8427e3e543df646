package authority

import (
	"fmt"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// Note is something about an entry that is no fault but wants a second look.
type Note struct {
	Class Class
	Key   chancery.Key
	Says  string
}

// String is "authority/person/x.yaml: what".
func (n Note) String() string { return fmt.Sprintf("authority/%s/%s.yaml: %s", n.Class, n.Key, n.Says) }

// Notes are what wants a second look, by class and key: lifespans and events that rest
// on one reference, and signatures by persons or for polities that did not live then
// and that no entry explains.
func (f *File) Notes() []Note {
	var out []Note
	lone := func(c Class, k chancery.Key, what string, r Ref, also []Ref) {
		if !independent(r, also) {
			out = append(out, Note{c, k, what + " rests on one reference"})
		}
	}
	for _, p := range f.polities {
		if p.Lifespan != nil {
			lone(PolityClass, p.Key, "its lifespan", p.Lifespan.Ref, p.Lifespan.Also)
		}
	}
	for _, i := range f.instruments {
		for _, h := range i.Life {
			lone(InstrumentClass, i.Key, h.Event+" "+h.Date, h.Ref, h.Also)
		}
		out = append(out, f.lifelessSignatures(i)...)
	}
	for _, p := range f.persons {
		if p.Lifespan != nil {
			lone(PersonClass, p.Key, "the lifespan", p.Lifespan.Ref, p.Lifespan.Also)
		}
	}
	return out
}

// independent reports whether a second reference is to another work or site.
func independent(r Ref, also []Ref) bool {
	for _, o := range also {
		if o.Work != r.Work || o.Site != r.Site {
			return true
		}
	}
	return false
}

// lifelessSignatures are signatures and parties that lifespans exclude.
func (f *File) lifelessSignatures(i Instrument) []Note {
	h, ok := i.Happened("signed")
	if !ok {
		return nil
	}
	signed, err := edtf.Parse(h.Date)
	if err != nil {
		return nil
	}
	var out []Note
	for _, s := range i.Signatories {
		if p, ok := f.Person(s.Person); ok && s.Why == "" && !p.Lifespan.mayContain(signed) {
			out = append(out, Note{InstrumentClass, i.Key, fmt.Sprintf("%s signs on %s but lived %s to %s, and no why says how",
				p.Key, h.Date, p.Lifespan.From, p.Lifespan.To)})
		}
	}
	for _, k := range i.Parties {
		if p, ok := f.Polity(k); ok && !p.Lifespan.mayContain(signed) {
			out = append(out, Note{InstrumentClass, i.Key, fmt.Sprintf("%s is a party on %s but lasted %s to %s", k, h.Date, p.Lifespan.From, p.Lifespan.To)})
		}
	}
	return out
}
