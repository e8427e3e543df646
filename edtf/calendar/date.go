package calendar

import (
	"fmt"
	"strings"
)

// Date is a year, month or day as a calendar prints it, 0 where it prints none.
type Date struct {
	Calendar Calendar
	// Era is the key of a reign or era (Qing, Japanese), or the style in which the
	// Byzantine year begins: "september", "march", "ultra-march", "" where the text
	// does not say. Other calendars have none.
	Era string
	// Year is 0 where the text speaks of a whole reign or era.
	Year, Month, Day int
	Leap             bool // the month is intercalary: the one after Month
}

// Reading is the days among which a Date lies: one, or those of its month or year.
type Reading struct {
	First, Last Day
	Doubt       string // why the days may be others; "" where none is known
}

// Readings gives what d can mean in days, the best attested first. There is more
// than one where sources disagree, where the calendar is unstated and where the
// beginning of the year is; each then says why. An error says that d names no day
// of its calendar, and what to do.
func (d Date) Readings() ([]Reading, error) {
	if e, ok := EraOf(d.Era); ok && d.Year == 0 && d.Month == 0 && e.Years > 0 && e.Calendar == d.Calendar {
		return one(e.whole())
	}
	if d.Calendar != Julian && d.Calendar != Gregorian && d.Calendar != JulianGregorian && d.Calendar != Unstated && d.Year < 1 {
		return nil, fmt.Errorf("the year %d of the %s calendar; years count from 1", d.Year, d.Calendar)
	}
	if d.Day != 0 && d.Month == 0 {
		return nil, fmt.Errorf("a day without a month; give the month")
	}
	switch d.Calendar {
	case Julian, Gregorian:
		return one(solar(d.Calendar, d.Year, d.Month, d.Day))
	case JulianGregorian:
		return one(solar(Gregorian, d.Year, d.Month, d.Day))
	case Unstated:
		return d.unstated()
	case Byzantine:
		return d.byzantine()
	case Qing:
		return d.qing()
	case Minguo:
		return one(solar(Gregorian, d.Year+minguoYear0, d.Month, d.Day))
	case Japanese:
		return d.japanese()
	case Hijri:
		return one(arithmetic(d, hijriMonths{}))
	case HijriSolar:
		return one(arithmetic(d, persianMonths{}))
	case BogdKhan:
		return d.bogdKhan()
	}
	return nil, d.Calendar.noConversion()
}

func one(r Reading, err error) ([]Reading, error) {
	if err != nil {
		return nil, err
	}
	return []Reading{r}, nil
}

// minguoYear0 is the Gregorian year before the first of the Republic of China.
const minguoYear0 = 1911

// solar is the reading of a Julian or Gregorian date.
func solar(c Calendar, y, m, d int) (Reading, error) {
	m1, d1, m2, d2 := m, d, m, d
	if m == 0 {
		m1, m2 = 1, 12
	}
	if d == 0 {
		d1, d2 = 1, MonthLength(c, y, m2)
	}
	if err := Valid(c, y, m1, d1); err != nil {
		return Reading{}, err
	}
	first, err := Of(c, y, m1, d1)
	if err != nil {
		return Reading{}, err
	}
	last, err := Of(c, y, m2, d2)
	return Reading{First: first, Last: last}, err
}

// unstated gives the Gregorian and the Julian reading where they differ.
func (d Date) unstated() ([]Reading, error) {
	g, errG := solar(Gregorian, d.Year, d.Month, d.Day)
	j, errJ := solar(Julian, d.Year, d.Month, d.Day)
	switch {
	case errG != nil && errJ != nil:
		return nil, errG
	case errG != nil:
		j.Doubt = "only Old Style has this day"
		return []Reading{j}, nil
	case errJ != nil || g == j:
		return []Reading{g}, nil
	}
	why := fmt.Sprintf("the calendar is not stated: Old and New Style lie %d days apart", j.First-g.First)
	g.Doubt, j.Doubt = why, why
	return []Reading{g, j}, nil
}

