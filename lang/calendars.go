package lang

import (
	"fmt"
	"slices"
	"strconv"

	"example.org/chancery/edtf/calendar"
)

// calendarSorts are the sorts of calendars.tsv: names of reigns and eras, months of
// calendars that name theirs, words for year, month and day behind or before their
// number, the word for an intercalary month, and words that may stand between.
var calendarSorts = wordSet([]string{"era", "era-month", "era-year", "era-moon", "era-day", "era-leap", "era-link"})

// checkCalendars puts - right for nothing, and reports rows of calendars.tsv whose calendar, era or month is none.
func (l *loader) checkCalendars(p *Pack) {
	for i := range p.Counting {
		m := &p.Counting[i]
		if m.Value == "-" {
			m.Value = ""
		}
		if m.Sort != "era" && m.Sort != "era-month" {
			continue
		}
		c := calendar.Calendar(m.Of)
		var err error
		switch n, _ := strconv.Atoi(m.Value); {
		case !c.Known():
			err = fmt.Errorf("calendar %q is unknown; use one of %v", m.Of, calendar.Calendars())
		case m.Sort == "era-month" && (n < 1 || n > 12):
			err = fmt.Errorf("month %q is outside 1 to 12; write its number", m.Value)
		case m.Sort == "era" && m.Value != "" && !slices.ContainsFunc(calendar.Eras(), func(e calendar.Era) bool { return e.Key == m.Value && e.Calendar == c }):
			err = fmt.Errorf("era %q is none of the %s calendar; use a key of edtf/calendar/eras.go", m.Value, c)
		}
		if err != nil {
			l.errs = append(l.errs, fmt.Errorf("%s: %w", m.At, err))
		}
	}
}
