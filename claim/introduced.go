package claim

// introduced is the mentions that introduced an instrument, in order, and by what later
// names of the same instrument share with them.
type introduced struct {
	r      *reader
	all    []int
	byWord map[string][]int // by the beginnings of the stems of their names
	byYear map[int][]int    // by the year in their name
	said   map[int][]int    // by the year in which they are said to be signed, those without one in their name
}

// comparedBytes is how much of two stems must agree for within to take them for one.
const comparedBytes = 8

func beginning(stem string) string { return stem[:min(len(stem), comparedBytes)] }

func (s *introduced) add(i int) {
	in := s.r.All[i].Instrument
	s.all = append(s.all, i)
	for _, m := range in.Modifiers {
		s.byWord[beginning(m)] = append(s.byWord[beginning(m)], i)
	}
	if in.Year != 0 {
		s.byYear[in.Year] = append(s.byYear[in.Year], i)
	} else if y := s.r.years[i]; y != 0 {
		s.said[y] = append(s.said[y], i)
	}
}

// sameName is the latest mention whose name says the same instrument as that of i, -1
// for none. Names of one instrument share a word, or its year where one is nothing else.
func (s *introduced) sameName(i int) int {
	in := s.r.All[i].Instrument
	best := -1
	take := func(some []int) {
		for n := len(some) - 1; n >= 0 && some[n] > best; n-- {
			if s.r.sameInstrument(i, some[n]) {
				best = some[n]
			}
		}
	}
	for _, m := range in.Modifiers {
		take(s.byWord[beginning(m)])
	}
	if in.Year != 0 {
		take(s.byYear[in.Year])
	}
	if best >= 0 || in.Year == 0 || len(in.Modifiers) > 0 {
		return best
	}
	// "the treaty of 1945": one of that kind that is said to be signed in that year
	some := s.said[in.Year]
	for n := len(some) - 1; n >= 0; n-- {
		if o := s.r.All[some[n]].Instrument; kindsAgree(o.Kind, in.Kind) && o.Draft == in.Draft {
			return some[n]
		}
	}
	return -1
}
