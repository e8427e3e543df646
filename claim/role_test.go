package claim_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every event looks for an instrument, a date, a place and who took part by itself.
func TestAFrameIsFilledWithWhatStandsNearest(t *testing.T) {
	run(t, []sample{
		{"an event", signing, "The Treaty of Lisbon was signed on 5 May 1900 in Kulja.",
			[]string{"signed of Treaty of Lisbon on 1900-05-05 at Kulja"}},
		{"with nothing else", signing, "They signed at once.", []string{"signed"}},
		{"with who took part", signing, "Russia and Persia signed a treaty with count Ignatiev.",
			[]string{"signed of treaty by [persia russia] with count Ignatiev"}},
		{"the nearer of two", signing, "The Treaty of Lisbon was old, and the Convention of Madrid was signed.",
			[]string{"signed of Convention of Madrid"}},
		{"a comma is as far as four words", signing, "The Treaty of Lisbon, signed long before any other man saw the Convention of Madrid.",
			[]string{"signed of Treaty of Lisbon"}},
		{"a clause is as far as ten", signing, "The Treaty of Lisbon; he signed one two three four the Convention of Madrid.",
			[]string{"signed of Convention of Madrid"}},
		{"a verb is as far as three", signing, "The Treaty of Lisbon ended he signed one two three the Convention of Madrid.",
			[]string{"signed of Convention of Madrid"}},
		{"none of another sentence", signing, "The Treaty of Lisbon ended. They signed.", []string{"signed"}},
		{"a capture", "rule r\nstates event signed\ntrigger instrument=@instrument signed\n",
			"The Convention of Madrid failed while the Treaty of Lisbon signed the Protocol of Oporto.", []string{"signed of Treaty of Lisbon"}},
		{"a captured date", "rule r\nstates event signed\ntrigger on date=@date signed\n", "In 1901 on 5 May 1900 signed.", []string{"signed on 1900-05-05"}},
	})
}

