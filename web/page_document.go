package web

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
)

type documentPage struct {
	documentHead
	Paragraphs []paragraph
	Lang       string // of the text, for its lang attribute
	AsInFile   bool   // lines are broken as in the file
	Switch     link   // to the other way of breaking lines
	Opened     *opened
	Parts      []partLink
	Empty      bool
	Claims     string // "12 claims"
}

// documentHead is what is known of a document.
type documentHead struct {
	ID          chancery.DocumentID
	Title       string
	Name        string
	Language    string
	Reader      string
	Encoding    string
	Fingerprint string
	Size        string
	Author      string
	Issued      string
	In          string
	Source      string
	Standing    string
	Read        bool // a reading of it is recorded
	Engine      string
	Issues      []string // what makes the copy doubtful
	Mended      []string // what was put right for reading
}

// mended are the kinds of issues that reading put right and that leave no doubt.
var mended = []string{"hyphenation", "note-marks", "notes", "page-heads", "invisible-characters", "spaced-hyphens"}

// opened is what the page was opened for.
type opened struct {
	Note  *note
	Lines string
	Chars string
	Also  []link
}

type partLink struct {
	link
	On bool
}

// document shows a text of record; ?c= and ?q= mark evidence in it.
func (s *site) document(r *http.Request, v *register.View) (content, error) {
	id := chancery.DocumentID(r.PathValue("id"))
	d, ok := v.Document(id)
	if !ok {
		return content{}, chancery.Errorf(chancery.NotFound, "open the document "+clip(string(id), 40),
			"look it up in the list of sources; it may have been withdrawn", "the register has no document of that id")
	}
	m, claim, err := s.wanted(r, v, &d)
	if err != nil {
		return content{}, elsewhere{err, []link{{"The document without a mark", documentURL(id)}}}
	}
	rec := layOut(&d)
	parts := rec.parts()
	shown, n, err := rec.choose(parts, m, r.URL.Query().Get("p"))
	if err != nil {
		return content{}, elsewhere{err, []link{{"The document from its beginning", documentURL(id)}}}
	}
	p := documentPage{documentHead: headOf(v, &d), Lang: languageOf(v, &d), Empty: strings.TrimSpace(d.Text) == "",
		AsInFile: rec.wrapped == narrow, Parts: partLinks(id, len(parts), n)}
	if as := r.URL.Query().Get("as"); as != "" {
		p.AsInFile = as == "file"
	}
	p.Switch = lineSwitch(r, p.AsInFile)
	if shown.to > shown.from {
		p.Paragraphs = rec.paragraphs(&d, shown, m)
	}
	claims := v.Claims(register.Filter{Document: id})
	p.Claims = count(len(claims), "claim", "claims")
	var on chancery.ClaimID
	if claim != nil {
		on = claim.ID
		if claim.Hidden() {
			claims = append(slices.Clip(claims), *claim)
		}
	}
	s.beside(v, rec, shown, p.Paragraphs, claims, on)
	p.Opened = s.openedFor(v, rec, &d, m, claim)
	return content{template: "document", title: p.Title, nav: "sources", data: p}, nil
}

// wanted is what the address asks to be marked.
func (s *site) wanted(r *http.Request, v *register.View, d *chancery.Document) (marks, *register.Claim, error) {
	q := r.URL.Query()
	if id := chancery.ClaimID(q.Get("c")); id != "" {
		c, ok := v.Claim(id)
		if !ok || c.Doc != string(d.ID) {
			return marks{}, nil, chancery.Errorf(chancery.NotFound, "open the claim "+clip(string(id), 40),
				"open the document and look for it in the margin; a later reading may have replaced it", "this document has no claim of that id")
		}
		m := marks{evidence: &c.Quote.Span}
		for _, a := range c.Also {
			if _, ok := d.Quote(a.Span); ok {
				m.also = append(m.also, a.Span)
			}
		}
		return m, &c, nil
	}
	if !q.Has("q") {
		return marks{}, nil, nil
	}
	span, ok := parseSpan(q.Get("q"))
	doing := "mark " + clip(q.Get("q"), 40)
	if !ok {
		return marks{}, nil, chancery.Errorf(chancery.Invalid, doing, "write it as two byte offsets, ?q=120-180",
			"a stretch has a start and an end")
	}
	if _, ok := d.Quote(span); !ok {
		return marks{}, nil, chancery.Errorf(chancery.Invalid, doing, "give offsets of whole characters within the text",
			"the text of record has %s, and no stretch there", count(len(d.Text), "byte", "bytes"))
	}
	if span.Len() > longest {
		return marks{}, nil, chancery.Errorf(chancery.Invalid, doing, fmt.Sprintf("mark at most %d bytes", longest),
			"it is too long to be a quote")
	}
	return marks{evidence: &span}, nil, nil
}

