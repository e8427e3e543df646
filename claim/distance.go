package claim

import (
	"sort"

	"example.org/chancery/token"
)

// The costs of standing apart, in tokens; rules.md states them.
const (
	commaCost  = 4
	clauseCost = 10
	verbCost   = 3
)

// weighTokens says once for each token what standing between costs.
func (r *reader) weighTokens() {
	r.weight = make([]int, len(r.Tokens.Tokens))
	for i := range r.weight {
		r.weight[i] = 1
		t := &r.Tokens.Tokens[i]
		if r.pack(i) == nil {
			continue
		}
		if t.Norm == "," || r.inClass("and", i) {
			r.weight[i] += commaCost
		}
		if t.Sort == token.Word && r.IsPart(i, "verb") {
			r.weight[i] += verbCost
		}
	}
}

// distance is how far a mention stands from a frame's trigger.
func (r *reader) distance(f *frame, m int) int {
	a, b := r.All[m].End, f.first
	if r.All[m].First >= f.end {
		a, b = f.end, r.All[m].First
	}
	cost := 0
	ts := r.Tokens.Tokens
	for i := a; i < b; i++ {
		cost += r.weight[i]
		if i > a && ts[i].Clause != ts[i-1].Clause {
			cost += clauseCost
		}
	}
	return cost
}

// nearerFrame reports whether another trigger of the same type is nearer to a date,
// so that the date is its own and not this frame's.
func (r *reader) nearerFrame(f *frame, date, cost int) bool {
	ts := r.Tokens.Tokens
	start := sort.Search(f.first, func(i int) bool { return ts[i].Sentence >= ts[f.first].Sentence })
	for i := r.frameFrom(start); i < len(r.frames) && ts[r.frames[i].first].Sentence == ts[f.first].Sentence; i++ {
		g := &r.frames[i]
		if g.dead || g.rule.Type != f.rule.Type || g.first < f.end && f.first < g.end {
			continue
		}
		if r.coordinated(f, g) {
			continue
		}
		if d := r.distance(g, date); d < cost {
			return true
		}
	}
	return false
}

// coordinated reports whether only a conjunction parts two triggers: "signed and sealed on 5 May".
func (r *reader) coordinated(f, g *frame) bool {
	a, b := f.end, g.first
	if b < a {
		a, b = g.end, f.first
	}
	return b >= a && b-a <= 2
}
