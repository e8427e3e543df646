package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// drop is a stretch of the record that is left out of the mended text: a tag of some
// markup, or the blank between the parted letters of a word.
type drop struct {
	chancery.Span
	space bool // a blank takes its place
}

// findDrops finds what is left out inside lines, in order.
func (c *cleaner) findDrops() {
	for i := range c.lines {
		l := &c.lines[i]
		if l.role == blank || l.width == 0 {
			continue
		}
		c.findTags(l.start, l.end)
		c.findSpaced(l.start, l.end)
	}
	sort.SliceStable(c.drops, func(a, b int) bool { return c.drops[a].Start < c.drops[b].Start })
	kept := c.drops[:0]
	for _, d := range c.drops { // a blank inside a tag is gone already
		if k := len(kept) - 1; k < 0 || d.Start >= kept[k].End {
			kept = append(kept, d)
		}
	}
	c.drops = kept
}

// findTags finds tags such as <i> and </p>, and &nbsp;, that a text was saved with.
func (c *cleaner) findTags(a, b int) {
	s := c.record
	for i := a; i < b; i++ {
		n, space := 0, false
		switch s[i] {
		case '<':
			n = tag(s[i:b])
		case '&':
			if strings.HasPrefix(s[i:b], "&nbsp;") {
				n, space = len("&nbsp;"), true
			}
		}
		if n > 0 {
			c.drops = append(c.drops, drop{chancery.Span{Start: i, End: i + n}, space})
			c.tally.add("markup", chancery.Span{Start: i, End: i + n})
			i += n - 1
		}
	}
}

// longestTag is how many bytes a tag has at most.
const longestTag = 200

// tag is the length of the tag that s begins with, 0 for none: its name is one that
// pages use, since "<Suisse>" is a quotation.
func tag(s string) int {
	i := 1
	if i < len(s) && s[i] == '/' {
		i++
	}
	from := i
	for i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || i > from && s[i] >= '0' && s[i] <= '9') {
		i++
	}
	if i == from || i == len(s) || strings.IndexByte(" />", s[i]) < 0 || !known.has("tag", strings.ToLower(s[from:i])) {
		return 0
	}
	end := strings.IndexByte(s[i:min(len(s), i+longestTag)], '>')
	if end < 0 || s[i] == ' ' && !strings.ContainsAny(s[i:i+end], "=/") { // "a <b and c> d"
		return 0
	}
	return i + end + 1
}

// How many letters a word that is set with parted letters has.
const (
	fewestParted = 5
	mostParted   = 24
)

// findSpaced finds words whose letters stand apart, "д о г о в о р": single letters of one
// script with one blank between them, the first only perhaps a capital.
func (c *cleaner) findSpaced(a, b int) {
	s := c.record
	for i := a; i < b; {
		at := strings.IndexByte(s[i:b], ' ')
		if at < 0 {
			return
		}
		at += i
		i = at + 1
		r, w := utf8.DecodeLastRuneInString(s[a:at])
		if !unicode.IsLetter(r) || at-w > a && s[at-w-1] != ' ' {
			continue
		}
		letters, blanks := []rune{r}, []int(nil)
		k := at
		for k+1 < b && s[k] == ' ' {
			r, w := utf8.DecodeRuneInString(s[k+1 : b])
			if !unicode.IsLetter(r) || k+1+w < b && letterAt(s[:b], k+1+w) {
				break
			}
			letters, blanks = append(letters, r), append(blanks, k)
			k += 1 + w
		}
		if len(letters) >= fewestParted && len(letters) <= mostParted && isParted(letters) {
			for _, p := range blanks {
				c.drops = append(c.drops, drop{chancery.Span{Start: p, End: p + 1}, false})
			}
			c.tally.add("spaced-words", chancery.Span{Start: at - w, End: k})
		}
		i = max(i, k)
	}
}

// isParted reports whether letters make a word: of one script and case, with vowels.
func isParted(letters []rune) bool {
	vowels := 0
	latin, upper := letters[0] < 0x250, unicode.IsUpper(letters[1])
	for i, r := range letters {
		if (r < 0x250) != latin || i > 0 && unicode.IsUpper(r) != upper {
			return false
		}
		if strings.ContainsRune("аеёиоуыэюяөүіїєѣaeiouy", unicode.ToLower(r)) {
			vowels++
		}
	}
	return vowels*5 >= len(letters) && vowels < len(letters)
}

// writeMended appends the record's bytes from a to b without what is left out.
func (c *cleaner) writeMended(a, b int, kind Kind) {
	k := sort.Search(len(c.drops), func(k int) bool { return c.drops[k].Start >= a })
	for ; k < len(c.drops) && c.drops[k].End <= b; k++ {
		d := c.drops[k]
		c.writePlain(a, d.Start, kind)
		if d.space {
			c.w.put(" ", d.Start, d.End)
		}
		a = d.End
	}
	c.writePlain(a, b, kind)
}
