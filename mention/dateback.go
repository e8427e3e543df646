package mention

import "example.org/chancery/edtf"

// backReach is how many tokens behind a date the year may stand that it is of.
const backReach = 600

// yearsFromBehind gives days and months, from mention first on, that no year precedes the year of the next whole date, when
// that comes later in the year: "On 24 February it began. On 16 March 2022 we left."
func (f *finder) yearsFromBehind(first int) {
	for i := first; i < len(f.all); i++ {
		d := f.all[i].Date
		if d == nil || !d.NoYear || d.Written != nil {
			continue
		}
		for k := i + 1; k < len(f.all) && f.all[k].First-f.all[i].End <= backReach; k++ {
			next := f.all[k].Date
			if next == nil || next.NoYear {
				continue
			}
			if filled, ok := inYearOf(d.Value, next); ok {
				d.Value, d.NoYear, d.Carried = filled, false, k
			}
			break
		}
	}
}

// inYearOf is d in the year of next; false when next is no whole day or d comes after it.
func inYearOf(d edtf.Date, next *Date) (edtf.Date, bool) {
	y, m, day := next.Value.Parts()
	if !next.Full || day == 0 || m > 12 {
		return edtf.Date{}, false
	}
	if _, dm, dd := d.Start().Parts(); dm == 0 || dm > 12 || dm > m || dm == m && dd > day {
		return edtf.Date{}, false
	}
	filled := edtf.WithYear(d, y)
	return filled, !filled.IsZero()
}
