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
