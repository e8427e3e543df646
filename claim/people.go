package claim

import (
	"slices"
	"strings"

	"example.org/chancery/spelling"
)

// people finds the clusters of persons that a name may belong to without comparing it with
// all of them: whatever onePerson takes for one has a word in common by which it is filed.
type people struct {
	names  map[int][]Name   // of each cluster, each name once, that seen last at the end
	filed  map[string][]int // clusters by what their names share with those they match, latest last
	given  []int            // clusters with a given name and patronymic alone
	whole  []int            // clusters with a given name, patronymic and last name
	shared map[string][]string
}

func newPeople() *people {
	return &people{names: map[int][]Name{}, filed: map[string][]int{}, shared: map[string][]string{}}
}

// add files a name of a cluster.
func (p *people) add(cluster int, n Name) {
	known := p.names[cluster]
	if i := slices.IndexFunc(known, n.equals); i >= 0 {
		copy(known[i:], known[i+1:])
		known[len(known)-1] = n
		return
	}
	p.names[cluster] = append(known, n)
	for _, k := range p.keys(n) {
		p.filed[k] = once(p.filed[k], cluster)
	}
	switch {
	case n.Given:
		p.given = once(p.given, cluster)
	case n.Last == 2:
		p.whole = once(p.whole, cluster)
	}
}

// mayBe is the clusters that can be of the person of that name, each once, in order.
func (p *people) mayBe(n Name) []int {
	var out []int
	for _, k := range p.keys(n) {
		out = append(out, p.filed[k]...)
	}
	switch {
	case n.Given:
		out = append(out, p.whole...)
	case n.Last == 2:
		out = append(out, p.given...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// doubleLetters is how many letters the first parts of double names share.
const doubleLetters = 4

// keys are what a name shares with the others of its person: the text, the stem of the last
// name, its spelling, or the beginning of a double name.
func (p *people) keys(n Name) []string {
	if len(n.Stems) == 0 {
		return nil
	}
	last := n.Stems[n.Last]
	id := last + "\n" + n.Text
	if ks, ok := p.shared[id]; ok {
		return ks
	}
	lower := strings.ToLower(n.Text)
	ks := []string{"text " + lower, "stem " + last, "spelling " + spelling.Key(last)}
	words := strings.Fields(lower)
	if first, _, double := strings.Cut(words[len(words)-1], "-"); double {
		letters := []rune(first)
		ks = append(ks, "double "+string(letters[:min(len(letters), doubleLetters)]))
	}
	p.shared[id] = ks
	return ks
}

// equals reports whether two names are the same in all that they say.
func (n Name) equals(o Name) bool {
	return n.Text == o.Text && n.As == o.As && n.Last == o.Last && n.Given == o.Given && n.Lang == o.Lang && slices.Equal(n.Stems, o.Stems)
}

// once adds a number to a list unless it is there.
func once(list []int, n int) []int {
	if slices.Contains(list, n) {
		return list
	}
	return append(list, n)
}
