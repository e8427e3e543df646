package text

import (
	_ "embed"
	"strings"
)

//go:embed words.tsv
var wordsFile string

// known is words.tsv; it never changes.
var known = parseWords(wordsFile)

// wordSorts are words by sort: in order, and as a set.
type wordSorts struct {
	of  map[string][]string
	set map[[2]string]bool
}

func (w wordSorts) has(sort, word string) bool { return w.set[[2]string{sort, word}] }

func parseWords(file string) wordSorts {
	w := wordSorts{map[string][]string{}, map[[2]string]bool{}}
	for l := range strings.Lines(file) {
		sort, word, ok := strings.Cut(strings.TrimRight(l, "\n"), "\t")
		if !ok || strings.HasPrefix(sort, "#") || sort == "sort" {
			continue
		}
		if bare, blank := strings.CutSuffix(word, "_"); blank {
			word = bare + " "
		}
		w.of[sort] = append(w.of[sort], word)
		w.set[[2]string{sort, word}] = true
	}
	return w
}
