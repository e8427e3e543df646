package main

import (
	"strings"

	"github.com/rivo/uniseg"

	"example.org/chancery/answer"
)

// widest is how many columns of the terminal a cell may take before it is wrapped.
const widest = 48

// grid lays out rows under a header in columns as wide as their widest cell; long
// cells are wrapped between words. Widths are those of the terminal, so that letters
// with accents and Chinese characters stand in line.
func grid(header []string, rows [][]string) string {
	cells := make([][][]string, 0, len(rows)+1)
	widths := make([]int, len(header))
	for _, row := range append([][]string{header}, rows...) {
		var wrapped [][]string
		for i, cell := range row {
			lines := wrap(answer.Shown(cell), widest)
			for _, s := range lines {
				widths[i] = max(widths[i], uniseg.StringWidth(s))
			}
			wrapped = append(wrapped, lines)
		}
		cells = append(cells, wrapped)
	}
	var b strings.Builder
	for n, row := range cells {
		writeRow(&b, row, widths)
		if n == 0 {
			total := 2 * (len(widths) - 1)
			for _, w := range widths {
				total += w
			}
			b.WriteString(strings.Repeat("─", total) + "\n")
		}
	}
	return b.String()
}

func writeRow(b *strings.Builder, row [][]string, widths []int) {
	height := 0
	for _, lines := range row {
		height = max(height, len(lines))
	}
	for n := range height {
		var line strings.Builder
		for i, lines := range row {
			s := ""
			if n < len(lines) {
				s = lines[n]
			}
			line.WriteString(s)
			line.WriteString(strings.Repeat(" ", widths[i]-uniseg.StringWidth(s)+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// wrap breaks a text into lines of at most so many columns, between words where it
// can be done.
func wrap(s string, most int) []string {
	var lines []string
	line, width := "", 0
	for _, word := range strings.Fields(s) {
		for uniseg.StringWidth(word) > most {
			if line != "" {
				lines = append(lines, line)
				line, width = "", 0
			}
			head := cut(word, most)
			lines = append(lines, head)
			word = word[len(head):]
		}
		w := uniseg.StringWidth(word)
		if line != "" && width+1+w > most {
			lines = append(lines, line)
			line, width = "", 0
		}
		if line != "" {
			line, width = line+" ", width+1
		}
		line, width = line+word, width+w
	}
	return append(lines, line)
}

// cut is the beginning of a word that takes at most so many columns, whole letters.
func cut(word string, most int) string {
	end, width := 0, 0
	for g := uniseg.NewGraphemes(word); g.Next(); {
		if width+g.Width() > most && end > 0 {
			break
		}
		_, end = g.Positions()
		width += g.Width()
	}
	return word[:end]
}
