package lang

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The words of a date form behind "=>"; doc/reference/rules.md says what each does.
var (
	readsFirst = []string{"day", "month", "year", "double", "range", "decade", "century", "shift", "none"}
	readsThen  = []string{"approx", "until", "from", "short", "anchor", "carried", "carried-month", "carried-day", "carried-century",
		"old", "new", "either", "decade", "stripped"}
	readsShift = []string{"days", "weeks", "months", "years", "back"}
	readsParts = []string{"beginning", "middle", "close", "first-half", "second-half", "first-third", "second-third", "last-third",
		"first-quarter", "second-quarter", "third-quarter", "last-quarter"}
	readsSeasons = []string{"spring", "summer", "autumn", "winter"}
	// the captures of a date form
	dateNumbers = []string{"d", "m", "y", "ys", "k", "c", "n", "dd", "mm", "yy", "cc", "dm", "dmdm"}
	dateMarks   = []string{"to", "alt", "old", "new", "approx", "from", "until", "w1", "w2", "w3", "w4", "w5", "w6", "w7"}
)

// checkReads reports the first word that a date form cannot read.
func checkReads(words []string) error {
	if len(words) == 0 || !slices.Contains(readsFirst, words[0]) {
		return fmt.Errorf("reads %q; begin with one of %s", strings.Join(words, " "), strings.Join(readsFirst, ", "))
	}
	units := 0
	for _, w := range words[1:] {
		name, value, given := strings.Cut(w, "=")
		n, err := strconv.Atoi(value)
		switch {
		case name == "part" && slices.Contains(readsParts, value):
		case name == "season" && err == nil && n >= 21 && n <= 24:
		case (name == "carried" || name == "carried-month") && given && err == nil:
		case name == "n" && words[0] == "shift" && err == nil && n > 0:
		case !given && words[0] == "shift" && slices.Contains(readsShift, w):
			if w != "back" {
				units++
			}
		case !given && slices.Contains(readsThen, w):
		default:
			return fmt.Errorf("%q is nothing that a date reads; see doc/reference/rules.md", w)
		}
	}
	if words[0] == "shift" && units != 1 {
		return errors.New("shift by what? write one of days, weeks, months or years behind it")
	}
	return nil
}

// checkCaptures reports the first capture of a date form, its classes included, that
// names nothing a date has.
func checkCaptures(els []Element, deep int) error {
	for i := range els {
		e := &els[i]
		if c := e.Capture; c != "" && !slices.Contains(dateNumbers, c) && !slices.Contains(dateMarks, c) &&
			!slices.Contains(readsParts, c) && !slices.Contains(readsSeasons, c) {
			return fmt.Errorf("%s= captures nothing that a date has; use one of %s", c, strings.Join(append(dateNumbers, dateMarks...), ", "))
		}
		if deep == maxDepth {
			continue
		}
		for _, a := range e.Alts {
			if err := checkCaptures(a, deep+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// dateLine reads a line of dates.rules: a form, an example of the form above it, or a
// class of patterns that forms are made of.
func (p *Pack) dateLine(line, at string) error {
	if ex, ok := strings.CutPrefix(line, "example "); ok {
		if len(p.Dates) == 0 {
			return errors.New("an example before the first date form; put it below its form")
		}
		e, err := parseExample(ex, at)
		d := &p.Dates[len(p.Dates)-1]
		d.Examples = append(d.Examples, e)
		return err
	}
	if rest, ok := strings.CutPrefix(line, "class "); ok {
		name, pat, _ := strings.Cut(rest, " ")
		pt, err := parsePattern(strings.TrimSpace(pat), true)
		p.Classes[name] = append(p.Classes[name], pt)
		return err
	}
	pat, reads, ok := strings.Cut(line, "=>")
	if !ok {
		return errors.New("write: PATTERN => what it reads")
	}
	pt, err := parsePattern(strings.TrimSpace(pat), true)
	if err == nil {
		err = checkReads(strings.Fields(reads))
	}
	p.Dates = append(p.Dates, DateRule{Pattern: pt, Reads: strings.Fields(reads), At: at})
	return err
}
