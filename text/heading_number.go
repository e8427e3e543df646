package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reading is one way to read the number of a heading: "131. Each" is 131, or 13 and
// the first of its paragraphs. The headings around it decide.
type reading struct {
	major, minor int    // 2 and 10 of "2.10"; major is 0 for a plain number
	suffix       string // "bis", "A"
	printed      string // the number as it is printed where it is not major.minor: "1-01"
	end          int    // behind the number
	cost         int    // how much less likely than the plain reading
}

// number is the reading in Arabic figures.
func (r reading) number() string {
	if r.printed != "" {
		return r.printed + r.suffix
	}
	s := strconv.Itoa(r.minor)
	if r.major > 0 {
		s = strconv.Itoa(r.major) + "." + s
	}
	if r.suffix == "" {
		return s
	}
	if len(r.suffix) > 1 {
		return s + " " + r.suffix
	}
	return s + r.suffix
}

// largestArticle is the highest number that is taken for that of an article: chapter
// 23, article 99 of a treaty that counts "2399".
const largestArticle = 2999

// readings is the ways to read the number at i. Where glued is set, the text has lost
// its line ends, and letters behind a number may belong to the next word.
func readings(s string, i int, glued bool) []reading {
	if i >= len(s) {
		return nil
	}
	if s[i] >= '0' && s[i] <= '9' {
		return arabicReadings(s, i, glued)
	}
	if rs := romanReadings(s, i, glued); rs != nil {
		return rs
	}
	return wordReadings(s, i)
}

