package mention

import (
	"sort"
	"strings"

	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// instruments finds instruments by a word for a kind of act and what completes it.
func (f *finder) instruments() {
	f.readable(func(p *token.Paragraph, pack *lang.Pack) {
		for i := p.First; i < p.Last; {
			k, ok := f.kindAt(pack, i)
			if !ok {
				i++
				continue
			}
			i = f.instrumentAt(pack, p, i, k)
		}
	})
}

// kindMatch is a kind word at its place.
type kindMatch struct {
	end  int
	kind lang.Kind
}

// kindAt is the longest kind word at token i.
func (f *finder) kindAt(pack *lang.Pack, i int) (kindMatch, bool) {
	if i >= len(f.ts.Tokens) || f.ts.Tokens[i].Sort != token.Word {
		return kindMatch{}, false
	}
	best := kindMatch{end: i}
	for _, n := range f.m.Candidates(pack.Lookups.Kinds, i) {
		if e, ok := f.m.Match(pack.Kinds[n].Pattern.Elements, i); ok && e > best.end {
			best = kindMatch{e, pack.Kinds[n]}
		}
	}
	return best, best.end > i
}

// instrumentAt reads the name around the kind word at i and returns where to go on.
func (f *finder) instrumentAt(pack *lang.Pack, p *token.Paragraph, i int, k kindMatch) int {
	if _, no := f.class(pack, "not-an-instrument", i); no {
		return k.end
	}
	in := Instrument{Kind: k.kind.Kind, Weight: k.kind.Weight, Plural: k.kind.Plural, HeadFirst: i, HeadEnd: k.end}
	in.Draft = strings.HasPrefix(string(in.Kind), "draft-")
	first := f.extendLeft(pack, p, i)
	end := f.extendRight(pack, p, k.end)
	if e, ok := f.class(pack, "draft-after", k.end); ok {
		in.Draft = true
		end = max(end, e)
	}
	if s, ok := f.before(pack, "draft-before", first, p.First); ok {
		in.Draft = true
		first = s
	}
	if s, ok := f.before(pack, "demonstrative", first, p.First); ok {
		in.Pointing = true
		_ = s
	}
	if !in.Pointing {
		in.New = f.introduced(pack, first, i, p.First)
	}
	if in.Draft && !strings.HasPrefix(string(in.Kind), "draft-") {
		in.Kind = "draft-" + in.Kind
	}
	f.describe(pack, &in, first, end)
	in.Bare = len(in.Modifiers) == 0 && len(in.Numbers) == 0 && in.Year == 0 && len(in.Parties) == 0
	if in.Bare && !f.dayAt(end) && (in.Weight == "weak" || in.Weight == "paper" && !in.Pointing && end == k.end && first == i) {
		return k.end
	}
	f.add(Mention{Type: "instrument", First: first, End: end, Instrument: &in})
	if in.Plural {
		f.listBefore(pack, p, in, first)
	}
	return max(end, i+1)
}

// dayAt reports whether a date with day, month and year begins at token i: it names
// even an act that has no other name, "the act of 8 February 1792".
func (f *finder) dayAt(i int) bool {
	if i >= len(f.ts.Tokens) {
		return false
	}
	for _, u := range f.ts.Units[i] {
		if u.Tag == "date" {
			y, _, d := f.all[u.Ref].Date.Value.Parts()
			return y != 0 && d != 0 && f.all[u.Ref].Date.Full
		}
	}
	return false
}

// introduced reports whether a word that introduces something new stands before the
// name or among its modifiers.
func (f *finder) introduced(pack *lang.Pack, first, head, limit int) bool {
	if _, ok := f.before(pack, "introduces", first, limit); ok {
		return true
	}
	for k := first; k < head; k++ {
		if _, ok := f.class(pack, "introduces", k); ok {
			return true
		}
	}
	return false
}

// before is where a pattern of a class begins that ends exactly at token i.
func (f *finder) before(pack *lang.Pack, class string, i, limit int) (int, bool) {
	for s := max(limit, i-4); s < i; s++ {
		for _, p := range pack.Class(class) {
			if e, ok := f.m.Match(p.Elements, s); ok && e == i {
				return s, true
			}
		}
	}
	return i, false
}

// phraseLimit is how many completing phrases a name may have on one side.
const phraseLimit = 6

func (f *finder) extendLeft(pack *lang.Pack, p *token.Paragraph, i int) int {
	for n := 0; n < phraseLimit; n++ {
		best := i
		for s := max(p.First, i-6); s < i; s++ {
			for _, r := range f.m.Candidates(pack.Lookups.Left, s) {
				ph := &pack.Phrases[r]
				if e, ok := f.m.Match(ph.Pattern.Elements, s); ok && e == i && s < best {
					best = s
				}
			}
		}
		if best == i {
			return i
		}
		i = best
	}
	return i
}

func (f *finder) extendRight(pack *lang.Pack, p *token.Paragraph, i int) int {
	for n := 0; n < phraseLimit && i < p.Last; n++ {
		best := i
		for _, r := range f.m.Candidates(pack.Lookups.Right, i) {
			ph := &pack.Phrases[r]
			if e, ok := f.m.Match(ph.Pattern.Elements, i); ok && e > best {
				best = e
			}
		}
		if best == i {
			return i
		}
		i = best
	}
	return i
}

// describe reads modifiers, numbers, parties and year out of the name.
func (f *finder) describe(pack *lang.Pack, in *Instrument, first, end int) {
	in.Parties = f.keysOf(first, end)
	for i := first; i < end; i++ {
		if i >= in.HeadFirst && i < in.HeadEnd {
			continue
		}
		t := &f.ts.Tokens[i]
		if t.Sort == token.Number && i > 0 && numberSign(&f.ts.Tokens[i-1]) {
			in.Numbers = append(in.Numbers, t.Text)
		}
		if t.Sort != token.Word || pack.IsFrequent(t.Norm) || f.inDate(i) {
			continue
		}
		if _, stop := f.class(pack, "not-name", i); stop {
			continue
		}
		in.Modifiers = append(in.Modifiers, token.Stem(t.Norm, pack))
	}
	for i := first; i < end; i++ {
		t := &f.ts.Tokens[i]
		if y, ok := f.yearOf(i); ok {
			in.Year = y
		} else if t.Sort == token.Number && len(t.Text) == 4 && t.Value >= 1000 && t.Value <= 2100 && len(in.Numbers) == 0 && !f.inDate(i) {
			in.Year = t.Value // "Rapallo Treaty 1922"
		}
	}
	if in.Year == 0 && end+1 < len(f.ts.Tokens) && f.ts.Tokens[end].Text == "(" && f.ts.Tokens[end].Sentence == f.ts.Tokens[first].Sentence {
		if y, ok := f.yearOf(end + 1); ok {
			in.Year = y // "the Treaty of Paris (1856)"
		}
	}
}

// numberSign reports whether a token announces a number: "№", "No".
func numberSign(t *token.Token) bool {
	switch strings.TrimSuffix(t.Norm, ".") {
	case "№", "no", "nos", "nr", "n":
		return true
	}
	return false
}

// yearOf is the year of a date with a year that begins at token i.
func (f *finder) yearOf(i int) (int, bool) {
	if i >= len(f.ts.Tokens) {
		return 0, false
	}
	for _, u := range f.ts.Units[i] {
		if u.Tag == "date" {
			if d := f.all[u.Ref].Date; d.Full && !d.Value.IsInterval() {
				return lastYear(d.Value)
			}
		}
	}
	return 0, false
}

func (f *finder) inDate(i int) bool {
	for s := max(0, i-6); s <= i; s++ {
		for _, u := range f.ts.Units[s] {
			if u.Tag == "date" && u.End > i {
				return true
			}
		}
	}
	return false
}

// listBefore reads "X and Y treaties": one kind word in the plural for several
// names; each name before the conjunction is an instrument of its own.
func (f *finder) listBefore(pack *lang.Pack, p *token.Paragraph, of Instrument, first int) {
	i := first
	for n := 0; n < phraseLimit && i-2 >= p.First; n++ {
		_, and := f.class(pack, "and", i-1)
		if !and && f.ts.Tokens[i-1].Norm != "," {
			return
		}
		end := i - 1
		if and && f.ts.Tokens[end-1].Norm == "," { // "neither X, nor Y"
			end--
		}
		s := f.extendLeft(pack, p, end)
		if s == end {
			return
		}
		in := Instrument{Kind: of.Kind, Weight: of.Weight, HeadFirst: end, HeadEnd: end, Ellipsis: true}
		f.describe(pack, &in, s, end)
		if len(in.Modifiers) == 0 && len(in.Parties) == 0 {
			return
		}
		f.add(Mention{Type: "instrument", First: s, End: end, Instrument: &in})
		i = s
	}
}

// finish puts the mentions in order and points the units at them anew.
func (f *finder) finish() *Mentions {
	order := make([]int, len(f.all))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &f.all[order[a]], &f.all[order[b]]
		if x.First != y.First {
			return x.First < y.First
		}
		return x.End > y.End
	})
	place := make([]int, len(order))
	out := &Mentions{Tokens: f.ts, All: make([]Mention, len(order))}
	for n, o := range order {
		place[o] = n
		out.All[n] = f.all[o]
	}
	for i := range out.All {
		if d := out.All[i].Date; d != nil && d.Carried >= 0 {
			d.Carried = place[d.Carried]
		}
	}
	for i := range f.ts.Units {
		us := f.ts.Units[i]
		for j := range us {
			us[j].Ref = place[us[j].Ref]
		}
	}
	return out
}
