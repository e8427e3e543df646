// Package pdfium reads the pages of PDF files with PDFium, which runs as WebAssembly
// inside this process: it sees the bytes of one file and nothing else of the machine.
//
// Where the program was built without the engine, Present is false and Open says so.
package pdfium

import (
	"context"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"unicode/utf16"
)

// The folder always holds a file that tells what belongs into it, so that a build
// without the engine works.
//
//go:embed wasm
var embedded embed.FS

// Version is the engine's package and version; it changes with the Makefile's.
const Version = "2.1.13"

// The reasons why a PDF cannot be opened.
var (
	ErrAbsent   = errors.New("this program was built without the PDF engine")
	ErrPassword = errors.New("it is encrypted and needs a password")
	ErrBroken   = errors.New("it is damaged beyond reading")
)

// Present reports whether the engine is part of this program.
func Present() bool {
	f, err := embedded.Open("wasm/pdfium.wasm")
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// Document is an open PDF. It belongs to one goroutine and must be closed.
type Document struct {
	at      *instance
	unwatch func() bool
	handle  uint64
	data    uint64 // where the file's bytes are
	pages   int
	failed  bool
}

// Open opens a PDF. When ctx is done, reading stops, also in the midst of a page.
func Open(ctx context.Context, b []byte) (*Document, error) {
	at, err := take()
	if err != nil {
		return nil, err
	}
	d := &Document{at: at, unwatch: at.watch(ctx)}
	if err := d.open(b); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func (d *Document) open(b []byte) (err error) {
	defer d.noteFailure(&err)
	if d.data, err = d.at.call("malloc", uint64(len(b))); err != nil {
		return err
	}
	if d.data == 0 || !d.at.module.Memory().Write(uint32(d.data), b) {
		return fmt.Errorf("%w: it does not fit into the engine's memory", ErrBroken)
	}
	if d.handle, err = d.at.call("FPDF_LoadMemDocument", d.data, uint64(len(b)), 0); err != nil {
		return err
	}
	if d.handle == 0 {
		const password, security = 4, 5
		switch why, _ := d.at.call("FPDF_GetLastError"); why {
		case password, security:
			return ErrPassword
		}
		return ErrBroken
	}
	n, err := d.at.call("FPDF_GetPageCount", d.handle)
	d.pages = max(0, int(int32(n)))
	return err
}

// noteFailure remembers that the engine trapped, so that its instance is not used again.
func (d *Document) noteFailure(err *error) {
	if *err != nil && !errors.Is(*err, ErrPassword) {
		d.failed = true
	}
}

// Close ends the reading of the document.
func (d *Document) Close() {
	if d.at == nil {
		return
	}
	if !d.failed {
		_, err := d.at.call("FPDF_CloseDocument", d.handle)
		_, err2 := d.at.call("free", d.data)
		d.failed = err != nil || err2 != nil
	}
	give(d.at, !d.unwatch() || d.failed)
	d.at = nil
}

// Pages is the number of pages.
func (d *Document) Pages() int { return d.pages }

// Char is a character of a page, in the order in which the engine reads the page.
type Char struct {
	Rune rune
	// The box around it, as wide as the character moves the pen and as high as
	// its font, in hundredths of a point from the page's lower left corner. It
	// is empty for a space or line end that the engine put in. Whole numbers, since what
	// is made of them must come out the same on every processor.
	Left, Right, Bottom, Top int
}

// Hyphen is what the engine gives for a hyphen at the end of a line, in place of
// the hyphen and the line end.
const Hyphen = '\ufffe'

// Page is what stands on a page.
type Page struct {
	Chars  []Char
	Images int // pictures on it, as scans are
}

// Page reads page n, counted from 0.
func (d *Document) Page(n int) (page Page, err error) {
	defer d.noteFailure(&err)
	handle, err := d.at.call("FPDF_LoadPage", d.handle, uint64(n))
	if err != nil || handle == 0 {
		return Page{}, err
	}
	if page.Images, err = d.images(handle); err != nil {
		return page, err
	}
	text, err := d.at.call("FPDFText_LoadPage", handle)
	if err != nil {
		return page, err
	}
	if text != 0 {
		if page.Chars, err = d.chars(text); err != nil {
			return page, err
		}
		if _, err = d.at.call("FPDFText_ClosePage", text); err != nil {
			return page, err
		}
	}
	_, err = d.at.call("FPDF_ClosePage", handle)
	return page, err
}

func (d *Document) images(page uint64) (int, error) {
	const image, most = 3, 200 // a page of many objects is no scan
	count, err := d.at.call("FPDFPage_CountObjects", page)
	if err != nil {
		return 0, err
	}
	found := 0
	for i := range min(int32(count), most) {
		o, err := d.at.call("FPDFPage_GetObject", page, uint64(i))
		if err != nil {
			return 0, err
		}
		kind, err := d.at.call("FPDFPageObj_GetType", o)
		if err != nil {
			return 0, err
		}
		if kind == image {
			found++
		}
	}
	return found, nil
}

// chars reads the characters of a page with their boxes. The engine knows UTF-16.
func (d *Document) chars(text uint64) ([]Char, error) {
	count, err := d.at.call("FPDFText_CountChars", text)
	if err != nil {
		return nil, err
	}
	n := max(0, int(int32(count)))
	out := make([]Char, 0, n)
	for i := range n {
		u, err := d.at.call("FPDFText_GetUnicode", text, uint64(i))
		if err != nil {
			return nil, err
		}
		c := Char{Rune: rune(uint32(u))}
		if k := len(out) - 1; k >= 0 && utf16.IsSurrogate(out[k].Rune) {
			out[k].Rune = utf16.DecodeRune(out[k].Rune, c.Rune)
			continue
		}
		at := d.at.scratch
		ok, err := d.at.call("FPDFText_GetLooseCharBox", text, uint64(i), at)
		if err != nil {
			return nil, err
		}
		if int32(ok) != 0 {
			b, _ := d.at.module.Memory().Read(uint32(at), 16)
			c.Left, c.Top, c.Right, c.Bottom = hundredths(b), hundredths(b[4:]), hundredths(b[8:]), hundredths(b[12:])
		}
		out = append(out, c)
	}
	return out, nil
}

// hundredths is a floating-point number times 100; what no page is as large as becomes 0.
func hundredths(b []byte) int {
	const largest = 1e6
	v := float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))
	if !(math.Abs(v) < largest) { // also when it is no number
		return 0
	}
	return int(math.Round(v * 100))
}

