package mention

import (
	"strings"
	"unicode/utf8"

	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// persons finds persons: by initials, by given name and patronymic, by title, by the
// authority, and then by last names alone once they are known in the document.
func (f *finder) persons() {
	lasts := map[string]bool{} // every stem that a last name can have
	f.readable(func(p *token.Paragraph, pack *lang.Pack) {
		if p.Kind == "note" {
			return // notes cite authors, who take no part in what is told
		}
		for i := p.First; i < p.Last; {
			end, ok := f.personAt(pack, i)
			if !ok {
				i++
				continue
			}
			f.take(i, end)
			if per := f.all[len(f.all)-1].Person; per.Last >= 0 {
				for _, st := range stems(token.Normalise(per.Names[per.Last], pack), pack) {
					lasts[st] = true
				}
			}
			i = f.listedPersons(pack, end, lasts)
		}
	})
	if f.lost {
		return
	}
	f.readable(func(p *token.Paragraph, pack *lang.Pack) {
		for i := p.First; i < p.Last; i++ {
			if t := &f.ts.Tokens[i]; p.Kind != "note" && f.nameWord(pack, i) && !f.taken[i] && anyOf(lasts, stems(t.Norm, pack)) &&
				!f.instrumentName(pack, i) && !f.knownPlace(pack, i) {
				f.person(i, i+1, Person{Names: []string{t.Text}, Last: 0})
				f.take(i, i+1)
			}
		}
	})
}

func anyOf(set map[string]bool, words []string) bool {
	for _, w := range words {
		if set[w] {
			return true
		}
	}
	return false
}

// knownPlace reports whether the authority has a place, and no person, of the name at i.
func (f *finder) knownPlace(pack *lang.Pack, i int) bool {
	if end, _ := f.nameAt(pack, i, authority.PlaceClass); end == i {
		return false
	}
	end, _ := f.nameAt(pack, i, authority.PersonClass)
	return end == i
}

// instrumentName reports whether a kind word follows: "Портсмутский договор".
func (f *finder) instrumentName(pack *lang.Pack, i int) bool {
	if i+1 >= len(f.ts.Tokens) {
		return false
	}
	_, ok := f.kindAt(pack, i+1)
	return ok
}

// nameWord reports whether token i can be a word of a person's name.
func (f *finder) nameWord(pack *lang.Pack, i int) bool {
	if i >= len(f.ts.Tokens) {
		return false
	}
	t := &f.ts.Tokens[i]
	if f.lost {
		return f.lostNameWord(pack, i)
	}
	if t.Sort != token.Word || !t.Cap || t.Abbrev || t.Roman || f.taken[i] || pack.IsFrequent(t.Norm) || utf8.RuneCountInString(t.Text) < 2 {
		return false
	}
	if strings.ToUpper(t.Text) == t.Text && (utf8.RuneCountInString(t.Text) < 5 || f.inCapitals(t.Paragraph)) {
		return false // an acronym, or a line where capitals tell nothing
	}
	if f.state[i] {
		return false
	}
	if _, ok := pack.Months[t.Norm]; ok {
		return false
	}
	if _, ok := f.class(pack, "not-a-name", i); ok {
		return false
	}
	_, kind := f.kindAt(pack, i)
	return !kind
}

// titleLines is how many lines at the beginning of a document may be its title; a line
// in capitals at its end may be a signature.
const titleLines = 3

// inCapitals reports whether a paragraph is a title in capitals throughout.
func (f *finder) inCapitals(paragraph int) bool {
	if paragraph >= titleLines {
		return false
	}
	p := &f.ts.Paragraphs[paragraph]
	words := 0
	for i := p.First; i < p.Last; i++ {
		if t := &f.ts.Tokens[i]; t.Sort == token.Word {
			if strings.ToUpper(t.Text) != t.Text {
				return false
			}
			words++
		}
	}
	return words > 2
}

// lostNameWord is nameWord for a text without capitals: a word that its ending allows
// to be a name, and that is nothing else the language knows.
func (f *finder) lostNameWord(pack *lang.Pack, i int) bool {
	t := &f.ts.Tokens[i]
	if t.Sort != token.Word || f.taken[i] || f.state[i] || pack.IsFrequent(t.Norm) || utf8.RuneCountInString(t.Norm) < shortestLostName {
		return false
	}
	forms := token.Forms(t.Norm, pack)
	name := false
	for _, e := range forms {
		name = name || e.Part == "name"
	}
	if !name || f.ts.IsPart(i, "verb") || f.ts.IsPart(i, "participle") {
		return false
	}
	if _, ok := pack.Months[t.Norm]; ok {
		return false
	}
	if _, ok := f.class(pack, "not-a-name", i); ok {
		return false
	}
	_, kind := f.kindAt(pack, i)
	return !kind
}

// shortestLostName is the number of letters below which a word without a capital is no name.
const shortestLostName = 4

func (f *finder) isInitial(i int) bool {
	if i >= len(f.ts.Tokens) {
		return false
	}
	t := &f.ts.Tokens[i]
	return t.Abbrev && t.Cap && utf8.RuneCountInString(strings.TrimSuffix(t.Text, ".")) <= 2 && len(strings.TrimSuffix(t.Text, ".")) <= 4
}

func (f *finder) personAt(pack *lang.Pack, i int) (int, bool) {
	if f.taken[i] {
		return i, false
	}
	if end, ok := f.initialsAt(pack, i); ok {
		return end, true
	}
	if end, ok := f.givenAt(pack, i); ok {
		return end, true
	}
	if end, ok := f.titledAt(pack, i); ok {
		return end, true
	}
	if _, ok := f.class(pack, "name-ending", i); ok && f.nameWord(pack, i) {
		f.person(i, i+1, Person{Names: f.texts(i, i+1), Last: 0}) // "Фетх-Али-шах": the title is part of the word
		return i + 1, true
	}
	if end, ok := f.speakerAt(pack, i); ok {
		return end, true
	}
	if end, ok := f.titleBehind(pack, i); ok {
		return end, true
	}
	if end, keys := f.nameAt(pack, i, authority.PersonClass); end > i && f.free(i, end) && !f.polityAtToken(i) {
		f.person(i, end, Person{Names: f.texts(i, end), Last: end - i - 1})
		f.all[len(f.all)-1].Keys = keys // the whole name stands in the authority
		return end, true
	}
	return i, false
}

func (f *finder) polityAtToken(i int) bool { return f.state[i] }

// initialsAt reads "А. Ф. Миддендорф" and "K. P. von Kaufman".
func (f *finder) initialsAt(pack *lang.Pack, i int) (int, bool) {
	j := i
	for j < i+3 && f.isInitial(j) {
		j++
	}
	if j == i {
		return i, false
	}
	k := j
	if _, ok := f.class(pack, "name-particle", k); ok {
		k++
	}
	if !f.nameWord(pack, k) || f.ts.Tokens[k].Sentence != f.ts.Tokens[i].Sentence {
		return i, false
	}
	f.person(i, k+1, Person{Names: f.texts(i, k+1), Last: k - i, Initials: j - i})
	return k + 1, true
}

// givenAt reads a given name with patronymic, last name or a ruler's number.
func (f *finder) givenAt(pack *lang.Pack, i int) (int, bool) {
	if i >= len(f.ts.Tokens) {
		return i, false
	}
	t := &f.ts.Tokens[i]
	if t.Sort != token.Word || !t.Cap && !f.lost {
		return i, false
	}
	if _, ok := given(pack, t.Norm); !ok && !f.beforePatronymic(pack, i) {
		return i, false
	}
	j := i + 1
	if j < len(f.ts.Tokens) && f.ts.Tokens[j].Sort == token.Punct && f.ts.Tokens[j].Text == "(" && j+2 < len(f.ts.Tokens) &&
		f.ts.Tokens[j+2].Text == ")" && f.ts.Tokens[j+1].Cap { // Евфимий (Ефим) Васильевич
		j += 3
	}
	if j < len(f.ts.Tokens) && f.ts.Tokens[j].Roman {
		f.person(i, j+1, Person{Names: f.texts(i, j+1), Last: 0, Role: "ruler"})
		return j + 1, true
	}
	for f.isInitial(j) && j < i+3 {
		j++
	}
	if end, ok := f.class(pack, "patronymic", j); ok && f.nameWord(pack, j) && f.ts.Tokens[j].Sentence == t.Sentence {
		if end > j+1 { // "Ормон Ниязбек уулу": the father's name and "son of" end the name
			f.person(i, end, Person{Names: f.texts(i, end), Last: j - i})
			return end, true
		}
		j++
		if end, ok := f.class(pack, "patronymic", j); ok && f.ts.Tokens[j].Sentence == t.Sentence { // "Остафьев сын"
			j = end
		}
	}
	if _, ok := f.class(pack, "name-particle", j); ok {
		j++
	}
	if f.nameWord(pack, j) && f.ts.Tokens[j].Sentence == t.Sentence && !f.knownPlace(pack, j) {
		f.person(i, j+1, Person{Names: f.texts(i, j+1), Last: j - i})
		return j + 1, true
	}
	if j > i+1 {
		f.person(i, j, Person{Names: f.texts(i, j), Last: j - 1 - i})
		return j, true
	}
	return i, false
}

// beforePatronymic reports whether a word that no list has is a given name because a
// patronymic follows it: "Агзумхан Габидович".
func (f *finder) beforePatronymic(pack *lang.Pack, i int) bool {
	if f.lost || !f.nameWord(pack, i) || !f.nameWord(pack, i+1) || f.ts.Tokens[i+1].Sentence != f.ts.Tokens[i].Sentence {
		return false
	}
	_, ok := f.class(pack, "patronymic", i+1)
	return ok
}

func given(pack *lang.Pack, norm string) (string, bool) {
	if n, ok := pack.Given[norm]; ok {
		return n, true
	}
	n, ok := pack.Given[token.Stem(norm, pack)]
	return n, ok
}

// titledAt reads a title and one to three capitalised words: "граф Путятин".
func (f *finder) titledAt(pack *lang.Pack, i int) (int, bool) {
	end, role := i, ""
	for _, n := range f.m.Candidates(pack.Lookups.Titles, i) {
		if pack.Titles[n].After {
			continue
		}
		if e, ok := f.m.Match(pack.Titles[n].Pattern.Elements, i); ok && e > end {
			end, role = e, pack.Titles[n].Role
		}
	}
	if end == i {
		return i, false
	}
	j := end
	if _, ok := f.class(pack, "name-particle", j); ok {
		j++
	}
	k := j
	if end, ok := f.initialsAt(pack, k); ok {
		f.all[len(f.all)-1].Person.Role = role
		return end, true
	}
	if end, ok := f.givenAt(pack, k); ok {
		f.all[len(f.all)-1].Person.Role = role
		return end, true
	}
	for k < j+3 && f.nameWord(pack, k) && f.ts.Tokens[k].Sentence == f.ts.Tokens[i].Sentence && !f.knownPlace(pack, k) &&
		(k == j || !f.instrumentName(pack, k)) {
		if k > j && f.ts.Tokens[k-1].Sort != token.Word {
			break
		}
		k++
	}
	if k == j {
		return i, false
	}
	f.person(j, k, Person{Names: f.texts(j, k), Last: k - j - 1, Role: role})
	return k, true
}

func (f *finder) person(first, end int, p Person) {
	keys := f.personKeys(first, end, p)
	if whole, named := f.nameAt(f.ts.Pack(first), first, authority.PersonClass); len(keys) == 0 && whole == end {
		keys = named // a ruler, whose last name is a given name with a number
	}
	f.add(Mention{Type: "person", First: first, End: end, Person: &p, Keys: keys})
}

func (f *finder) texts(first, end int) []string {
	var out []string
	for i := first; i < end; i++ {
		out = append(out, f.ts.Tokens[i].Text)
	}
	return out
}
