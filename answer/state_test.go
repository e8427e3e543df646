package answer

import (
	"strings"
	"testing"

	"example.org/chancery"
)

func TestTheStateOnADayIsWhatClaimsState(t *testing.T) {
	signed := said{words: "the treaty of Ford was signed", body: ford("signed", "1851-06-01")}
	inForce := said{words: "it came into force", body: ford("in-force", "1852-03-01")}
	cases := []struct {
		name string
		on   string
		says []said
		want State
		word string // in the reason or in what is absent
	}{
		{"in force and no end", "1860", []said{signed, inForce}, InForce, "states an end"},
		{"in force before an end", "1860", []said{signed, inForce, {words: "it was annulled", body: ford("annulled", "1881")}}, InForce, "annulled in 1881, after"},
		{"ended", "1882", []said{signed, inForce, {words: "it was annulled", body: ford("annulled", "1881")}}, Ended, "annulled"},
		{"the year of the end", "1881-05", []said{inForce, {words: "it was annulled", body: ford("annulled", "1881")}}, NotKnown, "annulled"},
		{"an end without a date", "1882", []said{inForce, {words: "it was annulled", body: ford("annulled", "")}}, NotKnown, "by that day is not said"},
		{"signed alone", "1860", []said{signed}, Signed, "when it came into force"},
		{"ratified is not in force", "1860", []said{signed, {words: "ratified", body: ford("ratified", "1851-09")}}, Signed, "ratified"},
		{"before signature", "1850-01-01", []said{signed, inForce}, NotYet, "after that day"},
		{"between signature and force", "1851-12-01", []said{signed, inForce}, NotYet, "1 March 1852"},
		{"ratification denied", "1860", []said{signed, {words: "never ratified", body: ford("ratified", ""), as: denied}}, Never, "not to have been ratified"},
		{"force denied", "1860", []said{signed, {words: "never came into force", body: ford("in-force", ""), as: denied}}, Never, "not to have been in force"},
		{"force stated and denied", "1860", []said{signed, inForce, {words: "never came into force", body: ford("in-force", ""), as: denied}}, NotKnown, "contradict"},
		{"refused", "1860", []said{signed, {words: "the court rejected it", body: ford("rejected", "1851-10")}}, Never, "rejected"},
		{"refused, nobody says when", "1860", []said{signed, {words: "the court rejected it", body: ford("rejected", "")}}, NotKnown, "rejected"},
		{"refused by one and ratified later", "1860", []said{signed, {words: "the court rejected it", body: ford("rejected", "1851-10")}, {words: "then ratified it", body: ford("ratified", "1852")}}, Signed, "ratified"},
		{"not ratified, but the day lies before signature", "1850-01-01", []said{signed, {words: "never ratified", body: ford("ratified", ""), as: denied}}, NotYet, "signed on 1 June 1851"},
		{"the day in the year of signature", "1851-03", []said{{words: "signed in 1851", body: ford("signed", "1851")}}, NotKnown, "before or after"},
		{"only planned", "1860", []said{{words: "is to be signed", body: ford("signed", "1851"), as: planned}}, NotKnown, "when it was signed"},
		{"a doubted force counts for nothing", "1860", []said{signed, {words: "in force, he claims", body: ford("in-force", "1852"), as: doubted}}, Signed, "came into force"},
		{"suspended", "1860", []said{inForce, {words: "suspended", body: ford("suspended", "1855")}}, Suspended, "taken up again"},
		{"taken up again", "1860", []said{inForce, {words: "suspended", body: ford("suspended", "1855")}, {words: "renewed", body: ford("renewed", "1856")}}, InForce, "states an end"},
		{"denounced, no effect stated", "1860", []said{inForce, {words: "denounced", body: ford("denounced", "1859-05-01")}}, NotKnown, "took effect"},
		{"force without a date", "1860", []said{signed, {words: "it is in force", body: ford("in-force", "")}}, NotKnown, "from when"},
		{"sources on either side of the day", "1860", []said{inForce, {words: "came into force late", body: ford("in-force", "1861")}}, NotKnown, "differ"},
		{"an interval in force", "1870", []said{{words: "in force 1852 to 1862", body: ford("in-force", "1852/1862")}}, Ended, "1852 to 1862"},
		{"an Old Style day", "1851-06-05", []said{{words: "signed on 25 May", body: chancery.Event{Event: "signed", Instrument: "treaty-of-ford", Date: "1851-05-25", Calendar: "julian"}}}, NotYet, "Old Style"},
		{"nothing dated", "1860", []said{{words: "the treaty of Ford", body: chancery.Instrument{Key: "treaty-of-ford", Kind: "treaty"}}}, NotKnown, "states when it was signed"},
		{"the name gives a later year", "1800", []said{{words: "treaty of Ford of 1851", body: chancery.Instrument{Key: "treaty-of-ford", Kind: "treaty", Date: "1851"}}}, NotYet, "its name"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v, _ := viewOf(t, document{"a.txt", c.says})
			got, err := Ask(v, nil, Question{On: c.on})
			if err != nil || len(got.Instruments) != 1 {
				t.Fatalf("got %+v, %v", got.Instruments, err)
			}
			s := got.Instruments[0]
			if s.State != c.want {
				t.Errorf("state %s, want %s: %s", s.State, c.want, s.Documents.Says)
			}
			if all := s.Documents.Says + strings.Join(s.Documents.Absent, "; "); !strings.Contains(all, c.word) {
				t.Errorf("%q does not say %q", all, c.word)
			}
			if s.State != NotKnown && s.State != NotYet {
				for _, h := range s.Documents.Because {
					if len(h.By) == 0 || h.By[0].Quote == "" {
						t.Errorf("%s rests on nothing", h.Says)
					}
				}
			}
		})
	}
}

func TestADraftIsNeverInForce(t *testing.T) {
	v, _ := viewOf(t, document{"a.txt", []said{{words: "the draft of Lake", body: chancery.Instrument{Key: "draft-of-lake", Kind: "draft-treaty"}}}})
	got, err := Ask(v, nil, Question{On: "1900"})
	if err != nil || got.Instruments[0].State != Never {
		t.Errorf("got %+v, %v", got.Instruments, err)
	}
}

func TestALaterInstrumentThatAnnulsLeavesTheStateOpenOnlyOnceItExists(t *testing.T) {
	v, _ := viewOf(t, document{"a.txt", []said{
		{words: "Ford came into force", body: ford("in-force", "1852")},
		{words: "Mill annuls Ford", body: chancery.Relation{From: "treaty-of-mill", Rel: "annuls", To: "treaty-of-ford"}},
		{words: "Mill was signed", body: chancery.Event{Event: "signed", Instrument: "treaty-of-mill", Date: "1870"}},
	}})
	for on, want := range map[string]State{"1860": InForce, "1871": NotKnown} {
		got, err := Ask(v, nil, Question{On: on})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range got.Instruments {
			if s.Key == "treaty-of-ford" && s.State != want {
				t.Errorf("in %s: %s, want %s", on, s.State, want)
			}
		}
	}
}
