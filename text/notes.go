package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// findNotes gives the lines of notes their roles: what stands numbered under a
// ruled line, what is numbered and reads like a reference where a mark of that
// number stands above, and what is numbered under a heading of notes.
func (p *layout) findNotes(marks []mark) {
	pending := map[string]bool{} // labels of marks that have no note yet
	k := 0
	underRule, underHeading := false, false
	listed := 0 // notes of a list that numbers them where the text does not show it
	for i := 0; i < len(p.lines); i++ {
		l := &p.lines[i]
		for k < len(marks) && marks[k].start < l.start {
			pending[marks[k].label] = true
			k++
		}
		switch l.role {
		case rule:
			underRule = true
			continue
		case inFlow:
		default:
			continue
		}
		s := p.content(i)
		if isNotesHeading(s) {
			underHeading, listed = true, 0
			continue
		}
		n, words, ok := noteLabel(s)
		if ok && n[0] > '9' && !pending[n] { // a letter alone is no note
			ok = false
		}
		switch {
		case ok && (underRule || underHeading || pending[n] && (s[0] == '[' || isReference(words))):
			delete(pending, n)
			i = p.note(i)
			underRule = underRule && i+1 < len(p.lines)
		case underHeading && !p.wraps && isReference(s):
			listed++
			l.role, l.note = noteStart, int32(listed)
		default:
			underRule = false
			underHeading = underHeading && l.width < 200 // a paragraph ends the list
		}
	}
}

// note marks line i as the start of a note, and the lines that belong to it, and
// returns the last of them.
func (p *layout) note(i int) int {
	p.lines[i].role = noteStart
	for i+1 < len(p.lines) && p.lines[i+1].role == inFlow && !p.lines[i+1].pageTop {
		s, next := p.content(i), p.content(i+1)
		if _, _, ok := noteLabel(next); ok || ends(s) && !p.isFull(i, i+1) || !p.wraps {
			break
		}
		if !p.isFull(i, i+1) && !startsLower(next) {
			break
		}
		i++
		p.lines[i].role = noteMore
	}
	return i
}

// noteLabel reads the label that a note begins with: "1. ", "1 ", "1) ", "¹ ", "[1] ", "a. ".
func noteLabel(s string) (label, rest string, ok bool) {
	n, w := number(s)
	switch {
	case w > 0:
		label = s[:w]
	case s[0] == '[':
		if end := bracketMark(s); end > 0 {
			return s[1 : end-1], strings.TrimLeft(s[end:], " \t\u00a0"), end < len(s)
		}
		return "", "", false
	default:
		if w, n = superscript(s); w > 0 {
			label = strconv.Itoa(n)
			break
		}
		r, size := utf8.DecodeRuneInString(s)
		if !unicode.IsLower(r) || size == len(s) || s[size] != '.' && s[size] != ')' {
			return "", "", false
		}
		label, w, n = s[:size], size, 1
	}
	if len(label) > 3 || n == 0 {
		return "", "", false
	}
	rest = strings.TrimLeft(s[w:], ".)")
	words := strings.TrimLeft(rest, " \t\u00a0")
	if words == rest && len(rest) == len(s)-w || words == "" {
		return "", "", false
	}
	r, _ := utf8.DecodeRuneInString(words)
	return label, words, !unicode.IsDigit(r)
}

// isReference reports whether s reads like a reference to an archive or a book.
func isReference(s string) bool {
	lower := strings.ToLower(s)
	for _, start := range known.of["reference-start"] {
		if strings.HasPrefix(lower, start) {
			return true
		}
	}
	found := 0
	for _, part := range known.of["reference-part"] {
		if i := strings.Index(lower, part); i == 0 || i > 0 && (part[0] == '-' || part[0] == '/' || part[0] == ' ' || strings.IndexByte(" .,(", lower[i-1]) >= 0) {
			found++
		}
	}
	return found >= 2 || found == 1 && utf8.RuneCountInString(s) < 60
}

// isNotesHeading reports whether s heads a list of notes.
func isNotesHeading(s string) bool {
	if len(s) > 60 {
		return false
	}
	return known.has("notes-heading", strings.ToLower(strings.TrimRight(s, ".: ")))
}

// labelOf is the label of the note that begins at line i.
func (p *layout) labelOf(i int) string {
	if n := p.lines[i].note; n > 0 {
		return strconv.Itoa(int(n))
	}
	label, _, _ := noteLabel(p.content(i))
	return label
}

// link ties notes to marks: a note takes the last mark of its number above it that
// has none yet. It returns the mark of each note, -1 where there is none.
func (p *layout) link(marks []mark, notes []int) []int {
	at := make([]int, len(notes))
	open := map[string][]int{} // by label, the marks above
	i := 0
	for k, l := range notes {
		for ; i < len(marks) && marks[i].start < p.lines[l].start; i++ {
			open[marks[i].label] = append(open[marks[i].label], i)
		}
		n := p.labelOf(l)
		at[k] = -1
		if s := open[n]; len(s) > 0 {
			at[k] = s[len(s)-1]
			open[n] = s[:len(s)-1]
		}
	}
	return at
}