func TestARoleAsksForWhatItsOptionsSay(t *testing.T) {
	role := func(options string) string { return signing + "role instrument: " + options + "\n" }
	provision := "rule p\nstates provision boundary\ntrigger boundary\n"
	run(t, []sample{
		{"required", role("required"), "They signed at once.", []string{}},
		{"required and there", role("required"), "They signed a treaty at once.", []string{"signed of treaty"}},
		{"absent", role("absent"), "They signed at once.", []string{"signed"}},
		{"absent but there", role("absent"), "They signed a treaty at once.", []string{}},
		{"before", role("before, required"), "They signed the Treaty of Lisbon.", []string{}},
		{"before, past a nearer one behind", role("before, required"), "The Convention of Madrid was at last in the end signed like the Treaty of Lisbon.",
			[]string{"signed of Convention of Madrid"}},
		{"after", role("after, required"), "The Convention of Madrid signed the long and boring Treaty of Lisbon.", []string{"signed of Treaty of Lisbon"}},
		{"in clause", role("in clause, required"), "The Treaty of Lisbon; he signed.", []string{}},
		{"in sentence", role("in sentence, required"), "The Treaty of Lisbon; he signed.", []string{"signed of Treaty of Lisbon"}},
		{"in paragraph", role("in paragraph, required"), "The Treaty of Lisbon was long. He signed.", []string{"signed of Treaty of Lisbon"}},
		{"in paragraph, not over it", role("in paragraph, required"), "The Treaty of Lisbon was long.\n\nHe signed.", []string{}},
		{"near enough", role("near 4, required"), "The Treaty of Lisbon he signed.", []string{"signed of Treaty of Lisbon"}},
		{"too far", role("near 3, required"), "The Treaty of Lisbon one two three he signed.", []string{}},
		{"the right case", role("case gen, required"), "They signed the pactom of Lisbon.", []string{"signed of pactom of Lisbon"}},
		{"another case", role("case gen, required"), "They signed the pactud of Lisbon.", []string{}},
		{"one of two cases", role("case gen dat, required"), "They signed the pactud of Lisbon.", []string{"signed of pactud of Lisbon"}},
		{"the case of the kind word, not of the last", role("case gen, required"), "They signed the pactom of Lisbonud.", []string{"signed of pactom of Lisbonud"}},
		{"a case nobody can tell", role("case gen, required"), "They signed the Treaty of Lisbon.", []string{"signed of Treaty of Lisbon"}},
		{"led by", role("led-by ( under the ), required"), "Under the Treaty of Lisbon he signed the Convention of Madrid.", []string{"signed of Treaty of Lisbon"}},
		{"led by nothing", role("led-by ( under the ), required"), "He signed the Convention of Madrid.", []string{}},
		{"followed by", role("followed-by hereby, required"), "He signed the Convention of Madrid like the Treaty of Lisbon hereby.",
			[]string{"signed of Treaty of Lisbon"}},
		{"of a kind", role("kind convention protocol, required"), "He signed the Treaty of Lisbon like the Convention of Madrid.",
			[]string{"signed of Convention of Madrid"}},
		{"of another kind", role("kind convention protocol, required"), "He signed the Treaty of Lisbon.", []string{}},
		{"named", role("named, required"), "He signed the treaty like the Convention of Madrid.", []string{"signed of Convention of Madrid"}},
		{"the nearest", signing + "role place: in sentence\n", "In Kulja, in Oporto he signed.", []string{"signed at Oporto"}},
		{"many", signing + "role person: many\n", "Count Ignatiev, consul Dobrin and Ivan Petrov signed.",
			[]string{"signed with Ivan Petrov with consul Dobrin with count Ignatiev"}},
		{"else the focus", role("required, else focus"), "The Treaty of Lisbon was long. They signed.", []string{"signed of Treaty of Lisbon"}},
		{"else nothing", role("required, else self"), "The Treaty of Lisbon was long. They signed.", []string{}},
		{"else the focus, of a kind", role("required, kind convention, else focus"), "The Treaty of Lisbon was long. They signed.", []string{}},
		{"else the anchor", signing + "role date: required, in clause, else anchor\n", "It began in 1900. They signed.", []string{"signed on 1900"}},
		{"no anchor", signing + "role date: required, in clause, else anchor\n", "It began then. They signed.", []string{}},
		{"a provision has its instrument from the focus", provision, "The Treaty of Lisbon was long. By article 3 the boundary moved.",
			[]string{"boundary of Treaty of Lisbon article 3"}},
		{"a provision without an instrument", provision, "By article 3 the boundary moved.", []string{}},
		{"a provision of a draft", provision, "By the draft of the Treaty of Lisbon the boundary moved.",
			[]string{"boundary of draft of the Treaty of Lisbon draft"}},
		{"the capture must fit too", "rule r\nstates event signed\ntrigger instrument=@instrument signed\nrole instrument: required, kind convention\n",
			"The Treaty of Lisbon signed.", []string{}},
	})
}

func TestADateBelongsToTheNearerTrigger(t *testing.T) {
	rules := signing + "rule ratified\nstates event ratified\ntrigger ratified\n"
	run(t, []sample{
		{"each has its own", rules, "It was signed on 5 May 1900 and was at last ratified on 7 June 1901.",
			[]string{"signed on 1900-05-05", "ratified on 1901-06-07"}},
		{"only one has one", rules, "It was signed in haste, but was at last ratified on 7 June 1901.", []string{"signed", "ratified on 1901-06-07"}},
		{"two triggers share one", rules, "It was signed and ratified on 7 June 1901.", []string{"signed on 1901-06-07", "ratified on 1901-06-07"}},
		{"a trigger of another type takes nothing", signing + "rule b\nstates provision boundary\ntrigger boundary\n",
			"The Treaty of Lisbon was signed, and the boundary of 1900 stood.", []string{"signed of Treaty of Lisbon on 1900", "boundary of Treaty of Lisbon"}},
		{"the year in a name dates its own signature", rules, "They signed the treaty of 1900.", []string{"signed of treaty of 1900 on 1900"}},
		{"and no other event", rules, "They ratified the treaty of 1900.", []string{"ratified of treaty of 1900"}},
	})
}

