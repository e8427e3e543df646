package lang_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/lang"
)

const wholeRule = `# a comment
rule threatens
states event threatened
trigger threatened to @verb
trigger threatened with
role instrument: required, before, in clause, case gen dat, kind treaty convention, named, else focus self
role date: absent, after, near 5
role person: many, led-by ( by | through ), followed-by ( of the )
with war in paragraph
with sword near 4 before
without peace after
needs case digits
quote clause
polarity denied
modality threatened
of denounced
rank 7

example + They threatened to leave. => polarity=denied of=denounced
example - They left.
`

func pattern(t *testing.T, s string) lang.Pattern {
	t.Helper()
	p, err := lang.ParsePattern(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEveryLineOfARuleIsRead(t *testing.T) {
	rules, errs := lang.ParseRules("lang/qm/rules/threats.rules", wholeRule)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	by, of := pattern(t, "( by | through )"), pattern(t, "( of the )")
	want := []lang.Rule{{
		Name: "threatens", At: "lang/qm/rules/threats.rules:2", Type: chancery.EventClaim, States: "threatened",
		Triggers: []lang.Pattern{pattern(t, "threatened to @verb"), pattern(t, "threatened with")},
		Roles: []lang.Role{
			{Name: "instrument", Unit: "instrument", Required: true, Order: "before", Scope: "clause", Cases: []string{"gen", "dat"},
				Kinds: []string{"treaty", "convention"}, Named: true, Else: []string{"focus", "self"}},
			{Name: "date", Unit: "date", Absent: true, Order: "after", Scope: "near", Near: 5},
			{Name: "person", Unit: "person", Scope: "sentence", Many: true, LedBy: &by, Followed: &of},
		},
		With: []lang.Condition{{Pattern: pattern(t, "war"), Scope: "paragraph"},
			{Pattern: pattern(t, "sword"), Scope: "near", Near: 4, Order: "before"}},
		Without: []lang.Condition{{Pattern: pattern(t, "peace"), Scope: "sentence", Order: "after"}},
		Needs:   []string{"case", "digits"}, Quote: "clause", Polarity: chancery.Denied, Modality: chancery.Threatened, Of: "denounced", Rank: 7,
		Examples: []lang.Example{
			{Fires: true, Text: "They threatened to leave.", Want: map[string]string{"polarity": "denied", "of": "denounced"},
				At: "lang/qm/rules/threats.rules:19"},
			{Text: "They left.", Want: map[string]string{}, At: "lang/qm/rules/threats.rules:20"},
		},
	}}
	if d := cmp.Diff(want, rules); d != "" {
		t.Error(d)
	}
}

func TestARuleThatSaysNothingOfItQuotesTheFrameAndLooksInTheSentence(t *testing.T) {
	rules, errs := lang.ParseRules("f", "rule r\nstates event signed\ntrigger signed\nrole date:\nwith pen\n")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	r := rules[0]
	if r.Quote != "frame" || r.Roles[0].Scope != "sentence" || r.With[0].Scope != "sentence" || r.With[0].Order != "" {
		t.Errorf("got %+v", r)
	}
}

func TestEveryFaultOfARulesFileIsToldWithItsLine(t *testing.T) {
	const src = `trigger early
rule
rule a
states event singed
trigger signed
rule b
states event signed
rule c
states event signed
trigger ( signed
role dates: required
role date: in chapter
role date: nearby
role date: near x
role instrument: led-by (
with war near x
with ( in clause
rank high
example maybe so
example + Text. => date
trigger signed
quote whole
colour red
`
	rules, errs := lang.ParseRules("x.rules", src)
	want := []string{
		`x.rules:1: "trigger" stands before the first rule; begin with: rule NAME`,
		`x.rules:2: a rule without a name; write: rule NAME`,
		`x.rules:2: rule  has no trigger; write: trigger PATTERN`,
		`x.rules:3: rule a states "event" "singed", which is not in doc/reference/facts.md; use one that is`,
		`x.rules:6: rule b has no trigger; write: trigger PATTERN`,
		`x.rules:10: pattern "( signed": a bracket is not closed`,
		`x.rules:11: "dates" is no role; use instrument, date`,
		`x.rules:12: scope "chapter"; write clause, sentence or paragraph`,
		`x.rules:13: "nearby" is no option of a role; see doc/reference/rules.md`,
		`x.rules:14: near "x"; write: near 5`,
		`x.rules:15: pattern "(": a bracket is not closed`,
		`x.rules:16: near "x"; write: near 5`,
		`x.rules:17: pattern "(": a bracket is not closed`,
		`x.rules:18: rank "high" is no number; write: rank 10`,
		`x.rules:19: an example begins with + (must fire) or - (must not)`,
		`x.rules:20: example wants "date"; write field=value`,
		`x.rules:23: "colour" is no part of a rule; see doc/reference/rules.md`,
		`x.rules:8: rule c: quote "whole"; write frame, clause or sentence`,
	}
	if len(rules) != 4 {
		t.Errorf("%d rules", len(rules))
	}
	for _, w := range want {
		if !anyContains(errs, w) {
			t.Errorf("nothing says %q", w)
		}
	}
	if len(errs) != len(want) {
		t.Errorf("%d faults, wanted %d:\n%v", len(errs), len(want), errs)
	}
}

func anyContains(errs []error, s string) bool {
	for _, e := range errs {
		if strings.Contains(e.Error(), s) {
			return true
		}
	}
	return false
}

func TestARuleStatesOnlyWhatTheVocabularyHas(t *testing.T) {
	for _, c := range []struct {
		states string
		ok     bool
	}{
		{"event signed", true}, {"event appointed", true}, {"event signing", false}, {"provision boundary", true},
		{"provision borders", false}, {"relation annuls", true}, {"relation kills", false}, {"characterisation unequal", true},
		{"characterisation", false}, {"instrument full-powers", true}, {"instrument paper", false}, {"rumour of war", false}, {"", false},
	} {
		_, errs := lang.ParseRules("f", "rule r\nstates "+c.states+"\ntrigger x\nrole from: required\nrole to: required\n")
		if ok := len(errs) == 0; ok != c.ok {
			t.Errorf("states %s: %v", c.states, errs)
		}
	}
}

func FuzzParseRules(f *testing.F) {
	f.Add(wholeRule)
	f.Add("rule r\nstates event signed\ntrigger x\nwith y in clause near 3 before\nrole date: led-by (")
	f.Add("role\nrule\nexample +\nexample - =>\nwith in in\nwithout")
	f.Fuzz(func(t *testing.T, s string) {
		rules, errs := lang.ParseRules("f.rules", s)
		for _, e := range errs {
			if !strings.HasPrefix(e.Error(), "f.rules:") {
				t.Errorf("%q does not say where", e)
			}
		}
		if len(errs) > 0 {
			return
		}
		for _, r := range rules {
			if r.Name == "" || len(r.Triggers) == 0 {
				t.Errorf("%q gives the rule %+v without a fault", s, r)
			}
		}
	})
}
