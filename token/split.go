package token

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery/lang"
	"example.org/chancery/text"
)

type splitter struct {
	out      *Tokens
	lost     bool // the text has lost its punctuation
	sentence int
	clause   int
}

// paragraph adds the tokens of paragraph n and marks its sentences and clauses.
func (s *splitter) paragraph(n int, pack *lang.Pack) {
	p := s.out.Paragraphs[n]
	body := s.out.Text.Mended()[p.Start:p.End]
	first := len(s.out.Tokens)
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRuneInString(body[i:])
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r):
			i += size
		case unicode.IsDigit(r):
			j := scanNumber(body, i)
			s.add(n, body, p.Start, i, j, Number, pack)
			i = j
		case isHan(r): // words are not parted: each character is a token
			s.add(n, body, p.Start, i, i+size, Word, pack)
			i += size
		case isLetter(r):
			j := scanWord(body, i)
			if k := twoMonths(body[i:j], pack); k > 0 {
				s.add(n, body, p.Start, i, i+k, Word, pack)
				s.add(n, body, p.Start, i+k, i+k+1, Punct, pack)
				i += k + 1
			}
			s.add(n, body, p.Start, i, j, Word, pack)
			i = j
		default:
			s.add(n, body, p.Start, i, i+size, Punct, pack)
			i += size
		}
	}
	s.attachStops(first, body, p.Start, pack)
	s.mark(first, pack, p.Kind == text.Table || isListOfLines(body), body, p.Start)
}

// longestListLine is how many letters a line of a list of names has at most.
const longestListLine = 40

// isListOfLines reports whether the lines of a paragraph stand each for itself, such as
// the names below a treaty: all are short and begin with a capital letter.
func isListOfLines(body string) bool {
	lines := strings.Split(strings.TrimSpace(body), "\n")
	for _, l := range lines {
		l = strings.TrimSpace(l)
		if r, _ := utf8.DecodeRuneInString(l); !lang.IsUpper(r) || utf8.RuneCountInString(l) > longestListLine {
			return false
		}
	}
	return len(lines) > 1
}

func isLetter(r rune) bool { return lang.IsLetter(r) || r >= 0x300 && unicode.Is(unicode.Mn, r) }

func isHan(r rune) bool { return r > 0x2e00 && unicode.Is(unicode.Han, r) }

// scanNumber is the end of a run of digits; a decimal comma or point between digits belongs to it.
func scanNumber(b string, i int) int {
	j := i
	for j < len(b) && b[j] >= '0' && b[j] <= '9' {
		j++
	}
	if j+1 < len(b) && (b[j] == ',' || b[j] == '.') && b[j+1] >= '0' && b[j+1] <= '9' && j-i <= 3 && (i == 0 || b[i-1] != '.') {
		k := j + 1
		for k < len(b) && b[k] >= '0' && b[k] <= '9' {
			k++
		}
		// the parts of a date in figures, "31.1.1790", are no decimals
		if k-j <= 4 && (k+1 >= len(b) || b[k] != '.' || b[k+1] < '0' || b[k+1] > '9') {
			return k
		}
	}
	if j == i { // a digit of another script
		_, n := utf8.DecodeRuneInString(b[i:])
		return i + n
	}
	return j
}

// scanWord is the end of a word; a hyphen or apostrophe between letters belongs to it.
func scanWord(b string, i int) int {
	start := i
	for i < len(b) {
		r, n := utf8.DecodeRuneInString(b[i:])
		if isLetter(r) && !isHan(r) {
			// a case ending written on to Roman figures: "Николай Iге"
			if i > start && unicode.Is(unicode.Cyrillic, r) && unicode.IsLower(r) && latinFigures(b[start:i]) {
				return i
			}
			i += n
			continue
		}
		if r == '-' && roman(b[start:i]) > 0 {
			return i
		}
		if r == '-' || r == '’' || r == '\'' || r == '\u2011' {
			if next, _ := utf8.DecodeRuneInString(b[i+n:]); isLetter(next) {
				i += n
				continue
			}
		}
		return i
	}
	return i
}

