package edtf

import (
	"testing"

	"example.org/chancery/edtf/calendar"
	"pgregory.net/rapid"
)

// TestComparisons is the table of doc/reference/dates.md and more.
func TestComparisons(t *testing.T) {
	const y, n, u = Yes, No, Unknown
	for _, c := range []struct {
		a, b                                    string
		before, after, same, overlaps, contains Truth
	}{
		{"1858-06-13", "1858-06-14", y, n, n, n, n},
		{"1858-06-13", "1858-06-13", n, n, y, y, y},
		{"1857", "1858-06-13", y, n, n, n, n},
		{"1858", "1858-06-13", u, u, u, u, y},
		{"1858-06-13", "1858", u, u, u, u, u},
		{"1858", "1858", u, u, u, u, y},
		{"1858", "1858-01-01", n, u, u, u, y},
		{"1858-01-01", "1858", u, n, u, u, u},
		{"185X", "1860", y, n, n, n, n},
		{"185X", "1858-06", u, u, u, u, y},
		// Approximate dates reach five years further.
		{"1855~", "1861", y, n, n, n, n},
		{"1855~", "1860", u, u, u, u, u},
		{"1855~", "1855", u, u, u, u, u},
		{"1850/1860", "1855~", u, u, u, u, u},
		{"1849/1861", "1855~", u, u, u, y, y},
		{"1850/1860", "1856~", u, u, u, u, u},
		// Intervals last from some day of the start to some day of the end.
		{"1850/1860", "1855-06-13", u, u, u, y, y},
		{"1850/1860", "1850-06-13", u, u, u, u, u},
		{"1850/1860", "1851/1852", u, u, u, y, y},
		{"1851/1852", "1850/1860", u, u, u, y, n},
		{"1850/1860", "1860/1870", u, u, u, u, n},
		{"1850/1860", "1859/1870", u, u, u, y, n},
		{"1850/1860", "1861/1870", y, n, n, n, n},
		{"1850-01-01/1860-12-31", "1860-12-31", u, n, u, y, y},
		{"1675~/1700~", "1680/1690", u, u, u, y, u},
		{"1675~/1700~", "1683/1690", u, u, u, y, y},
		// Open and unknown ends.
		{"1727/..", "1900", u, u, u, y, y},
		{"1727/..", "1726", n, y, n, n, n},
		{"1727/", "1900", u, u, u, u, u},
		{"1727/", "1726", n, y, n, n, n},
		{"../1850~", "1700", u, u, u, y, y},
		{"../1850~", "1853", u, u, u, u, u},
		{"../1850~", "1856", y, n, n, n, n},
		{"/1850", "1700", u, u, u, u, u},
		{"/1850", "1840/1851", u, u, u, y, n},
		{"1727/..", "1900/..", u, u, u, y, y},
		{"1900/..", "1727/..", u, u, u, y, n},
		// One time between two does not last.
		{"[1850..1860]", "1855-06-13", u, u, u, u, u},
		{"[1850..1860]", "1861", y, n, n, n, n},
		{"1840/1870", "[1850..1860]", u, u, u, y, y},
		// The year is not known: no order, but months tell days apart.
		{"XXXX-01", "1858", u, u, u, u, u},
		{"XXXX-01", "1858-06-13", u, u, n, n, u},
		{"XXXX-01", "XXXX-05", u, u, n, n, u},
		{"XXXX-05", "XXXX-05-12", u, u, u, u, u},
		{"XXXX-05-12", "XXXX-05-13", u, u, n, n, u},
		{"XXXX-02-29", "1855", u, u, n, n, u},
		{"XXXX-02-29", "XXXX-02", u, u, u, u, u},
		{"XXXX-24", "1858-02-13", u, u, u, u, u},
		{"XXXX-12-31~", "XXXX-01-02", u, u, u, u, u},
		{"XXXX-01", "1850/1860", u, u, u, u, u},
		{"XXXX", "1858", u, u, u, u, u},
		// Nothing is stated.
		{"", "1858", u, u, u, u, u},
		{"", "", u, u, u, u, u},
		{"", "XXXX-01", u, u, u, u, u},
	} {
		a, b := MustParse(c.a), MustParse(c.b)
		for _, got := range []struct {
			what      string
			got, want Truth
		}{
			{"before", Before(a, b), c.before},
			{"after", After(a, b), c.after},
			{"the same as", Same(a, b), c.same},
			{"the same as, turned round,", Same(b, a), c.same},
			{"overlaps", Overlaps(a, b), c.overlaps},
			{"overlaps, turned round,", Overlaps(b, a), c.overlaps},
			{"contains", Contains(a, b), c.contains},
		} {
			if got.got != got.want {
				t.Errorf("%q %s %q: got %v, want %v", c.a, got.what, c.b, got.got, got.want)
			}
		}
	}
}

