package mention

import (
	"strconv"
	"strings"

	"example.org/chancery/edtf"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// stated is what one date of a form states; 0 is nothing.
type stated struct {
	y, m, d int
	decade  int // 1850, or 50 where the century stands beside it
	century int
	season  int // 21 to 24
	part    edtf.Part
	old     bool // said to be in Old Style
	new     bool
}

func (s stated) empty() bool { return s == stated{} }

// form is all that a date form states: one date, or two that its words or signs part.
type form struct {
	date    [2]stated
	weekday int // 1 Monday to 7
	count   int // of days, weeks, months or years from another date
	approx  bool
	from    bool
	until   bool
	either  bool // day and month may stand the other way round
	slash   bool // "1904/05": a year that is not the calendar's
}

// parts of a century, a decade or a year, by the capture or the directive that names them.
var parts = map[string]edtf.Part{
	"beginning": edtf.Beginning, "middle": edtf.Middle, "close": edtf.Close, "first-half": edtf.FirstHalf,
	"second-half": edtf.SecondHalf, "first-third": edtf.FirstThird, "second-third": edtf.SecondThird,
	"last-third": edtf.LastThird, "first-quarter": edtf.FirstQuarter, "second-quarter": edtf.SecondQuarter,
	"third-quarter": edtf.ThirdQuarter, "last-quarter": edtf.LastQuarter,
}

var seasons = map[string]int{"spring": 21, "summer": 22, "autumn": 23, "winter": 24}

// shortYear is below which a year has lost its century.
const shortYear = 100

// Between these a number begins a year that is said in two halves.
const firstCentury, lastCentury = 15, 19

// form gathers the captures of the last match; false when one is no number.
func (f *finder) form(pack *lang.Pack, a anchor) (form, bool) {
	var (
		out form
		at  int
	)
	for _, c := range f.m.Captures {
		if c.Name == "to" || c.Name == "alt" {
			at = 1
			out.slash = f.ts.Tokens[c.First].Norm == "/"
			continue
		}
		if c.Name == token.Gap || c.First == c.End {
			continue
		}
		if out.word(c.Name, &out.date[at]) {
			continue
		}
		if c.Name == "dm" || c.Name == "dmdm" {
			to := &out.date[at]
			if c.Name == "dmdm" {
				to = &out.date[1]
			}
			if !to.dayMonth(f.ts.Tokens[c.First].Text) {
				return out, false
			}
			continue
		}
		v := f.number(pack, c.First, c.End)
		if n, ok := pack.Months[f.ts.Tokens[c.First].Norm]; ok && c.Name[0] == 'm' {
			v = n
		}
		if v <= 0 || !out.number(c.Name, v, at, a) {
			return out, false
		}
	}
	return out, true
}

// word takes a capture whose name alone says what its words mean.
func (f *form) word(name string, to *stated) bool {
	if p, ok := parts[name]; ok {
		to.part = p
		return true
	}
	if s, ok := seasons[name]; ok {
		to.season = s
		return true
	}
	switch name {
	case "old":
		to.old = true
	case "new":
		to.new = true
	case "approx":
		f.approx = true
	case "from":
		f.from = true
	case "until":
		f.until = true
	default:
		if len(name) == 2 && name[0] == 'w' && name[1] >= '1' && name[1] <= '7' {
			f.weekday = int(name[1] - '0')
			return true
		}
		return false
	}
	return true
}

// number takes a capture that is a number, in the date that the form is at.
func (f *form) number(name string, v, at int, a anchor) bool {
	to := &f.date[at]
	switch name {
	case "dd", "mm", "yy", "cc":
		to, name = &f.date[1], name[:1]
	}
	switch name {
	case "d":
		to.d = v
	case "m":
		to.m = v
	case "y":
		to.y = v
	case "ys": // '22: the year that lies nearest to the last one, or of our time
		to.y = nearYear(v, a)
	case "k":
		to.decade = v
	case "c":
		to.century = v
	case "n":
		f.count = v
	case "w": // the first of a month, where weekday names are none
		f.weekday = v
	default:
		return false
	}
	return true
}

// nearYear completes a year of two figures.
func nearYear(v int, a anchor) int {
	if v >= shortYear {
		return v
	}
	if a.from < 0 {
		if v < 30 {
			return 2000 + v
		}
		return 1900 + v
	}
	y := a.year/100*100 + v
	switch {
	case y-a.year > 50:
		y -= 100
	case a.year-y > 50:
		y += 100
	}
	return y
}

// dayMonth reads "25.06", a day and a month that stand like a decimal number.
func (s *stated) dayMonth(w string) bool {
	d, m, ok := strings.Cut(w, ".")
	day, err1 := strconv.Atoi(d)
	month, err2 := strconv.Atoi(m)
	if !ok || err1 != nil || err2 != nil || day < 1 || day > 31 || month < 1 || month > 12 || len(m) > 2 {
		return false
	}
	s.d, s.m = day, month
	return true
}

// number is the value of tokens first to end: figures, words that are added up ("one
// thousand nine hundred and eleven"), or figures in words ("一八五八"); 0 when they are none.
func (f *finder) number(pack *lang.Pack, first, end int) int {
	if v := f.ts.Tokens[first].Value; v >= 0 {
		return v
	}
	total, part, figures := 0, 0, 0
	for i := first; i < end; i++ {
		for _, w := range strings.Split(f.ts.Tokens[i].Norm, "-") {
			n, ok := pack.Numbers[w]
			switch {
			case !ok:
			case n.Value == 1000:
				total, part, figures = total+max(part, 1)*1000, 0, 0
			case n.Value > 9 && n.Value < 100 && total == 0 && part >= firstCentury && part <= lastCentury: // nineteen ninety-seven
				part, figures = part*100+n.Value, 0
			case n.Value == 100 && part > 0 && part < 100:
				part, figures = part*100, 0
			case n.Value == 10 && figures == 1: // 三十
				part, figures = part*10, 0
			case n.Value < 10 && figures > 0 && pack.Figures:
				part, figures = part*10+n.Value, figures+1
			default:
				part += n.Value
				if figures = 0; n.Value < 10 && pack.Figures {
					figures = 1
				}
			}
		}
	}
	return total + part
}
