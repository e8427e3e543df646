package mention

import (
	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// hanDates finds the dates in Chinese characters, which are written without spaces
// and so lie inside tokens: each is given its own bytes.
func (f *finder) hanDates() {
	for n := range f.ts.Paragraphs {
		p := &f.ts.Paragraphs[n]
		body := f.ts.Text.Mended()[p.Start:p.End]
		if p.Kind == "furniture" || !hasHan(body) {
			continue
		}
		for _, d := range calendar.ScanHan(body) {
			start, stop := p.Start+d.Start, p.Start+d.End
			first, end := f.tokensOf(p, start, stop)
			date, ok := reckoned(d.Date, body[d.Start:d.End])
			if first == end || !ok {
				continue
			}
			f.add(Mention{Type: "date", First: first, End: end, Date: &date})
			date.Beside = d.Beside
			m := &f.all[len(f.all)-1]
			m.Start, m.Stop = start, stop
			f.take(first, end)
		}
	}
}

// anchorAtReign makes a date in another calendar that begins at token i what later
// ones are counted from, where it names a Gregorian day.
func (f *finder) anchorAtReign(pack *lang.Pack, i int, a *anchor, rank int) {
	for _, u := range f.ts.Units[i] {
		if u.Tag != "date" {
			continue
		}
		before := *a
		f.anchorAt(pack, f.all[u.Ref].Date, stretch{i, u.End}, a, rank)
		if *a != before {
			a.from = u.Ref
		}
	}
}

// hasHan says whether a text has a byte with which a Chinese character begins.
func hasHan(s string) bool {
	for i := range len(s) {
		if s[i] >= 0xe4 && s[i] <= 0xe9 {
			return true
		}
	}
	return false
}

// tokensOf gives the tokens of a paragraph that the bytes from start to stop touch.
func (f *finder) tokensOf(p *token.Paragraph, start, stop int) (first, end int) {
	first = p.First
	for first < p.Last && f.ts.Tokens[first].End <= start {
		first++
	}
	end = first
	for end < p.Last && f.ts.Tokens[end].Start < stop {
		end++
	}
	return first, end
}

// reckoned is the mention of a date of any calendar: the days it names, and what
// stands there. A day that the calendar does not have leaves its month, or its
// year; it is false where not even that exists.
func reckoned(d calendar.Date, text string) (Date, bool) {
	out := Date{Calendar: string(d.Calendar), Carried: -1, Full: true}
	if d.Calendar != calendar.Unstated && d.Calendar != calendar.Gregorian && d.Calendar != calendar.Julian {
		out.Written = &chancery.Written{Calendar: string(d.Calendar), Era: d.Era, Year: d.Year, Month: d.Month, Leap: d.Leap, Day: d.Day, Text: text}
	}
	if d.Calendar == calendar.Julian { // as printed: the calendar tells how to count it
		out.Value = calendarDate(d.Year, d.Month, d.Day)
		return out, !out.Value.IsZero()
	}
	for {
		rs, err := d.Readings()
		if err == nil {
			out.Value = edtf.Days(rs[0].First, rs[0].Last)
			return out, !out.Value.IsZero()
		}
		switch {
		case d.Day != 0:
			d.Day = 0
		case d.Month != 0:
			d.Month, d.Leap = 0, false
		default:
			return Date{}, false
		}
	}
}
