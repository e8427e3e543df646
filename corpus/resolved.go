package corpus

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"example.org/chancery"
)

// Meant is a gold instrument, person or place whose key the gold file gives, with the
// key of the found one that was matched with it.
type Meant struct {
	Document string             `json:"document"`
	Type     chancery.ClaimType `json:"type"`
	Name     string             `json:"name"`
	Gold     chancery.Key       `json:"gold"`
	Found    chancery.Key       `json:"found"`
}

// meant is every matched instrument, person and place with a key in the gold file.
func (s *scorer) meant(document string) []Meant {
	var out []Meant
	for _, g := range s.gold {
		gold, name := keyOf(g.Claim)
		if g.match == nil || gold == "" {
			continue
		}
		found, _ := keyOf(g.match.Claim)
		out = append(out, Meant{document, g.Type(), name, gold, found})
	}
	return out
}

func keyOf(c chancery.Claim) (chancery.Key, string) {
	switch b := c.Body.(type) {
	case chancery.Instrument:
		return b.Key, strings.Join(b.Mentions, " / ")
	case chancery.Person:
		return b.Key, b.Name
	case chancery.Place:
		return b.Key, b.Name
	}
	return "", ""
}

// Resolution counts to which entries of an authority matched instruments, persons or
// places were held to belong.
type Resolution struct {
	Known     int `json:"known"`     // that the authority has
	Right     int `json:"right"`     // of them, tied to their entry
	Open      int `json:"open"`      // of them, tied to none
	Strangers int `json:"strangers"` // that the authority does not have
	Wrong     int `json:"wrong"`     // of all, tied to another's entry
}

// Resolved counts, by type, how matched instruments, persons and places were resolved.
// Known tells which keys the authority has. Faults are those that are open or wrong.
func Resolved(results []Result, known func(chancery.Key) bool) (by map[chancery.ClaimType]Resolution, faults []Meant) {
	by = map[chancery.ClaimType]Resolution{}
	for _, r := range results {
		for _, m := range r.Meant {
			n := by[m.Type]
			tied := known(m.Found)
			switch {
			case !known(m.Gold):
				n.Strangers++
			case m.Found == m.Gold:
				n.Known++
				n.Right++
			case !tied:
				n.Known++
				n.Open++
			default:
				n.Known++
			}
			if tied && m.Found != m.Gold {
				n.Wrong++
			}
			if known(m.Gold) && m.Found != m.Gold || tied && m.Found != m.Gold {
				faults = append(faults, m)
			}
			by[m.Type] = n
		}
	}
	return by, faults
}

// WriteResolved writes the counts as a table, and the faults when they are wanted.
func WriteResolved(w io.Writer, results []Result, known func(chancery.Key) bool, list bool) error {
	by, faults := Resolved(results, known)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "\nresolved\tknown\tright\topen\tshare\tunknown\twrong\tof all\t\n")
	for _, typ := range []chancery.ClaimType{chancery.InstrumentClaim, chancery.PersonClaim, chancery.PlaceClaim} {
		n := by[typ]
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%s\t%d\t%d\t%s\t\n", typ, n.Known, n.Right, n.Open, orDash(perMille(n.Right, n.Known), n.Known),
			n.Strangers, n.Wrong, orDash(perMille(n.Wrong, n.Known+n.Strangers), n.Known+n.Strangers))
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write the resolutions: %w", err)
	}
	for _, f := range faults {
		if !list {
			break
		}
		if _, err := fmt.Fprintf(w, "resolved %s %s %q is %s, found %s\n", f.Document, f.Type, f.Name, f.Gold, f.Found); err != nil {
			return fmt.Errorf("write the resolutions: %w", err)
		}
	}
	return nil
}
