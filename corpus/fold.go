package corpus

import (
	_ "embed" // for words.tsv
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed words.tsv
var wordsTSV string

// lexicon is the few words that the score must know in each language.
type lexicon map[string][]string // sort -> folded forms, some ending in *

func readLexicon() lexicon {
	l := lexicon{}
	for line := range strings.Lines(wordsTSV) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		form, open := strings.CutSuffix(cells[1], "*")
		form = fold(form)
		if open {
			form += "*"
		}
		l[cells[0]] = append(l[cells[0]], form)
	}
	return l
}

// is reports whether the folded word w is of a sort.
func (l lexicon) is(sort, w string) bool {
	for _, form := range l[sort] {
		if stem, open := strings.CutSuffix(form, "*"); w == stem || open && strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// bare reports whether words only say that there is an instrument, and not which.
func (l lexicon) bare(words []string) bool {
	for _, w := range words {
		if !l.is("kind", w) && !l.is("determiner", w) {
			return false
		}
	}
	return true
}

// surface is the words of an instrument's surface form, folded, without the
// determiners in front.
func (l lexicon) surface(s string) []string {
	words := words(s)
	for len(words) > 1 && l.is("determiner", words[0]) {
		words = words[1:]
	}
	return words
}

// words splits s into folded words at everything that is neither letter nor digit.
func words(s string) []string {
	return strings.FieldsFunc(fold(joined(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// joined takes away hyphens at line ends and soft hyphens.
func joined(s string) string {
	s = strings.ReplaceAll(s, "\u00ad", "")
	var b strings.Builder
	for {
		before, after, cut := strings.Cut(s, "-")
		b.WriteString(before)
		if !cut {
			return b.String()
		}
		rest := strings.TrimLeft(after, " \t\r")
		if strings.HasPrefix(rest, "\n") {
			after = strings.TrimLeft(rest, " \t\r\n")
		} else {
			b.WriteByte('-')
		}
		s = after
	}
}

var spelling = strings.NewReplacer("ё", "е", "ѣ", "е", "і", "и", "ѳ", "ф", "ѵ", "и", "ъ", "", "’", "'", "ʼ", "'")

// fold makes s comparable: lower case, the new spelling for the old, ё as е, and a
// Latin i among Cyrillic letters as и.
func fold(s string) string {
	s = spelling.Replace(norm.NFC.String(strings.ToLower(s)))
	if !strings.Contains(s, "i") {
		return s
	}
	fields := strings.Fields(s)
	for i, w := range fields {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			fields[i] = strings.ReplaceAll(w, "i", "и")
		}
	}
	return strings.Join(fields, " ")
}
