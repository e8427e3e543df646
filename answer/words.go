package answer

import (
	"fmt"
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// say puts a happening into words: "signed on 28 May 1858 at Aigun".
func say(h Happening) string {
	s := doneWord(h.Event)
	switch h.Certainty {
	case chancery.Negated:
		s = "not " + s
	case chancery.PlannedContent:
		s = "to be " + s + " (planned, asked for or threatened)"
	case chancery.HypotheticalContent:
		s = "perhaps " + s + " (a supposition)"
	}
	if h.Of != "" {
		s += ": " + doneWord(h.Of)
	}
	if h.Date != "" {
		s += " " + dateWords(h)
	}
	if h.Effective != "" {
		s += ", with effect from " + day(h.Effective)
	}
	if h.Place != "" {
		s += " at " + h.Place
	}
	if len(h.Actors) > 0 && len(h.Actors) <= 3 {
		var names []string
		for _, n := range h.Actors {
			names = append(names, n.String())
		}
		s += " by " + strings.Join(names, " and ")
	}
	return s
}

// doneWord is the event as something that was done to an instrument.
func doneWord(event string) string {
	switch event {
	case "in-force":
		return "in force"
	case "exchanged":
		return "exchanged in ratification"
	case "texts-exchanged":
		return "exchanged in texts"
	case "full-powers-issued":
		return "prepared by full powers"
	case "notice-given":
		return "given notice of"
	}
	return strings.ReplaceAll(event, "-", " ")
}

// dateWords is the happening's date with the calendar it is counted in.
func dateWords(h Happening) string {
	s := "on " + day(h.Date)
	if d, err := edtf.Parse(h.Date); err == nil {
		_, _, dd := d.Parts()
		switch {
		case d.IsInterval() || h.Event == "in-force" && h.Certainty != chancery.Negated:
			s = "from " + day(h.Date)
		case dd == 0:
			s = "in " + day(h.Date)
		}
	}
	switch h.Calendar {
	case "julian":
		s += " Old Style"
		if g := h.when(); !g.IsZero() && h.Effective == "" {
			s += " (" + day(g.String()) + ")"
		}
	case "", "unstated", "gregorian", "julian+gregorian":
	default:
		s += " (" + h.Calendar + " calendar)"
	}
	return s
}

// day writes a date for people: "28 May 1858", "May 1858", "1858", "about 1630",
// "1727 to 1792". What has no such form stays EDTF.
func day(s string) string {
	d, err := edtf.Parse(s)
	if err != nil || d.IsZero() {
		return s
	}
	if d.IsInterval() {
		from, to := "", ""
		switch {
		case !d.Start().IsZero():
			from = day(d.Start().String())
		case d.OpenStart():
			from = "always"
		default:
			from = "a day not known"
		}
		switch {
		case !d.End().IsZero():
			to = day(d.End().String())
		case d.OpenEnd():
			return from + " on"
		default:
			to = "a day not known"
		}
		return from + " to " + to
	}
	y, m, dd := d.Parts()
	text := ""
	switch {
	case !d.YearKnown() || m > 12 || y < 1:
		return s
	case dd > 0:
		text = fmt.Sprintf("%d %s %d", dd, month(m), y)
	case m > 0:
		text = fmt.Sprintf("%s %d", month(m), y)
	default:
		text = fmt.Sprint(y)
	}
	plain := strings.TrimRight(s, "?~%")
	switch {
	case plain != edtfOf(y, m, dd):
		return s
	case d.IsApproximate():
		return "about " + text
	case d.IsUncertain():
		return text + " (uncertain)"
	}
	return text
}

func edtfOf(y, m, d int) string {
	switch {
	case d > 0:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	case m > 0:
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	return fmt.Sprintf("%04d", y)
}

func month(m int) string {
	names := []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"}
	return names[m-1]
}

// Manner is a certainty as a phrase for people.
func Manner(c chancery.Certainty) string {
	switch c {
	case chancery.Negated:
		return "denied"
	case chancery.HypotheticalContent:
		return "supposed, not stated to have happened"
	case chancery.PlannedContent:
		return "planned, asked for or threatened, not stated to have happened"
	case chancery.Attributed:
		return "reported as what somebody else says"
	case chancery.Disputed:
		return "reported and doubted or rejected"
	}
	return "stated"
}
