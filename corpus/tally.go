package corpus

import (
	"encoding/json"

	"example.org/chancery"
)

// MicroTypes are the types of the first total; WideTypes those of the second.
var (
	MicroTypes = []chancery.ClaimType{chancery.InstrumentClaim, chancery.EventClaim, chancery.ProvisionClaim,
		chancery.RelationClaim, chancery.PersonClaim, chancery.TariffClaim, chancery.CitationClaim}
	WideTypes = append(MicroTypes[:len(MicroTypes):len(MicroTypes)], chancery.PlaceClaim, chancery.CharacterisationClaim)
)

// Tally counts facts that a document states, claims that were found, and claims that
// were found and are right. What the gold file leaves out is in none of them.
type Tally struct{ Gold, Found, Right int }

// Plus is the sum of two tallies.
func (t Tally) Plus(o Tally) Tally {
	return Tally{t.Gold + o.Gold, t.Found + o.Found, t.Right + o.Right}
}

// Precision is the share of found claims that are right, per mille; 0 of none.
func (t Tally) Precision() int { return perMille(t.Right, t.Found) }

// Recall is the share of gold facts that were found, per mille; 0 of none.
func (t Tally) Recall() int { return perMille(t.Right, t.Gold) }

// F1 is the harmonic mean of precision and recall, per mille.
func (t Tally) F1() int { return perMille(2*t.Right, t.Gold+t.Found) }

// MarshalJSON writes the counts with the figures that follow from them.
func (t Tally) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Gold      int `json:"gold"`
		Found     int `json:"found"`
		Right     int `json:"right"`
		Precision int `json:"precision"`
		Recall    int `json:"recall"`
		F1        int `json:"f1"`
	}{t.Gold, t.Found, t.Right, t.Precision(), t.Recall(), t.F1()})
}

// Share is how many of a number are as they should be.
type Share struct {
	Good int `json:"good"`
	Of   int `json:"of"`
}

// Plus is the sum of two shares.
func (s Share) Plus(o Share) Share { return Share{s.Good + o.Good, s.Of + o.Of} }

// PerMille is the share as an integer; 0 of none.
func (s Share) PerMille() int { return perMille(s.Good, s.Of) }

func (s *Share) count(good bool) {
	s.Of++
	if good {
		s.Good++
	}
}

// perMille rounds half up, in integers, so that every machine gives the same.
func perMille(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (2000*part + whole) / (2 * whole)
}
