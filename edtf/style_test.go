package edtf

import (
	"strings"
	"testing"

	"example.org/chancery/edtf/calendar"
	"pgregory.net/rapid"
)

func TestOldStyleDateBecomesNewStyle(t *testing.T) {
	for _, c := range []struct {
		old, new string
		fault    string // part of the error
	}{
		{"", "", ""},
		{"1858-06-01", "1858-06-13", ""},
		{"1689-08-27", "1689-09-06", ""},
		{"1857-12-25?", "1858-01-06?", ""},
		{"[1858-06-01,1858-06-16]", "[1858-06-13,1858-06-28]", ""},
		{"{1858-06-01,1858-06-16}", "{1858-06-13,1858-06-28}", ""},
		{"{1858-06,1859}", "", "a member is no day"},
		{"1858-06-01T10:10:10Z", "1858-06-13T10:10:10Z", ""},
		{"1858-06-~01", "[1858-06-13..1858-06-18]", ""},
		{"1918-01-31", "1918-02-13", ""},
		{"1858-06-01/..", "1858-06-13/..", ""},
		{"1858-06-01/1858-06-16", "1858-06-13/1858-06-28", ""},
		{"/1858-06-16", "/1858-06-28", ""},
		{"[1858-06-01..1858-06-16]", "[1858-06-13..1858-06-28]", ""},
		// Coarser dates become one day between two.
		{"1857", "[1857-01-13..1858-01-12]", ""},
		{"1855-06", "[1855-06-13..1855-07-12]", ""},
		{"185X", "[1850-01-13..1860-01-12]", ""},
		{"1855~", "[1850-01-13..1861-01-12]", ""},
		{"[1857..]", "[1857-01-13..]", ""},
		{"1900-02", "[1900-02-13..1900-03-13]", ""},
		{"1857/1860", "", "an end is no day"},
		{"XXXX-05-12", "", "year is unknown"},
		{"9999-12-31", "", "outside EDTF"},
		{"Y12000", "", "outside EDTF"},
	} {
		got, err := FromJulian(MustParse(c.old))
		if c.fault != "" {
			if err == nil || !strings.Contains(err.Error(), c.fault) || !got.IsZero() {
				t.Errorf("%q: got %q (%v), want an error with %q", c.old, got, err, c.fault)
			}
			continue
		}
		if err != nil || got.String() != c.new {
			t.Errorf("%q: got %q (%v), want %q", c.old, got, err, c.new)
		}
		if again, err := Parse(got.String()); err != nil || again != got {
			t.Errorf("%q does not read as itself (%v)", got, err)
		}
	}
}

func TestNewStyleDateBecomesOldStyle(t *testing.T) {
	for text, want := range map[string]string{
		"1858-06-13": "1858-06-01", "1858-01-06": "1857-12-25", "1857": "[1856-12-20..1857-12-19]",
	} {
		if got, err := ToJulian(MustParse(text)); err != nil || got.String() != want {
			t.Errorf("%s: got %q (%v), want %s", text, got, err, want)
		}
	}
	if got, err := ToJulian(Day(1900, 3, 13)); err == nil || !strings.Contains(err.Error(), "29 February") {
		t.Errorf("the Old Style leap day of 1900: got %q (%v)", got, err)
	}
}

func TestAnyDayTurnsToOldStyleAndBack(t *testing.T) {
	lo, hi := int32(calendar.FromGregorian(1500, 1, 1)), int32(calendar.FromGregorian(1950, 12, 31))
	rapid.Check(t, func(t *rapid.T) {
		d := Day(calendar.Day(rapid.Int32Range(lo, hi).Draw(t, "day")).Gregorian())
		old, err := ToJulian(d)
		if err != nil {
			return
		}
		if again, err := FromJulian(old); err != nil || again != d {
			t.Fatalf("%q is %q in Old Style, which is %q (%v)", d, old, again, err)
		}
		if lo, _, _ := d.Bounds(); SameDayInTwoStyles(old, d) != (lo >= calendar.FirstNewStyle) {
			t.Fatalf("%q and %q: one day in two styles %v", old, d, SameDayInTwoStyles(old, d))
		}
	})
}

func TestOneDayInTwoStylesIsRecognised(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1858-06-01", "1858-06-13", true},
		{"1858-06-13", "1858-06-01", true},
		{"1858-06-01?", "1858-06-13", true},
		{"1689-08-27", "1689-09-06", true},
		{"1917-10-25", "1917-11-07", true},
		{"1857-12-25", "1858-01-06", true},
		{"1858-06-01", "1858-06-14", false}, // the gap of another century
		{"1858-06-13", "1858-06-13", false},
		{"1500-06-01", "1500-06-11", false}, // before New Style
		{"1858-06", "1858-06-13", false},
		{"XXXX-06-01", "XXXX-06-13", false},
		{"", "1858-06-13", false},
	} {
		if got := SameDayInTwoStyles(MustParse(c.a), MustParse(c.b)); got != c.want {
			t.Errorf("%q and %q: got %v", c.a, c.b, got)
		}
	}
}

func TestBoundsOfAnOldStyleYearAreLater(t *testing.T) {
	lo, hi, ok := Year(1857).BoundsIn(calendar.Julian)
	if !ok || lo.String() != "1857-01-13" || hi.String() != "1858-01-12" {
		t.Errorf("got %v to %v, %v", lo, hi, ok)
	}
	if _, _, ok := Year(1857).BoundsIn(calendar.Qing); ok {
		t.Error("a year of the Qing calendar has bounds")
	}
}
