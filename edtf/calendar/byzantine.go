package calendar

import "fmt"

// The Byzantine count of years from the creation of the world, 1 September 5509 BC.
//
// V. Grumel, La chronologie, Paris 1958; for Rus, N. G. Berezhkov, Khronologiya
// russkogo letopisaniya, Moscow 1963: years from 1 March after (March style) or
// before (ultra-March style) the September of their number; from 7000 (1492) the
// September style alone.
const (
	byzantineYear0 = 5508 // creation year less the Julian year in which it ends
	// septemberAlone is the first year that is counted from September without doubt.
	septemberAlone = 7001
)

// Styles of the beginning of the Byzantine year.
const (
	September  = "september"   // from 1 September before the Julian year of the same number
	March      = "march"       // from 1 March half a year after
	UltraMarch = "ultra-march" // from 1 March half a year before
)

// byzantine gives the days of a year, or of a Julian month or day of it.
func (d Date) byzantine() ([]Reading, error) {
	switch d.Era {
	case September, March, UltraMarch:
		return one(d.byzantineIn(d.Era))
	case "":
	default:
		return nil, fmt.Errorf("%q is no style of the Byzantine year; use %s, %s or %s", d.Era, September, March, UltraMarch)
	}
	s, err := d.byzantineIn(September)
	if err != nil || d.Year >= septemberAlone {
		return one(s, err)
	}
	m, err := d.byzantineIn(March)
	if err != nil || m == s {
		return one(s, err)
	}
	s.Doubt = "the style of the year is not stated: counted from September"
	m.Doubt = "the style of the year is not stated: counted from March"
	return []Reading{s, m}, nil
}

func (d Date) byzantineIn(style string) (Reading, error) {
	y := d.Year - byzantineYear0
	if d.Month != 0 {
		return solar(Julian, byzantineJulian(d.Year, d.Month, style), d.Month, d.Day)
	}
	var first Day
	switch style {
	case September:
		first = FromJulian(y-1, 9, 1)
		return Reading{First: first, Last: FromJulian(y, 8, 31)}, nil
	case March:
		first = FromJulian(y, 3, 1)
		return Reading{First: first, Last: FromJulian(y+1, 3, 1) - 1}, nil
	}
	first = FromJulian(y-1, 3, 1)
	return Reading{First: first, Last: FromJulian(y, 3, 1) - 1}, nil
}

// byzantineJulian gives the Julian year in which the month m of a Byzantine year lies.
func byzantineJulian(year, m int, style string) int {
	y := year - byzantineYear0
	switch {
	case style == September && m >= 9, style == UltraMarch && m >= 3:
		return y - 1
	case style == March && m < 3:
		return y + 1
	}
	return y
}

// byzantineYear gives the Byzantine year of September style, and the Julian month
// and day.
func (d Day) byzantineYear() (year, month, day int) {
	y, m, dd := d.Julian()
	if m >= 9 {
		y++
	}
	return y + byzantineYear0, m, dd
}
