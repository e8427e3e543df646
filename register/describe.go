package register

import (
	"maps"
	"slices"
	"strings"
	"time"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// StandingField is the name under which a decision sets a document's standing; the
// other names are those of chancery.BibliographyFields.
const StandingField = "standing"

// Edit is a decision of a person on what a document is called, who wrote it and
// what sort of witness it is.
type Edit struct {
	Seq   int64             `json:"seq"`
	At    time.Time         `json:"at"`
	Actor string            `json:"actor"`
	Set   map[string]string `json:"set"` // by field; "" takes out what stood there
	Why   string            `json:"why,omitempty"`
}

// Edits are the decisions that describe a document, in their order.
func (v *View) Edits(id chancery.DocumentID) []Edit {
	var out []Edit
	for _, d := range v.deeds {
		if d.Act == Describe && d.Document == id {
			out = append(out, Edit{d.seq, d.at, d.actor, d.Set, d.Why})
		}
	}
	return out
}

// describe changes a document's description as the decision says.
func (d Decision) describe(doc *chancery.Document) {
	for name, value := range d.Set {
		if name == StandingField {
			doc.Standing, doc.StandingWhy = chancery.Standing(value), ""
		} else if field := doc.Bibliography.Field(name); field != nil {
			*field = value
		}
	}
}

// checkDescription says what keeps a description out of the log, "" if nothing does.
func checkDescription(d Decision) string {
	if d.Document == "" || len(d.Set) == 0 || len(d.Claims) != 0 || len(d.Entries) != 0 {
		return "it must name one document, and what is set"
	}
	for _, name := range slices.Sorted(maps.Keys(d.Set)) {
		value := d.Set[name]
		var b chancery.Bibliography
		switch {
		case name == StandingField:
			if _, ok := chancery.StandingOf(value); value != "" && !ok {
				return value + " is no standing"
			}
		case b.Field(name) == nil:
			return name + " is no field of a description"
		case strings.ContainsAny(value, "\n\r"):
			return name + " must stand on one line"
		case name == "issued" && value != "":
			if _, err := edtf.Parse(value); err != nil {
				return value + " is no date; write it as EDTF, as 1905, 1905-03 or 1905~"
			}
		}
	}
	return ""
}
