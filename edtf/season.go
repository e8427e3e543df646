package edtf

// Groups of months that stand in the place of the month (ISO 8601-2, clause on
// sub-year groupings): seasons anywhere, seasons of the northern and of the
// southern half of the earth, quarters, thirds and halves of a year.
const (
	firstSeason = 21
	lastSeason  = 41
)

// seasonMonths gives the first and the last month of a season, counted from
// January of its year; 14 is February of the year after. ok is false for a
// number that is no season.
//
// Seasons are whole months, as chroniclers and meteorologists count them. A
// winter without more is any of January to February and December to the next
// February: "in the winter of 1849" is said of either end of that year.
func seasonMonths(s int) (first, last int, ok bool) {
	switch s {
	case 21, 25, 31: // spring; spring in the north; autumn in the south
		return 3, 5, true
	case 22, 26, 32:
		return 6, 8, true
	case 23, 27, 29:
		return 9, 11, true
	case 24, 28, 30:
		return 1, 14, true
	case 33, 34, 35, 36:
		return 3*(s-33) + 1, 3 * (s - 32), true
	case 37, 38, 39:
		return 4*(s-37) + 1, 4 * (s - 36), true
	case 40, 41:
		return 6*(s-40) + 1, 6 * (s - 39), true
	}
	return 0, 0, false
}
