package text

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed headings.tsv
var headingsFile string

// headings is headings.tsv; it never changes.
var headings = parseHeadings(headingsFile)

// headingWords are the words that head parts of a treaty.
type headingWords struct {
	sorts   map[string][]string       // words by sort
	set     map[[2]string]bool        // sort and word
	values  map[string]map[string]int // of number words, by sort
	byFirst map[rune][]headWord       // words that carry a number, by their first letter
	begins  [256]bool                 // first bytes of those and of closing formulas, in small and capital letters
	letters [0x500]bool               // first letters of either, of the scripts with capitals
	closes  map[rune]bool             // first letters of closing formulas
}

// headWord is a word that carries the number of a part.
type headWord struct {
	sort, word string
}

func parseHeadings(file string) headingWords {
	w := headingWords{sorts: map[string][]string{}, set: map[[2]string]bool{}, values: map[string]map[string]int{}, byFirst: map[rune][]headWord{},
		closes: map[rune]bool{}}
	for l := range strings.Lines(file) {
		f := strings.Split(strings.TrimRight(l, "\n"), "\t")
		if len(f) < 2 || strings.HasPrefix(l, "#") || f[0] == "sort" {
			continue
		}
		sort, word := f[0], f[1]
		w.sorts[sort] = append(w.sorts[sort], word)
		w.set[[2]string{sort, word}] = true
		first, _ := utf8.DecodeRuneInString(word)
		switch sort {
		case "number", "tens":
			if w.values[sort] == nil {
				w.values[sort] = map[string]int{}
			}
			w.values[sort][word], _ = strconv.Atoi(f[2])
		case "article", "article-behind", "section", "annex", "chapter":
			w.byFirst[first] = append(w.byFirst[first], headWord{sort, word})
			w.markFirst(first)
		case "closing":
			w.closes[first] = true
			w.markFirst(first)
		}
	}
	return w
}

func (w *headingWords) markFirst(r rune) {
	for _, c := range []rune{r, unicode.ToUpper(r)} {
		w.begins[string(c)[0]] = true
		if int(c) < len(w.letters) {
			w.letters[c] = true
		}
	}
}

// mayBegin reports whether a heading or a closing formula can begin with a letter.
func (w *headingWords) mayBegin(r rune) bool {
	if int(r) < len(w.letters) {
		return w.letters[r]
	}
	return len(w.byFirst[r]) > 0 || w.closes[r]
}

func (w headingWords) has(sort, word string) bool { return w.set[[2]string{sort, word}] }

// foldedPrefix is how many bytes of s spell word, given in small letters, whatever
// the case they stand in; 0 when s does not begin with it.
func foldedPrefix(s, word string) int {
	i := 0
	for _, r := range word {
		if i >= len(s) {
			return 0
		}
		c, n := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s[i:])
		}
		if c != r && unicode.ToLower(c) != r {
			return 0
		}
		i += n
	}
	return i
}
