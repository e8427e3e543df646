// Package review finds what wants a person's eye: names that could not be decided,
// entries that may be one, ties that rest on little, decisions that find nothing any
// more. The most valuable questions come first: those on which most claims hang.
//
// It is a pure function of a view of the register, and asks nothing that somebody has
// answered already. What is answered is a decision in the register.
package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/register"
)

// Sort is what a question is about.
type Sort string

// The sorts of question.
const (
	Undecided Sort = "undecided" // a name that several entries may have, or one that too little speaks for
	Same      Sort = "same"      // two entries that no authority has and that may be one
	Weak      Sort = "weak"      // a name tied to an entry on little evidence
	Stranded  Sort = "stranded"  // a decision that no claim or entry answers to any more
	Contested Sort = "contested" // a claim on which two persons decided differently
)

// Question is something that a person can decide.
type Question struct {
	ID      string                `json:"id"` // made of what is asked: the same question keeps its id
	Sort    Sort                  `json:"sort"`
	Asks    string                `json:"asks"`
	Entry   chancery.Key          `json:"entry,omitempty"`
	Class   chancery.ClaimType    `json:"class,omitempty"`
	Names   []string              `json:"names,omitempty"` // how documents name the entry
	Answers []Answer              `json:"answers"`
	Claims  []chancery.ClaimID    `json:"claims,omitempty"` // that hang on it, at most a few
	Value   int                   `json:"value"`            // how many claims hang on it, weighed by how little is known
	Why     []string              `json:"why,omitempty"`
	By      []chancery.DocumentID `json:"by,omitempty"`
}

// Answer is one of the decisions that settle a question.
type Answer struct {
	Say      string              `json:"say"`   // what to write to give it
	Means    string              `json:"means"` // for people
	Decision register.Decision   `json:"-"`     // without Why; several when Further is not empty
	Further  []register.Decision `json:"-"`
}

// Questions are all open questions of a view, the most valuable first.
func Questions(v *register.View) []Question {
	g := newGathered(v)
	var out []Question
	for _, e := range v.Entries() {
		out = append(out, g.undecided(e)...)
	}
	out = append(out, g.same()...)
	out = append(out, g.weak()...)
	out = append(out, stranded(v)...)
	out = append(out, contested(v)...)
	slices.SortStableFunc(out, func(a, b Question) int { return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.ID, b.ID)) })
	return out
}

// Find is the question whose id is, or begins with, the given one.
func Find(all []Question, id string) (Question, error) {
	var found []Question
	for _, q := range all {
		if strings.HasPrefix(q.ID, id) {
			found = append(found, q)
		}
	}
	doing := "answer the question " + id
	switch {
	case len(found) == 1 && id != "":
		return found[0], nil
	case len(found) > 1:
		return Question{}, chancery.Errorf(chancery.Invalid, doing, "give more of its id", "%d questions begin so", len(found))
	}
	return Question{}, chancery.Errorf(chancery.NotFound, doing, "list them with: chancery review", "no open question has this id")
}

// Answer is the answer that is given by a word; the error lists those there are.
func (q Question) Answer(say string) (Answer, error) {
	var words []string
	for _, a := range q.Answers {
		if a.Say == say {
			return a, nil
		}
		words = append(words, a.Say)
	}
	return Answer{}, chancery.Errorf(chancery.Invalid, "answer the question "+q.ID, "say one of: "+strings.Join(words, ", "), "%q is none of its answers", say)
}

// gathered is what questions are made of: the claims and ties of each entry.
type gathered struct {
	view   *register.View
	links  map[chancery.Key][]tie
	labels map[chancery.Key]string
}

// tie is a link of a claim that names the entry.
type tie struct {
	claim register.Claim
	register.Link
}

func newGathered(v *register.View) *gathered {
	g := &gathered{view: v, links: map[chancery.Key][]tie{}, labels: map[chancery.Key]string{}}
	for _, c := range v.Claims(register.Filter{}) {
		for _, l := range c.Links {
			g.links[l.Entry] = append(g.links[l.Entry], tie{c, l})
		}
	}
	for _, e := range v.Entries() {
		g.labels[e.Key] = e.Label
	}
	return g
}

func (g *gathered) label(k chancery.Key) string {
	if l := g.labels[k]; l != "" {
		return fmt.Sprintf("%s [%s]", l, k)
	}
	return string(k)
}

// undecided asks which of its candidates a provisional entry is.
func (g *gathered) undecided(e register.Entry) []Question {
	if !e.Key.Provisional() {
		return nil
	}
	ties := g.links[e.Key]
	var candidates []register.Candidate
	var why []string
	for _, t := range ties {
		for _, c := range t.Candidates {
			known := slices.ContainsFunc(candidates, func(o register.Candidate) bool { return o.Key == c.Key })
			if !known && c.Key != e.Key && !g.view.Apart(c.Key, e.Key) {
				candidates = append(candidates, c)
			}
		}
		for _, r := range t.Reasons {
			if !slices.Contains(why, r) && r != "not in the authority" {
				why = append(why, r)
			}
		}
	}
	if len(candidates) == 0 {
		return nil
	}
	q := g.question(Undecided, e.Key, string(e.Key))
	q.Asks = fmt.Sprintf("Which %s is %s?", e.Type, quoted(e))
	q.Value = 10 * weight(e)
	q.Why = why
	var others []chancery.Key
	for _, c := range candidates {
		q.Answers = append(q.Answers, Answer{Say: string(c.Key), Means: fmt.Sprintf("it is %s: %s", g.label(c.Key), c.Why),
			Decision: register.Decision{Act: register.Join, Entries: []chancery.Key{c.Key, e.Key}}})
		others = append(others, c.Key)
	}
	q.Answers = append(q.Answers, neither(e.Key, others))
	return []Question{q}
}

// neither is the answer that an entry is none of the others.
func neither(k chancery.Key, others []chancery.Key) Answer {
	a := Answer{Say: "none", Means: "it is none of them"}
	for n, o := range others {
		d := register.Decision{Act: register.Split, Entries: []chancery.Key{o, k}}
		if n == 0 {
			a.Decision = d
			continue
		}
		a.Further = append(a.Further, d)
	}
	return a
}

// question is a question about an entry with the claims that hang on it.
func (g *gathered) question(s Sort, k chancery.Key, about ...string) Question {
	sum := sha256.Sum256([]byte(string(s) + "\n" + strings.Join(about, "\n")))
	q := Question{ID: "q" + hex.EncodeToString(sum[:])[:8], Sort: s, Entry: k}
	if e, ok := g.view.Entry(k); ok {
		q.Class, q.Names = e.Type, e.Mentions
	}
	for _, t := range g.links[k] {
		if len(q.Claims) < mostShown {
			q.Claims = append(q.Claims, t.claim.ID)
		}
		if d := chancery.DocumentID(t.claim.Doc); !slices.Contains(q.By, d) {
			q.By = append(q.By, d)
		}
	}
	return q
}

// mostShown is how many claims a question shows.
const mostShown = 5

// weight is how much hangs on an entry: an event or a provision more than a name.
func weight(e register.Entry) int {
	n := 0
	for t, ids := range e.Claims {
		switch t {
		case chancery.PersonClaim, chancery.PlaceClaim, chancery.InstrumentClaim:
			n += len(ids)
		default:
			n += 3 * len(ids)
		}
	}
	return n
}

func quoted(e register.Entry) string {
	if len(e.Mentions) == 0 {
		return string(e.Key)
	}
	return fmt.Sprintf("“%s”", e.Mentions[0])
}
