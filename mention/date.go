package mention

import (
	"strconv"
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/lang"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// anchor is the year that a later date without one takes over.
type anchor struct {
	year      int
	month     int
	day       int
	from      int // the mention that gave the year
	paragraph int // the rank of the paragraph
}

// anchorReach is for how many paragraphs a year is carried over; a heading ends it.
const anchorReach = 3

// dates finds all dates, left to right, the longest form first.
func (f *finder) dates() {
	var a anchor
	a.from = -1
	for n := range f.ts.Paragraphs {
		p := &f.ts.Paragraphs[n]
		if p.Pack == nil || p.Kind == "furniture" {
			continue
		}
		if a.from >= 0 && (p.Rank-a.paragraph > anchorReach || p.Kind == text.Heading) {
			a = anchor{from: -1}
		}
		for i := p.First; i < p.Last; {
			end, ok := f.dateAt(p.Pack, i, &a, p.Rank)
			if !ok {
				i++
				continue
			}
			f.take(i, end)
			i = end
		}
	}
}

func (f *finder) dateAt(pack *lang.Pack, i int, a *anchor, rank int) (int, bool) {
	var (
		best Date
		end  = i
	)
	for _, r := range f.m.Candidates(pack.Lookups.Dates, i) {
		rule := &pack.Dates[r]
		e, ok := f.m.Match(rule.Pattern.Elements, i)
		if !ok || e <= end {
			continue
		}
		if d, ok := f.readDate(rule, pack, *a); ok {
			best, end = d, e
		}
	}
	if end == i {
		return i, false
	}
	f.add(Mention{Type: "date", First: i, End: end, Date: &best})
	if y, ok := lastYear(best.Value); ok {
		_, m, d := best.Value.Parts()
		from := len(f.all) - 1
		if !best.Full && y == a.year { // the year is still that of the place that gave it
			from = a.from
		}
		if y < a.year && f.besideKind(pack, i, end) {
			return end, true // an earlier act that is referred to by its date
		}
		*a = anchor{y, m, d, from, rank}
	}
	return end, true
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

// dateParts are the captures of a date form as numbers; 0 is none.
type dateParts struct {
	d, m, y, d2, m2, y2, c, c2 int
}

func (f *finder) readDate(rule *lang.DateRule, pack *lang.Pack, a anchor) (Date, bool) {
	var p dateParts
	for _, c := range f.m.Captures {
		if c.Name == token.Gap {
			continue
		}
		v := f.number(pack, c.First, c.End)
		if n, ok := pack.Months[f.ts.Tokens[c.First].Norm]; ok && c.Name[0] == 'm' {
			v = n
		}
		if v <= 0 {
			return Date{}, false
		}
		switch c.Name {
		case "d":
			p.d = v
		case "m":
			p.m = v
		case "y":
			p.y = v
		case "dd":
			p.d2 = v
		case "mm":
			p.m2 = v
		case "yy":
			p.y2 = v
		case "c":
			p.c = v
		case "cc":
			p.c2 = v
		}
	}
	return p.read(rule.Reads, a, f.written())
}

// number is the value of tokens first to end: figures, or words that are added up
// ("one thousand nine hundred and eleven"); 0 when they are none.
func (f *finder) number(pack *lang.Pack, first, end int) int {
	if v := f.ts.Tokens[first].Value; v >= 0 {
		return v
	}
	total, part := 0, 0
	for i := first; i < end; i++ {
		for _, w := range strings.Split(f.ts.Tokens[i].Norm, "-") {
			n, ok := pack.Numbers[w]
			switch {
			case !ok:
			case n.Value == 1000:
				total, part = total+max(part, 1)*1000, 0
			case n.Value == 100 && part > 0 && part < 100:
				part *= 100
			default:
				part += n.Value
			}
		}
	}
	return total + part
}

// written is the text of the date form that was matched last.
func (f *finder) written() string {
	if len(f.m.Captures) == 0 {
		return ""
	}
	first, end := f.m.Captures[0].First, f.m.Captures[0].End
	for _, c := range f.m.Captures {
		first, end = min(first, c.First), max(end, c.End)
	}
	return f.ts.Text.Mended()[f.ts.Tokens[first].Start:f.ts.Tokens[end-1].End]
}

// read makes a date of the parts as the form's directives say; doc/reference/rules.md
// lists them.
func (p dateParts) read(reads []string, a anchor, text string) (Date, bool) {
	out := Date{Calendar: "unstated", Carried: -1, Full: p.y > 0 || p.c > 0}
	year := p.y
	var v edtf.Date
	for _, r := range reads {
		word, arg, _ := strings.Cut(r, "=")
		n, _ := strconv.Atoi(arg)
		switch word {
		case "short": // two figures, or the last two of a range: 1904-05
			if p.y2 < 100 && p.y >= 1000 {
				p.y2 += p.y / 100 * 100
			}
		case "carried":
			if a.from < 0 {
				return out, false
			}
			year, out.Carried = a.year+n, a.from
		case "anchor": // takes a year over when there is one
			if a.from >= 0 {
				year, out.Carried = a.year, a.from
			}
		case "carried-month", "carried-day": // "in the same month", "on the same day"
			if a.from < 0 || a.month == 0 || word == "carried-day" && a.day == 0 {
				return out, false
			}
			year, p.m, out.Carried = a.year, a.month, a.from
			if word == "carried-day" {
				p.d = a.day
			}
		case "old":
			out.Calendar = "julian"
		case "new":
			out.Calendar = "gregorian"
		}
	}
	ok := true
	switch reads[0] {
	case "day", "month", "year":
		v = calendarDate(year, p.m, p.d)
		out.NoYear = year == 0
	case "double":
		v, out.Written, ok = p.double(year, text)
		out.Calendar = "julian+gregorian"
	case "range":
		v = p.rangeOf(year)
	case "decade":
		if p.y < 100 && p.c > 0 { // "the forties of the 18th century"
			p.y, p.c = (p.c-1)*100+p.y, 0
		}
		v = edtf.Decade(p.y / 10)
	case "century":
		v = edtf.Century(p.c)
		if p.c2 > p.c {
			v = edtf.Span(edtf.Century(p.c), edtf.Century(p.c2))
		}
	}
	v = modify(v, reads, p, year)
	return out.with(v), ok && !v.IsZero()
}

func (d Date) with(v edtf.Date) Date {
	d.Value = v
	return d
}

// modify applies the directives that narrow or open a date.
func modify(v edtf.Date, reads []string, p dateParts, year int) edtf.Date {
	for _, r := range reads {
		word, arg, _ := strings.Cut(r, "=")
		n, _ := strconv.Atoi(arg)
		switch word {
		case "part":
			switch {
			case p.c > 0:
				v = edtf.CenturyPart(p.c, parts[arg])
			case reads[0] == "decade":
				v = decadePart(p.y/10*10, parts[arg])
			}
		case "season":
			if year > 0 {
				v = edtf.Season(year, n)
			} else {
				v = seasonOfUnknownYear(n)
			}
		case "approx":
			v = v.Approximate()
		case "until":
			v = edtf.Until(v)
		case "from":
			v = edtf.From(v)
		}
	}
	return v
}

var parts = map[string]edtf.Part{
	"beginning": edtf.Beginning, "middle": edtf.Middle, "close": edtf.Close, "first-half": edtf.FirstHalf,
	"second-half": edtf.SecondHalf, "first-third": edtf.FirstThird, "second-third": edtf.SecondThird,
	"last-third": edtf.LastThird, "first-quarter": edtf.FirstQuarter, "last-quarter": edtf.LastQuarter,
}

// decadePart is the beginning, middle or close of a decade as an approximate interval.
func decadePart(first int, part edtf.Part) edtf.Date {
	lo, hi := first, first+9
	switch part {
	case edtf.Beginning:
		hi = first + 3
	case edtf.Middle:
		lo, hi = first+4, first+6
	case edtf.Close:
		lo = first + 7
	}
	return edtf.Span(edtf.Year(lo), edtf.Year(hi)).Approximate()
}

func calendarDate(y, m, d int) edtf.Date {
	switch {
	case y > 0 && m > 0 && d > 0:
		return edtf.Day(y, m, d)
	case y > 0 && m > 0:
		return edtf.Month(y, m)
	case y > 0:
		return edtf.Year(y)
	case m > 0 && d > 0:
		return edtf.DayOfUnknownYear(m, d)
	case m > 0:
		return edtf.MonthOfUnknownYear(m)
	}
	return edtf.Date{}
}

// double reads one day in two styles, "1 (13) June": the date is the later, Gregorian
// one. Two days that lie no century's difference apart are not one day.
func (p dateParts) double(year int, text string) (edtf.Date, *chancery.Written, bool) {
	m2 := p.m2
	if m2 == 0 {
		m2 = p.m
		if p.d2 < p.d { // 27 August (8): the month has turned
			m2 = p.m%12 + 1
		}
	}
	m1 := p.m
	if m1 == 0 {
		m1 = m2
		if p.d2 < p.d {
			m1 = (m2+10)%12 + 1
		}
	}
	y2 := year
	if year > 0 && m1 == 12 && m2 == 1 {
		y2++
	}
	old, gregorian := calendarDate(year, m1, p.d), calendarDate(y2, m2, p.d2)
	if old.IsZero() || gregorian.IsZero() {
		return edtf.Date{}, nil, false
	}
	gap := (m2*30 + p.d2) - (m1*30 + p.d)
	if gap < 0 {
		gap += 360
	}
	if gap < 9 || gap > 14 {
		return edtf.Date{}, nil, false
	}
	return gregorian, &chancery.Written{Calendar: "julian", Year: year, Month: m1, Day: p.d, Text: text}, true
}

// rangeOf reads a span of years, months or days.
func (p dateParts) rangeOf(year int) edtf.Date {
	switch {
	case p.y2 > 0 && p.m == 0:
		if p.y2 < p.y {
			return edtf.Date{}
		}
		return edtf.Span(edtf.Year(p.y), edtf.Year(p.y2))
	case p.y2 > 0:
		return edtf.Span(calendarDate(p.y, p.m, p.d), calendarDate(p.y2, max(p.m2, p.m), p.d2))
	case p.m2 > 0:
		return edtf.Span(calendarDate(year, p.m, p.d), calendarDate(year, p.m2, p.d2))
	case p.d2 > p.d:
		return edtf.Span(calendarDate(year, p.m, p.d), calendarDate(year, p.m, p.d2))
	}
	return edtf.Date{}
}

// seasonOfUnknownYear is XXXX-21 for a spring whose year is not stated.
func seasonOfUnknownYear(n int) edtf.Date {
	d, err := edtf.Parse("XXXX-" + strconv.Itoa(n))
	if err != nil {
		return edtf.Date{}
	}
	return d
}
