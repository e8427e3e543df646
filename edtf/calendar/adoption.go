package calendar

import "slices"

// Adoption tells when a polity began to date by the Gregorian calendar.
type Adoption struct {
	Polity   string   // a plain name, lower case: "russia"
	Before   Calendar // what it counted by until then
	FirstNew Day      // the first day counted by the Gregorian calendar
	Act      string   // what ordered it, or what is known of it
	Also     []string // further names: keys of the authority file, states that were part of it
}

// Adoptions lists the polities whose change of calendar is known here, by date.
// A change by province, by confession or in accounts only is left out.
//
// Dates of the European states to 1753: list of the observatory of the Round Tower,
// Copenhagen, "The transition from Julian to Gregorian Calendar" (E. Poulsen), and
// the table at sci.aha.ru/ALL/a14.htm, which has Bavaria, Prussia, Hungary, Sweden
// and Bulgaria too. Russia: the Presidential Library's page on the decree,
// prlib.ru/en/history/619010. Albania, Ukraine, Transcaucasia, Yugoslavia, Romania,
// Greece, the Ottoman Empire and Turkey, Alaska, Korea, Japan and China: Wikipedia,
// "List of adoption dates of the Gregorian calendar by country" and "Adoption of the
// Gregorian calendar"; for Romania and Greece the table of sci.aha.ru has other days
// (1 February 1919; 23 March 1924, which is that of the church).
func Adoptions() []Adoption {
	const bull = "bull Inter gravissimas, followed at once"
	return []Adoption{
		{"spain", Julian, FromGregorian(1582, 10, 15), bull, nil},
		{"portugal", Julian, FromGregorian(1582, 10, 15), bull, nil},
		{"poland", Julian, FromGregorian(1582, 10, 15), bull, []string{"poland-lithuania"}},
		{"italy", Julian, FromGregorian(1582, 10, 15), bull + "; most states", []string{"papal-states", "venice", "sardinia"}},
		{"france", Julian, FromGregorian(1582, 12, 20), "9 December was followed by 20 December", []string{"lorraine"}},
		{"spanish-netherlands", Julian, FromGregorian(1583, 1, 1), "21 December was followed by 1 January", []string{"luxembourg", "belgium"}},
		{"bavaria", Julian, FromGregorian(1583, 10, 16), "with most Catholic estates of the Empire", []string{"german-catholic-states"}},
		{"austria", Julian, FromGregorian(1584, 1, 17), "Bohemia and Moravia; Tyrol, Styria and Carinthia from October to December 1583",
			[]string{"bohemia", "holy-roman-empire", "austria-hungary"}},
		{"hungary", Julian, FromGregorian(1587, 11, 1), "21 October was followed by 1 November", nil},
		{"transylvania", Julian, FromGregorian(1590, 12, 25), "14 December was followed by 25 December", nil},
		{"prussia", Julian, FromGregorian(1610, 9, 2), "the duchy; Brandenburg with the Protestant estates in 1700", nil},
		{"denmark", Julian, FromGregorian(1700, 3, 1), "with Norway and the protestant estates of the Empire", []string{"norway", "denmark-norway"}},
		{"german-protestant-states", Julian, FromGregorian(1700, 3, 1), "resolution of the Corpus Evangelicorum, 23 September 1699 Old Style",
			[]string{"brandenburg", "saxony", "hanover", "germany"}},
		{"great-britain", Julian, FromGregorian(1752, 9, 14), "Calendar (New Style) Act 1750, 24 Geo. II c. 23",
			[]string{"united-kingdom", "england", "scotland", "ireland", "united-states"}},
		// Between 1700 and 1712 Sweden counted by a calendar of its own, one day off the Julian.
		{"sweden", Julian, FromGregorian(1753, 3, 1), "17 February was followed by 1 March", []string{"sweden-finland"}},
		{"alaska", Julian, FromGregorian(1867, 10, 18), "with the transfer to the United States; the day of the week was moved too", nil},
		{"japan", Japanese, FromGregorian(1873, 1, 1), "a lunisolar calendar until then; years of the era went on", nil},
		{"korea", Qing, FromGregorian(1896, 1, 1), "the months of the Chinese almanac until then", nil},
		{"china", Qing, FromGregorian(1912, 1, 1), "adopted with the Republic; years counted from it (minguo)",
			[]string{"qing-china", "qing-empire", "republic-of-china", "xinjiang", "lifanyuan"}},
		{"albania", Julian, FromGregorian(1912, 11, 28), "with independence; 14 November was followed by 28 November", nil},
		{"bulgaria", Julian, FromGregorian(1916, 4, 14), "31 March was followed by 14 April", nil},
		// The civil year of the Ottoman Empire was Julian, with years of its own (1332 ended so); letters and treaties bore Hijri days too.
		{"ottoman-empire", Julian, FromGregorian(1917, 3, 1), "15 February was followed by 1 March; its own count of years went on to the end of 1925", nil},
		{"russia", Julian, FromGregorian(1918, 2, 14), "decree of the Council of People's Commissars, 24 January 1918 Old Style",
			[]string{"russian-empire", "tsardom-of-russia", "rsfsr", "ussr", "russian-federation", "russian-senate", "sovnarkom", "narkomindel", "finland"}},
		{"ukraine", Julian, FromGregorian(1918, 3, 1), "15 February was followed by 1 March; law of the Central Rada", nil},
		{"estonia", Julian, FromGregorian(1918, 3, 1), "15 February was followed by 1 March", nil},
		{"transcaucasia", Julian, FromGregorian(1918, 5, 1), "17 April was followed by 1 May", []string{"georgia", "armenia", "azerbaijan"}},
		{"serbia", Julian, FromGregorian(1919, 1, 28), "the Kingdom of Serbs, Croats and Slovenes; 14 January was followed by 28 January",
			[]string{"yugoslavia", "montenegro"}},
		{"romania", Julian, FromGregorian(1919, 4, 14), "31 March was followed by 14 April", []string{"moldavia", "wallachia"}},
		{"greece", Julian, FromGregorian(1923, 3, 1), "15 February was followed by 1 March; the church in 1924", nil},
		{"turkey", Gregorian, FromGregorian(1926, 1, 1), "law of 26 December 1925: years of the Christian era; the days were Gregorian since 1917", nil},
	}
}

// UsedBy gives the calendar by which the polity dated on the day d. The second
// value is false where its change is not known here.
func UsedBy(polity string, d Day) (Calendar, bool) {
	for _, a := range Adoptions() {
		if a.Polity == polity || slices.Contains(a.Also, polity) {
			if d < a.FirstNew {
				return a.Before, true
			}
			return Gregorian, true
		}
	}
	return Unstated, false
}
