package chancery

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strings"
)

// DocumentID names a document by content: "d" and the first 16 hexadecimal digits
// of the SHA-256 of its text of record. Two files with the same text of record are
// one document.
type DocumentID string

// Document is a source as it was read: its text of record and what is known of it.
// The text of record never changes; a better reader makes another document.
type Document struct {
	ID           DocumentID   `json:"id"`
	Name         string       `json:"name"`                // the file's name as it was given, for people
	Text         string       `json:"text"`                // the text of record, valid UTF-8
	Hash         string       `json:"hash"`                // SHA-256 of Text, hexadecimal
	Reader       string       `json:"reader"`              // name and version of what made Text: "text/1"
	Encoding     string       `json:"encoding,omitempty"`  // of the bytes: "utf-8", "windows-1251" ...
	Furniture    []Span       `json:"furniture,omitempty"` // navigation, menus, footers: kept in Text, not read for claims
	Blocks       []Span       `json:"blocks,omitempty"`    // paragraphs, headings, cells that the format marks; none for plain text
	Pages        []Page       `json:"pages,omitempty"`     // where the file's pages begin; none for formats without pages
	Bibliography Bibliography `json:"bibliography"`
	Standing     Standing     `json:"standing,omitempty"`
	StandingWhy  string       `json:"standing_why,omitempty"` // why Standing was guessed; "" if a person or a description of the file set it
}

// Page is where a page of the file begins in the text of record.
type Page struct {
	Start int    `json:"start"`
	Label string `json:"label"` // as the file calls it ("xii", "214"), else its number counted from 1
}

// PageAt is the page on which a byte of the text of record stands; false if the
// format has no pages.
func (d *Document) PageAt(at int) (Page, bool) {
	n := sort.Search(len(d.Pages), func(i int) bool { return d.Pages[i].Start > at })
	if n == 0 {
		return Page{}, false
	}
	return d.Pages[n-1], true
}

// Bibliography is what the file itself says of the work, or a person has entered.
// Several persons are parted by "; ".
type Bibliography struct {
	Title      string `json:"title,omitempty"`
	Author     string `json:"author,omitempty"`
	Editor     string `json:"editor,omitempty"`
	Translator string `json:"translator,omitempty"`
	Issued     string `json:"issued,omitempty"` // EDTF
	In         string `json:"in,omitempty"`     // the journal or collection
	Publisher  string `json:"publisher,omitempty"`
	Volume     string `json:"volume,omitempty"`
	Pages      string `json:"pages,omitempty"` // of In
	URL        string `json:"url,omitempty"`
	DOI        string `json:"doi,omitempty"`
	Language   string `json:"language,omitempty"` // as the file declares it
}

// BibliographyFields are the names of what a Bibliography holds, as they are in JSON.
func BibliographyFields() []string {
	return []string{"title", "author", "editor", "translator", "issued", "in", "publisher", "volume", "pages", "url", "doi", "language"}
}

// Field is where the bibliography holds what has that name; nil if nothing has.
func (b *Bibliography) Field(name string) *string {
	all := []*string{&b.Title, &b.Author, &b.Editor, &b.Translator, &b.Issued, &b.In, &b.Publisher, &b.Volume, &b.Pages, &b.URL, &b.DOI, &b.Language}
	if n := slices.Index(BibliographyFields(), name); n >= 0 {
		return all[n]
	}
	return nil
}

// Standing is a source's place among its witnesses; "" if unknown.
type Standing string

// The standings.
const (
	Original           Standing = "original"
	CertifiedCopy      Standing = "certified copy"
	Edition            Standing = "edition"
	Monograph          Standing = "monograph"
	Encyclopedia       Standing = "encyclopedia"
	Translation        Standing = "translation"
	MachineTranslation Standing = "machine translation"
)

// Standings are all of them, the nearest to the events first.
func Standings() []Standing {
	return []Standing{Original, CertifiedCopy, Edition, Monograph, Encyclopedia, Translation, MachineTranslation}
}

// StandingOf is the standing of that name, with spaces, hyphens or underscores.
func StandingOf(name string) (Standing, bool) {
	s := Standing(strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), " "))
	return s, slices.Contains(Standings(), s)
}

// Span is a stretch of a text of record in bytes, half open.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains reports whether every byte of o is in s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// NewDocument makes a Document of a text of record and derives its hash and id.
func NewDocument(name, text, reader string) Document {
	sum := sha256.Sum256([]byte(text))
	h := hex.EncodeToString(sum[:])
	return Document{ID: DocumentID("d" + h[:16]), Name: name, Text: text, Hash: h, Reader: reader}
}

// Quote cuts s out of the text of record. It returns false when s is out of range
// or cuts a character in two.
func (d *Document) Quote(s Span) (Quote, bool) {
	if s.Start < 0 || s.End > len(d.Text) || s.Start >= s.End || !boundary(d.Text, s.Start) || !boundary(d.Text, s.End) {
		return Quote{}, false
	}
	return Quote{Span: s, Text: d.Text[s.Start:s.End]}, true
}

func boundary(t string, i int) bool { return i == len(t) || t[i]&0xC0 != 0x80 }
