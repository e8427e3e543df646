package claim

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/spelling"
	"example.org/chancery/token"
)

// shortestNameStem is the number of letters below which the stem of a name proves nothing.
const shortestNameStem = 3

// gatherPerson adds a mention of a person to the cluster whose names can be of the same
// person, the latest first, or begins another. Two persons of one last name stay
// apart by their given names; a bare last name is the one spoken of last.
func (r *reader) gatherPerson(out []Cluster, people *people, i int, q chancery.Quote) []Cluster {
	me := &r.All[i]
	name := r.personStems(i, q)
	at, why := -1, ""
	for _, n := range people.mayBe(name) {
		same, how := onePerson(people.names[n], name)
		if same && (at < 0 || r.latest(&out[n]) > r.latest(&out[at])) {
			at, why = n, how
		}
	}
	if at < 0 {
		at = len(out)
		out = append(out, Cluster{Type: chancery.PersonClaim, Text: q.Text})
	}
	people.add(at, name)
	c := &out[at]
	c.Spans = append(c.Spans, q.Span)
	c.Names = append(c.Names, name)
	c.Keys = addKeys(c.Keys, me.Keys)
	if me.Person.Role != "" {
		c.Roles = addText(c.Roles, []string{me.Person.Role})
	}
	if why != "" {
		c.Reasons = addText(c.Reasons, []string{why})
	}
	return out
}

// latest is where a cluster was last spoken of.
func (r *reader) latest(c *Cluster) int { return c.Spans[len(c.Spans)-1].Start }

// personStems is the words of a person's name. Brackets and what only points are left out.
func (r *reader) personStems(i int, q chancery.Quote) Name {
	me := &r.All[i]
	n := Name{Text: q.Text, Last: -1, Lang: r.pack(me.First).Code}
	for k := me.First; k < me.End; k++ {
		t := &r.Tokens.Tokens[k]
		initial := t.Abbrev && me.Person.Initials > 1 // of "M. N." neither is Monsieur
		if t.Sort == token.Punct || k-me.First != me.Person.Last && !initial && r.titleWord(k) {
			continue
		}
		if k-me.First == me.Person.Last {
			n.Last = len(n.Stems)
		}
		stem := strings.TrimSuffix(r.stem(k), ".")
		if utf8.RuneCountInString(stem) < shortestNameStem {
			stem = strings.TrimSuffix(t.Norm, ".") // what an ending leaves is too little to be a name
		}
		n.Stems = append(n.Stems, stem)
	}
	if n.Last < 0 {
		n.Last = len(n.Stems) - 1
	}
	n.Given = n.Last == 1 && len(n.Stems) == 2 && me.Person.Initials == 0 && r.inClass("patronymic", me.First+me.Person.Last)
	return n
}

// titleWord reports whether a token is a title or particle, which no two writers set alike:
// "Sir", "de".
func (r *reader) titleWord(k int) bool {
	pack := r.pack(k)
	if r.inClass("name-particle", k) {
		return true
	}
	for _, n := range r.match.Candidates(pack.Lookups.Titles, k) {
		if end, ok := r.match.Match(pack.Titles[n].Pattern.Elements, k); ok && end == k+1 {
			return true
		}
	}
	return false
}

// onePerson reports whether a name can be that of the person whose names are known, and
// says how where the last names are not written the same.
func onePerson(known []Name, name Name) (bool, string) {
	how := ""
	equal := false
	for _, k := range known {
		if len(k.Stems) == 0 || len(name.Stems) == 0 {
			continue
		}
		if strings.EqualFold(k.Text, name.Text) { // a line of names may be taken for another language
			equal = true
			continue
		}
		if name.Given != k.Given { // "count Mikhail Nikolayevich" after M. N. Muravyov
			given, full := name.Stems, k
			if k.Given {
				given, full = k.Stems, name
			}
			if full.Last != 2 || !givenMatch(given, full.Stems[:2]) {
				return false, ""
			}
			how = fmt.Sprintf("%q is the given name and patronymic of %q", strings.Join(strings.Fields(name.Text), " "), k.Text)
			continue
		}
		if !givenAgree(k.Stems[:k.Last], name.Stems[:name.Last]) {
			return false, ""
		}
		a, b := k.Stems[k.Last], name.Stems[name.Last]
		switch {
		case a == b:
			equal = true
		case doubleAgrees(k.Text, name.Text):
			equal = true
		case spelling.Alike(a, b):
			how = fmt.Sprintf("%q and %q are spellings of one name", k.Text, name.Text)
		}
	}
	if equal {
		return true, ""
	}
	return how != "", how
}

