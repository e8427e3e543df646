package corpus

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Floor is the micro F1 per mille below which no document may fall, by its name;
// "total" is that of all documents together.
type Floor map[string]int

const totalFloor = "total"

// ReadFloor reads floor.tsv: a document and its floor a line, parted by a tab.
func ReadFloor(r io.Reader) (Floor, []Problem) {
	floor, problems := Floor{}, []Problem(nil)
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, figure, _ := strings.Cut(line, "\t")
		f1, err := strconv.Atoi(figure)
		if err != nil || f1 < 0 || f1 > 1000 {
			problems = append(problems, Problem{Where: "floor.tsv", Line: n, What: fmt.Sprintf(
				"%q is no floor; write a document, a tab and 0 to 1000", line)})
			continue
		}
		floor[name] = f1
	}
	if err := in.Err(); err != nil {
		problems = append(problems, Problem{Where: "floor.tsv", What: err.Error()})
	}
	return floor, problems
}

// Write writes the floor in the form that ReadFloor reads, in the order of names.
func (f Floor) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# document\tmicro F1 per mille; may only rise (go test ./corpus -update)\n")
	for _, name := range slices.Sorted(maps.Keys(f)) {
		fmt.Fprintf(&b, "%s\t%d\n", name, f[name])
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write floor.tsv: %w", err)
	}
	return nil
}

// CheckFloor tells which documents score below their floor, and which of the floor
// were not scored. A document without a floor may have any score.
func CheckFloor(r Report, floor Floor) []Problem {
	scores := r.floors()
	var problems []Problem
	for _, name := range slices.Sorted(maps.Keys(floor)) {
		score, scored := scores[name]
		switch {
		case !scored:
			problems = append(problems, Problem{Where: name, What: fmt.Sprintf(
				"has a floor of %d but was not scored; bring the sample back, or take its line out of floor.tsv and say why", floor[name])})
		case score < floor[name]:
			problems = append(problems, Problem{Where: name, What: fmt.Sprintf(
				"micro F1 fell to %d per mille, its floor is %d; `go test ./corpus -v` lists what is missed and invented", score, floor[name])})
		}
	}
	return problems
}

// RaiseFloor gives the floor with every score that lies above it, and never a lower
// one than before.
func RaiseFloor(r Report, floor Floor) Floor {
	raised := maps.Clone(floor)
	if raised == nil {
		raised = Floor{}
	}
	for name, score := range r.floors() {
		if old, known := raised[name]; !known || score > old {
			raised[name] = score
		}
	}
	return raised
}

func (r Report) floors() Floor {
	f := Floor{totalFloor: r.Total.Micro.F1()}
	for _, d := range r.Documents {
		f[d.Document] = d.Micro().F1()
	}
	return f
}
