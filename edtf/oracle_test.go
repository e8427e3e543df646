package edtf

import (
	"os"
	"strings"
	"testing"
)

// fixture gives the lines of a file of testdata, cut at tabs.
func fixture(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != columns {
			t.Fatalf("%s: %q has %d columns, want %d", name, line, len(f), columns)
		}
		out = append(out, f)
	}
	return out
}

// The npm package edtf is asked for the same texts. differs.tsv lists where it is at
// fault, or where Chancery deliberately parts from it; a line there that has become
// needless fails too.
func TestAnotherProgramReadsTheSame(t *testing.T) {
	why := map[string]string{}
	for _, f := range fixture(t, "differs.tsv", 2) {
		why[f[0]] = f[1]
	}
	rows := fixture(t, "edtfjs.tsv", 4)
	for _, f := range rows {
		d, err := Parse(f[0])
		got := []string{f[0], "refused", "-", "-"}
		if err == nil {
			lo, hi, ok := d.Bounds()
			got = []string{f[0], "ok", lo.String(), hi.String()}
			if !ok {
				got = []string{f[0], "ok", "none", "none"}
			}
		}
		same := strings.Join(got, " ") == strings.Join(f, " ")
		switch reason, listed := why[f[0]]; {
		case !same && !listed:
			t.Errorf("got %v (%v), want %v", got, err, f)
		case same && listed:
			t.Errorf("%s: the two agree; take it out of differs.tsv (%s)", f[0], reason)
		}
		delete(why, f[0])
	}
	for text := range why {
		t.Errorf("%s is in differs.tsv and not among the texts", text)
	}
	if len(rows) < 300 {
		t.Errorf("only %d rows", len(rows))
	}
}
