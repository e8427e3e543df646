package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The words of a date form behind "=>"; doc/reference/rules.md says what each does.
var (
	readsFirst = []string{"day", "month", "year", "double", "range", "decade", "century"}
	readsThen  = []string{"approx", "until", "from", "short", "anchor", "carried", "carried-month", "carried-day", "old", "new"}
	readsParts = []string{"beginning", "middle", "close", "first-half", "second-half", "first-third", "second-third", "last-third",
		"first-quarter", "last-quarter"}
)

// checkReads reports the first word that a date form cannot read.
func checkReads(words []string) error {
	if len(words) == 0 || !slices.Contains(readsFirst, words[0]) {
		return fmt.Errorf("reads %q; begin with one of %s", strings.Join(words, " "), strings.Join(readsFirst, ", "))
	}
	for _, w := range words[1:] {
		name, value, given := strings.Cut(w, "=")
		n, err := strconv.Atoi(value)
		switch {
		case name == "part" && slices.Contains(readsParts, value):
		case name == "season" && err == nil && n >= 21 && n <= 24:
		case name == "carried" && given && err == nil:
		case !given && slices.Contains(readsThen, w):
		default:
			return fmt.Errorf("%q is nothing that a date reads; see doc/reference/rules.md", w)
		}
	}
	return nil
}
