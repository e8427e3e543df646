package text

import "strings"

// findTables gives the rows of tables their role. Rows show themselves by tabs,
// bars or wide gaps in lines that follow one another; or, where a table's cells
// came out one under the other, by a long run of lines that are far from full.
func (p *layout) findTables() {
	p.wikiTables()
	p.labels()
	for i := 0; i < len(p.lines); {
		j, rows := i, 0
		for j < len(p.lines) && (p.lines[j].role == blank && rows > 0 || p.lines[j].role == inFlow && isRow(p.content(j))) {
			if p.lines[j].role == inFlow {
				rows++
			}
			j++
		}
		switch {
		case rows >= 2 || rows == 1 && strings.Contains(p.content(i), "\t"):
			p.rows(i, j)
		}
		i = max(j, i+1)
	}
	if !p.wraps {
		return
	}
	for i := 0; i < len(p.lines); {
		j, n := i, 0
		for j < len(p.lines) && (p.lines[j].role == blank || p.lines[j].role == inFlow && p.lines[j].width*100 < p.width*72) {
			if p.lines[j].role == inFlow {
				n++
			}
			j++
		}
		if n >= 10 {
			p.cells(i, j)
		}
		i = max(j, i+1)
	}
}

// wikiTables takes everything from a line "{|" to a line "|}" as rows.
func (p *layout) wikiTables() {
	for i := range p.lines {
		if p.lines[i].role != inFlow {
			continue
		}
		s := p.content(i)
		if isTrail(s) || isEditLink(s) {
			p.lines[i].role = furniture
		}
		if !strings.HasPrefix(s, "{|") {
			continue
		}
		for j := i + 1; j < len(p.lines) && j < i+200; j++ {
			if p.lines[j].role == inFlow && strings.HasPrefix(p.content(j), "|}") {
				p.rows(i, j+1)
				break
			}
		}
	}
}

// labels takes as rows what an information box leaves behind in plain text: short
// lines without an end, at least five of them one under the other, where the
// paragraphs themselves are not broken into lines.
func (p *layout) labels() {
	if p.wraps {
		return
	}
	for i := 0; i < len(p.lines); {
		j := i
		for j < len(p.lines) && p.lines[j].role == inFlow && p.lines[j].width <= 90 && isLabel(p.content(j)) {
			j++
		}
		if j-i >= 5 {
			p.rows(i, j)
		}
		i = max(j, i+1)
	}
}

func isLabel(s string) bool {
	return !ends(s) && !startsItem(s) && !startsLower(s) && !strings.HasSuffix(s, "-") && !strings.HasSuffix(s, ",")
}

// isRow reports whether a line is divided into cells.
func isRow(s string) bool {
	return strings.Contains(s, "\t") || strings.Contains(s, "||") || strings.HasPrefix(s, "|") || strings.HasPrefix(s, "{|") ||
		strings.Count(s, " | ") >= 2 || strings.Contains(strings.TrimLeft(s, " "), "    ")
}

// isTrail reports whether a line is a trail of links: Home → Library → Talks.
func isTrail(s string) bool {
	if len(s) > 300 || ends(s) {
		return false
	}
	n := 0
	for _, sep := range []string{" » ", " → ", " › ", " | ", " > "} {
		n += strings.Count(s, sep)
	}
	if strings.HasPrefix(s, "← ") {
		n++
	}
	return n >= 2
}

// isEditLink recognises the links that a wiki puts beside its headings.
func isEditLink(s string) bool {
	if len(s) > 80 || s[0] != '[' || s[len(s)-1] != ']' {
		return false
	}
	word := firstWord(strings.TrimLeft(s, "[ "))
	return word == "править" || word == "edit" || word == "ред" || word == "редагувати" || word == "оңдоо" || word == "өңдеу"
}

// cells makes rows of the run from i to j if enough of it is as short as cells are.
func (p *layout) cells(i, j int) {
	first, last, short, all := -1, -1, 0, 0
	for k := i; k < j; k++ {
		if p.lines[k].role != inFlow {
			continue
		}
		if p.lines[k].width*5 < p.width {
			if first < 0 {
				first = k
			}
			last = k
			short++
		}
	}
	for k := first; k >= 0 && k <= last; k++ {
		if p.lines[k].role == inFlow {
			all++
		}
	}
	if short >= 5 && all >= 10 && short*10 >= all*3 {
		p.rows(first, last+1)
	}
}

func (p *layout) rows(i, j int) {
	for ; i < j; i++ {
		if p.lines[i].role == inFlow {
			p.lines[i].role = tableRow
		}
	}
}
