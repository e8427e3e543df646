package mention

import (
	"slices"
	"strconv"
	"strings"

	"example.org/chancery/edtf"
	"example.org/chancery/lang"
)

// readDate makes a date of the last match as the form's directives say, which
// doc/reference/rules.md lists; s is where the date itself stands.
func (f *finder) readDate(rule *lang.DateRule, pack *lang.Pack, a anchor, s stretch) (Date, bool) {
	if slices.Contains(rule.Reads, "stripped") && !f.ts.Text.Losses.Any() {
		return Date{}, false
	}
	if rule.Reads[0] == "none" {
		return Date{}, true
	}
	fm, ok := f.form(pack, a)
	if !ok {
		return Date{}, false
	}
	if a.from >= 0 && !a.reaches(f.ts.Paragraphs[f.ts.Tokens[s.first].Paragraph].Rank, s.first) {
		a = anchor{from: -1}
	}
	text := f.ts.Text.Mended()[f.ts.Tokens[s.first].Start:f.ts.Tokens[s.end-1].End]
	return fm.read(rule.Reads, a, text)
}

// directive is one word of what a form reads: "carried=-1" is carried and -1.
func directive(r string) (word, arg string, n int) {
	word, arg, _ = strings.Cut(r, "=")
	n, _ = strconv.Atoi(arg)
	return word, arg, n
}

func (f form) read(reads []string, a anchor, text string) (Date, bool) {
	first, second := &f.date[0], &f.date[1]
	out := Date{Calendar: "unstated", Carried: -1, Weekday: f.weekday}
	out.Full = first.y+second.y > 0 || first.century+second.century > 0 || first.decade >= shortYear
	year, ok := f.directives(reads, a, &out)
	if !ok {
		return out, false
	}
	switch reads[0] {
	case "day", "month", "year", "decade", "century":
		if second.empty() {
			out.Value = first.value(year)
			out.NoYear = year == 0 && out.Value.Precision() != edtf.ToDecade && first.century == 0
		} else {
			out.Value = f.span(year)
		}
	case "range":
		out.Value = f.span(year)
	case "double":
		out.Value, out.Written, ok = f.double(year, text)
		out.Calendar = "julian+gregorian"
	case "shift":
		out.Value, out.Carried = a.shift(f.count, reads[1:]), a.from
	}
	switch {
	case f.either:
		out.Value = edtf.Between(first.value(year), stated{d: first.m, m: first.d}.value(year))
		if edtf.Before(first.value(year), stated{d: first.m, m: first.d}.value(year)) != edtf.Yes {
			out.Value = edtf.Between(stated{d: first.m, m: first.d}.value(year), first.value(year))
		}
	case f.approx:
		out.Value = out.Value.Approximate()
	}
	if f.until {
		out.Value = edtf.Until(out.Value)
	}
	if f.from {
		out.Value = edtf.From(out.Value)
	}
	return out, ok && !out.Value.IsZero()
}

// directives applies the words of the form that change what it states, and gives its year.
func (f *form) directives(reads []string, a anchor, out *Date) (year int, ok bool) {
	first, second := &f.date[0], &f.date[1]
	if year = first.y; year == 0 {
		year = second.y
	}
	for _, r := range reads {
		word, arg, n := directive(r)
		switch word {
		case "decade": // y is 1850, or 50 of a century
			if first.decade == 0 {
				first.decade, first.y, year = first.y, 0, 0
			}
		case "part":
			first.part = parts[arg]
		case "season":
			first.season = n
		case "approx":
			f.approx = true
		case "until":
			f.until = true
		case "from":
			f.from = true
		case "either":
			f.either = first.d <= 12 && first.d != first.m
		case "old":
			first.old = true
		case "new":
			first.new = true
		case "carried", "carried-month", "carried-day", "carried-century":
			if a.from < 0 || !f.carry(word, n, a, &year) {
				return 0, false
			}
			out.Carried = a.from
		case "anchor": // takes a year over when there is one
			if a.from >= 0 {
				f.near(a)
				year, out.Carried = a.year+a.turn(first), a.from
			}
		case "shift":
			if a.from < 0 {
				return 0, false
			}
		}
	}
	switch {
	case first.old:
		out.Calendar = "julian"
	case first.new:
		out.Calendar = "gregorian"
	}
	return year, true
}

// value is the date that s states in a year, which may be unknown (0).
func (s stated) value(year int) edtf.Date {
	if s.y > 0 {
		year = s.y
	}
	switch {
	case s.decade > 0 && s.decade < shortYear && s.century == 0:
		return edtf.Date{}
	case s.decade > 0:
		k := s.decade
		if k < shortYear && s.century > 0 { // "the forties of the 18th century"
			k += (s.century - 1) * 100
		}
		if s.part != 0 {
			return decadePart(k/10*10, s.part)
		}
		return edtf.Decade(k / 10)
	case s.century > 0 && s.part != 0:
		return edtf.CenturyPart(s.century, s.part)
	case s.century > 0:
		return edtf.Century(s.century)
	case s.season > 0 && year > 0:
		return edtf.Season(year, s.season)
	case s.season > 0:
		return edtf.MonthOfUnknownYear(s.season)
	case s.part != 0 && s.m == 0 && year > 0 && yearPart(s.part) != 0:
		return edtf.Season(year, yearPart(s.part))
	}
	return calendarDate(year, s.m, s.d)
}

// yearPart is the group of months that a part of a year is: 40 its first half, 33 its
// first quarter, 37 its first third; 0 for a beginning, middle or end, which is no
// certain months.
func yearPart(p edtf.Part) int {
	switch p {
	case edtf.FirstHalf, edtf.SecondHalf:
		return 40 + int(p-edtf.FirstHalf)
	case edtf.FirstThird, edtf.SecondThird, edtf.LastThird:
		return 37 + int(p-edtf.FirstThird)
	case edtf.FirstQuarter, edtf.SecondQuarter, edtf.ThirdQuarter, edtf.LastQuarter:
		return 33 + int(p-edtf.FirstQuarter)
	}
	return 0
}

// decadePart is a part of a decade as an interval, approximate where it has no certain years.
func decadePart(first int, part edtf.Part) edtf.Date {
	lo, hi, about := first, first+9, true
	switch part {
	case edtf.Beginning:
		hi = first + 3
	case edtf.Middle:
		lo, hi = first+4, first+6
	case edtf.Close:
		lo = first + 7
	case edtf.FirstHalf:
		hi, about = first+4, false
	case edtf.SecondHalf:
		lo, about = first+5, false
	}
	d := edtf.Span(edtf.Year(lo), edtf.Year(hi))
	if about {
		d = d.Approximate()
	}
	return d
}

func calendarDate(y, m, d int) edtf.Date {
	if m > 12 && d > 0 && d <= 12 { // 05.28.1858
		d, m = m, d
	}
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
