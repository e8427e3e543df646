package lang

import (
	"strings"
	"unicode/utf8"
)

// shortestStem is the number of letters that must remain when an ending is taken off.
const shortestStem = 2

// noEnding is how endings.tsv writes that a word has no ending at all.
const noEnding = "0"

// consonants are the letters after which a word can have no ending, in the scripts
// that packs have so far.
const consonants = "бвгджзйклмнпрстфхцчшщңbcdfghjklmnpqrstvwxz"

func (p *Pack) indexEndings() {
	p.endings = map[string][]Ending{}
	for _, e := range p.Endings {
		if e.Suffix == noEnding {
			e.Suffix = ""
			p.zero = append(p.zero, e)
			continue
		}
		p.endings[e.Suffix] = append(p.endings[e.Suffix], e)
		p.longest = max(p.longest, len(e.Suffix))
	}
}

// Forms are the readings of a normalised word that its endings allow, longest
// ending first.
func (p *Pack) Forms(norm string) []Ending {
	var out []Ending
	cases := false
	start := max(0, len(norm)-p.longest)
	letters := utf8.RuneCountInString(norm[:start])
	for i := start; i < len(norm); {
		if utf8.RuneStart(norm[i]) {
			if letters >= shortestStem {
				for _, e := range p.endings[norm[i:]] {
					out = append(out, e)
					cases = cases || len(e.Cases) > 0
				}
			}
			letters++
		}
		i++
	}
	if !cases && len(p.zero) > 0 {
		if r, _ := utf8.DecodeLastRuneInString(norm); strings.ContainsRune(consonants, r) {
			out = append(out, p.zero...)
		}
	}
	return out
}
