package calendar

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// rows gives the lines of a fixture, cut at tabs.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return out
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// isoDay reads 1858-06-13.
func isoDay(t *testing.T, s string) Day {
	t.Helper()
	return FromGregorian(number(t, s[:4]), number(t, s[5:7]), number(t, s[8:10]))
}

// day is the one day that a date is.
func day(t *testing.T, d Date) Day {
	t.Helper()
	rs, err := d.Readings()
	if err != nil || rs[0].First != rs[0].Last {
		t.Fatalf("%+v is %v (%v)", d, rs, err)
	}
	return rs[0].First
}

func TestHijriCalendarsAgreeWithAnotherProgramDayByDay(t *testing.T) {
	for _, c := range []Calendar{Hijri, HijriSolar} {
		n := 0
		for _, row := range rows(t, "months-"+string(c)+".tsv") {
			d := isoDay(t, row[1])
			for m, length := range strings.Fields(row[2]) {
				for i := 1; i <= number(t, length); i++ {
					want := Date{Calendar: c, Year: number(t, row[0]), Month: m + 1, Day: i}
					if got, err := d.As(c); err != nil || got != want {
						t.Fatalf("%s is %+v (%v), the other program says %+v", d, got, err, want)
					}
					if got := day(t, want); got != d {
						t.Fatalf("%+v is %s, the other program says %s", want, got, d)
					}
					d++
					n++
				}
			}
		}
		if n < 450*354 {
			t.Errorf("%s: only %d days", c, n)
		}
	}
}

// Copts keep the Julian year: it begins on 29 August, and on 30 August before a
// Julian leap year.
func TestJulianYearsAgreeWithTheCopticOnesOfAnotherProgram(t *testing.T) {
	for _, row := range rows(t, "months-coptic.tsv") {
		y := number(t, row[0]) + 283
		want := isoDay(t, row[1])
		d := 29
		if (y+1)%4 == 0 {
			d = 30
		}
		if got := FromJulian(y, 8, d); got != want {
			t.Errorf("the Coptic year %s begins on %s, not %s", row[0], want, got)
		}
	}
}

// meeus is the formula of J. Meeus, Astronomical Algorithms, chapter 7, for Julian
// dates, which shares no line with the one in use.
func meeus(y, m, d int) Day {
	if m <= 2 {
		y, m = y-1, m+12
	}
	return Day(int(365.25*float64(y+4716)) + int(30.6001*float64(m+1)) + d - 1524)
}

func TestJulianAndByzantineDaysAgreeWithAnotherFormula(t *testing.T) {
	for d := FromGregorian(1500, 1, 1); d <= FromGregorian(1950, 12, 31); d++ {
		y, m, dd := d.Julian()
		if got := meeus(y, m, dd); got != d {
			t.Fatalf("%04d-%02d-%02d Old Style is day %d, by Meeus %d", y, m, dd, d, got)
		}
		b, err := d.As(Byzantine)
		if err != nil || b.Month != m || b.Day != dd {
			t.Fatalf("%s is %+v in the Byzantine calendar (%v)", d, b, err)
		}
		// the year changes with 1 September: 7000 began in 1491
		want := y + 5508
		if d >= meeus(y, 9, 1) {
			want++
		}
		if b.Year != want || day(t, b) != d {
			t.Fatalf("%s is of the year %d, want %d; back it is %s", d, b.Year, want, day(t, b))
		}
	}
}

func TestJapaneseErasBeginOnTheDaysOfAnotherProgram(t *testing.T) {
	fixture := rows(t, "eras.tsv")
	if len(fixture) < 30 {
		t.Fatalf("only %d eras", len(fixture))
	}
	byFirst := map[string]Era{}
	for _, e := range Eras() {
		byFirst[strings.ToLower(strings.NewReplacer("ō", "o", "ū", "u").Replace(e.Name))] = e
	}
	for _, row := range fixture {
		name := strings.ToLower(strings.NewReplacer("ō", "o", "ū", "u").Replace(row[0]))
		e, ok := byFirst[name]
		if !ok {
			t.Errorf("%s is missing", row[0])
			continue
		}
		y, m, leap, d, _ := japanese().of(e.Start)
		if m == 2 && d == 30 { // which the other program takes for a Gregorian 30 February
			m, d = 3, 1
		}
		if y != number(t, row[1]) || m != number(t, row[2]) || d != number(t, row[3]) || y != e.First {
			t.Errorf("%s begins on %s, which is %d-%d (%v)-%d; the other program says %v", e.Name, e.Start, y, m, leap, d, row[1:])
		}
	}
}

