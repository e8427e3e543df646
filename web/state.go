package web

import (
	"example.org/chancery"
	"example.org/chancery/register"
)

// chip is a state in a word with a symbol and a class, so that colour is never all.
type chip struct{ Symbol, Word, Class string }

// certaintyChip says how sure the source is of what it states.
func certaintyChip(c chancery.Certainty, holder string) chip {
	by := prefixed(", said by ", holder)
	switch c {
	case chancery.Asserted:
		return chip{"●", "asserted", "asserted"}
	case chancery.Attributed:
		if by == "" {
			return chip{"❝", "attributed to others", "attributed"}
		}
		return chip{"❝", "said by " + holder, "attributed"}
	case chancery.Disputed:
		return chip{"≠", "disputed" + by, "disputed"}
	case chancery.Negated:
		return chip{"✕", "denied" + by, "negated"}
	case chancery.PlannedContent:
		return chip{"○", "planned, asked for or threatened" + by, "planned"}
	case chancery.HypotheticalContent:
		return chip{"?", "hypothetical" + by, "hypothetical"}
	}
	return chip{"?", string(c), "hypothetical"}
}

// decisionChip says what persons made of a claim; false if nothing.
func decisionChip(s register.Status, contested bool) (chip, bool) {
	switch {
	case contested:
		return chip{"≠", "reviewers differ", "disputed"}, true
	case s == register.Accepted:
		return chip{"✓", "accepted by a reviewer", "asserted"}, true
	case s == register.Corrected:
		return chip{"✎", "corrected by a reviewer", "attributed"}, true
	case s == register.Rejected:
		return chip{"✕", "rejected by a reviewer", "negated"}, true
	case s == register.Replaced:
		return chip{"✕", "replaced by a correction", "negated"}, true
	}
	return chip{}, false
}

// symbols of events by what they do to an instrument; every other event is ◆.
var symbols = map[string]string{
	"renewed": "◇", "extended": "◇", "confirmed": "◇", "amended": "◇", "revised": "◇",
	"rejected": "✕", "disavowed": "✕", "denounced": "✕", "annulled": "✕", "superseded": "✕", "lapsed": "✕", "expired": "✕",
	"terminated": "✕", "notice-given": "✕", "suspended": "‖", "breached": "⚡", "protested": "⚡",
	"proposed": "○", "drafted": "○", "negotiations-started": "○", "negotiations-resumed": "○", "negotiations-ended": "○",
	"negotiations-failed": "○", "full-powers-issued": "○", "powers-contested": "○", "threatened": "○",
}

// symbol is the sign of an event; what is not said to have happened is hollow.
func symbol(event string, counts bool) string {
	s, ok := symbols[event]
	switch {
	case !counts:
		return "○"
	case ok:
		return s
	}
	return "◆"
}
