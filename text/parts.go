package text

import (
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/chancery"
)

// PartKind says what a part of a treaty's own text is.
type PartKind string

// The kinds of part.
const (
	TitlePart      PartKind = "title"
	PreamblePart   PartKind = "preamble"
	ArticlePart    PartKind = "article"
	AnnexPart      PartKind = "annex"
	SignaturesPart PartKind = "signatures"
)

// Part is a part of the text of record of a treaty.
type Part struct {
	Kind          PartKind
	chancery.Span               // in the text of record, from the heading on
	Number        string        // of an article, Arabic figures: "7", "2.10", "36 bis"; "" for other parts
	Heading       chancery.Span // the words that head it; for an article its word, number and title
	In            string        // the heading of the annex or protocol that an article is in; "" for the main text
}

// fewestSections is how many sections in a row are read as articles where a text has none.
const fewestSections = 3

// Parts splits a text of record into title, preamble, articles, annexes and
// signatures, in the order of the text. It returns nil where the text has no
// articles. References to articles and tables of contents are no articles.
func Parts(record string) []Part {
	p := scanHeadings(record)
	heads := p.read(p.articles)
	if len(heads) < 2 {
		if s := p.read(p.sections); len(s) >= fewestSections && s[0].is.minor == 1 {
			heads = s
		}
	}
	if len(heads) == 0 || len(heads) == 1 && heads[0].score < surelyOne {
		return nil
	}
	return p.parts(heads)
}

// surelyOne is how much a heading must look like one that stands alone.
const surelyOne = 30

// longestTitleLine is how many characters the title behind an article's number has at most.
const longestTitleLine = 120

// parts makes parts of the chosen headings.
func (p *headingPage) parts(heads []chosen) []Part {
	var out []Part
	title, preamble := p.opens(heads[0].at)
	if title.Len() > 0 {
		out = append(out, Part{Kind: TitlePart, Span: title, Heading: title})
	}
	if preamble.Len() > 0 {
		out = append(out, Part{Kind: PreamblePart, Span: preamble})
	}
	in := ""
	for k, h := range heads {
		next := len(p.s)
		if k+1 < len(heads) {
			next = heads[k+1].at
		}
		holder := firstFrom(p.holders, h.at, next)
		end := next
		if k == len(heads)-1 || heads[k+1].is.minor == 1 && heads[k+1].is.major == 0 {
			end = min(firstFrom(p.closings, h.is.end, next), holder)
		}
		end = p.trimChapter(h.is.end, end)
		out = append(out, Part{Kind: ArticlePart, Span: p.trimmed(h.at, end), Number: h.is.number(), Heading: p.headingOf(h.candidate, h.is), In: in})
		if c := firstFrom(p.closings, h.is.end, next); c < next && c >= end && c < holder {
			out = append(out, Part{Kind: SignaturesPart, Span: p.trimmed(c, holder)})
		}
		if holder < next && end <= holder {
			title := chancery.Span{Start: holder, End: holder + len(strings.TrimRight(firstLine(p.s[holder:next]), " \r"))}
			in = shortLine(p.s[title.Start:title.End])
			out = append(out, Part{Kind: AnnexPart, Span: p.trimmed(holder, next), Heading: title})
		}
	}
	return out
}

// firstFrom is the first of the sorted places from a to b, b when there is none.
func firstFrom(places []int, a, b int) int {
	if k := sort.SearchInts(places, a); k < len(places) && places[k] < b {
		return places[k]
	}
	return b
}

func (p *headingPage) trimmed(a, b int) chancery.Span {
	return chancery.Span{Start: a, End: a + len(strings.TrimRight(p.s[a:max(a, b)], " \t\r\n\f\u00a0"))}
}

// trimChapter takes the heading of the next chapter off the end of an article.
func (p *headingPage) trimChapter(from, end int) int {
	for k := sort.SearchInts(p.chapters, from); k < len(p.chapters) && p.chapters[k] < end; k++ {
		if rest := p.s[p.chapters[k]:end]; len(rest) < 250 && strings.Count(strings.TrimSpace(rest), "\n") < 5 {
			return p.chapters[k]
		}
	}
	return end
}

// headingOf is the words that head an article: its word and number, and the title
// behind them on the same line or, where the number stands alone, on a short next line.
func (p *headingPage) headingOf(c candidate, r reading) chancery.Span {
	rest := p.restOfLine(r.end)
	if n := utf8.RuneCountInString(rest); !p.flat && n > 0 && n <= longestTitleLine && !strings.ContainsAny(strings.TrimLeft(rest, " .:"), ".;") {
		return p.trimmed(c.at, r.end+len(rest))
	}
	return chancery.Span{Start: c.at, End: r.end}
}