// Days that both texts of a treaty, or a text and a chronicle, give in two calendars.
func TestDaysThatTreatiesGiveInTwoCalendars(t *testing.T) {
	for _, c := range []struct {
		what string
		date Date
		want string
	}{
		{"Aigun, Russian text 16 May Old Style", Date{Qing, "xianfeng", 8, 4, 16, false}, "1858-05-28"},
		{"Tientsin with Russia, 1 June Old Style", Date{Qing, "xianfeng", 8, 5, 3, false}, "1858-06-13"},
		{"Nerchinsk, 27 August Old Style, one day apart", Date{Qing, "kangxi", 28, 7, 24, false}, "1689-09-07"},
		{"Peking with Russia, 2 November Old Style", Date{Qing, "xianfeng", 10, 10, 2, false}, "1860-11-14"},
		{"St Petersburg, 12 February Old Style", Date{Qing, "guangxu", 7, 1, 26, false}, "1881-02-24"},
		{"Kulja, 25 July Old Style", Date{Qing, "xianfeng", 1, 7, 10, false}, "1851-08-06"},
		{"last day of the Qing", Date{Qing, "xuantong", 3, 12, 25, false}, "1912-02-12"},
		{"Shimoda with Russia, 26 January Old Style", Date{Japanese, "ansei", 1, 12, 21, false}, "1855-02-07"},
		{"Edo with Russia, 7 August Old Style", Date{Japanese, "ansei", 5, 7, 11, false}, "1858-08-19"},
		{"Portsmouth", Date{Japanese, "meiji", 38, 9, 5, false}, "1905-09-05"},
		{"last lunisolar day of Japan", Date{Japanese, "meiji", 5, 12, 2, false}, "1872-12-31"},
		{"Sino-Soviet agreement", Date{Minguo, "", 13, 5, 31, false}, "1924-05-31"},
		{"Neutrality pact", Date{Japanese, "showa", 16, 4, 13, false}, "1941-04-13"},
		{"Turkmenchay", Date{Hijri, "", 1243, 8, 5, false}, "1828-02-21"},
	} {
		if got := day(t, c.date); got.String() != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
	}
}

func TestWhereAlmanacsDisagreeBothDaysAreKept(t *testing.T) {
	rs, err := Date{Qing, "guangxu", 22, 1, 1, false}.Readings()
	if err != nil || len(rs) != 2 || rs[0].First.String() != "1896-02-13" || rs[1].First.String() != "1896-02-14" {
		t.Errorf("got %v (%v)", rs, err)
	}
	for _, r := range rs {
		if !strings.Contains(r.Doubt, "disputed") {
			t.Errorf("%s is not said to be disputed", r.First)
		}
	}
	days, both := 0, 0
	for d := chineseYears[1].first; d <= lastQing; d++ {
		printed, err := d.As(Qing)
		if err != nil {
			t.Fatal(err)
		}
		rs, err := printed.Readings()
		if err != nil || rs[0].First != d {
			t.Fatalf("%s is %+v, which is %v (%v)", d, printed, rs, err)
		}
		if days++; len(rs) > 1 {
			both++
		}
	}
	if both*1000 < 12*days || both*1000 > 20*days {
		t.Errorf("%d of %d days are disputed; about 1.6 in a hundred are known to be", both, days)
	}
}

func TestDatesThatDoNotSayEnoughKeepBothReadings(t *testing.T) {
	for _, c := range []struct {
		date Date
		want string
	}{
		{Date{Unstated, "", 1858, 6, 1, false}, "1858-06-01 1858-06-01, 1858-06-13 1858-06-13"},
		{Date{Unstated, "", 1900, 2, 29, false}, "1900-03-13 1900-03-13"},
		{Date{Unstated, "", 250, 1, 1, false}, "0250-01-01 0250-01-01"}, // the two agree
		{Date{Byzantine, "", 7366, 0, 0, false}, "1857-09-13 1858-09-12"},
		{Date{Byzantine, "", 6745, 12, 4, false}, "1236-12-11 1236-12-11, 1237-12-11 1237-12-11"},
		{Date{Byzantine, March, 6745, 12, 4, false}, "1237-12-11 1237-12-11"},
		{Date{Byzantine, UltraMarch, 6745, 12, 4, false}, "1236-12-11 1236-12-11"},
		{Date{Byzantine, UltraMarch, 6745, 0, 0, false}, "1236-03-08 1237-03-07"},
		{Date{Byzantine, March, 6745, 2, 0, false}, "1238-02-08 1238-03-07"},
		{Date{Qing, "xianfeng", 8, 0, 0, false}, "1858-02-14 1859-02-02"},
		{Date{Qing, "kangxi", 28, 3, 0, true}, "1689-04-20 1689-05-18"},
		{Date{BogdKhan, "", 1, 0, 0, false}, "1911-12-29 1912-02-17"},
		{Date{BogdKhan, "", 2, 0, 0, false}, "1912-02-18 1913-02-05"},
		{Date{Qing, "daoguang", 0, 0, 0, false}, "1821-02-03 1851-01-31"},
		{Date{Qing, "xuantong", 0, 0, 0, false}, "1909-01-22 1912-02-12"},
		{Date{Japanese, "keio", 0, 0, 0, false}, "1865-05-01 1868-10-22"},
		{Date{Hijri, "", 1274, 0, 0, false}, "1857-08-22 1858-08-10"},
		{Date{Hijri, "", 1274, 9, 0, false}, "1858-04-15 1858-05-14"},
		{Date{Japanese, "meiji", 5, 12, 0, false}, "1872-12-30 1872-12-31"},
	} {
		rs, err := c.date.Readings()
		var got []string
		for _, r := range rs {
			got = append(got, r.First.String()+" "+r.Last.String())
			if len(rs) > 1 && r.Doubt == "" {
				t.Errorf("%+v: no reason for two readings", c.date)
			}
		}
		if err != nil || strings.Join(got, ", ") != c.want {
			t.Errorf("%+v: got %v (%v), want %s", c.date, got, err, c.want)
		}
	}
}

