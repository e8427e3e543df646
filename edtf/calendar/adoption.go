package calendar

// Adoption tells when a polity began to date by the Gregorian calendar.
type Adoption struct {
	Polity   string   // a plain name, lower case: "russia"
	Before   Calendar // what it counted by until then
	FirstNew Day      // the first day counted by the Gregorian calendar
	Act      string   // what ordered it, or what is known of it
}

// Adoptions lists the polities whose change of calendar is known here, by date.
// A change by province, by confession or in accounts only is left out.
//
// Dates of the European states: list of the observatory of the Round Tower,
// Copenhagen, "The transition from Julian to Gregorian Calendar" (E. Poulsen);
// Bulgaria and Sweden: the table at sci.aha.ru/ALL/a14.htm; Russia: the
// Presidential Library's page on the decree, prlib.ru/en/history/619010; Japan
// and China: Wikipedia, "Adoption of the Gregorian calendar", East Asia.
func Adoptions() []Adoption {
	return []Adoption{
		{"spain", Julian, FromGregorian(1582, 10, 15), "bull Inter gravissimas, followed at once"},
		{"portugal", Julian, FromGregorian(1582, 10, 15), "bull Inter gravissimas, followed at once"},
		{"poland", Julian, FromGregorian(1582, 10, 15), "bull Inter gravissimas, followed at once"},
		{"france", Julian, FromGregorian(1582, 12, 20), "9 December was followed by 20 December"},
		{"denmark", Julian, FromGregorian(1700, 3, 1), "with Norway and the protestant estates of the Empire"},
		{"great-britain", Julian, FromGregorian(1752, 9, 14), "Calendar (New Style) Act 1750, 24 Geo. II c. 23"},
		// Between 1700 and 1712 Sweden counted by a calendar of its own, one day off the Julian.
		{"sweden", Julian, FromGregorian(1753, 3, 1), "17 February was followed by 1 March"},
		{"japan", Japanese, FromGregorian(1873, 1, 1), "a lunisolar calendar until then; years of the era went on"},
		{"china", Qing, FromGregorian(1912, 1, 1), "adopted with the Republic; years counted from it (minguo)"},
		{"bulgaria", Julian, FromGregorian(1916, 4, 14), "31 March was followed by 14 April"},
		{"russia", Julian, FromGregorian(1918, 2, 14), "decree of the Council of People's Commissars, 24 January 1918 Old Style"},
	}
}

// UsedBy gives the calendar by which the polity dated on the day d. The second
// value is false where its change is not known here.
func UsedBy(polity string, d Day) (Calendar, bool) {
	for _, a := range Adoptions() {
		if a.Polity == polity {
			if d < a.FirstNew {
				return a.Before, true
			}
			return Gregorian, true
		}
	}
	return Unstated, false
}
