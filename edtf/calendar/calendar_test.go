package calendar

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

type ymd struct{ y, m, d int }

func TestDaysHaveTheirJulianDayNumber(t *testing.T) {
	// Day numbers: Meeus, Astronomical Algorithms, chapter 7, at noon.
	for _, c := range []struct {
		what string
		got  Day
		want Day
	}{
		{"beginning of the count", FromJulian(-4712, 1, 1), 0},
		{"beginning of the count, Gregorian", FromGregorian(-4713, 11, 24), 0},
		{"noon of 1 January 2000", FromGregorian(2000, 1, 1), 2451545},
		{"27 January 1987", FromGregorian(1987, 1, 27), 2446823},
		{"27 January 333", FromJulian(333, 1, 27), 1842713},
		{"10 April 837", FromJulian(837, 4, 10), 2026872},
		{"15 October 1582", FromGregorian(1582, 10, 15), FirstNewStyle},
		{"4 October 1582", FromJulian(1582, 10, 4), FirstNewStyle - 1},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %d, want %d", c.what, c.got, c.want)
		}
	}
}

func TestOldStyleBecomesNewStyle(t *testing.T) {
	for _, c := range []struct {
		what     string
		old, new ymd
	}{
		{"ten days in the 17th century", ymd{1689, 8, 27}, ymd{1689, 9, 6}},
		{"twelve days in the 19th", ymd{1858, 6, 1}, ymd{1858, 6, 13}},
		{"into the next year", ymd{1857, 12, 25}, ymd{1858, 1, 6}},
		{"still eleven on 18 February 1800", ymd{1800, 2, 18}, ymd{1800, 3, 1}},
		{"a leap day that only the old style has", ymd{1900, 2, 29}, ymd{1900, 3, 13}},
		{"Russia's last old day", ymd{1918, 1, 31}, ymd{1918, 2, 13}},
	} {
		y, m, d, err := OldToNew(c.old.y, c.old.m, c.old.d)
		if got := (ymd{y, m, d}); err != nil || got != c.new {
			t.Errorf("%s: new style of %v: got %v (%v), want %v", c.what, c.old, got, err, c.new)
		}
		y, m, d, err = NewToOld(c.new.y, c.new.m, c.new.d)
		if got := (ymd{y, m, d}); err != nil || got != c.old {
			t.Errorf("%s: old style of %v: got %v (%v), want %v", c.what, c.new, got, err, c.old)
		}
	}
}

func TestEveryDayFrom1500To1950ConvertsThereAndBack(t *testing.T) {
	var lastGreg, lastJul ymd
	gaps := map[int]Day{}
	for d := FromGregorian(1500, 1, 1); d <= FromGregorian(1950, 12, 31); d++ {
		y, m, day := d.Gregorian()
		g := ymd{y, m, day}
		y, m, day = d.Julian()
		j := ymd{y, m, day}
		if FromGregorian(g.y, g.m, g.d) != d || FromJulian(j.y, j.m, j.d) != d {
			t.Fatalf("day %d is %v and %v, which are not it again", d, g, j)
		}
		if Valid(Gregorian, g.y, g.m, g.d) != nil || Valid(Julian, j.y, j.m, j.d) != nil {
			t.Fatalf("day %d is %v and %v, not both valid", d, g, j)
		}
		if lastGreg.y != 0 && (!follows(Gregorian, lastGreg, g) || !follows(Julian, lastJul, j)) {
			t.Fatalf("%v after %v, %v after %v", g, lastGreg, j, lastJul)
		}
		lastGreg, lastJul = g, j
		if _, seen := gaps[d.Gap()]; !seen {
			gaps[d.Gap()] = d
		}
	}
	want := map[int]Day{
		9: FromGregorian(1500, 1, 1), 10: FromGregorian(1500, 3, 10), 11: FromGregorian(1700, 3, 11),
		12: FromGregorian(1800, 3, 12), 13: FromGregorian(1900, 3, 13),
	}
	if len(gaps) != len(want) {
		t.Errorf("gaps found: %v", gaps)
	}
	for gap, first := range want {
		if got := gaps[gap]; got != first {
			t.Errorf("the gap of %d days begins on %v, want %v", gap, got, first)
		}
	}
}

