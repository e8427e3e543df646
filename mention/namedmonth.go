package mention

import (
	"strconv"

	"example.org/chancery/edtf/calendar"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// namedMonth reads a date that has no word for its era and needs none: the month, at
// tokens first to end, is one of a calendar that names its own, and a year of that
// calendar stands behind it. "1 Muharram 1274".
func (f *finder) namedMonth(pack *lang.Pack, p *token.Paragraph, first, end int, mark *lang.Mark) (int, bool) {
	r := reckoner{f: f, pack: pack, era: first, eraEnd: end, date: calendar.Date{Calendar: calendar.Calendar(mark.Of)}}
	r.date.Month, _ = strconv.Atoi(mark.Value)
	begin := first
	for s := max(p.First, first-4); s < first; s++ {
		if v, e := r.number(s); e == first && v > 0 && v <= 31 && !f.taken[s] {
			r.date.Day, begin = v, s
			break
		}
	}
	at := end
	if at < p.Last && f.ts.Tokens[at].Norm == "," {
		at++
	}
	v, stop := r.number(at)
	least, most := yearsOf(r.date.Calendar)
	if stop > p.Last || v < max(least, 1000) || v > most || f.ts.Tokens[at].Sentence != f.ts.Tokens[begin].Sentence || f.eraBehind(pack, stop) {
		return 0, false
	}
	r.date.Year = v
	if _, e, ok := f.counting(pack, stop, "era-year"); ok {
		stop = e
	}
	date, ok := reckoned(r.date, f.ts.Text.Mended()[f.ts.Tokens[begin].Start:f.ts.Tokens[stop-1].End])
	if !ok {
		return 0, false
	}
	f.add(Mention{Type: "date", First: begin, End: stop, Date: &date})
	f.take(begin, stop)
	return stop, true
}

// eraBehind says that the name of an era stands at token i, or behind the word for a
// year there: then the whole is read from it.
func (f *finder) eraBehind(pack *lang.Pack, i int) bool {
	if _, e, ok := f.counting(pack, i, "era-year"); ok {
		i = e
	}
	_, _, ok := f.counting(pack, i, "era")
	return ok
}
