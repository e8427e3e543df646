package mention

import (
	"example.org/chancery/authority"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// places finds places: by a word for a sort of place beside a name, by the
// authority, and by a preposition or case of place at a name.
func (f *finder) places() {
	f.readable(func(p *token.Paragraph, pack *lang.Pack) {
		if p.Kind == "note" {
			return
		}
		for i := p.First; i < p.Last; {
			end, ok := f.placeAt(pack, i)
			if !ok {
				i++
				continue
			}
			i = end
		}
	})
}

func (f *finder) placeAt(pack *lang.Pack, i int) (int, bool) {
	if f.taken[i] {
		return i, false
	}
	if end, keys := f.nameAt(pack, i, authority.PlaceClass); end > i && f.free(i, end) && !f.polityAtToken(i) {
		if e, kind, ok := f.placeWord(pack, end, "after"); ok && e > end {
			f.placeWithWord(i, end, e, kind)
			f.all[len(f.all)-1].Keys = keys
			return e, true
		}
		f.place(i, end, "")
		f.all[len(f.all)-1].Keys = keys
		return end, true
	}
	// река Амур
	if e, kind, ok := f.placeWord(pack, i, "before"); ok && f.nameWord(pack, e) && f.ts.Tokens[e].Sentence == f.ts.Tokens[i].Sentence {
		end := f.nameRun(pack, e)
		known, keys := f.nameAt(pack, e, authority.PlaceClass)
		f.place(e, end, kind)
		if known == end {
			f.all[len(f.all)-1].Keys = keys
		}
		return end, true
	}
	if f.lost || !f.nameWord(pack, i) {
		return i, false
	}
	// Амур дарыясы
	end := f.nameRun(pack, i)
	if e, kind, ok := f.placeWord(pack, end, "after"); ok && e > end {
		f.placeWithWord(i, end, e, kind)
		return e, true
	}
	// в Кульдже: the first word of a sentence proves nothing by its capital letter
	if f.sentenceStart(i) || !f.placeSign(pack, i, end) || f.modifiesKind(pack, i) ||
		f.ts.IsPart(end-1, "adjective") && end < len(f.ts.Tokens) && f.ts.Tokens[end].Sort == token.Word && !f.ts.Tokens[end].Cap {
		return i, false
	}
	f.place(i, end, "")
	return end, true
}

// modifiesKind reports whether a kind word follows within three tokens of the same
// sentence, adjectives between: "в Версальском мирном договоре".
func (f *finder) modifiesKind(pack *lang.Pack, i int) bool {
	if !f.ts.IsPart(i, "adjective") {
		return false
	}
	for k := i + 1; k < min(i+4, len(f.ts.Tokens)); k++ {
		if _, ok := f.kindAt(pack, k); ok && f.ts.Tokens[k].Sentence == f.ts.Tokens[i].Sentence {
			return true
		}
		if !f.ts.IsPart(k, "adjective") {
			return false
		}
	}
	return false
}

// placeSign reports whether a preposition or a case of place marks the name.
func (f *finder) placeSign(pack *lang.Pack, i, end int) bool {
	if i > 0 && f.ts.Tokens[i-1].Sentence == f.ts.Tokens[i].Sentence {
		for back := 1; back <= 2 && i-back >= 0; back++ {
			if e, ok := f.class(pack, "place-preposition", i-back); ok && e == i {
				return true
			}
		}
	}
	_, ok := f.class(pack, "place-case", end-1)
	return ok
}

func (f *finder) sentenceStart(i int) bool {
	return i == 0 || f.ts.Tokens[i-1].Sentence != f.ts.Tokens[i].Sentence
}

// nameRun is the end of a run of at most three name words.
func (f *finder) nameRun(pack *lang.Pack, i int) int {
	j := i + 1
	for j < i+3 && f.nameWord(pack, j) && f.ts.Tokens[j].Sentence == f.ts.Tokens[i].Sentence {
		if _, _, ok := f.placeWord(pack, j, "after"); ok {
			break
		}
		j++
	}
	return j
}

func (f *finder) placeWord(pack *lang.Pack, i int, position string) (end int, kind string, ok bool) {
	if i >= len(f.ts.Tokens) {
		return i, "", false
	}
	end = i
	for _, n := range f.m.Candidates(pack.Lookups.Places, i) {
		w := &pack.Places[n]
		if w.Position != position || f.ts.Tokens[i].Abbrev && f.ts.Tokens[i].Cap {
			continue // "М." behind a name is an initial and no sea
		}
		if e, hit := f.m.Match(w.Pattern.Elements, i); hit && e > end {
			end, kind, ok = e, w.Kind, true
		}
	}
	return end, kind, ok
}

// bareKinds are the sorts of place whose word is not part of the name: the river
// Lena is "Lena", but the Sea of Japan is never "Japan".
var bareKinds = map[string]bool{"city": true, "river": true, "island": true, "fort": true, "port": true}

// placeWithWord adds a name with the word for its sort behind it.
func (f *finder) placeWithWord(first, end, word int, kind string) {
	f.place(first, word, kind)
	f.all[len(f.all)-1].Place.Words = end - first
	if bareKinds[kind] {
		f.all[len(f.all)-1].Place.Name = f.ts.Text.Mended()[f.ts.Tokens[first].Start:f.ts.Tokens[end-1].End]
	}
}

func (f *finder) place(first, end int, kind string) {
	name := f.ts.Text.Mended()[f.ts.Tokens[first].Start:f.ts.Tokens[end-1].End]
	f.add(Mention{Type: "place", First: first, End: end, Place: &Place{Name: name, Kind: kind, Words: end - first}})
	f.take(first, end)
}
