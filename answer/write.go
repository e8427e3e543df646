package answer

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// page gathers lines for a terminal.
type lines struct{ strings.Builder }

func (l *lines) line(depth int, format string, args ...any) {
	l.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(l, format, args...)
	l.WriteByte('\n')
}

func (l *lines) writeTo(w io.Writer, what string) error {
	if _, err := io.WriteString(w, l.String()); err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	return nil
}

// Shown is text of a document made safe for a terminal on one line: line ends become
// ⏎, and other control characters, which could steer the terminal, a dot.
func Shown(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "⏎")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r':
			return '⏎'
		case r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return '·'
		}
		return r
	}, s)
}

// ground is one ground on one line.
func (l *lines) ground(depth int, g Ground) {
	if g.Kind == AuthorityGround {
		l.line(depth, "authority file: %s", Shown(g.Reference))
		return
	}
	by := ""
	if g.Holder != "" {
		by = ", as said by " + Shown(g.Holder)
	}
	if g.Status != "" {
		by += ", " + string(g.Status)
	}
	if g.Contested {
		by += ", contested"
	}
	l.line(depth, "“%s” — %s %d-%d%s  [%s]", Shown(g.Quote), Shown(g.Name), g.Start, g.End, by, g.Claim)
}

func (l *lines) grounds(depth int, gs []Ground) {
	const most = 4
	for i, g := range gs {
		if i == most && len(gs) > most+1 {
			l.line(depth, "and %d more", len(gs)-most)
			return
		}
		l.ground(depth, g)
	}
}

func (l *lines) happening(depth int, h Happening) {
	s := Shown(h.Says)
	if h.Certainty != "asserted" {
		s += " — " + Manner(h.Certainty)
	}
	if h.Instrument != nil {
		s += " (" + Shown(h.Instrument.String()) + ")"
	}
	l.line(depth, "%s", s)
	l.grounds(depth+1, h.By)
}

func (l *lines) verdict(whose string, v Verdict) {
	l.line(1, "%s: %s — %s", whose, strings.ToUpper(v.State.Words()), Shown(v.Says))
	for _, h := range v.Because {
		l.happening(2, h)
	}
	for _, s := range v.Absent {
		l.line(2, "%s", s)
	}
}

func labels(ns []Named) string {
	var out []string
	for _, n := range ns {
		out = append(out, n.String())
	}
	return strings.Join(out, ", ")
}

// WriteText writes the answer for a terminal.
func (a Answer) WriteText(w io.Writer) error {
	var l lines
	l.question(a)
	aside := 0
	for _, s := range a.Instruments {
		if a.Question.About != "" && len(s.Provisions) == 0 && a.Question.Sources != Authority {
			if aside == 0 {
				l.line(0, "\nAlso between them; no source in this register states a rule of these on %s:", a.Question.About)
			}
			aside++
			l.line(1, "%s — %s", Shown(s.Named.String()), s.short())
			continue
		}
		l.standing(s)
	}
	if len(a.Notes) > 0 {
		l.line(0, "")
	}
	for _, n := range a.Notes {
		l.line(0, "Note: %s.", n)
	}
	return l.writeTo(w, "the answer")
}

func (l *lines) question(a Answer) {
	what := "What is stated"
	if a.Question.About != "" {
		what += " on " + a.Question.About
	}
	var between []string
	for _, p := range a.Parties {
		s := p.Asked
		if len(p.Polities) > 0 && !(len(p.Polities) == 1 && p.Polities[0].Label == p.Asked) {
			s += " (" + labels(p.Polities) + ")"
		}
		between = append(between, s)
	}
	if len(between) > 0 {
		what += " between " + strings.Join(between, " and ")
	}
	if a.Question.On != "" {
		what += " for " + day(a.Question.On)
	}
	l.line(0, "%s, from %s, as known at record %d:", Shown(what), a.Question.Sources.words(), a.Known)
	if len(a.Instruments) == 0 {
		l.line(0, "Nothing: %s.", strings.Join(a.Notes[:min(1, len(a.Notes))], ""))
	}
}

func (s Sources) words() string {
	switch s {
	case Documents:
		return "the documents alone"
	case Authority:
		return "the authority file alone"
	}
	return "the documents and the authority file"
}

// short is the state in a few words, for a list.
func (s Standing) short() string {
	switch {
	case s.By == string(Authority) && s.Authority != nil:
		return Shown(s.Authority.State.Words() + ": " + s.Authority.Says)
	case s.Documents != nil && s.Authority != nil && s.Documents.State != s.Authority.State:
		return Shown(fmt.Sprintf("documents: %s (%s); authority file: %s", s.Documents.State.Words(), s.Documents.Says, s.Authority.State.Words()))
	case s.Documents != nil:
		return Shown(s.Documents.State.Words() + ": " + s.Documents.Says)
	case len(s.Life) > 0:
		return Shown(s.Life[0].Says)
	}
	return "no event of it is stated"
}

func (l *lines) standing(s Standing) {
	l.line(0, "")
	l.line(0, "%s  [%s]", Shown(s.Named.String()), s.Key)
	if s.Reference != "" {
		l.line(1, "so named by the authority file: %s", Shown(s.Reference))
	}
	if len(s.Parties) > 0 {
		l.line(1, "parties: %s", Shown(labels(s.Parties)))
	}
	if s.Documents != nil {
		l.verdict("documents", *s.Documents)
	}
	if s.Authority != nil {
		l.verdict("authority file", *s.Authority)
	}
	if s.Documents == nil && s.Authority == nil {
		for _, h := range s.Life {
			l.happening(1, h)
		}
	}
	for _, d := range s.Disagreements {
		l.line(1, "sources disagree: %s", Shown(d.Says))
	}
	for _, p := range s.Provisions {
		l.line(1, "rule: %s", Shown(p.Says))
		l.grounds(2, p.By)
	}
	for _, x := range s.Absent {
		l.line(1, "%s", x)
	}
}
