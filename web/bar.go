package web

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"example.org/chancery/answer"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
)

// bar is the life of an instrument as a drawing, in units of an SVG view box. What it
// shows stands as a list below it.
type bar struct {
	Width, Height int
	Axis          int // where the years stand
	Foot          int // where the lines of the years end
	Ticks         []tick
	Phases        []phase
	Marks         []mark
	Summary       string
}

type tick struct {
	X    int
	Year string
}

// phase is a stretch of the bar: "before", "signed", "force" or "open".
type phase struct {
	X, W  int
	Class string
	Word  string
	Mid   int
}

// mark is an event on the bar with its label.
type mark struct {
	X, W   int // W is the width of a date that is not a day
	Label  string
	LX, LY int
	Foot   int // where the line down to the label ends
	Anchor string
	Class  string
}

// The drawing: margins, the bar, the lanes of labels below it, and the width of a
// letter of the labels as the widest of the usual fonts has it.
const (
	barWidth   = 900
	barLeft    = 30
	barRight   = 870
	barTop     = 26
	barHeight  = 18
	laneTop    = 66
	laneHeight = 20
	letter     = 7.6
	mostMarks  = 14
)

type scale struct{ from, to float64 }

func (s scale) x(year float64) int {
	return int(math.Round(barLeft + (year-s.from)/(s.to-s.from)*(barRight-barLeft)))
}

// placed is a moment with its earliest and latest time in years.
type placed struct {
	moment
	lo, hi float64
}

// drawBar draws the moments that have a date; nil when none has.
func drawBar(ms []moment) *bar {
	var on []placed
	for _, m := range ms {
		if lo, hi, ok := years(m.Happening); ok && len(on) < mostMarks {
			on = append(on, placed{m, lo, hi})
		}
	}
	if len(on) == 0 {
		return nil
	}
	slices.SortStableFunc(on, func(a, b placed) int { return int(math.Copysign(1, a.lo-b.lo)) })
	first, last := on[0].lo, on[0].hi
	for _, p := range on {
		first, last = min(first, p.lo), max(last, p.hi)
	}
	pad := max(1, (last-first)*0.12)
	s := scale{math.Floor(first - pad), math.Ceil(last + pad)}
	b := &bar{Width: barWidth, Summary: "Dated events from " + yearWords(int(first)) + " to " + yearWords(int(last))}
	b.Phases = phases(on, s)
	lanes := b.label(on, s)
	b.Foot = laneTop + lanes*laneHeight - 4
	b.Axis = b.Foot + 18
	b.Height = b.Axis + 8
	b.Ticks = ticks(s)
	return b
}

// years is where a happening lies in time, in the Gregorian calendar.
func years(h answer.Happening) (lo, hi float64, ok bool) {
	d, err := edtf.Parse(h.Date)
	if err != nil {
		return 0, 0, false
	}
	c := calendar.Gregorian
	if h.Calendar == string(calendar.Julian) {
		c = calendar.Julian
	}
	a, z, ok := d.BoundsIn(c)
	if !ok || a == calendar.NoStart && z == calendar.NoEnd {
		return 0, 0, false
	}
	if a == calendar.NoStart {
		a = z
	}
	if z == calendar.NoEnd {
		z = a
	}
	return inYears(a), inYears(z), true
}

func inYears(d calendar.Day) float64 {
	y, m, day := d.Gregorian()
	return float64(y) + (float64(m-1)+float64(day-1)/31)/12
}

// phases are the stretches of a life as stated: nothing is drawn as in force that no
// source says was in force.
func phases(on []placed, s scale) []phase {
	find := func(is func(string) bool) (placed, bool) {
		for _, p := range on {
			if p.counts() && is(p.Event) {
				return p, true
			}
		}
		return placed{}, false
	}
	is := func(names ...string) func(string) bool {
		return func(e string) bool { return slices.Contains(names, e) }
	}
	made, hasMade := find(is("signed", "issued", "texts-exchanged", "initialled"))
	force, hasForce := find(is("in-force"))
	end, hasEnd := find(ends)
	start, hasStart := find(before)
	var out []phase
	add := func(from, to float64, class, word string) {
		x, w := s.x(from), s.x(to)-s.x(from)
		if w <= 0 {
			return
		}
		if float64(utf8.RuneCountInString(word))*letter > float64(w) {
			word = ""
		}
		out = append(out, phase{x, w, class, word, x + w/2})
	}
	switch {
	case hasStart && hasMade && start.lo < made.lo:
		add(start.lo, made.lo, "before", "before signature")
	case hasStart && !hasMade:
		add(start.lo, max(on[len(on)-1].hi, start.lo+0.5), "before", "not signed")
	}
	if !hasMade && !hasForce {
		return out
	}
	from := made.lo
	if !hasMade {
		from = force.lo
	}
	limit, open := s.to, true
	if hasEnd && end.lo > from {
		limit, open = end.lo, false
	}
	last := max(from, on[len(on)-1].hi)
	known := limit
	if open {
		known = min(limit, last)
	}
	if hasForce && force.lo >= from && force.lo < limit {
		add(from, force.lo, "signed", "signed")
		add(force.lo, max(known, force.lo), "force", "stated in force")
	} else {
		add(from, known, "signed", "signed")
	}
	if open {
		add(max(known, force.lo), limit, "open", "no end stated")
	}
	return out
}

// label puts the labels below the bar into lanes in which they do not overlap, and
// tells how many lanes there are.
func (b *bar) label(on []placed, s scale) int {
	var lanes []int // where each lane is taken up to
	for _, p := range on {
		m := mark{X: s.x(p.lo), W: s.x(p.hi) - s.x(p.lo), Class: "happened"}
		if !p.counts() {
			m.Class = "unsure"
		} else if ends(p.Event) {
			m.Class = "end"
		}
		m.Label = symbol(p.Event, p.counts()) + " " + eventName(p.Event) + " " + span(p, s)
		if !p.counts() {
			m.Label += " (" + certaintyChip(p.Certainty, "").Word + ")"
		}
		width := int(float64(utf8.RuneCountInString(m.Label)) * letter)
		left := m.X
		m.LX, m.Anchor = m.X+4, "start"
		if left+width > barWidth {
			left = m.X - width
			m.LX, m.Anchor = m.X-4, "end"
		}
		lane := slices.IndexFunc(lanes, func(taken int) bool { return taken < left })
		if lane < 0 {
			lane = len(lanes)
			lanes = append(lanes, 0)
		}
		lanes[lane] = left + width + 8
		m.LY = laneTop + lane*laneHeight
		m.Foot = m.LY - 4
		b.Marks = append(b.Marks, m)
	}
	return len(lanes)
}

// dense is how many years a drawing spans at most for labels to give whole dates.
const dense = 25

// span is the date of a moment as its label has it: whole where events lie close
// together, else the year or years.
func span(p placed, s scale) string {
	if s.to-s.from <= dense {
		return dateWords(p.Date)
	}
	a, z := int(math.Floor(p.lo)), int(math.Floor(p.hi))
	if a == z {
		return yearWords(a)
	}
	return yearWords(a) + "–" + yearWords(z)
}

// ticks are years at steps that leave room for their figures.
func ticks(s scale) []tick {
	step := 1
	for _, n := range []int{1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000} {
		step = n
		if (s.to-s.from)/float64(n) <= 11 {
			break
		}
	}
	var out []tick
	for y := int(math.Ceil(s.from/float64(step))) * step; float64(y) <= s.to; y += step {
		out = append(out, tick{s.x(float64(y)), strconv.Itoa(y)})
	}
	return out
}
