package claim

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/edtf"
	"example.org/chancery/lang"
	"example.org/chancery/spelling"
	"example.org/chancery/token"
)

// The weights of what speaks for a person. A last name alone is not enough; with the
// time in which the document is set, or the person's country, it is.
const (
	wholePersonName = 6
	initialsToo     = 4
	knownByIt       = 3 // the authority gives the last name, or the one name, by itself
	lastNameOnly    = 2
	likeLastName    = 1
	personEnough    = 4
	inCompany       = 3 // signatory of an instrument that the document speaks of
)

// personNames is all names of persons, and the persons by the spelling key of the last
// words of their names.
func personNames(auth *authority.File, langs *lang.Set) (map[chancery.Key][]authority.NameForm, map[string][]chancery.Key) {
	forms, alike := map[chancery.Key][]authority.NameForm{}, map[string][]chancery.Key{}
	for _, f := range auth.NameForms() {
		if f.Class != authority.PersonClass || f.Slip != "" {
			continue
		}
		forms[f.Key] = append(forms[f.Key], f)
		pack := langs.Pack(f.Lang)
		if pack == nil {
			pack = anyPack(langs, f.Text)
		}
		ws, full := nameWords(f.Text, pack), strings.Fields(f.Text)
		var stems []string
		for _, w := range ws {
			if pack != nil {
				w = token.Stem(token.Normalise(w, pack), pack)
			}
			stems = append(stems, w)
		}
		for _, words := range [][]string{ws, stems, full} {
			for _, k := range likenesses(words, words[len(words)-1]) {
				alike[k] = addKeys(alike[k], []chancery.Key{f.Key})
			}
		}
	}
	return forms, alike
}

// anyPack is the first pack that is written in the letters of a text.
func anyPack(langs *lang.Set, text string) *lang.Pack {
	for _, p := range langs.Packs {
		if p.Script == spelling.Script(text) {
			return p
		}
	}
	return nil
}

