package claim

import (
	"slices"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
)

// filling is what fills the roles of a frame: mentions by role name.
type filling struct {
	by      map[string][]int
	from    map[string]string // where a filler was taken from: "focus", "self", "anchor", "entry"
	members []int             // further instruments of a list
	lists   map[string][]int  // further members of the lists that the ends of a relation stand in
}

func (x filling) one(role string) int {
	if ms := x.by[role]; len(ms) > 0 {
		return ms[0]
	}
	return -1
}

// defaults are the roles that every rule of a type has unless it states them itself.
var defaults = map[chancery.ClaimType][]lang.Role{
	chancery.EventClaim: {
		{Name: "instrument", Unit: "instrument", Scope: "sentence"},
		{Name: "date", Unit: "date", Scope: "sentence"},
		{Name: "place", Unit: "place", Scope: "clause"},
		{Name: "person", Unit: "person", Scope: "clause", Many: true},
		{Name: "actor", Unit: "polity", Scope: "sentence", Many: true},
	},
	chancery.ProvisionClaim: {
		{Name: "instrument", Unit: "instrument", Scope: "sentence", Required: true, Else: []string{"focus", "self"}},
		{Name: "article", Unit: "article", Scope: "sentence"},
		{Name: "actor", Unit: "polity", Scope: "sentence", Many: true},
	},
	chancery.CharacterisationClaim: {
		{Name: "of", Unit: "instrument", Scope: "sentence", Required: true, Else: []string{"focus"}},
	},
}

// fill finds the fillers of a frame; false when a required role stays empty.
func (r *reader) fill(f *frame) (filling, bool) {
	x := filling{by: map[string][]int{}, from: map[string]string{}, lists: map[string][]int{}}
	stated := map[string]bool{}
	for i := range f.rule.Roles {
		role := &f.rule.Roles[i]
		stated[role.Name] = true
		if !r.fillRole(f, role, &x) {
			return x, false
		}
	}
	ds := defaults[f.rule.Type]
	for i := range ds {
		if !stated[ds[i].Name] && !r.fillRole(f, &ds[i], &x) {
			return x, false
		}
	}
	return x, true
}

func (r *reader) fillRole(f *frame, role *lang.Role, x *filling) bool {
	if c, ok := f.caught[role.Name]; ok {
		if m := r.mentionAt(role.Unit, c); m >= 0 {
			if !r.fits(f, role, m, x) {
				return !role.Required
			}
			x.by[role.Name] = []int{m}
			return !role.Absent
		}
	}
	found := r.candidates(f, role, x)
	if role.Absent {
		return len(found) == 0
	}
	if role.Name == "instrument" && r.entry >= 0 && r.aboutEntry(f, role, found) {
		found = []int{r.entry}
		x.from["instrument"] = "entry"
	}
	if len(found) == 0 {
		found = r.elsewhere(f, role, x)
	}
	if len(found) == 0 {
		// neither the focus nor whether this is an entry is known while frames are sorted out
		return !role.Required || r.alone && (len(role.Else) > 0 || role.Name == "instrument" && r.headword >= 0 && r.elliptic(f))
	}
	if !role.Many {
		found = found[:1]
	}
	x.by[role.Name] = found
	if role.Name == "instrument" && x.from["instrument"] == "" {
		for _, m := range r.listOf(found[0]) {
			if r.fits(f, role, m, x) {
				x.members = append(x.members, m)
			}
		}
	}
	if (role.Name == "from" || role.Name == "to") && x.from[role.Name] == "" {
		x.lists[role.Name] = r.listOf(found[0])
	}
	return true
}

// mentionAt is the mention of a type that stands at the captured tokens.
func (r *reader) mentionAt(unit string, c [2]int) int {
	for _, u := range r.Units[c[0]] {
		if u.Tag == unit && u.End == c[1] {
			return u.Ref
		}
	}
	return -1
}

// elsewhere is the filler that a role takes from the state of the document.
func (r *reader) elsewhere(f *frame, role *lang.Role, x *filling) []int {
	for _, e := range role.Else {
		m := -1
		switch e {
		case "focus":
			m = r.focusAt(f.first, func(m int) bool { return r.kindFits(role, m) })
		case "anchor":
			m = r.anchorAt(f.first)
		case "self":
			m = r.self
		}
		if m >= 0 && r.kindFits(role, m) {
			x.from[role.Name] = e
			return []int{m}
		}
	}
	return nil
}

func (r *reader) kindFits(role *lang.Role, m int) bool {
	in := r.All[m].Instrument
	return in == nil || len(role.Kinds) == 0 || slices.Contains(role.Kinds, string(in.Kind))
}

