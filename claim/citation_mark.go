package claim

import (
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// hit is a mark of a pack's table at its place: tokens, half open.
type hit struct {
	*lang.Mark
	first, end int
}

// marks finds the marks of one table in a document.
type marks struct {
	ts    *token.Tokens
	match *token.Matcher
	table func(*lang.Pack) []lang.Mark
	packs map[*lang.Pack]*markIndex
	known []bool        // by token: its marks have been looked for
	hits  map[int][]hit // by token, the marks of all sorts that begin there, those by a word first
}

// markIndex is a table by the word that a mark begins with; open holds the marks that
// begin with anything else.
type markIndex struct {
	words map[string][]*lang.Mark
	open  []*lang.Mark
	begin lang.Lookup // which of open can begin at a token
}

func newMarks(ts *token.Tokens, table func(*lang.Pack) []lang.Mark) *marks {
	return &marks{ts, token.NewMatcher(ts), table, map[*lang.Pack]*markIndex{}, make([]bool, len(ts.Tokens)), map[int][]hit{}}
}

func (m *marks) index(p *lang.Pack) *markIndex {
	if ix, ok := m.packs[p]; ok {
		return ix
	}
	ix := &markIndex{words: map[string][]*lang.Mark{}}
	table := m.table(p)
	for i := range table {
		k := &table[i]
		if e := k.Pattern.Elements[0]; e.Op == lang.OpWord {
			ix.words[e.Word] = append(ix.words[e.Word], k)
			continue
		}
		ix.begin.Add(&k.Pattern, len(ix.open))
		ix.open = append(ix.open, k)
	}
	m.packs[p] = ix
	return ix
}

// at is the longest mark of one of the sorts that begins at token i.
func (m *marks) at(i int, sorts ...string) (hit, bool) {
	best := hit{first: i, end: i}
	if i < 0 || i >= len(m.ts.Tokens) {
		return best, false
	}
	if !m.known[i] {
		m.known[i] = true
		m.find(i)
	}
	hits := m.hits[i]
	if len(hits) == 0 {
		return best, false
	}
	for _, s := range sorts {
		for _, h := range hits {
			if h.Sort == s && h.end > best.end {
				best = h
			}
		}
	}
	return best, best.Mark != nil
}

// find looks for all marks that begin at token i.
func (m *marks) find(i int) {
	pack := m.ts.Pack(i)
	if pack == nil {
		return
	}
	ix := m.index(pack)
	for _, k := range ix.words[m.ts.Tokens[i].Norm] {
		e, ok := m.match.Match(k.Pattern.Elements, i)
		if !ok {
			e, ok = m.abbreviated(k.Pattern.Elements, i)
		}
		if ok && e > i {
			m.hits[i] = append(m.hits[i], hit{k, i, e})
		}
	}
	for _, n := range m.match.Candidates(&ix.begin, i) {
		if e, ok := m.match.Match(ix.open[n].Pattern.Elements, i); ok && e > i {
			m.hits[i] = append(m.hits[i], hit{ix.open[n], i, e})
		}
	}
}

// abbreviated matches words that may each be abbreviated: "цит. по", "op. cit.".
func (m *marks) abbreviated(els []lang.Element, i int) (int, bool) {
	if len(els) < 2 {
		return i, false
	}
	for n := range els {
		if els[n].Op != lang.OpWord || els[n].Optional || els[n].Not || i >= len(m.ts.Tokens) || m.ts.Tokens[i].Norm != els[n].Word {
			return i, false
		}
		i++
		if n+1 < len(els) {
			i = m.stop(i)
		}
	}
	return i, true
}

// among reports the first mark of the sorts between two tokens.
func (m *marks) among(first, end int, sorts ...string) (hit, bool) {
	for i := first; i < end; i++ {
		if h, ok := m.at(i, sorts...); ok && h.end <= end {
			return h, true
		}
	}
	return hit{}, false
}

// stop is the token after i, or after the full stop that is glued to what ends at i.
func (m *marks) stop(i int) int {
	if m.is(i, ".") && i > 0 && m.ts.Tokens[i].Start == m.ts.Tokens[i-1].End {
		return i + 1
	}
	return i
}

// is reports whether token i is this punctuation mark.
func (m *marks) is(i int, norm string) bool {
	return i >= 0 && i < len(m.ts.Tokens) && m.ts.Tokens[i].Sort == token.Punct && m.ts.Tokens[i].Norm == norm
}

// glued reports whether token i follows the one before it without white space.
func (m *marks) glued(i int) bool {
	return i > 0 && i < len(m.ts.Tokens) && m.ts.Tokens[i].Start == m.ts.Tokens[i-1].End
}

// text is the mended words of tokens first to end.
func (m *marks) text(first, end int) string {
	if first >= end {
		return ""
	}
	return m.ts.Text.Mended()[m.ts.Tokens[first].Start:m.ts.Tokens[end-1].End]
}
