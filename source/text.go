package source

import (
	"context"

	"example.org/chancery"
)

const textReader = "text/1"

// sniffText never claims a file: text is what a file is when nothing else is.
func sniffText([]byte) bool { return false }

// readText makes the text of record of a plain text file: its bytes decoded,
// nothing else changed.
func readText(_ context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	t := decode(in.Bytes, "")
	d := chancery.NewDocument(in.Name, t.text, textReader+t.undo)
	d.Encoding = t.encoding
	return d, t.issues, nil
}
