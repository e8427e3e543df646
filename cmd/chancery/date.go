package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
)

func (m *Main) dateCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "date",
		Short: "Read dates of any calendar and language, and convert them",
		Long: `Read dates as documents print them, in any language and calendar that is known: Old and
New Style, reigns and eras of China and Japan, the creation of the world, the Hijra.`,
		Example: examples("chancery date convert \"1 (13) июня 1858 г.\" 咸豐八年五月初三日", "two forms of one day",
			"chancery date explain \"28 мая ст. ст. 1858\"", "the day in every calendar"),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(m.dateConvert(), m.dateExplain())
	return c
}

// reckoning is what the options say of dates that do not say themselves how they count.
type reckoning struct {
	calendar string
	polity   string
}

func (r *reckoning) flags(c *cobra.Command) {
	c.Flags().StringVar(&r.calendar, "calendar", "", "the `CALENDAR` of dates that do not name theirs: julian, gregorian, byzantine, minguo, hijri, hijri-solar")
	c.Flags().StringVar(&r.polity, "polity", "", "the `POLITY` that wrote them: its calendar of that day is taken (russia, great-britain, sweden ...)")
}

// check reports an option that names nothing.
func (r *reckoning) check() error {
	c := calendar.Calendar(r.calendar)
	switch {
	case r.calendar != "" && (!c.Known() || c == calendar.Unstated || c == calendar.Qing || c == calendar.Japanese || c == calendar.JulianGregorian):
		return chancery.Errorf(chancery.Invalid, "read the option --calendar", "use julian, gregorian, byzantine, minguo, hijri, hijri-solar or bogd-khan",
			"%q is no calendar in which a date without the name of an era can be counted", r.calendar)
	case r.polity != "":
		if _, ok := calendar.UsedBy(r.polity, 0); !ok {
			var known []string
			for _, a := range calendar.Adoptions() {
				known = append(known, a.Polity)
			}
			return chancery.Errorf(chancery.NotFound, "read the option --polity", "use one of "+strings.Join(known, ", "),
				"it is not known when %q changed its calendar", r.polity)
		}
	}
	return nil
}

// convertedDate is a form with what it was read as.
type convertedDate struct {
	Form     string            `json:"form"`
	EDTF     string            `json:"edtf"`            // Gregorian; "" where it could not be read
	Other    []string          `json:"other,omitempty"` // what it may be instead
	Calendar string            `json:"calendar,omitempty"`
	Written  *chancery.Written `json:"written,omitempty"`
	Language string            `json:"language,omitempty"` // of the pack that read it
	Doubts   []string          `json:"doubts,omitempty"`
	days     []calendar.Reading
}

// convertForm reads one form and finds the days it names.
func convertForm(form string, langs *lang.Set, how reckoning) convertedDate {
	out := convertedDate{Form: form}
	d, code, ok := mention.ReadForm(strings.TrimSpace(form), langs)
	if !ok {
		if strings.TrimSpace(form) != "" {
			out.Doubts = []string{"no date that is read here; see doc/reference/dates.md, or write EDTF"}
		}
		return out
	}
	out.Calendar, out.Written, out.Language = d.Calendar, d.Written, code
	value := d.Value
	switch c := how.of(d); {
	case d.Written != nil && d.Calendar != string(calendar.JulianGregorian):
		out.reckon(written(d.Written))
		return out
	case c == calendar.Julian:
		out.Calendar = string(c)
		v, err := edtf.FromJulian(value)
		if err != nil {
			v = outerBounds(value)
			out.doubt(err.Error())
		}
		value = v
	case c != calendar.Unstated && c != calendar.Gregorian && c != calendar.JulianGregorian:
		out.Calendar = string(c)
		y, m, day := value.Parts()
		out.reckon(calendar.Date{Calendar: c, Year: y, Month: m, Day: day})
		return out
	case c == calendar.Unstated:
		out.unstated(value)
		out.weekday(value, d.Weekday)
		if used := how.used(value); used != calendar.Unstated {
			out.doubt(fmt.Sprintf("%s counted by the %s calendar then; this is read as Gregorian", how.polity, used))
		}
	default:
		out.Calendar = string(c)
	}
	out.EDTF = value.String()
	if lo, hi, ok := value.Bounds(); ok {
		out.days = append(out.days, calendar.Reading{First: lo, Last: hi})
	}
	if !value.YearKnown() {
		out.doubt("the year is not stated")
	}
	return out
}

// outerBounds is a Julian interval of vague ends from its first possible day to its
// last; the zero Date where it has none.
func outerBounds(v edtf.Date) edtf.Date {
	lo, hi, ok := v.BoundsIn(calendar.Julian)
	if !ok || !v.IsInterval() {
		return edtf.Date{}
	}
	first, last := edtf.Days(lo, lo), edtf.Days(hi, hi)
	switch {
	case v.OpenStart():
		return edtf.Until(last)
	case v.OpenEnd():
		return edtf.From(first)
	}
	return edtf.Span(first, last)
}

