package source

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"example.org/chancery"
)

const odtReader = "odt/1"

func sniffODT(b []byte) bool { return zipKindOf(b) == "odt" }

// readODT makes the text of record of an OpenDocument text: its paragraphs and
// tables; marks of notes as [1], with the notes at the end; heads and feet of pages
// behind them, as furniture.
func readODT(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	c, err := openContainer(ctx, in)
	if err != nil {
		return chancery.Document{}, nil, err
	}
	if manifest, err := c.part("META-INF/manifest.xml"); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, "", "open it with its password and save it without one", "it is encrypted")
	}
	w := &openReader{container: c}
	b, err := c.part("content.xml")
	if err == nil {
		err = w.read(b, "body")
	}
	if err != nil {
		return chancery.Document{}, nil, err
	}
	for _, n := range w.notes {
		w.block(n, false)
	}
	if b, err = c.part("styles.xml"); err == nil {
		w.aside(func() { err = w.read(b, "master-styles") })
	}
	if ctx.Err() != nil {
		return chancery.Document{}, nil, ctx.Err()
	}
	d := w.document(in.Name, odtReader)
	b, err = c.part("meta.xml")
	if err != nil {
		return d, nil, err
	}
	fields, err := xmlFields(ctx, b)
	if err != nil {
		fields = nil // a damaged description does not keep the text from being read
	}
	author := fields["initial-creator"]
	if author == "" {
		author = fields["creator"]
	}
	d.Bibliography = chancery.Bibliography{Title: titleOf(fields["title"]), Author: authorOf(author), Language: fields["language"]}
	var issues []chancery.Issue
	if w.deleted > 0 {
		issues = append(issues, tracked(w.deleted))
	}
	if w.comments > 0 {
		issues = append(issues, commented(w.comments))
	}
	return d, issues, nil
}

// openReader writes the text of an OpenDocument text. Element names are those of
// OpenDocument 1.2, part 1.
type openReader struct {
	*container
	composer
	within            string // the element whose content is read
	inside            int    // depth in it, 0 outside
	skip              int
	para              int
	citation          bool
	mark              string
	held              []openNote // notes that are open, with the paragraphs they interrupt
	notes             []string
	deleted, comments int
}

// openNote is what a note interrupts.
type openNote struct {
	paragraph string
	para      int
	tables    []*openTable
}

func (w *openReader) read(b []byte, within string) error {
	w.within, w.inside, w.skip = within, 0, 0
	err := walkXML(w.ctx, b, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			w.text(string(t))
		}
		return nil
	})
	for len(w.held) > 0 { // the file broke off
		w.endNote()
	}
	for len(w.tables) > 0 {
		w.endCell()
		w.endRow()
		w.endTable()
	}
	w.endParagraph()
	return err
}

func (w *openReader) start(e xml.StartElement) {
	name := e.Name.Local
	switch {
	case w.inside == 0 && name != w.within:
		return
	case w.skip > 0:
		w.skip++
		return
	}
	w.inside++
	switch name {
	case "tracked-changes", "annotation":
		if name == "annotation" {
			w.comments++
		}
		w.skip = 1
		w.inside--
	case "deletion":
		w.deleted++
	case "p", "h":
		if w.para == 0 {
			w.endParagraph()
		}
		w.para++
	case "s":
		n, err := strconv.Atoi(xmlAttr(e, "c"))
		if err != nil || n < 1 {
			n = 1
		}
		w.write(strings.Repeat(" ", min(n, 100)))
	case "tab":
		w.write("\t")
	case "line-break":
		w.write("\n")
	case "note":
		w.startNote()
	case "note-citation":
		w.citation = true
	case "table-cell", "covered-table-cell":
		if n, err := strconv.Atoi(xmlAttr(e, "number-columns-repeated")); err == nil && len(w.tables) > 0 {
			w.tables[len(w.tables)-1].again = n - 1
		}
	case "table":
		w.startTable()
	}
}

func (w *openReader) end(name string) {
	switch {
	case w.inside == 0:
		return
	case w.skip > 0:
		w.skip--
		return
	}
	w.inside--
	switch name {
	case "p", "h":
		if w.para--; w.para <= 0 {
			w.para = 0
			w.endParagraph()
		}
	case "note":
		w.endNote()
	case "note-citation":
		w.citation = false
	case "table-cell", "covered-table-cell":
		w.endCell()
	case "table-row":
		w.endRow()
	case "table":
		w.endTable()
	}
}

// text writes characters; white space runs are one space, as the format has it.
func (w *openReader) text(s string) {
	switch {
	case w.skip > 0 || w.inside == 0:
	case w.citation:
		w.mark += s
	case w.para > 0:
		w.write(collapsed(s, w.open.String()))
	}
}

// collapsed is s with runs of white space as one space, none behind a space.
func collapsed(s, before string) string {
	var b strings.Builder
	space := before == "" || strings.HasSuffix(before, " ") || strings.HasSuffix(before, "\n")
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// startNote lays the open paragraph aside: the note stands in its midst.
func (w *openReader) startNote() {
	w.held = append(w.held, openNote{paragraph: w.open.String(), para: w.para, tables: w.tables})
	w.open.Reset()
	w.para = 0
	w.tables = []*openTable{{}} // what is written goes into a cell, to be taken out
	w.mark = ""
}

func (w *openReader) endNote() {
	if len(w.held) == 0 {
		return
	}
	w.endParagraph()
	n := w.held[len(w.held)-1]
	w.held = w.held[:len(w.held)-1]
	label := strings.TrimSpace(w.mark)
	if label == "" {
		label = strconv.Itoa(len(w.notes) + 1)
	}
	var said []string
	for _, t := range w.tables {
		said = append(said, t.cell...)
	}
	w.notes = append(w.notes, "["+label+"] "+strings.Join(said, " "))
	w.tables, w.para = n.tables, n.para
	w.open.Reset()
	w.write(n.paragraph + "[" + label + "]")
}
