package source

import (
	"bytes"

	"example.org/chancery"
)

// foreign lists the first bytes of files that are often met and not read.
func foreign() []struct{ magic, what, instead string } {
	return []struct{ magic, what, instead string }{
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old office document (DOC, XLS) or one with a password; these are not read",
			"save it as DOCX, ODT or text, without a password"},
		{"{\\rtf", "this is an RTF document; RTF is not read yet", "save it as text or HTML"},
		{"AT&TFORM", "this is a DjVu scan; it has no text that can be read here", "export its text layer as text"},
		{"\x89PNG\r\n", "this is an image", "have its text recognised and save that as text"},
		{"\xff\xd8\xff", "this is an image", "have its text recognised and save that as text"},
		{"GIF8", "this is an image", "have its text recognised and save that as text"},
		{"II*\x00", "this is an image", "have its text recognised and save that as text"},
		{"MM\x00*", "this is an image", "have its text recognised and save that as text"},
		{"\x1f\x8b", "this is a gzip archive", "unpack it"},
		{"BZh", "this is a bzip2 archive", "unpack it"},
		{"7z\xbc\xaf\x27\x1c", "this is a 7z archive", "unpack it"},
		{"Rar!\x1a\x07", "this is a RAR archive", "unpack it"},
		{"SQLite format 3\x00", "this is an SQLite database", "leave it out"},
		{"\x7fELF", "this is a program", "leave it out"},
		{"MZ\x90\x00", "this is a program", "leave it out"},
	}
}

// refuse says why b cannot be a document, or nil.
func refuse(doing string, b []byte) error {
	if len(b) == 0 {
		return chancery.Errorf(chancery.Invalid, doing, "leave it out", "it is empty")
	}
	for _, f := range foreign() {
		if bytes.HasPrefix(b, []byte(f.magic)) {
			return chancery.Errorf(chancery.Unsupported, doing, f.instead, "%s", f.what)
		}
	}
	if isPacked(b) {
		return refusePacked(doing, b)
	}
	if !sniffPDF(b) && utf16Order(b) == 0 && binary(b) {
		return chancery.Errorf(chancery.Unsupported, doing, "save it as text or HTML", "it is binary: there are bytes in it that no text has")
	}
	return nil
}

// refusePacked says why a file that is packed as zip cannot be a document, or nil.
func refusePacked(doing string, b []byte) error {
	switch zipKindOf(b) {
	case "docx", "odt", "epub":
		return nil
	case "archive":
		return chancery.Errorf(chancery.Unsupported, doing, "add the archive, or one of the files in it", "it is an archive, not one document")
	case "office":
		return chancery.Errorf(chancery.Unsupported, doing, "save it as text or HTML", "it is a spreadsheet, a presentation or the like")
	}
	return chancery.Errorf(chancery.Invalid, doing, "get another copy", "it is a damaged archive or office document")
}

// binary reports whether b holds a NUL, or so many other control characters that
// it cannot be text.
func binary(b []byte) bool {
	bad := 0
	for _, c := range b {
		switch {
		case c == 0:
			return true
		case c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b && c != '\v' && c != 0x1a:
			bad++
		}
	}
	return bad > 4 && bad*100 > len(b)
}
