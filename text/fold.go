package text

import (
	"sort"
	"strings"

	"example.org/chancery"
)

// segment ties a stretch of mended bytes to the stretch of the record it stands
// for. Of equal length, they correspond byte by byte; else as wholes.
type segment struct {
	at, n    int // in the mended text
	from, of int // in the text of record
}

// fold is the map between mended text and record: segments in the order of the
// mended text, without gaps there, and their order in the record, which differs
// where a note was moved.
type fold struct {
	segments []segment
	byRecord []int32 // nil when the segments are already in the record's order
}

// original is the hull in a record of length size of the mended bytes start to end.
func (f *fold) original(start, end, size int) chancery.Span {
	i := sort.Search(len(f.segments), func(i int) bool { return f.segments[i].at+f.segments[i].n > start })
	if i == len(f.segments) {
		return chancery.Span{Start: size, End: size}
	}
	if start >= end {
		p := f.segments[i].first(start)
		return chancery.Span{Start: p, End: p}
	}
	hull := chancery.Span{Start: size}
	for ; i < len(f.segments) && f.segments[i].at < end; i++ {
		s := f.segments[i]
		hull.Start = min(hull.Start, s.first(max(start, s.at)))
		hull.End = max(hull.End, s.last(min(end, s.at+s.n)))
	}
	return hull
}

// first is the record offset of the mended byte p of s.
func (s segment) first(p int) int {
	if s.n == s.of {
		return s.from + p - s.at
	}
	return s.from
}

// last is the record offset behind the mended byte before p of s.
func (s segment) last(p int) int {
	if s.n == s.of {
		return s.from + p - s.at
	}
	return s.from + s.of
}

// nth is the i-th segment in the order of the record.
func (f *fold) nth(i int) segment {
	if f.byRecord != nil {
		return f.segments[f.byRecord[i]]
	}
	return f.segments[i]
}

// mend finds the mended stretch of the record's stretch r.
func (f *fold) mend(r chancery.Span) (start, end int, ok bool) {
	n := len(f.segments)
	i := sort.Search(n, func(i int) bool { s := f.nth(i); return s.from+s.of > r.Start })
	j := sort.Search(n, func(i int) bool { return f.nth(i).from >= r.End }) - 1
	if i > j || i == n || r.Start >= r.End {
		return 0, 0, false
	}
	a, b := f.nth(i), f.nth(j)
	start, end = a.at, b.at+b.n
	if a.n == a.of {
		start += max(0, r.Start-a.from)
	}
	if b.n == b.of {
		end -= max(0, b.from+b.of-r.End)
	}
	if b.at < a.at { // from a moved note into the text behind it
		start, end = b.at, a.at+a.n
	}
	return start, end, start < end
}

// builder makes a mended text and its map together.
type builder struct {
	record string
	out    strings.Builder
	fold   fold
}

// keep appends the record's bytes from a to b as they are.
func (w *builder) keep(a, b int) {
	if a < b {
		w.put(w.record[a:b], a, b)
	}
}

// put appends s, which stands for the record's bytes from a to b.
func (w *builder) put(s string, a, b int) {
	if s == "" {
		return
	}
	at := w.out.Len()
	w.out.WriteString(s)
	next := segment{at: at, n: len(s), from: a, of: b - a}
	if k := len(w.fold.segments) - 1; k >= 0 && next.n == next.of {
		if l := &w.fold.segments[k]; l.n == l.of && l.from+l.of == a {
			l.n += next.n
			l.of += next.of
			return
		}
	}
	w.fold.segments = append(w.fold.segments, next)
}

// text closes the builder.
func (w *builder) text() *Text {
	s := w.fold.segments
	less := func(i, j int) bool {
		if s[i].from != s[j].from {
			return s[i].from < s[j].from
		}
		return s[i].of < s[j].of
	}
	if !sort.SliceIsSorted(s, less) {
		order := make([]int32, len(s))
		for i := range order {
			order[i] = int32(i)
		}
		sort.Slice(order, func(i, j int) bool { return less(int(order[i]), int(order[j])) })
		w.fold.byRecord = order
	}
	return &Text{record: w.record, mended: w.out.String(), fold: w.fold}
}
