package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/ledongthuc/pdf"

	"example.org/chancery"
	"example.org/chancery/source/pdfium"
)

// readPlainPDF reads a PDF without the engine: simpler files only, and with less
// certainty of where words and lines end. The library cannot be stopped and may fail
// on damaged files, so it works apart, and when its time is over it is left alone: it
// gets no more bytes of the file.
func readPlainPDF(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	type result struct {
		d      chancery.Document
		issues []chancery.Issue
		err    error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r = result{err: brokenPDF(fmt.Errorf("%v", p))}
			}
			done <- r
		}()
		r.d, r.issues, r.err = plainPDF(ctx, in)
	}()
	select {
	case <-ctx.Done():
		return chancery.Document{}, nil, ctx.Err()
	case r := <-done:
		return r.d, r.issues, r.err
	}
}

func plainPDF(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	f, err := pdf.NewReader(&stoppableAt{ctx, bytes.NewReader(in.Bytes)}, int64(len(in.Bytes)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return chancery.Document{}, nil, encryptedPDF()
	case err != nil:
		return chancery.Document{}, nil, brokenPDF(err)
	}
	if err := tooManyPages(f.NumPage(), in.Limits); err != nil {
		return chancery.Document{}, nil, err
	}
	p := pages{}
	for n := 1; n <= f.NumPage(); n++ {
		if ctx.Err() != nil {
			return chancery.Document{}, nil, ctx.Err()
		}
		page := f.Page(n)
		p.add("", plainPage(page))
	}
	d, issues, err := p.document(in, plainPDFReader)
	if err != nil {
		return d, nil, err
	}
	info := f.Trailer().Key("Info")
	d.Bibliography = chancery.Bibliography{Title: titleOf(plain(info.Key("Title").Text())), Author: authorOf(plain(info.Key("Author").Text()))}
	catalogueXMP(ctx, &d.Bibliography, in.Bytes)
	issues = append(issues, chancery.Issue{Kind: "simple-reader",
		What: "this program was built without the PDF engine, so that words and lines may end in the wrong places; build it with make and add the file again"})
	return d, issues, nil
}

func plainPage(page pdf.Page) pdfium.Page {
	out := pdfium.Page{Chars: plainChars(page.Content().Text)}
	if contents := page.V.Key("Contents"); len(out.Chars) == 0 && !contents.IsNull() {
		pdf.Interpret(contents, func(_ *pdf.Stack, op string) {
			if op == "Do" || op == "BI" { // a picture, by name or in place
				out.Images++
			}
		})
	}
	return out
}

// plainChars gives characters boxes, and the spaces and line ends that their places
// speak for. The library knows no widths of many fonts; then half the size is taken.
func plainChars(all []pdf.Text) []pdfium.Char {
	out := make([]pdfium.Char, 0, len(all))
	run := 0 // characters at the same place, one behind the other
	for i, t := range all {
		size := max(hundredths(math.Abs(t.FontSize)), 100)
		left, width := hundredths(t.X), hundredths(t.W)
		if width <= 0 {
			width = size / 2
		}
		if i > 0 && t.X == all[i-1].X && t.Y == all[i-1].Y {
			run++
		} else {
			run = 0
		}
		left += run * width
		bottom := hundredths(t.Y)
		if n := len(out); n > 0 {
			last := out[n-1]
			switch {
			case bottom-last.Bottom > size*4/10 || last.Bottom-bottom > size*4/10 || left < last.Left-size:
				out = append(out, pdfium.Char{Rune: '\n'})
			case left-last.Right > size*3/10:
				out = append(out, pdfium.Char{Rune: ' ', Left: last.Right, Right: left, Bottom: bottom, Top: bottom})
			}
		}
		for _, r := range t.S {
			out = append(out, pdfium.Char{Rune: r, Left: left, Right: left + width, Bottom: bottom, Top: bottom + size*7/10})
		}
	}
	return out
}

func hundredths(v float64) int {
	const largest = 1e6
	if !(math.Abs(v) < largest) { // also when it is no number
		return 0
	}
	return int(math.Round(v * 100))
}

// stoppableAt reads from r until ctx is done.
type stoppableAt struct {
	ctx context.Context
	r   io.ReaderAt
}

// ReadAt gives ctx's error when it is done.
func (s *stoppableAt) ReadAt(b []byte, at int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.ReadAt(b, at)
}
