package register

import (
	"maps"
	"slices"
	"time"

	"example.org/chancery"
)

// Status is what persons made of a claim.
type Status string

// The statuses. Rejected and replaced claims are hidden from what a view lists.
const (
	Undecided Status = ""
	Accepted  Status = "accepted"
	Rejected  Status = "rejected"
	Replaced  Status = "replaced"  // by a correction
	Corrected Status = "corrected" // written by a person in the place of Corrects
)

// Claim is a claim in a view: with the entries that it is about filled in, and with
// what persons decided on it. As JSON it is the fact alone, as chancery.Claim is.
type Claim struct {
	chancery.Claim
	Status    Status
	Links     []Link           // why its keys are what they are
	Corrects  chancery.ClaimID // of a Corrected claim: the one that it replaces
	Decisions []int64          // the records that decided on it, in order
	Contested bool             // the last words of two persons on it differ
}

// Hidden reports whether a person took the claim out of sight.
func (c Claim) Hidden() bool { return c.Status == Rejected || c.Status == Replaced }

// Stranded is a decision that waits for a person: after another reading there is no
// claim, or no entry, that it would be about.
type Stranded struct {
	Seq      int64
	At       time.Time
	Actor    string
	Decision Decision
	Claims   []chancery.ClaimID // those of the decision's claims that are not found
}

// deed is a decision with the record that it came in.
type deed struct {
	seq   int64
	at    time.Time
	actor string
	Decision
}

// page is one document as a view shows it.
type page struct {
	claims []Claim // by place, hidden ones too
	lost   map[int64][]chancery.ClaimID
	moved  map[chancery.ClaimID][]move
	voices map[chancery.ClaimID]map[string]Act
}

// move is a split that took a claim from one entry to another.
type move struct{ from, to chancery.Key }

// newPage applies the decisions, in the order of the log, to the document's reading.
func newPage(doc chancery.DocumentID, r Reading, deeds []deed) *page {
	p := &page{claims: make([]Claim, 0, len(r.Claims)), lost: map[int64][]chancery.ClaimID{},
		moved: map[chancery.ClaimID][]move{}, voices: map[chancery.ClaimID]map[string]Act{}}
	for _, c := range r.Claims {
		p.claims = append(p.claims, Claim{Claim: c})
	}
	own := map[chancery.ClaimID]bool{}
	for _, d := range deeds {
		for _, id := range d.Claims {
			own[id] = true
		}
	}
	for _, d := range deeds {
		for i, about := range d.About {
			if about.Doc == string(doc) {
				p.decide(d, d.Claims[i], about, own)
			}
		}
	}
	slices.SortFunc(p.claims, func(a, b Claim) int { return byPlace(a.Claim, b.Claim) })
	return p
}

func (p *page) decide(d deed, id chancery.ClaimID, about chancery.Claim, own map[chancery.ClaimID]bool) {
	targets := p.find(id, about, own)
	for _, t := range targets {
		c := &p.claims[t]
		c.Decisions = append(c.Decisions, d.seq)
		switch d.Act {
		case Accept:
			c.Status = Accepted
			p.replaceCorrections(c.ID, d.seq)
		case Reject:
			c.Status = Rejected
		case Correct:
			c.Status = Replaced
			p.replaceCorrections(c.ID, d.seq)
		case Split:
			p.moved[c.ID] = append(p.moved[c.ID], move{d.Entries[0], d.Entries[1]})
		}
		p.hear(c, d)
	}
	switch {
	case d.Act == Correct:
		p.write(d, id)
	case len(targets) == 0:
		p.lost[d.seq] = append(p.lost[d.seq], id)
	}
}

// find is the claim that is decided on; if the reading no longer has it, the claims
// that state the same and that nobody decided on by themselves.
func (p *page) find(id chancery.ClaimID, about chancery.Claim, own map[chancery.ClaimID]bool) []int {
	var same []int
	for i, c := range p.claims {
		if c.ID == id {
			return []int{i}
		}
		if !own[c.ID] && c.Corrects == "" && sameStatement(about, c.Claim) {
			same = append(same, i)
		}
	}
	return same
}

// write puts the correction in. It stands on its own: it stays when no reading has
// what it corrected.
func (p *page) write(d deed, corrects chancery.ClaimID) {
	for i := range p.claims {
		if p.claims[i].ID == d.Correction.ID {
			p.claims[i].Status = Corrected
			p.claims[i].Corrects = corrects
			p.claims[i].Decisions = append(p.claims[i].Decisions, d.seq)
			return
		}
	}
	p.claims = append(p.claims, Claim{Claim: *d.Correction, Status: Corrected, Corrects: corrects, Decisions: []int64{d.seq}})
}

func (p *page) replaceCorrections(of chancery.ClaimID, seq int64) {
	for i := range p.claims {
		if c := &p.claims[i]; c.Corrects == of && c.Status == Corrected {
			c.Status = Replaced
			c.Decisions = append(c.Decisions, seq)
		}
	}
}

// hear notes who said what last of a claim.
func (p *page) hear(c *Claim, d deed) {
	if d.Act == Split {
		return
	}
	if p.voices[c.ID] == nil {
		p.voices[c.ID] = map[string]Act{}
	}
	p.voices[c.ID][d.actor] = d.Act
	c.Contested = false
	for _, act := range p.voices[c.ID] {
		c.Contested = c.Contested || act != d.Act
	}
}

// fill is the page with the keys of its claims filled in: by the resolution, then by
// splits, then by joins. What a person wrote into a correction stands above the
// resolution. The page itself does not change.
func (p *page) fill(res Resolution, j joins, said map[chancery.Key]Description) sheet {
	links := make(map[chancery.ClaimID][]Link, len(p.claims))
	for _, l := range res.Links {
		links[l.Claim] = append(links[l.Claim], l)
	}
	out := slices.Clone(p.claims)
	named := map[chancery.Key]bool{}
	for i := range out {
		c := &out[i]
		c.Links = links[c.ID]
		if len(c.Links) == 0 && c.Corrects != "" {
			c.Links = links[c.Corrects]
		}
		moves := slices.Concat(p.moved[c.ID], p.moved[c.Corrects])
		c.Body = mapKeys(c.Body, func(f Field, k chancery.Key) chancery.Key {
			for _, l := range c.Links {
				if l.Field == f && (k == "" || c.Corrects == "") {
					k = l.Entry
				}
			}
			for _, m := range moves {
				if k != "" && j.root(k) == j.root(m.from) {
					k = m.to
				}
			}
			if k != "" {
				named[k] = true
			}
			return j.root(k)
		})
		c.Body = describe(ofTheDay(c.Body, c.Links), said)
	}
	return sheet{out, slices.Collect(maps.Keys(named))}
}
