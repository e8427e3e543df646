// Package sourcetest makes files of the formats that are read, for tests: no file of
// somebody else's has to be kept.
package sourcetest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Run is words at a place of a page, in points from the lower left corner; Size 0 is 10.
type Run struct {
	X, Y float64
	Text string
	Size float64
}

// Page is a page of a PDF: its runs in the order of the file, or a picture.
type Page struct {
	Runs  []Run
	Image bool
}

// PDF is a PDF file.
type PDF struct {
	Pages     []Page
	Title     string
	Author    string
	XMP       string // a packet of metadata
	Labels    string // an entry of the catalog, as " /PageLabels <<...>>"
	Encrypted bool   // with a password that nobody knows
}

// Lines is runs one below the other.
func Lines(x, y float64, texts ...string) []Run {
	var out []Run
	for i, t := range texts {
		out = append(out, Run{X: x, Y: y - 12*float64(i), Text: t})
	}
	return out
}

// Bytes writes the file: one font without glyphs, all characters half as wide as
// high, codes that are the characters' own, and a table that says so.
func (f PDF) Bytes() []byte {
	var b bytes.Buffer
	var at []int
	object := func(body string) int {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), body)
		return len(at)
	}
	stream := func(head, body string) int {
		return object(fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", head, len(body), body))
	}
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	cmap := stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"+
		"1 begincodespacerange <0000> <FFFF> endcodespacerange\n3 beginbfrange <0020> <00FF> <0020> <0400> <04FF> <0400> <2010> <20FF> <2010> endbfrange\n"+
		"endcmap CMapName currentdict /CMap defineresource pop end end")
	descriptor := object("<</Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80>>")
	cid := object(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "+
		"/FontDescriptor %d 0 R /DW 500>>", descriptor))
	font := object(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", cid, cmap))
	image := stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
	tree := len(at) + 2*len(f.Pages) + 1
	var kids []string
	for _, p := range f.Pages {
		var c strings.Builder
		for _, r := range p.Runs {
			if r.Size == 0 {
				r.Size = 10
			}
			fmt.Fprintf(&c, "BT /F %g Tf %g %g Td <%s> Tj ET\n", r.Size, r.X, r.Y, codes(r.Text))
		}
		if p.Image {
			c.WriteString("q 500 0 0 700 40 40 cm /I Do Q\n")
		}
		content := stream("", c.String())
		kids = append(kids, fmt.Sprintf("%d 0 R", object(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "+
			"/Resources <</Font <</F %d 0 R>> /XObject <</I %d 0 R>>>>>>", tree, content, font, image))))
	}
	object(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(kids), strings.Join(kids, " ")))
	if f.XMP != "" {
		stream("/Type /Metadata /Subtype /XML", f.XMP)
	}
	catalog := object(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R%s>>", tree, f.Labels))
	info := object(fmt.Sprintf("<</Title <FEFF%s> /Author <FEFF%s>>>", codes(f.Title), codes(f.Author)))
	extra := ""
	if f.Encrypted {
		key := strings.Repeat("ab", 32)
		enc := object(fmt.Sprintf("<</Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <%s> /U <%s>>>", key, key))
		extra = fmt.Sprintf(" /Encrypt %d 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]", enc)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, catalog, info, extra, start)
	return b.Bytes()
}

func codes(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// At is words at a place, of a size in points.
func At(x, y float64, text string, size float64) Run {
	return Run{X: x, Y: y, Text: text, Size: size}
}
