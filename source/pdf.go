package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"example.org/chancery"
	"example.org/chancery/source/pdfium"
)

// The readers of PDF: with the engine, and where the program was built without it.
const (
	pdfReader      = "pdf/1+pdfium/" + pdfium.Version
	plainPDFReader = "pdf/1+plain"
)

func sniffPDF(b []byte) bool {
	return bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-"))
}

// readPDF makes the text of record of a PDF: its pages, parted by form feeds, each
// line of a page on a line, cells that stand far apart in a line parted by tabs.
func readPDF(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	if !pdfium.Present() {
		return readPlainPDF(ctx, in)
	}
	f, err := pdfium.Open(ctx, in.Bytes)
	switch {
	case errors.Is(err, pdfium.ErrPassword):
		return chancery.Document{}, nil, encryptedPDF()
	case errors.Is(err, pdfium.ErrBroken):
		return chancery.Document{}, nil, brokenPDF(err)
	case err != nil:
		return chancery.Document{}, nil, err
	}
	defer f.Close()
	if err := tooManyPages(f.Pages(), in.Limits); err != nil {
		return chancery.Document{}, nil, err
	}
	p := pages{}
	for n := range f.Pages() {
		page, err := f.Page(n)
		switch {
		case ctx.Err() != nil:
			return chancery.Document{}, nil, ctx.Err()
		case err != nil && p.readable == 0:
			return chancery.Document{}, nil, brokenPDF(err)
		case err != nil: // the engine failed: what was read before stands
			p.broken = f.Pages() - n
			return p.document(in, pdfReader)
		}
		label, err := f.Label(n)
		if err != nil {
			label = ""
		}
		p.add(label, page)
	}
	d, issues, err := p.document(in, pdfReader)
	if err != nil {
		return d, nil, err
	}
	title, _ := f.Meta("Title") // a damaged description does not keep the text from being read
	author, _ := f.Meta("Author")
	d.Bibliography = chancery.Bibliography{Title: titleOf(plain(title)), Author: authorOf(plain(author))}
	catalogueXMP(ctx, &d.Bibliography, in.Bytes)
	return d, issues, nil
}

func encryptedPDF() error {
	return chancery.Errorf(chancery.Unsupported, "", "open it with its password and print it into a new PDF", "it is encrypted")
}

func brokenPDF(err error) error {
	const most = 120 // bytes: some messages hold the file
	why := strings.ToValidUTF8(firstLine(err.Error()), "\ufffd")
	if len(why) > most {
		why = strings.ToValidUTF8(why[:most], "") + "..."
	}
	return &chancery.Error{Kind: chancery.Invalid, Why: "it is a damaged PDF", Cause: errors.New(why), Do: "get another copy, or print it into a new PDF"}
}

func tooManyPages(n int, lim Limits) error {
	if n <= lim.Pages {
		return nil
	}
	return chancery.Errorf(chancery.Unsupported, "", "split it, or raise the limit with --pages", "it has %d pages, more than the limit of %d", n, lim.Pages)
}

// pages is the text of a file's pages in the making.
type pages struct {
	out      strings.Builder
	at       []chancery.Page
	scanned  []int // pages that are pictures without text
	readable int   // pages with text
	columns  int   // pages whose columns had to be put in order
	unknown  int   // characters that the file does not say the letters of
	broken   int   // pages at the end that could not be read
}

func (p *pages) add(label string, page pdfium.Page) {
	if len(p.at) > 0 {
		p.out.WriteByte('\f')
	}
	n := len(p.at) + 1
	if label == "" {
		label = strconv.Itoa(n)
	}
	p.at = append(p.at, chancery.Page{Start: p.out.Len(), Label: label})
	lines, reordered := linesOf(page.Chars)
	if reordered {
		p.columns++
	}
	text := strings.Join(lines, "\n")
	p.unknown += strings.Count(text, "\ufffd")
	p.out.WriteString(text)
	switch {
	case strings.TrimSpace(text) != "":
		p.readable++
	case page.Images > 0:
		p.scanned = append(p.scanned, n)
	}
}

func (p *pages) document(in Input, reader string) (chancery.Document, []chancery.Issue, error) {
	if p.readable == 0 && len(p.scanned) > 0 {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, "", "have its text recognised (OCR) and add the result",
			"it is a scan: its %d pages are pictures without text", len(p.scanned))
	}
	d := chancery.NewDocument(in.Name, p.out.String(), reader)
	d.Pages = p.at
	var issues []chancery.Issue
	say := func(kind string, count int, what string, args ...any) {
		if count > 0 {
			issues = append(issues, chancery.Issue{Kind: kind, Count: count, What: fmt.Sprintf(what, args...)})
		}
	}
	say("scanned-pages", len(p.scanned), "%s: pictures without text, which were not read; have their text recognised (OCR)", numbers(p.scanned))
	say("unreadable", p.broken, "the last %d pages are damaged and were not read; get another copy", p.broken)
	say("unknown-letters", p.unknown, "the file does not say which letters these are; they stand as %q", "\ufffd")
	say("columns", p.columns, "on %d pages the file has the lines of two columns mixed; they were put in order", p.columns)
	return d, issues, nil
}

// numbers are pages in words: "page 3", "pages 3-5, 9".
func numbers(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		k := i
		for k+1 < len(pages) && pages[k+1] == pages[k]+1 {
			k++
		}
		part := strconv.Itoa(pages[i])
		if k > i {
			part += "-" + strconv.Itoa(pages[k])
		}
		parts = append(parts, part)
		i = k + 1
	}
	const most = 20
	if len(parts) > most {
		parts = append(parts[:most], "...")
	}
	if len(pages) == 1 {
		return "page " + parts[0]
	}
	return "pages " + strings.Join(parts, ", ")
}
