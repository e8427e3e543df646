package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.org/chancery"
)

// Rule is one extraction rule: a frame with a trigger and roles.
type Rule struct {
	Name     string
	At       string // "lang/ru/rules/signed.rules:12"
	Type     chancery.ClaimType
	States   string // the event, topic, relation or characterisation
	Triggers []Pattern
	Roles    []Role
	With     []Condition       // must stand nearby
	Without  []Condition       // must not stand nearby
	Needs    []string          // what the text must have: "case", "punctuation", "digits"; "stripped" for the opposite
	Quote    string            // "frame" (trigger and roles), "clause", "sentence"
	Polarity chancery.Polarity // set when the rule itself says so, else ""
	Modality chancery.Modality
	Of       string // for threatened, requested: of which event
	Rank     int    // of rules that fire on overlapping triggers for one type, the higher wins
	Examples []Example
}

// Role is a part in a frame and where its filler may stand.
type Role struct {
	Name     string // instrument, date, place, person, actor, from, to, of, holder, article
	Unit     string // the kind of mention that fills it
	Required bool
	Absent   bool     // the rule fires only where no filler is found
	Order    string   // "before", "after" the trigger; "" for either
	Scope    string   // "clause", "sentence", "paragraph", or "near"
	Near     int      // tokens, for "near"
	Cases    []string // the filler's head must be able to stand in one of these cases
	LedBy    *Pattern // stands immediately before the filler (adjectives may come between)
	Followed *Pattern // stands immediately after the filler
	Kinds    []string // kinds of instrument that may fill it
	Named    bool     // a bare kind word does not fill it
	End      string   // of a date that is a range, only its "start" or "end"
	Many     bool     // all that fit, not only the nearest
	Else     []string // where a filler is taken from otherwise: focus, self, anchor
}

// Condition is a pattern that must, or must not, stand within a scope of the trigger.
type Condition struct {
	Pattern Pattern
	Scope   string
	Near    int
	Order   string
}

// Example is a sentence that a rule must, or must not, fire on.
type Example struct {
	Fires bool
	Text  string
	Want  map[string]string // fields of the claim: date, polarity, modality, instrument ...
	At    string
}

// ParseRules reads a rules file. All faults are reported at once, each as
// "file:line: what; what to do".
func ParseRules(file, src string) ([]Rule, []error) {
	var (
		rules []Rule
		errs  []error
		cur   *Rule
	)
	finish := func() {
		if cur == nil {
			return
		}
		if err := cur.check(); err != nil {
			errs = append(errs, err)
		}
		rules = append(rules, *cur)
		cur = nil
	}
	for n, line := range strings.Split(src, "\n") {
		at := fmt.Sprintf("%s:%d", file, n+1)
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		rest = strings.TrimSpace(rest)
		if word == "rule" {
			finish()
			cur = &Rule{Name: rest, At: at, Quote: "frame"}
			if rest == "" {
				errs = append(errs, fmt.Errorf("%s: a rule without a name; write: rule NAME", at))
			}
			continue
		}
		if cur == nil {
			errs = append(errs, fmt.Errorf("%s: %q stands before the first rule; begin with: rule NAME", at, word))
			continue
		}
		if err := cur.line(word, rest, at); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", at, err))
		}
	}
	finish()
	return rules, errs
}

