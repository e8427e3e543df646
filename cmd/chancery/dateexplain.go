package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/edtf/calendar"
)

// explainedDate is a date with the same days in every calendar.
type explainedDate struct {
	convertedDate
	First     string        `json:"first,omitempty"` // Gregorian
	Last      string        `json:"last,omitempty"`
	Weekday   string        `json:"weekday,omitempty"` // where it is one day
	Calendars []dayInAnEra  `json:"calendars,omitempty"`
	Adopted   []dayOfPolity `json:"polities,omitempty"`
}

// dayInAnEra is the first and last day as a calendar prints them, and how it counts.
type dayInAnEra struct {
	Calendar string `json:"calendar"`
	First    string `json:"first"`
	Last     string `json:"last,omitempty"`
	Rule     string `json:"rule"`
}

// dayOfPolity tells by which calendar a polity counted then.
type dayOfPolity struct {
	Polity   string `json:"polity"`
	Calendar string `json:"calendar"`
	Since    string `json:"gregorian_since"`
}

func explain(c convertedDate) explainedDate {
	out := explainedDate{convertedDate: c}
	if len(c.days) == 0 {
		return out
	}
	first, last := c.days[0].First, c.days[0].Last
	if first.IsOpen() || last.IsOpen() {
		return out
	}
	out.First, out.Last = first.String(), last.String()
	if first == last {
		out.Weekday = first.Weekday().String()
	}
	for _, k := range calendar.Calendars() {
		if k == calendar.Unstated || k == calendar.JulianGregorian {
			continue
		}
		a, errA := first.As(k)
		b, errB := last.As(k)
		if errA != nil && errB != nil {
			continue
		}
		row := dayInAnEra{Calendar: string(k), Rule: k.Rule()}
		if errA == nil {
			row.First = inWords(a, first)
		}
		if errB == nil && first != last {
			row.Last = inWords(b, last)
		}
		out.Calendars = append(out.Calendars, row)
	}
	for _, a := range calendar.Adoptions() {
		if a.Before != calendar.Gregorian && last < a.FirstNew && first > a.FirstNew-365*400 {
			out.Adopted = append(out.Adopted, dayOfPolity{a.Polity, string(a.Before), a.FirstNew.String()})
		}
	}
	return out
}

// inWords is a date with the places in the cycle of sixty where its calendar has them.
func inWords(d calendar.Date, day calendar.Day) string {
	e, ok := calendar.EraOf(d.Era)
	if !ok {
		return d.String()
	}
	return fmt.Sprintf("%s (year %s, day %s)", d, calendar.Cycle(calendar.SexagenaryYear(e.First+d.Year-1)), calendar.Cycle(day.Sexagenary()))
}

// WriteText writes the explanation for a terminal.
func (x explainedDate) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", answer.Shown(x.Form))
	if x.Written != nil {
		fmt.Fprintf(&b, "  read as: %s, %s\n", written(x.Written), x.Written.Calendar)
	} else {
		fmt.Fprintf(&b, "  read as: calendar %s\n", x.Calendar)
	}
	switch {
	case x.Weekday != "":
		fmt.Fprintf(&b, "  Gregorian: %s, %s\n", x.EDTF, x.Weekday)
	case x.First != "":
		fmt.Fprintf(&b, "  Gregorian: %s, from %s to %s\n", x.EDTF, x.First, x.Last)
	default:
		fmt.Fprintf(&b, "  Gregorian: %s\n", x.EDTF)
	}
	for _, d := range x.Doubts {
		fmt.Fprintf(&b, "  doubtful: %s\n", d)
	}
	for _, c := range x.Calendars {
		s := c.First
		if c.Last != "" {
			s = strings.TrimSpace(s + " to " + c.Last)
		}
		fmt.Fprintf(&b, "  %s: %s\n    %s\n", c.Calendar, s, c.Rule)
	}
	if len(x.Adopted) > 0 {
		b.WriteString("  not counted by the Gregorian calendar then:\n")
	}
	for _, a := range x.Adopted {
		fmt.Fprintf(&b, "    %s: %s until %s\n", a.Polity, a.Calendar, a.Since)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (m *Main) dateExplain() *cobra.Command {
	var form string
	var how reckoning
	c := &cobra.Command{
		Use:   "explain FORM",
		Short: "Show a date in every calendar, with its weekday and why",
		Long: `Show the day, or the first and last day, that a date names in every calendar that has it,
how each of these counts, what is doubtful, and which polities did not count by the
Gregorian calendar then.`,
		Example: examples("chancery date explain 咸豐八年五月初三日", "a day of the Chinese almanac",
			"chancery date explain --polity russia \"1 июня 1858 г.\"", "as Russia counted then"),
		Args: cobra.ExactArgs(1),
		RunE: m.do(func(_ context.Context, args []string) error {
			if form != "text" && form != "json" {
				return unknownForm(form, "text", "json")
			}
			if err := how.check(); err != nil {
				return err
			}
			langs, err := m.packs()
			if err != nil {
				return err
			}
			d := convertForm(args[0], langs, how)
			if d.EDTF == "" {
				return chancery.Errorf(chancery.Invalid, "explain the date "+args[0], "write it as the document does, or as EDTF", "%s", strings.Join(d.Doubts, "; "))
			}
			x := explain(d)
			if form == "json" {
				return writeJSON(m.Stdout, x, "  ")
			}
			return x.WriteText(m.Stdout)
		}),
	}
	formatFlag(c, &form, "text", "json")
	how.flags(c)
	return c
}