// candidates are the mentions that can fill a role, nearest first.
func (r *reader) candidates(f *frame, role *lang.Role, x *filling) []int {
	lo, hi := r.scope(f, role.Scope, role.Near)
	type option struct{ m, cost int }
	var all []option
	for i := lo; i < hi; i++ {
		for _, u := range r.Units[i] {
			if u.Tag != role.Unit || u.End > hi {
				continue
			}
			if i < f.end && u.End > f.first && (u.Tag != "date" || len(f.caught) == 0) {
				continue
			}
			if role.Order == "before" && i >= f.first || role.Order == "after" && i < f.end {
				continue
			}
			if !r.fits(f, role, u.Ref, x) {
				continue
			}
			all = append(all, option{u.Ref, r.distance(f, u.Ref)})
		}
	}
	slices.SortStableFunc(all, func(a, b option) int { return a.cost - b.cost })
	var out []int
	shared := -1
	for _, o := range all {
		if (role.Unit == "date" || role.Unit == "place") && !r.alone && r.nearerFrame(f, o.m, o.cost) {
			if role.Unit == "date" && shared < 0 && !r.commaBetween(f, o.m) {
				shared = o.m
			}
			continue
		}
		out = append(out, o.m)
	}
	if len(out) == 0 && shared >= 0 {
		return []int{shared} // two acts of one clause on one day
	}
	return out
}

// commaBetween reports whether a comma or another clause parts a frame and a mention.
func (r *reader) commaBetween(f *frame, m int) bool {
	a, b := r.All[m].End, f.first
	if r.All[m].First >= f.end {
		a, b = f.end, r.All[m].First
	}
	ts := r.Tokens.Tokens
	for i := a; i < b; i++ {
		if ts[i].Norm == "," || ts[i].Clause != ts[f.first].Clause {
			return true
		}
	}
	return r.Text.Losses.Punctuation
}

// fits reports whether a mention meets what a role asks of its filler.
func (r *reader) fits(f *frame, role *lang.Role, m int, x *filling) bool {
	me := &r.All[m]
	if in := me.Instrument; in != nil {
		if role.Named && in.Bare || r.root[m] < 0 || !r.kindFits(role, m) || in.Plural && f.rule.Type == chancery.EventClaim && !r.endsList(m) {
			return false
		}
		if role.Name == "to" && x.one("from") >= 0 && r.root[x.one("from")] == r.root[m] {
			return false
		}
	}
	if role.Unit == "date" && r.instrumentAround(m) >= 0 && (!originates(f.rule.States) || !r.insideOwn(m, x)) {
		return false
	}
	if role.Unit == "place" && role.LedBy == nil && !r.placeSign(me) {
		return false
	}
	if len(role.Cases) > 0 {
		head := me.End - 1
		if in := me.Instrument; in != nil && in.HeadEnd > in.HeadFirst {
			head = in.HeadEnd - 1
		}
		if !r.MayBe(head, role.Cases) {
			return false
		}
	}
	return r.led(role, me) && r.followedBy(role, me)
}

// instrumentAround is the instrument whose name a date or place is part of, -1 for none.
func (r *reader) instrumentAround(d int) int {
	for i := d; i >= 0 && i > d-12; i-- {
		if m := &r.All[i]; m.Instrument != nil && m.First <= r.All[d].First && m.End >= r.All[d].End {
			return i
		}
	}
	for i := d + 1; i < len(r.All) && r.All[i].First <= r.All[d].First; i++ {
		if m := &r.All[i]; m.Instrument != nil && m.End >= r.All[d].End {
			return i
		}
	}
	return -1
}

// insideOwn reports whether a date is part of the name of the frame's own instrument:
// then the year in the name can date its signature.
func (r *reader) insideOwn(d int, x *filling) bool {
	in := x.one("instrument")
	return in >= 0 && x.from["instrument"] == "" && r.instrumentAround(d) == in
}

// adjectiveGap is how many words may stand between an adposition and its name.
const adjectiveGap = 2

func (r *reader) led(role *lang.Role, me *mention.Mention) bool {
	if role.LedBy == nil {
		return true
	}
	for s := me.First - 1; s >= 0 && s >= me.First-6; s-- {
		end, ok := r.match.Match(role.LedBy.Elements, s)
		if !ok || end > me.First || me.First-end > adjectiveGap {
			continue
		}
		return true
	}
	return false
}

func (r *reader) followedBy(role *lang.Role, me *mention.Mention) bool {
	if role.Followed == nil {
		return true
	}
	for s := me.End; s <= me.End+adjectiveGap && s < len(r.Tokens.Tokens); s++ {
		if _, ok := r.match.Match(role.Followed.Elements, s); ok {
			return true
		}
	}
	return false
}

// placeSign reports whether a preposition or a case says that something is at a place;
// a place that is merely named is not where an event was. Where short words are lost
// nothing can say it.
func (r *reader) placeSign(me *mention.Mention) bool {
	if r.Text.Losses.ShortWords || r.inClass("place-case", me.End-1) {
		return true
	}
	for s := max(0, me.First-3); s < me.First; s++ {
		if end, ok := r.classEnd("place-preposition", s); ok && me.First-end <= 1 && end <= me.First {
			return true
		}
	}
	return false
}
