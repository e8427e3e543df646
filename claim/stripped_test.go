package claim_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filler is n words that mean nothing here.
func filler(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s ", [...]string{"old", "men", "slept", "under", "trees", "until", "dawn", "came", "over", "hills"}[i%10])
	}
	return b.String()
}

func TestWithoutStopsASentenceIsAWindow(t *testing.T) {
	rules := signing + "role place: absent\nrole person: absent\nrole actor: absent\n"
	two := rules + "rule ratified\nstates event ratified\ntrigger ratified\n"
	for _, c := range []struct {
		name, rules, in string
		want            []string
	}{
		{"within sixteen words", rules, "treaty of peace " + filler(13) + "signed", []string{"signed of treaty of peace"}},
		{"beyond them", rules, "treaty of peace " + filler(14) + "signed", []string{"signed"}},
		{"a date behind", rules, "signed " + filler(10) + "on 5 may 1900", []string{"signed on 1900-05-05"}},
		{"a date too far behind", rules, "signed " + filler(17) + "on 5 may 1900", []string{"signed"}},
		{"a date that another trigger is nearer to", two, "signed " + filler(6) + "ratified on 5 may 1900", []string{"signed", "ratified on 1900-05-05"}},
		{"a month without a year", rules, "signed in may", []string{"signed on XXXX-05"}},
		{"a cue in its half of the window", rules, "not " + filler(2) + "signed", []string{"signed, denied"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, stated(t, c.rules, filler(60)+c.in+" "+filler(60))); d != "" {
				t.Error(d)
			}
		})
	}
}
