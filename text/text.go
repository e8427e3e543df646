// Package text turns a Document into mended text with a map back to every byte.
//
// A text of record is kept as it was read: words broken at line ends, running
// heads, notes in the midst of sentences. Clean undoes that for the later stages
// and remembers, for every byte of what it made, where in the text of record it
// stood, so that a claim can always quote the record. A Text is only made by
// Clean: a mended string without its map does not exist.
package text

import "example.org/chancery"

// Kind says what a paragraph is in the document.
type Kind string

// The kinds of paragraph.
const (
	Body      Kind = "body"
	Heading   Kind = "heading"
	Abstract  Kind = "abstract"
	Table     Kind = "table"     // lines are kept apart by newlines, cells of one line by tabs
	NoteText  Kind = "note"      // a note of the document, moved behind the paragraph it interrupted
	Furniture Kind = "furniture" // navigation, running heads, page numbers: not to be read for claims
)

// Paragraph is a stretch of mended text that belongs together.
type Paragraph struct {
	chancery.Span // in the mended text
	Kind          Kind
}

// Note is a footnote or endnote: its mark in the text, its own text, or both.
type Note struct {
	Mark string
	At   int           // offset in the mended text where the mark stood, -1 when no mark was found
	Span chancery.Span // the note in the mended text, empty when the document does not have it
	Page int           // index into Pages of the page that the mark, else the note, stands on; -1 when there are none
}

// Page is where a page of the printed document begins.
type Page struct {
	Start  int    // offset in the text of record
	Number string // as printed, "" when it was not seen
}

// Losses says what the text has lost before it came to us, and no mending brings back.
type Losses struct {
	Digits      bool `json:"digits,omitempty"`
	Case        bool `json:"case,omitempty"`
	Punctuation bool `json:"punctuation,omitempty"`
	ShortWords  bool `json:"short_words,omitempty"` // one-letter words such as "в" and "и"
}

// Any reports whether anything is lost.
func (l Losses) Any() bool { return l.Digits || l.Case || l.Punctuation || l.ShortWords }

// Text is a document's mended text with the map back to its text of record.
type Text struct {
	Paragraphs        []Paragraph // in order, without gaps but for the blank line between them
	Notes             []Note
	Pages             []Page
	Losses            Losses
	MachineTranslated bool
	Issues            []chancery.Issue // what was mended and what could not be, with places in the text of record

	record string
	mended string
	fold   fold
}

// Mended is the text that later stages read. Paragraphs are parted by a blank line.
func (t *Text) Mended() string { return t.mended }

// Record is the text of record that t was made of.
func (t *Text) Record() string { return t.record }

// Original is the hull in the text of record of the mended bytes from start to
// end: everything that stood between the first and the last of them, hyphens,
// line ends and page heads included. Offsets outside the mended text are clamped.
func (t *Text) Original(start, end int) chancery.Span {
	start, end = max(0, start), min(end, len(t.mended))
	return t.fold.original(start, end, len(t.record))
}

// Mend is the way back: where a stretch of the text of record stands in the mended
// text. It is false when nothing of the stretch was kept.
func (t *Text) Mend(s chancery.Span) (start, end int, ok bool) { return t.fold.mend(s) }

// Quote is the verbatim quote of the mended bytes from start to end. It is false
// when they are out of range or empty.
func (t *Text) Quote(start, end int) (chancery.Quote, bool) {
	if start < 0 || end > len(t.mended) || start >= end {
		return chancery.Quote{}, false
	}
	s := t.Original(start, end)
	return chancery.Quote{Span: s, Text: t.record[s.Start:s.End]}, s.Start < s.End
}
