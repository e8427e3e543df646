package edtf

import (
	"slices"
	"strings"

	"example.org/chancery/edtf/calendar"
)

// list reads [1667,1668,1670..1672], one of these, and {..}, all of them. A member
// is a date or a span of them; either end of a span may be left out. [a..b] alone is
// one time between the two.
func (r *reader) list(f form, closing string) (Date, error) {
	if !strings.HasSuffix(r.text, closing) || len(r.text) < 3 {
		return Date{}, r.fault(len(r.text), "no "+closing+" at the end", "write [1667,1668] or [1727..1792] for one of these, {1667,1668} for all of them")
	}
	var members []Date
	for at := 1; at < len(r.text); {
		end := strings.IndexByte(r.text[at:], ',')
		if end < 0 {
			end = len(r.text) - 1 - at
		}
		m, err := r.member(f, at, at+end)
		if err != nil {
			return Date{}, err
		}
		members = append(members, m)
		at += end + 1
	}
	if len(members) == 1 && members[0].form != single {
		members[0].form = f
		return members[0], nil
	}
	return listOf(f, members), nil
}

// member reads what stands between two commas.
func (r *reader) member(f form, start, end int) (Date, error) {
	i := strings.Index(r.text[start:end], "..")
	if i < 0 {
		r.pos, r.end = start, end
		p, err := r.point()
		return p.date(), err
	}
	var ends [2]point
	for n, at := range [...][2]int{{start, start + i}, {start + i + 2, end}} {
		if at[0] == at[1] {
			ends[n] = point{kind: open}
			continue
		}
		r.pos, r.end = at[0], at[1]
		p, err := r.point()
		if err != nil {
			return Date{}, err
		}
		ends[n] = p
	}
	if f == allOf {
		f = interval
	}
	return r.join(f, ends[0], ends[1], start+i+2)
}

// listOf makes a list of members that are dates or spans.
func listOf(f form, members []Date) Date {
	d := Date{form: f}
	var b []byte
	lo, hi := calendar.NoEnd, calendar.NoStart
	for i, m := range members {
		if i > 0 {
			b = append(b, ',')
		}
		b = m.appendMember(b)
		from, to := m, m
		if m.form != single {
			from, to = Date{form: single, first: m.first}, Date{form: single, first: m.last}
		}
		if e := from.first.extent(calendar.Gregorian); i == 0 || e.lo < lo {
			d.first, lo = from.first, e.lo
		}
		if e := to.first.extent(calendar.Gregorian); i == 0 || e.hi > hi || to.first.kind != dated {
			d.last, hi = to.first, e.hi
		}
	}
	d.rest = string(b)
	return d
}

// appendMember prints a member: a span without its brackets or stroke.
func (d Date) appendMember(b []byte) []byte {
	if d.form == single {
		return d.first.append(b)
	}
	if d.first.kind == dated {
		b = d.first.append(b)
	}
	b = append(b, ".."...)
	if d.last.kind == dated {
		b = d.last.append(b)
	}
	return b
}

// OneOf gives [a,b,c]: one of these dates, not known which. AllOf gives {a,b,c}: all
// of them. The members are single dates; with one that is none, or no member, both
// give the zero Date.
func OneOf(members ...Date) Date { return listed(oneOf, members) }

// AllOf is told under OneOf.
func AllOf(members ...Date) Date { return listed(allOf, members) }

func listed(f form, members []Date) Date {
	if len(members) == 0 || slices.ContainsFunc(members, func(d Date) bool { return d.form != single || d.rest != "" }) {
		return Date{}
	}
	return listOf(f, members)
}

// Members gives the dates of a list, spans as [a..b] or as intervals; none for a date
// that is no list.
func (d Date) Members() []Date {
	if d.rest == "" || d.form == single {
		return nil
	}
	closing := map[form]string{oneOf: "[]", allOf: "{}"}[d.form]
	var out []Date
	for text := range strings.SplitSeq(d.rest, ",") {
		r := reader{text: closing[:1] + text + closing[1:]}
		m, err := r.member(d.form, 1, 1+len(text))
		if err != nil { // it was read or made before
			return nil
		}
		out = append(out, m)
	}
	return out
}

// each compares member by member where a or b is a list, else by f. all says that
// the answer has to hold for every member of a list of all, not only for one.
func each(a, b Date, all bool, f func(a, b Date) Truth) Truth {
	if ms := a.Members(); len(ms) > 0 {
		return gather(a.form, ms, all, func(m Date) Truth { return each(m, b, all, f) })
	}
	if ms := b.Members(); len(ms) > 0 {
		return gather(b.form, ms, all, func(m Date) Truth { return each(a, m, all, f) })
	}
	return f(a, b)
}

// gather joins the answers for the members: of one of several only what holds for
// each is certain.
func gather(list form, members []Date, all bool, f func(Date) Truth) Truth {
	var yes, no int
	for _, m := range members {
		switch f(m) {
		case Yes:
			yes++
		case No:
			no++
		}
	}
	switch {
	case yes == len(members), list == allOf && !all && yes > 0:
		return Yes
	case no == len(members), list == allOf && all && no > 0:
		return No
	}
	return Unknown
}
