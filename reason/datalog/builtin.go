package datalog

import (
	"math"

	"example.org/chancery/edtf/calendar"
)

// maxPremises bounds the conditions of a rule.
const maxPremises = 1000

func compare(op string, a, b int32) bool {
	switch op {
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	case ">=":
		return a >= b
	case "=":
		return a == b
	}
	return a != b
}

// apply gives the value of a function; false where it has none: a sum outside 32
// bits, the distance of an end that is never reached.
func apply(call string, a, b int32) (int32, bool) {
	switch call {
	case "min":
		return min(a, b), true
	case "max":
		return max(a, b), true
	case "plus":
		return narrow(int64(a) + int64(b))
	case "plus-days":
		return int32(plusDays(calendar.Day(a), int64(b))), true
	case "plus-months":
		return int32(plusMonths(calendar.Day(a), int64(b))), true
	case "plus-years":
		return int32(plusMonths(calendar.Day(a), 12*int64(b))), true
	}
	if calendar.Day(a).IsOpen() || calendar.Day(b).IsOpen() {
		return 0, false
	}
	return narrow(int64(b) - int64(a))
}

func narrow(n int64) (int32, bool) {
	return int32(n), n >= math.MinInt32 && n <= math.MaxInt32
}

// plusDays is n days later; an end that is never reached stays what it is, and
// what lies outside the years that can be converted becomes one.
func plusDays(d calendar.Day, n int64) calendar.Day {
	if d.IsOpen() {
		return d
	}
	switch sum := int64(d) + n; {
	case sum < int64(calendar.FromGregorian(calendar.MinYear, 1, 1)):
		return calendar.NoStart
	case sum > int64(calendar.FromGregorian(calendar.MaxYear, 12, 31)):
		return calendar.NoEnd
	default:
		return calendar.Day(sum)
	}
}

// plusMonths is the day of the same number n Gregorian months later, or the last
// of its month where that is shorter, as terms of treaties are reckoned.
func plusMonths(d calendar.Day, n int64) calendar.Day {
	if d.IsOpen() {
		return d
	}
	y, m, day := d.Gregorian()
	months := 12*int64(y) + int64(m-1) + n
	year, month := months/12, months%12
	if month < 0 {
		year, month = year-1, month+12
	}
	switch {
	case year < calendar.MinYear:
		return calendar.NoStart
	case year > calendar.MaxYear:
		return calendar.NoEnd
	}
	day = min(day, calendar.MonthLength(calendar.Gregorian, int(year), int(month)+1))
	return calendar.FromGregorian(int(year), int(month)+1, day)
}
