package mention_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery/mention"
)

// instrument is what a mention says: words, then kind and all that is set.
func instrument(ms *mention.Mentions) func(*mention.Mention) string {
	return func(m *mention.Mention) string {
		in := m.Instrument
		s := fmt.Sprintf("%s: %s", surface(ms, m), in.Kind)
		add := func(ok bool, what string) {
			if ok {
				s += " " + what
			}
		}
		add(len(in.Modifiers) > 0, "["+strings.Join(in.Modifiers, " ")+"]")
		add(len(in.Numbers) > 0, "no "+strings.Join(in.Numbers, " "))
		add(len(in.Parties) > 0, fmt.Sprint(in.Parties))
		add(in.Year != 0, fmt.Sprint(in.Year))
		add(in.Bare, "bare")
		add(in.Pointing, "pointing")
		add(in.Draft, "draft")
		add(in.Plural, "plural")
		add(in.Ellipsis, "ellipsis")
		return s
	}
}

func TestAKindWordIsCompletedToAName(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"the kind word alone", "They made a treaty at once.", []string{"treaty: treaty bare"}},
		{"in another case", "They broke a pactom at once.", []string{"pactom: treaty bare"}},
		{"a name before", "They broke the Lisbon Treaty at once.", []string{"Lisbon Treaty: treaty [lisbon]"}},
		{"a name behind", "They broke the Treaty of Lisbon at once.", []string{"Treaty of Lisbon: treaty [lisbon]"}},
		{"names on both sides", "They broke the Old Treaty of Lisbon at once.", []string{"Old Treaty of Lisbon: treaty [old lisbon]"}},
		{"its subject", "They broke a treaty of peace and friendship at once.", []string{"treaty of peace and friendship: treaty [peace friendship]"}},
		{"a party", "They broke the Russian treaty at once.", []string{"Russian treaty: treaty [russian] [russia]"}},
		{"two parties in a compound", "They broke the Russo-Persian treaty at once.",
			[]string{"Russo-Persian treaty: treaty [russo-persian] [russia persia]"}},
		{"two parties behind", "They broke the treaty between Russia and Persia at once.",
			[]string{"treaty between Russia and Persia: treaty [between russia persia] [russia persia]"}},
		{"a date behind", "They broke the treaty of 5 May 1900 at once.", []string{"treaty of 5 May 1900: treaty 1900"}},
		{"a year before", "They broke the 1900 treaty at once.", []string{"1900 treaty: treaty 1900"}},
		{"a year in brackets", "They broke the Treaty of Lisbon (1900) at once.", []string{"Treaty of Lisbon: treaty [lisbon] 1900"}},
		{"no year of the next sentence", "They broke the Treaty of Lisbon. 1900 was over.", []string{"Treaty of Lisbon: treaty [lisbon]"}},
		{"no year of the next paragraph", "Treaty of Lisbon\n\n1900 was over.", []string{"Treaty of Lisbon: treaty [lisbon]"}},
		{"no span for a year", "They broke the treaty of 1900-1905 at once.", []string{"treaty of 1900-1905: treaty bare"}},
		{"a number", "They broke the protocol No 7 at once.", []string{"protocol No 7: protocol no 7"}},
		{"a modifier that tells nothing apart", "They made a new secret treaty at once.", []string{"new secret treaty: treaty bare"}},
		{"a demonstrative", "They broke this treaty at once.", []string{"treaty: treaty bare pointing"}},
		{"a demonstrative of two words", "They broke the said treaty at once.", []string{"treaty: treaty bare pointing"}},
		{"a draft before", "They broke the draft treaty at once.", []string{"draft treaty: draft-treaty bare draft"}},
		{"a draft with its name", "They read a draft of the Treaty of Lisbon at once.",
			[]string{"draft of the Treaty of Lisbon: draft-treaty [lisbon] draft"}},
		{"a draft behind", "They read the convention in draft at once.", []string{"convention in draft: draft-convention bare draft"}},
		{"paper alone", "They read a letter at once.", []string{}},
		{"paper with a name", "They read the Petrov letter, the Ignatiev Report at once.",
			[]string{"Petrov letter: letter [petrov]", "Ignatiev Report: report [ignatiev]"}},
		{"paper with a date", "They read the letter of 5 May 1900 at once.", []string{"letter of 5 May 1900: letter 1900"}},
		{"paper with a demonstrative", "They read this letter at once.", []string{"letter: letter bare pointing"}},
		{"paper that a phrase completes", "They read the letter with Russia at once.", []string{"letter with Russia: letter [with russia] [russia]"}},
		{"a weak word alone", "They made peace at once.", []string{}},
		{"a weak word with a demonstrative", "They made this peace at once.", []string{}},
		{"a weak word with a name", "They made the Lisbon Peace at once.", []string{"Lisbon Peace: treaty [lisbon]"}},
		{"a weak word with a place behind", "They made the peace of Lisbon at once.", []string{"peace of Lisbon: treaty [lisbon]"}},
		{"a kind word in another sense", "They saw the treaty ports at once.", []string{}},
		{"a plural", "They broke the treaties at once.", []string{"treaties: treaty bare plural"}},
		{"a list", "They broke the Lisbon and Madrid treaties at once.",
			[]string{"Lisbon: treaty [lisbon] ellipsis", "Madrid treaties: treaty [madrid] plural"}},
		{"a list of three", "They broke the Lisbon, Oporto and Madrid treaties at once.",
			[]string{"Lisbon: treaty [lisbon] ellipsis", "Oporto: treaty [oporto] ellipsis", "Madrid treaties: treaty [madrid] plural"}},
		{"no list without a plural", "They saw Lisbon and the Madrid treaty at once.", []string{"Madrid treaty: treaty [madrid]"}},
		{"two in a row", "They broke the Treaty of Lisbon and the Convention of Madrid at once.",
			[]string{"Treaty of Lisbon: treaty [lisbon]", "Convention of Madrid: convention [madrid]"}},
		{"over no sentence end", "They saw Madrid. Treaty of Lisbon it was.", []string{"Treaty of Lisbon: treaty [lisbon]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ms := find(c.in, set, nil)
			if d := cmp.Diff(c.want, all(ms, "instrument", instrument(ms))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTheKindWordOfANameIsItsHead(t *testing.T) {
	ms := find("They broke the Old Treaty of Lisbon at once.", miniSet(t, nil), nil)
	for i := range ms.All {
		if in := ms.All[i].Instrument; in != nil {
			if got := ms.Tokens.Tokens[in.HeadFirst].Norm; got != "treaty" || in.HeadEnd != in.HeadFirst+1 || in.Weight != "act" {
				t.Errorf("the head is %q, weight %s", got, in.Weight)
			}
		}
	}
}