// latinFigures reports whether a word is a Roman number in Latin letters.
func latinFigures(w string) bool {
	for _, r := range w {
		if r > unicode.MaxASCII {
			return false
		}
	}
	return roman(w) > 0
}

func (s *splitter) add(par int, body string, base, i, j int, sort Sort, pack *lang.Pack) {
	t := Token{Start: base + i, End: base + j, Text: body[i:j], Sort: sort, Value: -1, Paragraph: par}
	switch sort {
	case Word:
		t.Norm = Normalise(t.Text, pack)
		r, _ := utf8.DecodeRuneInString(t.Text)
		t.Cap = lang.IsUpper(r)
		if v := roman(t.Text); v > 0 {
			t.Value, t.Roman = v, true
		}
	case Number:
		t.Norm = t.Text
		if v, err := strconv.Atoi(t.Text); err == nil {
			t.Value = v
		}
	default:
		t.Norm = plainMark(t.Text)
	}
	s.out.Tokens = append(s.out.Tokens, t)
}

// plainMark reads the many dashes and quotation marks as one each.
func plainMark(m string) string {
	switch m {
	case "–", "—", "−", "‐", "‑", "―":
		return "-"
	case "«", "»", "“", "”", "„", "\"", "‟":
		return "''"
	case "’", "‘", "'":
		return "'"
	}
	return m
}

// The longest year in Roman figures has so many; with a D (DC, CD) they are a number only
// when they are as many as a year has.
const mostFigures, leastWithD = 13, 4

// roman is the value of a Roman number in capital letters, Latin or the Cyrillic
// letters that look like them; 0 when it is none.
func roman(w string) int {
	total, prev := 0, 0
	n, long := 0, false
	for _, r := range w {
		n++
		v := 0
		switch r {
		case 'I', 'І':
			v = 1
		case 'V':
			v = 5
		case 'X', 'Х':
			v = 10
		case 'L':
			v = 50
		case 'D':
			v, long = 500, true
		case 'C', 'С':
			v = 100
		case 'M', 'М':
			v = 1000
		default:
			return 0
		}
		if prev > 0 && v > prev {
			total -= 2 * prev
		}
		total += v
		prev = v
	}
	if n > mostFigures || long && n < leastWithD || n == 1 && (w == "C" || w == "С" || w == "M" || w == "М" || w == "L") {
		return 0
	}
	return total
}

// attachStops gives the full stop of an abbreviation or initial to its word.
func (s *splitter) attachStops(first int, body string, base int, pack *lang.Pack) {
	ts := s.out.Tokens
	out := ts[:first]
	for i := first; i < len(ts); i++ {
		t := ts[i]
		if t.Sort == Punct && t.Text == "." && len(out) > first {
			w := &out[len(out)-1]
			if w.Sort == Word && w.End == t.Start && (isInitial(w.Text) || pack != nil && pack.IsAbbreviation(w.Norm)) {
				w.End, w.Text, w.Abbrev = t.End, body[w.Start-base:t.End-base], true
				continue
			}
		}
		out = append(out, t)
	}
	s.out.Tokens = out
}

// isInitial reports whether a word is one capital letter.
func isInitial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && lang.IsUpper(r)
}

// mark numbers sentences and clauses from token first on; where rows is set the lines and
// cells are sentences.
func (s *splitter) mark(first int, pack *lang.Pack, rows bool, body string, base int) {
	s.sentence++
	s.clause++
	ts := s.out.Tokens
	begin := first
	for i := first; i < len(ts); i++ {
		if i > first && (endsSentence(ts, begin, i-1, pack) ||
			rows && strings.ContainsAny(body[ts[i-1].End-base:ts[i].Start-base], "\n\t")) { // a cell is a sentence of its own
			s.sentence++
			s.clause++
			begin = i
		} else if i > first && startsClause(ts, i, pack) {
			s.clause++
		}
		ts[i].Sentence, ts[i].Clause = s.sentence, s.clause
	}
}

