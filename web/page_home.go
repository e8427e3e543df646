package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/edtf/calendar"
	"example.org/chancery/register"
)

type homePage struct {
	Rows    []row
	Found   string // "12 instruments"
	Query   string
	Pages   []partLink
	NoDocs  bool
	NoNames bool // there are documents, and none names an instrument
}

// row is an instrument in the list.
type row struct {
	link
	Lang    string
	Kind    string
	Parties string
	Signed  string
	Sources string
	sort    calendar.Day
}

// pageSize is how many instruments one page lists.
const pageSize = 200

// home lists the instruments of the register, by date of signature and name.
func (s *site) home(r *http.Request, v *register.View) (content, error) {
	p := homePage{Query: strings.TrimSpace(r.URL.Query().Get("q")), NoDocs: len(v.Documents()) == 0}
	var rows []row
	all := 0
	for _, e := range v.Entries() {
		if e.Type != chancery.InstrumentClaim {
			continue
		}
		all++
		if p.Query == "" || matches(e, p.Query) {
			rows = append(rows, s.row(v, e))
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.Text, b.Text)) })
	p.NoNames = all == 0 && !p.NoDocs
	p.Found = count(len(rows), "instrument", "instruments")
	n := 1
	if asked := r.URL.Query().Get("p"); asked != "" {
		n, _ = strconv.Atoi(asked)
	}
	last := max(1, (len(rows)+pageSize-1)/pageSize)
	if n < 1 || n > last {
		return content{}, chancery.Errorf(chancery.NotFound, "open page "+clip(r.URL.Query().Get("p"), 20)+" of the list",
			"open the list from its beginning", "the list has %s", count(last, "page", "pages"))
	}
	p.Rows = rows[(n-1)*pageSize : min(n*pageSize, len(rows))]
	for i := 1; last > 1 && i <= last; i++ {
		u := url.Values{"p": {strconv.Itoa(i)}}
		if p.Query != "" {
			u.Set("q", p.Query)
		}
		p.Pages = append(p.Pages, partLink{link{strconv.Itoa(i), "/?" + u.Encode()}, i == n})
	}
	return content{template: "home", title: "Instruments", nav: "register", data: p}, nil
}

// matches reports whether every word of the query is in one of the entry's names.
func matches(e register.Entry, query string) bool {
	names := strings.ToLower(strings.Join(slices.Concat([]string{e.Label, string(e.Key)}, e.Aliases, e.Mentions), "\n"))
	for _, w := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(names, w) {
			return false
		}
	}
	return true
}

func (s *site) row(v *register.View, e register.Entry) row {
	out := row{link: link{name(e), instrumentURL(e.Key)}, Kind: kindName(e.Kind), Parties: s.parties(e.Parties), sort: calendar.NoEnd}
	docs := map[string]bool{}
	for _, ids := range e.Claims {
		for _, id := range ids {
			if c, ok := v.Claim(id); ok {
				docs[c.Doc] = true
			}
		}
	}
	out.Sources = count(len(docs), "source", "sources")
	out.Signed, out.sort = s.signed(v, e)
	if e.Label == "" && len(e.Claims[chancery.InstrumentClaim]) > 0 {
		if c, ok := v.Claim(e.Claims[chancery.InstrumentClaim][0]); ok {
			out.Lang = ruleLanguage(c.Rule)
			if d, ok := v.Document(chancery.DocumentID(c.Doc)); ok && out.Lang == "" {
				out.Lang = languageOf(v, &d)
			}
		}
	}
	return out
}

// signed is when sources say that it was signed or issued: of the finest dates the
// one that most of them give in their own voice, and a word if they differ.
func (s *site) signed(v *register.View, e register.Entry) (string, calendar.Day) {
	var dates []chancery.Event
	weight := map[string]int{}
	for _, id := range e.Claims[chancery.EventClaim] {
		c, ok := v.Claim(id)
		b, isEvent := c.Body.(chancery.Event)
		if ok && isEvent && b.Instrument == e.Key && (b.Event == "signed" || b.Event == "issued") && b.Date != "" &&
			(c.Certainty() == chancery.Asserted || c.Certainty() == chancery.Attributed) {
			dates = append(dates, b)
			weight[b.Date]++
			if c.Certainty() == chancery.Asserted {
				weight[b.Date]++
			}
		}
	}
	parsed := func(e chancery.Event) edtf.Date {
		d, err := edtf.Parse(e.Date)
		if err != nil {
			return edtf.Date{}
		}
		return d
	}
	slices.SortStableFunc(dates, func(a, b chancery.Event) int {
		return cmp.Or(cmp.Compare(parsed(b).Precision(), parsed(a).Precision()), cmp.Compare(weight[b.Date], weight[a.Date]),
			cmp.Compare(a.Date, b.Date))
	})
	if len(dates) == 0 {
		return "", calendar.NoEnd
	}
	d := parsed(dates[0])
	words := dateWords(dates[0].Date)
	for _, o := range dates[1:] {
		if edtf.Same(d, parsed(o)) == edtf.No && !edtf.SameDayInTwoStyles(d, parsed(o)) {
			words += " (sources differ)"
			break
		}
	}
	lo, _, ok := d.Bounds()
	if !ok {
		lo = calendar.NoEnd
	}
	return words, lo
}
