package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/ingest"
	"example.org/chancery/mention"
	"example.org/chancery/source"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// document is a file as a document; "-" is standard input, and what is no file may be
// the id of a document of the register.
func (m *Main) document(ctx context.Context, name string) (chancery.Document, error) {
	if name == "-" {
		d, _, err := source.Read(ctx, "standard input", m.Stdin, source.Limits{})
		return d, err
	}
	_, err := os.Stat(name)
	if !errors.Is(err, fs.ErrNotExist) || len(name) != 17 || name[0] != 'd' {
		d, _, err := source.ReadFile(ctx, name, source.Limits{})
		return d, err
	}
	v, s, err := m.view(ctx, 0)
	if err != nil {
		return chancery.Document{}, err
	}
	defer s.Close()
	if d, ok := v.Document(chancery.DocumentID(name)); ok {
		return d, nil
	}
	return chancery.Document{}, chancery.Errorf(chancery.NotFound, "show "+name, "see chancery sources", "there is no file and no document of this name")
}

func (m *Main) showText() *cobra.Command {
	var mended bool
	c := &cobra.Command{
		Use:   "text FILE",
		Short: "Print the text of record of a file, byte for byte",
		Long: `Print the text of record of a file, to which the offsets of all quotes refer, byte for
byte and with nothing added. With --mended, what is read after mending: words joined,
notes moved, page heads taken out. FILE may be - or the id of a document of the register.`,
		Example: examples("chancery show text page.html", "the text of a page",
			"chancery show text --mended scan.txt", "what mending made of it"),
		Args: cobra.ExactArgs(1),
		RunE: m.do(func(ctx context.Context, args []string) error {
			d, err := m.document(ctx, args[0])
			if err != nil {
				return err
			}
			s := d.Text
			if mended {
				s = text.Clean(&d).Mended()
			}
			_, err = io.WriteString(m.Stdout, s)
			return err
		}),
	}
	c.Flags().BoolVar(&mended, "mended", false, "print the mended text")
	return c
}

// step is a subcommand that shows what a step of reading makes of a file.
func (m *Main) step(use, short, long string, list func(ingest.Reader, chancery.Document) *listing) *cobra.Command {
	var form string
	c := &cobra.Command{
		Use: use + " FILE", Short: short, Long: long + " FILE may be - or the id of a document of the register.",
		Example: examples("chancery show "+use+" page.html", "as a table",
			"chancery show "+use+" page.html --format jsonl", "one JSON object a line"),
		Args: cobra.ExactArgs(1),
		RunE: m.do(func(ctx context.Context, args []string) error {
			d, err := m.document(ctx, args[0])
			if err != nil {
				return err
			}
			r, err := m.reader()
			if err != nil {
				return err
			}
			return list(r, d).write(m.Stdout, form)
		}),
	}
	formatFlag(c, &form, "table", "json", "jsonl", "csv")
	return c
}

// tokenRow is a token with its place in the text of record.
type tokenRow struct {
	Text     string `json:"text"` // verbatim in the text of record
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Norm     string `json:"norm"` // as it is compared
	Sort     string `json:"sort"`
	Value    *int   `json:"value,omitempty"`
	Sentence int    `json:"sentence"`
	Clause   int    `json:"clause"`
	Kind     string `json:"paragraph_kind"`
	Language string `json:"language,omitempty"`
}

func (m *Main) showTokens() *cobra.Command {
	return m.step("tokens", "Show the words of a file as they are read",
		"Show the words, numbers and signs of a file: where they stand, how they are compared, their\nsentence and clause, and the language of their paragraph.",
		func(r ingest.Reader, d chancery.Document) *listing {
			l := &listing{columns: []string{"start", "end", "text", "norm", "sort", "sentence", "clause", "language"}, none: "there are no words in it"}
			ts := token.Split(text.Clean(&d), r.Languages)
			for i := range ts.Tokens {
				t := &ts.Tokens[i]
				q, _ := ts.Text.Quote(t.Start, t.End)
				row := tokenRow{Text: q.Text, Start: q.Start, End: q.End, Norm: t.Norm, Sort: [...]string{"word", "number", "sign"}[t.Sort],
					Sentence: t.Sentence, Clause: t.Clause, Kind: string(ts.Paragraphs[t.Paragraph].Kind)}
				if t.Sort == token.Number && t.Value >= 0 {
					row.Value = &t.Value
				}
				if p := ts.Pack(i); p != nil {
					row.Language = p.Code
				}
				l.add(row, fmt.Sprint(q.Start), fmt.Sprint(q.End), q.Text, t.Norm, row.Sort, fmt.Sprint(t.Sentence), fmt.Sprint(t.Clause), row.Language)
			}
			return l
		})
}

