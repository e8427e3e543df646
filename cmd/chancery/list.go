package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/edtf"
	"example.org/chancery/register"
)

// lister is what narrows a list.
type lister struct {
	m                *Main
	form             string
	known            int64
	between          []string
	on, since, until string
	at, about, event string
	instrument       string
}

func (m *Main) listCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "list",
		Short: "List what the register has: instruments, events, provisions, persons, places, witnesses",
		Long: `List what the register has. Every list takes --format table, json, jsonl or csv and
--known N; dates are EDTF: 1858, 1858-05, 1858-05-28, 1858/1881.`,
		Example: examples("chancery list instruments", "every instrument with what is stated of its life",
			"chancery list events --since 1850 --until 1860", "what happened in ten years"),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(m.listInstruments(), m.listEvents(), m.listProvisions(), m.listEntries("persons", chancery.PersonClaim),
		m.listEntries("places", chancery.PlaceClaim), m.listWitnesses())
	return c
}

// command is a list with the options that all lists have.
func (l *lister) command(use, short, long, example string, f func(context.Context, *register.View) (*listing, error)) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Long: long, Example: example, Args: cobra.NoArgs,
		RunE: l.m.do(func(ctx context.Context, _ []string) error {
			v, s, err := l.m.view(ctx, l.known)
			if err != nil {
				return err
			}
			defer s.Close()
			out, err := f(ctx, v)
			if err != nil {
				return err
			}
			return out.write(l.m.Stdout, l.form)
		})}
	formatFlag(c, &l.form, "table", "json", "jsonl", "csv")
	knownFlag(c, &l.known)
	return c
}

func (m *Main) listInstruments() *cobra.Command {
	l := &lister{m: m}
	c := l.command("instruments", "List instruments with what documents state of their lives",
		`List the instruments that documents of the register name, with their parties and
what documents state of their lives.`,
		examples("chancery list instruments", "all of them",
			"chancery list instruments --between russia,japan", "those of two parties"),
		func(_ context.Context, v *register.View) (*listing, error) {
			auth, err := m.file()
			if err != nil {
				return nil, err
			}
			a, err := answer.Ask(v, auth, answer.Question{Between: l.between, Sources: answer.Documents})
			if err != nil {
				return nil, err
			}
			out := &listing{columns: []string{"key", "name", "kind", "parties", "life as stated", "sources"}, none: nothing(v, "no instrument")}
			for _, s := range a.Instruments {
				var life []string
				for _, h := range s.Life {
					says := h.Says
					if h.Certainty == chancery.Attributed || h.Certainty == chancery.Disputed || h.Certainty == chancery.HypotheticalContent {
						says += " (" + answer.Manner(h.Certainty) + ")"
					}
					life = append(life, says)
				}
				out.add(s, string(s.Key), s.Label, string(s.Kind), names(s.Parties), strings.Join(life, "; "), fmt.Sprint(s.Sources))
			}
			return out, nil
		})
	c.Flags().StringSliceVar(&l.between, "between", nil, "only between these `PARTIES`, parted by a comma")
	return c
}

func names(ns []answer.Named) string {
	var out []string
	for _, n := range ns {
		out = append(out, n.String())
	}
	return strings.Join(out, ", ")
}

// nothing says why a list is empty.
func nothing(v *register.View, what string) string {
	if len(v.Documents()) == 0 {
		return "the register has no documents yet; add some with: chancery add FOLDER"
	}
	return what + " is stated that fits; leave out an option to see more"
}

