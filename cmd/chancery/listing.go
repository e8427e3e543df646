package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
)

// listing is rows that can be shown as a table for people or as data for programs.
type listing struct {
	columns []string
	rows    [][]string
	records []any // what each row is, for json and jsonl
	none    string
}

func (l *listing) add(record any, cells ...string) {
	l.rows = append(l.rows, cells)
	l.records = append(l.records, record)
}

// formatFlag adds --format with the forms that a command knows, the first by default.
func formatFlag(c *cobra.Command, to *string, forms ...string) {
	c.Flags().StringVar(to, "format", forms[0], "print as `FORM`: "+strings.Join(forms, ", "))
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(forms, cobra.ShellCompDirectiveNoFileComp))
}

func unknownForm(form string, forms ...string) error {
	return chancery.Errorf(chancery.Invalid, "read the option --format", "use "+strings.Join(forms, ", "), "there is no form %q", form)
}

// write prints the listing in a form.
func (l *listing) write(w io.Writer, form string) error {
	switch form {
	case "table":
		return l.table(w)
	case "csv":
		c := csv.NewWriter(w)
		if err := c.Write(l.columns); err != nil {
			return err
		}
		return c.WriteAll(l.rows)
	case "jsonl":
		for _, r := range l.records {
			if err := writeJSON(w, r, ""); err != nil {
				return err
			}
		}
		return nil
	case "json":
		if l.records == nil {
			l.records = []any{}
		}
		return writeJSON(w, l.records, "  ")
	}
	return unknownForm(form, "table", "json", "jsonl", "csv")
}

func (l *listing) table(w io.Writer) error {
	if len(l.rows) == 0 {
		_, err := fmt.Fprintln(w, l.none)
		return err
	}
	_, err := io.WriteString(w, grid(l.columns, l.rows))
	return err
}

// writeJSON writes a value as JSON with letters as they are, on one line unless
// indented.
func writeJSON(w io.Writer, v any, indent string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	return e.Encode(v)
}
