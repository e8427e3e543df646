package answer

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
)

// Provision is a rule of an instrument as a source states it.
type Provision struct {
	Article   string             `json:"article,omitempty"`
	Topic     string             `json:"topic"`
	Obliged   []Named            `json:"obliged,omitempty"`
	Entitled  []Named            `json:"entitled,omitempty"`
	Who       []Named            `json:"who,omitempty"`
	Where     string             `json:"where,omitempty"`
	Values    map[string]any     `json:"values,omitempty"`
	Condition string             `json:"condition,omitempty"`
	From      string             `json:"from,omitempty"`
	Until     string             `json:"until,omitempty"`
	Deadline  string             `json:"deadline,omitempty"`
	Status    string             `json:"status,omitempty"`
	Certainty chancery.Certainty `json:"certainty"`
	Says      string             `json:"says"`
	By        []Ground           `json:"by"`
}

// provisions is what documents state of an instrument's rules, by article; topic ""
// means all.
func (a asker) provisions(k chancery.Key, topic string) []Provision {
	var out []Provision
	for _, c := range a.view.Claims(register.Filter{Entry: k, Type: chancery.ProvisionClaim}) {
		b, ok := c.Body.(chancery.Provision)
		if !ok || topic != "" && !chancery.TopicIncludes(topic, b.Topic) {
			continue
		}
		p := Provision{Article: b.Article, Topic: b.Topic, Obliged: a.polities(b.Obliged), Entitled: a.polities(b.Entitled),
			Who: a.polities(b.Who), Where: b.Where, Values: b.Values, Condition: b.Condition, From: b.From, Until: b.Until,
			Deadline: b.Deadline, Status: b.Status, Certainty: c.Certainty(), By: []Ground{a.ground(c)}}
		p.Says = p.words()
		same := slices.IndexFunc(out, func(o Provision) bool { return o.Says == p.Says && o.Condition == p.Condition })
		if same >= 0 {
			out[same].By = append(out[same].By, p.By...)
			continue
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(x, y Provision) int { return compareArticles(x.Article, y.Article) })
	return out
}

// words is "article 4, trade (Kulja), from 1851: max_persons 200".
func (p Provision) words() string {
	s := p.Topic
	if p.Article != "" {
		s = "article " + p.Article + ", " + s
	}
	if p.Where != "" {
		s += " (" + p.Where + ")"
	}
	if p.From != "" {
		s += ", from " + day(p.From)
	}
	if p.Until != "" {
		s += ", until " + day(p.Until)
	}
	if p.Deadline != "" {
		s += ", by " + day(p.Deadline)
	}
	if p.Status != "" {
		s += ", " + p.Status
	}
	if p.Certainty != chancery.Asserted {
		s += ", " + Manner(p.Certainty)
	}
	var values []string
	for _, name := range slices.Sorted(maps.Keys(p.Values)) {
		values = append(values, fmt.Sprintf("%s %v", strings.ReplaceAll(name, "_", " "), p.Values[name]))
	}
	if len(values) > 0 {
		s += ": " + strings.Join(values, ", ")
	}
	return s
}

// compareArticles orders article 2 before article 10, and unnumbered rules last.
func compareArticles(x, y string) int {
	switch {
	case x == y:
		return 0
	case x == "":
		return 1
	case y == "":
		return -1
	case len(x) != len(y) && isNumber(x) && isNumber(y):
		return len(x) - len(y)
	}
	return strings.Compare(x, y)
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }
