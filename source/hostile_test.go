package source

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"example.org/chancery"
	"example.org/chancery/source/sourcetest"
)

// endless gives the same bytes for ever.
type endless string

func (e endless) Read(b []byte) (int, error) {
	n := 0
	for n < len(b) {
		n += copy(b[n:], e)
	}
	return n, nil
}

func TestAFileWithoutEndIsGivenUpAtTheLimit(t *testing.T) {
	_, _, err := Read(t.Context(), "x.txt", endless("соль "), Limits{Bytes: 1 << 20})
	if chancery.KindOf(err) != chancery.Unsupported || !strings.Contains(err.Error(), "larger than the limit of 1 MB") {
		t.Errorf("got %v", err)
	}
}

func TestOneLineOfManyMegabytesIsRead(t *testing.T) {
	n := int64(32 << 20)
	if testing.Short() {
		n = 1 << 20
	}
	d, _, err := Read(t.Context(), "x.txt", io.LimitReader(endless("соль "), n), Limits{})
	if err != nil || int64(len(d.Text)) < n {
		t.Errorf("%d bytes, %v", len(d.Text), err)
	}
}

// laughs is the declaration of entities that would be a billion words if they were expanded.
func laughs() string {
	s := `<!DOCTYPE x [<!ENTITY a0 "соль">`
	for i := range 10 {
		s += fmt.Sprintf(`<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	return s + "]>"
}

func TestEntitiesAreNotExpanded(t *testing.T) {
	for name, b := range map[string][]byte{
		"x.docx": sourcetest.Zip(sourcetest.File("word/document.xml", laughs()+"<w:document><w:body><w:p><w:t>Торг &a10;</w:t></w:p></w:body></w:document>")),
		"x.odt": sourcetest.Zip(sourcetest.File("mimetype", "application/vnd.oasis.opendocument.text"),
			sourcetest.File("content.xml", laughs()+"<office:body><text:p>Торг &a10;</text:p></office:body>")),
		"x.html": []byte("<!DOCTYPE html><html>" + laughs() + "<p>Торг &a10;"),
	} {
		d, _ := read(t, name, b)
		if !strings.Contains(d.Text, "Торг") || len(d.Text) > 2000 {
			t.Errorf("%s: %.200q", name, d.Text)
		}
	}
}

func TestElementsNestedWithoutEndAreRefused(t *testing.T) {
	deep := strings.Repeat("<w:p>", 100_000)
	for name, b := range map[string][]byte{"x.docx": sourcetest.DOCX(deep), "x.odt": sourcetest.ODT(deep)} {
		if _, _, err := Read(t.Context(), name, bytes.NewReader(b), Limits{}); chancery.KindOf(err) != chancery.Invalid || !strings.Contains(err.Error(), "nested more than") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadingEndsWhenTheTimeIsOver(t *testing.T) {
	var runs []sourcetest.Run
	for i := range 4000 {
		runs = append(runs, sourcetest.At(60, float64(i%700), "Посольство вернулось зимою, и грамота о торге", 10))
	}
	for name, b := range map[string][]byte{
		"x.html": []byte("<html>" + strings.Repeat("<p>соль</p>", 500_000)),
		"x.docx": sourcetest.DOCX(strings.Repeat(sourcetest.Paragraph("соль"), 200_000)),
		"x.odt":  sourcetest.ODT(strings.Repeat("<text:p>соль</text:p>", 300_000)),
		"x.epub": sourcetest.EPUB(`<itemref idref="a"/>`, sourcetest.File("a.xhtml", strings.Repeat("<p>соль</p>", 500_000))),
		"x.pdf":  sourcetest.PDF{Pages: []sourcetest.Page{{Runs: runs}, {Runs: runs}}}.Bytes(),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, _, err := Read(t.Context(), name, bytes.NewReader(b), Limits{Time: 20 * time.Millisecond})
			if chancery.KindOf(err) != chancery.Unsupported || !strings.Contains(err.Error(), "reading took longer than the limit of 20ms") {
				t.Errorf("got %v", err)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
	// What was stopped does not spoil what comes after it.
	d, _ := read(t, "x.pdf", sourcetest.PDF{Pages: []sourcetest.Page{{Runs: sourcetest.Lines(60, 700, "Торг.")}}}.Bytes())
	if d.Text != "Торг." {
		t.Errorf("after it: %q", d.Text)
	}
}

func TestReadingIsStoppedByTheCaller(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, b := range map[string][]byte{"x.html": []byte(page), "x.docx": sourcetest.DOCX(sourcetest.Paragraph("соль")),
		"x.pdf": sourcetest.PDF{Pages: []sourcetest.Page{{Runs: sourcetest.Lines(60, 700, "Торг.")}}}.Bytes()} {
		if _, _, err := Read(ctx, name, bytes.NewReader(b), Limits{}); err != context.Canceled {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDamagedPDFsEndInAReasonOrInTheirText(t *testing.T) {
	good := sourcetest.PDF{Pages: []sourcetest.Page{{Runs: sourcetest.Lines(60, 700, "Посольство вернулось зимою.")}}}.Bytes()
	at := bytes.LastIndex(good, []byte("xref\n0"))
	var bomb bytes.Buffer
	z := zlib.NewWriter(&bomb)
	for range 1 << 10 { // 64 MB of spaces in 64 kB
		if _, err := z.Write(bytes.Repeat([]byte(" "), 64<<10)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{
		"no cross-reference table":      good[:at],
		"half of it":                    good[:len(good)/2],
		"a table that points nowhere":   bytes.ReplaceAll(good, []byte(" 00000 n"), []byte("9 0000 n")),
		"a table without end":           append(good[:at:at], "xref\n0 99999999\n0000000000 65535 f \ntrailer <</Root 1 0 R /Size 99999999>> startxref 9 %%EOF"...),
		"a tree of pages that is round": []byte("%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF"),
		"arrays in arrays":              []byte("%PDF-1.4\n1 0 obj " + strings.Repeat("[", 200_000) + "\ntrailer <</Root 1 0 R>>\n%%EOF"),
		"a bomb": []byte(fmt.Sprintf("%%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"+
			"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>> endobj\n4 0 obj <</Filter /FlateDecode /Length %d>> stream\n%s\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%%%EOF",
			bomb.Len(), bomb.String())),
	} {
		t.Run(name, func(t *testing.T) {
			pdfReaders(t, func(t *testing.T, read func([]byte) (chancery.Document, []chancery.Issue, error)) {
				start := time.Now()
				d, issues, err := read(b)
				if err == nil {
					isSound(t, d, issues)
				} else if chancery.KindOf(err) == chancery.Internal || len(err.Error()) > 400 {
					t.Errorf("got %v", err)
				}
				if took := time.Since(start); took > 20*time.Second {
					t.Errorf("it took %s", took)
				}
			})
		})
	}
}
