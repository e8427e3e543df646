// Package claim turns mentions into claims: it fires the rules of the language
// packs, fills their roles, settles polarity, modality and voice, and anchors each
// claim to the words that state it. Resolve then says which entry is meant.
//
// It is pure: the same document, packs and authority give the same claims, in the
// order of the text. It never makes a claim without a quote that stands in the
// text of record.
package claim

import (
	"sort"

	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/token"
)

// Engine is the name and version of the extractor. It changes whenever the same
// packs could give other claims, so that a register knows what to read again.
const Engine = "rules/1"

// reader is the state of reading one document.
type reader struct {
	*mention.Mentions
	match     *token.Matcher
	weight    []int                 // what each token costs that stands between a trigger and a filler
	hash      string                // of the text of record
	root      []int                 // for each instrument mention, the first mention of the same instrument; -1 for none
	followers map[int][]int         // for the first mention of an instrument, all its mentions in order
	acts      []int                 // mentions that the focus can fall on, in order; nil until they are asked for
	quoted    map[chancery.Span]int // mentions of instruments by their quotes; nil until they are asked for
	self      int                   // the mention of the instrument that the document is the text of, -1
	headword  int                   // the mention of an act that is the first thing in the document, -1
	entry     int                   // the mention of the instrument that the document is an entry on, -1
	own       own                   // what the document shows of itself
	births    map[int]edtf.Date     // for a mention of an instrument, the date on which it is said to be signed there
	dated     map[int]int           // for a mention that is named by its day, the date
	born      map[int]edtf.Date     // the same for the first mention of each instrument, of all its mentions so far
	years     map[int]int           // for a mention of an instrument, the year in which it is said to be signed there
	centers   map[int]int           // for a sentence that mentions acts, what the text is about after it
	stripped  bool
	frames    []frame
	alone     bool // fill as if no frame had a rival for its date
	unnamed   []unnamed
	cues      []cue
	claims    []chancery.Claim
}

// Extraction is what a document claims, and which of its mentions speak of one thing.
type Extraction struct {
	Claims   []chancery.Claim
	Clusters []Cluster
	Polities []chancery.Key   // that the document names, as states, peoples or parties
	Years    []int            // that its dates tell of, each once, in order
	NoCase   bool             // the text has lost its capital letters
	Issues   []chancery.Issue // what stands in the document and could not be assigned
}

// Extract states what a document claims. recordHash is the hash of its text of record.
func Extract(ms *mention.Mentions, recordHash string) Extraction {
	l := ms.Text.Losses
	r := &reader{Mentions: ms, match: token.NewMatcher(ms.Tokens), hash: recordHash, self: -1, headword: -1, entry: -1,
		followers: map[int][]int{},
		births:    map[int]edtf.Date{}, born: map[int]edtf.Date{}, dated: map[int]int{}, years: map[int]int{}, centers: map[int]int{}, stripped: l.Case || l.Punctuation}
	r.root = make([]int, len(r.All))
	for i := range r.root {
		r.root[i] = i
	}
	r.weighTokens()
	r.readOwn()
	r.findSelf()
	r.findHeadword()
	r.fire()
	r.rankFrames()
	r.dropUnfillable()
	r.findCues()
	r.findYears()
	r.follow()
	r.findEntry()
	r.findCenters()
	for i := range r.frames {
		r.state(&r.frames[i])
	}
	r.stateDated()
	r.stateOwnDays()
	r.joinAliases()
	r.instruments()
	r.persons()
	r.places()
	r.claims = append(r.claims, citations(ms)...)
	tariffs := r.readTariffs()
	r.claims = append(r.claims, tariffs.claims...)
	return Extraction{Claims: finish(r.claims, recordHash), Clusters: r.clusters(), Polities: r.polities(), Years: r.toldYears(), NoCase: l.Case,
		Issues: append(tariffs.issues(), r.languageIssues()...)}
}

// finish names the claims, drops those that state the same at the same place, and
// puts them in the order of the text.
func finish(cs []chancery.Claim, recordHash string) []chancery.Claim {
	sort.SliceStable(cs, func(i, j int) bool {
		a, b := cs[i].Quote, cs[j].Quote
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End < b.End
		}
		return cs[i].Type() < cs[j].Type()
	})
	seen := map[chancery.ClaimID]bool{}
	out := cs[:0]
	for _, c := range cs {
		c.ID = c.Identify(recordHash)
		if c.Quote.Text == "" || seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		out = append(out, c)
	}
	return out
}

// quote is the verbatim quote of tokens first to end.
func (r *reader) quote(first, end int) chancery.Quote {
	q, _ := r.Text.Quote(r.Tokens.Tokens[first].Start, r.Tokens.Tokens[end-1].End)
	return q
}

// mentionQuote is the verbatim quote of a mention.
func (r *reader) mentionQuote(m int) *chancery.Quote {
	q, ok := r.Text.Quote(r.All[m].Start, r.All[m].Stop)
	if !ok {
		return nil
	}
	return &q
}

// surface is the words of a mention as they stand in the text of record.
func (r *reader) surface(m int) string {
	if q := r.mentionQuote(m); q != nil {
		return q.Text
	}
	return ""
}

func (r *reader) pack(tok int) *lang.Pack { return r.Tokens.Pack(tok) }
