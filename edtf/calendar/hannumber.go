package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hanReader reads along a text in Chinese characters. White space between two
// characters counts for nothing.
type hanReader struct {
	text string
	pos  int     // of the next character, in bytes
	last HanDate // the date before
}

// skip steps over white space.
func (r *hanReader) skip() {
	for r.pos < len(r.text) {
		c, n := utf8.DecodeRuneInString(r.text[r.pos:])
		if !unicode.IsSpace(c) {
			return
		}
		r.pos += n
	}
}

// peek gives the next character, 0 at the end.
func (r *hanReader) peek() rune {
	r.skip()
	if r.pos >= len(r.text) {
		return 0
	}
	c, _ := utf8.DecodeRuneInString(r.text[r.pos:])
	return c
}

// eat steps over the first of the words that stands next, longest ones first in
// the list; white space may part their characters.
func (r *hanReader) eat(words ...string) (string, bool) {
	for _, w := range words {
		at := *r
		ok := true
		for _, c := range w {
			if at.peek() != c {
				ok = false
				break
			}
			at.pos += utf8.RuneLen(c)
		}
		if ok {
			*r = at
			return w, true
		}
	}
	return "", false
}

// hanDigits are the figures 0 to 9: common, financial, and those of dates.
var hanDigits = [...]string{"〇零○Ｏ", "一壹弌", "二貳贰弐弍", "三參叁参弎", "四肆", "五伍", "六陸陆", "七柒漆", "八捌", "九玖"}

func digitOf(c rune) (int, bool) {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0'), true
	case c >= '０' && c <= '９':
		return int(c - '０'), true
	}
	for n, forms := range hanDigits {
		if strings.ContainsRune(forms, c) {
			return n, true
		}
	}
	return 0, false
}

// tensOf gives what a character for tens adds: 十 10, 廿 20, 卅 30, 卌 40.
func tensOf(c rune) (int, bool) {
	switch c {
	case '十', '拾':
		return 10, true
	case '廿', '卄', '念':
		return 20, true
	case '卅', '丗':
		return 30, true
	case '卌':
		return 40, true
	}
	return 0, false
}

// number reads a number: figures, one after the other (一八五八), or with
// characters for tens, hundreds and thousands (二十有八, 廿四, 一千八百五十八).
func (r *hanReader) number() (int, bool) {
	at := *r
	total, part, digits, any := 0, 0, 0, false
	for {
		c := at.peek()
		d, isDigit := digitOf(c)
		tens, isTens := tensOf(c)
		switch {
		case isDigit && digits < 4:
			part, digits = part*10+d, digits+1
		case isTens && (tens == 10 || part == 0) && digits < 2:
			total += max(part, 1) * tens
			part, digits = 0, 0
		case (c == '百' || c == '佰') && digits == 1:
			total, part, digits = total+part*100, 0, 0
		case (c == '千' || c == '仟') && digits == 1:
			total, part, digits = total+part*1000, 0, 0
		case (c == '有' || c == '又') && any && part == 0 && at.before("一二三四五六七八九"):
		default:
			return total + part, any
		}
		at.pos += utf8.RuneLen(c)
		any = true
		*r = at
	}
}

// before says whether one of the characters stands behind the next.
func (r *hanReader) before(chars string) bool {
	at := *r
	at.pos += utf8.RuneLen(at.peek())
	c := at.peek()
	return c != 0 && strings.ContainsRune(chars, c)
}

const (
	stems    = "甲乙丙丁戊己庚辛壬癸"
	branches = "子丑寅卯辰巳午未申酉戌亥"
)

// sexagenary reads a stem and a branch: the place in the cycle of sixty.
func (r *hanReader) sexagenary() (int, bool) {
	at := *r
	s := strings.IndexRune(stems, at.peek())
	if s < 0 || at.peek() == 0 {
		return 0, false
	}
	at.pos += 3
	b := strings.IndexRune(branches, at.peek())
	if b < 0 || at.peek() == 0 {
		return 0, false
	}
	at.pos += 3
	s, b = s/3, b/3
	if s%2 != b%2 {
		return 0, false
	}
	*r = at
	return (6*s - 5*b + 60) % 60, true
}
