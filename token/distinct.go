package token

import "example.org/chancery/lang"

// distinct is the words of a document, each once, with what has been looked up for them: a
// text repeats its words, and few of them begin a pattern.
type distinct struct {
	words  []string
	number []int // of each token's word in words
	begin  map[*lang.Lookup][]answer
	forms  map[formOf][]lang.Ending
}

// formOf is a word in a language.
type formOf struct {
	word int
	pack *lang.Pack
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
	d.forms = map[formOf][]lang.Ending{}
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

// counted is the distinct words of the document, counted when they are first asked for.
func (t *Tokens) counted() *distinct {
	if t.distinct.number == nil {
		t.distinct.count(t.Tokens)
	}
	return &t.distinct
}

// forms are the readings of token i that its endings allow, longest ending first.
func (t *Tokens) forms(i int) []lang.Ending {
	d := t.counted()
	of := formOf{d.number[i], t.Pack(i)}
	fs, ok := d.forms[of]
	if !ok {
		fs = Forms(t.Tokens[i].Norm, of.pack)
		d.forms[of] = fs
	}
	return fs
}

// begins reports whether one of the patterns of a lookup begins with the word of token i,
// or may begin with any.
func (t *Tokens) begins(l *lang.Lookup, i int) bool {
	d := t.counted()
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
