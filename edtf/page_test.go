package edtf

import (
	"os"
	"strings"
	"testing"
)

// tables gives the rows of the tables of the page whose header begins so.
func tables(t *testing.T, page, header string) [][]string {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	inside := false
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, header):
			inside = true
		case !strings.HasPrefix(line, "|"):
			inside = false
		case inside && !strings.HasPrefix(line, "| ---"):
			var row []string
			for _, cell := range strings.Split(strings.Trim(line, "|"), "|") {
				row = append(row, strings.Trim(strings.TrimSpace(cell), "`"))
			}
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no table that begins %q", page, header)
	}
	return rows
}

const page = "../doc/reference/dates.md"

func TestComparisonsOfThePageHold(t *testing.T) {
	for _, row := range tables(t, page, "| a | b |") {
		if row[0] == "none" {
			row[0] = ""
		}
		a, b := MustParse(row[0]), MustParse(row[1])
		for i, got := range []Truth{Before(a, b), After(a, b), Same(a, b), Overlaps(a, b), Contains(a, b)} {
			if got.String() != row[i+2] {
				t.Errorf("%q and %q, column %d: got %v, the page says %s", row[0], row[1], i+3, got, row[i+2])
			}
		}
	}
}

func TestStylesOfThePageHold(t *testing.T) {
	for _, row := range tables(t, page, "| Old Style |") {
		if got, err := FromJulian(MustParse(row[0])); err != nil || got.String() != row[1] {
			t.Errorf("%s: got %q (%v), the page says %s", row[0], got, err, row[1])
		}
	}
}

func TestFormsOfThePageAreRead(t *testing.T) {
	for _, row := range tables(t, page, "| form |") {
		for i, text := range strings.Split(row[1], "`") {
			// Text and code take turns; the cell began with a code mark, which is
			// cut off, so that codes have even places.
			if i%2 != 0 || strings.HasPrefix(text, "-") && len(text) < 5 || row[0] == "none" {
				continue
			}
			if d, err := Parse(text); err != nil || d.String() != text {
				t.Errorf("%s: %q is read as %q (%v)", row[0], text, d, err)
			}
		}
	}
}
