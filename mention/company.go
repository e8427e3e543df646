package mention

import (
	"example.org/chancery/lang"
)

// listedPersons goes on behind a person: capitalised names joined by commas and a
// conjunction are persons too when a class "list-of-persons-ends" word closes the
// list ("..., Циин жана Илибу ... кол коюшту").
func (f *finder) listedPersons(pack *lang.Pack, i int, lasts map[string]bool) int {
	type name struct{ first, end int }
	var found []name
	for j := i; j < len(f.ts.Tokens); {
		t := &f.ts.Tokens[j]
		e, and := f.class(pack, "and", j)
		if !and && t.Norm != "," {
			break
		}
		if t.Norm == "," {
			e = j + 1
		}
		k := e
		for k < e+3 && f.nameWord(pack, k) && !f.knownPlace(pack, k) && f.ts.Tokens[k].Sentence == t.Sentence {
			if _, _, place := f.placeWord(pack, k+1, "after"); place {
				break
			}
			if _, patronymic := f.class(pack, "patronymic", k-1); k == e+2 && !patronymic {
				break
			}
			k++
		}
		if k == e {
			break
		}
		found = append(found, name{e, k})
		j = k
	}
	if len(found) == 0 || !f.listCloses(pack, found[len(found)-1].end) {
		return i
	}
	for _, n := range found {
		f.person(n.first, n.end, Person{Names: f.texts(n.first, n.end), Last: n.end - n.first - 1})
		f.take(n.first, n.end)
		for _, st := range stems(f.ts.Tokens[n.end-1].Norm, pack) {
			lasts[st] = true
		}
		i = n.end
	}
	return i
}

// listCloses reports whether a word that ends a list of persons stands in the rest
// of the sentence.
func (f *finder) listCloses(pack *lang.Pack, i int) bool {
	for j := i; j < len(f.ts.Tokens) && f.ts.Tokens[j].Sentence == f.ts.Tokens[i-1].Sentence; j++ {
		if _, ok := f.class(pack, "list-of-persons-ends", j); ok {
			return true
		}
	}
	return false
}

// speakerAt reads the name behind a verb of saying: "отмечал Эпштейн".
func (f *finder) speakerAt(pack *lang.Pack, i int) (int, bool) {
	if i == 0 || f.lost || !f.nameWord(pack, i) || f.knownPlace(pack, i) || f.sentenceStart(i) {
		return i, false
	}
	if end, ok := f.class(pack, "speaks", i-1); !ok || end != i {
		return i, false
	}
	k := i + 1
	for k < i+3 && f.nameWord(pack, k) && !f.knownPlace(pack, k) && f.ts.Tokens[k].Sentence == f.ts.Tokens[i].Sentence {
		k++
	}
	if _, _, place := f.placeWord(pack, k, "after"); place {
		return i, false
	}
	f.person(i, k, Person{Names: f.texts(i, k), Last: k - i - 1})
	return k, true
}

// titleBehind reads one or two capitalised words with their title behind them:
// "Кудаяр хан", "Midhat Pasha".
func (f *finder) titleBehind(pack *lang.Pack, i int) (int, bool) {
	for j := i; j < i+2 && !f.lost && f.nameWord(pack, j) && !f.knownPlace(pack, j); j++ {
		for _, n := range f.m.Candidates(pack.Lookups.Titles, j+1) {
			t := &pack.Titles[n]
			if !t.After {
				continue
			}
			if end, ok := f.m.Match(t.Pattern.Elements, j+1); ok && f.ts.Tokens[j+1].Sentence == f.ts.Tokens[i].Sentence {
				f.person(i, j+1, Person{Names: f.texts(i, j+1), Last: j - i, Role: t.Role})
				f.take(j+1, end)
				return end, true
			}
		}
	}
	return i, false
}
