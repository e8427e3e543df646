package calendar

import "fmt"

// As gives the date that the calendar c prints for d. An error says that c has none
// there: before its eras, outside its table.
func (d Day) As(c Calendar) (Date, error) {
	out := Date{Calendar: c}
	none := func(why string) (Date, error) {
		return Date{}, fmt.Errorf("%s in the %s calendar: %s", d, c, why)
	}
	if d.IsOpen() {
		return none("an open end is no day; ask IsOpen first")
	}
	ok := true
	switch c {
	case Julian:
		out.Year, out.Month, out.Day = d.Julian()
	case Gregorian, JulianGregorian:
		out.Year, out.Month, out.Day = d.Gregorian()
	case Byzantine:
		out.Year, out.Month, out.Day = d.byzantineYear()
		out.Era = September
		ok = out.Year > 0
	case Qing:
		out.Year, out.Month, out.Leap, out.Day, ok = chinese().of(d)
		ok = ok && d <= lastQing && out.inEra(d)
	case Minguo:
		out.Year, out.Month, out.Day = d.Gregorian()
		out.Year -= minguoYear0
		ok = out.Year > 0
	case Japanese:
		if d < firstJapaneseSolar {
			out.Year, out.Month, out.Leap, out.Day, ok = japanese().of(d)
		} else {
			out.Year, out.Month, out.Day = d.Gregorian()
		}
		ok = ok && out.inEra(d)
	case Hijri:
		out.Year, out.Month, out.Day = printed(d, hijriMonths{})
		ok = out.Year > 0
	case HijriSolar:
		out.Year, out.Month, out.Day = printed(d, persianMonths{})
		ok = out.Year > 0
	case BogdKhan:
		out.Year, out.Month, out.Leap, out.Day, ok = chinese().of(d)
		out.Year -= bogdKhanYear0
		ok = ok && d >= bogdKhanStart
	default:
		return Date{}, c.noConversion()
	}
	if !ok {
		return none("it has no such day there")
	}
	return out, nil
}

const (
	lastQing           Day = 2419445 // 12 February 1912, the abdication
	firstJapaneseSolar Day = 2405160 // 1 January 1873
)

// inEra turns a year counted through into the year of the era of the day.
func (d *Date) inEra(day Day) bool {
	e, ok := eraIn(d.Calendar, day, d.Year)
	d.Era, d.Year = e.Key, d.Year-e.First+1
	return ok
}
