package source

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"example.org/chancery/source/sourcetest"
)

// manyPages is a PDF of so many pages of print, of about 2,500 letters each.
func manyPages(n int) []byte {
	var f sourcetest.PDF
	for p := range n {
		var lines []string
		for i := range 45 {
			lines = append(lines, fmt.Sprintf("%d.%d. Посольство вернулось зимою, и грамота о торге была", p, i))
		}
		f.Pages = append(f.Pages, sourcetest.Page{Runs: sourcetest.Lines(60, 780, lines...)})
	}
	return f.Bytes()
}

// benchmarkRead reads a file again and again. Besides bytes it tells pages, if there are any.
func benchmarkRead(b *testing.B, name string, content []byte) {
	if _, _, err := Read(b.Context(), name, strings.NewReader(string(content)), Limits{}); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		d, _, err := Read(b.Context(), name, strings.NewReader(string(content)), Limits{})
		if err != nil {
			b.Fatal(err)
		}
		pages += len(d.Pages)
	}
	if pages > 0 {
		b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
	}
}

func BenchmarkReadPDF(b *testing.B) {
	needEngine(b)
	benchmarkRead(b, "x.pdf", manyPages(30))
}

func BenchmarkReadPlainPDF(b *testing.B) {
	content := manyPages(30)
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		d, _, err := readPlainPDF(b.Context(), Input{Name: "x.pdf", Bytes: content, Limits: Limits{}.orDefaults()})
		if err != nil {
			b.Fatal(err)
		}
		pages += len(d.Pages)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkReadHTML(b *testing.B) {
	body := "<html><body>" + strings.Repeat("<p>"+sample+" <a href='/x'>см.</a></p>\n<table><tr><td>Соль</td><td>2 коп.</td></tr></table>", 3000)
	benchmarkRead(b, "x.html", []byte(body))
}

func BenchmarkReadText(b *testing.B) {
	benchmarkRead(b, "x.txt", []byte(strings.Repeat(plainRussian, 10_000)))
}

func BenchmarkReadWindows1251(b *testing.B) {
	benchmarkRead(b, "x.txt", mustEncode(b, strings.Repeat(plainRussian, 10_000)))
}

func BenchmarkReadDOCX(b *testing.B) {
	content := sourcetest.DOCX(strings.Repeat(sourcetest.Paragraph(sample), 5000))
	benchmarkRead(b, "x.docx", content)
	b.SetBytes(int64(len(sample) * 5000)) // of text: the file itself is packed
}

// BenchmarkMemoryOfManyFiles tells that memory is that of one document, however many
// are read: what is held after reading a hundred is not more than after ten.
func BenchmarkMemoryOfManyFiles(b *testing.B) {
	needEngine(b)
	content := manyPages(2)
	held := func(n int) int64 {
		for range n {
			if _, _, err := Read(b.Context(), "x.pdf", strings.NewReader(string(content)), Limits{}); err != nil {
				b.Fatal(err)
			}
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	for b.Loop() {
		ten := held(10)
		b.ReportMetric(float64(held(100)-ten)/1024, "kB-more-after-100")
	}
}
