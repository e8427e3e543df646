package claim_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/claim"
)

// acts is a small authority of instruments that have much in common.
func acts(t testing.TB) *authority.File {
	t.Helper()
	polity := func(key string) *fstest.MapFile {
		return entry(key, "kind: state\nfamily: "+key+"\nnames: [{lang: qm, text: "+key+"}]")
	}
	act := func(key, kind, name, parties, year string) *fstest.MapFile {
		return entry(key, "kind: "+kind+"\nplane: international\nparties: ["+parties+"]\nnames: [{lang: qm, text: "+name+
			"}]\nlife: [{event: signed, date: "+year+", calendar: gregorian, ref: {site: A, page: B}}]")
	}
	f, err := authority.Load(fstest.MapFS{
		"polity/russia.yaml":           polity("russia"),
		"polity/persia.yaml":           polity("persia"),
		"polity/japan.yaml":            polity("japan"),
		"polity/portugal.yaml":         polity("portugal"),
		"instrument/lisbon-1900.yaml":  act("lisbon-1900", "treaty", "Treaty of Lisbon", "russia, persia", "1900-05-05"),
		"instrument/lisbon-1910.yaml":  act("lisbon-1910", "treaty", "Treaty of Lisbon", "russia, japan", "1910-05-05"),
		"instrument/lisbon-proto.yaml": act("lisbon-proto", "protocol", "Protocol of Lisbon", "russia, persia", "1900-05-06"),
		"instrument/madrid.yaml":       act("madrid", "treaty", "Treaty of Madrid", "russia, persia", "1920"),
		"instrument/braga.yaml":        act("braga", "treaty", "Great Treaty of Braga", "russia, persia", "1930"),
		"person/petrov.yaml":           entry("petrov", "names: [{lang: qm, text: Petrov Kolzak}]"),
		"person/smith-a.yaml":          entry("smith-a", "names: [{lang: qm, text: Kolzak}]"),
		"person/smith-b.yaml":          entry("smith-b", "names: [{lang: qm, text: Kolzak}]"),
		"person/zimin.yaml":            entry("zimin", "names: [{lang: qm, text: Ivan Zimin}, {lang: qm, text: Zimin}]"),
		"place/kulja.yaml":             entry("kulja", "kind: city\nnames: [{lang: qm, text: Kulja}, {lang: qm, text: Yining}]"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// resolved is the key that each link of a field leads to, or its candidates.
func resolved(t *testing.T, auth *authority.File, field, in string) []string {
	t.Helper()
	set := miniSet(t, map[string]string{"rules/signed.rules": signing})
	x, d := extractWith(set, in, auth)
	links, entries := claim.NewResolver(auth, set).Resolve(x, d.ID)
	known := map[chancery.Key]bool{}
	for _, e := range entries {
		known[e.Key] = true
	}
	out := []string{}
	for _, l := range links {
		if !known[l.Entry] {
			t.Errorf("the link of %s to %s has no entry", l.Field, l.Entry)
		}
		if len(l.Reasons) == 0 {
			t.Errorf("the link of %s to %s gives no reason", l.Field, l.Entry)
		}
		if l.Field != field {
			continue
		}
		s := string(l.Entry)
		if strings.HasPrefix(s, "x-") {
			s = "new"
		}
		if len(l.Candidates) > 1 || len(l.Candidates) == 1 && s == "new" {
			var keys []string
			for _, c := range l.Candidates {
				keys = append(keys, string(c.Key))
			}
			s += " of " + strings.Join(keys, " ")
		}
		out = append(out, s)
	}
	return out
}

func TestAnInstrumentIsTheEntryThatAllItsCircumstancesFit(t *testing.T) {
	auth := acts(t)
	for _, c := range []struct {
		name, in, want string
	}{
		{"its name", "The Treaty of Madrid held.", "madrid"},
		{"its name in another case", "They broke the Madrid pactom.", "madrid"},
		{"part of its name", "The Treaty of Braga held.", "braga"},
		{"a name that two have", "The Treaty of Lisbon held.", "new of lisbon-1900 lisbon-1910"},
		{"a year tells them apart", "The Treaty of Lisbon of 1910 held.", "lisbon-1910"},
		{"so does the year of signing", "The Treaty of Lisbon was signed in 1910.", "lisbon-1910 of lisbon-1910 lisbon-1900 lisbon-1910 of lisbon-1910 lisbon-1900"},
		{"a party tells them apart", "The Japanese Treaty of Lisbon held.", "lisbon-1910"},
		{"a kind tells them apart", "The Protocol of Lisbon held.", "lisbon-proto"},
		{"a year that none has", "The Treaty of Lisbon of 1950 held.", "new"},
		{"a party that it does not have", "The Portuguese Treaty of Madrid held.", "new"},
		{"a kind that it is not", "The Protocol of Madrid held.", "new"},
		{"a name that none has", "The Treaty of Oporto held.", "new"},
		{"a document about others", "The Treaty of Madrid held. Japanese and Portuguese ships came.", "new of madrid"},
		{"a document about its parties", "The Treaty of Madrid held. Russian and Persian ships came.", "madrid"},
		{"a draft is not the treaty", "The draft of the Treaty of Oporto held.", "new"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(resolved(t, auth, "instrument", c.in), " "); got != c.want {
				t.Errorf("got %q, wanted %q", got, c.want)
			}
		})
	}
}

func TestAPersonOrPlaceIsTheOnlyEntryOfItsName(t *testing.T) {
	auth := acts(t)
	for _, c := range []struct{ field, in, want string }{
		{"person", "The news reached Petrov Kolzak, he said.", "petrov"},
		{"person", "The news reached Ivan Zimin.", "zimin"},
		{"person", "The news reached count Zimin.", "zimin"},
		{"person", "The news reached Kolzak.", "new of smith-a smith-b"},
		{"person", "The news reached Ivan Sidorov.", "new"},
		{"place", "They met in Kulja.", "kulja"},
		{"place", "They met in Yining and in Kuljaom.", "kulja kulja"},
		{"place", "They met in Oporto.", "new"},
	} {
		if got := strings.Join(resolved(t, auth, c.field, c.in), " "); got != c.want {
			t.Errorf("%s: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func TestWithoutAnAuthorityEveryEntryIsProvisional(t *testing.T) {
	set := miniSet(t, map[string]string{"rules/signed.rules": signing})
	x, d := extractWith(set, "The Treaty of Lisbon was signed by Ivan Petrov in Kulja. The treaty held.", nil)
	links, entries := claim.NewResolver(nil, set).Resolve(x, d.ID)
	opaque := regexp.MustCompile(`^x-[0-9a-f]{8}-[0-9]+$`)
	if len(entries) != 3 {
		t.Errorf("got %d entries, wanted an instrument, a person and a place", len(entries))
	}
	labels := map[chancery.Key]string{}
	for _, e := range entries {
		if !opaque.MatchString(string(e.Key)) {
			t.Errorf("the key is %s", e.Key)
		}
		if labels[e.Key] != "" {
			t.Errorf("two entries have the key %s", e.Key)
		}
		labels[e.Key] = e.Label
		if !strings.HasPrefix(string(e.Key), "x-"+strings.TrimPrefix(string(d.ID), "d")[:8]) {
			t.Errorf("%s does not come from %s", e.Key, d.ID)
		}
	}
	for _, l := range links {
		if l.Field == "instrument" && labels[l.Entry] != "Treaty of Lisbon" {
			t.Errorf("the instrument is %q", labels[l.Entry])
		}
	}
}

func TestResolvingTwiceGivesTheSame(t *testing.T) {
	auth := acts(t)
	const in = "The Treaty of Lisbon was signed in 1910 by Kolzak in Kulja. The Madrid Treaty and the Treaty of Braga held. The Treaty of Oporto fell."
	set := miniSet(t, map[string]string{"rules/signed.rules": signing})
	first, d := extractWith(set, in, auth)
	links, entries := claim.NewResolver(auth, set).Resolve(first, d.ID)
	for range 5 {
		x, _ := extractWith(set, in, auth)
		l, e := claim.NewResolver(auth, set).Resolve(x, d.ID)
		if diff := cmp.Diff(first, x) + cmp.Diff(links, l) + cmp.Diff(entries, e); diff != "" {
			t.Fatal(diff)
		}
	}
}

// joined is the rows of a document, one line each, with their further quotes.
func joined(t *testing.T, auth *authority.File, in string) []string {
	t.Helper()
	set := miniSet(t, map[string]string{"rules/signed.rules": signing +
		"rule a\nstates relation annuls\ntrigger annulled\nrole from: required, before\nrole to: required, after\n"})
	x, d := extractWith(set, in, auth)
	before := cmp.Diff(nil, x.Claims)
	links, entries := claim.NewResolver(auth, set).Resolve(x, d.ID)
	out := []string{}
	for _, c := range claim.Join(x.Claims, links, entries) {
		s := says(c)
		switch b := c.Body.(type) {
		case chancery.Event:
			s = b.Event + " " + key(b.Instrument) + " " + b.Date
		case chancery.Relation:
			s = key(b.From) + " " + b.Rel + " " + key(b.To)
		case chancery.Instrument:
			s = key(b.Key) + ": " + strings.Join(b.Mentions, " / ")
		case chancery.Person:
			s = key(b.Key) + ": " + b.Name + " as " + strings.Join(b.Variants, " / ")
			if len(b.Roles) > 0 {
				s += ", " + strings.Join(b.Roles, " ")
			}
		case chancery.Place:
			s = key(b.Key) + ": " + b.Name + " as " + strings.Join(b.Variants, " / ")
		}
		if c.Certainty() != chancery.Asserted {
			s += ", " + string(c.Certainty())
		}
		for _, q := range c.Also {
			if !q.Stands(d.Text) {
				t.Errorf("%q does not stand at its place", q.Text)
			}
			s += " + " + q.Text
		}
		out = append(out, s)
	}
	if after := cmp.Diff(nil, x.Claims); after != before {
		t.Error("joining has changed the claims")
	}
	return out
}

func key(k chancery.Key) string {
	if strings.HasPrefix(string(k), "x-") {
		return "new"
	}
	return string(k)
}

func TestClaimsOfOneContentAreOneRow(t *testing.T) {
	auth := acts(t)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"an event stated twice", "The Treaty of Madrid was signed in 1920. They signed the Treaty of Madrid in 1920.",
			[]string{"madrid: Treaty of Madrid + Treaty of Madrid", "signed madrid 1920 + signed the Treaty of Madrid in 1920"}},
		{"an event stated and denied", "The Treaty of Madrid was signed in 1920. It was said not to be signed, the Treaty of Madrid in 1920.",
			[]string{"madrid: Treaty of Madrid + Treaty of Madrid", "signed madrid 1920", "signed madrid 1920, negated"}},
		{"events on two days", "They signed the Treaty of Madrid on 5 May 1920. They signed the Treaty of Madrid on 6 May 1920.",
			[]string{"signed madrid 1920-05-05", "madrid: Treaty of Madrid + Treaty of Madrid", "signed madrid 1920-05-06"}},
		{"events without a date stay apart", "The Treaty of Madrid was signed. They signed the Treaty of Madrid.",
			[]string{"madrid: Treaty of Madrid + Treaty of Madrid", "signed madrid ", "signed madrid "}},
		{"an instrument under two names", "The Treaty of Madrid held. Madrid pactom was broken.", []string{"madrid: Treaty of Madrid / Madrid pactom + Madrid pactom"}},
		{"a relation stated twice", "The Treaty of Madrid annulled the Treaty of Braga. The Madrid Treaty annulled the Braga Treaty.",
			[]string{"madrid: Treaty of Madrid / Madrid Treaty + Madrid Treaty",
				"madrid annuls braga + Madrid Treaty annulled the Braga Treaty", "braga: Treaty of Braga / Braga Treaty + Braga Treaty"}},
		{"a person under two names", "The news reached consul Ivan Sidorov. He saw Sidorovom die.",
			[]string{"new: Ivan Sidorov as Ivan Sidorov / Sidorovom, consul + Sidorovom"}},
		{"a place under two names", "They met in Kulja and in Yining.", []string{"kulja: Kulja as Kulja / Yining + Yining"}},
		{"a place in two cases", "They met in Kulja and in Kuljaom.", []string{"kulja: Kulja as Kulja / Kuljaom + Kuljaom"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, joined(t, auth, c.in)); d != "" {
				t.Error(d)
			}
		})
	}
}

func entry(key, rest string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("key: " + key + "\nlabel: " + key + "\n" + rest + "\nref: {site: Gazetteer, page: " + key + "}\n")}
}
