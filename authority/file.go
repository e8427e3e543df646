package authority

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync"

	"example.org/chancery"
)

// File is a whole authority. It is immutable: callers must not change what its
// methods return.
type File struct {
	hash        string
	polities    []Polity
	instruments []Instrument
	persons     []Person
	places      []Place
	links       []link // where each link stands in its YAML file; empty when from a snapshot
	once        sync.Once
	forms       []NameForm // made when first asked for; a snapshot has them
}

// Hash identifies the content: two Files with the same entries read from the same
// bytes have the same hash. 64 hexadecimal digits.
func (f *File) Hash() string { return f.hash }

// Polities are all polities by key.
func (f *File) Polities() []Polity { return f.polities }

// Instruments are all instruments by key.
func (f *File) Instruments() []Instrument { return f.instruments }

// Persons are all persons by key.
func (f *File) Persons() []Person { return f.persons }

// Places are all places by key.
func (f *File) Places() []Place { return f.places }

// Polity is the polity of that key.
func (f *File) Polity(k chancery.Key) (Polity, bool) { return lookup(f.polities, k, Polity.key) }

// Instrument is the instrument of that key.
func (f *File) Instrument(k chancery.Key) (Instrument, bool) {
	return lookup(f.instruments, k, Instrument.key)
}

// Person is the person of that key.
func (f *File) Person(k chancery.Key) (Person, bool) { return lookup(f.persons, k, Person.key) }

// Place is the place of that key.
func (f *File) Place(k chancery.Key) (Place, bool) { return lookup(f.places, k, Place.key) }

// Has reports whether an entry of any class has the key.
func (f *File) Has(k chancery.Key) bool {
	return f.has(PolityClass, k) || f.has(InstrumentClass, k) || f.has(PersonClass, k) || f.has(PlaceClass, k)
}

// Label is the English label of whatever entry has the key, "" when none has.
func (f *File) Label(k chancery.Key) string {
	if e, ok := f.Polity(k); ok {
		return e.Label
	}
	if e, ok := f.Instrument(k); ok {
		return e.Label
	}
	if e, ok := f.Person(k); ok {
		return e.Label
	}
	e, _ := f.Place(k)
	return e.Label
}

// Overlay is base with every entry of over added, or put in its place when base
// has one of the same class and key. Check the result: over may link to base.
func Overlay(base, over *File) *File {
	f := &File{
		hash:        hashOf("overlay", base.hash, over.hash),
		polities:    merge(base.polities, over.polities, Polity.key),
		instruments: merge(base.instruments, over.instruments, Instrument.key),
		persons:     merge(base.persons, over.persons, Person.key),
		places:      merge(base.places, over.places, Place.key),
	}
	for _, l := range base.links {
		if !replaced(over, l) {
			f.links = append(f.links, l)
		}
	}
	f.links = append(f.links, over.links...)
	return f
}

// replaced reports whether over has an entry in place of the one that l stands in.
func replaced(over *File, l link) bool {
	switch l.in {
	case PolityClass:
		_, ok := over.Polity(l.entry)
		return ok
	case InstrumentClass:
		_, ok := over.Instrument(l.entry)
		return ok
	case PersonClass:
		_, ok := over.Person(l.entry)
		return ok
	}
	_, ok := over.Place(l.entry)
	return ok
}

// Without is f with the entries of these keys taken out, and with them every link
// to them, so that nothing of f tells of what was removed.
func (f *File) Without(keys ...chancery.Key) *File {
	gone := make(map[chancery.Key]bool, len(keys))
	parts := []string{"without", f.hash}
	for _, k := range slices.Sorted(slices.Values(keys)) {
		gone[k] = true
		parts = append(parts, string(k))
	}
	g := &File{hash: hashOf(parts...)}
	for _, p := range f.polities {
		if !gone[p.Key] {
			p.Predecessors = keep(p.Predecessors, func(l Passage) bool { return !gone[l.Key] })
			p.Successors = keep(p.Successors, func(l Passage) bool { return !gone[l.Key] })
			g.polities = append(g.polities, p)
		}
	}
	for _, i := range f.instruments {
		if !gone[i.Key] {
			g.instruments = append(g.instruments, withoutLinks(i, gone))
		}
	}
	for _, p := range f.persons {
		if !gone[p.Key] {
			p.Offices = keep(p.Offices, func(o Office) bool { return !gone[o.Of] })
			g.persons = append(g.persons, p)
		}
	}
	g.places = keep(f.places, func(p Place) bool { return !gone[p.Key] })
	g.links = keep(f.links, func(l link) bool { return !gone[l.entry] && !gone[l.to] })
	return g
}

func withoutLinks(i Instrument, gone map[chancery.Key]bool) Instrument {
	i.Parties = keep(i.Parties, func(k chancery.Key) bool { return !gone[k] })
	i.Relations = keep(i.Relations, func(r Relation) bool { return !gone[r.To] })
	i.Signatories = keep(i.Signatories, func(s Signatory) bool { return !gone[s.Person] && !gone[s.Side] })
	i.Life = slices.Clone(i.Life)
	for n := range i.Life {
		h := &i.Life[n]
		if gone[h.Place] {
			h.Place = ""
		}
		h.By = keep(h.By, func(k chancery.Key) bool { return !gone[k] })
	}
	i.Never = slices.Clone(i.Never)
	for n := range i.Never {
		i.Never[n].By = keep(i.Never[n].By, func(k chancery.Key) bool { return !gone[k] })
	}
	i.Provisions = slices.Clone(i.Provisions)
	for n := range i.Provisions {
		p := &i.Provisions[n]
		p.Obliged = keep(p.Obliged, func(k chancery.Key) bool { return !gone[k] })
		p.Entitled = keep(p.Entitled, func(k chancery.Key) bool { return !gone[k] })
		p.Where = keep(p.Where, func(k chancery.Key) bool { return !gone[k] })
	}
	return i
}

func (p Polity) key() chancery.Key     { return p.Key }
func (i Instrument) key() chancery.Key { return i.Key }
func (p Person) key() chancery.Key     { return p.Key }
func (p Place) key() chancery.Key      { return p.Key }

func lookup[E any](sorted []E, k chancery.Key, key func(E) chancery.Key) (E, bool) {
	n, ok := slices.BinarySearchFunc(sorted, k, func(e E, k chancery.Key) int { return cmp.Compare(key(e), k) })
	if !ok {
		var none E
		return none, false
	}
	return sorted[n], true
}

func merge[E any](base, over []E, key func(E) chancery.Key) []E {
	all := make([]E, 0, len(base)+len(over))
	for _, e := range base {
		if _, ok := lookup(over, key(e), key); !ok {
			all = append(all, e)
		}
	}
	all = append(all, over...)
	sortByKey(all, key)
	return all
}

func sortByKey[E any](all []E, key func(E) chancery.Key) {
	slices.SortStableFunc(all, func(a, b E) int { return cmp.Compare(key(a), key(b)) })
}

// keep makes a new slice, nil when nothing is kept; it never changes the old one.
func keep[E any](all []E, ok func(E) bool) []E {
	var kept []E
	for _, e := range all {
		if ok(e) {
			kept = append(kept, e)
		}
	}
	return kept
}

func hashOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}