func TestAListGivesAClaimForEachMember(t *testing.T) {
	run(t, []sample{
		{"two", signing, "The Treaty of Lisbon and Convention of Madrid were signed in 1900.",
			[]string{"signed of Treaty of Lisbon on 1900", "signed of Convention of Madrid on 1900"}},
		{"two with their articles", signing, "The Treaty of Lisbon and the Convention of Madrid were signed in 1900.",
			[]string{"signed of Treaty of Lisbon on 1900", "signed of Convention of Madrid on 1900"}},
		{"both ends of a relation", "rule r\nstates relation annuls\ntrigger annulled\nrole from: required, before\nrole to: required, after\n",
			"The Treaty of Lisbon annulled the Convention of Madrid and Protocol of Oporto.",
			[]string{"Treaty of Lisbon annuls Convention of Madrid", "Treaty of Lisbon annuls Protocol of Oporto"}},
		{"three", signing, "The Treaty of Lisbon, Protocol of Oporto and Convention of Madrid were signed.",
			[]string{"signed of Treaty of Lisbon", "signed of Protocol of Oporto", "signed of Convention of Madrid"}},
		{"names with one kind word", signing, "The Lisbon and Madrid treaties were signed.", []string{"signed of Lisbon", "signed of Madrid treaties"}},
		{"no list", signing, "The Treaty of Lisbon like the Convention of Madrid was signed.", []string{"signed of Convention of Madrid"}},
	})
}

func TestConditionsAllowAndForbid(t *testing.T) {
	with := func(c string) string { return signing + c + "\n" }
	run(t, []sample{
		{"with", with("with pen"), "They signed by pen.", []string{"signed"}},
		{"with, missing", with("with pen"), "They signed.", []string{}},
		{"with, in the next sentence", with("with pen"), "They signed. A pen broke.", []string{}},
		{"with, in the paragraph", with("with pen in paragraph"), "They signed. A pen broke.", []string{"signed"}},
		{"with, in another clause", with("with pen in clause"), "They signed; a pen broke.", []string{}},
		{"with, near", with("with pen near 2"), "They signed by pen.", []string{"signed"}},
		{"with, not near", with("with pen near 2"), "They signed by a long pen.", []string{}},
		{"with, before", with("with pen before"), "They signed by pen.", []string{}},
		{"with, after", with("with pen after"), "They signed by pen.", []string{"signed"}},
		{"with, only in the trigger", with("with signed"), "They signed.", []string{}},
		{"with, of several words", with("with ( steel pen | quill )"), "They signed by steel pen.", []string{"signed"}},
		{"without", with("without pen"), "They signed by pen.", []string{}},
		{"without, missing", with("without pen"), "They signed.", []string{"signed"}},
		{"without, on the other side", with("without pen before"), "They signed by pen.", []string{"signed"}},
		{"both", with("with ink\nwithout pen"), "They signed in ink by pen.", []string{}},
		{"two", with("with ink\nwith pen"), "They signed in ink by pen.", []string{"signed"}},
	})
}

func TestOfRulesThatOverlapTheHighestRankStays(t *testing.T) {
	low := "rule low\nstates event signed\ntrigger was signed\n"
	run(t, []sample{
		{"rank", low + "rule high\nstates event initialled\ntrigger signed by initials\nrank 5\n", "It was signed by initials.", []string{"initialled"}},
		{"rank does not reach another type", low + "rule high\nstates characterisation unequal\ntrigger signed\nrank 5\n", "The Treaty of Lisbon was signed.",
			[]string{"Treaty of Lisbon is unequal", "signed of Treaty of Lisbon"}},
		{"rank does not reach further on", low + "rule high\nstates event initialled\ntrigger initials\nrank 5\n", "It was signed by initials.",
			[]string{"signed", "initialled"}},
		{"the longer of two that state the same", low + "rule longer\nstates event signed\ntrigger it? was signed\nrole date: absent\n",
			"It was signed.", []string{"signed"}},
		{"a rule fires once on overlapping words", "rule r\nstates event signed\ntrigger was signed\ntrigger signed\n", "It was signed.", []string{"signed"}},
	})
}