// doubleAgrees reports whether two names end in one double name in different cases, of
// which both parts change: Озорнин-Кистер, Озорниным-Кистером.
func doubleAgrees(a, b string) bool {
	last := func(s string) []string {
		ws := strings.Fields(s)
		return strings.Split(strings.ToLower(ws[len(ws)-1]), "-")
	}
	x, y := last(a), last(b)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	for i := range x {
		n := sharedLetters(x[i], y[i])
		if n < 4 || max(utf8.RuneCountInString(x[i]), utf8.RuneCountInString(y[i]))-n > 3 {
			return false
		}
	}
	return true
}

// givenAgree reports whether two lists of given names can be one person's: no name
// contradicts the one at its place, an initial standing for every name that it begins.
//
// Lists of different length are compared from either end: "Muhammad Yakub Khan" is
// also called Yakub Khan.
func givenAgree(a, b []string) bool {
	n := min(len(a), len(b))
	if givenMatch(a[:n], b[:n]) {
		return true
	}
	if slices.Equal(a[len(a)-n:], b[len(b)-n:]) {
		return true // P. Anderson is Chandler P. Anderson
	}
	initial := func(w string) bool { return utf8.RuneCountInString(w) <= 2 }
	if slices.ContainsFunc(a, initial) || slices.ContainsFunc(b, initial) {
		return false // the initial of a patronymic is no given name
	}
	return givenMatch(a[len(a)-n:], b[len(b)-n:])
}

func givenMatch(a, b []string) bool {
	for i := range a {
		x, y := a[i], b[i]
		if utf8.RuneCountInString(x) > utf8.RuneCountInString(y) {
			x, y = y, x
		}
		if utf8.RuneCountInString(x) <= 2 && strings.HasPrefix(y, x) || x == y || spelling.Alike(x, y) || sharedLetters(x, y) >= 3 {
			continue
		}
		if fx, _ := utf8.DecodeRuneInString(x); utf8.RuneCountInString(x) == 1 {
			if fy, _ := utf8.DecodeRuneInString(y); fx == fy {
				continue
			}
		}
		return false
	}
	return true
}

// sharedLetters is the number of letters with which both words begin.
func sharedLetters(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}

// gatherPlace adds a mention of a place to the cluster of the same name and sort.
func (r *reader) gatherPlace(out []Cluster, by map[string]int, i int, q chancery.Quote) []Cluster {
	me := &r.All[i]
	stems := r.stems(me.First, me.First+me.Place.Words)
	name, group := strings.Join(stems, " "), landOrWater(me.Place.Kind)
	groups := []string{group}
	switch {
	case len(me.Keys) > 0: // which of its entries is meant may be different here
	case group == "": // the Amur, after the river Amur
		groups = []string{"", "water", "settlement", "land", "region"}
	case group != "region": // the river Amur, after the Amur; the Amur region is another place
		groups = append(groups, "")
	}
	n := -1
	for _, g := range groups {
		if m, ok := by[name+"|"+g]; ok {
			n = m
			break
		}
	}
	if n < 0 {
		n = len(out)
		out = append(out, Cluster{Type: chancery.PlaceClaim, Text: q.Text})
	}
	by[name+"|"+group] = n
	c := &out[n]
	c.Spans = append(c.Spans, q.Span)
	c.Names = append(c.Names, Name{Text: q.Text, As: me.Place.Name, Stems: stems, Lang: r.pack(me.First).Code})
	c.Keys = addKeys(c.Keys, me.Keys)
	if c.Sort == "" {
		c.Sort = me.Place.Kind
	}
	return out
}

// landOrWater is the group of sorts of place among which writers do not distinguish:
// a fort becomes a town, but a river is no region. "" is not said.
func landOrWater(sort string) string {
	switch sort {
	case "":
		return ""
	case "city", "village", "fort", "fortress", "port":
		return "settlement"
	case "river", "lake", "sea", "ocean", "gulf", "strait", "canal":
		return "water"
	case "region", "khanate", "state", "country":
		return "region"
	}
	return "land"
}