func (m *Main) listEvents() *cobra.Command {
	l := &lister{m: m}
	c := l.command("events", "List events with their dates and quotes",
		`List the events that documents state, plan, deny or threaten, by date, each with the
words that state it. An event whose date may lie outside the days asked for is left
out only when it certainly does; undated ones are listed only when no days are asked for.`,
		examples("chancery list events --event ratified", "every ratification",
			"chancery list events --since 1850 --until 1860 --at Kulja", "in ten years at one place"),
		l.events)
	l.dateFlags(c)
	c.Flags().StringVar(&l.event, "event", "", "only events of this `NAME`: signed, ratified, in-force ...")
	c.Flags().StringVar(&l.at, "at", "", "only at this `PLACE`, as documents write it or by its key")
	c.Flags().StringVar(&l.instrument, "instrument", "", "only in the life of the instrument with this `KEY`")
	_ = c.RegisterFlagCompletionFunc("event", cobra.FixedCompletions(slices.Concat(chancery.LifeEvents, chancery.OtherEvents), cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (l *lister) dateFlags(c *cobra.Command) {
	c.Flags().StringVar(&l.on, "on", "", "only on this `DATE`")
	c.Flags().StringVar(&l.since, "since", "", "only from this `DATE` on")
	c.Flags().StringVar(&l.until, "until", "", "only up to this `DATE`")
}

func (l *lister) events(_ context.Context, v *register.View) (*listing, error) {
	on, err := dates(l.on, l.since, l.until)
	if err != nil {
		return nil, err
	}
	if l.event != "" && !slices.Contains(chancery.LifeEvents, l.event) && !slices.Contains(chancery.OtherEvents, l.event) {
		return nil, chancery.Errorf(chancery.Invalid, "list events", "see doc/reference/facts.md for the names", "%q is no event", l.event)
	}
	out := &listing{columns: []string{"date", "event", "certainty", "instrument", "place", "quote", "source", "claim"}, none: nothing(v, "no event")}
	claims := v.Claims(register.Filter{Type: chancery.EventClaim, Entry: chancery.Key(l.instrument)})
	slices.SortStableFunc(claims, func(a, b register.Claim) int { return strings.Compare(dateOf(a), dateOf(b)) })
	for _, c := range claims {
		e, ok := c.Body.(chancery.Event)
		if !ok || l.event != "" && e.Event != l.event || !within(on, e.Date) || l.at != "" && !at(v, l.at, e.Place) {
			continue
		}
		out.add(c, e.Date, e.Event, string(c.Certainty()), labelFor(v, e.Instrument), e.Place, c.Quote.Text, sourceName(v, c), string(c.ID))
	}
	return out, nil
}

// dateOf sorts undated events behind all others.
func dateOf(c register.Claim) string {
	if e, ok := c.Body.(chancery.Event); ok && e.Date != "" {
		return e.Date
	}
	return "~"
}

// dates reads --on, --since and --until into the span of days asked for.
func dates(on, since, until string) (edtf.Date, error) {
	if on != "" && (since != "" || until != "") {
		return edtf.Date{}, chancery.Errorf(chancery.Invalid, "read the dates", "leave one of them out", "--on goes with neither --since nor --until")
	}
	for _, one := range []string{on, since, until} {
		if _, err := edtf.Parse(one); err != nil {
			return edtf.Date{}, &chancery.Error{Kind: chancery.Invalid, Doing: "list", Cause: err}
		}
	}
	s := on
	if since != "" || until != "" {
		s = orOpen(since) + "/" + orOpen(until)
	}
	d, err := edtf.Parse(s)
	if err != nil {
		return d, &chancery.Error{Kind: chancery.Invalid, Doing: "list", Cause: err}
	}
	return d, nil
}

func orOpen(s string) string {
	if s == "" {
		return ".."
	}
	return s
}

// within reports whether a date may lie in the span asked for.
func within(on edtf.Date, date string) bool {
	if on.IsZero() {
		return true
	}
	d, err := edtf.Parse(date)
	return err == nil && !d.IsZero() && d.YearKnown() && edtf.Overlaps(on, d) != edtf.No
}

// at reports whether a place as written is the one asked for, by name or by key.
func at(v *register.View, asked, written string) bool {
	if written == "" {
		return false
	}
	if strings.EqualFold(asked, written) {
		return true
	}
	e, ok := v.Entry(chancery.Key(asked))
	return ok && (slices.Contains(e.Mentions, written) || e.Label == written)
}

func labelFor(v *register.View, k chancery.Key) string {
	if e, ok := v.Entry(k); ok && k != "" {
		if e.Label != "" {
			return e.Label
		}
		if len(e.Mentions) > 0 {
			return e.Mentions[0]
		}
	}
	return string(k)
}

func sourceName(v *register.View, c register.Claim) string {
	if d, ok := v.Document(chancery.DocumentID(c.Doc)); ok {
		return d.Name
	}
	return c.Doc
}

func (m *Main) listProvisions() *cobra.Command {
	l := &lister{m: m}
	c := l.command("provisions", "List what instruments lay down, by topic",
		`List the rules that documents state instruments to lay down, each with the words
that state it.`,
		examples("chancery list provisions --about boundary", "every rule on a boundary",
			"chancery list provisions --instrument treaty-of-aigun-1858-russia-china", "of one instrument"),
		func(_ context.Context, v *register.View) (*listing, error) {
			if l.about != "" && !slices.Contains(chancery.Topics, l.about) {
				return nil, chancery.Errorf(chancery.Invalid, "list provisions", "use one of "+strings.Join(chancery.Topics, ", "), "%q is no topic", l.about)
			}
			out := &listing{columns: []string{"instrument", "article", "topic", "where", "certainty", "quote", "source", "claim"}, none: nothing(v, "no provision")}
			for _, c := range v.Claims(register.Filter{Type: chancery.ProvisionClaim, Entry: chancery.Key(l.instrument)}) {
				p, ok := c.Body.(chancery.Provision)
				if !ok || l.about != "" && p.Topic != l.about || l.at != "" && !at(v, l.at, p.Where) {
					continue
				}
				out.add(c, labelFor(v, p.Instrument), p.Article, p.Topic, p.Where, string(c.Certainty()), c.Quote.Text, sourceName(v, c), string(c.ID))
			}
			return out, nil
		})
	c.Flags().StringVar(&l.about, "about", "", "only on this `TOPIC`")
	c.Flags().StringVar(&l.at, "at", "", "only for this `PLACE`, as documents write it or by its key")
	c.Flags().StringVar(&l.instrument, "instrument", "", "only of the instrument with this `KEY`")
	_ = c.RegisterFlagCompletionFunc("about", cobra.FixedCompletions(chancery.Topics, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// entryRow is a person or place as lists give it.
type entryRow struct {
	Key      chancery.Key `json:"key"`
	Label    string       `json:"label,omitempty"`
	Mentions []string     `json:"mentions"`
	Claims   int          `json:"claims"`
}

func (m *Main) listEntries(what string, t chancery.ClaimType) *cobra.Command {
	l := &lister{m: m}
	return l.command(what, fmt.Sprintf("List the %s that documents name", what),
		fmt.Sprintf("List the %s that documents name, with every form in which they do.", what),
		examples("chancery list "+what, "all of them", "chancery list "+what+" --format jsonl", "one JSON object a line"),
		func(_ context.Context, v *register.View) (*listing, error) {
			out := &listing{columns: []string{"key", "name", "as documents write it", "claims"}, none: nothing(v, "nothing")}
			for _, e := range v.Entries() {
				if e.Type != t {
					continue
				}
				row := entryRow{e.Key, e.Label, e.Mentions, 0}
				for _, ids := range e.Claims {
					row.Claims += len(ids)
				}
				out.add(row, string(e.Key), e.Label, strings.Join(e.Mentions, " | "), fmt.Sprint(row.Claims))
			}
			return out, nil
		})
}
