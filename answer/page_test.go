package answer

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
)

func TestAPageHoldsWhatDocumentsAndAuthorityStateApart(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	p, err := Instrument(v, lands(t), "treaty-of-ford")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Life) != 2 || len(p.Authority) != 2 || len(p.Provisions) != 1 || len(p.Sources) != 2 || len(p.Parties) != 2 {
		t.Errorf("got %+v", p)
	}
	// The authority says 1 June too: only the 9th differs.
	if len(p.Disagreements) != 1 || p.Disagreements[0].Event != "signed" {
		t.Errorf("disagreements %+v", p.Disagreements)
	}
	if !strings.Contains(strings.Join(p.Absent, ";"), "states an end") {
		t.Errorf("absent %v", p.Absent)
	}
	var text bytes.Buffer
	if err := p.WriteText(&text); err != nil || !strings.Contains(text.String(), "Collection of Treaties, No. 7") {
		t.Errorf("%v\n%s", err, text.String())
	}
}

func TestAPageOfWhatOnlyTheAuthorityKnowsSaysSo(t *testing.T) {
	v, _ := viewOf(t, fordDocuments()...)
	p, err := Instrument(v, lands(t), "treaty-of-fen")
	if err != nil || len(p.Absent) != 1 || !strings.Contains(p.Absent[0], "authority file's alone") {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := Instrument(v, lands(t), "treaty-of-nowhere"); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("got %v", err)
	}
}

func TestWhyGivesTheWordsTheRuleAndWhatElseWasWeighed(t *testing.T) {
	v, store := viewOf(t, fordDocuments()...)
	c := v.Claims(register.Filter{Entry: "treaty-of-ford", Type: chancery.ProvisionClaim})[0]
	d, err := Why(context.Background(), v, lands(t), store, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if d.Rule != "hand:1" || d.Document != "a.txt" || d.Line != 3 || len(d.Links) != 1 || len(d.Links[0].Rejected) != 1 {
		t.Errorf("got %+v", d)
	}
	if !strings.HasSuffix(d.Before, "1 June 1851\n") || !strings.Contains(d.After, "Mill") {
		t.Errorf("context %q … %q", d.Before, d.After)
	}
	var text bytes.Buffer
	if err := d.WriteText(&text); err != nil || !strings.Contains(text.String(), "not treaty-of-elsewhere") {
		t.Errorf("%v\n%s", err, text.String())
	}
	if _, err := Why(context.Background(), v, nil, store, "c0000"); chancery.KindOf(err) != chancery.NotFound {
		t.Errorf("unknown: %v", err)
	}
}

func TestContextIsTwoLinesEachSideWithoutCuttingCharacters(t *testing.T) {
	text := "один\nдва\nтри\nчетыре ЗДЕСЬ пять\nшесть\nсемь\nвосемь"
	at := strings.Index(text, "ЗДЕСЬ")
	before, after := Context(text, chancery.Span{Start: at, End: at + len("ЗДЕСЬ")}, 2)
	if before != "два\nтри\nчетыре " || after != " пять\nшесть\nсемь\n" {
		t.Errorf("%q %q", before, after)
	}
	long := strings.Repeat("слово ", 500)
	before, after = Context(long, chancery.Span{Start: 2200, End: 2210}, 2)
	if len(before) > 400 || len(after) > 400 || len(before) < 300 {
		t.Errorf("%d and %d bytes", len(before), len(after))
	}
	for _, s := range []chancery.Span{{Start: 0, End: 0}, {Start: -5, End: 99999}} {
		Context(text, s, 2)
	}
}

func TestTerminalOutputCannotBeSteeredByADocument(t *testing.T) {
	if got := Shown("a\x1b[31mb\r\nc\u202ed"); got != "a·[31mb⏎c·d" {
		t.Errorf("got %q", got)
	}
}

func TestDatesAreWrittenForPeople(t *testing.T) {
	for in, want := range map[string]string{"1858-06-13": "13 June 1858", "1858-06": "June 1858", "1858": "1858", "1630~": "about 1630",
		"1852/1862": "1852 to 1862", "185X": "185X", "1849-22": "1849-22", "1852/..": "1852 on", "": ""} {
		if got := day(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