func parseSpan(s string) (chancery.Span, bool) {
	a, b, ok := strings.Cut(s, "-")
	start, err := strconv.Atoi(a)
	end, err2 := strconv.Atoi(b)
	return chancery.Span{Start: start, End: end}, ok && err == nil && err2 == nil
}

// choose is the part of the document to show: where the evidence is, else the one
// asked for, else the first. A mark that goes on behind the part is shown to its end.
func (r *record) choose(parts []part, m marks, asked string) (part, int, error) {
	if len(parts) == 0 {
		return part{}, 0, nil
	}
	if m.evidence != nil {
		first, last := r.paraOf(m.evidence.Start), r.paraOf(m.evidence.End-1)
		n := slices.IndexFunc(parts, func(p part) bool { return p.to > first })
		return part{parts[n].from, max(parts[n].to, last+1)}, n, nil
	}
	n := 1
	if asked != "" {
		var err error
		if n, err = strconv.Atoi(asked); err != nil || n < 1 || n > len(parts) {
			return part{}, 0, chancery.Errorf(chancery.NotFound, "open part "+clip(asked, 20), "open one of its parts",
				"the document is shown in %s", count(len(parts), "part", "parts"))
		}
	}
	return parts[n-1], n - 1, nil
}

func (r *record) paragraphs(d *chancery.Document, shown part, m marks) []paragraph {
	var out []paragraph
	for _, s := range r.paras[shown.from:shown.to] {
		p := paragraph{Segments: r.segments(s, m), Rows: strings.Contains(strings.Trim(r.text[s.Start:s.End], " \t\r\n"), "\t")}
		p.Furniture = slices.ContainsFunc(d.Furniture, func(f chancery.Span) bool { return f.Contains(s) })
		out = append(out, p)
	}
	return out
}

func partLinks(id chancery.DocumentID, n, on int) []partLink {
	if n < 2 {
		return nil
	}
	var out []partLink
	for i := range n {
		out = append(out, partLink{link{strconv.Itoa(i + 1), documentURL(id) + "?p=" + strconv.Itoa(i+1)}, i == on})
	}
	return out
}

// lineSwitch is the same page with lines broken the other way.
func lineSwitch(r *http.Request, asInFile bool) link {
	q := r.URL.Query()
	l := link{Text: "Break lines as in the file"}
	q.Set("as", "file")
	if asInFile {
		l.Text = "Join the lines of a paragraph"
		q.Set("as", "text")
	}
	l.URL = r.URL.EscapedPath() + "?" + q.Encode()
	if q.Has("c") || q.Has("q") {
		l.URL += "#q"
	}
	return l
}

func (s *site) openedFor(v *register.View, rec *record, d *chancery.Document, m marks, c *register.Claim) *opened {
	if m.evidence == nil {
		return nil
	}
	first, last := rec.lineOf(m.evidence.Start), rec.lineOf(m.evidence.End-1)
	o := &opened{Lines: fmt.Sprintf("line %d", first)}
	if last > first {
		o.Lines = fmt.Sprintf("lines %d to %d", first, last)
	}
	o.Chars = fmt.Sprintf("bytes %d to %d", m.evidence.Start, m.evidence.End)
	if c != nil {
		n := s.note(v, *c, rec)
		o.Note = &n
	}
	for _, a := range m.also {
		o.Also = append(o.Also, link{fmt.Sprintf("line %d", rec.lineOf(a.Start)), spanURL(d.ID, a)})
	}
	return o
}

// headOf is what the register knows of a document.
func headOf(v *register.View, d *chancery.Document) documentHead {
	h := documentHead{ID: d.ID, Title: title(d), Name: d.Name, Reader: d.Reader, Encoding: d.Encoding, Fingerprint: d.Hash,
		Size: count(strings.Count(d.Text, "\n")+1, "line", "lines"), Author: d.Bibliography.Author, In: d.Bibliography.In,
		Source: d.Bibliography.URL, Standing: string(d.Standing)}
	if d.StandingWhy != "" {
		h.Standing += " (a guess: " + d.StandingWhy + ")"
	}
	if d.Bibliography.Issued != "" {
		h.Issued = dateWords(d.Bibliography.Issued)
	}
	h.Language = "not known"
	if l := languageOf(v, d); l != "" {
		h.Language = languageName(l)
	}
	if r, ok := v.Reading(d.ID); ok && r.Engine != "" {
		h.Read, h.Engine = true, r.Engine
		for _, i := range r.Issues {
			what := capital(i.What)
			if i.Count > 0 {
				what += " (" + count(i.Count, "place", "places") + ")"
			}
			if slices.Contains(mended, i.Kind) {
				h.Mended = append(h.Mended, what)
			} else {
				h.Issues = append(h.Issues, what)
			}
		}
	}
	return h
}
