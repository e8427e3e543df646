package web

import (
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/edtf"
)

// stateOf puts what is stated of an instrument into one plain sentence. It draws no
// conclusion: what no source states is said to be unstated.
func stateOf(a answer.Page, ms []moment) state {
	s := state{Class: "unknown", Symbol: "?", Word: "Not known"}
	happened := func(names ...string) []moment {
		var out []moment
		for _, m := range ms {
			if m.counts() && slices.Contains(names, m.Event) {
				out = append(out, m)
			}
		}
		return out
	}
	made, force := happened("signed", "issued", "texts-exchanged", "initialled"), happened("in-force")
	var over []moment
	for _, m := range ms {
		if m.counts() && ends(m.Event) {
			over = append(over, m)
		}
	}
	denied := deniedOf(ms)
	switch {
	case len(over) > 0:
		s = state{Class: "ended", Symbol: "✕", Word: "An end is stated"}
	case len(denied) > 0 && len(force) == 0:
		s = state{Class: "never", Symbol: "✕", Word: "Stated not to have been " + notDone(denied[0].Event)}
	case len(happened("rejected", "disavowed")) > 0 && len(force) == 0:
		s = state{Class: "never", Symbol: "✕", Word: "Stated to have been refused"}
	case len(happened("suspended")) > 0:
		s = state{Class: "doubt", Symbol: "‖", Word: "Stated to have been suspended"}
	case len(force) > 0:
		s = state{Class: "force", Symbol: "◆", Word: "Stated to have come into force"}
	case strings.HasPrefix(string(a.Kind), "draft-") && len(made) == 0:
		s = state{Class: "never", Symbol: "○", Word: "Only a draft"}
	case len(made) > 0:
		s = state{Class: "signed", Symbol: "◇", Word: "Made; coming into force is not stated"}
	}
	if len(a.Disagreements) > 0 {
		s.Word += "; sources disagree"
		if s.Class != "never" {
			s.Class, s.Symbol = "doubt", "≠"
		}
	}
	s.Sentence = facts(slices.Concat(happened("signed", "issued", "initialled", "texts-exchanged", "ratified", "exchanged", "in-force",
		"suspended", "renewed", "extended", "rejected", "disavowed"), over), denied)
	for _, x := range a.Absent {
		s.Sentence += " " + capital(x) + "."
	}
	s.Sentence = strings.TrimSpace(s.Sentence)
	return s
}

// deniedOf is what is said not to have happened of what would bring it into being,
// where no source says that it did.
func deniedOf(ms []moment) []moment {
	var out []moment
	for _, m := range ms {
		if m.Certainty != chancery.Negated || !slices.Contains([]string{"signed", "ratified", "exchanged", "in-force"}, m.Event) {
			continue
		}
		if !slices.ContainsFunc(ms, func(o moment) bool { return o.Event == m.Event && o.counts() }) {
			out = append(out, m)
		}
	}
	return out
}

// notDone is an event as something that was not done.
func notDone(event string) string {
	switch event {
	case "in-force":
		return "in force"
	case "exchanged":
		return "exchanged in ratification"
	}
	return plain(event)
}

// mostFacts is how many facts make a sentence that is still plain.
const mostFacts = 6

// facts tells what happened, the dates of one event together, and what is denied.
func facts(happened, denied []moment) string {
	var said []string
	for i, m := range happened {
		if len(said) == mostFacts || slices.ContainsFunc(happened[:i], func(o moment) bool { return o.Event == m.Event }) {
			continue
		}
		var dates []string
		for _, o := range happened[i:] {
			if d := when(o); o.Event == m.Event && !slices.Contains(dates, d) && (d != undated || len(dates) == 0) {
				dates = append(dates, d)
			}
		}
		dates = slices.DeleteFunc(dates, func(d string) bool { return d == undated && len(dates) > 1 })
		between := ","
		if once(m.Event) {
			between = " or"
		}
		said = append(said, eventName(m.Event)+strings.Join(dates, between))
	}
	out := ""
	if len(said) > 0 {
		out = capital(list(said)) + "."
	}
	var not []string
	for _, m := range denied {
		d := when(m)
		if d == undated {
			d = ""
		}
		if w := notDone(m.Event) + d; !slices.Contains(not, w) {
			not = append(not, w)
		}
	}
	if len(not) > 0 {
		out = join(" ", out, "Stated not to have been "+strings.Join(not, ", nor ")+".")
	}
	return out
}

// once reports whether an event can happen to an instrument only once, so that two
// dates of it are two accounts.
func once(event string) bool {
	return slices.Contains([]string{"signed", "issued", "exchanged", "in-force"}, event)
}

// undated is when something happened whose date no source gives.
const undated = " (date not stated)"

// when is the date of a moment as it goes into a sentence.
func when(m moment) string {
	words := dateWords(m.Date)
	switch {
	case words == "":
		return undated
	case !strings.ContainsAny(words[:1], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
		return " " + words
	case fineness(m.Happening) == edtf.ToDay:
		return " on " + words
	}
	return " in " + words
}