func (r *Rule) line(word, rest, at string) error {
	switch word {
	case "states":
		t, what, _ := strings.Cut(rest, " ")
		r.Type, r.States = chancery.ClaimType(t), strings.TrimSpace(what)
	case "trigger":
		p, err := ParsePattern(rest)
		if err != nil {
			return err
		}
		r.Triggers = append(r.Triggers, p)
	case "role":
		role, err := parseRole(rest)
		if err != nil {
			return err
		}
		r.Roles = append(r.Roles, role)
	case "with", "without":
		c, err := parseCondition(rest)
		if err != nil {
			return err
		}
		if word == "with" {
			r.With = append(r.With, c)
		} else {
			r.Without = append(r.Without, c)
		}
	case "needs":
		r.Needs = append(r.Needs, strings.Fields(rest)...)
	case "quote":
		r.Quote = rest
	case "polarity":
		r.Polarity = chancery.Polarity(rest)
	case "modality":
		r.Modality = chancery.Modality(rest)
	case "of":
		r.Of = rest
	case "rank":
		n, err := strconv.Atoi(rest)
		if err != nil {
			return fmt.Errorf("rank %q is no number; write: rank 10", rest)
		}
		r.Rank = n
	case "example":
		e, err := parseExample(rest, at)
		if err != nil {
			return err
		}
		r.Examples = append(r.Examples, e)
	default:
		return fmt.Errorf("%q is no part of a rule; see doc/reference/rules.md", word)
	}
	return nil
}

func (r *Rule) check() error {
	switch {
	case len(r.Triggers) == 0:
		return fmt.Errorf("%s: rule %s has no trigger; write: trigger PATTERN", r.At, r.Name)
	case !knownStatement(r.Type, r.States):
		return fmt.Errorf("%s: rule %s states %q %q, which is not in doc/reference/facts.md; use one that is", r.At, r.Name, r.Type, r.States)
	case r.Type == chancery.RelationClaim && (!r.hasRole("from") || !r.hasRole("to")):
		return fmt.Errorf("%s: rule %s states a relation and must say where its ends stand; write a line for role from and one for role to", r.At, r.Name)
	case r.Polarity != "" && r.Polarity != chancery.Denied && r.Polarity != chancery.Affirmed:
		return fmt.Errorf("%s: rule %s: polarity %q; write denied or affirmed", r.At, r.Name, r.Polarity)
	case r.Modality != "" && r.Modality != chancery.Actual && !slices.Contains(modalities, string(r.Modality)):
		return fmt.Errorf("%s: rule %s: modality %q; write one of %s", r.At, r.Name, r.Modality, strings.Join(modalities, ", "))
	case r.Of != "" && !knownStatement(chancery.EventClaim, r.Of):
		return fmt.Errorf("%s: rule %s: of %q is no event; see doc/reference/facts.md", r.At, r.Name, r.Of)
	case r.unknownNeed() != "":
		return fmt.Errorf("%s: rule %s needs %q; write case, punctuation, digits, stripped or self", r.At, r.Name, r.unknownNeed())
	case r.Quote != "frame" && r.Quote != "clause" && r.Quote != "sentence":
		return fmt.Errorf("%s: rule %s: quote %q; write frame, clause or sentence", r.At, r.Name, r.Quote)
	}
	return nil
}

// modalities are the modalities that a rule or a cue may set.
var modalities = []string{"planned", "hypothetical", "threatened", "requested"}

func (r *Rule) hasRole(name string) bool {
	return slices.ContainsFunc(r.Roles, func(x Role) bool { return x.Name == name })
}

func (r *Rule) unknownNeed() string {
	for _, n := range r.Needs {
		if !slices.Contains([]string{"case", "punctuation", "digits", "stripped", "self"}, n) {
			return n
		}
	}
	return ""
}

func knownStatement(t chancery.ClaimType, what string) bool {
	var list []string
	switch t {
	case chancery.EventClaim:
		list = append(append(list, chancery.LifeEvents...), chancery.OtherEvents...)
	case chancery.ProvisionClaim:
		list = chancery.Topics
	case chancery.RelationClaim:
		list = chancery.Relations
	case chancery.CharacterisationClaim:
		return what != ""
	case chancery.InstrumentClaim: // an act that only its verb names
		_, ok := chancery.InstrumentKinds[chancery.InstrumentKind(what)]
		return ok
	}
	for _, s := range list {
		if s == what {
			return true
		}
	}
	return false
}

var roleUnits = map[string]string{"instrument": "instrument", "date": "date", "place": "place", "person": "person",
	"actor": "polity", "from": "instrument", "to": "instrument", "of": "instrument", "holder": "holder", "article": "article"}

