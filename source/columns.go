package source

// The measures by which two columns are recognised.
const (
	fewestLines = 6   // of each column
	gutterWidth = 600 // at least, in hundredths of a point
	crossing    = 8   // at most one line in so many runs across the gutter, or so many that it is no line
	prose       = 55  // percent of its column that a line fills on the average; cells of tables fill less
)

// gutter finds the empty strip between two columns: where in the middle of the page
// hardly any word stands, with lines of prose on both sides.
func gutter(frags []*fragment) (at int, ok bool) {
	if len(frags) < fewestLines {
		return 0, false
	}
	left, right := frags[0].left, frags[0].right
	for _, f := range frags {
		left, right = min(left, f.left), max(right, f.right)
	}
	const bins = 300
	var covered [bins]int
	bin := func(x int) int { return max(0, min(bins-1, (x-left)*bins/(right-left))) }
	if right-left < 10_000 {
		return 0, false
	}
	for _, f := range frags {
		for _, w := range f.words {
			for b := bin(w.left); b <= bin(w.right); b++ {
				covered[b]++
			}
		}
	}
	best, bestLen := 0, 0
	for b := bins * 3 / 10; b < bins*7/10; b++ {
		k := b
		for k < bins*7/10 && covered[k]*crossing <= len(frags)/2 {
			k++
		}
		if k-b > bestLen {
			best, bestLen = b, k-b
		}
		b = max(b, k)
	}
	if bestLen*(right-left)/bins < gutterWidth {
		return 0, false
	}
	at = left + (2*best+bestLen)*(right-left)/(2*bins)
	return at, areColumns(frags, at, left, right)
}

// side is where a fragment stands: 'l', 'r', or 'f' for one that runs across; 'b' for
// one with words on both sides and none across, which is lines of both columns.
func side(f *fragment, at int) byte {
	onLeft, onRight := false, false
	for _, w := range f.words {
		switch {
		case w.left < at && w.right > at:
			return 'f'
		case w.right <= at:
			onLeft = true
		default:
			onRight = true
		}
	}
	switch {
	case onLeft && onRight:
		return 'b'
	case onLeft:
		return 'l'
	}
	return 'r'
}

// areColumns reports whether both sides hold enough lines, and lines of prose.
func areColumns(frags []*fragment, at, left, right int) bool {
	var lines [2]int
	var width [2]int
	across := 0
	for _, f := range frags {
		s := side(f, at)
		if s == 'f' {
			across++
			continue
		}
		var l, r int
		for _, w := range f.words {
			if w.right <= at {
				l = max(l, w.right-left)
			} else {
				r = max(r, w.right-at)
			}
		}
		if s == 'l' || s == 'b' {
			lines[0]++
			width[0] += l
		}
		if s == 'r' || s == 'b' {
			lines[1]++
			width[1] += r
		}
	}
	if lines[0] < fewestLines || lines[1] < fewestLines || across > lines[0]+lines[1] {
		return false
	}
	return width[0]*100 >= prose*(at-left)*lines[0] && width[1]*100 >= prose*(right-at)*lines[1]
}

// byColumn puts the lines of a page in order, between lines that run across first
// the left column, then the right. If they are in order already, nothing changes.
func byColumn(frags []*fragment, at int) ([]*fragment, bool) {
	var out, left, right []*fragment
	flush := func() {
		out = append(append(out, left...), right...)
		left, right = nil, nil
	}
	back, last := 0, byte('f') // how often the order goes back from the right to the left
	for _, f := range frags {
		switch s := side(f, at); s {
		case 'f':
			flush()
			out = append(out, f)
			last = s
		case 'l':
			if last == 'r' {
				back++
			}
			left = append(left, f)
			last = s
		case 'r':
			right = append(right, f)
			last = s
		case 'b':
			l, r := split(f, at)
			left, right = append(left, l), append(right, r)
			back++
			last = 'r'
		}
	}
	flush()
	if back < 3 { // a note or a heading out of its place is left where the file has it
		return frags, false
	}
	return out, true
}

// split cuts a fragment at the gutter.
func split(f *fragment, at int) (l, r *fragment) {
	l = &fragment{left: f.left, right: f.left, bottom: f.bottom, top: f.top}
	r = &fragment{left: f.right, right: f.right, bottom: f.bottom, top: f.top, hyphen: f.hyphen}
	for _, w := range f.words {
		to := l
		if w.right > at {
			to = r
		}
		to.words = append(to.words, w)
		to.left, to.right = min(to.left, w.left), max(to.right, w.right)
	}
	return l, r
}
