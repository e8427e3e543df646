package claim

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/spelling"
	"example.org/chancery/token"
)

// distinct reports whether a name has a proper name in it, so that a part of it can
// stand for the whole: "Portsmouth treaty", but not "treaty of alliance". A text
// without capitals cannot show it.
func (s *resolver) distinct(m Name) bool {
	if s.NoCase {
		return true
	}
	for _, w := range strings.Fields(m.Text) {
		w = strings.TrimLeft(w, "«\"“(")
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && slices.ContainsFunc(m.Stems, func(st string) bool { return beginsWith(w, st) }) {
			return true
		}
	}
	return false
}

// beginsWith reports whether a word begins with a stem, as it stands or by its spelling key.
func beginsWith(word, stem string) bool {
	return strings.HasPrefix(strings.ToLower(word), stem) || strings.HasPrefix(spelling.Joined(word), stem)
}

// authorityName is a name of an instrument of the authority as stems.
type authorityName struct {
	key   chancery.Key
	text  string
	stems []string
	year  int  // that stands in the name, 0 for none
	nick  bool // a nickname, which several may share
}

// nameIndex finds the names that share a stem with another.
type nameIndex struct {
	names  []authorityName
	by     map[string][]int
	owners map[string][]chancery.Key                  // the instruments with a stem in a name, by key
	kinds  map[chancery.Key][]chancery.InstrumentKind // that an entry's names say
}

// commonStem is the number of instruments from which on a word of their names tells little.
const commonStem = 12

// common reports whether a name has no word that few others have.
func (ix nameIndex) common(stems []string) bool {
	for _, st := range stems {
		if keys := ix.owners[st]; len(keys) < commonStem {
			return false
		}
	}
	return true
}

// sharing is every name that has one of the stems, each once.
func (ix nameIndex) sharing(stems []string) []*authorityName {
	var at []int
	for _, st := range stems {
		at = append(at, ix.by[st]...)
	}
	slices.Sort(at)
	var out []*authorityName
	for _, n := range slices.Compact(at) {
		out = append(out, &ix.names[n])
	}
	return out
}

// The weights of what speaks for an instrument: a full name outweighs part of one with
// any one other circumstance, a year outweighs parties, which many instruments share.
const (
	wholeName  = 6
	nameInIt   = 5
	partOfName = 3
	sameYear   = 4
	sameDay    = 3
	sameSigner = 3
)

// instrument takes the entry that name, kind, year, parties and signers agree on better
// than on any other.
func (s *resolver) instrument(c *Cluster) decision {
	best := map[chancery.Key]weighed{}
	for _, m := range c.Names {
		m := spelt(m)
		for _, n := range s.instruments.sharing(m.keys) {
			in, ok := s.auth.Instrument(n.key)
			if !ok || !s.kindFits(c.Kind, in) {
				continue
			}
			if w, ok := s.weigh(c, m, n, in); ok && (best[n.key].Key == "" || w.score > best[n.key].score) {
				best[n.key] = w
			}
		}
	}
	byDay := s.ofTheDay(c)
	for k, w := range best {
		if w.otherDay && len(byDay) > 0 {
			w.doubt = true // another act is known of the day that the document gives
			best[k] = w
		}
	}
	for _, w := range append(byDay, s.ofTheYear(c)...) {
		if w.score > best[w.Key].score {
			best[w.Key] = w
		}
	}
	return s.principal(choose(slices.Collect(maps.Values(best)), 0))
}

// unilateral reports whether an instrument is the act of one side, such as a note, of
// which every government makes hundreds.
func unilateral(in authority.Instrument) bool { return len(in.Parties) < 2 }

// speltName is a name with the keys by which the spellings of its words are compared:
// "Тянь-цзин" is "Тяньцзин".
type speltName struct {
	Name
	keys []string
}

func spelt(n Name) speltName {
	out := speltName{n, make([]string, len(n.Stems))}
	for i, st := range n.Stems {
		out.keys[i] = spelling.Joined(st)
	}
	return out
}

