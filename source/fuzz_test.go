package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/source/sourcetest"
)

func FuzzReadText(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, b []byte) { mustBeSound(t, "x.txt", b) })
}

func FuzzReadHTML(f *testing.F) {
	f.Add([]byte(page))
	f.Add([]byte("<table><td><pre>a\r\n<td>b</table>&#xD800;"))
	f.Add([]byte(`<script type="application/ld+json">{"@graph":[{"@type":["Book"],"author":[[{"name":1}]]}]}</script>x`))
	f.Fuzz(func(t *testing.T, b []byte) { mustBeSound(t, "x.html", append([]byte("<html>"), b...)) })
}

func FuzzReadMarkdown(f *testing.F) {
	f.Add([]byte("---\ntitle: a\ndate: 2011-04-05\nauthor: [{name: b}]\n---\n<!-- x -->\ny"))
	f.Add([]byte("---\na: &a [*a]\n---\n<!--"))
	f.Fuzz(func(t *testing.T, b []byte) { mustBeSound(t, "x.md", b) })
}

func FuzzReadPDF(f *testing.F) {
	seedPDF(f)
	f.Fuzz(func(t *testing.T, b []byte) { mustBeSound(t, "x.pdf", append([]byte("%PDF-1.7\n"), b...)) })
}

func FuzzReadPlainPDF(f *testing.F) {
	seedPDF(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		in := Input{Name: "x.pdf", Bytes: append([]byte("%PDF-1.7\n"), b...), Limits: fuzzLimits().orDefaults()}
		d, issues, err := readPlainPDF(t.Context(), in)
		if err == nil {
			isSound(t, d, issues)
		}
	})
}

func seedPDF(f *testing.F) {
	file := sourcetest.PDF{Title: "a", XMP: `<x:xmpmeta><dc:title>b</dc:title></x:xmpmeta>`, Pages: []sourcetest.Page{{Runs: sourcetest.Lines(60, 700, "Соль", "меха")}, {Image: true}}}
	f.Add(file.Bytes())
	file.Encrypted = true
	f.Add(file.Bytes())
}

// The parts of the formats that are packed as zip are what is changed, not the zip.

func FuzzReadDOCX(f *testing.F) {
	f.Add(sourcetest.Paragraph("Соль"), `<w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>`, "<w:footnote w:id=\"1\">x</w:footnote>")
	f.Add(`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:t>a</w:t><w:footnoteReference w:id="1"/></w:p><w:tbl><w:tr><w:tc><w:p><w:t>b`,
		`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="9"><w:start w:val="-5"/><w:lvlText w:val="%1%9"/></w:lvl></w:abstractNum>`, "<w:footnote")
	f.Fuzz(func(t *testing.T, body, lists, notes string) {
		mustBeSound(t, "x.docx", sourcetest.DOCX(body, sourcetest.File("word/numbering.xml", lists), sourcetest.File("word/footnotes.xml", notes), sourcetest.File("word/header1.xml", body)))
	})
}

func FuzzReadODT(f *testing.F) {
	f.Add(`<text:p>Соль<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a</text:p></text:note-body></text:note></text:p>`)
	f.Add(`<table:table><table:table-row><table:table-cell><text:p>a<text:note><table:table>`)
	f.Fuzz(func(t *testing.T, body string) { mustBeSound(t, "x.odt", sourcetest.ODT(body)) })
}

func FuzzReadEPUB(f *testing.F) {
	f.Add(`<itemref idref="a"/>`, "<p>Соль</p>")
	f.Add(`<itemref idref="../a"/><itemref`, "<table><td>")
	f.Fuzz(func(t *testing.T, spine, chapter string) {
		mustBeSound(t, "x.epub", sourcetest.EPUB(spine, sourcetest.File("a.xhtml", chapter)))
	})
}

func FuzzReadArchive(f *testing.F) {
	f.Add(sourcetest.Zip(sourcetest.File("a.txt", "Соль"), sourcetest.File("b.zip", string(sourcetest.Zip(sourcetest.File("c.txt", "меха"))))))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "x.zip")
		if err := os.WriteFile(path, append([]byte("PK\x03\x04"), b...), 0o600); err != nil {
			t.Fatal(err)
		}
		for file := range Walk(t.Context(), []string{path}, fuzzLimits()) {
			if file.Err == nil {
				isSound(t, file.Document, file.Issues)
			}
		}
	})
}

func FuzzReadDescription(f *testing.F) {
	f.Add([]byte(`{"title":"a","volume":7,"author":[{"literal":"b"}],"issued":{"date-parts":[["1905",3]],"circa":true}}`))
	f.Add([]byte(`[{"issued":{"date-parts":[[99999999999,0,-1],[]],"raw":"x"}}]`))
	f.Fuzz(func(t *testing.T, b []byte) {
		d := chancery.NewDocument("x", "y", textReader)
		catalogue(&d, "x.csl.json", b)
	})
}

// fuzzLimits are narrow, so that what takes too long or too much is seen at once.
func fuzzLimits() Limits {
	return Limits{Bytes: 1 << 20, Pages: 50, Unpacked: 4 << 20, Files: 50, Time: 20 * time.Second}
}

// mustBeSound checks what holds of every document that can be read.
func mustBeSound(t *testing.T, name string, b []byte) {
	t.Helper()
	d, issues, err := Read(t.Context(), name, strings.NewReader(string(b)), fuzzLimits())
	if err != nil {
		if chancery.KindOf(err) == chancery.Internal {
			t.Fatalf("the reader failed: %v", err)
		}
		return
	}
	isSound(t, d, issues)
}

// isSound checks that text is valid, and that spans lie in it and in order.
func isSound(t *testing.T, d chancery.Document, issues []chancery.Issue) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Fatalf("text is not UTF-8: %q", d.Text)
	}
	for _, s := range d.Blocks {
		if _, ok := d.Quote(s); !ok {
			t.Fatalf("block %v is no stretch of %q", s, d.Text)
		}
	}
	last := 0
	for _, s := range d.Furniture {
		if _, ok := d.Quote(s); !ok || s.Start < last {
			t.Fatalf("furniture %v of %q", s, d.Text)
		}
		last = s.End
	}
	last = 0
	for _, p := range d.Pages {
		if p.Start < last || p.Start > len(d.Text) || !utf8.ValidString(p.Label) {
			t.Fatalf("page %v of %q", p, d.Text)
		}
		last = p.Start
	}
	for _, i := range issues {
		for _, s := range i.At {
			if _, ok := d.Quote(s); !ok {
				t.Fatalf("issue %v of %q", i, d.Text)
			}
		}
	}
	for _, f := range chancery.BibliographyFields() {
		if v := *d.Bibliography.Field(f); !utf8.ValidString(v) {
			t.Fatalf("%s is %q", f, v)
		}
	}
}
