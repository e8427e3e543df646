package token

import "example.org/chancery/lang"

// distinct is the words of a document, each once, with what has been looked up for them: a
// text repeats its words, and few of them begin a pattern.
type distinct struct {
	words  []string
	number []int // of each token's word in words
	begin  map[*lang.Lookup][]answer
}

// answer is whether a pattern begins with a word.
type answer uint8

const (
	notAsked answer = iota
	none
	some
)

func (d *distinct) count(ts []Token) {
	seen := map[string]int{}
	d.number = make([]int, len(ts))
	d.begin = map[*lang.Lookup][]answer{}
	for i := range ts {
		n, ok := seen[ts[i].Norm]
		if !ok {
			n = len(d.words)
			seen[ts[i].Norm] = n
			d.words = append(d.words, ts[i].Norm)
		}
		d.number[i] = n
	}
}

// begins reports whether one of the patterns of a lookup begins with the word of token i,
// or may begin with any.
func (t *Tokens) begins(l *lang.Lookup, i int) bool {
	d := &t.distinct
	if d.number == nil {
		d.count(t.Tokens)
	}
	answers := d.begin[l]
	if answers == nil {
		answers = make([]answer, len(d.words))
		d.begin[l] = answers
	}
	a := &answers[d.number[i]]
	if *a == notAsked {
		*a = none
		if len(l.Word(nil, d.words[d.number[i]])) > 0 {
			*a = some
		}
	}
	return *a == some
}
