package web

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// count is a number with its noun: "1 quote", "3 quotes".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// join puts what is not empty together.
func join(between string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, between)
}

// plain is a slug as words: "most-favoured-nation" is "most favoured nation".
func plain(slug string) string {
	return strings.NewReplacer("-", " ", "_", " ").Replace(slug)
}

// capital is s with its first letter large.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// list is "a", "a and b", "a, b and c".
func list(parts []string) string {
	switch n := len(parts); n {
	case 0:
		return ""
	case 1:
		return parts[0]
	default:
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
}

// clip is at most n letters of s, with the last cut word marked.
func clip(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)[:n]
	if cut := strings.LastIndexByte(string(r), ' '); cut > len(string(r))/2 {
		return string(r)[:cut] + " …"
	}
	return string(r) + "…"
}

// eventWords says what happened to an instrument, for events whose name is not
// itself the word.
var eventWords = map[string]string{
	"full-powers-issued": "full powers issued", "powers-contested": "full powers contested",
	"negotiations-started": "negotiations began", "negotiations-resumed": "negotiations resumed",
	"negotiations-ended": "negotiations ended", "negotiations-failed": "negotiations failed",
	"texts-exchanged": "texts exchanged", "approved": "approved at home", "exchanged": "ratifications exchanged",
	"acceded": "acceded to", "reserved": "signed with a reservation", "provisionally-applied": "applied provisionally",
	"in-force": "came into force", "demarcated": "boundary demarcated", "not-applied": "not applied",
	"notice-given": "notice of denunciation given", "threatened": "threat made", "requested": "request made",
	"mission-sent": "mission sent", "mission-arrived": "mission arrived", "note-delivered": "note delivered",
	"relations-established": "relations established", "relations-broken": "relations broken off",
	"recognition-withdrawn": "recognition withdrawn", "territory-transferred": "territory transferred",
	"war-started": "war began", "war-ended": "war ended", "trade-opened": "trade opened", "trade-banned": "trade banned",
	"trade-resumed": "trade resumed", "other": "other event",
}

func eventName(event string) string {
	if w, ok := eventWords[event]; ok {
		return w
	}
	return plain(event)
}

// relationWords are the verbs from the first instrument to the second, and back.
var relationWords = map[string][2]string{
	"annex-of": {"is an annex of", "has the annex"}, "incorporated-in": {"is incorporated in", "incorporates"},
	"supersedes": {"replaces", "is replaced by"}, "confirms": {"confirms", "is confirmed by"},
	"supplements": {"supplements", "is supplemented by"}, "clarifies": {"clarifies", "is clarified by"},
	"revises": {"revises", "is revised by"}, "revision-due": {"calls for revision of", "is to be revised by"},
	"keeps-in-force": {"keeps in force", "is kept in force by"}, "annuls": {"annuls", "is annulled by"},
	"terminates": {"ends", "is ended by"}, "based-on": {"is based on", "is the basis of"},
	"implements": {"carries out", "is carried out by"}, "breaches": {"breaches", "is breached by"},
	"response-to": {"answers", "is answered by"}, "same-as": {"is the same as", "is the same as"},
}

func relationVerb(rel string, back bool) string {
	w, ok := relationWords[rel]
	if !ok {
		w = [2]string{plain(rel), "has as " + plain(rel)}
	}
	if back {
		return w[1]
	}
	return w[0]
}

// languages are the languages that documents and names are likely to be in.
var languages = map[string]string{
	"en": "English", "ru": "Russian", "ky": "Kyrgyz", "uk": "Ukrainian", "kk": "Kazakh", "mn": "Mongolian", "zh": "Chinese",
	"ja": "Japanese", "ko": "Korean", "fr": "French", "de": "German", "la": "Latin", "mnc": "Manchu", "tr": "Turkish",
	"fa": "Persian", "uz": "Uzbek", "tt": "Tatar", "pl": "Polish", "it": "Italian", "es": "Spanish",
}

func languageName(code string) string {
	base, _, _ := strings.Cut(strings.ToLower(code), "-")
	if n, ok := languages[base]; ok {
		return n
	}
	return code
}

// kindName is a kind of instrument in words.
func kindName(k chancery.InstrumentKind) string {
	if of, ok := strings.CutPrefix(string(k), "draft-"); ok {
		return "draft " + plain(of)
	}
	return plain(string(k))
}

// amount is a number of a provision without the noise of floating point.
func amount(v any) string {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, amount(x))
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}
