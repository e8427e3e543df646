package mention_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"example.org/chancery/mention"
)

// Least F1 of running text, in thousandths: of boundaries alone, and with the value.
const leastBounds, leastValues = 950, 930

var marked = regexp.MustCompile(`\[([^|\]]*)(?:\|([^\]]*))?\]`)

// TestDatesOfRunningTextAreFound reads running.txt: a bracket without a value is a date that
// may be found or not.
func TestDatesOfRunningTextAreFound(t *testing.T) {
	b, err := os.ReadFile("testdata/dates/running.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(b), "\n== ")[1:] {
		head, body, _ := strings.Cut(part, "\n")
		code, _, _ := strings.Cut(head, ":")
		t.Run(head, func(t *testing.T) {
			plain, gold := unmark(strings.ReplaceAll(body, "\n", "\n\n"))
			ms := find(plain, only(t, code), nil)
			bounds, values, got, wanted := 0, 0, 0, 0
			for at, value := range gold {
				if value != "" {
					wanted++
				} else {
					delete(gold, at)
				}
			}
			all(ms, "date", func(m *mention.Mention) string {
				q, _ := ms.Text.Quote(m.Start, m.Stop)
				value, ok := gold[[2]int{q.Start, q.End}]
				got++
				if ok {
					bounds++
					delete(gold, [2]int{q.Start, q.End})
				}
				if ok && value == m.Date.Value.String() {
					values++
				} else {
					t.Logf("%q is read as %s, wanted %q", q.Text, m.Date.Value, value)
				}
				return ""
			})
			for at, value := range gold {
				t.Logf("missed %q %s", plain[at[0]:at[1]], value)
			}
			t.Logf("%d wanted, %d got: boundaries %d, values %d per mille", wanted, got, 2000*bounds/(wanted+got), 2000*values/(wanted+got))
			if 2000*bounds < leastBounds*(wanted+got) || 2000*values < leastValues*(wanted+got) {
				t.Errorf("below %d for boundaries or %d for values", leastBounds, leastValues)
			}
		})
	}
}

// unmark is a text without its marks, and the value at the bytes of each.
func unmark(s string) (string, map[[2]int]string) {
	var b strings.Builder
	gold := map[[2]int]string{}
	last := 0
	for _, m := range marked.FindAllStringSubmatchIndex(s, -1) {
		b.WriteString(s[last:m[0]])
		start := b.Len()
		b.WriteString(s[m[2]:m[3]])
		value := ""
		if m[4] >= 0 {
			value = s[m[4]:m[5]]
		}
		gold[[2]int{start, b.Len()}] = value
		last = m[1]
	}
	b.WriteString(s[last:])
	return b.String(), gold
}

func TestNumbersThatAreNoDatesStayOut(t *testing.T) {
	for _, row := range table(t, "testdata/dates/none.tsv") {
		if got := found(row[1], only(t, row[0])); len(got) > 0 {
			t.Errorf("%s: %q is read as %q", row[0], row[1], got)
		}
	}
}

func TestAYearComesFromBehindOnlyWhenItsDayIsLater(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct{ in, want string }{
		{"On 24 February it began. On 16 March 1922 he left.", "1922-02-24 24 February; 1922-03-16 16 March 1922"},
		{"In May it began. On 16 June 1922 he left.", "1922-05 May; 1922-06-16 16 June 1922"},
		{"On 24 February it began. On 16 January 1922 he left.", "XXXX-02-24 24 February; 1922-01-16 16 January 1922"},
		{"On 24 February it began. In 1922 he left.", "XXXX-02-24 24 February; 1922 1922"},
	} {
		if got := strings.Join(found(c.in, set), "; "); got != c.want {
			t.Errorf("%q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func TestTheWeekdayBesideADateIsKept(t *testing.T) {
	ms := find("В четверг, 5 мая 1904 года, он уехал, а 6 мая, в пятницу, вернулся.", only(t, "ru"), nil)
	got := strings.Join(all(ms, "date", func(m *mention.Mention) string {
		return surface(ms, m) + " " + []string{"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}[m.Date.Weekday]
	}), "; ")
	if want := "четверг, 5 мая 1904 года Thu; 6 мая Fri"; got != want {
		t.Errorf("got %q, wanted %q", got, want)
	}
}

func TestEverySentenceOfManyKeepsItsDates(t *testing.T) {
	set := only(t, "ru")
	for _, n := range []int{1, 40} {
		s := strings.Repeat("Договор подписан 13 июня 1858 г. и 2 ноября того же года дополнен. ", n)
		if got := len(found(s, set)); got != 2*n {
			t.Errorf("%d dates in %d sentences", got, n)
		}
	}
}