// opens splits what stands before the first article into title and preamble: the
// title ends with the first paragraph, or where the text is in one line with nothing.
func (p *headingPage) opens(first int) (title, preamble chancery.Span) {
	head := p.s[:first]
	start := len(head) - len(strings.TrimLeft(head, " \t\r\n\f\u00a0\ufeff"))
	head = head[start:]
	cut := strings.Index(head, "\n\n")
	if cut < 0 {
		cut = strings.Index(head, "\n")
	}
	if cut < 0 || cut > 600 {
		return title, p.trimmed(start, first)
	}
	rest := start + cut
	for rest < first && strings.IndexByte(" \t\r\n\f", p.s[rest]) >= 0 {
		rest++
	}
	return p.trimmed(start, start+cut), p.trimmed(rest, first)
}

func firstLine(s string) string {
	if k := strings.IndexByte(s, '\n'); k >= 0 {
		return s[:k]
	}
	return s
}

// shortLine is a heading cut where it is too long to be a name.
func shortLine(s string) string {
	if len(s) <= longestTitleLine {
		return s
	}
	k := longestTitleLine
	for k > 0 && !utf8.RuneStart(s[k]) {
		k--
	}
	return s[:k]
}

// What a table of contents is like.
const (
	contentsEntry = 160 // bytes of an entry at most
	contentsRun   = 4   // entries in a row at least
)

// dropContents takes out the headings of a table of contents: many close together,
// whose numbers come again with text behind them.
func dropContents(heads []chosen) []chosen {
	for a := 0; a < len(heads); {
		b := a
		for b+1 < len(heads) && heads[b+1].at-heads[b].at < contentsEntry && follows(heads[b].is, heads[b+1].is) {
			b++
		}
		if b-a >= contentsRun && comeAgain(heads[a:b+1], heads[b+1:]) {
			return append(append([]chosen{}, heads[:a]...), heads[b+1:]...)
		}
		a = b + 1
	}
	return heads
}

// comeAgain reports whether most of the numbers of entries are among the headings behind.
func comeAgain(entries, behind []chosen) bool {
	there := map[string]bool{}
	for _, h := range behind {
		there[h.is.number()] = true
	}
	n := 0
	for _, h := range entries {
		if there[h.is.number()] {
			n++
		}
	}
	return n*10 >= len(entries)*7
}

// read chooses the headings among the candidates.
func (p *headingPage) read(cs []candidate) []chosen {
	return dropQuoted(p.dropChapters(dropContents(p.chain(cs))))
}

// chapterTitle is how many bytes a chapter's heading has at most.
const chapterTitle = 100

// dropChapters takes out a heading with the number 1 that another with the number 1
// follows at once: "Article 1. Objectives. Article 1." heads a chapter.
func (p *headingPage) dropChapters(heads []chosen) []chosen {
	var out []chosen
	for i, h := range heads {
		if i+1 < len(heads) && heads[i+1].is.minor == 1 && heads[i+1].is.suffix == "" && heads[i+1].is.major == h.is.major &&
			heads[i+1].at-h.at < chapterTitle && h.is.minor == 1 && firstFrom(p.holders, h.at, heads[i+1].at) == heads[i+1].at {
			continue
		}
		out = append(out, h)
	}
	return out
}

// longestQuoted is how many articles an article quotes at most, of another treaty that
// it amends.
const longestQuoted = 15

// dropQuoted takes out the headings between two articles that follow one another, "26"
// and "27": they are of a treaty that article 26 amends.
func dropQuoted(heads []chosen) []chosen {
	var out []chosen
	for i := 0; i < len(heads); i++ {
		out = append(out, heads[i])
		if i+1 < len(heads) && follows(heads[i].is, heads[i+1].is) {
			continue
		}
		for j := i + 2; j < len(heads) && j-i <= longestQuoted; j++ {
			if follows(heads[i].is, heads[j].is) && !follows(heads[j-1].is, heads[j].is) {
				i = j - 1
				break
			}
		}
	}
	return out
}

func follows(a, b reading) bool {
	return a.major == b.major && b.minor == a.minor+1 && b.suffix == "" || a.major == b.major && a.minor == b.minor && b.suffix != a.suffix
}
