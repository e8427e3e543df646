package edtf

import "testing"

func TestConstructorsMakeWhatIsWritten(t *testing.T) {
	for _, c := range []struct {
		got  Date
		want string // "" for a date that does not exist
	}{
		{Year(1855), "1855"},
		{Year(-44), "-0044"},
		{Year(12000), "Y12000"},
		{Year(6_000_000), ""},
		{Month(1855, 6), "1855-06"},
		{Month(1855, 13), ""},
		{Month(12000, 6), ""},
		{Day(1858, 6, 13), "1858-06-13"},
		{Day(1858, 6, 31), ""},
		{Day(1900, 2, 29), ""},
		{Day(1858, 262, 13), ""},
		{Day(1858, 6, 269), ""},
		{Decade(185), "185X"},
		{Decade(1850), ""},
		{Century(19), "18XX"},
		{Century(0), ""},
		{Season(1849, 22), "1849-22"},
		{Season(1849, 42), ""},
		{Season(1849, 6), ""},
		{MonthOfUnknownYear(1), "XXXX-01"},
		{MonthOfUnknownYear(21), "XXXX-21"},
		{MonthOfUnknownYear(13), ""},
		{DayOfUnknownYear(5, 12), "XXXX-05-12"},
		{DayOfUnknownYear(2, 30), ""},
		{Span(Month(1922, 9), Month(1922, 10)), "1922-09/1922-10"},
		{Span(Year(1860), Year(1858)), ""},
		{Span(Date{}, Year(1850)), "/1850"},
		{Span(Year(1850), Date{}), "1850/"},
		{Span(Date{}, Date{}), ""},
		{Span(Span(Year(1), Year(2)), Year(3)), ""},
		{From(Year(1727)), "1727/.."},
		{From(Date{}), ""},
		{Until(Year(1850).Approximate()), "../1850~"},
		{Until(Year(1850)).Approximate(), "../1850~"},
		{Between(Year(1727), Year(1792)), "[1727..1792]"},
		{Between(Date{}, Year(1792)), "[..1792]"},
		{Between(Date{}, Date{}), ""},
		{Day(1858, 6, 13).Approximate(), "1858-06-13~"},
		{Year(1630).Approximate().Uncertain(), "1630%"},
		{Date{}.Approximate(), ""},
		{CenturyPart(17, Close), "1675~/1700~"},
		{CenturyPart(19, Beginning), "1801~/1825~"},
		{CenturyPart(17, Middle), "1640~/1660~"},
		{CenturyPart(17, FirstHalf), "1601/1650"},
		{CenturyPart(17, SecondHalf), "1651/1700"},
		{CenturyPart(18, FirstThird), "1701/1733"},
		{CenturyPart(18, SecondThird), "1734/1766"},
		{CenturyPart(18, LastThird), "1767/1800"},
		{CenturyPart(18, FirstQuarter), "1701/1725"},
		{CenturyPart(18, LastQuarter), "1776/1800"},
		{CenturyPart(18, 0), ""},
		{CenturyPart(0, Middle), ""},
		{WithYear(MonthOfUnknownYear(5), 1858), "1858-05"},
		{WithYear(DayOfUnknownYear(2, 29), 1856), "1856-02-29"},
		{WithYear(DayOfUnknownYear(2, 29), 1855), ""},
		{WithYear(MustParse("XXXX-05-12~"), 1858), "1858-05-12~"},
		{WithYear(MustParse("XXXX-05/XXXX-06"), 1858), "1858-05/1858-06"},
		{WithYear(MustParse("XXXX-12/XXXX-02"), 1858), "1858-12/1859-02"},
		{WithYear(MustParse("1858-11/XXXX-02"), 1858), "1858-11/1859-02"},
		{WithYear(MustParse("XXXX-05/.."), 1858), "1858-05/.."},
		{WithYear(Year(1860), 1858), "1860"},
		{WithYear(Decade(186), 1858), "186X"},
		{WithYear(Date{}, 1858), ""},
	} {
		if c.got.String() != c.want || c.got.IsZero() != (c.want == "") {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
		if again, err := Parse(c.want); err != nil || again != c.got {
			t.Errorf("%q reads as %#v (%v), want %#v", c.want, again, err, c.got)
		}
	}
}

func TestPartsOfADateAreAsStated(t *testing.T) {
	type parts struct {
		year, month, day           int
		yearKnown, about, doubtful bool
	}
	for text, want := range map[string]parts{
		"":            {},
		"1858-06-13":  {1858, 6, 13, true, false, false},
		"1858-06":     {1858, 6, 0, true, false, false},
		"1849-22~":    {1849, 22, 0, true, true, false},
		"185X":        {1850, 0, 0, true, false, false},
		"1858-1X-2X?": {1858, 0, 0, true, false, true},
		"XXXX-05-12":  {0, 5, 12, false, false, false},
		"0000":        {0, 0, 0, true, false, false},
		"1858-06-~13": {1858, 6, 13, true, true, false},
		"1858/1860%":  {0, 0, 0, true, true, true},
		"XXXX-05/..":  {0, 0, 0, false, false, false},
	} {
		d := MustParse(text)
		y, m, day := d.Parts()
		if got := (parts{y, m, day, d.YearKnown(), d.IsApproximate(), d.IsUncertain()}); got != want {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

func TestEndsOfADate(t *testing.T) {
	for _, c := range []struct {
		text, start, end             string
		interval, openStart, openEnd bool
	}{
		{"", "", "", false, false, false},
		{"1858-06", "1858-06", "1858-06", false, false, false},
		{"1727~/1792", "1727~", "1792", true, false, false},
		{"1727/..", "1727", "", true, false, true},
		{"../1850", "", "1850", true, true, false},
		{"/1850", "", "1850", true, false, false},
		{"[1727..1792]", "1727", "1792", false, false, false},
		{"[..1792]", "", "1792", false, true, false},
	} {
		d := MustParse(c.text)
		if d.Start().String() != c.start || d.End().String() != c.end || d.IsInterval() != c.interval ||
			d.OpenStart() != c.openStart || d.OpenEnd() != c.openEnd {
			t.Errorf("%q: %q to %q, interval %v, open %v %v", c.text, d.Start(), d.End(), d.IsInterval(), d.OpenStart(), d.OpenEnd())
		}
	}
}

func TestPrecisionSortsAndHasAName(t *testing.T) {
	names := []string{"none", "millennium", "century", "decade", "year", "season", "month", "day"}
	for i, want := range names {
		if got := Precision(i).String(); got != want {
			t.Errorf("precision %d is called %s, want %s", i, got, want)
		}
	}
	if ToDay != Precision(len(names)-1) {
		t.Error("a precision lacks its name here")
	}
}

func TestListsAreMadeOfSingleDates(t *testing.T) {
	for _, c := range []struct {
		got  Date
		want string
	}{
		{OneOf(Year(1667), Year(1670)), "[1667,1670]"},
		{AllOf(Day(1858, 6, 13), Day(1860, 11, 14)), "{1858-06-13,1860-11-14}"},
		{OneOf(), ""},
		{AllOf(Year(1667), Date{}), ""},
		{AllOf(Span(Year(1667), Year(1670))), ""},
		{OneOf(Year(1667), Year(1670)).Approximate(), "[1667~,1670~]"},
		{WithYear(OneOf(MonthOfUnknownYear(1), MonthOfUnknownYear(3)), 1858), "[1858-01,1858-03]"},
		{WithYear(OneOf(DayOfUnknownYear(2, 29)), 1858), ""},
	} {
		if c.got.String() != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if ms := MustParse("{1667,1670..1672}").Members(); len(ms) != 2 || ms[1].String() != "1670/1672" {
		t.Errorf("members %v", ms)
	}
	if ms := MustParse("[1667,1670..1672]").Members(); len(ms) != 2 || ms[1].String() != "[1670..1672]" {
		t.Errorf("members %v", ms)
	}
	if ms := MustParse("1667/1670").Members(); ms != nil {
		t.Errorf("an interval has the members %v", ms)
	}
}
