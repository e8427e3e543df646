// Package source turns the bytes of a file into a Document: its text of record,
// content hash, and what the file says of itself.
//
// A format is a Format value in its own file and a line in Formats; nothing else
// has to change for a new one.
package source

import (
	"context"

	"example.org/chancery"
)

// Format is a kind of file that can be read.
type Format struct {
	Name       string   // what makes the text of record, with its version: "text/1"
	Extensions []string // lower case, with the dot
	// Sniff reports whether a file with these bytes is of this format.
	Sniff func(b []byte) bool
	// Read makes the document. It stops when ctx is done, and then gives ctx's error.
	Read func(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error)
}

// Input is a file that is to be read.
type Input struct {
	Name   string // its base name, for the document and for messages
	Bytes  []byte
	Limits Limits // with every field set
}

// Formats are the formats that are read. A file goes to the first whose Sniff
// accepts it, else to the first that has its extension, else to the last.
func Formats() []Format {
	return []Format{
		{Name: pdfReader, Extensions: []string{".pdf"}, Sniff: sniffPDF, Read: readPDF},
		{Name: docxReader, Extensions: []string{".docx", ".docm"}, Sniff: sniffDOCX, Read: readDOCX},
		{Name: odtReader, Extensions: []string{".odt"}, Sniff: sniffODT, Read: readODT},
		{Name: epubReader, Extensions: []string{".epub"}, Sniff: sniffEPUB, Read: readEPUB},
		{Name: htmlReader, Extensions: []string{".html", ".htm", ".xhtml"}, Sniff: sniffHTML, Read: readHTML},
		{Name: markdownReader, Extensions: []string{".md", ".markdown"}, Sniff: sniffMarkdown, Read: readMarkdown},
		{Name: textReader, Extensions: []string{".txt", ".text"}, Sniff: sniffText, Read: readText},
	}
}
