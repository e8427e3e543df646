package corpus_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/corpus"
)

func twoResults() []corpus.Result {
	return []corpus.Result{
		{Document: "b", Language: "ky", Types: map[chancery.ClaimType]corpus.Tally{
			chancery.EventClaim: {Gold: 4, Found: 2, Right: 1}, chancery.PlaceClaim: {Gold: 2, Found: 2, Right: 2}},
			Linked: corpus.Share{Good: 1, Of: 1}},
		{Document: "a", Language: "en", Types: map[chancery.ClaimType]corpus.Tally{
			chancery.EventClaim: {Gold: 2, Found: 2, Right: 2}},
			Invented: []corpus.Entry{{Type: chancery.EventClaim, Says: "signed 1901", Quote: "signed"}}},
	}
}

func TestTotalsAddUpDocumentsLanguagesAndTypes(t *testing.T) {
	r := corpus.Summarise(twoResults())
	if r.Total.Micro != (corpus.Tally{Gold: 6, Found: 4, Right: 3}) || r.Total.Wide != (corpus.Tally{Gold: 8, Found: 6, Right: 5}) {
		t.Errorf("total %+v", r.Total)
	}
	if r.Documents[0].Document != "a" || len(r.Languages) != 2 || r.Languages[0].Name != "en" || r.Languages[0].Micro.Right != 2 {
		t.Errorf("documents %v, languages %+v", r.Documents[0].Document, r.Languages)
	}
	if n := r.Types[chancery.EventClaim]; n != r.Total.Micro {
		t.Errorf("events %+v", n)
	}
}

func TestFiguresArePerMilleRoundedHalfUp(t *testing.T) {
	for _, c := range []struct {
		tally                 corpus.Tally
		precision, recall, f1 int
	}{
		{corpus.Tally{Gold: 3, Found: 2, Right: 1}, 500, 333, 400},
		{corpus.Tally{Gold: 3, Found: 3, Right: 2}, 667, 667, 667},
		{corpus.Tally{Gold: 16, Found: 1, Right: 1}, 1000, 63, 118},
		{corpus.Tally{}, 0, 0, 0},
	} {
		if p, r, f := c.tally.Precision(), c.tally.Recall(), c.tally.F1(); p != c.precision || r != c.recall || f != c.f1 {
			t.Errorf("%+v: got %d %d %d", c.tally, p, r, f)
		}
	}
}

func TestTheTextReportAlignsAndMarksWhatCannotBeCounted(t *testing.T) {
	var b bytes.Buffer
	if err := corpus.Summarise(twoResults()).WriteText(&b, corpus.Lists...); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if len(lines[0]) != len(lines[1]) || len(lines[1]) != len(lines[5]) {
		t.Errorf("lines of different length:\n%s", b.String())
	}
	if got := strings.Fields(lines[1]); !cmp.Equal(got, strings.Fields("a 2 2 2 1000 1000 1000 1000 - - - 0")) {
		t.Errorf("got %q", got)
	}
	if !strings.Contains(b.String(), `invented a:0-0 event signed 1901 "signed"`) {
		t.Errorf("no details in\n%s", b.String())
	}
}

func TestTheJSONReportHasTheFigures(t *testing.T) {
	var b bytes.Buffer
	if err := corpus.Summarise(twoResults()).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Total struct {
			Micro map[string]int `json:"micro"`
		} `json:"total"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"gold": 6, "found": 4, "right": 3, "precision": 750, "recall": 500, "f1": 600}
	if d := cmp.Diff(want, got.Total.Micro); d != "" {
		t.Error(d)
	}
}

func TestAScoreBelowItsFloorIsAProblem(t *testing.T) {
	r := corpus.Summarise(twoResults()) // a 1000, b 333, total 600
	for _, c := range []struct {
		name  string
		floor corpus.Floor
		want  []string
	}{
		{"at the floor", corpus.Floor{"a": 1000, "b": 333, "total": 600}, nil},
		{"without a floor", corpus.Floor{}, nil},
		{"below", corpus.Floor{"b": 334}, []string{"b"}},
		{"total below", corpus.Floor{"total": 601}, []string{"total"}},
		{"not scored", corpus.Floor{"c": 0}, []string{"c"}},
	} {
		var got []string
		for _, p := range corpus.CheckFloor(r, c.floor) {
			got = append(got, p.Where)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestAFloorRisesAndNeverFalls(t *testing.T) {
	floor := corpus.Floor{"a": 900, "b": 400, "gone": 10}
	got := corpus.RaiseFloor(corpus.Summarise(twoResults()), floor)
	if d := cmp.Diff(corpus.Floor{"a": 1000, "b": 400, "gone": 10, "total": 600}, got); d != "" {
		t.Error(d)
	}
	if floor["a"] != 900 {
		t.Error("the floor that was given has changed")
	}
}

func TestAFloorReadsBackAsItWasWritten(t *testing.T) {
	want := corpus.Floor{"a": 900, "b": 0}
	var b bytes.Buffer
	if err := want.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, problems := corpus.ReadFloor(&b)
	if d := cmp.Diff(want, got); d != "" || len(problems) > 0 {
		t.Errorf("%s %v", d, problems)
	}
	if _, problems := corpus.ReadFloor(strings.NewReader("a 900\nb\t1001\n")); len(problems) != 2 || problems[1].Line != 2 {
		t.Errorf("got %v", problems)
	}
}
