package source

import (
	"strconv"

	"golang.org/x/net/html"
)

// grid is which columns of a table's row cells of earlier rows reach into, so that a
// value stays in its column: a place without a value of its own is an empty cell.
type grid struct {
	below []int // for each column, how many further rows the cell above it takes
	col   int   // the column of the next cell
}

// widest bounds what one cell may span; more is no table that people read.
const widest = 20

// startRow begins a row.
func (g *grid) startRow() { g.col = 0 }

// place gives the column of the next cell, and takes it and those it spans.
func (g *grid) place(columns, rows int) int {
	for g.col < len(g.below) && g.below[g.col] > 0 {
		g.below[g.col]--
		g.col++
	}
	at := g.col
	for range min(max(columns, 1), widest) {
		for len(g.below) <= g.col {
			g.below = append(g.below, 0)
		}
		g.below[g.col] = max(rows, 1) - 1
		g.col++
	}
	return at
}

// endRow counts down what reaches into the row behind its last cell.
func (g *grid) endRow() {
	for c := g.col; c < len(g.below); c++ {
		g.below[c] = max(0, g.below[c]-1)
	}
}

// spanned is how many columns or rows an attribute says that a cell takes.
func spanned(cell *html.Node, attribute string) int {
	n, err := strconv.Atoi(attr(cell, attribute))
	if err != nil || n < 1 {
		return 1
	}
	return n
}
