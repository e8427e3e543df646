package claim

import (
	"fmt"
	"sort"
	"strings"

	"example.org/chancery"
)

// When a document counts as written in more than one language: a paragraph shorter than
// this shows none of its own, and a language has at least so much of the text.
const (
	showsLanguage = 200 // bytes
	mixedShare    = 10  // of a hundred
	mixedPlaces   = 5   // that an issue names
)

// languageIssues tells that paragraphs are in several languages, and where those are that
// are not in the language of most.
func (r *reader) languageIssues() []chancery.Issue {
	size := map[string]int{}
	at := map[string][]chancery.Span{}
	count := map[string]int{}
	all, most := 0, ""
	for i := range r.Tokens.Paragraphs {
		p := &r.Tokens.Paragraphs[i]
		n := p.End - p.Start
		if p.Pack == nil || p.Kind == "furniture" || p.Kind == "note" || n < showsLanguage {
			continue
		}
		code := p.Pack.Code
		size[code] += n
		all += n
		count[code]++
		if len(at[code]) < mixedPlaces {
			at[code] = append(at[code], r.Text.Original(p.Start, p.End))
		}
		if size[code] > size[most] || size[code] == size[most] && code < most {
			most = code
		}
	}
	var codes []string
	for code, n := range size {
		if n*100 >= all*mixedShare {
			codes = append(codes, code)
		}
	}
	if len(codes) < 2 {
		return nil
	}
	sort.Strings(codes)
	issue := chancery.Issue{Kind: "languages-mixed", What: fmt.Sprintf("paragraphs are in several languages (%s); each is read in its own", strings.Join(codes, ", "))}
	for _, code := range codes {
		if code != most {
			issue.Count += count[code]
			issue.At = append(issue.At, at[code]...)
		}
	}
	issue.At = issue.At[:min(len(issue.At), mixedPlaces)]
	return []chancery.Issue{issue}
}
