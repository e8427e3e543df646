package corpus

import (
	"regexp"
	"strings"
)

var (
	optionalNote = regexp.MustCompile(`(?i)(^|;\s*)optional\b`)
	acceptNote   = regexp.MustCompile(`(?i)\baccept\s+(.*?)(?:[;:()]|\.\s|\.$|$)`)
)

// note is what the note of a gold fact asks of the score.
type note struct {
	optional     bool            // need not be found, and is no error when found
	accepted     map[string]bool // second right values, as written
	noDate       bool            // "accept no date", "accept date empty"
	noInstrument bool            // "accept empty"
}

// readNote understands "optional ..." and "accept X", also after a semicolon and
// several times; the rest of a note is for people.
func readNote(s string) note {
	n := note{optional: optionalNote.MatchString(s), accepted: map[string]bool{}}
	for _, m := range acceptNote.FindAllStringSubmatch(s, -1) {
		words := strings.FieldsFunc(m[1], func(r rune) bool { return r == ' ' || r == ',' })
		var date, none bool
		for _, w := range words {
			w = strings.Trim(w, `"'«»“”`)
			n.accepted[w] = true
			date = date || w == "date"
			none = none || w == "no" || w == "empty"
		}
		n.noDate = n.noDate || date && none
		n.noInstrument = n.noInstrument || !date && none
	}
	return n
}

// has reports whether v is the gold value or one that the note accepts. The second
// result says that it is the gold value itself.
func (n note) has(gold, v string) (right, first bool) {
	return v == gold || v != "" && n.accepted[v], v == gold
}
