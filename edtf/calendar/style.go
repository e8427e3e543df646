package calendar

// FirstNewStyle is the first day that anyone counted by the Gregorian calendar,
// 15 October 1582 (bull Inter gravissimas, 24 February 1582).
const FirstNewStyle Day = 2299161

// OldToNew gives the Gregorian (New Style) reading of a Julian (Old Style) day.
// The year begins on 1 January in both; where an old source begins it on
// 25 March, the caller corrects the year first.
func OldToNew(y, m, d int) (year, month, day int, err error) {
	n, err := Of(Julian, y, m, d)
	if err != nil {
		return 0, 0, 0, err
	}
	year, month, day = n.Gregorian()
	return year, month, day, nil
}

// NewToOld gives the Julian (Old Style) reading of a Gregorian (New Style) day.
func NewToOld(y, m, d int) (year, month, day int, err error) {
	n, err := Of(Gregorian, y, m, d)
	if err != nil {
		return 0, 0, 0, err
	}
	year, month, day = n.Julian()
	return year, month, day, nil
}

// Gap gives the number of days by which the Gregorian reading of d is ahead of
// the Julian: 10 from 1582, 11 from 11 March 1700, 12 from 12 March 1800, 13
// from 13 March 1900 (New Style). Before the third century it is negative.
func (d Day) Gap() int {
	// The Old Style leap day that the New Style lacks opens the wider gap; the
	// figures of the day after it exist in both.
	y, m, day := (d + 1).Julian()
	return int(d + 1 - FromGregorian(y, m, day))
}
