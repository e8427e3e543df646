// Package noise makes clean text bad on purpose, as printing, scanning and copying do,
// and remembers what it did where: the known answers against which mending is measured.
//
// All is derived from a seed, so that the same seed gives the same damage.
package noise

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// Source is a stream of numbers that a seed determines (a linear congruential
// generator, constants of Knuth's MMIX).
type Source struct{ state uint64 }

// NewSource begins the stream of a seed.
func NewSource(seed uint64) *Source { return &Source{seed*2862933555777941757 + 3037000493} }

// Below is the next number from 0 to n-1.
func (s *Source) Below(n int) int {
	s.state = s.state*6364136223846793005 + 1442695040888963407
	return int((s.state >> 33) % uint64(n))
}

// Chance is true so many times in a thousand.
func (s *Source) Chance(permille int) bool { return s.Below(1000) < permille }

// Layout is how a text is printed: what a page looks like, and how often words are
// broken and notes called.
type Layout struct {
	Width     int    // characters of a line
	Break     int    // of a thousand lines that a word could end, those that it ends
	PageLines int    // lines of a page; 0 for no pages
	Head      string // running head of every page but the first, "" for none
	Numbers   bool   // page numbers, beside the head or alone at the foot
	FormFeed  bool   // pages end with a form feed
	Notes     int    // of a thousand words, those that a note is called behind
}

// Broken is a word that the layout broke over two lines.
type Broken struct {
	chancery.Span        // in the damaged text, from the word's first letter to its last
	Word          string // as it was
}

// Mark is the mark of a note, glued to what stands before it.
type Mark struct {
	At    int // in the damaged text
	Label string
	Note  string // the words of the note
}

// Printed is a text with its damage and the answers.
type Printed struct {
	Text   string
	Broken []Broken
	Heads  []chancery.Span // lines that are running heads or page numbers
	Lines  []chancery.Span // lines of the text itself
	Marks  []Mark
}

// printer lays text out.
type printer struct {
	Layout
	src   *Source
	out   strings.Builder
	p     Printed
	lines int // on this page
	page  int
	notes []string // to be put at the foot of this page
	label int
}

// Print lays paragraphs out in lines and pages.
func Print(paragraphs []string, l Layout, src *Source) Printed {
	w := printer{Layout: l, src: src, page: 1}
	for _, p := range paragraphs {
		w.paragraph(strings.Fields(p))
	}
	w.foot()
	w.p.Text = w.out.String()
	return w.p
}

// paragraph lays out the words of a paragraph.
func (w *printer) paragraph(words []string) {
	line, start := 0, w.out.Len()
	end := func() {
		w.p.Lines = append(w.p.Lines, chancery.Span{Start: start, End: w.out.Len()})
		w.out.WriteByte('\n')
		w.lines++
		if w.PageLines > 0 && w.lines >= w.PageLines {
			w.turn()
		}
		line, start = 0, w.out.Len()
	}
	for n, word := range words {
		mark := ""
		if w.Notes > 0 && n > 3 && ends(word) && w.src.Chance(w.Notes*8) {
			w.label++
			mark = fmt.Sprint(w.label)
		}
		size := utf8.RuneCountInString(word) + len(mark)
		if line > 0 && line+1+size > w.Width {
			head, tail := w.split(word, w.Width-line-2)
			if head != "" && mark == "" {
				at := w.out.Len() + 1
				w.out.WriteString(" " + head)
				if !strings.HasSuffix(head, "-") {
					w.out.WriteByte('-')
				}
				end()
				w.out.WriteString(tail)
				w.p.Broken = append(w.p.Broken, w.broken(at, word))
				line = utf8.RuneCountInString(tail)
				continue
			}
			end()
		}
		if line > 0 {
			w.out.WriteByte(' ')
			line++
		}
		w.out.WriteString(word)
		line += size
		if mark != "" {
			w.p.Marks = append(w.p.Marks, Mark{w.out.Len(), mark, note(w.src, w.label)})
			w.notes = append(w.notes, mark+" "+note(NewSource(uint64(w.label)), w.label))
			w.out.WriteString(mark)
		}
	}
	if line > 0 {
		end()
	}
	w.out.WriteByte('\n')
}

// broken is the answer for a word that begins at at and ends where the text ends now.
func (w *printer) broken(at int, word string) Broken {
	letters := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	lead := strings.Index(word, letters)
	return Broken{chancery.Span{Start: at + lead, End: w.out.Len() - (len(word) - lead - len(letters))}, letters}
}

// turn ends a page and begins the next.
func (w *printer) turn() {
	w.foot()
	w.lines = 0
	w.page++
	if w.FormFeed {
		w.out.WriteByte('\f')
	}
	if w.Head != "" {
		s := w.Head
		if w.Numbers {
			s = fmt.Sprintf("%d     %s", w.page, w.Head)
		}
		w.head(s)
		w.out.WriteByte('\n')
	}
}

// foot puts the notes of a page, and its number, at its end.
func (w *printer) foot() {
	if len(w.notes) > 0 {
		w.out.WriteString("_______________\n")
		for _, n := range w.notes {
			w.out.WriteString(n + "\n")
		}
		w.notes = w.notes[:0]
	}
	if w.Numbers && w.Head == "" && w.PageLines > 0 {
		w.head(fmt.Sprintf("— %d —", w.page))
	}
}

func (w *printer) head(s string) {
	at := w.out.Len()
	w.out.WriteString(s)
	w.p.Heads = append(w.p.Heads, chancery.Span{Start: at, End: w.out.Len()})
	w.out.WriteByte('\n')
}

// note is an archive reference that no archive has.
func note(src *Source, n int) string {
	return fmt.Sprintf("РГАДА. Ф. %d. Оп. %d. Д. %d. Л. %d.", 10+src.Below(90), 1+src.Below(4), n, 1+src.Below(200))
}

// split divides a word so that its first part has at most room letters: behind a hyphen
// that it has, else between syllables. head is "" where it cannot be divided.
func (w *printer) split(word string, room int) (head, tail string) {
	if !w.src.Chance(w.Break) || strings.ContainsAny(word, "0123456789./@") {
		return "", ""
	}
	if k := strings.IndexByte(word, '-'); k > 0 && utf8.RuneCountInString(word[:k+1]) <= room+1 {
		return word[:k+1], word[k+1:]
	}
	if strings.IndexByte(word, '-') >= 0 {
		return "", ""
	}
	rs := []rune(word)
	for k := min(room, len(rs)-3); k >= 2; k-- {
		if letters(rs[:k]) && letters(rs[k:k+2]) && vowel(rs[:k]) && vowel(rs[k:]) && !strings.ContainsRune("ьъйЬЪЙ", rs[k]) && unicode.IsLower(rs[k-1]) {
			return string(rs[:k]), string(rs[k:])
		}
	}
	return "", ""
}

func letters(rs []rune) bool {
	for _, r := range rs {
		if !unicode.IsLetter(r) && !strings.ContainsRune("«(\"„“", r) {
			return false
		}
	}
	return len(rs) > 0 && unicode.IsLetter(rs[len(rs)-1])
}

func vowel(rs []rune) bool {
	for _, r := range rs {
		if strings.ContainsRune("аеёиоуыэюяөүіїєaeiouyѣ", unicode.ToLower(r)) {
			return true
		}
	}
	return false
}

// ends reports whether a word ends a sentence, so that a note may be called there.
func ends(word string) bool {
	bare, stop := strings.CutSuffix(word, ".")
	return stop && utf8.RuneCountInString(bare) > 3 && !strings.ContainsAny(bare, "0123456789.")
}
