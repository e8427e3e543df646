package corpus

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"example.org/chancery"
)

// Row is the score of several documents together, or of one.
type Row struct {
	Name       string `json:"name"`
	Micro      Tally  `json:"micro"` // of MicroTypes
	Wide       Tally  `json:"wide"`  // of WideTypes
	Linked     Share  `json:"linked"`
	Soft       Share  `json:"soft"`
	Standing   Share  `json:"standing"`
	Violations int    `json:"violations"`
}

// Report is the score of a corpus.
type Report struct {
	Total     Row                          `json:"total"`
	Types     map[chancery.ClaimType]Tally `json:"types"`
	Languages []Row                        `json:"languages"`
	Documents []Result                     `json:"documents"`
}

// Summarise adds up the scores of documents, which it puts in the order of their
// names.
func Summarise(results []Result) Report {
	r := Report{Total: Row{Name: "total"}, Types: map[chancery.ClaimType]Tally{}, Documents: slices.Clone(results)}
	slices.SortStableFunc(r.Documents, func(a, b Result) int { return strings.Compare(a.Document, b.Document) })
	languages := map[string]Row{}
	for _, d := range r.Documents {
		one := d.row()
		r.Total = r.Total.plus(one)
		languages[d.Language] = languages[d.Language].plus(one)
		for t, n := range d.Types {
			r.Types[t] = r.Types[t].Plus(n)
		}
	}
	for code, row := range languages {
		row.Name = code
		if code == "" {
			row.Name = "(not stated)"
		}
		r.Languages = append(r.Languages, row)
	}
	slices.SortFunc(r.Languages, func(a, b Row) int { return strings.Compare(a.Name, b.Name) })
	return r
}

func (r Result) row() Row {
	return Row{Name: r.Document, Micro: r.Micro(), Wide: r.Wide(), Linked: r.Linked, Soft: r.Soft,
		Standing: r.Standing, Violations: len(r.Violations)}
}

// plus keeps the name of the first.
func (r Row) plus(o Row) Row {
	return Row{Name: r.Name, Micro: r.Micro.Plus(o.Micro), Wide: r.Wide.Plus(o.Wide), Linked: r.Linked.Plus(o.Linked),
		Soft: r.Soft.Plus(o.Soft), Standing: r.Standing.Plus(o.Standing), Violations: r.Violations + o.Violations}
}

// Lists are the kinds of facts that a text report can list: labelled and not found,
// found and not labelled, found although they must never be, held to be another's or
// nobody's.
var Lists = []string{"missed", "invented", "forbidden", "resolved"}

// legend explains the columns of the text report.
const legend = `
Figures from prec to quotes are thousandths. wide F1: places and characterisations counted too; linked: right ones
that are about the right instrument; soft: plans, denials and hearsay kept as such; quotes: quotes that stand in the
text; never: facts found that must not be. corpus/README.md says how each is counted.
`

// WriteText writes the figures as aligned tables, by document, language and type;
// shares are per mille, "-" where there is nothing to count. Of the Lists that are
// named it adds every fact, a line each, and what is wrong with the gold.
func (r Report) WriteText(w io.Writer, lists ...string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	heads := "gold\tfound\tright\tprec\trecall\tF1\t"
	fmt.Fprintf(t, "document\t%swide F1\tlinked\tsoft\tquotes\tnever\t\n", heads)
	for _, d := range r.Documents {
		writeRow(t, d.row())
	}
	for _, l := range r.Languages {
		writeRow(t, l)
	}
	writeRow(t, r.Total)
	fmt.Fprintf(t, "\ntype\t%s\n", heads)
	for _, typ := range WideTypes {
		fmt.Fprintf(t, "%s\t%s\n", typ, figures(r.Types[typ]))
	}
	fmt.Fprintf(t, "with places and characterisations\t%s\n", figures(r.Total.Wide))
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write the score: %w", err)
	}
	if _, err := io.WriteString(w, legend); err != nil {
		return fmt.Errorf("write the score: %w", err)
	}
	if len(lists) == 0 {
		return nil
	}
	return r.writeLists(w, lists)
}

func writeRow(w io.Writer, r Row) {
	fmt.Fprintf(w, "%s\t%s%s\t%s\t%s\t%s\t%d\t\n", r.Name, figures(r.Micro),
		orDash(r.Wide.F1(), r.Wide.Gold+r.Wide.Found), r.Linked.text(), r.Soft.text(), r.Standing.text(), r.Violations)
}

func figures(t Tally) string {
	return fmt.Sprintf("%d\t%d\t%d\t%s\t%s\t%s\t", t.Gold, t.Found, t.Right,
		orDash(t.Precision(), t.Found), orDash(t.Recall(), t.Gold), orDash(t.F1(), t.Gold+t.Found))
}

func (s Share) text() string { return orDash(s.PerMille(), s.Of) }

func orDash(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprint(n)
}

func (r Report) writeLists(w io.Writer, lists []string) error {
	var b strings.Builder
	for _, d := range r.Documents {
		for _, part := range []struct {
			name    string
			entries []Entry
		}{{"missed", d.Missed}, {"invented", d.Invented}, {"forbidden", d.Violations}} {
			if !slices.Contains(lists, part.name) {
				continue
			}
			for _, e := range part.entries {
				e.Document = d.Document
				fmt.Fprintf(&b, "%s %s\n", part.name, e)
			}
		}
		for _, p := range d.Problems {
			fmt.Fprintf(&b, "problem %s\n", p)
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write the facts behind the score: %w", err)
	}
	return nil
}

// WriteJSON writes the whole report as one indented JSON object.
func (r Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("write the score as JSON: %w", err)
	}
	return nil
}