// parseRole reads "NAME: option, option ...".
func parseRole(s string) (Role, error) {
	name, opts, _ := strings.Cut(s, ":")
	name = strings.TrimSpace(name)
	unit, ok := roleUnits[name]
	if !ok {
		return Role{}, fmt.Errorf("%q is no role; use instrument, date, place, person, actor, from, to, of, holder or article", name)
	}
	r := Role{Name: name, Unit: unit, Scope: "sentence"}
	for _, o := range strings.Split(opts, ",") {
		if o = strings.TrimSpace(o); o == "" {
			continue
		}
		if err := r.option(o); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r *Role) option(o string) error {
	word, rest, _ := strings.Cut(o, " ")
	rest = strings.TrimSpace(rest)
	switch word {
	case "required":
		r.Required = true
	case "absent":
		r.Absent = true
	case "start", "end":
		r.End = word
	case "before", "after":
		r.Order = word
	case "named":
		r.Named = true
	case "many":
		r.Many = true
	case "in":
		return setScope(&r.Scope, rest)
	case "near":
		n, err := strconv.Atoi(rest)
		if err != nil {
			return fmt.Errorf("near %q; write: near 5", rest)
		}
		r.Scope, r.Near = "near", n
	case "case":
		r.Cases = strings.Fields(rest)
	case "kind":
		r.Kinds = strings.Fields(rest)
	case "else":
		r.Else = strings.Fields(rest)
		for _, e := range r.Else {
			if e != "focus" && e != "self" && e != "anchor" {
				return fmt.Errorf("else %q; write focus, self or anchor", e)
			}
		}
	case "led-by", "followed-by":
		p, err := ParsePattern(rest)
		if err != nil {
			return err
		}
		if word == "led-by" {
			r.LedBy = &p
		} else {
			r.Followed = &p
		}
	default:
		return fmt.Errorf("%q is no option of a role; see doc/reference/rules.md", word)
	}
	return nil
}

func setScope(to *string, s string) error {
	switch s {
	case "clause", "sentence", "paragraph":
		*to = s
		return nil
	}
	return fmt.Errorf("scope %q; write clause, sentence or paragraph", s)
}

// parseCondition reads "PATTERN in SCOPE", "PATTERN before", "PATTERN near 4".
func parseCondition(s string) (Condition, error) {
	c := Condition{Scope: "sentence"}
	fields := strings.Fields(s)
	for len(fields) >= 2 {
		last, prev := fields[len(fields)-1], fields[len(fields)-2]
		switch {
		case prev == "in" && setScope(&c.Scope, last) == nil:
			fields = fields[:len(fields)-2]
			continue
		case prev == "near":
			n, err := strconv.Atoi(last)
			if err != nil {
				return c, fmt.Errorf("near %q; write: near 5", last)
			}
			c.Scope, c.Near = "near", n
			fields = fields[:len(fields)-2]
			continue
		case last == "before" || last == "after":
			c.Order = last
			fields = fields[:len(fields)-1]
			continue
		}
		break
	}
	p, err := ParsePattern(strings.Join(fields, " "))
	c.Pattern = p
	return c, err
}

// parseExample reads "+ TEXT => field=value field=value" or "- TEXT".
func parseExample(s, at string) (Example, error) {
	sign, rest, _ := strings.Cut(s, " ")
	e := Example{At: at, Fires: sign == "+", Want: map[string]string{}}
	if sign != "+" && sign != "-" {
		return e, fmt.Errorf("an example begins with + (must fire) or - (must not)")
	}
	text, want, _ := strings.Cut(rest, "=>")
	e.Text = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n")
	for _, f := range strings.Fields(want) {
		k, v, ok := strings.Cut(f, "=")
		if !ok {
			return e, fmt.Errorf("example wants %q; write field=value", f)
		}
		e.Want[k] = v
	}
	return e, nil
}
