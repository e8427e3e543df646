package text

import "sort"

// What the order of numbers speaks for, in tenths.
const (
	countsOn     = 20  // the number after the one before
	opensChapter = 15  // 3.1 after 2.12, 301 after 219
	skips        = -10 // for each number left out
	jumps        = -35 // to any other number
	leaps        = -18 // to a higher number not far off, as amendments do
	restarts     = -20 // at 1 again
	restartsHere = 5   // the same behind the heading of an annex
	furthestSkip = 4
	furthestLeap = 20
)

// step is a reading of a candidate in the best chain that ends with it.
type step struct {
	candidate, reading int
	score              int
	from               int // the step before, -1 for none
}

// chain chooses the candidates, each with one reading, that make the best row of
// headings: those that look like headings and whose numbers count on.
func (p *headingPage) chain(cs []candidate) []chosen {
	var all []step
	last := map[[2]int]int{} // for a number, the step of the best chain that ends with it
	chapter := map[int]int{} // for a chapter, the same
	best := -1
	for i := range cs {
		begin := len(all)
		for k := range cs[i].readings {
			r := cs[i].readings[k]
			gain := cs[i].score - r.cost
			to := step{candidate: i, reading: k, from: -1, score: gain + p.opening(r)}
			offer := func(from, bonus int) {
				if from < 0 || p.overlaps(cs, all[from], cs[i].at) {
					return
				}
				if s := all[from].score + gain + bonus; s > to.score {
					to.score, to.from = s, from
				}
			}
			for d := 1; d <= furthestSkip && d < r.minor; d++ {
				if f, ok := last[[2]int{r.major, r.minor - d}]; ok {
					offer(f, countsOn+skips*3*(d-1))
				}
			}
			if f, ok := last[[2]int{r.major, r.minor}]; ok && r.suffix != "" {
				offer(f, countsOn/2)
			}
			if r.major > 0 && r.minor == 1 {
				if f, ok := chapter[r.major-1]; ok {
					offer(f, opensChapter)
				}
			}
			if r.major == 0 && r.minor > 100 && r.minor%100 == 1 {
				if f, ok := chapter[-r.minor/100+1]; ok {
					offer(f, opensChapter)
				}
			}
			if best >= 0 {
				offer(best, p.fresh(cs, all[best], cs[i].at, r))
			}
			all = append(all, to)
		}
		for n := begin; n < len(all); n++ {
			r := cs[i].readings[all[n].reading]
			key := [2]int{r.major, r.minor}
			if f, ok := last[key]; !ok || all[f].score <= all[n].score {
				last[key] = n
			}
			ch := r.major
			if ch == 0 {
				ch = -(r.minor / 100)
			}
			if f, ok := chapter[ch]; !ok || all[f].score <= all[n].score {
				chapter[ch] = n
			}
			if best < 0 || all[n].score > all[best].score {
				best = n
			}
		}
	}
	if best < 0 || all[best].score <= 0 {
		return nil
	}
	var out []chosen
	for n := best; n >= 0; n = all[n].from {
		out = append(out, chosen{cs[all[n].candidate], cs[all[n].candidate].readings[all[n].reading]})
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].at < out[b].at })
	return out
}

// chosen is a heading with the reading of its number.
type chosen struct {
	candidate
	is reading
}

// opening is what it says for a chain to begin with r.
func (p *headingPage) opening(r reading) int {
	if r.minor == 1 && r.major < 2 || r.minor == 101 {
		return 0
	}
	return skips
}

// fresh is what it says for r to stand after a heading whose number it does not follow.
func (p *headingPage) fresh(cs []candidate, before step, at int, r reading) int {
	from := cs[before.candidate].at
	if r.minor != 1 || r.major > 1 {
		if was := cs[before.candidate].readings[before.reading]; was.major == r.major && r.minor > was.minor && r.minor-was.minor <= furthestLeap {
			return leaps
		}
		return jumps
	}
	if k := sort.SearchInts(p.holders, from); k < len(p.holders) && p.holders[k] < at {
		return restartsHere
	}
	return restarts
}

// overlaps reports whether a heading cannot begin at at because it is part of the one before,
// or only blanks part them: "Article 2. Article 1 of the Convention is amended".
func (p *headingPage) overlaps(cs []candidate, before step, at int) bool {
	end := cs[before.candidate].readings[before.reading].end
	return at < end || at-end <= 2
}
