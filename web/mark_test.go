package web_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"example.org/chancery"
	"example.org/chancery/register"
)

// shown is s as a page can hold it: NUL has no place in HTML.
func shown(s string) string { return strings.ReplaceAll(s, "\x00", "\ufffd") }

// record is the text of a document as its page has it.
func record(n *html.Node) string {
	var b strings.Builder
	each(n, func(d *html.Node) {
		if c := attr(d, "class"); d.Data == "p" && c == "text" {
			b.WriteString(text(d))
		}
	})
	return b.String()
}

func TestTheReaderShowsTheTextOfRecordByteForByte(t *testing.T) {
	s := newSample(t)
	h := pages(t, s.store)
	for _, d := range s.docs {
		for _, as := range []string{"", "?as=file", "?as=text"} {
			if got := record(page(t, h, "/d/"+string(d.ID)+as)); got != shown(d.Text) {
				t.Errorf("%s%s: got %q\nwant %q", d.Name, as, got, d.Text)
			}
		}
	}
}

func TestEveryQuoteIsMarkedExactly(t *testing.T) {
	s := newSample(t)
	h := pages(t, s.store)
	for _, c := range s.claims {
		for _, path := range []string{"?c=" + string(c.ID), fmt.Sprintf("?q=%d-%d", c.Quote.Start, c.Quote.End)} {
			n := page(t, h, "/d/"+c.Doc+path)
			if got, ids := marked(n, "evidence"); got != shown(c.Quote.Text) || ids != 1 {
				t.Errorf("%s %s: marked %q with %d anchors, want %q", c.Doc, path, got, ids, c.Quote.Text)
			}
		}
		want := ""
		for _, a := range c.Also {
			want += a.Text
		}
		if got, _ := marked(page(t, h, "/d/"+c.Doc+"?c="+string(c.ID)), "also"); got != want {
			t.Errorf("%s: also marked %q, want %q", c.ID, got, want)
		}
	}
}

func TestQuotesOnTheInstrumentPageLeadToTheirWords(t *testing.T) {
	s := newSample(t)
	h := pages(t, s.store)
	found := 0
	each(page(t, h, "/i/"+string(aigun)), func(d *html.Node) {
		if d.Data != "figure" {
			return
		}
		var quote, lang, href string
		each(d, func(x *html.Node) {
			if x.Data == "blockquote" {
				quote, lang = text(x), attr(x, "lang")
			}
			if x.Data == "a" {
				href = attr(x, "href")
			}
		})
		found++
		if got, _ := marked(page(t, h, strings.TrimSuffix(href, "#q")), "evidence"); got != quote || !strings.HasSuffix(href, "#q") {
			t.Errorf("%s marks %q, want %q", href, got, quote)
		}
		if lang != "en" && lang != "ru" {
			t.Errorf("%q has the language %q", quote, lang)
		}
	})
	if found < 10 {
		t.Errorf("there are only %d quotes", found)
	}
}

// A book with every way of breaking lines: any stretch of it is marked exactly,
// wherever it begins and whichever parts it runs through.
func TestAnyStretchOfALongDocumentIsMarkedExactly(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	var b strings.Builder
	for b.Len() < 160_000 {
		b.WriteString([]string{"слово ", "word ", "照會", "<b>&amp;", "\r\n", "\n\n", "\n    ", "\t", "\r", "\u00a0", "é\u0301 ", "\u2028"}[r.Intn(12)])
	}
	b.WriteString(strings.Repeat("ы", 30_000))
	doc := chancery.NewDocument("book.txt", b.String(), "text/1")
	s := &sample{store: new(register.Memory)}
	s.add(t, doc, nil, nil)
	h := pages(t, s.store)
	whole := ""
	for p := 1; len(whole) < len(doc.Text); p++ {
		whole += record(page(t, h, fmt.Sprintf("/d/%s?p=%d", doc.ID, p)))
	}
	if whole != doc.Text {
		t.Error("the parts put together are not the text")
	}
	for range 60 {
		a := r.Intn(len(doc.Text) - 1)
		z := min(len(doc.Text), a+1+r.Intn(3000))
		for !utf8.RuneStart(doc.Text[a]) {
			a--
		}
		for z < len(doc.Text) && !utf8.RuneStart(doc.Text[z]) {
			z++
		}
		got, ids := marked(page(t, h, fmt.Sprintf("/d/%s?q=%d-%d", doc.ID, a, z)), "evidence")
		if got != doc.Text[a:z] || ids != 1 {
			t.Fatalf("%d-%d: marked %q with %d anchors, want %q", a, z, got, ids, doc.Text[a:z])
		}
	}
}