// weigh is what speaks for an instrument that has one of its names; false where
// something speaks against it.
func (s *resolver) weigh(c *Cluster, m speltName, n *authorityName, in authority.Instrument) (weighed, bool) {
	w := weighed{Candidate: Candidate{Key: n.key}}
	switch {
	case within(m.keys, n.stems) && within(n.stems, m.keys):
		w.add(wholeName, "named %q", n.text)
	case within(n.stems, m.keys):
		w.add(nameInIt, "has the name %q in it", n.text)
	case within(m.keys, n.stems) && s.distinct(m.Name):
		// The more words the name has besides, the likelier it is another's: an article
		// that supplements the treaty has the treaty's name in its own.
		w.add(max(1, partOfName-max(0, len(n.stems)-len(m.keys)-1)), "part of the name %q", n.text)
		w.weak = len(c.Years) == 0
	default:
		return weighed{}, false
	}
	if !s.yearAgrees(&w, c, in) || !s.partiesAgree(&w, c, in) {
		return weighed{}, false
	}
	if years := in.Years(); len(c.Years) == 0 && len(years) > 0 && (unilateral(in) || !s.distinct(m.Name)) && !slices.Contains(s.Years, years[0]) {
		w.doubt = true
		w.Why += ", but there are many of the kind and the document does not name the year"
	}
	if n.year != 0 && len(c.Years) == 0 && !slices.Contains(s.Years, n.year) {
		w.doubt = true
		w.Why += ", but the document does not name the year that tells it apart"
	}
	s.circumstances(&w, c, in)
	if (n.nick || s.instruments.common(n.stems)) && len(c.Years) == 0 && len(c.Parties) == 0 {
		w.doubt = true
		w.Why += ", a name that many have"
	}
	part := !within(n.stems, m.keys)
	known := !part && s.distinct(m.Name) && slices.ContainsFunc(in.Years(), func(y int) bool { return slices.Contains(s.Years, y) })
	if absent := s.unnamedParty(in); !known && (part || len(c.Years) == 0) && len(c.Parties) == 0 && absent != "" {
		w.doubt = true
		w.Why += fmt.Sprintf(", but %s is named nowhere in the document", absent)
	}
	return w, true
}

// circumstances weighs kind, signers and day.
func (s *resolver) circumstances(w *weighed, c *Cluster, in authority.Instrument) {
	if c.Kind == in.Kind {
		w.score++
	}
	for _, k := range s.signersOf(c) {
		for _, g := range in.Signatories {
			if g.Person == k {
				w.add(sameSigner, "signed by %s", k)
			}
		}
	}
	s.dayAgrees(w, c, in)
}

// alikeName reports whether a name has a word that begins like one of the entry's names:
// Ункяр-Искелеси like Ункяр-Искелессийский.
func (s *resolver) alikeName(n Name, k chancery.Key) bool {
	for i := range s.instruments.names {
		a := &s.instruments.names[i]
		if a.key != k {
			continue
		}
		for _, x := range a.stems {
			for _, y := range n.Stems {
				if sharedLetters(x, y) >= 5 {
					return true
				}
			}
		}
	}
	return false
}

// kindFits reports whether a document may call an instrument so. A draft is never the act;
// "treaty" and "agreement" are said of conventions too, but a convention is only what is
// one, or has a name that says so.
func (s *resolver) kindFits(said chancery.InstrumentKind, in authority.Instrument) bool {
	if isDraft(said) != isDraft(in.Kind) {
		return false
	}
	if said == in.Kind || slices.Contains(s.instruments.kinds[in.Key], said) {
		return true
	}
	return (said == "treaty" || said == "agreement") && kindsAgree(said, in.Kind)
}

func isDraft(k chancery.InstrumentKind) bool { return strings.HasPrefix(string(k), "draft-") }

// add lets a circumstance speak for the candidate.
func (w *weighed) add(score int, why string, args ...any) {
	w.score += score
	if w.Why != "" {
		w.Why += ", "
	}
	w.Why += fmt.Sprintf(why, args...)
}

// yearAgrees weighs the year of signing. A name that gives none is helped by a year
// that the document tells of, and cannot mean what was signed after all of them.
func (s *resolver) yearAgrees(w *weighed, c *Cluster, in authority.Instrument) bool {
	years := in.Years()
	if len(years) == 0 {
		return true
	}
	said := c.Years
	if len(c.Named) > 0 {
		said = c.Named
	}
	if len(said) > 0 {
		for _, y := range said {
			if slices.Contains(years, y) {
				w.add(sameYear, "of %d", y)
				return true
			}
		}
		if len(c.Named) > 0 {
			return false
		}
		// What tells of its signing may be read wrongly. A name of its own and a year of
		// the document outweigh that, and a person should look.
		w.add(-sameYear, "but of %d and not of %d", years[0], said[0])
		w.weak = true
		w.doubt = w.doubt || !slices.ContainsFunc(years, func(y int) bool { return slices.Contains(s.Years, y) })
		return true
	}
	for _, y := range years {
		if slices.Contains(s.Years, y) {
			w.add(1, "%d is a year of the document", y)
			return true
		}
	}
	if len(s.Years) < fewYears {
		return true
	}
	if w.score <= partOfName {
		w.doubt = true
		w.Why += fmt.Sprintf(", but %d is no year of the document", years[0])
	}
	return s.Years[len(s.Years)-1] >= years[0]
}