// follows says whether b is the day after a by the plain rules of the calendar.
func follows(c Calendar, a, b ymd) bool {
	a.d++
	if a.d > MonthLength(c, a.y, a.m) {
		a.d = 1
		a.m++
	}
	if a.m > 12 {
		a.m = 1
		a.y++
	}
	return a == b
}

func TestGapIsTheDifferenceOfTheTwoReadings(t *testing.T) {
	for _, c := range []struct {
		day  ymd
		want int
	}{
		{ymd{1582, 10, 15}, 10}, {ymd{1700, 3, 1}, 10}, {ymd{1700, 3, 10}, 10}, {ymd{1700, 3, 11}, 11}, {ymd{1752, 9, 14}, 11},
		{ymd{1800, 3, 13}, 12}, {ymd{1858, 6, 13}, 12}, {ymd{1899, 12, 31}, 12},
		{ymd{1900, 3, 14}, 13}, {ymd{1918, 2, 14}, 13}, {ymd{250, 6, 1}, 0}, {ymd{0, 6, 1}, -2},
	} {
		if got := FromGregorian(c.day.y, c.day.m, c.day.d).Gap(); got != c.want {
			t.Errorf("%v: got %d, want %d", c.day, got, c.want)
		}
	}
}

func TestAnyDayConvertsThereAndBack(t *testing.T) {
	lo, hi := int32(FromJulian(MinYear, 1, 1)), int32(FromGregorian(MaxYear, 12, 31))
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(lo, hi).Draw(t, "day"))
		y, m, day := d.Gregorian()
		if y < MaxYear && y > MinYear && FromGregorian(y, m, day) != d {
			t.Fatalf("%d is %d-%d-%d, which is %d", d, y, m, day, FromGregorian(y, m, day))
		}
		y, m, day = d.Julian()
		if y < MaxYear && y > MinYear && FromJulian(y, m, day) != d {
			t.Fatalf("%d is %d-%d-%d Old Style, which is %d", d, y, m, day, FromJulian(y, m, day))
		}
	})
}

func TestGregorianAgreesWithTheClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(-1_000_000, 5_000_000).Draw(t, "day"))
		want := time.Unix(int64(d-2440588)*86400, 0).UTC()
		y, m, day := d.Gregorian()
		if y != want.Year() || m != int(want.Month()) || day != want.Day() || d.Weekday() != want.Weekday() {
			t.Fatalf("%d is %d-%d-%d %v, want %v", d, y, m, day, d.Weekday(), want)
		}
	})
}

func TestDaysThatDoNotExistAreRefusedWithAReason(t *testing.T) {
	for _, c := range []struct {
		cal  Calendar
		day  ymd
		want string // part of the error; "" for a day that exists
	}{
		{Gregorian, ymd{1858, 6, 13}, ""},
		{Gregorian, ymd{2000, 2, 29}, ""},
		{Julian, ymd{1900, 2, 29}, ""},
		{Unstated, ymd{1900, 2, 29}, ""},
		{Gregorian, ymd{1900, 2, 29}, "1900-03-13"},
		{JulianGregorian, ymd{1900, 2, 29}, "only in the julian"},
		{Gregorian, ymd{1858, 6, 31}, "outside 1 to 30"},
		{Gregorian, ymd{1858, 13, 1}, "month 13"},
		{Julian, ymd{1858, 6, 0}, "day 0"},
		{Gregorian, ymd{MaxYear + 1, 1, 1}, "year 5000001"},
		{Qing, ymd{8, 5, 3}, "qing"},
		{"martian", ymd{1, 1, 1}, "no calendar known"},
	} {
		err := Valid(c.cal, c.day.y, c.day.m, c.day.d)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s %v: got %v, want %q", c.cal, c.day, err, c.want)
		}
	}
}

