package edtf

// Precision tells how finely a date is stated, from the coarsest to the finest.
type Precision int8

// The precisions. They sort: ToYear < ToMonth.
const (
	NoPrecision  Precision = iota // no date, or nothing of it is known (XXXX)
	ToMillennium                  // 1XXX
	ToCentury                     // 18XX
	ToDecade                      // 185X
	ToYear                        // 1855
	ToSeason                      // 1855-21, quarters and halves too
	ToMonth                       // 1855-06, XXXX-06
	ToDay                         // 1855-06-13, XXXX-06-13
)

// String gives the word for the unit: "day", "month" ... and "none".
func (p Precision) String() string {
	switch p {
	case ToMillennium:
		return "millennium"
	case ToCentury:
		return "century"
	case ToDecade:
		return "decade"
	case ToYear:
		return "year"
	case ToSeason:
		return "season"
	case ToMonth:
		return "month"
	case ToDay:
		return "day"
	}
	return "none"
}

// Precision tells how finely d is stated, marks of doubt set aside; of two ends
// the coarser counts, and an open or unknown end does not count. A part that is
// left open does not make a date finer: 1855-XX is ToYear.
func (d Date) Precision() Precision {
	if ms := d.Members(); len(ms) > 0 {
		p := ms[0].Precision()
		for _, x := range ms[1:] {
			p = min(p, x.Precision())
		}
		return p
	}
	a, b := d.first.precision(), d.last.precision()
	switch {
	case d.last.kind != dated:
		return a
	case d.first.kind != dated:
		return b
	}
	return min(a, b)
}

func (p point) precision() Precision {
	switch {
	case p.kind != dated:
		return NoPrecision
	case p.day != 0 && p.dayX == 0 && p.monthX == 0:
		return ToDay
	case p.isSeason():
		return ToSeason
	case p.month != 0 && p.monthX == 0:
		return ToMonth
	}
	switch {
	case p.sig > 0:
		return max(ToYear-Precision(p.digits()-int(p.sig)), ToMillennium)
	case p.yearX >= 8:
		return NoPrecision
	case p.yearX >= 4:
		return ToMillennium
	case p.yearX >= 2:
		return ToCentury
	case p.yearX == 1:
		return ToDecade
	}
	return ToYear
}