func TestTruthFollowsThreeValuedLogic(t *testing.T) {
	all := []Truth{No, Unknown, Yes}
	for _, a := range all {
		for _, b := range all {
			if a.And(b) != b.And(a) || a.And(b).Not() != a.Not().Or(b.Not()) {
				t.Errorf("%v and %v", a, b)
			}
		}
	}
	if Yes.And(Unknown) != Unknown || No.And(Unknown) != No || Yes.Or(Unknown) != Yes || Unknown.Not() != Unknown {
		t.Error("unknown is not kept")
	}
	if text, err := Unknown.MarshalText(); err != nil || string(text) != "unknown" {
		t.Errorf("unknown is written %s (%v)", text, err)
	}
}

// aPoint draws a single date of any form.
func aPoint(years bool) *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		y := rapid.IntRange(1800, 1812).Draw(t, "year")
		m, day := rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")
		kinds := 7
		if years {
			kinds = 5
		}
		var d Date
		switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
		case 0:
			d = Day(y, m, day)
		case 1:
			d = Month(y, m)
		case 2:
			d = Year(y)
		case 3:
			d = Season(y, rapid.IntRange(firstSeason, lastSeason).Draw(t, "season"))
		case 4:
			d = Decade(y / 10)
		case 5:
			d = MonthOfUnknownYear(m)
		case 6:
			d = DayOfUnknownYear(m, day)
		}
		switch rapid.IntRange(0, 5).Draw(t, "mark") {
		case 0:
			return d.Approximate()
		case 1:
			return d.Uncertain()
		}
		return d
	})
}

// aDate draws any date.
func aDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		a, b := aPoint(true).Draw(t, "start"), aPoint(true).Draw(t, "end")
		switch rapid.IntRange(0, 8).Draw(t, "form") {
		case 0:
			return Span(a, b)
		case 1:
			return Between(a, b)
		case 2:
			return From(a)
		case 3:
			return Until(b)
		case 4:
			return Span(a, Date{})
		case 5:
			return Span(Date{}, b)
		}
		return aPoint(false).Draw(t, "single")
	})
}

func TestPrintOfAnyDateReadsAsThatDate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := aDate().Draw(t, "date")
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Fatalf("%q reads as %q (%v)", d, again, err)
		}
	})
}

func TestComparisonsOfAnyTwoDatesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := aDate().Draw(t, "a"), aDate().Draw(t, "b")
		before, after, same, overlaps := Before(a, b), After(a, b), Same(a, b), Overlaps(a, b)
		switch {
		case before != After(b, a) || same != Same(b, a) || overlaps != Overlaps(b, a):
			t.Fatalf("%q and %q: the order of asking counts", a, b)
		case before == Yes && (after != No || same != No || overlaps != No):
			t.Fatalf("%q before %q, but after %v, same %v, overlaps %v", a, b, after, same, overlaps)
		case same == Yes && (before != No || after != No || overlaps != Yes):
			t.Fatalf("%q is %q, but before %v, after %v, overlaps %v", a, b, before, after, overlaps)
		case Contains(a, b) == Yes && overlaps == No:
			t.Fatalf("%q contains %q and shares no day with it", a, b)
		}
		c := aDate().Draw(t, "c")
		if before == Yes && Before(b, c) == Yes && Before(a, c) != Yes {
			t.Fatalf("%q before %q before %q", a, b, c)
		}
	})
}