// of is the calendar in which a date is counted: its own where it says so.
func (r *reckoning) of(d mention.Date) calendar.Calendar {
	c := calendar.Calendar(d.Calendar)
	if c != calendar.Unstated {
		return c
	}
	if r.calendar != "" {
		return calendar.Calendar(r.calendar)
	}
	if used := r.used(d.Value); used == calendar.Julian || used == calendar.Gregorian {
		return used
	}
	return c
}

// used is the calendar by which the polity counted on that day, unstated where no
// polity is named.
func (r *reckoning) used(v edtf.Date) calendar.Calendar {
	_, hi, ok := v.BoundsIn(calendar.Julian)
	if !ok || r.polity == "" {
		return calendar.Unstated
	}
	used, _ := calendar.UsedBy(r.polity, hi)
	return used
}

// written is the date of a mention as its calendar prints it.
func written(w *chancery.Written) calendar.Date {
	return calendar.Date{Calendar: calendar.Calendar(w.Calendar), Era: w.Era, Year: w.Year, Month: w.Month, Day: w.Day, Leap: w.Leap}
}

func (c *convertedDate) doubt(s string) {
	if s != "" {
		c.Doubts = append(c.Doubts, s)
	}
}

// reckon gives the days of a date of another calendar.
func (c *convertedDate) reckon(d calendar.Date) {
	rs, err := d.Readings()
	if err != nil {
		c.doubt(err.Error())
		return
	}
	c.days = rs
	c.EDTF = edtf.Days(rs[0].First, rs[0].Last).String()
	c.doubt(rs[0].Doubt)
	for _, r := range rs[1:] {
		other := edtf.Days(r.First, r.Last).String()
		c.Other = append(c.Other, other)
		what := "it may be " + other + " instead"
		if r.Doubt != rs[0].Doubt {
			what += ": " + r.Doubt
		}
		c.doubt(what)
	}
}

// unstated says what a date would be in Old Style, where that is another.
func (c *convertedDate) unstated(v edtf.Date) {
	if !v.YearKnown() {
		return
	}
	lo, _, _ := v.Bounds()
	old, err := edtf.FromJulian(v)
	if err != nil || old == v || v.Precision() != edtf.ToDay || lo > calendar.FromGregorian(1927, 1, 1) {
		return
	}
	c.Other = append(c.Other, old.String())
	c.doubt("the calendar is not stated: counted in Old Style it is " + old.String())
}

// weekday says for which style the weekday speaks that stands beside a day, 1 for
// Monday to 7; 0 for none.
func (c *convertedDate) weekday(v edtf.Date, day int) {
	g, gOnly, ok := v.Bounds()
	j, jOnly, okJ := v.BoundsIn(calendar.Julian)
	if day == 0 || !ok || !okJ || g != gOnly || j != jOnly {
		return
	}
	want := time.Weekday(day % 7)
	switch {
	case g.Weekday() == want:
		c.doubt(fmt.Sprintf("its weekday, %s, speaks for New Style", want))
	case j.Weekday() == want:
		c.doubt(fmt.Sprintf("its weekday, %s, speaks for Old Style", want))
	default:
		c.doubt(fmt.Sprintf("its weekday, %s, is that of neither style", want))
	}
}

// forms are the arguments, or the lines of standard input.
func (m *Main) forms(args []string) ([]string, error) {
	if len(args) > 0 {
		return args, nil
	}
	var out []string
	s := bufio.NewScanner(m.Stdin)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		out = append(out, strings.TrimSuffix(s.Text(), "\r"))
	}
	if err := s.Err(); err != nil {
		return nil, chancery.Errorf(chancery.Invalid, "read dates from standard input", "give one date a line", "%v", err)
	}
	return out, nil
}

func (m *Main) dateConvert() *cobra.Command {
	var form string
	var how reckoning
	c := &cobra.Command{
		Use:   "convert [FORM...]",
		Short: "Read dates and give each as a Gregorian date in EDTF",
		Long: `Read dates, one an argument or one a line of standard input, and give each as a Gregorian
date in EDTF with the calendar in which it is counted and what is doubtful about it. With
--format edtf only the EDTF, one line a date, and an empty line for what cannot be read.`,
		Example: examples("chancery date convert \"28 мая ст. ст. 1858\" \"Meiji 38.9.5\"", "Old Style, and an era of Japan",
			"chancery date convert --format edtf < dates.txt", "many, one a line",
			"chancery date convert --polity russia 1858-06-01", "as Russia counted then"),
		RunE: m.do(func(_ context.Context, args []string) error {
			if err := how.check(); err != nil {
				return err
			}
			langs, err := m.packs()
			if err != nil {
				return err
			}
			forms, err := m.forms(args)
			if err != nil {
				return err
			}
			l := &listing{columns: []string{"form", "edtf", "calendar", "doubts"}, none: "no dates were given"}
			for _, f := range forms {
				d := convertForm(f, langs, how)
				if form == "edtf" {
					fmt.Fprintln(m.Stdout, d.EDTF)
					continue
				}
				l.add(d, d.Form, d.EDTF, d.Calendar, strings.Join(d.Doubts, "; "))
			}
			if form == "edtf" {
				return nil
			}
			return l.write(m.Stdout, form)
		}),
	}
	formatFlag(c, &form, "table", "edtf", "json", "jsonl", "csv")
	how.flags(c)
	return c
}