// endsSentence reports whether the sentence that began at token begin ends with token i.
func endsSentence(ts []Token, begin, i int, pack *lang.Pack) bool {
	if i+1 >= len(ts) {
		return true
	}
	t, next := ts[i], ts[i+1]
	// quotation marks and brackets after the stop belong to its sentence
	if next.Sort == Punct && (next.Norm == "''" || next.Norm == ")" || next.Norm == "]") && next.Start == t.End {
		return false
	}
	stop := t
	if t.Sort == Punct && (t.Norm == "''" || t.Norm == ")") && i > 0 && ts[i-1].End == t.Start {
		stop = ts[i-1]
	}
	switch {
	case stop.Sort == Punct && (stop.Text == "!" || stop.Text == "?" || stop.Text == "…"):
		return next.Cap || next.Sort != Word
	case stop.Sort == Punct && stop.Text == "." && isOrdinal(ts, begin, i, pack): // "13. Juni"
		return false
	case stop.Sort == Punct && stop.Text == ".":
		return next.Start > t.End || next.Cap && len(next.Text) > 4 && i > begin && len(ts[i-1].Text) > 6
	case stop.Abbrev && !isInitial(strings.TrimSuffix(stop.Text, ".")):
		// "in 1804 г. Persia recognised": after an abbreviation behind a number a capital
		// letter shows a new sentence when this one has its verb already
		initial := isInitial(strings.TrimSuffix(next.Text, "."))
		if !next.Cap || pack == nil || initial && (next.Abbrev || !pack.IsFrequent(next.Norm)) {
			return false
		}
		behindNumber := i > begin && (ts[i-1].Sort == Number || ts[i-1].Roman || ts[i-1].Norm == ")")
		return pack.IsFrequent(next.Norm) || behindNumber && hasVerb(ts[begin:i], pack)
	}
	return false
}

func hasVerb(ts []Token, pack *lang.Pack) bool {
	for i := range ts {
		if ts[i].Sort == Word && (isPart(&ts[i], pack, "verb") || isPart(&ts[i], pack, "participle")) {
			return true
		}
	}
	return false
}

// startsClause reports whether a clause begins at token i: after a semicolon, a
// colon, a dash between spaces or a bracket, and at a subordinating word after a comma.
func startsClause(ts []Token, i int, pack *lang.Pack) bool {
	prev := ts[i-1]
	if prev.Sort == Punct {
		switch prev.Norm {
		case ";", ":", "(", ")":
			return true
		case "-":
			return prev.Start > 0 && i >= 2 && ts[i-2].End < prev.Start && prev.End < ts[i].Start
		case ",":
			return pack != nil && classAt(ts, i, pack, "subordinator")
		}
	}
	return false
}

func classAt(ts []Token, i int, pack *lang.Pack, class string) bool {
	m := Matcher{tokens: ts}
	ps := pack.Class(class)
	_, which := m.Longest(pack.Lookups.Classes[class], i, func(n int) *lang.Pattern { return &ps[n] })
	return which >= 0
}

// isOrdinal reports whether the full stop at token i, or in brackets before it, makes an
// ordinal of the number before, as a month or a word of class behind-ordinal shows.
func isOrdinal(ts []Token, begin, i int, pack *lang.Pack) bool {
	next := i + 1
	if ts[i].Norm == ")" {
		i--
	}
	if pack == nil || i <= begin {
		return false
	}
	if n := &ts[i-1]; n.Value < 1 || n.Value > 31 || n.End != ts[i].Start {
		return false
	}
	_, month := pack.Months[ts[next].Norm]
	return month || classAt(ts, next, pack, "behind-ordinal")
}

// twoMonths is where the hyphen stands in two months that are written together, 0 when a
// word is not that: "May-June".
func twoMonths(w string, pack *lang.Pack) int {
	k := strings.IndexByte(w, '-')
	if k <= 0 || pack == nil {
		return 0
	}
	_, first := pack.Months[Normalise(w[:k], pack)]
	_, second := pack.Months[Normalise(w[k+1:], pack)]
	if !first || !second {
		return 0
	}
	return k
}
