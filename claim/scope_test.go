package claim_test

import "testing"

func TestCuesSetPolarityModalityAndVoice(t *testing.T) {
	run(t, []sample{
		{"planned", signing, "The treaty would be signed.", []string{"signed of treaty, planned"}},
		{"hypothetical", signing, "He came if they signed.", []string{"signed, hypothetical"}},
		{"threatened", signing, "He threatened to have it signed.", []string{"signed, threatened"}},
		{"requested", signing, "He asked to have it signed.", []string{"signed, requested"}},
		{"not", signing, "It was not signed.", []string{"signed, denied"}},
		{"never behind", signing, "It was signed never.", []string{"signed, denied"}},
		{"a question", signing, "Was the treaty signed?", []string{"signed of treaty, hypothetical"}},
		{"a question in quotation marks", signing, "He wrote «was it signed?»", []string{"signed, hypothetical"}},
		{"no provision is a question", "rule b\nstates provision boundary\ntrigger boundary\n", "What boundary has the Treaty of Lisbon?",
			[]string{"boundary of Treaty of Lisbon"}},
		{"nothing", signing, "They signed.", []string{"signed"}},
	})
}

func TestTheHolderOfAVoiceIsTheNearest(t *testing.T) {
	rules := signing + "role person: absent, near 0\n"
	run(t, []sample{
		{"a person", rules, "According to Ivan Petrov they signed.", []string{"signed, reported by Ivan Petrov"}},
		{"a polity", rules, "According to Russia they signed.", []string{"signed by [russia], reported by Russia"}},
		{"the nearer of two", rules, "According to Ivan Petrov they signed, as Persia did.", []string{"signed by [persia], reported by Ivan Petrov"}},
		{"a title", rules, "According to the consul they signed.", []string{"signed, reported by consul"}},
		{"nobody", rules, "Allegedly they signed.", []string{"signed, doubted by "}},
		{"endorsed", rules, "Ivan Petrov rightly said they signed.", []string{"signed, endorsed by Ivan Petrov"}},
		{"rejected", rules, "Ivan Petrov wrongly said they signed.", []string{"signed, rejected by Ivan Petrov"}},
	})
}

func TestACueGovernsWhatItsDirectionReachAndDistanceSay(t *testing.T) {
	two := signing + "rule ratified\nstates event ratified\ntrigger ratified\n"
	run(t, []sample{
		{"what follows", two, "It was signed and not ratified.", []string{"signed", "ratified, denied"}},
		{"what precedes", two, "It was signed later and ratified.", []string{"signed, denied", "ratified"}},
		{"both", two, "It was signed never ratified.", []string{"signed, denied", "ratified, denied"}},
		{"its clause", signing, "It was not so; he signed.", []string{"signed"}},
		{"its sentence", signing, "It was never so; he signed.", []string{"signed, denied"}},
		{"not the next sentence", signing, "It was never so. He signed.", []string{"signed"}},
		{"as near as it may", signing, "It was not in the end quite signed.", []string{"signed, denied"}},
		{"and no nearer", signing, "It was not in the very end quite signed.", []string{"signed"}},
		{"not beyond a barrier", two, "It was not signed but ratified.", []string{"signed, denied", "ratified"}},
		{"never beyond a barrier", two, "Never signed but ratified it was.", []string{"signed, denied", "ratified"}},
		{"the nearer modality", signing, "If he came he would have signed.", []string{"signed, planned"}},
		{"two denials", signing, "It was never not signed.", []string{"signed"}},
		{"a denial and a rule that denies", "rule r\nstates event signed\ntrigger refused to sign\npolarity denied\n", "He never refused to sign.", []string{"signed"}},
		{"polarity and modality together", signing, "It would not be signed.", []string{"signed, denied, planned"}},
		{"all three", signing, "According to Russia it would not be signed.", []string{"signed by [russia], denied, planned, reported by Russia"}},
	})
}

func TestACueInsideTheTriggerDoesNotCount(t *testing.T) {
	run(t, []sample{
		{"a word of it", "rule r\nstates event signed\ntrigger was never signed\n", "It was never signed.", []string{"signed"}},
		{"but the ending of its last word", "rule r\nstates event signed\ntrigger sign*\n", "They signunot.", []string{"signed, denied"}},
		{"the ending of another word", "rule r\nstates event signed\ntrigger sign* it\n", "They signunot it.", []string{"signed"}},
		{"what its gap skips is no part of it", "rule r\nstates event signed\ntrigger was _{0,2} signed\n", "It was not signed.", []string{"signed, denied"}},
	})
}

func TestADutyIsNoPlan(t *testing.T) {
	rules := "rule b\nstates provision boundary\ntrigger boundary\n"
	run(t, []sample{
		{"planned", rules, "By the Treaty of Lisbon would the boundary move.", []string{"boundary of Treaty of Lisbon"}},
		{"hypothetical", rules, "If by the Treaty of Lisbon the boundary moved, all fled.", []string{"boundary of Treaty of Lisbon, hypothetical"}},
		{"denied", rules, "By the Treaty of Lisbon not the boundary moved.", []string{"boundary of Treaty of Lisbon, denied"}},
	})
}