// fewYears is the number of years below which what a document tells of proves nothing
// about what it does not.
const fewYears = 3

// partiesAgree weighs the parties: those that the name gives must be parties, and
// those that the document names elsewhere help.
func (s *resolver) partiesAgree(w *weighed, c *Cluster, in authority.Instrument) bool {
	for _, p := range c.Parties {
		if !slices.ContainsFunc(in.Parties, func(o chancery.Key) bool { return o == p || s.family(o) == s.family(p) }) {
			return false
		}
		w.score++
	}
	if len(in.Parties) == 2 && !slices.ContainsFunc(in.Parties, func(p chancery.Key) bool { return !s.about[s.family(p)] }) {
		w.score++
	}
	return true
}

// signersOf is the persons of the authority that are said to sign the instrument.
func (s *resolver) signersOf(c *Cluster) []chancery.Key {
	var out []chancery.Key
	for _, name := range c.Signers {
		for _, o := range s.called[callingKey(chancery.PersonClaim, name)] {
			if k := s.decisions[o.cluster].key; k != "" {
				out = addKeys(out, []chancery.Key{k})
			}
		}
	}
	return out
}

// unnamedParty is a party of an instrument between two that a document does not name
// although it names two polities or more; "" for none.
func (s *resolver) unnamedParty(in authority.Instrument) chancery.Key {
	if len(in.Parties) != 2 || len(s.about) < 2 {
		return ""
	}
	for _, p := range in.Parties {
		if !s.about[s.family(p)] {
			return p
		}
	}
	return ""
}

// family is a polity's family, the polity itself where it has none.
func (s *resolver) family(p chancery.Key) string {
	if s.auth != nil {
		if f := s.auth.Family(p); f != "" {
			return f
		}
	}
	return string(p)
}

// instrumentNames is all names of instruments as stems in the languages they are in.
func instrumentNames(auth *authority.File, langs *lang.Set) nameIndex {
	ix := nameIndex{by: map[string][]int{}, owners: map[string][]chancery.Key{}, kinds: map[chancery.Key][]chancery.InstrumentKind{}}
	for _, nf := range auth.NameForms() {
		p := langs.Pack(nf.Lang)
		if nf.Class != authority.InstrumentClass || p == nil {
			continue
		}
		n := authorityName{key: nf.Key, text: nf.Text, nick: nf.Nick}
		for _, w := range strings.FieldsFunc(nf.Text, func(r rune) bool { return strings.ContainsRune(" ,().«»\"", r) }) {
			norm := token.Normalise(w, p)
			if norm != "" && norm[0] >= '0' && norm[0] <= '9' {
				if y := firstYear(norm); y > 1000 {
					n.year = y
				}
				continue
			}
			if norm == "" || p.IsFrequent(norm) {
				continue
			}
			if k := kindWord(p, norm); k != "" {
				if !slices.Contains(ix.kinds[nf.Key], k) {
					ix.kinds[nf.Key] = append(ix.kinds[nf.Key], k)
				}
				continue
			}
			n.stems = append(n.stems, spelling.Joined(token.Stem(norm, p)))
		}
		if len(n.stems) > 0 {
			for _, st := range n.stems {
				ix.by[st] = append(ix.by[st], len(ix.names))
				if of := ix.owners[st]; len(of) == 0 || of[len(of)-1] != nf.Key { // forms come by key
					ix.owners[st] = append(of, nf.Key)
				}
			}
			ix.names = append(ix.names, n)
		}
	}
	return ix
}

// kindWord is the kind of which a word is the name, "" for another word.
func kindWord(p *lang.Pack, norm string) chancery.InstrumentKind {
	for i := range p.Kinds {
		if els := p.Kinds[i].Pattern.Elements; len(els) == 1 && token.WordFits(&els[0], norm) {
			return p.Kinds[i].Kind
		}
	}
	return ""
}