// mentionRow is a mention with its place in the text of record and what it says.
type mentionRow struct {
	Type    string                  `json:"type"`
	Start   int                     `json:"start"`
	End     int                     `json:"end"`
	Text    string                  `json:"text"` // verbatim in the text of record
	Kind    chancery.InstrumentKind `json:"kind,omitempty"`
	Sort    string                  `json:"sort,omitempty"` // of a polity's name: noun, adjective, people, government, seat; of a place: city, river
	Year    int                     `json:"year,omitempty"`
	Parties []chancery.Key          `json:"parties,omitempty"`
	Numbers []string                `json:"numbers,omitempty"`
	Bare    bool                    `json:"bare,omitempty"` // a kind word alone, for an instrument named before
	Draft   bool                    `json:"draft,omitempty"`
	Names   []string                `json:"names,omitempty"`
	Role    string                  `json:"role,omitempty"`
	Name    string                  `json:"name,omitempty"`
	Article string                  `json:"article,omitempty"`
	Keys    []chancery.Key          `json:"keys,omitempty"` // entries of the authority with this name
}

// dateRow is a date with its place: value is EDTF, written what stands there where
// EDTF cannot hold it, else null.
type dateRow struct {
	Type     string            `json:"type"`
	Start    int               `json:"start"`
	End      int               `json:"end"`
	Text     string            `json:"text"`
	Value    string            `json:"value"`
	Calendar string            `json:"calendar"`
	Written  *chancery.Written `json:"written"`
}

func (m *Main) showMentions() *cobra.Command {
	return m.step("mentions", "Show the dates, instruments, polities, persons and places of a file",
		"Show what a file speaks of: dates with their EDTF value and calendar, instruments, polities,\npersons, places and articles, each where it stands.",
		func(r ingest.Reader, d chancery.Document) *listing {
			l := &listing{columns: []string{"start", "end", "type", "text", "says"},
				none: "nothing was recognised in it; chancery show tokens tells in which language it was read"}
			ms := r.Read(&d).Mentions
			for i := range ms.All {
				x := &ms.All[i]
				q, _ := ms.Text.Quote(x.Start, x.Stop)
				start, end := fmt.Sprint(q.Start), fmt.Sprint(q.End)
				if d := x.Date; d != nil {
					row := dateRow{x.Type, q.Start, q.End, q.Text, d.Value.String(), d.Calendar, d.Written}
					l.add(row, start, end, x.Type, q.Text, phrase(row.Value, row.Calendar))
					continue
				}
				row := mentionOf(x, q)
				l.add(row, start, end, x.Type, q.Text, row.says())
			}
			return l
		})
}

func mentionOf(x *mention.Mention, q chancery.Quote) mentionRow {
	row := mentionRow{Type: x.Type, Start: q.Start, End: q.End, Text: q.Text, Article: x.Article, Keys: x.Keys}
	switch {
	case x.Instrument != nil:
		in := x.Instrument
		row.Kind, row.Year, row.Parties, row.Numbers, row.Bare, row.Draft = in.Kind, in.Year, in.Parties, in.Numbers, in.Bare, in.Draft
	case x.Polity != nil:
		row.Keys, row.Sort = []chancery.Key{x.Polity.Key}, x.Polity.Sort
	case x.Person != nil:
		row.Names, row.Role = x.Person.Names, x.Person.Role
	case x.Place != nil:
		row.Name, row.Sort = x.Place.Name, x.Place.Kind
	}
	return row
}

// says is what a mention says, in a few words.
func (r mentionRow) says() string {
	return phrase(string(r.Kind), r.Sort, r.Role, r.Article, joined(r.Parties), joined(r.Keys))
}

func (m *Main) showClaims() *cobra.Command {
	return m.step("claims", "Show what a file states, one claim a stretch of text",
		"Show what a file states, one claim a stretch of text, with the rule that read it. For one row\na fact with keys filled in, see chancery extract.",
		func(r ingest.Reader, d chancery.Document) *listing {
			l := &listing{columns: []string{"claim", "type", "states", "certainty", "quote", "rule"}, none: "it states nothing that a rule recognises"}
			for _, c := range r.Read(&d).Claims {
				l.add(c, string(c.ID), string(c.Type()), states(c), string(c.Certainty()), c.Quote.Text, c.Rule)
			}
			return l
		})
}

// states is a claim's content in a few words, for tables.
func states(c chancery.Claim) string {
	switch b := c.Body.(type) {
	case chancery.Instrument:
		return phrase(string(b.Kind), string(b.Key), b.Label)
	case chancery.Event:
		return phrase(b.Event, b.Of, b.Date, string(b.Instrument), b.Place)
	case chancery.Provision:
		return phrase(b.Topic, b.Article, string(b.Instrument), b.Where)
	case chancery.Relation:
		return phrase(string(b.From), b.Rel, string(b.To))
	case chancery.Person:
		return phrase(b.Name, strings.Join(b.Roles, ", "), string(b.Key))
	case chancery.Place:
		return phrase(b.Name, b.Kind, string(b.Key))
	case chancery.Tariff:
		return phrase(b.Goods, b.Rate.Amount, b.Rate.Currency, b.Rate.Per, b.Rate.Percent)
	case chancery.Citation:
		return phrase(b.Archive, b.Fond, b.Opis, b.Delo, b.Folio, b.Work, b.Page)
	case chancery.Characterisation:
		return phrase(string(b.Of), b.As, b.Holder)
	case chancery.Text:
		return phrase(string(b.Instrument), b.Language)
	}
	return ""
}

func phrase(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, answer.Shown(p))
		}
	}
	return strings.Join(out, " ")
}
