package corpus

import (
	"fmt"
	"slices"

	"example.org/chancery"
)

// Result is the score of one document.
type Result struct {
	Document   string                       `json:"document"`
	Language   string                       `json:"language,omitempty"`
	Types      map[chancery.ClaimType]Tally `json:"types"`
	Linked     Share                        `json:"linked"`   // matched facts with the right instruments
	Soft       Share                        `json:"soft"`     // soft gold facts whose found claims are not asserted
	Standing   Share                        `json:"standing"` // found quotes that stand at their offsets
	Violations []Entry                      `json:"violations,omitempty"`
	Missed     []Entry                      `json:"missed,omitempty"`
	Invented   []Entry                      `json:"invented,omitempty"`
	Meant      []Meant                      `json:"meant,omitempty"`
	Problems   []Problem                    `json:"problems,omitempty"` // of the gold file
}

// Micro is the tally of MicroTypes together.
func (r Result) Micro() Tally { return sum(r.Types, MicroTypes) }

// Wide is the tally of WideTypes together.
func (r Result) Wide() Tally { return sum(r.Types, WideTypes) }

func sum(by map[chancery.ClaimType]Tally, types []chancery.ClaimType) Tally {
	var all Tally
	for _, t := range types {
		all = all.Plus(by[t])
	}
	return all
}

// scorer holds what the comparison of one document needs.
type scorer struct {
	record string // the text of record
	words  lexicon
	gold   []*goldFact
	found  []*foundFact
	keys   map[chancery.Key][]chancery.Key // gold key of an instrument -> found keys that were matched with it
}

// Score compares what was found in a document with what it states. The record is the
// text of record, to which the offsets of found refer; found has one claim a fact, as
// `--format facts` joins them. Claims of the type "text" are not scored.
func Score(s Sample, record string, found []chancery.Claim) Result {
	r := Result{Document: s.Name, Language: s.About.Language, Types: map[chancery.ClaimType]Tally{}}
	sc := &scorer{record: record, words: readLexicon(), keys: map[chancery.Key][]chancery.Key{}}
	r.Problems = append(r.Problems, s.Problems...)
	r.Problems = append(r.Problems, sc.readGold(s)...)
	sc.readFound(found)
	for _, t := range WideTypes {
		sc.match(t)
		r.Types[t] = sc.tally(t)
	}
	r.Linked, r.Soft = sc.linked(), sc.soft()
	for _, c := range found {
		r.Standing.count(standing(c, record))
	}
	r.Missed, r.Invented = sc.missed(), sc.invented()
	r.Meant = sc.meant(s.Name)
	r.Violations = sc.violations(s.Never)
	return r
}

func (s *scorer) readGold(sample Sample) []Problem {
	var problems []Problem
	for _, c := range sample.Gold {
		g := &goldFact{Claim: c, note: readNote(c.Note)}
		for i, words := range stretches(c) {
			at := locate(s.record, words)
			if len(at) == 0 {
				problems = append(problems, Problem{Where: sample.Name, What: fmt.Sprintf(
					"the %s %q does not stand in the text of record; quote it verbatim", [...]string{"quote", "further stretch"}[min(i, 1)], words)})
			}
			g.at = append(g.at, at...)
		}
		switch b := c.Body.(type) {
		case chancery.Instrument:
			g.forms = s.forms(b.Mentions)
			g.at = append(g.at, s.places(b.Mentions)...)
		case chancery.Person:
			g.at = append(g.at, s.places(b.Variants)...)
		case chancery.Place:
			g.at = append(g.at, s.places(b.Variants)...)
		}
		s.gold = append(s.gold, g)
	}
	return problems
}

// stretches is the words that state a fact: its quote and what stands in `also`.
func stretches(c chancery.Claim) []string {
	all := []string{c.Quote.Text}
	for _, q := range c.Also {
		all = append(all, q.Text)
	}
	return all
}

// places locates names: where a document names someone is evidence that it does.
func (s *scorer) places(names []string) []chancery.Span {
	var at []chancery.Span
	for _, n := range names {
		at = append(at, locate(s.record, n)...)
	}
	return at
}

func (s *scorer) readFound(found []chancery.Claim) {
	for i, c := range found {
		f := &foundFact{Claim: c, at: spans(c), number: i}
		if b, ok := c.Body.(chancery.Instrument); ok {
			f.forms = s.forms(append(stretches(c), b.Mentions...))
		}
		s.found = append(s.found, f)
	}
}

func (s *scorer) tally(t chancery.ClaimType) Tally {
	var n Tally
	for _, g := range s.gold {
		if g.Type() == t && !g.leftOut() {
			n.Gold++
			if g.match != nil {
				n.Right++
			}
		}
	}
	for _, f := range s.found {
		if f.Type() == t && (f.match == nil || !f.match.leftOut()) {
			n.Found++
		}
	}
	return n
}

// linked counts matched events, provisions and tariffs with the right instrument and
// matched relations with both ends right, of those for which the gold file has one.
func (s *scorer) linked() Share {
	var n Share
	for _, g := range s.gold {
		if g.match == nil || g.leftOut() {
			continue
		}
		switch g.Type() {
		case chancery.EventClaim, chancery.ProvisionClaim, chancery.TariffClaim, chancery.RelationClaim:
			if !nameless(instrumentsOf(g.Body)) {
				bare := g.note.noInstrument && nameless(instrumentsOf(g.match.Body))
				n.count(bare || s.sameInstrument(g, g.match))
			}
		}
	}
	return n
}

func nameless(keys []chancery.Key) bool {
	return !slices.ContainsFunc(keys, func(k chancery.Key) bool { return k != "" })
}

func standing(c chancery.Claim, record string) bool {
	for _, q := range c.Also {
		if !q.Stands(record) {
			return false
		}
	}
	return c.Quote.Stands(record)
}
