package mention

import (
	"strconv"
	"strings"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// polities finds names of polities and of their peoples, also as parts of compounds.
func (f *finder) polities() {
	f.readable(func(p *token.Paragraph, pack *lang.Pack) {
		for i := p.First; i < p.Last; {
			i = f.polityAt(pack, i)
		}
	})
}

// polityAt adds what begins at token i and returns where to look next.
func (f *finder) polityAt(pack *lang.Pack, i int) int {
	t := &f.ts.Tokens[i]
	if t.Sort != token.Word || f.taken[i] {
		return i + 1
	}
	end, which := i, -1
	for _, n := range f.m.Candidates(pack.Lookups.Polities, i) {
		els := pack.Polities[n].Pattern.Elements
		whole := !strings.Contains(t.Norm, "-") || els[0].Op == lang.OpWord // a prefix is no name of a compound
		if e, ok := f.m.Match(els, i); ok && e > end && (e > i+1 || whole) {
			end, which = e, n
		}
	}
	if which >= 0 {
		pf := pack.Polities[which]
		f.add(Mention{Type: "polity", First: i, End: end, Polity: &Polity{pf.Key, pf.Sort}})
		for k := i; k < end; k++ {
			f.state[k] = true
		}
		return end
	}
	if parts := strings.Split(t.Norm, "-"); len(parts) > 1 {
		f.compound(pack, i, parts)
	}
	return i + 1
}

// compound adds the polities in a word such as "русско-китайский" or "anglo-persian".
func (f *finder) compound(pack *lang.Pack, i int, parts []string) {
	for _, w := range parts {
		for n := range pack.Polities {
			pf := &pack.Polities[n]
			if len(pf.Pattern.Elements) == 1 && token.WordFits(&pf.Pattern.Elements[0], w) {
				f.add(Mention{Type: "polity", First: i, End: i + 1, Polity: &Polity{pf.Key, "adjective"}})
				f.state[i] = true
				break
			}
		}
	}
}

// articles finds references to articles of a treaty: "Art. 5", "статья III", "1-берене".
func (f *finder) articles() {
	f.readable(func(p *token.Paragraph, pack *lang.Pack) {
		ps := pack.Class("article")
		for i := p.First; i < p.Last; i++ {
			end, which := f.m.Longest(pack.Lookups.Classes["article"], i, func(n int) *lang.Pattern { return &ps[n] })
			if which < 0 {
				continue
			}
			if _, ok := f.m.Match(ps[which].Elements, i); !ok {
				continue
			}
			if first, _, ok := f.m.Captured("n"); ok {
				t := f.ts.Tokens[first]
				v := t.Value
				if n, ok := pack.Numbers[t.Norm]; ok && v < 0 {
					v = n.Value
				}
				if v > 0 {
					f.add(Mention{Type: "article", First: i, End: end, Article: strconv.Itoa(v)})
				}
			}
		}
	})
}

// keysOf is the polities that are named within tokens first to end, each once.
func (f *finder) keysOf(first, end int) []chancery.Key {
	var out []chancery.Key
	for i := first; i < end; i++ {
		for _, u := range f.ts.Units[i] {
			if u.Tag != "polity" || u.End > end {
				continue
			}
			k := f.all[u.Ref].Polity.Key
			known := false
			for _, o := range out {
				known = known || o == k
			}
			if !known {
				out = append(out, k)
			}
		}
	}
	return out
}