func TestARuleSaysItselfHowItsContentIsPut(t *testing.T) {
	run(t, []sample{
		{"denied", "rule r\nstates event signed\ntrigger refused to sign\npolarity denied\n", "He refused to sign.", []string{"signed, denied"}},
		{"threatened", "rule r\nstates event threatened\ntrigger threatens\nmodality threatened\nof denounced\n", "He threatens.",
			[]string{"threatened threat of denounced, threatened"}},
		{"a relation", "rule r\nstates relation annuls\ntrigger annulled\nrole from: required, before\nrole to: required, after\n",
			"The Treaty of Lisbon annulled the Convention of Madrid.", []string{"Treaty of Lisbon annuls Convention of Madrid"}},
		{"no relation to itself", "rule r\nstates relation annuls\ntrigger annulled\nrole from: required, before\nrole to: required, after\n",
			"The Treaty of Lisbon annulled the Treaty of Lisbon.", []string{}},
		{"a characterisation", "rule r\nstates characterisation unequal\ntrigger unequal\n", "The Treaty of Lisbon was unequal.", []string{"Treaty of Lisbon is unequal"}},
		{"an act named by its verb", "rule r\nstates instrument instruction\ntrigger instructed him\n", "The king instructed him to leave.",
			[]string{"instruction instructed him"}},
	})
}

func TestARuleRunsOnlyOnTextThatHasWhatItNeeds(t *testing.T) {
	all := signing + "needs case\nrule p\nstates event ratified\ntrigger ratified\nneeds punctuation\nrule d\nstates event lapsed\ntrigger lapsed\nneeds digits\n" +
		"rule s\nstates event expired\ntrigger expired\nneeds stripped\nrule m\nstates event renewed\ntrigger renewed\nneeds self\n"
	prose := "He signed and he ratified it, it lapsed in 1900, it expired, they renewed it. "
	run(t, []sample{{"a whole text", all, prose, []string{"signed", "ratified", "lapsed on 1900"}}})
	filler := "the old man went over the hill and slept under a tree by the river until the sun was up again and it was late "
	stripped := "he signed and he ratified it it lapsed then it expired and they renewed it "
	for range 6 {
		stripped += filler
	}
	if d := cmp.Diff([]string{"expired"}, stated(t, all, stripped)); d != "" {
		t.Error("a text without capitals, stops and figures: " + d)
	}
}

func TestAQuoteIsAsLongAsTheRuleSays(t *testing.T) {
	quotes := func(rules, in string) []string {
		x, d := extract(t, rules, in)
		var out []string
		for _, c := range x.Claims {
			if c.Rule[:5] == "lang/" {
				out = append(out, c.Quote.Text)
				if !c.Quote.Stands(d.Text) {
					t.Errorf("%q does not stand at its place", c.Quote.Text)
				}
			}
		}
		return out
	}
	const in = "Later, the Treaty of Lisbon was in the end signed on 5 May 1900, while he slept; it lapsed."
	for _, c := range []struct{ rules, want string }{
		{signing, "Treaty of Lisbon was in the end signed on 5 May 1900"},
		{signing + "quote frame\n", "Treaty of Lisbon was in the end signed on 5 May 1900"},
		{signing + "role date: absent, before\nrole instrument: after\n", "signed"},
		{signing + "quote clause\n", "Later, the Treaty of Lisbon was in the end signed on 5 May 1900"},
		{signing + "quote sentence\n", "Later, the Treaty of Lisbon was in the end signed on 5 May 1900, while he slept; it lapsed"},
	} {
		if d := cmp.Diff([]string{c.want}, quotes(c.rules, in)); d != "" {
			t.Errorf("%s%s", c.rules, d)
		}
	}
	broken := "The Treaty of Lis-\nbon was signed in the big hall of the old king at\nnight by many men who had come from far away to see\nit and who left at once when all was done and said."
	if d := cmp.Diff([]string{"Treaty of Lis-\nbon was signed"}, quotes(signing, broken)); d != "" {
		t.Error("a broken word: " + d)
	}
}
