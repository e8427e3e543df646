package ingest_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/ingest"
	"example.org/chancery/source"
)

// treaties is where real treaty texts lie beside the repository, with the days of
// their signature and entry into force as a database of treaties codes them.
const treaties = "../../shared/data"

// every is which texts are read unless all are asked for: reading all takes a minute.
const every = 8

// ownDays counts how often an event of a document's own instrument has the coded day.
type ownDays struct {
	coded, stated, right, wrong int
}

func (o *ownDays) count(coded string, read, mentioned []string) {
	days := strings.Split(coded, "|")
	if coded == "" {
		return
	}
	o.coded++
	in := func(ds []string) bool {
		return slices.ContainsFunc(ds, func(d string) bool { return slices.Contains(days, d) })
	}
	if in(mentioned) {
		o.stated++
	}
	if in(read) {
		o.right++
	} else if len(read) > 0 {
		o.wrong++
	}
}

// The thresholds are what was reached, in thousandths: right of those texts that have the
// coded day anywhere, and wrong of those of which a day was read. Some coded days are
// wrong, and some stand in a text for another reason.
func TestTreatyTextsSayWhenTheyWereSignedAndCameIntoForce(t *testing.T) {
	f, err := os.Open(filepath.Join(treaties, "treaty-texts.csv"))
	if err != nil {
		t.Skip("the treaty texts are not beside the repository: ", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r, err := ingest.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	all := os.Getenv("CHANCERY_TREATIES") == "all"
	var signed, force ownDays
	for n, row := range rows[1:] {
		if !all && n%every != 0 {
			continue
		}
		d, _, err := source.ReadFile(t.Context(), filepath.Join(treaties, "treaty-texts", row[1]), source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		x := r.Read(&d)
		var mentioned []string
		for i := range x.Mentions.All {
			if m := x.Mentions.All[i].Date; m != nil {
				mentioned = append(mentioned, m.Value.String())
			}
		}
		signed.count(row[3], own(x, "signed"), mentioned)
		force.count(row[4], own(x, "in-force"), mentioned)
	}
	for _, c := range []struct {
		name         string
		is           ownDays
		right, wrong int
	}{{"signed", signed, 900, 90}, {"in force", force, 570, 130}} {
		got, bad := 1000*c.is.right/max(1, c.is.stated), 1000*c.is.wrong/max(1, c.is.right+c.is.wrong)
		t.Logf("%s: coded for %d, in the text of %d, right %d (%d/1000), wrong %d (%d/1000 of those read)", c.name, c.is.coded, c.is.stated, c.is.right, got, c.is.wrong, bad)
		if got < c.right || bad > c.wrong {
			t.Errorf("%s: right %d/1000, was %d; wrong %d/1000, was %d", c.name, got, c.right, bad, c.wrong)
		}
	}
}

// own is the days on which an event of the document's own instrument is said to have
// been, or to be.
func own(x ingest.Reading, event string) []string {
	var out []string
	for _, c := range x.Claims {
		if e, ok := c.Body.(chancery.Event); ok && c.Self && e.Event == event && e.Date != "" && (c.Certainty() == chancery.Asserted || c.Certainty() == chancery.PlannedContent) {
			out = append(out, e.Date)
		}
	}
	return out
}
