// Package source turns the bytes of a file into a Document: its text of record,
// content hash, and what the file says of itself.
//
// A format is a Format value in its own file and a line in Formats; nothing else
// has to change for a new one.
package source

import "example.org/chancery"

// Format is a kind of file that can be read.
type Format struct {
	Name       string   // what makes the text of record, with its version: "text/1"
	Extensions []string // lower case, with the dot
	// Sniff reports whether a file that begins with head is of this format.
	Sniff func(head []byte) bool
	// Read makes the document. Name is for the document and for messages.
	Read func(name string, b []byte) (chancery.Document, []chancery.Issue, error)
}

// Formats are the formats that are read. A file goes to the first whose Sniff
// accepts it, else to the first that has its extension, else to the last.
func Formats() []Format {
	return []Format{
		{Name: "html/1", Extensions: []string{".html", ".htm", ".xhtml"}, Sniff: sniffHTML, Read: readHTML},
		{Name: "text/1", Extensions: []string{".txt", ".text", ".md"}, Sniff: sniffText, Read: readText},
	}
}
