package web

import (
	"cmp"
	"slices"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/edtf"
)

// moment is one event of a life, with all the ways in which sources date it that may
// be the same day: "1858" goes with "28 May 1858", the other style with the one.
type moment struct {
	answer.Happening                    // the finest dating
	Also             []answer.Happening // the others
}

// moments gathers the happenings of a life.
func moments(life []answer.Happening) []moment {
	order := make([]int, len(life))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(fineness(life[b]), fineness(life[a])) })
	var out []moment
	var at []int // of the first happening of each moment, in the life
	for _, i := range order {
		if n := home(out, life[i]); n >= 0 {
			out[n].Also = append(out[n].Also, life[i])
			continue
		}
		out = append(out, moment{Happening: life[i]})
		at = append(at, i)
	}
	byLife := make([]int, len(out))
	for i := range byLife {
		byLife[i] = i
	}
	slices.SortFunc(byLife, func(a, b int) int { return cmp.Compare(at[a], at[b]) })
	sorted := make([]moment, len(out))
	for i, n := range byLife {
		sorted[i] = out[n]
	}
	return sorted
}

func fineness(h answer.Happening) edtf.Precision {
	d, err := edtf.Parse(h.Date)
	if err != nil {
		return edtf.NoPrecision
	}
	return d.Precision()
}

// home is the moment that h belongs to, or -1. What is not dated, and what fits
// several, belongs to none.
func home(ms []moment, h answer.Happening) int {
	found := -1
	for i, m := range ms {
		if m.Event != h.Event || m.Of != h.Of || m.Certainty != h.Certainty || !sameTime(m.Happening, h) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// sameTime reports whether coarse may be another way of saying fine.
func sameTime(fine, coarse answer.Happening) bool {
	if coarse.Date == "" || fine.Date == coarse.Date {
		return true
	}
	f, err := edtf.Parse(fine.Date)
	c, err2 := edtf.Parse(coarse.Date)
	if err != nil || err2 != nil {
		return false
	}
	return edtf.SameDayInTwoStyles(f, c) || c.Precision() < f.Precision() && edtf.Contains(c, f) == edtf.Yes
}

// counts reports whether something is said to have happened.
func (m moment) counts() bool { return m.Counts() }

// ends reports whether an event is the end of an instrument.
func ends(event string) bool {
	return slices.Contains([]string{"denounced", "annulled", "superseded", "lapsed", "expired", "terminated"}, event)
}

// before reports whether an event lies before signature.
func before(event string) bool {
	n := slices.Index(chancery.LifeEvents, event)
	return n >= 0 && n < slices.Index(chancery.LifeEvents, "signed")
}
