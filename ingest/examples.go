package ingest

import (
	"fmt"
	"strings"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// CheckExamples reads the examples that stand beside the date forms and rules of a
// pack and reports each that does not come out as it says. The example is read as a
// document of its own in that language, without any authority.
func CheckExamples(pack *lang.Pack) []error {
	r := Reader{Languages: &lang.Set{Packs: []*lang.Pack{pack}}}
	var errs []error
	for i := range pack.Dates {
		for _, e := range pack.Dates[i].Examples {
			if err := r.checkDate(e); err != nil {
				errs = append(errs, err)
			}
		}
	}
	for i := range pack.Rules {
		for _, e := range pack.Rules[i].Examples {
			if err := r.checkRule(&pack.Rules[i], e); err != nil {
				errs = append(errs, err)
			}
		}
	}
	return errs
}

func (r Reader) checkDate(e lang.Example) error {
	d := chancery.NewDocument("example", e.Text, "text/1")
	ms := mention.Find(token.Split(text.Clean(&d), r.Languages), nil)
	var got []string
	for _, m := range ms.All {
		if m.Date != nil {
			got = append(got, m.Date.Value.String())
			if m.Date.Value.String() == e.Want["value"] && (e.Want["calendar"] == "" || e.Want["calendar"] == m.Date.Calendar) && e.Fires {
				return nil
			}
		}
	}
	if !e.Fires && len(got) == 0 {
		return nil
	}
	return fmt.Errorf("%s: %q reads %v, wanted %v", e.At, e.Text, got, e.Want)
}

func (r Reader) checkRule(rule *lang.Rule, e lang.Example) error {
	d := chancery.NewDocument("example", e.Text, "text/1")
	x := r.Read(&d)
	var near []string
	for _, c := range x.Claims {
		if c.Rule != rule.At {
			continue
		}
		wrong := ""
		for k, want := range e.Want {
			if got := field(c, k); got != want {
				wrong += fmt.Sprintf(" %s is %q, wanted %q;", k, got, want)
			}
		}
		if wrong == "" && e.Fires {
			return nil
		}
		near = append(near, fmt.Sprintf("fired on %q;%s", c.Quote.Text, wrong))
	}
	if !e.Fires && len(near) == 0 {
		return nil
	}
	if len(near) == 0 {
		near = []string{"did not fire"}
	}
	return fmt.Errorf("%s: rule %s: %q: %s", e.At, rule.Name, e.Text, strings.Join(near, " "))
}

// field is a field of a claim as examples name it; blanks are written as underscores.
func field(c chancery.Claim, name string) string {
	as := func(q *chancery.Quote) string {
		if q == nil {
			return ""
		}
		return strings.ReplaceAll(q.Text, " ", "_")
	}
	switch name {
	case "polarity":
		return string(c.Polarity)
	case "modality":
		return string(c.Modality)
	case "certainty":
		return string(c.Certainty())
	case "holder":
		if c.Voice != nil {
			return strings.ReplaceAll(c.Voice.Holder, " ", "_")
		}
		return ""
	case "stance":
		if c.Voice != nil {
			return string(c.Voice.Stance)
		}
		return ""
	case "quote":
		return strings.ReplaceAll(c.Quote.Text, " ", "_")
	}
	switch b := c.Body.(type) {
	case chancery.Event:
		switch name {
		case "event":
			return b.Event
		case "date":
			return b.Date
		case "place":
			return strings.ReplaceAll(b.Place, " ", "_")
		case "of":
			return b.Of
		case "instrument":
			return as(b.InstrumentAs)
		}
	case chancery.Provision:
		switch name {
		case "topic":
			return b.Topic
		case "article":
			return b.Article
		case "instrument":
			return as(b.InstrumentAs)
		}
	case chancery.Relation:
		switch name {
		case "rel":
			return b.Rel
		case "from":
			return as(b.FromAs)
		case "to":
			return as(b.ToAs)
		}
	case chancery.Characterisation:
		switch name {
		case "as":
			return b.As
		case "of":
			return as(b.OfAs)
		}
	}
	return "?"
}