func TestCalendarsWithoutConversionSaySo(t *testing.T) {
	for _, c := range Calendars() {
		_, err := Of(c, 1858, 6, 13)
		_, _, _, back := FromGregorian(1858, 6, 13).In(c)
		if c.Converts() != (err == nil) || c.Converts() != (back == nil) {
			t.Errorf("%s: converts %v, there %v, back %v", c, c.Converts(), err, back)
		}
		if err != nil && (!errors.Is(err, ErrNoConversion) || !errors.Is(back, ErrNoConversion)) {
			t.Errorf("%s: %v and %v are not ErrNoConversion", c, err, back)
		}
		if !c.Known() {
			t.Errorf("%s is not known", c)
		}
	}
	if Calendar("lunar").Known() {
		t.Error("an invented calendar is known")
	}
	if _, _, _, err := NoEnd.In(Gregorian); err == nil {
		t.Error("an open end has a day of the month")
	}
}

func TestYearsOutOfReachAreOpenEnds(t *testing.T) {
	if FromGregorian(MinYear-1, 1, 1) != NoStart || FromJulian(MaxYear+1, 1, 1) != NoEnd {
		t.Error("a year out of reach has a day number")
	}
}

func TestPolityChangesItsCalendarOnOneDay(t *testing.T) {
	for _, c := range []struct {
		polity  string
		lastOld ymd // as the polity printed it
		want    Calendar
	}{
		{"russia", ymd{1918, 1, 31}, Julian},
		{"great-britain", ymd{1752, 9, 2}, Julian},
		{"sweden", ymd{1753, 2, 17}, Julian},
		{"france", ymd{1582, 12, 9}, Julian},
		{"bulgaria", ymd{1916, 3, 31}, Julian},
	} {
		last := FromJulian(c.lastOld.y, c.lastOld.m, c.lastOld.d)
		if got, ok := UsedBy(c.polity, last); !ok || got != c.want {
			t.Errorf("%s on its last old day: %s, %v", c.polity, got, ok)
		}
		if got, _ := UsedBy(c.polity, last+1); got != Gregorian {
			t.Errorf("%s on the day after: %s", c.polity, got)
		}
	}
	if got, ok := UsedBy("atlantis", 0); ok || got != Unstated {
		t.Errorf("atlantis counts by %s", got)
	}
	as := Adoptions()
	for i, a := range as {
		if i > 0 && a.FirstNew < as[i-1].FirstNew {
			t.Errorf("%s is out of order", a.Polity)
		}
		if !a.Before.Known() || a.Act == "" || strings.ToLower(a.Polity) != a.Polity {
			t.Errorf("%+v lacks something", a)
		}
	}
}

func TestDaysPrintAsGregorian(t *testing.T) {
	for d, want := range map[Day]string{
		FromGregorian(1858, 6, 13): "1858-06-13", FromGregorian(-44, 3, 15): "-0044-03-15",
		FromGregorian(7, 1, 2): "0007-01-02", NoStart: "..", NoEnd: "..",
	} {
		if d.String() != want {
			t.Errorf("got %s, want %s", d, want)
		}
	}
}

func BenchmarkDayToGregorian(b *testing.B) {
	b.ReportAllocs()
	sum := 0
	for d := Day(2341973); b.Loop(); d++ {
		y, m, day := d.Gregorian()
		sum += y + m + day
	}
	_ = sum
}

func TestThePageListsEveryAdoption(t *testing.T) {
	page, err := os.ReadFile("../../doc/reference/dates.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| first Gregorian day |")
	table, _, _ = strings.Cut(table, "\n\n")
	lines := strings.Split(table, "\n")
	for _, a := range Adoptions() {
		found := false
		for _, l := range lines {
			found = found || strings.HasPrefix(l, "| `"+a.FirstNew.String()+"` |") && strings.Contains(l, a.Polity) && strings.HasSuffix(l, "| "+string(a.Before)+" |")
		}
		if !found {
			t.Errorf("the page has no row of %s with %s and %s", a.Polity, a.FirstNew, a.Before)
		}
	}
}