// qing gives the day of the Chinese almanac, and that of the second source where
// the two disagree.
func (d Date) qing() ([]Reading, error) {
	e, ok := EraOf(d.Era)
	if !ok || e.Calendar != Qing {
		return nil, fmt.Errorf("%q is no reign of the Qing known here; give one of %s", d.Era, eraKeys(Qing))
	}
	y := e.First + d.Year - 1
	r, err := chinese().read(y, d)
	var all []Reading
	if err == nil {
		all = append(all, r)
	}
	if other, ok := disputed(y, d.Month, d.Leap); ok && d.Day <= other.length {
		o := Reading{First: other.first, Last: other.first + Day(other.length) - 1}
		if d.Day > 0 {
			o.First += Day(d.Day - 1)
			o.Last = o.First
		}
		if err != nil || o != r {
			all = append(all, o)
		}
		for i := range all {
			all[i].Doubt = "disputed: the almanacs and the calendar computed by today's astronomy (ICU) begin this month on different days"
		}
	}
	if len(all) == 0 {
		return nil, err
	}
	if d.Year > e.Years {
		all[0].Doubt = join(all[0].Doubt, fmt.Sprintf("the reign ended in its year %d", e.Years))
	}
	if e.Key == "qixiang" {
		all[0].Doubt = join(all[0].Doubt, "the reign title was replaced before its first year began")
	}
	return all, nil
}

// japanese gives the day of the lunisolar almanac up to the end of 1872, after that
// the Gregorian one.
func (d Date) japanese() ([]Reading, error) {
	e, ok := EraOf(d.Era)
	if !ok || e.Calendar != Japanese {
		return nil, fmt.Errorf("%q is no Japanese era known here; give one of %s", d.Era, eraKeys(Japanese))
	}
	y := e.First + d.Year - 1
	var (
		r   Reading
		err error
	)
	if y <= lastJapaneseLunar {
		r, err = japanese().read(y, d)
		r.Doubt = "unverified: the months before 1873 are those of one table"
		if last := FromGregorian(1872, 12, 31); r.Last > last { // 2 December 1872 was followed by 1 January 1873
			if r.Last = last; r.First > last {
				return nil, fmt.Errorf("the lunisolar calendar ended on the 2nd day of the 12th month of Meiji 5; check the day")
			}
		}
	} else {
		r, err = solar(Gregorian, y, d.Month, d.Day)
	}
	if err != nil {
		return nil, err
	}
	if e.Years > 0 && d.Year > e.Years {
		r.Doubt = join(r.Doubt, fmt.Sprintf("the era ended in its year %d", e.Years))
	}
	return []Reading{r}, nil
}

const lastJapaneseLunar = 1872

// read gives the days of a date in the year y of the almanac.
func (a almanac) read(y int, d Date) (Reading, error) {
	row, ok := a.year(y)
	switch {
	case !ok:
		return Reading{}, fmt.Errorf("the year %d lies outside the table of %d to %d; check the year", y, a.first, a.first+len(a.years)-1)
	case d.Month == 0:
		return Reading{First: row.first, Last: a.last(y)}, nil
	}
	first, last, ok := a.month(y, d.Month, d.Leap)
	switch {
	case !ok && d.Leap && d.Month >= 1 && d.Month <= 12:
		return Reading{}, fmt.Errorf("the year %d has no intercalary month after the %d; check the month", y, d.Month)
	case !ok:
		return Reading{}, fmt.Errorf("month %d is outside 1 to 12; check the month", d.Month)
	case d.Day == 0:
		return Reading{First: first, Last: last}, nil
	case d.Day < 0 || first+Day(d.Day)-1 > last:
		return Reading{}, fmt.Errorf("day %d is outside 1 to %d, the days of this month; check the day", d.Day, last-first+1)
	}
	day := first + Day(d.Day) - 1
	return Reading{First: day, Last: day}, nil
}

// bogdKhan gives the days of the years of the Bogd Khan, of which the first began
// with his enthronement on 29 December 1911 and the second with the lunar new year.
func (d Date) bogdKhan() ([]Reading, error) {
	y := bogdKhanYear0 + d.Year
	r, err := chinese().read(y, d)
	if err != nil {
		return nil, err
	}
	const doubt = "the months of the Mongolian almanac are not tabulated here; these are those of the Chinese, from which they may part by a day or a month"
	switch {
	case d.Year == 1 && d.Month == 0:
		r.First = bogdKhanStart
	case d.Month != 0:
		r.Doubt = doubt
	default:
		r.Doubt = "the new year is that of the Chinese almanac; the Mongolian may differ"
	}
	return []Reading{r}, nil
}

const (
	bogdKhanYear0 = 1910 // the lunar year in which the year 0 would begin
	// bogdKhanStart is 29 December 1911, the enthronement.
	bogdKhanStart Day = 2419400
)

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

func eraKeys(c Calendar) string {
	var keys []string
	for _, e := range eras() {
		if e.Calendar == c {
			keys = append(keys, e.Key)
		}
	}
	return strings.Join(keys, ", ")
}
