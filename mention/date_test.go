package mention_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery/mention"
)

func TestEachDateFormIsReadAsItsDirectivesSay(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct{ in, want string }{
		{"on 5 May 1900 it", "1900-05-05"},
		{"on 31 June 1900 it", "1900-06"}, // there is no such day
		{"in May 1900 it", "1900-05"},
		{"in 1900 it", "1900"},
		{"in May it", "XXXX-05"},
		{"on 13 June it", "XXXX-06-13"},
		{"on 29 February it", "XXXX-02-29"},
		// numbers in words
		{"on the fifth of May one thousand nine hundred it", "1900-05-05"},
		{"on the thirteenth of May one thousand nine hundred eleven it", "1911-05-13"},
		{"on the third of May one thousand eight hundred fifty eight it", "1858-05-03"},
		{"on the fifth of May nineteen hundred it", "1900-05-05"},
		{"on the third of May eighteen hundred fifty eight it", "1858-05-03"},
		// one day in two styles
		{"on 1 (13) June 1858 it", "1858-06-13 written 1858-6-1"},
		{"on 1 June 1858 (13 June) it", "1858-06-13 written 1858-6-1"},
		{"on 27 August (8) 1896 it", "1896-09-08 written 1896-8-27"},
		{"on 27 (8 September) 1896 it", "1896-09-08 written 1896-8-27"},
		{"on 20 December 1857 (1 January) it", "1858-01-01 written 1857-12-20"},
		{"on 20 December (1) 1857 it", "1858-01-01 written 1857-12-20"},
		{"on 1 (13) June it", "XXXX-06-13 written 0-6-1"},
		{"on 1 (10) June 1700 it", "1700-06-10 written 1700-6-1"},
		// spans
		{"in 1900-1905 it", "1900/1905"},
		{"in 1904-05 it", "1904/1905"},
		{"in 1904–05 it", "1904/1905"},
		{"on 5-7 May 1900 it", "1900-05-05/1900-05-07"},
		{"on 5-7 May it", "XXXX-05-05/XXXX-05-07"},
		{"from 5 May to 7 June 1900 it", "1900-05-05/1900-06-07"},
		{"from 5 May 1900 to 7 June 1901 it", "1900-05-05/1901-06-07"},
		{"from May to July 1900 it", "1900-05/1900-07"},
		{"until 1900 it", "../1900"},
		{"from 1900 on it", "1900/.."},
		// decades and centuries
		{"in the 1850s it", "185X"},
		{"in the close of the 1850s it", "1857~/1859~"},
		{"in the middle of the 1850s it", "1854~/1856~"},
		{"in the beginning of the 1850s it", "1850~/1853~"},
		{"in the 40s of the 18 century it", "174X"},
		{"in the 19 century it", "18XX"},
		{"in the XIX century it", "18XX"},
		{"in the nineteenth century it", "18XX"},
		{"in the 17 to 18 centuries it", "16XX/17XX"},
		{"in the beginning of the 19 century it", "1801~/1825~"},
		{"in the middle of the 19 century it", "1840~/1860~"},
		{"in the close of the 17 century it", "1675~/1700~"},
		{"in the first half of the 19 century it", "1801/1850"},
		{"in the second half of the 19 century it", "1851/1900"},
		{"in the first third of the 19 century it", "1801/1833"},
		{"in the last third of the 19 century it", "1867/1900"},
		{"in the first quarter of the 19 century it", "1801/1825"},
		{"in the last quarter of the 19 century it", "1876/1900"},
		// marks
		{"in spring 1900 it", "1900-21"},
		{"in autumn it", "XXXX-23"},
		{"about 1900 it", "1900~"},
		{"on 1 June 1858 old style it", "1858-06-01 julian"},
		{"on 1 June 1858 new style it", "1858-06-01 gregorian"},
		// no dates
		{"in 190 it", ""},
		{"that year it", ""},
		{"the same day it", ""},
		{"5 of that month it", ""},
		{"1905-1900 it", "1905 1900"}, // no span, but two years
	} {
		if got := strings.Join(dates(find(c.in, set, nil), false), " "); got != c.want {
			t.Errorf("%q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

// dates is each date of a text, with its calendar and what carried its year.
func dates(ms *mention.Mentions, carried bool) []string {
	return all(ms, "date", func(m *mention.Mention) string {
		s := m.Date.Value.String()
		if w := m.Date.Written; w != nil {
			s += fmt.Sprintf(" written %d-%d-%d", w.Year, w.Month, w.Day)
		} else if m.Date.Calendar != "unstated" {
			s += " " + m.Date.Calendar
		}
		if carried && m.Date.Carried >= 0 {
			s += " from " + surface(ms, &ms.All[m.Date.Carried])
		}
		return s
	})
}

func TestTwoDaysThatLieNoCalendarsApartAreNotOneDay(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct{ in, never string }{
		{"on 1 (5) June 1858 it", "1858-06-05"},
		{"on 1 (25) June 1858 it", "1858-06-25"},
	} {
		if got := strings.Join(dates(find(c.in, set, nil), false), " "); strings.Contains(got, c.never) {
			t.Errorf("%q: got %q", c.in, got)
		}
	}
}

func TestTheWordsOfADoubleDateAreKept(t *testing.T) {
	ms := find("It was on 20 December 1857 (1 January) it.", miniSet(t, nil), nil)
	for _, m := range ms.All {
		if m.Date != nil && m.Date.Written.Text != "20 December 1857 (1 January)" {
			t.Errorf("got %q", m.Date.Written.Text)
		}
	}
}

func TestAYearIsCarriedOver(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"to a day", "It began in 1900. On 13 June he left.", []string{"1900", "1900-06-13 from 1900"}},
		{"to a month", "It began in 1900. In May he left.", []string{"1900", "1900-05 from 1900"}},
		{"to a season", "It began in 1900. In autumn he left.", []string{"1900", "1900-23 from 1900"}},
		{"to two styles", "It began in 1900. On 1 (13) June he left.", []string{"1900", "1900-06-13 written 1900-6-1 from 1900"}},
		{"to a span", "It began in 1900. On 5-7 May he left.", []string{"1900", "1900-05-05/1900-05-07 from 1900"}},
		{"only when named", "It began in 1900. That year he left.", []string{"1900", "1900 from 1900"}},
		{"to the next year", "It began in 1900. Next year he left.", []string{"1900", "1901 from 1900"}},
		{"to the year before", "It began in 1900. The year before he left.", []string{"1900", "1899 from 1900"}},
		{"to that spring", "It began in 1900. That spring he left.", []string{"1900", "1900-21 from 1900"}},
		{"with its month", "On 5 May 1900 it began. On 7 of that month he left.", []string{"1900-05-05", "1900-05-07 from 5 May 1900"}},
		{"as a month", "On 5 May 1900 it began. That month he left.", []string{"1900-05-05", "1900-05 from 5 May 1900"}},
		{"with its day", "On 5 May 1900 it began. The same day he left.", []string{"1900-05-05", "1900-05-05 from 5 May 1900"}},
		{"no month to carry", "In 1900 it began. On 7 of that month he left.", []string{"1900"}},
		{"no day to carry", "In May 1900 it began. The same day he left.", []string{"1900-05"}},
		{"the end of a span", "In 1900-1905 it went on. In May he left.", []string{"1900/1905", "1905-05 from 1900-1905"}},
		{"not from a decade", "In the 1850s it began. In May he left.", []string{"185X", "XXXX-05"}},
		{"not from a century", "In the 19 century it began. In May he left.", []string{"18XX", "XXXX-05"}},
		{"from the last", "In 1900 and in 1910 it was. In May he left.", []string{"1900", "1910", "1910-05 from 1910"}},
		{"from what was itself carried", "On 5 May 1900 it began. Next year he left. In June he died.",
			[]string{"1900-05-05", "1901 from 5 May 1900", "1901-06 from Next year"}},
		{"not from an earlier act", "It began in 1900. They read the treaty of 1858. In May he left.", []string{"1900", "1858", "1900-05 from 1900"}},
		{"from a later act", "It began in 1900. They read the treaty of 1910. In May he left.", []string{"1900", "1910", "1910-05 from 1910"}},
		{"not from behind", "In May he left. It began in 1900.", []string{"XXXX-05", "1900"}},
		{"not over a heading", "It began in 1900. He sat down there.\n\nA New Chapter\n\nIn May he left.", []string{"1900", "XXXX-05"}},
		{"three paragraphs on", "It began in 1900.\n\nHe sat.\n\nHe stood.\n\nIn May he left.", []string{"1900", "1900-05 from 1900"}},
		{"not four where these are long", "It began in 1900.\n\nHe sat.\n\nHe stood.\n\nHe lay" + strings.Repeat(" and lay", 400) + ".\n\nIn May he left.", []string{"1900", "XXXX-05"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, dates(find(c.in, set, nil), true)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTheLongestFormAtAPlaceWins(t *testing.T) {
	set := miniSet(t, map[string]string{"dates.rules": "y=#4d => year\nd=#1-31 m={month} => day anchor\nd=#1-31 m={month} y=#4d => day\n"})
	if got := strings.Join(dates(find("on 5 May 1900 it", set, nil), false), " "); got != "1900-05-05" {
		t.Errorf("got %q", got)
	}
}