// TestCertainAnswersHoldForEveryDayMeant picks days that vague dates may mean
// and checks that no certain answer is contradicted by them.
func TestCertainAnswersHoldForEveryDayMeant(t *testing.T) {
	pick := func(t *rapid.T, d Date, name string) Date {
		lo, hi, _ := d.Bounds()
		day := calendar.Day(rapid.Int32Range(int32(lo), int32(hi)).Draw(t, name))
		return Day(day.Gregorian())
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := aPoint(true).Draw(t, "a"), aPoint(true).Draw(t, "b")
		x, y := pick(t, a, "day of a"), pick(t, b, "day of b")
		for _, c := range []struct {
			what        string
			vague, real Truth
		}{
			{"before", Before(a, b), Before(x, y)},
			{"same", Same(a, b), Same(x, y)},
			{"overlaps", Overlaps(a, b), Overlaps(x, y)},
		} {
			if c.vague != Unknown && c.vague != c.real {
				t.Fatalf("%s of %q and %q: %v, but of %q and %q: %v", c.what, a, b, c.vague, x, y, c.real)
			}
		}
	})
}

// TestCertainOverlapHoldsHoweverTheEndsFall fixes the ends of two intervals to
// days that they can mean and compares.
func TestCertainOverlapHoldsHoweverTheEndsFall(t *testing.T) {
	end := func(t *rapid.T, d Date, name string) Date {
		lo, hi, _ := d.Bounds()
		return Day(calendar.Day(rapid.Int32Range(int32(lo), int32(hi)).Draw(t, name)).Gregorian())
	}
	rapid.Check(t, func(t *rapid.T) {
		var vague, fixed [2]Date
		for i, name := range []string{"a", "b"} {
			from, to := aPoint(true).Draw(t, name+" from"), aPoint(true).Draw(t, name+" to")
			vague[i] = Span(from, to)
			fixed[i] = Span(end(t, from, name+" first day"), end(t, to, name+" last day"))
			if vague[i].IsZero() || fixed[i].IsZero() {
				return
			}
		}
		for what, f := range map[string]func(a, b Date) Truth{"overlaps": Overlaps, "contains": Contains} {
			if got, real := f(vague[0], vague[1]), f(fixed[0], fixed[1]); got != Unknown && got != real {
				t.Fatalf("%s of %q and %q: %v, but of %q and %q: %v", what, vague[0], vague[1], got, fixed[0], fixed[1], real)
			}
		}
	})
}

func TestBoundsGrowWithVagueness(t *testing.T) {
	within := func(t *rapid.T, inner, outer Date) {
		ilo, ihi, _ := inner.Bounds()
		olo, ohi, ok := outer.Bounds()
		if !ok || olo > ilo || ihi > ohi {
			t.Fatalf("%q (%v to %v) is not within %q (%v to %v)", inner, ilo, ihi, outer, olo, ohi)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(1, 9998).Draw(t, "year")
		m, day := rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day")
		finer := []Date{Day(y, m, day), Month(y, m), Year(y), Decade(y / 10), Century(y/100 + 1)}
		for i, d := range finer {
			if i > 0 {
				within(t, finer[i-1], d)
				within(t, finer[i-1].Approximate(), d.Approximate())
			}
			within(t, d, d.Approximate())
			within(t, d.Approximate(), d.Approximate().Uncertain())
			within(t, d, From(d))
			within(t, d, Until(d))
		}
	})
}
