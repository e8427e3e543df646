package edtf

import (
	"os"
	"strings"
	"testing"
)

func TestAnotherProgramReadsTheSame(t *testing.T) {
	data, err := os.ReadFile("testdata/edtfjs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			t.Fatalf("%q has %d columns", line, len(f))
		}
		rows++
		d, err := Parse(f[0])
		got := []string{f[0], "refused", "-", "-"}
		if err == nil {
			lo, hi, _ := d.Bounds()
			got = []string{f[0], "ok", lo.String(), hi.String()}
		}
		if strings.Join(got, " ") != strings.Join(f, " ") {
			t.Errorf("got %v (%v), want %v", got, err, f)
		}
	}
	if rows < 100 {
		t.Errorf("only %d rows", rows)
	}
}
