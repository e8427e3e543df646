package source

import (
	"context"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"example.org/chancery"
)

const markdownReader = "markdown/1"

// sniffMarkdown never claims a file: Markdown is told from text by its name only.
func sniffMarkdown([]byte) bool { return false }

// readMarkdown makes the text of record as for plain text: the file's bytes decoded.
// The front matter says what the work is and is no part of its text; like comments
// it is marked as furniture.
func readMarkdown(_ context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	t := decode(in.Bytes, "")
	d := chancery.NewDocument(in.Name, t.text, markdownReader+t.undo)
	d.Encoding = t.encoding
	if start, end := frontMatter(t.text); end > start {
		d.Furniture = append(d.Furniture, chancery.Span{Start: start, End: end})
		var bad *chancery.Issue
		d.Bibliography, bad = bibliographyOfMarkdown(t.text[start:end])
		if bad != nil {
			t.issues = append(t.issues, *bad)
		}
	}
	d.Furniture = append(d.Furniture, comments(t.text, spanEnd(d.Furniture))...)
	return d, t.issues, nil
}

func spanEnd(spans []chancery.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[len(spans)-1].End
}

// frontMatter is the block between two lines of three dashes that a file begins with.
func frontMatter(s string) (start, end int) {
	body := strings.TrimPrefix(s, "\ufeff")
	start = len(s) - len(body)
	first, _, ok := strings.Cut(body, "\n")
	if !ok || strings.TrimRight(first, "\r \t") != "---" {
		return 0, 0
	}
	at := start + len(first) + 1
	for line := range strings.Lines(s[at:]) {
		at += len(line)
		if t := strings.TrimRight(line, "\r\n \t"); t == "---" || t == "..." {
			return start, at
		}
		if at-start > 64<<10 {
			break
		}
	}
	return 0, 0
}

// comments are the spans of comments that begin a line.
func comments(s string, from int) []chancery.Span {
	var out []chancery.Span
	for at := from; ; {
		i := strings.Index(s[at:], "<!--")
		if i < 0 {
			return out
		}
		start := at + i
		end := strings.Index(s[start:], "-->")
		if end < 0 {
			return out
		}
		at = start + end + len("-->")
		if start == 0 || s[start-1] == '\n' {
			out = append(out, chancery.Span{Start: start, End: at})
		}
	}
}

// bibliographyOfMarkdown reads the keys of front matter that are widely in use.
func bibliographyOfMarkdown(front string) (chancery.Bibliography, *chancery.Issue) {
	var keys map[string]any
	body := front[:strings.LastIndexByte(strings.TrimRight(front, "\r\n \t"), '\n')+1] // without the closing line
	if err := yaml.Unmarshal([]byte(body), &keys); err != nil {
		return chancery.Bibliography{}, &chancery.Issue{Kind: "description",
			What: fmt.Sprintf("the front matter cannot be read (%v); write it as YAML", firstLine(err.Error()))}
	}
	get := func(names ...string) string {
		for _, n := range names {
			if s := yamlText(keys[n]); s != "" {
				return s
			}
		}
		return ""
	}
	return chancery.Bibliography{Title: get("title"), Author: get("author", "authors", "creator"), Editor: get("editor"), Translator: get("translator"),
		Issued: day(get("issued", "date", "year")), In: get("container-title", "journal", "in"), Publisher: get("publisher"), Volume: get("volume"),
		Pages: get("page", "pages"), URL: get("url", "URL", "source"), DOI: get("doi", "DOI"), Language: get("lang", "language")}, nil
}

// yamlText is a value as text; names of persons are parted by "; ".
func yamlText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var out []string
		for _, one := range v {
			if s := yamlText(one); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, "; ")
	case map[string]any:
		if s := yamlText(v["name"]); s != "" {
			return s
		}
		return plain(yamlText(v["given"]) + " " + yamlText(v["family"]))
	case interface{ Format(string) string }: // a date
		return v.Format("2006-01-02")
	}
	return plain(fmt.Sprint(v))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
