package ingest_test

import (
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/ingest"
)

func TestParagraphsInSeveralLanguagesAreTold(t *testing.T) {
	r, err := ingest.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	ru := "Послы прибыли в город весной и долго ждали, пока хан примет их; на третий день он позвал их к себе и говорил с ними о мире и о торговле между двумя землями.\n\n"
	en := "The envoys came to the town in the spring and waited long until the khan received them; on the third day he called them and spoke with them about peace and about trade between the two lands. They answered that they would write home.\n\n"
	for _, c := range []struct {
		name, record string
		count        int
	}{
		{"two languages", strings.Repeat(ru, 4) + strings.Repeat(en, 2), 2},
		{"one", strings.Repeat(ru, 6), 0},
		{"one with a short line of another", strings.Repeat(en, 6) + "Послы прибыли.\n", 0},
	} {
		d := chancery.NewDocument("x.txt", c.record, "text/1")
		got := 0
		for _, i := range r.Read(&d).Issues {
			if i.Kind == "languages-mixed" {
				got = i.Count
			}
		}
		if got != c.count {
			t.Errorf("%s: %d paragraphs are told to be in another language, want %d", c.name, got, c.count)
		}
	}
}
