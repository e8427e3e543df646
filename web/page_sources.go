package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
)

type sourcesPage struct {
	Rows  []sourceRow
	Found string
}

type sourceRow struct {
	link
	Lang     string
	Language string
	Name     string // of the file, where the title is another
	Claims   string
	Issues   string
	Doubt    bool
}

// sources lists the documents of the register by title.
func (s *site) sources(_ *http.Request, v *register.View) (content, error) {
	var p sourcesPage
	for _, d := range v.Documents() {
		lang := languageOf(v, &d)
		r := sourceRow{link: link{title(&d), documentURL(d.ID)}, Lang: lang, Language: "not known",
			Claims: count(len(v.Claims(register.Filter{Document: d.ID})), "claim", "claims"), Issues: "none"}
		if lang != "" {
			r.Language = languageName(lang)
		}
		if r.Text != d.Name {
			r.Name = d.Name
		}
		switch reading, ok := v.Reading(d.ID); {
		case !ok || reading.Engine == "":
			r.Claims, r.Doubt = "not read yet", true
		case len(reading.Issues) > 0:
			r.Issues, r.Doubt = issueWords(reading.Issues), true
		}
		p.Rows = append(p.Rows, r)
	}
	slices.SortStableFunc(p.Rows, func(a, b sourceRow) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)), cmp.Compare(a.URL, b.URL))
	})
	p.Found = count(len(p.Rows), "document", "documents")
	return content{template: "sources", title: "Sources", nav: "sources", data: p}, nil
}

// issueWords names the kinds of issues, each once.
func issueWords(is []chancery.Issue) string {
	var kinds []string
	for _, i := range is {
		if k := plain(i.Kind); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	return strings.Join(kinds, ", ")
}
