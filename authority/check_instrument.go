package authority

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"example.org/chancery"
)

func (c *checker) instrument(i Instrument) {
	c.head(i.Key, i.Label, i.Names, i.Ref, i.Also)
	c.names(i.Nicknames, "nicknames")
	base := chancery.InstrumentKind(strings.TrimPrefix(string(i.Kind), "draft-"))
	if _, ok := chancery.InstrumentKinds[base]; !ok {
		c.fault(c.line("kind"), fmt.Sprintf("%q is no kind of instrument", i.Kind), "use one of the kinds in doc/reference/facts.md")
	}
	if !slices.Contains(planes, i.Plane) {
		c.fault(c.line("plane"), fmt.Sprintf("%q is no plane", i.Plane), "write international, municipal, internal or contract")
	}
	if len(i.Parties) == 0 {
		c.fault(c.line("parties"), "no parties", "list the keys of the polities whose act it is")
	}
	for n, p := range i.Parties {
		c.linked(p, PolityClass, "parties", n)
	}
	for n, t := range i.Texts {
		c.languageCode(t.Lang, "texts", n, "lang")
		c.ref(t.Ref, "texts", n)
	}
	for n, h := range i.Life {
		c.happening(h, n)
	}
	for n, a := range i.Never {
		c.oneOf(a.Event, chancery.LifeEvents, "never", n, "event")
		c.polities(a.By, "never", n, "by")
		c.ref(a.Ref, "never", n)
		c.also(a.Also, "never", n, "also")
	}
	for n, p := range i.Provisions {
		c.provision(p, n)
	}
	for n, r := range i.Relations {
		c.oneOf(r.Rel, chancery.Relations, "relations", n, "rel")
		c.linked(r.To, InstrumentClass, "relations", n, "to")
		c.ref(r.Ref, "relations", n)
	}
	for n, s := range i.Signatories {
		c.linked(s.Person, PersonClass, "signatories", n, "person")
		c.linked(s.Side, PolityClass, "signatories", n, "side")
		c.oneOf(s.Powers, append([]string{""}, PowerStates...), "signatories", n, "powers")
		c.ref(s.Ref, "signatories", n)
		if s.Side != "" && !slices.Contains(i.Parties, s.Side) {
			c.fault(c.line("signatories", n, "side"), fmt.Sprintf("%s is not among the parties", s.Side), "add it to parties or correct the side")
		}
	}
	c.remarks(i.Remarks)
}

func (c *checker) provision(p Provision, n int) {
	c.oneOf(p.Topic, chancery.Topics, "provisions", n, "topic")
	c.oneOf(p.Status, append([]string{""}, chancery.ProvisionStatuses...), "provisions", n, "status")
	c.polities(p.Obliged, "provisions", n, "obliged")
	c.polities(p.Entitled, "provisions", n, "entitled")
	for w, k := range p.Where {
		c.linked(k, PlaceClass, "provisions", n, "where", w)
	}
	c.date(p.From, "provisions", n, "from")
	c.date(p.Until, "provisions", n, "until")
	for _, name := range slices.Sorted(maps.Keys(p.Values)) {
		if !decimal.MatchString(p.Values[name]) {
			c.fault(c.line("provisions", n, "values", name), fmt.Sprintf("%q is no amount", p.Values[name]),
				"write a decimal number in quotation marks, such as \"200\" or \"0.5\"")
		}
	}
	if strings.TrimSpace(p.Says) == "" {
		c.fault(c.line("provisions", n), "a provision that says nothing", "tell the rule in your own words in says:")
	}
	c.ref(p.Ref, "provisions", n)
}

func (c *checker) remarks(all []Remark) {
	for n, r := range all {
		if strings.TrimSpace(r.Says) == "" {
			c.fault(c.line("remarks", n), "a remark that says nothing", "fill in says: or take it out")
		}
		c.ref(r.Ref, "remarks", n)
	}
}

func (c *checker) polities(keys []chancery.Key, at ...any) {
	for n, k := range keys {
		c.linked(k, PolityClass, append(slices.Clone(at), n)...)
	}
}

func (c *checker) happening(h Happening, n int) {
	c.oneOf(h.Event, chancery.LifeEvents, "life", n, "event")
	c.oneOf(h.Calendar, append([]string{""}, calendars...), "life", n, "calendar")
	c.date(h.Date, "life", n, "date")
	if h.Date == "" {
		c.fault(c.line("life", n), "an event without a date", "give its date, or take the event out until it is looked up")
	}
	c.ref(h.Ref, "life", n)
	c.also(h.Also, "life", n, "also")
	if h.Place != "" {
		c.linked(h.Place, PlaceClass, "life", n, "place")
	}
	c.date(h.Effective, "life", n, "effective")
	c.polities(h.By, "life", n, "by")
	for w, d := range h.Written {
		c.oneOf(d.Calendar, calendars, "life", n, "written", w, "calendar")
		c.date(d.Date, "life", n, "written", w, "date")
		c.languageCode(d.Lang, "life", n, "written", w, "lang")
	}
}

var decimal = regexp.MustCompile(`^-?[0-9]+([.][0-9]+)?$`)