// Meta is what the file's information dictionary says under a tag: Title, Author,
// Subject, Keywords, Creator, Producer, CreationDate.
func (d *Document) Meta(tag string) (string, error) {
	name := append([]byte(tag), 0)
	if len(name) > scratchSize || !d.at.module.Memory().Write(uint32(d.at.scratch), name) {
		return "", nil
	}
	return d.wide("FPDF_GetMetaText", d.handle, d.at.scratch)
}

// Label is how page n, counted from 0, is called in the file ("xii", "214"); "" if
// the file gives it no name.
func (d *Document) Label(n int) (string, error) {
	return d.wide("FPDF_GetPageLabel", d.handle, uint64(n))
}

// wide calls a function that fills a buffer with UTF-16, at most a few thousand units.
func (d *Document) wide(name string, a, b uint64) (s string, err error) {
	defer d.noteFailure(&err)
	const most = 8192
	n, err := d.at.call(name, a, b, 0, 0)
	if size := uint32(n); err != nil || size <= 2 || size > most {
		return "", err
	}
	buf, err := d.at.call("malloc", n)
	if err != nil || buf == 0 {
		return "", err
	}
	if _, err = d.at.call(name, a, b, buf, n); err != nil {
		return "", err
	}
	raw, _ := d.at.module.Memory().Read(uint32(buf), uint32(n))
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw) && (raw[i] != 0 || raw[i+1] != 0); i += 2 {
		units = append(units, binary.LittleEndian.Uint16(raw[i:]))
	}
	_, err = d.at.call("free", buf)
	return string(utf16.Decode(units)), err
}
