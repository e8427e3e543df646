package answer

import (
	"fmt"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// Sources says whose statements an answer is made from.
type Sources string

// The choices of sources; the zero value means All.
const (
	Documents Sources = "documents" // only what documents of the register state
	Authority Sources = "authority" // only what the authority file states
	All       Sources = "all"       // both, side by side
)

// Question asks what was agreed between parties, on a day, about a topic. Each field
// may be left empty: then it does not narrow the answer.
type Question struct {
	Between []string `json:"between"`           // keys, families ("russia") or names of polities in any language
	On      string   `json:"on,omitempty"`      // EDTF
	About   string   `json:"about,omitempty"`   // one of chancery.Topics
	Known   int64    `json:"known,omitempty"`   // the record up to which the view goes; 0 for wherever it goes
	Sources Sources  `json:"sources,omitempty"` // "" means All
}

// check refuses what cannot be asked, and gives the day.
func (q Question) check(known int64) (edtf.Date, error) {
	doing := "ask"
	switch q.Sources {
	case "", Documents, Authority, All:
	default:
		return edtf.Date{}, chancery.Errorf(chancery.Invalid, doing, "use documents, authority or all", "there are no sources %q", q.Sources)
	}
	if q.Known != 0 && q.Known != known {
		return edtf.Date{}, chancery.Errorf(chancery.Internal, doing, "", "the view goes to record %d, and %d was asked for", known, q.Known)
	}
	if q.About != "" && !slices.Contains(chancery.Topics, q.About) {
		return edtf.Date{}, chancery.Errorf(chancery.Invalid, doing, "use one of "+strings.Join(chancery.Topics, ", "),
			"%q is no topic", q.About)
	}
	day, err := edtf.Parse(strings.TrimSpace(q.On))
	if err != nil {
		return edtf.Date{}, &chancery.Error{Kind: chancery.Invalid, Doing: doing, Cause: err}
	}
	if !day.IsZero() && !day.YearKnown() {
		return edtf.Date{}, chancery.Errorf(chancery.Invalid, fmt.Sprintf("read the date %q", q.On), "write it as 1859-01-01, 1859-01 or 1859",
			"a day without a year cannot be asked for")
	}
	return day, nil
}
