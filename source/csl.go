package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"example.org/chancery"
)

const (
	// besideEnd is how the name of a file ends that describes another in CSL-JSON.
	besideEnd        = ".csl.json"
	descriptionLimit = 1 << 20
)

// besides are the names under which a description of the file at path may lie:
// letter.csl.json or letter.pdf.csl.json for letter.pdf.
func besides(path string) []string {
	return []string{path + besideEnd, strings.TrimSuffix(path, filepath.Ext(path)) + besideEnd}
}

// cslItem is a work in CSL-JSON (citation-style-language/schema, csl-data.json), of
// which other fields are not kept.
type cslItem struct {
	Type           string    `json:"type"`
	Title          string    `json:"title"`
	Author         []cslName `json:"author"`
	Editor         []cslName `json:"editor"`
	Translator     []cslName `json:"translator"`
	ContainerTitle string    `json:"container-title"`
	Publisher      string    `json:"publisher"`
	Volume         cslText   `json:"volume"`
	Page           cslText   `json:"page"`
	URL            string    `json:"URL"`
	DOI            string    `json:"DOI"`
	Language       string    `json:"language"`
	Issued         *cslDate  `json:"issued"`
	Standing       string    `json:"chancery-standing"` // a field of ours: a standing by its name
}

// cslText is a value that programs write as a string or as a number.
type cslText string

// UnmarshalJSON reads either.
func (t *cslText) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*t = cslText(s)
		return nil
	}
	var n json.Number
	if err := json.Unmarshal(b, &n); err != nil {
		return fmt.Errorf("read %s as a string or a number: %w", b, err)
	}
	*t = cslText(n)
	return nil
}

type cslName struct {
	Family   string `json:"family"`
	Given    string `json:"given"`
	Particle string `json:"non-dropping-particle"`
	Literal  string `json:"literal"`
}

type cslDate struct {
	Parts   [][]cslText `json:"date-parts"`
	Raw     string      `json:"raw"`
	Literal string      `json:"literal"`
	Circa   any         `json:"circa"`
}

// catalogue fills a document's bibliography from a description in CSL-JSON, which
// has precedence over what the file says of itself.
func catalogue(d *chancery.Document, name string, b []byte) []chancery.Issue {
	item, err := decodeCSL(b)
	if err != nil {
		return []chancery.Issue{{Kind: "description",
			What: fmt.Sprintf("%s lies beside it and cannot be read (%v); write one work in CSL-JSON into it", name, err)}}
	}
	bib := &d.Bibliography
	for _, f := range []struct {
		to *string
		is string
	}{
		{&bib.Title, item.Title}, {&bib.Author, people(item.Author)}, {&bib.Editor, people(item.Editor)}, {&bib.Translator, people(item.Translator)},
		{&bib.Issued, item.Issued.edtf()}, {&bib.In, item.ContainerTitle}, {&bib.Publisher, item.Publisher}, {&bib.Volume, string(item.Volume)},
		{&bib.Pages, string(item.Page)}, {&bib.URL, item.URL}, {&bib.DOI, item.DOI}, {&bib.Language, item.Language},
	} {
		if f.is != "" {
			*f.to = f.is
		}
	}
	d.Standing, d.StandingWhy = "", ""
	if s, ok := chancery.StandingOf(item.Standing); ok {
		d.Standing = s
		return nil
	}
	guessStanding(d)
	if s := standingOfCSL(item); s != "" {
		d.Standing, d.StandingWhy = s, fmt.Sprintf("%s says that it is of type %q", name, item.Type)
	}
	return nil
}

// decodeCSL reads one work, or the only one of a list.
func decodeCSL(b []byte) (cslItem, error) {
	var item cslItem
	b = bytes.TrimPrefix(bytes.TrimSpace(b), []byte("\ufeff"))
	if !bytes.HasPrefix(b, []byte("[")) {
		return item, json.Unmarshal(b, &item)
	}
	var list []cslItem
	if err := json.Unmarshal(b, &list); err != nil {
		return item, err
	}
	if len(list) != 1 {
		return item, fmt.Errorf("there are %d works in it", len(list))
	}
	return list[0], nil
}

func people(names []cslName) string {
	var out []string
	for _, n := range names {
		s := n.Literal
		if s == "" {
			s = plain(n.Given + " " + n.Particle + " " + n.Family)
		}
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// edtf is the date as EDTF; "" if it has no form that is read.
func (d *cslDate) edtf() string {
	if d == nil {
		return ""
	}
	var ends []string
	for _, parts := range d.Parts {
		var date []string
		for i, p := range parts {
			n, err := strconv.Atoi(string(p))
			if err != nil || n <= 0 || i > 2 {
				return ""
			}
			date = append(date, fmt.Sprintf("%0*d", [...]int{4, 2, 2}[i], n))
		}
		if len(date) > 0 {
			ends = append(ends, strings.Join(date, "-"))
		}
	}
	if len(ends) == 0 {
		return day(d.Raw + d.Literal)
	}
	s := strings.Join(ends[:min(len(ends), 2)], "/")
	if about, ok := d.Circa.(bool); ok && about && len(ends) == 1 {
		s += "~"
	}
	return s
}

// standingOfCSL is the standing that a type of CSL speaks for, "" if none.
func standingOfCSL(item cslItem) chancery.Standing {
	if len(item.Translator) > 0 {
		return chancery.Translation
	}
	switch item.Type {
	case "entry-encyclopedia", "entry-dictionary", "entry":
		return chancery.Encyclopedia
	case "book", "chapter", "thesis", "article-journal", "article", "paper-conference", "report":
		return chancery.Monograph
	case "treaty", "legislation", "collection":
		return chancery.Edition
	case "manuscript":
		return chancery.Original
	}
	return ""
}
