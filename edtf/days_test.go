package edtf

import (
	"testing"

	"example.org/chancery/edtf/calendar"
)

func TestDaysAreWrittenAsShortAsTheyCanBe(t *testing.T) {
	g := calendar.FromGregorian
	for _, c := range []struct {
		lo, hi calendar.Day
		want   string
	}{
		{g(1858, 6, 13), g(1858, 6, 13), "1858-06-13"},
		{g(1858, 6, 1), g(1858, 6, 30), "1858-06"},
		{g(1858, 2, 1), g(1858, 2, 28), "1858-02"},
		{g(1858, 1, 1), g(1858, 12, 31), "1858"},
		{g(1858, 1, 1), g(1859, 12, 31), "[1858-01-01..1859-12-31]"},
		{g(1858, 2, 14), g(1859, 2, 2), "[1858-02-14..1859-02-02]"},
		{g(1858, 6, 13), g(1858, 6, 12), ""},
		{calendar.NoStart, g(1858, 6, 12), ""},
	} {
		if got := Days(c.lo, c.hi).String(); got != c.want {
			t.Errorf("%s to %s: got %q, want %q", c.lo, c.hi, got, c.want)
		}
	}
}
