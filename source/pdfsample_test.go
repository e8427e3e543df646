package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// run is words at a place of a page, in points from the lower left corner; Size 0 is 10.
type run struct {
	x, y float64
	text string
	size float64
}

// pdfPage is a page of a PDF for tests: its runs in the order of the file, or a picture.
type pdfPage struct {
	runs  []run
	image bool
}

// pdfFile is a PDF for tests.
type pdfFile struct {
	pages   []pdfPage
	title   string
	author  string
	xmp     string
	encrypt bool // with a password that nobody knows
	labels  string
}

// lines is runs one below the other.
func linesAt(x, y float64, texts ...string) []run {
	var out []run
	for i, t := range texts {
		out = append(out, run{x: x, y: y - 12*float64(i), text: t})
	}
	return out
}

// bytes writes the file: one font without glyphs, all characters half as wide as
// high, codes that are the characters' own, and a table that says so.
func (f pdfFile) bytes() []byte {
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
	tree := len(at) + 2*len(f.pages) + 1
	var kids []string
	for _, p := range f.pages {
		var c strings.Builder
		for _, r := range p.runs {
			if r.size == 0 {
				r.size = 10
			}
			fmt.Fprintf(&c, "BT /F %g Tf %g %g Td <%s> Tj ET\n", r.size, r.x, r.y, codes(r.text))
		}
		if p.image {
			c.WriteString("q 500 0 0 700 40 40 cm /I Do Q\n")
		}
		content := stream("", c.String())
		kids = append(kids, fmt.Sprintf("%d 0 R", object(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "+
			"/Resources <</Font <</F %d 0 R>> /XObject <</I %d 0 R>>>>>>", tree, content, font, image))))
	}
	object(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(kids), strings.Join(kids, " ")))
	if f.xmp != "" {
		stream("/Type /Metadata /Subtype /XML", f.xmp)
	}
	catalog := object(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R%s>>", tree, f.labels))
	info := object(fmt.Sprintf("<</Title <FEFF%s> /Author <FEFF%s>>>", codes(f.title), codes(f.author)))
	extra := ""
	if f.encrypt {
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
