package mention

import (
	"fmt"
	"time"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
	"example.org/chancery/token"
)

// mostIssues is how many findings of one kind are told one by one.
const mostIssues = 20

// DateIssues tells which dates of a document cannot be as they are printed: a weekday
// that is not that of the day, two styles that lie too far apart, a reign year that
// is not that of the date beside it, a day that its calendar does not have.
func DateIssues(ms *Mentions) []chancery.Issue {
	c := consistency{ms: ms, told: map[string]int{}}
	var before *Mention
	for i := range ms.All {
		m := &ms.All[i]
		if m.Date == nil {
			continue
		}
		c.weekday(m)
		c.styles(m)
		c.reign(m)
		if before != nil && c.apposed(before, m) {
			c.beside(before, m)
		}
		before = m
	}
	return c.issues
}

type consistency struct {
	ms     *Mentions
	issues []chancery.Issue
	told   map[string]int
}

// tell adds a finding about the stretch from one mention to another.
func (c *consistency) tell(kind string, from, to *Mention, what string, args ...any) {
	q, ok := c.ms.Text.Quote(from.Start, to.Stop)
	if c.told[kind]++; c.told[kind] > mostIssues || !ok {
		return
	}
	c.issues = append(c.issues, chancery.Issue{Kind: kind, What: fmt.Sprintf(what, args...), At: []chancery.Span{{Start: q.Start, End: q.End}}})
}

// oneDay gives the day of a date; false where it is not a single whole day.
func oneDay(v edtf.Date, c calendar.Calendar) (calendar.Day, bool) {
	if v.IsApproximate() || v.IsUncertain() {
		return 0, false
	}
	lo, hi, ok := v.BoundsIn(c)
	return lo, ok && lo == hi
}

// weekday checks the weekday that stands beside a day. Where the calendar is not
// stated it may be that of Old Style.
func (c *consistency) weekday(m *Mention) {
	d := m.Date
	if d.Weekday == 0 {
		return
	}
	style := calendar.Gregorian
	if d.Calendar == string(calendar.Julian) {
		style = calendar.Julian
	}
	day, ok := oneDay(d.Value, style)
	if !ok {
		return
	}
	want := time.Weekday(d.Weekday % 7)
	if day.Weekday() == want {
		return
	}
	was := day.Weekday().String()
	if d.Calendar == string(calendar.Unstated) {
		old, ok := oneDay(d.Value, calendar.Julian)
		if !ok || old.Weekday() == want {
			return
		}
		was = fmt.Sprintf("%s in New Style and %s in Old Style", was, old.Weekday())
	}
	c.tell("weekday", m, m, "the weekday and the date do not agree: %s was a %s, not a %s; compare the original", d.Value, was, want)
}

// styles checks that the two days of a double date are one.
func (c *consistency) styles(m *Mention) {
	d := m.Date
	if d.Calendar != string(calendar.JulianGregorian) || d.Written == nil || d.Written.Calendar != string(calendar.Julian) {
		return
	}
	w := d.Written
	day, ok := oneDay(d.Value, calendar.Gregorian)
	if !ok || calendar.Valid(calendar.Julian, w.Year, w.Month, w.Day) != nil {
		return
	}
	old := calendar.FromJulian(w.Year, w.Month, w.Day)
	if old == day {
		return
	}
	y, mo, dd := day.Julian()
	c.tell("double-date", m, m, "the days in Old and New Style are not one day: %s in New Style is %04d-%02d-%02d in Old Style, %d days apart; compare the original",
		day, y, mo, dd, day.Gap())
}

// reign checks that a date of another calendar exists there.
func (c *consistency) reign(m *Mention) {
	w := m.Date.Written
	if w == nil || w.Calendar == string(calendar.Julian) {
		return
	}
	d := calendar.Date{Calendar: calendar.Calendar(w.Calendar), Era: w.Era, Year: w.Year, Month: w.Month, Leap: w.Leap, Day: w.Day}
	if _, err := d.Readings(); err != nil {
		c.tell("reign-year", m, m, "%s is no date of the %s calendar: %v", d, w.Calendar, err)
		return
	}
	if e, ok := calendar.EraOf(w.Era); ok && e.Years > 0 && w.Year > e.Years {
		c.tell("reign-year", m, m, "%s has no year %d: it ended in its year %d; compare the original", e, w.Year, e.Years)
	}
	if y := m.Date.Beside; y > 0 && edtf.Overlaps(m.Date.Value, edtf.Year(y)) == edtf.No {
		c.tell("reign-year", m, m, "%s is not of the year %d that stands beside it, but %s; compare the original", d, y, m.Date.Value)
	}
}

// apposed says that two dates stand side by side as two ways of writing one day:
// only a bracket, a comma or a stroke is between them, and one is of another calendar.
func (c *consistency) apposed(a, b *Mention) bool {
	if b.First < a.End || b.First-a.End > 2 || (reigned(a.Date) == reigned(b.Date)) {
		return false
	}
	bracket := false
	for i := a.End; i < b.First; i++ {
		t := &c.ms.Tokens.Tokens[i]
		if t.Sort != token.Punct || t.Norm != "(" && t.Norm != "（" && t.Norm != "[" && t.Norm != "=" && t.Norm != "/" && t.Norm != "," {
			return false
		}
		bracket = bracket || t.Norm != ","
	}
	return bracket
}

func reigned(d *Date) bool {
	return d.Written != nil && d.Written.Calendar != string(calendar.Julian)
}

// beside checks that two dates side by side can be one day, in either style.
func (c *consistency) beside(a, b *Mention) {
	plain, other := a, b
	if reigned(a.Date) {
		plain, other = b, a
	}
	slack := slackOf(other.Date.Written)
	if near(plain.Date.Value, other.Date.Value, slack) {
		return
	}
	if plain.Date.Calendar != string(calendar.Gregorian) && plain.Date.Calendar != string(calendar.JulianGregorian) {
		if old, err := edtf.FromJulian(plain.Date.Value); err == nil && near(old, other.Date.Value, slack) {
			return
		}
	}
	c.tell("reign-year", a, b, "the two dates side by side are not one day: one is %s, the other %s; compare the original", a.Date.Value, b.Date.Value)
}

// slackOf is by how many days the printed days of a calendar may part from those
// that are computed here.
func slackOf(w *chancery.Written) calendar.Day {
	switch calendar.Calendar(w.Calendar) {
	case calendar.Hijri, calendar.HijriSolar:
		return 2
	case calendar.Qing, calendar.Japanese:
		return 1
	case calendar.BogdKhan:
		return 31
	}
	return 0
}

// near says whether two dates may share a day, or lie so many days apart.
func near(a, b edtf.Date, days calendar.Day) bool {
	alo, ahi, ok1 := a.Bounds()
	blo, bhi, ok2 := b.Bounds()
	if !ok1 || !ok2 || alo.IsOpen() || ahi.IsOpen() || blo.IsOpen() || bhi.IsOpen() {
		return true
	}
	return alo <= bhi+days && blo <= ahi+days
}
