package source

import (
	"context"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"example.org/chancery"
)

const docxReader = "docx/1"

func sniffDOCX(b []byte) bool { return zipKindOf(b) == "docx" }

// readDOCX makes the text of record of a Word document: its paragraphs and tables;
// marks of notes as [1], with the notes at the end; numbers that Word makes by itself
// written out; heads and feet of pages at the end, as furniture.
func readDOCX(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	c, err := openContainer(ctx, in)
	if err != nil {
		return chancery.Document{}, nil, err
	}
	w := &wordReader{container: c}
	if err := w.read(); err != nil {
		return chancery.Document{}, nil, err
	}
	d := w.document(in.Name, docxReader)
	core, err := c.part("docProps/core.xml")
	if err != nil {
		return d, nil, err
	}
	fields, err := xmlFields(ctx, core)
	if err != nil {
		fields = nil // a damaged description does not keep the text from being read
	}
	d.Bibliography = chancery.Bibliography{Title: titleOf(fields["title"]), Author: authorOf(fields["creator"]), Language: fields["language"]}
	var issues []chancery.Issue
	if w.deleted > 0 {
		issues = append(issues, tracked(w.deleted))
	}
	if w.comments > 0 {
		issues = append(issues, commented(w.comments))
	}
	return d, issues, nil
}

// wordReader writes the text of a Word document. Element names are those of
// WordprocessingML (ECMA-376, part 1, chapter 17).
type wordReader struct {
	*container
	composer
	lists             numbering
	styles            map[string]listPlace
	notes             []noteRef
	deleted, comments int

	skip     int // depth of elements that are not part of the text
	inText   int
	props    int // depth in the properties of a paragraph
	style    string
	place    listPlace
	numbered bool // the open paragraph has its number
	heading  string
}

// noteRef is a note that the text refers to.
type noteRef struct{ part, id string }

func (w *wordReader) read() error {
	if err := w.readLists(); err != nil {
		return err
	}
	if err := w.readPart("word/document.xml"); err != nil {
		return err
	}
	if err := w.readNotes(); err != nil {
		return err
	}
	var edges []string
	for name := range w.parts {
		if strings.HasPrefix(name, "word/header") || strings.HasPrefix(name, "word/footer") {
			edges = append(edges, name)
		}
	}
	slices.Sort(edges)
	var err error
	w.aside(func() {
		for _, name := range edges {
			if e := w.readPart(name); e != nil {
				err = e
			}
		}
	})
	return err
}

func (w *wordReader) readPart(name string) error {
	b, err := w.part(name)
	if err != nil {
		return err
	}
	return w.readXML(b)
}

func (w *wordReader) readXML(b []byte) error {
	w.skip, w.inText, w.props = 0, 0, 0
	err := walkXML(w.ctx, b, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.inText > 0 && w.skip == 0 {
				s := string(t)
				if w.heading != "" {
					s = strings.TrimLeft(s, " ")
				}
				w.beginItem()
				w.write(s)
			}
		}
		return nil
	})
	for len(w.tables) > 0 { // the file broke off
		w.endCell()
		w.endRow()
		w.endTable()
	}
	w.endParagraph()
	return err
}

// isLeftOut reports whether an element holds what is no part of the text: what was
// deleted or moved away, and second versions of drawings for older programs.
func isLeftOut(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "rPr", "sectPr", "tblPr", "trPr", "tblGrid", "rubyPr", "rt":
		return true
	}
	return false
}

func (w *wordReader) start(e xml.StartElement) {
	name := e.Name.Local
	if isLeftOut(name) || w.skip > 0 {
		if w.skip == 0 && (name == "del" || name == "moveFrom") && w.props == 0 {
			w.deleted++
		}
		w.skip++
		return
	}
	if w.props > 0 {
		w.props++
		w.property(e)
		return
	}
	switch name {
	case "pPr":
		w.props = 1
	case "p":
		w.endParagraph()
		w.style, w.place, w.numbered = "", listPlace{}, false
	case "t":
		w.inText++
	case "tab", "ptab":
		w.write("\t")
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("\u2011")
	case "softHyphen":
		w.write("\u00ad")
	case "sym":
		if n, err := strconv.ParseUint(xmlAttr(e, "char"), 16, 32); err == nil {
			w.write(string(rune(n)))
		}
	case "footnoteReference":
		w.note("word/footnotes.xml", xmlAttr(e, "id"))
	case "endnoteReference":
		w.note("word/endnotes.xml", xmlAttr(e, "id"))
	case "commentReference":
		w.comments++
	case "gridSpan":
		if n, err := strconv.Atoi(xmlAttr(e, "val")); err == nil && len(w.tables) > 0 {
			w.tables[len(w.tables)-1].empty = n - 1
		}
	case "tbl":
		w.startTable()
	}
}

// property reads what matters of a paragraph's properties.
func (w *wordReader) property(e xml.StartElement) {
	switch e.Name.Local {
	case "pStyle":
		w.style = xmlAttr(e, "val")
	case "ilvl":
		w.place.level, _ = strconv.Atoi(xmlAttr(e, "val"))
		w.place.levelSet = true
	case "numId":
		w.place.list = xmlAttr(e, "val")
	}
}

func (w *wordReader) end(name string) {
	switch {
	case w.skip > 0:
		w.skip--
		return
	case w.props > 0:
		w.props--
		return
	}
	switch name {
	case "t":
		w.inText--
	case "p":
		w.endParagraph()
	case "tc":
		w.endCell()
	case "tr":
		w.endRow()
	case "tbl":
		w.endTable()
	}
}

// note writes a mark and remembers what it refers to.
func (w *wordReader) note(part, id string) {
	w.notes = append(w.notes, noteRef{part, id})
	w.beginItem()
	w.write("[" + strconv.Itoa(len(w.notes)) + "]")
}

// readNotes writes the notes in the order of their marks.
func (w *wordReader) readNotes() error {
	texts := map[noteRef][]byte{}
	for _, part := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		b, err := w.part(part)
		if err != nil {
			return err
		}
		cutNotes(b, func(id string, body []byte) { texts[noteRef{part, id}] = body })
	}
	all := w.notes
	w.notes = nil
	for n, ref := range all {
		body, ok := texts[ref]
		if !ok {
			continue
		}
		w.heading = "[" + strconv.Itoa(n+1) + "] "
		if err := w.readXML(body); err != nil {
			return err
		}
	}
	return nil
}

// cutNotes cuts a part that holds notes into the XML of each.
func cutNotes(b []byte, give func(id string, body []byte)) {
	d := xml.NewDecoder(strings.NewReader(string(b)))
	d.Strict = false
	id, start := "", int64(-1)
	for {
		before := d.InputOffset()
		t, err := d.RawToken()
		if err != nil {
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "footnote" || t.Name.Local == "endnote" {
				id, start = xmlAttr(t, "id"), d.InputOffset()
			}
		case xml.EndElement:
			if start >= 0 && (t.Name.Local == "footnote" || t.Name.Local == "endnote") {
				give(id, b[start:before])
				start = -1
			}
		}
	}
}
