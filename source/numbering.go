package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// listPlace is where a paragraph stands in the lists of a Word document.
type listPlace struct {
	list     string
	level    int
	levelSet bool
}

// numbering holds the lists of a Word document, whose numbers are not in its text:
// "Статья 1" may be made of a list's form alone.
type numbering struct {
	kinds  map[string]*listKind // by abstractNumId
	lists  map[string]*wordList // by numId
	counts map[*listKind]*[9]int
}

type listKind struct{ levels [9]listLevel }

type listLevel struct {
	start  int
	format string // decimal, upperRoman ...
	text   string // "Статья %1."
	style  string // paragraphs of this style stand in it
}

type wordList struct {
	kind  *listKind
	start map[int]int // levels that begin with another number in this list
	used  bool
}

// readLists reads the lists and which styles of paragraphs stand in one.
func (w *wordReader) readLists() error {
	w.lists = numbering{kinds: map[string]*listKind{}, lists: map[string]*wordList{}, counts: map[*listKind]*[9]int{}}
	w.styles = map[string]listPlace{}
	b, err := w.part("word/numbering.xml")
	if err != nil {
		return err
	}
	p := listParser{numbering: &w.lists}
	if err := walkXML(w.ctx, b, p.take); err != nil && w.ctx.Err() != nil {
		return err
	}
	if b, err = w.part("word/styles.xml"); err != nil {
		return err
	}
	style := ""
	err = walkXML(w.ctx, b, func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "style":
			style = xmlAttr(e, "styleId")
		case "basedOn":
			if from, ok := w.styles[xmlAttr(e, "val")]; ok && style != "" {
				w.styles[style] = from
			}
		case "numId":
			at := w.styles[style]
			at.list = xmlAttr(e, "val")
			w.styles[style] = at
		case "ilvl":
			at := w.styles[style]
			at.level, _ = strconv.Atoi(xmlAttr(e, "val"))
			w.styles[style] = at
		}
		return nil
	})
	if w.ctx.Err() != nil {
		return err
	}
	return nil // without its lists the text can be read
}

// listParser reads word/numbering.xml.
type listParser struct {
	*numbering
	kind  *listKind
	list  *wordList
	level int
}

func (p *listParser) take(t xml.Token) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	value := xmlAttr(e, "val")
	switch e.Name.Local {
	case "abstractNum":
		p.kind, p.list = &listKind{}, nil
		for i := range p.kind.levels {
			p.kind.levels[i] = listLevel{start: 1, format: "decimal"}
		}
		p.kinds[xmlAttr(e, "abstractNumId")] = p.kind
	case "num":
		p.list, p.kind = &wordList{start: map[int]int{}}, nil
		p.lists[xmlAttr(e, "numId")] = p.list
	case "abstractNumId":
		if p.list != nil {
			p.list.kind = p.kinds[value]
		}
	case "lvl", "lvlOverride":
		n, err := strconv.Atoi(xmlAttr(e, "ilvl"))
		if err != nil || n < 0 || n > 8 {
			n = 0
		}
		p.level = n
	case "startOverride":
		if n, err := strconv.Atoi(value); err == nil && p.list != nil {
			p.list.start[p.level] = n
		}
	}
	if p.kind == nil {
		return nil
	}
	l := &p.kind.levels[p.level]
	switch e.Name.Local {
	case "start":
		if n, err := strconv.Atoi(value); err == nil {
			l.start = n
		}
	case "numFmt":
		l.format = value
	case "lvlText":
		l.text = value
	case "pStyle":
		l.style = value
	}
	return nil
}

// beginItem writes what stands before a paragraph's first words and is not in its
// text: the mark of a note, the number in a list.
func (w *wordReader) beginItem() {
	if w.heading != "" {
		w.write(w.heading)
		w.heading = ""
	}
	if w.numbered {
		return
	}
	w.numbered = true
	at := w.place
	if from, ok := w.styles[w.style]; ok && at.list == "" {
		set, level := at.levelSet, at.level
		if at = from; set {
			at.level = level
		}
		if l := w.lists.lists[at.list]; l != nil && l.kind != nil && !set {
			for n := range l.kind.levels {
				if l.kind.levels[n].style == w.style {
					at.level = n
				}
			}
		}
	}
	if label := w.lists.next(at); label != "" {
		w.write(label + " ")
	}
}

// next counts on in a list and gives the number as it is printed, "" for none.
func (n *numbering) next(at listPlace) string {
	l := n.lists[at.list]
	if l == nil || l.kind == nil || at.level < 0 || at.level > 8 {
		return ""
	}
	c := n.counts[l.kind]
	if c == nil {
		c = new([9]int)
		for i := range c {
			c[i] = l.kind.levels[i].start - 1
		}
		n.counts[l.kind] = c
	}
	if !l.used {
		l.used = true
		for level, from := range l.start {
			c[level] = from - 1
		}
	}
	c[at.level]++
	for deeper := at.level + 1; deeper < len(c); deeper++ {
		c[deeper] = l.kind.levels[deeper].start - 1
	}
	level := l.kind.levels[at.level]
	if level.format == "bullet" {
		return "•"
	}
	text := level.text
	for i := range c {
		value := c[i]
		if i < at.level {
			value = max(value, l.kind.levels[i].start)
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), inFormat(value, l.kind.levels[i].format))
	}
	return strings.TrimSpace(text)
}

// inFormat prints a number as a list's form says (ST_NumberFormat of ECMA-376).
func inFormat(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letter(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "lowerLetter":
		return letter(n, "abcdefghijklmnopqrstuvwxyz")
	case "russianUpper":
		return letter(n, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ")
	case "russianLower":
		return letter(n, "абвгдежзиклмнопрстуфхцчшщыэюя")
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letter is the nth letter; behind the last they are doubled: aa, bb.
func letter(n int, alphabet string) string {
	letters := []rune(alphabet)
	if n < 1 || n > len(letters)*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(letters[(n-1)%len(letters)]), (n-1)/len(letters)+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= r.value {
			b.WriteString(r.sign)
			n -= r.value
		}
	}
	return b.String()
}
