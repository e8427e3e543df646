package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
)

func instrumentURL(k chancery.Key) string { return "/i/" + url.PathEscape(string(k)) }

func documentURL(id chancery.DocumentID) string { return "/d/" + url.PathEscape(string(id)) }

// claimURL opens the document at the evidence of a claim.
func claimURL(doc chancery.DocumentID, id chancery.ClaimID) string {
	return documentURL(doc) + "?c=" + url.QueryEscape(string(id)) + "#q"
}

// spanURL opens the document at a stretch.
func spanURL(doc chancery.DocumentID, s chancery.Span) string {
	return documentURL(doc) + "?q=" + strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) + "#q"
}

// name is what an entry is called: its label, else the longest form that a document
// has, else its key.
func name(e register.Entry) string {
	if e.Label != "" {
		return e.Label
	}
	best := ""
	for _, m := range e.Mentions {
		if len(m) > len(best) {
			best = m
		}
	}
	return cmp.Or(clip(best, 90), string(e.Key))
}

// party is the name of a party: the authority's, else the key in words.
func (s *site) party(k chancery.Key) string {
	if s.Authority != nil {
		if l := s.Authority.Label(k); l != "" {
			return l
		}
	}
	return capital(plain(string(k)))
}

func (s *site) parties(ks []chancery.Key) string {
	var names []string
	for _, k := range ks {
		names = append(names, s.party(k))
	}
	return strings.Join(names, " – ")
}

// instrumentLink is the name of an instrument and its page, if it has one.
func (s *site) instrumentLink(v *register.View, k chancery.Key) link {
	if e, ok := v.Entry(k); ok && e.Type == chancery.InstrumentClaim {
		return link{name(e), instrumentURL(e.Key)}
	}
	if k == "" {
		return link{}
	}
	return link{Text: s.party(k)}
}

// title is what a document is called.
func title(d *chancery.Document) string {
	return cmp.Or(clip(d.Bibliography.Title, 160), d.Name, string(d.ID))
}

// languageOf is the language of a document: as the file declares it, else that of
// the packs whose rules found most in it, else "".
func languageOf(v *register.View, d *chancery.Document) string {
	if l := tag(d.Bibliography.Language); l != "" {
		return l
	}
	found := map[string]int{}
	for _, c := range v.Claims(register.Filter{Document: d.ID}) {
		if l := ruleLanguage(c.Rule); l != "" {
			found[l]++
		}
	}
	best := ""
	for l, n := range found {
		if n > found[best] || n == found[best] && l < best {
			best = l
		}
	}
	return best
}

// ruleLanguage is the language whose pack a rule is of: "lang/ky/rules/end.rules:3".
func ruleLanguage(rule string) string {
	parts := strings.Split(rule, "/")
	if i := slices.Index(parts, "lang"); i >= 0 && i+2 < len(parts) {
		return tag(parts[i+1])
	}
	return ""
}

// tag is a language tag that may stand in a lang attribute, else "".
func tag(s string) string {
	s = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if len(s) < 2 || len(s) > 35 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return ""
	}
	if first, _, _ := strings.Cut(s, "-"); len(first) < 2 || len(first) > 3 {
		return ""
	}
	return s
}
