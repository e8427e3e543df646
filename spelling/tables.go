package spelling

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed chinese.tsv
var chineseTSV string

//go:embed japanese.tsv
var japaneseTSV string

//go:embed cyrillic.tsv
var cyrillicTSV string

//go:embed alike.tsv
var alikeTSV string

// systems are the columns of cyrillic.tsv behind the first.
var systems = []string{"BGN/PCGN", "Library of Congress", "scholarly", "common English", "French", "German"}

// common is the column of the spelling that English texts use most.
const common = 3

type syllables map[string][]string // by the first column, the whole row

type table struct {
	chinese  syllables
	japanese syllables
	cyrillic []*sequences // one a system
	alike    *sequences
}

// sequences are runs of letters with what stands for them.
type sequences struct {
	longest     int // bytes of a run
	anywhere    map[string]string
	first, last map[string]string // at the beginning of a word or behind a vowel; at the end
	firstLast   map[string]string
}

var tables = sync.OnceValue(func() *table {
	t := &table{chinese: syllables{}, japanese: syllables{}, alike: newSequences()}
	for _, row := range rows(chineseTSV) {
		t.chinese[plain(row[0])] = row
	}
	for _, row := range rows(japaneseTSV) {
		t.japanese[row[0]] = row
	}
	for range systems {
		t.cyrillic = append(t.cyrillic, newSequences())
	}
	for _, row := range rows(cyrillicTSV) {
		for n := range systems {
			t.cyrillic[n].add(row[0], row[n+1])
		}
	}
	for _, row := range rows(alikeTSV) {
		t.alike.add(row[0], row[1])
	}
	return t
})

func rows(tsv string) [][]string {
	var out [][]string
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

func newSequences() *sequences {
	return &sequences{anywhere: map[string]string{}, first: map[string]string{}, last: map[string]string{}, firstLast: map[string]string{}}
}

func (s *sequences) add(from, to string) {
	to = strings.ReplaceAll(to, "-", "")
	bare, first := strings.CutPrefix(from, "^")
	bare, last := strings.CutSuffix(bare, "$")
	s.longest = max(s.longest, len(bare))
	switch {
	case first && last:
		s.firstLast[bare] = to
	case first:
		s.first[bare] = to
	case last:
		s.last[bare] = to
	default:
		s.anywhere[bare] = to
	}
}

// at is the longest run at the beginning of w; start says that a word begins there or
// a vowel stands before it.
func (s *sequences) at(w string, start bool) (n int, to string, ok bool) {
	for n = min(s.longest, len(w)); n > 0; n-- {
		run := w[:n]
		next, _ := utf8.DecodeRuneInString(w[n:])
		end := !unicode.IsLetter(next) || n == len(w)
		if to, ok = s.firstLast[run]; ok && start && end {
			return n, to, true
		}
		if to, ok = s.last[run]; ok && end {
			return n, to, true
		}
		if to, ok = s.first[run]; ok && start {
			return n, to, true
		}
		if to, ok = s.anywhere[run]; ok {
			return n, to, true
		}
	}
	return 0, "", false
}

// plain is a syllable with ü as u: names in books have lost the dots.
func plain(s string) string { return strings.ReplaceAll(fold(s), "ü", "u") }
