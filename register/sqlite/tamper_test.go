package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
)

var ctx = context.Background()

// filled is a register of two documents, records 1 to 6, and one decision, record 7.
func filled(t testing.TB, path string) *Store {
	t.Helper()
	s := create(t, path)
	var id chancery.ClaimID
	for n := range 2 {
		doc, reading, res := registertest.Sample(n)
		id = reading.Claims[1].ID
		if _, err := register.AddDocument(ctx, s, "tester", &doc, reading, res); err != nil {
			t.Fatal(err)
		}
	}
	v, err := register.At(ctx, s, 0)
	if err != nil {
		t.Fatal(err)
	}
	d := register.Decision{Act: register.Accept, Claims: []chancery.ClaimID{id}, Why: "it stands so"}
	if _, err := register.Decide(ctx, s, v, "anna", d); err != nil {
		t.Fatal(err)
	}
	return s
}

const unlock = `DROP TRIGGER record_is_not_changed; DROP TRIGGER record_is_not_deleted;`

func TestTheLogItselfRefusesChanges(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "chancery.db"))
	defer s.Close()
	for _, statement := range []string{`UPDATE record SET actor = 'x' WHERE seq = 1`, `DELETE FROM record WHERE seq = 7`} {
		if _, err := s.db.Exec(statement); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

func TestVerifyNamesWhatWasTamperedWith(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		want      []string // each is the beginning of a finding
	}{
		"one letter of a quote": {
			`UPDATE record SET body = replace(body, 'convention was ratified"', 'convention was satified"') WHERE seq = 2`,
			[]string{"record 2: hash", "record 2: quote"}},
		"one letter of a text": {
			`UPDATE record SET body = replace(body, 'by \"both\"', 'by \"Both\"') WHERE seq = 4`,
			[]string{"record 4: hash", "record 4: quote"}},
		"an offset": {
			`UPDATE record SET body = replace(body, '"start":0', '"start":2') WHERE seq = 5`,
			[]string{"record 5: hash", "record 5: quote"}},
		"a date": {
			`UPDATE record SET body = replace(body, '"date":"1700"', '"date":"1707"') WHERE seq = 2`,
			[]string{"record 2: hash", "record 2: quote: claim c"}},
		"a hash":           {`UPDATE record SET hash = 'x' WHERE seq = 3`, []string{"record 3: hash", "record 4: chain"}},
		"a link back":      {`UPDATE record SET prev = 'x' WHERE seq = 3`, []string{"record 3: chain", "record 3: hash"}},
		"a time":           {`UPDATE record SET at = '1858-06-13T00:00:00.000Z' WHERE seq = 1`, []string{"record 1: hash"}},
		"a time, spoilt":   {`UPDATE record SET at = 'yesterday' WHERE seq = 1`, []string{"record 1: hash"}},
		"who decided":      {`UPDATE record SET actor = 'boris' WHERE seq = 7`, []string{"record 7: hash"}},
		"the subject":      {`UPDATE record SET subject = 'd0' WHERE seq = 2`, []string{"record 2: form"}},
		"the kind":         {`UPDATE record SET kind = 'prophecy' WHERE seq = 3`, []string{"record 3: hash", "record 3: form"}},
		"the form":         {`UPDATE record SET form = 9 WHERE seq = 3`, []string{"record 3: hash", "record 3: form"}},
		"space":            {`UPDATE record SET body = ' ' || body WHERE seq = 3`, []string{"record 3: hash", "record 3: form"}},
		"a row deleted":    {`DELETE FROM record WHERE seq = 3`, []string{"record 3: sequence", "record 4: chain"}},
		"a document gone":  {`DELETE FROM record WHERE seq = 1`, []string{"record 1: sequence", "record 2: chain", "record 2: reference", "record 3: reference"}},
		"rows deleted":     {`DELETE FROM record WHERE seq IN (2, 3)`, []string{"record 2: sequence", "record 4: chain"}},
		"the last deleted": {`DELETE FROM record WHERE seq = 7`, []string{"record 7: sequence"}},
		"a reading gone":   {`DELETE FROM record WHERE seq = 5`, []string{"record 5: sequence", "record 6: chain", "record 6: reference", "record 7: reference"}},
		"the head":         {`UPDATE head SET hash = 'x'`, []string{"record 7: chain"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := filled(t, filepath.Join(t.TempDir(), "chancery.db"))
			defer s.Close()
			if findings, err := register.Verify(ctx, s); err != nil || len(findings) > 0 {
				t.Fatalf("before: %v %v", findings, err)
			}
			if _, err := s.db.Exec(unlock + c.statement); err != nil {
				t.Fatal(err)
			}
			findings, err := register.Verify(ctx, s)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range c.want {
				if !strings.Contains("\n"+fmt.Sprintln(lines(findings)), "\n"+want) {
					t.Errorf("no finding %q in\n%s", want, lines(findings))
				}
			}
			for _, f := range findings {
				if !strings.HasPrefix(strings.Join(c.want, "\n")+"\n", fmt.Sprintf("record %d: ", f.Seq)) &&
					!strings.Contains(strings.Join(c.want, "\n"), fmt.Sprintf("\nrecord %d: ", f.Seq)) {
					t.Errorf("a sound record is named: %s", f)
				}
			}
		})
	}
}

func lines(fs []register.Finding) string {
	var b strings.Builder
	for _, f := range fs {
		fmt.Fprintln(&b, f)
	}
	return b.String()
}

func TestNothingIsBuiltOnABrokenEnd(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "chancery.db"))
	defer s.Close()
	if _, err := s.db.Exec(unlock + `DELETE FROM record WHERE seq = 7`); err != nil {
		t.Fatal(err)
	}
	doc, reading, res := registertest.Sample(5)
	_, err := register.AddDocument(ctx, s, "tester", &doc, reading, res)
	if chancery.KindOf(err) != chancery.Conflict || !strings.Contains(err.Error(), "chancery verify") {
		t.Errorf("got %v", err)
	}
}
