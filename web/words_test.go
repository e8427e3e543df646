package web

import (
	"testing"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/edtf/calendar"
)

func TestDatesAreToldInWords(t *testing.T) {
	for _, c := range []struct{ date, calendar, want string }{
		{"1858-06-13", "unstated", "13 June 1858, calendar not stated"},
		{"1858-06-13", "", "13 June 1858, calendar not stated"},
		{"1858-06-01", "julian", "1 June 1858, Old Style (Julian) (computed: 13 June 1858 New Style)"},
		{"1858-06", "julian", "June 1858, Old Style (Julian)"},
		{"1858-06-13", "gregorian", "13 June 1858, New Style (Gregorian)"},
		{"1858-05-28", "julian+gregorian", "28 May 1858, New Style; the source gives both styles"},
		{"1858-05-28", "qing", "28 May 1858, converted to New Style from the Qing calendar of the source"},
		{"", "unstated", "date not stated"},
		{"1855", "", "1855, calendar not stated"},
		{"185X", "", "the 1850s, calendar not stated"},
		{"18XX", "", "between 1800 and 1899, calendar not stated"},
		{"1630~", "", "about 1630, calendar not stated"},
		{"1630?", "", "perhaps 1630, calendar not stated"},
		{"1849-22", "", "summer 1849, calendar not stated"},
		{"XXXX-01", "", "January of an unknown year, calendar not stated"},
		{"XXXX-03-25", "", "25 March of an unknown year, calendar not stated"},
		{"1922-09/1922-10", "", "from September 1922 to October 1922, calendar not stated"},
		{"../1850~", "", "until about 1850, calendar not stated"},
		{"1900/..", "", "from 1900 on, calendar not stated"},
		{"[1857-01-13..1858-01-12]", "", "between 13 January 1857 and 12 January 1858, calendar not stated"},
		{"[..1858]", "", "not after 1858, calendar not stated"},
		{"-0043", "", "44 BC, calendar not stated"},
		{"no date", "", "no date, calendar not stated"},
	} {
		if got := dated(c.date, c.calendar, nil).String(); got != c.want {
			t.Errorf("%q %q: %q, want %q", c.date, c.calendar, got, c.want)
		}
	}
}

func TestCountsHaveTheirPlural(t *testing.T) {
	for n, want := range map[int]string{0: "0 quotes", 1: "1 quote", 2: "2 quotes", 21: "21 quotes"} {
		if got := count(n, "quote", "quotes"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func happened(event, date, cal string, c chancery.Certainty) answer.Happening {
	return answer.Happening{Event: event, Date: date, Calendar: cal, Certainty: c}
}

func TestDatingsThatMayBeOneDayAreOneMoment(t *testing.T) {
	const yes, no = chancery.Asserted, chancery.Negated
	for name, c := range map[string]struct {
		life []answer.Happening
		want int
	}{
		"a year and its day":       {[]answer.Happening{happened("signed", "1858", "", yes), happened("signed", "1858-05-28", "", yes)}, 1},
		"the two styles":           {[]answer.Happening{happened("signed", "1858-05-16", "", yes), happened("signed", "1858-05-28", "", yes)}, 1},
		"no date":                  {[]answer.Happening{happened("signed", "1858-05-28", "", yes), happened("signed", "", "", yes)}, 1},
		"two days":                 {[]answer.Happening{happened("signed", "1858-05-20", "", yes), happened("signed", "1858-05-28", "", yes)}, 2},
		"a year that fits two":     {[]answer.Happening{happened("ratified", "1858", "", yes), happened("ratified", "1858-05-28", "", yes), happened("ratified", "1858-06-14", "", yes)}, 3},
		"said and denied":          {[]answer.Happening{happened("ratified", "1858", "", yes), happened("ratified", "1858", "", no)}, 2},
		"two events":               {[]answer.Happening{happened("signed", "1858", "", yes), happened("ratified", "1858", "", yes)}, 2},
		"another year":             {[]answer.Happening{happened("signed", "1857", "", yes), happened("signed", "1858-05-28", "", yes)}, 2},
		"what is no date is alone": {[]answer.Happening{happened("signed", "soon", "", yes), happened("signed", "1858", "", yes)}, 2},
	} {
		ms := moments(c.life)
		if len(ms) != c.want {
			t.Errorf("%s: %d moments, want %d", name, len(ms), c.want)
		}
		n := 0
		for _, m := range ms {
			n += 1 + len(m.Also)
		}
		if n != len(c.life) {
			t.Errorf("%s: %d happenings of %d are left", name, n, len(c.life))
		}
	}
}

func TestTheBarShowsAsInForceOnlyWhatASourceSaysIs(t *testing.T) {
	const yes, no = chancery.Asserted, chancery.Negated
	for name, c := range map[string]struct {
		life []answer.Happening
		want []string
	}{
		"nothing dated":   {[]answer.Happening{happened("signed", "", "", yes)}, nil},
		"signed":          {[]answer.Happening{happened("signed", "1858-05-28", "", yes)}, []string{"open"}},
		"signed, renewed": {[]answer.Happening{happened("signed", "1858", "", yes), happened("renewed", "1868", "", yes)}, []string{"signed", "open"}},
		"in force, ended": {[]answer.Happening{happened("signed", "1850", "", yes), happened("in-force", "1852", "", yes),
			happened("terminated", "1860", "", yes)}, []string{"signed", "force"}},
		"in force denied": {[]answer.Happening{happened("signed", "1850", "", yes), happened("in-force", "1852", "", no),
			happened("terminated", "1860", "", yes)}, []string{"signed"}},
		"only negotiated": {[]answer.Happening{happened("negotiations-started", "1850", "", yes), happened("negotiations-failed", "1852", "", yes)}, []string{"before"}},
	} {
		b := drawBar(moments(c.life))
		var got []string
		if b != nil {
			for _, p := range b.Phases {
				got = append(got, p.Class)
				if p.X < 0 || p.X+p.W > b.Width {
					t.Errorf("%s: %s goes from %d to %d", name, p.Class, p.X, p.X+p.W)
				}
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
		}
	}
}

func TestTheStyleOfADateMovesItOnTheBar(t *testing.T) {
	lo, _, _ := years(happened("signed", "1858-05-16", string(calendar.Julian), chancery.Asserted))
	other, _, _ := years(happened("signed", "1858-05-28", "", chancery.Asserted))
	if lo != other {
		t.Errorf("Old Style 16 May lies at %v, New Style 28 May at %v", lo, other)
	}
}

func TestLabelsOfTheBarDoNotOverlap(t *testing.T) {
	var life []answer.Happening
	for _, e := range []string{"signed", "approved", "ratified", "exchanged", "in-force", "published", "renewed", "terminated"} {
		life = append(life, happened(e, "1858-05-28", "", chancery.Asserted))
	}
	seen := map[int]bool{}
	for _, m := range drawBar(moments(life)).Marks {
		if seen[m.LY] {
			t.Errorf("%s stands on another", m.Label)
		}
		seen[m.LY] = true
	}
}
