package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/authority"
	"example.org/chancery/register"
)

func (m *Main) showCommand() *cobra.Command {
	var form string
	var known int64
	c := &cobra.Command{
		Use:   "show KEY",
		Short: "Show all that is stated of an instrument, person, place or document",
		Long: `Show all that is stated of an instrument, person or place, by its key or its name, or
how a document was read, by its id: names, parties, life, rules, who says so, who
disagrees. The subcommands show what the steps of reading make of a file.`,
		Example: examples("chancery show treaty-of-aigun-1858-russia-china", "an instrument by its key",
			"chancery show \"Айгунский договор\"", "by a name",
			"chancery show text page.html", "the text that is read of a file"),
		Args: cobra.ExactArgs(1),
		RunE: m.do(func(ctx context.Context, args []string) error {
			if form != "text" && form != "json" {
				return unknownForm(form, "text", "json")
			}
			v, s, err := m.view(ctx, known)
			if err != nil {
				return err
			}
			defer s.Close()
			auth, err := m.file()
			if err != nil {
				return err
			}
			page, err := pageOf(v, auth, args[0])
			if err != nil {
				return err
			}
			if form == "json" {
				return writeJSON(m.Stdout, page, "  ")
			}
			return page.WriteText(m.Stdout)
		}),
	}
	formatFlag(c, &form, "text", "json")
	knownFlag(c, &known)
	c.AddCommand(m.showText(), m.showTokens(), m.showMentions(), m.showClaims(), m.showArticles())
	return c
}

// page is what can be shown.
type page interface{ WriteText(io.Writer) error }

// pageOf finds what is called so: a document's id, a key, an alias or a name.
func pageOf(v *register.View, auth *authority.File, called string) (page, error) {
	if d, ok := v.Document(chancery.DocumentID(called)); ok {
		return documentPage(v, d), nil
	}
	key := chancery.Key(called)
	e, ok := v.Entry(key)
	if _, inAuthority := auth.Instrument(key); !ok && !inAuthority {
		found := namedSo(v, auth, called)
		switch len(found) {
		case 0:
			return nil, notShown(v, called)
		case 1:
			key = found[0]
			e, ok = v.Entry(key)
		default:
			return nil, chancery.Errorf(chancery.Invalid, "show "+called, "give one of the keys "+joined(found), "%d entries have this name", len(found))
		}
	}
	if ok && e.Type != chancery.InstrumentClaim {
		return answer.Entry(v, auth, key)
	}
	return answer.Instrument(v, auth, key)
}

// nearNames is how many entries are proposed in place of one that is not there.
const nearNames = 5

// notShown says that nothing is called so, and which entries have a name with those words in it.
func notShown(v *register.View, called string) error {
	words := strings.Fields(authority.Fold(called))
	var near []string
	for _, e := range v.Entries() {
		names := strings.Join(append([]string{string(e.Key), e.Label}, append(e.Mentions, e.Aliases...)...), " ")
		folded := authority.Fold(names)
		if len(near) < nearNames && len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, w) }) {
			near = append(near, fmt.Sprintf("%s (%s)", e.Key, answer.Shown(e.Label)))
		}
	}
	do := "see chancery list instruments, persons or places for keys, chancery sources for documents"
	if len(near) > 0 {
		do = "near it are " + strings.Join(near, ", ") + "; else " + do
	}
	return chancery.Errorf(chancery.NotFound, "show "+called, do, "nothing in the register has this key or name")
}

func joined(ks []chancery.Key) string {
	var out []string
	for _, k := range ks {
		out = append(out, string(k))
	}
	return strings.Join(out, ", ")
}

// namedSo is the entries with that name: of the register, or instruments of the
// authority file.
func namedSo(v *register.View, auth *authority.File, name string) []chancery.Key {
	want := authority.Fold(name)
	fits := func(names ...string) bool {
		return slices.ContainsFunc(names, func(s string) bool { return authority.Fold(s) == want })
	}
	var out []chancery.Key
	for _, e := range v.Entries() {
		if fits(e.Label) || fits(e.Mentions...) || fits(e.Aliases...) {
			out = append(out, e.Key)
		}
	}
	for _, f := range auth.NameForms() {
		if f.Class == authority.InstrumentClass && fits(f.Text) {
			out = append(out, f.Key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// documentShown is a document as `show` gives it.
type documentShown struct {
	sourceRow
	Types map[chancery.ClaimType]int `json:"claims_by_type"`
	Pages int                        `json:"pages,omitempty"` // of the file, if its format has any
	Edits []register.Edit            `json:"edits,omitempty"` // what persons said of it
}

func documentPage(v *register.View, d chancery.Document) documentShown {
	r, _ := v.Reading(d.ID)
	out := documentShown{Types: map[chancery.ClaimType]int{}}
	out.sourceRow = sourceRow{ID: d.ID, Name: d.Name, Bytes: len(d.Text), Hash: d.Hash, Reader: d.Reader, Encoding: d.Encoding,
		Standing: d.Standing, StandingWhy: d.StandingWhy, Bibliography: d.Bibliography, Engine: r.Engine, Packs: r.Packs, Issues: r.Issues}
	out.Pages, out.Edits = len(d.Pages), v.Edits(d.ID)
	for _, c := range v.Claims(register.Filter{Document: d.ID}) {
		out.Claims++
		out.Types[c.Type()]++
	}
	return out
}

// WriteText writes the document's page for a terminal.
func (d documentShown) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  [%s]\n", answer.Shown(d.Name), d.ID)
	for _, f := range chancery.BibliographyFields() {
		if value := *d.Bibliography.Field(f); value != "" {
			fmt.Fprintf(&b, "  %s: %s\n", f, answer.Shown(value))
		}
	}
	switch {
	case d.StandingWhy != "":
		fmt.Fprintf(&b, "  standing: %s, guessed because %s\n", d.Standing, answer.Shown(d.StandingWhy))
	case d.Standing != "":
		fmt.Fprintf(&b, "  standing: %s\n", d.Standing)
	}
	for _, e := range d.Edits {
		fmt.Fprintf(&b, "  %s was set by %s (record %d)%s\n", strings.Join(slices.Sorted(maps.Keys(e.Set)), ", "), answer.Shown(e.Actor), e.Seq, because(e.Why))
	}
	if d.Pages > 0 {
		fmt.Fprintf(&b, "  pages: %d\n", d.Pages)
	}
	fmt.Fprintf(&b, "  text of record: %d bytes, SHA-256 %s, made by %s from %s\n", d.Bytes, d.Hash, d.Reader, d.Encoding)
	fmt.Fprintf(&b, "  read by engine %s with packs %s: %s\n", d.Engine, d.Packs, plural(d.Claims, "claim", "claims"))
	for _, t := range []chancery.ClaimType{chancery.InstrumentClaim, chancery.TextClaim, chancery.EventClaim, chancery.ProvisionClaim,
		chancery.RelationClaim, chancery.PersonClaim, chancery.PlaceClaim, chancery.TariffClaim, chancery.CitationClaim, chancery.CharacterisationClaim} {
		if d.Types[t] > 0 {
			fmt.Fprintf(&b, "    %s %d\n", t, d.Types[t])
		}
	}
	if len(d.Issues) > 0 {
		b.WriteString("  what was mended or is damaged:\n")
	}
	writeIssues(&b, d.Issues)
	_, err := io.WriteString(w, b.String())
	return err
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return ": " + answer.Shown(why)
}