func digits(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

func arabicReadings(s string, i int, glued bool) []reading {
	end := digits(s, i)
	n := end - i
	if n > 4 {
		return nil
	}
	value := func(a, b int) int { v, _ := strconv.Atoi(s[a:b]); return v }
	var out []reading
	if v := value(i, end); v > 0 && v <= largestArticle {
		out = append(out, withSuffix(s, reading{minor: v, end: end}, !glued))
	}
	if d := dotted(s, i, end, value(i, end)); d.minor > 0 {
		if len(out) > 0 {
			out[0].cost += 6
		}
		out = append(out, d)
		if glued && d.end-end == 3 {
			out = append(out, reading{major: d.major, minor: d.minor / 10, end: d.end - 1, cost: 8})
		}
	}
	// "1 0", torn apart
	if n == 1 && end+1 < len(s) && s[end] == ' ' {
		if e := digits(s, end+1); e == end+2 && (e == len(s) || strings.IndexByte(" \n\r:", s[e]) >= 0) {
			v, _ := strconv.Atoi(s[i:end] + s[end+1:e])
			out = append(out, reading{minor: v, end: e, cost: 4})
		}
	}
	// "131. Each", "8042" with the mark of a note, "11the"
	if n >= 2 {
		rest := strings.TrimLeft(s[end:min(len(s), end+3)], "\n ")
		if glued || strings.HasPrefix(rest, ":") {
			for e := end - 1; e > i && e >= end-2; e-- {
				if v := value(i, e); v > 0 && v <= largestArticle {
					out = append(out, reading{minor: v, end: e, cost: 8 * (end - e)})
				}
			}
		}
	}
	return out
}

// withSuffix adds "bis", "A", where lettered also "a", or the ending of an ordinal, "-я", "er", "º".
func withSuffix(s string, r reading, lettered bool) reading {
	rest := s[r.end:min(len(s), r.end+14)]
	for _, e := range [...]string{"-ая", "-я", "-а", "er", "ere", "re", "st", "nd", "rd", "th", "º", "°", "ª", "-шы", "-ші", "-чи", "-чы", "-чү", "-чу"} {
		if strings.HasPrefix(rest, e) && !letterAt(rest, len(e)) {
			r.end += len(e)
			return r
		}
	}
	for _, e := range [...]string{"bis", "ter", "quater", "quinquies"} {
		for _, gap := range [...]string{" ", "-", ""} {
			if strings.HasPrefix(rest, gap+e) && (!letterAt(rest, len(gap+e)) || gap != "") {
				r.suffix = e
				r.end += len(gap + e)
				return r
			}
		}
	}
	if rest != "" && (rest[0] >= 'A' && rest[0] <= 'Z' || lettered && rest[0] >= 'a' && rest[0] <= 'h') && !letterAt(rest, 1) && !strings.HasPrefix(rest[1:], ")") {
		r.suffix = rest[:1]
		r.end++
	}
	return r
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// romanOf is the Latin capital that a letter of a Roman number stands for, the
// Cyrillic letters and the small l that look like them included; 0 for none.
func romanOf(r rune) byte {
	switch r {
	case 'I', 'i', 'І', 'і', 'l', '|':
		return 'I'
	case 'V', 'v':
		return 'V'
	case 'X', 'x', 'Х', 'х':
		return 'X'
	case 'L':
		return 'L'
	case 'C', 'С', 'c':
		return 'C'
	}
	return 0
}

func romanReadings(s string, i int, glued bool) []reading {
	var letters []byte
	var ends []int
	e := i
	for e < len(s) && len(letters) < 10 {
		r, n := utf8.DecodeRuneInString(s[e:])
		c := romanOf(r)
		if c == 0 {
			break
		}
		letters = append(letters, c)
		e += n
		ends = append(ends, e)
	}
	if len(letters) == 0 {
		return nil
	}
	if !letterAt(s, e) {
		if v := romanValue(letters); v > 0 {
			if d := dotted(s, i, e, v); d.minor > 0 && v < 40 {
				return []reading{d, {minor: v, end: e, cost: 12}}
			}
			out := append([]reading{withSuffix(s, reading{minor: v, end: e}, false)}, gluedRoman(letters[:len(letters)-1], ends, glued, 30)...)
			if r := likeFigures(s, i); r.minor != v && r.minor > 0 {
				out = append(out, r)
			}
			return out
		}
	}
	if r := likeFigures(s, i); r.minor > 0 {
		return append(gluedRoman(letters, ends, glued, 0), r)
	}
	return gluedRoman(letters, ends, glued, 0)
}

// likeFigures reads figures that a scan took for letters: "Io" is 10, "ii" 11.
func likeFigures(s string, i int) reading {
	v, e := 0, i
	for ; e < len(s) && e-i < 3; e++ {
		d := strings.IndexByte("oIil|O", s[e])
		if d < 0 {
			break
		}
		v = v*10 + min(d, 1)*(1-d/5)
	}
	if v == 0 || letterAt(s, e) {
		return reading{}
	}
	return reading{minor: v, end: e, cost: 15}
}

// gluedRoman is the readings of what a Roman number and the next word have become.
func gluedRoman(letters []byte, ends []int, glued bool, cost int) []reading {
	if !glued {
		return nil
	}
	var out []reading
	for k := len(letters); k > 0; k-- {
		if v := romanValue(letters[:k]); v > 0 && v < 60 {
			out = append(out, reading{minor: v, end: ends[k-1], cost: cost + leftCost(letters[k:])})
		}
	}
	return out
}

// dotted reads the number of a chapter's article, "2.10", "II.1" or "1-01", whose
// chapter stands from i to end; its minor is 0 where none stands there.
func dotted(s string, i, end, chapter int) reading {
	if end+1 >= len(s) || s[end] != '.' && s[end] != '-' || end-i > 2 && s[i] < 'A' {
		return reading{}
	}
	e := digits(s, end+1)
	if e == end+1 || e-end > 3 || e+1 < len(s) && s[e] == '.' && digits(s, e+1) > e+1 || s[end] == '-' && e-end != 3 {
		return reading{}
	}
	minor, _ := strconv.Atoi(s[end+1 : e])
	r := reading{major: chapter, minor: minor, end: e}
	if s[i] < 'A' && (s[end] == '-' || s[end+1] == '0') {
		r.printed = s[i:e]
	}
	return withSuffix(s, r, true)
}

// leftCost is how unlikely it is that the next word begins with these letters: "it" and
// "contracting" are common, "various" is less so.
func leftCost(letters []byte) int {
	switch {
	case len(letters) == 0:
		return 0
	case letters[0] == 'V' || letters[0] == 'X':
		return 12
	}
	return 6
}

// romanValue is the value of a Roman number in its usual form, 0 for any other.
func romanValue(letters []byte) int {
	value := func(c byte) int {
		switch c {
		case 'I':
			return 1
		case 'V':
			return 5
		case 'X':
			return 10
		case 'L':
			return 50
		}
		return 100
	}
	total, before := 0, 0
	for k := len(letters) - 1; k >= 0; k-- {
		v := value(letters[k])
		if v < before {
			total -= v
		} else {
			total, before = total+v, v
		}
	}
	if total <= 0 || total > 399 || romanFigures(total) != string(letters) && !(len(letters) > 3 && strings.HasSuffix(string(letters), "IIII")) {
		return 0
	}
	return total
}

func romanFigures(v int) string {
	var b strings.Builder
	for _, f := range [...]struct {
		v int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; v >= f.v; v -= f.v {
			b.WriteString(f.s)
		}
	}
	return b.String()
}

// wordReadings reads a number in words: "the First", "premier", "двадцать первая".
func wordReadings(s string, i int) []reading {
	word, end := smallWord(s, i)
	if word == "the" || word == "la" || word == "le" {
		for end < len(s) && s[end] == ' ' {
			end++
		}
		word, end = smallWord(s, end)
	}
	if v := headings.values["number"][word]; v > 0 {
		return []reading{{minor: v, end: end}}
	}
	if v := headings.values["tens"][word]; v > 0 && end < len(s) && (s[end] == ' ' || s[end] == '-') {
		if more, e := smallWord(s, end+1); headings.values["number"][more] > 0 && headings.values["number"][more] < 10 {
			return []reading{{minor: v + headings.values["number"][more], end: e}}
		}
	}
	return nil
}

// smallWord is the word at i in small letters, and where it ends.
func smallWord(s string, i int) (string, int) {
	e := i
	for e < len(s) {
		r, n := utf8.DecodeRuneInString(s[e:])
		if !unicode.IsLetter(r) && (r != '\'' && r != '’' || !letterAt(s, e+n)) {
			break
		}
		e += n
	}
	return strings.ToLower(s[i:e]), e
}

// chineseReading reads the number between 第 and 条: "二十一".
func chineseReading(s string, i int) (reading, bool) {
	total, unit := 0, 0
	for e := i; e < len(s) && e < i+24; {
		r, n := utf8.DecodeRuneInString(s[e:])
		switch v := strings.IndexRune("〇一二三四五六七八九", r) / 3; {
		case r == '条' || r == '條':
			return reading{minor: total + unit, end: e + n}, total+unit > 0
		case r == '十':
			total, unit = total+max(unit, 1)*10, 0
		case r == '百':
			total, unit = total+max(unit, 1)*100, 0
		case r == '零':
		case r >= '0' && r <= '9':
			unit = unit*10 + int(r-'0')
		case r == '〇' || v > 0:
			unit = unit*10 + v
		case r == ' ':
		default:
			return reading{}, false
		}
		e += n
	}
	return reading{}, false
}
