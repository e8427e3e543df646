package answer

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/witness"
)

// WriteText writes the page for a terminal.
func (p Page) WriteText(w io.Writer) error {
	var l lines
	l.line(0, "%s  [%s]", Shown(p.Named.String()), p.Key)
	if p.Reference != "" {
		l.line(1, "so named by the authority file: %s", Shown(p.Reference))
	}
	kind := string(p.Kind)
	if p.Plane != "" {
		kind += ", " + string(p.Plane)
	}
	l.list(1, "kind", kind)
	l.list(1, "parties", labels(p.Parties))
	l.list(1, "named in documents", strings.Join(p.Names, " | "))
	l.list(1, "named by the authority file", strings.Join(p.OtherNames, " | "))
	l.section("Life, as documents state it", len(p.Life))
	for _, h := range p.Life {
		l.happening(1, h)
	}
	for _, s := range p.Absent {
		l.line(1, "%s", s)
	}
	l.section("Life, as the authority file states it", len(p.Authority))
	for _, h := range p.Authority {
		l.happening(1, h)
	}
	l.section("Sources disagree", len(p.Disagreements))
	for _, d := range p.Disagreements {
		l.line(1, "%s", Shown(d.Says))
		for _, h := range d.Sides {
			l.happening(2, h)
		}
	}
	l.section("Rules", len(p.Provisions))
	for _, r := range p.Provisions {
		l.line(1, "%s", Shown(r.Says))
		l.grounds(2, r.By)
	}
	l.rest(p)
	return l.writeTo(w, "the page of "+string(p.Key))
}

func (l *lines) rest(p Page) {
	l.section("Ties to other instruments", len(p.Relations))
	for _, r := range p.Relations {
		l.line(1, "%s", Shown(r.Words()))
		l.grounds(2, r.By)
	}
	l.section("Persons", len(p.Persons))
	for _, x := range p.Persons {
		side := ""
		if x.Side != nil {
			side = ", for " + x.Side.String()
		}
		l.line(1, "%s (%s%s)", Shown(x.Name), Shown(x.Role), Shown(side))
		l.grounds(2, x.By)
	}
	l.section("Judgements on it", len(p.Characterisation))
	for _, j := range p.Characterisation {
		l.line(1, "%s %s", Shown(j.As), Shown(j.Holder))
		l.grounds(2, j.By)
	}
	l.sources(p.Sources)
	l.families(p.Families, p.Sources)
}

// families says which sources are no independent witnesses.
func (l *lines) families(fs []witness.Family, ss []Source) {
	if len(fs) == 0 {
		return
	}
	var docs []chancery.DocumentID
	name := map[chancery.DocumentID]string{}
	for _, s := range ss {
		docs = append(docs, s.Document)
		name[s.Document] = s.Name
	}
	l.line(1, "%s: copies, excerpts and translations of one another count once",
		count(witness.Independent(fs, docs), "independent witness", "independent witnesses"))
	for _, f := range fs {
		for _, p := range f.Pairs {
			l.line(2, "%s", Shown(fmt.Sprintf("%s is %s of %s: %s", name[p.First], p.Kind.Article(), name[p.Second], p.Evidence)))
		}
	}
}

func (l *lines) sources(ss []Source) {
	l.section("Sources", len(ss))
	for _, s := range ss {
		l.line(1, "%s  [%s]  %s", Shown(s.Name), s.Document, count(s.Claims, "claim", "claims"))
	}
}

// section writes a heading if there is anything under it.
func (l *lines) section(title string, n int) {
	if n > 0 {
		l.line(0, "\n%s", title)
	}
}

func (l *lines) list(depth int, what, text string) {
	if text != "" {
		l.line(depth, "%s: %s", what, Shown(text))
	}
}

// WriteText writes the page of a person or place for a terminal.
func (p EntryPage) WriteText(w io.Writer) error {
	var l lines
	l.line(0, "%s  [%s]  %s", Shown(p.Named.String()), p.Key, p.Type)
	if p.Reference != "" {
		l.line(1, "so named by the authority file: %s", Shown(p.Reference))
	}
	l.list(1, "named in documents", strings.Join(p.Names, " | "))
	l.list(1, "named by the authority file", strings.Join(p.OtherNames, " | "))
	l.list(1, "roles", strings.Join(p.Roles, ", "))
	l.section("Events", len(p.Events))
	for _, h := range p.Events {
		l.happening(1, h)
	}
	l.section("Mentions", len(p.Mentions))
	l.grounds(1, p.Mentions)
	l.sources(p.Sources)
	return l.writeTo(w, "the page of "+string(p.Key))
}

// WriteText writes the derivation for a terminal.
func (d Derivation) WriteText(w io.Writer) error {
	var l lines
	c := d.Claim
	l.line(0, "claim %s: %s, %s (confidence %d of 1000)", c.ID, c.Type(), d.Manner, c.Confidence)
	if body, err := json.Marshal(c.Body); err == nil {
		l.line(1, "states %s", Shown(string(body)))
	}
	page := ""
	if d.Page != "" {
		page = "page " + Shown(d.Page) + ", "
	}
	l.line(0, "\n%s, %sline %d, bytes %d-%d:", Shown(d.Document), page, d.Line, c.Quote.Start, c.Quote.End)
	text := strings.TrimLeft(d.Before, "\r\n") + "»" + c.Quote.Text + "«" + strings.TrimRight(d.After, "\r\n")
	for _, s := range strings.Split(text, "\n") {
		l.line(1, "| %s", Shown(strings.TrimSuffix(s, "\r")))
	}
	for _, q := range c.Also {
		l.line(1, "also “%s” %d-%d", Shown(q.Text), q.Start, q.End)
	}
	l.line(0, "\nread by %s, engine %s, packs %s", d.Rule, d.Engine, d.Packs)
	for _, t := range d.Trace {
		l.line(1, "%s", Shown(t))
	}
	if c.Voice != nil {
		l.line(1, "voice: %s, %s", Shown(c.Voice.Holder), c.Voice.Stance)
	}
	l.section("Held to mean", len(d.Links))
	for _, k := range d.Links {
		l.line(1, "%s: %s [%s] — %s", k.Field, Shown(k.Entry.String()), k.Entry.Key, Shown(strings.Join(k.Reasons, "; ")))
		for _, o := range k.Rejected {
			l.line(2, "not %s: %s", o.Key, Shown(o.Why))
		}
	}
	l.section("Decisions", len(d.Decisions))
	for _, x := range d.Decisions {
		l.line(1, "record %d: %s by %s on %s: %s", x.Seq, x.Act, Shown(x.By), x.When.Format("2 January 2006"), Shown(x.Why))
	}
	if d.Status != register.Undecided {
		l.line(0, "\nIt is %s now.", d.Status)
	} else {
		l.line(0, "\nNobody has decided on it.")
	}
	return l.writeTo(w, "the derivation of "+string(c.ID))
}