func TestDatesOfOtherCalendarsThatCannotBeAreRefusedWithAReason(t *testing.T) {
	for _, c := range []struct {
		date Date
		want string
	}{
		{Date{Qing, "xianfeng", 8, 5, 31, false}, "outside 1 to 30"},
		{Date{Qing, "xianfeng", 8, 5, 3, true}, "no intercalary month after the 5"},
		{Date{Qing, "xianfeng", 8, 13, 3, false}, "month 13"},
		{Date{Qing, "xianfeng", 0, 1, 1, false}, "count from 1"},
		{Date{Qing, "meiji", 8, 1, 1, false}, "no reign of the Qing"},
		{Date{Qing, "xuantong", 80, 1, 1, false}, "outside the table"},
		{Date{Japanese, "xianfeng", 8, 1, 1, false}, "no Japanese era"},
		{Date{Japanese, "meiji", 5, 12, 4, false}, "ended on the 2nd"},
		{Date{Hijri, "", 1274, 2, 30, false}, "outside 1 to 29"},
		{Date{HijriSolar, "", 1301, 13, 1, false}, "month 13"},
		{Date{Byzantine, "easter", 7000, 1, 1, false}, "no style"},
		{Date{Gregorian, "", 1858, 0, 3, false}, "without a month"},
		{Date{"martian", "", 1, 1, 1, false}, "no calendar known"},
	} {
		if rs, err := c.date.Readings(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got %v (%v), want %q", c.date, rs, err, c.want)
		}
	}
}

func TestReignsThatWereOverAreSaidToBe(t *testing.T) {
	for _, d := range []Date{{Qing, "xianfeng", 12, 1, 1, false}, {Japanese, "taisho", 16, 1, 1, false}, {Qing, "qixiang", 1, 1, 1, false}} {
		if rs, err := d.Readings(); err != nil || rs[0].Doubt == "" {
			t.Errorf("%+v: got %v (%v), want a doubt", d, rs, err)
		}
	}
}

func TestAnyDayOfACalendarConvertsThereAndBack(t *testing.T) {
	lo, hi := int32(FromGregorian(1644, 3, 1)), int32(FromGregorian(1950, 12, 31))
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(lo, hi).Draw(t, "day"))
		c := rapid.SampledFrom([]Calendar{Julian, Gregorian, Byzantine, Qing, Minguo, Japanese, Hijri, HijriSolar, BogdKhan}).Draw(t, "calendar")
		p, err := d.As(c)
		if err != nil { // before its first day or after its last
			return
		}
		rs, err := p.Readings()
		if err != nil || rs[0].First != d || rs[0].Last != d {
			t.Fatalf("%s is %+v, which is %v (%v)", d, p, rs, err)
		}
	})
}

func TestCyclesOfSixtyBeginWhereTheyAreKnownTo(t *testing.T) {
	if n := FromGregorian(1949, 10, 1).Sexagenary(); n != 0 {
		t.Errorf("1 October 1949 is %d in the cycle", n)
	}
	if n := SexagenaryYear(1858); n != 54 { // 戊午
		t.Errorf("1858 is %d in the cycle", n)
	}
}

func BenchmarkQingDayToGregorian(b *testing.B) {
	b.ReportAllocs()
	d := Date{Qing, "guangxu", 22, 4, 22, false}
	for b.Loop() {
		if _, err := d.Readings(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDayToQing(b *testing.B) {
	b.ReportAllocs()
	for d := Day(2341973); b.Loop(); d++ {
		if _, err := (d - (d-2341973)/76000*76000).As(Qing); err != nil {
			b.Fatal(err)
		}
	}
}
