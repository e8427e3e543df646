package lang

import (
	"slices"
	"testing"
)

func TestANumberIsLookedUpWithWhatStandsBehindIt(t *testing.T) {
	l := &Lookup{}
	for n, s := range []string{"#1-31 may", "#4d ( year | y )", "#1-12 x? june", "( #1-31 | first ) may", "#1-9", "@roman century"} {
		p, err := ParsePattern(s)
		if err != nil {
			t.Fatal(err)
		}
		l.addFollowed(p.Elements, n)
	}
	l.bySize()
	for _, c := range []struct {
		next  string
		value int
		want  []int
	}{
		{"may", 5, []int{0, 3, 4}},
		{"may", 1858, nil},
		{"year", 1858, []int{1}},
		{"year", 20, nil},
		{"june", 7, []int{2, 4}},
		{"century", 19, []int{5}},
	} {
		var got []int
		for _, n := range l.Followed().Settle(l.Followed().Word(nil, c.next)) {
			if slices.Contains(l.Numbered(nil, c.value), n) {
				got = append(got, n)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%d %s: got %v, wanted %v", c.value, c.next, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%d %s: got %v, wanted %v", c.value, c.next, got, c.want)
			}
		}
	}
}
