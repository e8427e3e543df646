package source

import "example.org/chancery"

// sniffText never claims a file: text is what a file is when nothing else is.
func sniffText([]byte) bool { return false }

// readText makes the text of record of a plain text file: its bytes decoded,
// nothing else changed.
func readText(name string, b []byte) (chancery.Document, []chancery.Issue, error) {
	s, enc, issues := decode(b, "")
	d := chancery.NewDocument(name, s, "text/1")
	d.Encoding = enc
	return d, issues, nil
}
