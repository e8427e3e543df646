package mention_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/chancery/lang"
	"example.org/chancery/mention"
)

func TestDatesThatCannotBeAsTheyArePrintedAreTold(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		// a weekday: 13 June 1858 was a Sunday, and in Old Style a Friday
		{"The treaty was signed on Sunday, 13 June 1858, in the city.", ""},
		{"The treaty was signed on Friday, 13 June 1858, in the city.", ""},
		{"The treaty was signed on Monday, 13 June 1858, in the city.", "weekday: 1858-06-13 was a Sunday in New Style and Friday in Old Style, not a Monday"},
		{"Договор подписан в понедельник, 13 июня 1858 года, в городе.", "weekday: 1858-06-13 was a Sunday in New Style and Friday in Old Style, not a Monday"},
		// two styles: twelve days apart in 1858
		{"Договор подписан 1 (13) июня 1858 г. в городе.", ""},
		{"Договор подписан 1 (14) июня 1858 г. в городе.", "double-date: 1858-06-14 in New Style is 1858-06-02 in Old Style, 12 days apart"},
		{"The treaty was signed on 20 August (1 September) 1858 in the city.", ""},
		// reigns
		{"It was signed on the 3rd day of the 5th moon of the 8th year of Hsien-feng (13 June 1858) in the city.", ""},
		{"It was signed on the 3rd day of the 5th moon of the 8th year of Hsien-feng (1 June 1858) in the city.", ""}, // Old Style
		{"It was signed on the 3rd day of the 5th moon of the 8th year of Hsien-feng (13 July 1858) in the city.", "reign-year: the two dates side by side are not one day"},
		{"It was signed in the 8th year of Hsien-feng (1858) in the city.", ""},
		{"It was signed in the 8th year of Hsien-feng (1868) in the city.", "reign-year: the two dates side by side are not one day"},
		{"It was signed in the 15th year of Hsien-feng in the city.", "reign-year: Xianfeng 咸豐 has no year 15: it ended in its year 11"},
		{"It was signed on the 31st day of the 5th moon of the 8th year of Hsien-feng in the city.", "reign-year: Xianfeng 咸豐 8, month 5, day 31 is no date of the qing calendar: day 31 is outside 1 to 30"},
		{"咸豐八年（1858年）五月初三日", ""},
		{"咸豐八年五月初三日（1858年6月13日）", ""},
		{"咸豐八年五月初三日（1858年7月13日）", "reign-year: the two dates side by side are not one day"},
		{"咸豐八年（1868年）五月初三日", "reign-year: is not of the year 1868 that stands beside it, but 1858-06-13"},
	} {
		var got []string
		for _, i := range mention.DateIssues(find(c.in, set, nil)) {
			got = append(got, i.Kind+": "+i.What)
			if len(i.At) != 1 || i.At[0].End <= i.At[0].Start {
				t.Errorf("%q: no place", c.in)
			}
		}
		kind, words, _ := strings.Cut(c.want, ": ")
		ok := len(got) == 0
		if c.want != "" {
			ok = len(got) == 1 && strings.HasPrefix(got[0], kind+": ") && strings.Contains(got[0], words)
		}
		if !ok {
			t.Errorf("%q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func TestManyFindingsOfOneKindAreToldUpToALimit(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for n := 12; n < 62; n++ { // each unlike the others: repeated pages are taken out
		fmt.Fprintf(&text, "It was signed in the %dth year of Hsien-feng in the city.\n\n", n)
	}
	if n := len(mention.DateIssues(find(text.String(), set, nil))); n != 20 {
		t.Errorf("%d findings", n)
	}
}
