package edtf

// Part names a stretch of a century.
type Part int8

// The parts of a century that documents speak of. "The beginning", "the middle"
// and "the end" are about a quarter wide and approximate; halves, thirds and
// quarters are counted and are not.
const (
	Beginning     Part = iota + 1 // 1801~/1825~ of the 19th
	Middle                        // 1840~/1860~
	Close                         // 1875~/1900~, "the end of the century"
	FirstHalf                     // 1801/1850
	SecondHalf                    // 1851/1900
	FirstThird                    // 1801/1833
	SecondThird                   // 1834/1866
	LastThird                     // 1867/1900
	FirstQuarter                  // 1801/1825
	SecondQuarter                 // 1826/1850
	ThirdQuarter                  // 1851/1875
	LastQuarter                   // 1876/1900
)

// years gives the first and the last year of the part, counted from 1 to 100.
func (p Part) years() (first, last int, about bool) {
	switch p {
	case Beginning:
		return 1, 25, true
	case Middle:
		return 40, 60, true
	case Close:
		return 75, 100, true
	case FirstHalf:
		return 1, 50, false
	case SecondHalf:
		return 51, 100, false
	case FirstThird:
		return 1, 33, false
	case SecondThird:
		return 34, 66, false
	case LastThird:
		return 67, 100, false
	case FirstQuarter, SecondQuarter, ThirdQuarter, LastQuarter:
		n := 25 * int(p-FirstQuarter)
		return n + 1, n + 25, false
	}
	return 0, 0, false
}

// CenturyPart gives the interval of a part of the nth century: the close of the
// 17th is 1675~/1700~. It gives the zero Date for a part or a century (1 to 99)
// that is none.
func CenturyPart(n int, part Part) Date {
	first, last, about := part.years()
	if n < 1 || n > 99 || first == 0 {
		return Date{}
	}
	d := Span(Year((n-1)*100+first), Year((n-1)*100+last))
	if about {
		return d.Approximate()
	}
	return d
}
