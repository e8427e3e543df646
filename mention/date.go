package mention

import (
	"example.org/chancery/edtf"
	"example.org/chancery/lang"
	"example.org/chancery/text"
)

// anchor is the date that a later one without a year, a month or a day is counted from.
type anchor struct {
	year      int
	month     int
	day       int
	from      int // the mention that gave the year, -1 for none
	paragraph int // the rank of the paragraph
	token     int
}

// A year is carried over so many paragraphs or, where these are short, so many tokens; a
// heading ends it.
const (
	anchorParagraphs = 3
	anchorTokens     = 600
)

// digression is how many years before the days that are told a year alone must lie to be a
// look back.
const digression = 2

// reaches reports whether the year still holds at a paragraph and token.
func (a *anchor) reaches(rank, token int) bool {
	return a.from >= 0 && (rank-a.paragraph <= anchorParagraphs || token-a.token <= anchorTokens)
}

// dates finds all dates, left to right, the longest form first.
func (f *finder) dates() {
	defer f.yearsFromBehind(len(f.all))
	a, story := anchor{from: -1}, anchor{from: -1}
	for n := range f.ts.Paragraphs {
		p := &f.ts.Paragraphs[n]
		if p.Pack == nil || p.Kind == "furniture" {
			continue
		}
		if p.Kind == text.Heading || !a.reaches(p.Rank, p.First) {
			a, story = anchor{from: -1}, anchor{from: -1}
		}
		if a.month == 0 && story.from >= 0 && a.year < story.year-digression { // a look back ends with its paragraph
			a = story
		}
		for i := p.First; i < p.Last; {
			if f.taken[i] { // counted by another calendar
				f.anchorAtReign(p.Pack, i, &a, p.Rank)
				i++
				continue
			}
			end, ok := f.dateAt(p.Pack, i, &a, p.Rank)
			if a.month > 0 {
				story = a
			}
			if !ok {
				i++
				continue
			}
			i = end
		}
	}
}

// dateAt reads the longest form that begins at token i and returns where the date ends.
func (f *finder) dateAt(pack *lang.Pack, i int, a *anchor, rank int) (int, bool) {
	best, at, ok := f.longest(pack, i, *a)
	if !ok || best.Value.IsZero() { // a number that is said to be none
		return max(at.end, i), ok
	}
	if at.first > i { // behind a preposition a longer date may begin than the form of that reads
		if d, s, ok := f.longest(pack, at.first, *a); ok && s.end > at.end && !d.Value.IsZero() {
			best, at = d, s
		}
	}
	f.add(Mention{Type: "date", First: at.first, End: at.end, Date: &best})
	f.leaveStop(pack, &f.all[len(f.all)-1])
	f.take(at.first, at.end)
	f.anchorAt(pack, &best, at, a, rank)
	return at.end, true
}

// leaveStop gives the full stop behind the ending of a figure back to the sentence: "in 2010-м."
func (f *finder) leaveStop(pack *lang.Pack, m *Mention) {
	last := &f.ts.Tokens[m.End-1]
	if !last.Abbrev || m.End-m.First < 2 || f.ts.Tokens[m.End-2].Norm != "-" {
		return
	}
	if _, ok := f.class(pack, "ordinal-tail", m.End-1); ok {
		m.Stop--
	}
}

// longest is the date of the form that reaches farthest from token i, and its tokens.
func (f *finder) longest(pack *lang.Pack, i int, a anchor) (best Date, at stretch, ok bool) {
	reach := i // the end of the form, which may look at more than the date
	for _, r := range f.m.Candidates(pack.Lookups.Dates, i) {
		rule := &pack.Dates[r]
		e, hit := f.m.Match(rule.Pattern.Elements, i)
		if !hit || e <= reach {
			continue
		}
		s := f.stretch(i, e)
		if d, read := f.readDate(rule, pack, a, s); read && f.free(s.first, s.end) {
			best, at, reach, ok = d, s, e, true
		}
	}
	return best, at, ok
}

// stretch is tokens, half open.
type stretch struct{ first, end int }

// stretch is the date's own tokens of a match from i to end: what stands between the
// edges that the form shows, if it shows any.
func (f *finder) stretch(i, end int) stretch {
	s := stretch{i, end}
	for _, c := range f.m.Captures {
		switch c.Name {
		case "<":
			s.first = c.First
		case ">":
			s.end = c.First
		}
	}
	return s
}

// anchorAt makes the date that was read what later ones are counted from.
func (f *finder) anchorAt(pack *lang.Pack, d *Date, at stretch, a *anchor, rank int) {
	y, ok := lastYear(d.Value)
	if !ok || f.ofALife(pack, d, at) {
		return
	}
	if y < a.year && f.besideKind(pack, at.first, at.end) {
		return // an earlier act that is referred to by its date
	}
	last := d.Value
	if last.IsInterval() && !last.OpenEnd() {
		last = last.End()
	}
	_, month, day := last.Parts()
	if month > 12 {
		month = 0
	}
	from := len(f.all) - 1
	if !d.Full && y == a.year { // the year is still that of the place that gave it
		from = a.from
	}
	*a = anchor{y, month, day, from, rank, at.end}
}

// birthReach is how many tokens stand at most between a date and the word for a birth.
const birthReach = 4

// ofALife reports whether a date is that of a birth, or the years of a life in brackets:
// nothing that is told next is of that year.
func (f *finder) ofALife(pack *lang.Pack, d *Date, at stretch) bool {
	ts := f.ts.Tokens
	if d.Value.IsInterval() && at.first > 0 && at.end < len(ts) && ts[at.first-1].Norm == "(" && ts[at.end].Norm == ")" {
		return true
	}
	for i := max(0, at.first-birthReach); i < min(len(ts), at.end+birthReach); i++ {
		if ts[i].Sentence != ts[at.first].Sentence || i >= at.first && i < at.end {
			continue
		}
		if _, ok := f.class(pack, "birth", i); ok {
			return true
		}
	}
	return false
}

// besideKind reports whether a date from first to end stands beside a word for a kind of
// instrument, with at most one word between: it is then part of a name. The year of such
// a name is not the year of the story.
func (f *finder) besideKind(pack *lang.Pack, first, end int) bool {
	kind := func(i, must int) bool {
		for _, k := range f.m.Candidates(pack.Lookups.Kinds, i) {
			if e, ok := f.m.Match(pack.Kinds[k].Pattern.Elements, i); ok && (must < 0 || e == must || e == must-1) {
				return true
			}
		}
		return false
	}
	if end < len(f.ts.Tokens) && kind(end, -1) || end+1 < len(f.ts.Tokens) && kind(end+1, -1) {
		return true
	}
	for i := max(0, first-4); i < first; i++ {
		if kind(i, first) {
			return true
		}
	}
	return false
}

// lastYear is the year that a date leaves for the next one: its only year.
func lastYear(d edtf.Date) (int, bool) {
	if d.IsInterval() {
		if d.OpenEnd() {
			d = d.Start()
		} else {
			d = d.End()
		}
	}
	if !d.YearKnown() || d.Precision() == edtf.ToDecade || d.Precision() == edtf.ToCentury {
		return 0, false
	}
	y, _, _ := d.Parts()
	return y, y != 0
}
