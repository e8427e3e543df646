package source

import "slices"

// The measures by which the cells of a table are told whose columns stand close.
const (
	stopGap   = 50  // percent of a line's height: a narrower gap before a word is a space
	stopWide  = 180 // percent of the page's space: so is one not much wider than that
	monospace = 60  // percent of a line's height: no space between words is wider than a typewriter's
	stopShift = 100 // hundredths of a point: words that begin so near to each other stand below each other
	stopLines = 3   // in so many lines one below the other, or it may be chance
	lineSkip  = 300 // percent of a line's height: lines farther apart do not belong together
)

// markCells finds gaps that stand one below the other in several lines: the cells of
// a table. In print that is set to one width, wide gaps do not.
func markCells(frags []*fragment) {
	space := spaceOf(frags)
	stops := make([][]int, len(frags)) // for each line the words before which a wide gap stands
	for i, f := range frags {
		for w := 1; w < len(f.words); w++ {
			gap, height := f.words[w].left-f.words[w-1].right, max(f.height(), usualHeight)
			if f.words[w].cell || gap*100 >= stopGap*height && gap*10_000 >= stopWide*min(space*100, monospace*height) {
				stops[i] = append(stops[i], w)
			}
		}
	}
	// In runs of lines that have a stop at the same place, every such stop ends a cell.
	run := make([][]int, len(frags)) // for each stop, how many lines above have it too
	for i, f := range frags {
		run[i] = make([]int, len(stops[i]))
		for s, w := range stops[i] {
			run[i][s] = 1
			if above := stopAbove(frags, stops, i, f.words[w].left); above >= 0 {
				run[i][s] += run[i-1][above]
			}
			if run[i][s] < stopLines {
				continue
			}
			f.words[w].cell = true
			for k, x := i, f.words[w].left; ; k-- {
				above := stopAbove(frags, stops, k, x)
				if above < 0 {
					break
				}
				word := &frags[k-1].words[stops[k-1][above]]
				if run[k-1][above] >= stopLines {
					break // it and those above it are marked
				}
				word.cell, x = true, word.left
			}
		}
	}
}

// stopAbove is the stop of the line above line i that stands at x, -1 for none.
func stopAbove(frags []*fragment, stops [][]int, i, x int) int {
	if i == 0 {
		return -1
	}
	f, above := frags[i], frags[i-1]
	if apart := (above.bottom - f.bottom) * 100; apart <= 0 || apart > lineSkip*max(f.height(), usualHeight) {
		return -1
	}
	for s, w := range stops[i-1] {
		if d := above.words[w].left - x; d <= stopShift && d >= -stopShift {
			return s
		}
	}
	return -1
}

// spaceOf is how wide the spaces between words are on a page: the narrower ones, since
// the gaps between cells count with them.
func spaceOf(frags []*fragment) int {
	var gaps []int
	for _, f := range frags {
		for w := 1; w < len(f.words); w++ {
			if gap := f.words[w].left - f.words[w-1].right; gap > 0 && !f.words[w].glued {
				gaps = append(gaps, gap)
			}
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/4]
}