// nameWords is the words of a name without titles before and behind it: "Commodore
// Perry" is Perry, "Худаяр-хан" is Худаяр. At least one word is left.
func nameWords(text string, pack *lang.Pack) []string {
	ws := strings.Fields(text)
	for len(ws) > 1 && titled(ws[0], pack) {
		ws = ws[1:]
	}
	for len(ws) > 1 && titled(ws[len(ws)-1], pack) {
		ws = ws[:len(ws)-1]
	}
	if n := len(ws) - 1; n >= 0 {
		if name, suffix, ok := cutLast(ws[n], "-"); ok && titled(suffix, pack) {
			ws = append(ws[:n:n], name)
		}
	}
	return ws
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i > 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// likenesses are the keys under which a name is found that is written otherwise: by its
// last name, by the consonants of that, and by all its parts together.
func likenesses(words []string, last string) []string {
	var out []string
	if utf8.RuneCountInString(last) >= longEnoughToErr {
		out = append(out, "last "+spelling.Key(last))
		if c := spelling.Consonants(last); utf8.RuneCountInString(c) >= enoughConsonants {
			out = append(out, "consonants "+c)
		}
	}
	if all := spelling.Joined(words...); len(words) > 1 && utf8.RuneCountInString(all) >= 4 || utf8.RuneCountInString(all) >= longEnoughToErr {
		out = append(out, "all "+all)
	}
	return out
}

// enoughConsonants is how many consonants tell a name from others without its vowels.
const enoughConsonants = 5

// longEnoughToErr is the number of letters below which a name that is spelt otherwise
// is another name.
const longEnoughToErr = 6

// person takes the entry whose name, time, country and company agree better than any other's.
func (s *resolver) person(c *Cluster) decision {
	keys := c.Keys
	if len(keys) == 0 {
		for _, n := range c.Names {
			keys = addKeys(keys, s.speltLike(n))
		}
	}
	var all []weighed
	for _, k := range keys {
		p, ok := s.auth.Person(k)
		if !ok {
			continue
		}
		w := weighed{Candidate: Candidate{Key: k}}
		if !s.nameAgrees(&w, c) {
			continue
		}
		s.timeAgrees(&w, c, p)
		s.countryAgrees(&w, p)
		s.roleAgrees(&w, c, p)
		s.companyAgrees(&w, p)
		all = append(all, w)
	}
	return choose(all, personEnough)
}

// speltLike is the persons whose last name is another spelling of this one, of names
// that are long enough.
func (s *resolver) speltLike(n Name) []chancery.Key {
	if n.Last < 0 || n.Last >= len(n.Stems) {
		return nil
	}
	var keys []chancery.Key
	written := n.written()
	for _, k := range append(likenesses(n.Stems, n.Stems[n.Last]), likenesses(written, written[len(written)-1])...) {
		keys = addKeys(keys, s.alike[k])
	}
	return keys
}

// written is the words of a name as they stand, in lower case.
func (n Name) written() []string {
	return strings.FieldsFunc(strings.ToLower(n.Text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' })
}

// nameAgrees weighs the best of the names by which the document calls the person; false
// where one of them contradicts all that the authority has.
func (s *resolver) nameAgrees(w *weighed, c *Cluster) bool {
	best, why := 0, ""
	fuller := slices.ContainsFunc(c.Names, func(n Name) bool { return !n.Given })
	for _, n := range c.Names {
		if n.Given && fuller {
			continue // Nikolai Pavlovich is also an emperor's name
		}
		if pack := s.langs.Pack(n.Lang); pack != nil && s.otherGiven(n, s.persons[w.Key], pack) {
			return false
		}
		score, how, spelt := s.nameFits(n, s.persons[w.Key])
		if score == 0 {
			continue
		}
		if score > best {
			best, why, w.weak = score, how, spelt
		}
	}
	if best > 0 {
		w.add(best, "%s", why)
	}
	return best > 0
}

// timeAgrees weighs whether the person was of an age to act in a year of the document.
// Where no life is known, it is the years in which the person held office or signed.
func (s *resolver) timeAgrees(w *weighed, c *Cluster, p authority.Person) {
	if len(s.Years) == 0 {
		w.add(1, "no time speaks against it")
		return
	}
	age := youngest
	if w.score <= knownByIt {
		age = grown
	}
	from, to, ok := lived(p)
	says := fmt.Sprintf("lived %d to %d", from, to)
	if ok {
		from += age
	} else if from, to, ok = s.active(p); ok {
		says = fmt.Sprintf("acted in %d to %d", from, to)
		from, to = from-career, to+career
	} else {
		if s.oneWord(p, c) {
			w.add(1, "nothing else is known by which to tell another")
		}
		return
	}
	if slices.ContainsFunc(s.Years, func(y int) bool { return y >= from && y <= to }) {
		w.add(1, "%s", says)
		return
	}
	if len(s.Years) < fewYears && w.score > knownByIt {
		return
	}
	w.doubt = true
	w.Why += fmt.Sprintf(", but %s, and the document tells of %d to %d", says, s.Years[0], s.Years[len(s.Years)-1])
}

// oneWord reports whether the authority knows the person, in the letters of the document,
// by a last name alone.
func (s *resolver) oneWord(p authority.Person, c *Cluster) bool {
	script := spelling.Script(c.Text)
	return !slices.ContainsFunc(p.Names, func(n authority.Name) bool {
		return spelling.Script(n.Text) == script && len(nameWords(n.Text, s.langs.Pack(n.Lang))) > 1
	})
}

// youngest is the age below which nobody takes part in what documents tell, grown the
// age of those who are called by a last name alone; career is for how many years before
// and after what is known of them people act.
const (
	youngest = 10
	grown    = 24
	career   = 15
)

// active is the first and last year in which a person held an office or signed.
func (s *resolver) active(p authority.Person) (from, to int, ok bool) {
	add := func(y int) {
		if y == 0 {
			return
		}
		if !ok || y < from {
			from = y
		}
		to, ok = max(to, y), true
	}
	for _, o := range p.Offices {
		add(firstYear(o.From))
		add(firstYear(o.To))
	}
	for _, i := range s.signedBy[p.Key] {
		for _, y := range i.Years() {
			add(y)
		}
	}
	return from, to, ok
}

// lived is the first and last year of a person's life; false when it is not known.
func lived(p authority.Person) (from, to int, ok bool) {
	if p.Lifespan == nil {
		return 0, 0, false
	}
	birth, err := edtf.Parse(p.Lifespan.From)
	death, err2 := edtf.Parse(p.Lifespan.To)
	if err != nil || err2 != nil {
		return 0, 0, false
	}
	from, to = firstYear(birth.String()), firstYear(death.String())
	return from, to, from > 0 && to > 0
}

// countryAgrees weighs whether the document names a country that the person served.
func (s *resolver) countryAgrees(w *weighed, p authority.Person) {
	for _, o := range p.Offices {
		if s.about[s.family(o.Of)] {
			w.add(1, "served %s", o.Of)
			return
		}
	}
	for _, i := range s.signedBy[p.Key] {
		for _, g := range i.Signatories {
			if g.Person == p.Key && s.about[s.family(g.Side)] {
				w.add(1, "signed for %s", g.Side)
				return
			}
		}
	}
}

// roleAgrees weighs whether what the document calls the person is an office of the entry.
func (s *resolver) roleAgrees(w *weighed, c *Cluster, p authority.Person) {
	for _, role := range c.Roles {
		for _, o := range p.Offices {
			if strings.Contains(strings.ToLower(o.Office), role) {
				w.add(1, "was %s", o.Office)
				return
			}
		}
	}
}

// companyAgrees weighs whether the document speaks of an instrument that the person signed.
func (s *resolver) companyAgrees(w *weighed, p authority.Person) {
	for _, i := range s.signedBy[p.Key] {
		if s.acts[i.Key] {
			w.add(inCompany, "signed %s", i.Key)
			return
		}
	}
}
