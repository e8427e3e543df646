package mention

import (
	"strconv"

	"example.org/chancery/edtf/calendar"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// reignReach is how many tokens before the name of an era its date may begin.
const reignReach = 20

// reigns finds the dates that are counted by a reign, an era or another calendar,
// in the words of a language: "the 3rd day of the 5th moon of the 8th year of
// Hsien-feng", "Meiji 38.9.5". Every part may stand on either side of the name of
// the era; calendars.tsv has the words.
func (f *finder) reigns() {
	f.readable(func(p *token.Paragraph, pack *lang.Pack) {
		for i := p.First; i < p.Last; i++ {
			if f.taken[i] {
				continue
			}
			at, end, ok := f.era(pack, i)
			if !ok {
				continue
			}
			stop, ok := 0, false
			if at.Sort == "era-month" {
				stop, ok = f.namedMonth(pack, p, i, end, at)
			} else {
				stop, ok = f.reign(pack, p, i, end, at)
			}
			if ok {
				i = stop - 1
			}
		}
	})
}

// counted is a word of calendars.tsv that begins at a token, and where it ends.
type counted struct {
	mark *lang.Mark
	end  int
}

// words are the words of calendars.tsv that begin at token i; near an era they are
// asked for again and again, and so kept.
func (f *finder) words(pack *lang.Pack, i int) []counted {
	if ws, ok := f.counts[i]; ok {
		return ws
	}
	var ws []counted
	for _, n := range f.m.Candidates(pack.Lookups.Counting, i) {
		m := &pack.Counting[n]
		if e, ok := f.m.Match(m.Pattern.Elements, i); ok {
			ws = append(ws, counted{m, e})
		}
	}
	if f.counts == nil {
		f.counts = map[int][]counted{}
	}
	f.counts[i] = ws
	return ws
}

// era is the longest name of an era that begins at token i.
func (f *finder) era(pack *lang.Pack, i int) (at *lang.Mark, end int, ok bool) {
	end = i
	for _, n := range f.m.Candidates(pack.Lookups.Eras, i) {
		m := &pack.Counting[n]
		if e, ok := f.m.Match(m.Pattern.Elements, i); ok && e > end {
			at, end = m, e
		}
	}
	return at, end, at != nil
}

// counting is the longest word of a sort that begins at token i.
func (f *finder) counting(pack *lang.Pack, i int, sort string) (at *lang.Mark, end int, ok bool) {
	return f.countingOf(pack, i, sort, "")
}

// countingOf is counting among the words of one calendar, "" for any.
func (f *finder) countingOf(pack *lang.Pack, i int, sort, of string) (at *lang.Mark, end int, ok bool) {
	if i >= len(f.ts.Tokens) {
		return nil, i, false
	}
	end = i
	for _, w := range f.words(pack, i) {
		if w.mark.Sort == sort && (of == "" || w.mark.Of == of) && w.end > end {
			at, end = w.mark, w.end
		}
	}
	return at, end, at != nil
}

// reign reads the date around the era at tokens era to eraEnd: of all beginnings the
// one that takes in most.
func (f *finder) reign(pack *lang.Pack, p *token.Paragraph, era, eraEnd int, mark *lang.Mark) (int, bool) {
	for s := max(p.First, era-reignReach); s <= era; s++ {
		if f.taken[s] || f.ts.Tokens[s].Sentence != f.ts.Tokens[era].Sentence {
			continue
		}
		r := reckoner{f: f, pack: pack, era: era, eraEnd: eraEnd, date: calendar.Date{Calendar: calendar.Calendar(mark.Of), Era: mark.Value}}
		if !r.read(s) {
			continue
		}
		text := f.ts.Text.Mended()[f.ts.Tokens[s].Start:f.ts.Tokens[r.end-1].End]
		date, ok := reckoned(r.date, text)
		if !ok {
			continue
		}
		f.add(Mention{Type: "date", First: s, End: r.end, Date: &date})
		f.take(s, r.end)
		return r.end, true
	}
	return 0, false
}

// reckoner reads the parts of one date, whose era stands at a known place.
type reckoner struct {
	f           *finder
	pack        *lang.Pack
	era, eraEnd int
	date        calendar.Date
	end         int  // behind the last part that was read
	passed      bool // the era has been read
	bare        bool // the last part was a number without a word, or the era: another may follow
}

// read reads parts and the words between them from token s on, which must begin a
// part; false where that does not reach the era or gives no year.
func (r *reckoner) read(s int) bool {
	r.end = s
	for i := s; i < len(r.f.ts.Tokens) && r.f.ts.Tokens[i].Sentence == r.f.ts.Tokens[r.era].Sentence; {
		if i == r.era {
			r.passed, r.bare, i = true, true, r.eraEnd
			r.end = i
			continue
		}
		if i > s && i < r.era && i+1 > r.era || i >= len(r.f.ts.Tokens) {
			break
		}
		if next, ok := r.part(i); ok {
			i, r.end = next, next
			continue
		}
		next, ok := r.link(i)
		if !ok || i == s {
			break
		}
		i = next
	}
	least, most := yearsOf(r.date.Calendar)
	return r.passed && r.date.Year >= least && r.date.Year <= most
}

// yearsOf is the years that documents on treaties give by a calendar, so that other
// numbers beside a word such as "a. m." are none.
func yearsOf(c calendar.Calendar) (least, most int) {
	switch c {
	case calendar.Byzantine:
		return 5500, 7600
	case calendar.Hijri:
		return 100, 1600
	case calendar.HijriSolar:
		return 1000, 1600
	}
	return 1, 120
}

// link steps over a word or sign that may stand between two parts.
func (r *reckoner) link(i int) (int, bool) {
	t := &r.f.ts.Tokens[i]
	if _, end, ok := r.f.counting(r.pack, i, "era-link"); ok {
		r.bare = false
		return end, true
	}
	if t.Sort != token.Punct {
		return i, false
	}
	switch t.Norm {
	case ",":
		r.bare = r.bare && r.date.Year == 0
		return i + 1, true
	case ".", "/", "-", "'":
		return i + 1, r.bare
	case "(", ")":
		r.bare = false
		return i + 1, !r.passed || i == r.eraEnd
	}
	return i, false
}

// part reads a number with its word, a month by its name, or a bare number behind
// the era.
func (r *reckoner) part(i int) (int, bool) {
	leap := false
	if _, end, ok := r.f.counting(r.pack, i, "era-leap"); ok {
		i, leap = end, true
	}
	if n, end := r.named(i); n > 0 {
		return end, r.set(&r.date.Month, n)
	}
	if v, end := r.number(i); v > 0 {
		next := end
		if _, e, ok := r.f.counting(r.pack, next, "era-leap"); ok {
			next, leap = e, true
		}
		if e, ok := r.unit(next, v); ok {
			r.date.Leap = r.date.Leap || leap
			return e, true
		}
		return r.plain(i, end, v)
	}
	// "year 8", "месяц 5-й"
	sort, end, ok := r.anyUnit(i)
	if !ok {
		return i, false
	}
	v, e := r.number(end)
	if _, _, another := r.anyUnit(e); v == 0 || another { // "of the month, 3rd day": the number is of the next word
		return i, false
	}
	r.date.Leap = r.date.Leap || leap && sort == "era-moon"
	return e, r.set(r.slot(sort), v)
}

// set fills a part that is still empty.
func (r *reckoner) set(to *int, v int) bool {
	if *to != 0 {
		return false
	}
	*to, r.bare = v, false
	return true
}

// unit gives the number v to the word for year, month or day at token i, or to a
// month that is named there.
func (r *reckoner) unit(i, v int) (int, bool) {
	if sort, end, ok := r.anyUnit(i); ok && i != r.era {
		return end, r.set(r.slot(sort), v)
	}
	if _, end, ok := r.f.counting(r.pack, i, "era-link"); ok { // "the 5th of September"
		i = end
	}
	if n, end := r.named(i); n > 0 && v <= 31 {
		return end, r.set(&r.date.Day, v) && r.set(&r.date.Month, n)
	}
	return i, false
}

// named is the number of the month that is named at token i: of its calendar, or of
// the Julian and Gregorian where its calendar counts by them; 0 for none.
func (r *reckoner) named(i int) (n, end int) {
	if m, end, ok := r.f.countingOf(r.pack, i, "era-month", string(r.date.Calendar)); ok {
		n, _ := strconv.Atoi(m.Value)
		return n, end
	}
	if i < len(r.f.ts.Tokens) && r.date.Calendar != calendar.Qing && r.date.Calendar != calendar.Hijri {
		return r.pack.Months[r.f.ts.Tokens[i].Norm], i + 1
	}
	return 0, i
}

// slot is the part that a sort of word stands for.
func (r *reckoner) slot(sort string) *int {
	switch sort {
	case "era-year":
		return &r.date.Year
	case "era-moon":
		return &r.date.Month
	}
	return &r.date.Day
}

// anyUnit is the word for a part of a date at token i.
func (r *reckoner) anyUnit(i int) (string, int, bool) {
	for _, sort := range [...]string{"era-year", "era-moon", "era-day"} {
		if _, end, ok := r.f.counting(r.pack, i, sort); ok {
			return sort, end, true
		}
	}
	return "", i, false
}

// plain takes a number without a word: behind the era its year, then month and day
// ("Meiji 38.9.5"); straight before an era that follows its year ("1274 AH").
func (r *reckoner) plain(first, end, v int) (int, bool) {
	switch {
	case r.passed && r.bare:
		_, years := yearsOf(r.date.Calendar)
		most := [...]int{years, 12, 31}
		for n, to := range [...]*int{&r.date.Year, &r.date.Month, &r.date.Day} {
			if *to == 0 && v <= most[n] {
				*to = v
				return end, true
			} else if *to == 0 {
				break
			}
		}
	case !r.passed && end == r.era && r.date.Era == "":
		return end, r.set(&r.date.Year, v)
	case v <= 31 && r.beforeMonth(end): // "the 24th of the 7th month"
		return end, r.set(&r.date.Day, v)
	case r.date.Month != 0 && r.date.Day == 0 && r.f.ts.Tokens[first].Sort == token.Number && v <= 30: // "Ramadan 15"
		return end, r.set(&r.date.Day, v)
	}
	return first, false
}

// beforeMonth says that words between parts stand at token i, and behind them the
// number of a month.
func (r *reckoner) beforeMonth(i int) bool {
	start := i
	for {
		_, end, ok := r.f.counting(r.pack, i, "era-link")
		if !ok {
			break
		}
		i = end
	}
	v, end := r.number(i)
	sort, _, ok := r.anyUnit(end)
	return i > start && v > 0 && ok && sort == "era-moon"
}

// number reads a number in figures with the ending that is written on to it
// ("8-го", "5th"), or in words; 0 for none.
func (r *reckoner) number(i int) (v, end int) {
	ts := r.f.ts.Tokens
	if i >= len(ts) {
		return 0, i
	}
	if ts[i].Value > 0 {
		end = i + 1
		at := end
		if at < len(ts) && ts[at].Sort == token.Punct && ts[at].Norm == "-" && ts[at].Start == ts[i].End {
			at++
		}
		if _, _, unit := r.anyUnit(at); unit { // "8-жылы"
			return ts[i].Value, at
		}
		if at < len(ts) && ts[at].Sort == token.Word && ts[at].Start == ts[at-1].End && len([]rune(ts[at].Text)) <= 4 {
			end = at + 1
		}
		return ts[i].Value, end
	}
	for end = i; end < len(ts) && end < i+4 && r.f.number(r.pack, end, end+1) > 0 && ts[end].Sort == token.Word; end++ {
		if r.pack.Numbers[ts[end].Norm].Ordinal {
			end++
			break
		}
	}
	if end == i {
		return 0, i
	}
	return r.f.number(r.pack, i, end), end
}
