package calendar

import (
	"fmt"
	"strings"
)

// String says the date in English with the numbers that stand in it: "Xianfeng 咸豐
// 8, month 5, day 3"; of calendars without eras as figures: "7366-06-01".
func (d Date) String() string {
	e, era := EraOf(d.Era)
	if !era {
		s := fmt.Sprintf("%04d", d.Year)
		if d.Year < 0 {
			s = fmt.Sprintf("-%04d", -d.Year)
		}
		for _, n := range [...]int{d.Month, d.Day} {
			if n == 0 {
				break
			}
			s += fmt.Sprintf("-%02d", n)
		}
		if d.Leap {
			s += " of the intercalary month"
		}
		return s
	}
	if d.Year == 0 {
		return "the years of " + e.String()
	}
	s := fmt.Sprintf("%s %d", e, d.Year)
	if d.Month > 0 && d.Leap {
		s += fmt.Sprintf(", intercalary month %d", d.Month)
	} else if d.Month > 0 {
		s += fmt.Sprintf(", month %d", d.Month)
	}
	if d.Day > 0 {
		s += fmt.Sprintf(", day %d", d.Day)
	}
	return s
}

// Cycle gives the two characters of a place in the cycle of sixty: 0 is 甲子.
func Cycle(n int) string {
	n = floorMod(n, 60)
	return string([]rune(stems)[n%10]) + string([]rune(branches)[n%12])
}

// Rule says in a sentence how the calendar counts and where its days come from.
func (c Calendar) Rule() string {
	switch c {
	case Julian:
		return "Old Style: a leap day every fourth year; New Style is ahead by 10 days from 1582, 11 from 1700, 12 from 1800, 13 from 1900"
	case Gregorian, JulianGregorian:
		return "New Style: a leap day every fourth year but three of four turns of the century; carried back before 1582 by its own rule"
	case Byzantine:
		return "years from 1 September 5509 BC with the months of Old Style; September style unless another is stated"
	case Qing:
		return "years of a reign and months of the Chinese almanac, table of 1644 to 1911; ICU's computed calendar beside it"
	case Minguo:
		return "Gregorian days; the year 1 is 1912"
	case Japanese:
		return "years of an era; Gregorian days since 1873, before that the months of the Japanese almanac, unverified"
	case Hijri:
		return hijriDoubt
	case HijriSolar:
		return "solar years from 622 with leap years by a cycle of 33; law in Iran since 1925"
	case BogdKhan:
		return "years from 29 December 1911, months of the Chinese almanac in place of the Mongolian"
	}
	return strings.TrimSpace("no conversion of " + string(c))
}
