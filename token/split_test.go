package token_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

func TestWordsNumbersAndMarksAreTokensOfTheirOwn(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct{ in, want string }{
		{"the treaty, signed.", "the treaty , signed ."},
		{"the russo-persian pact", "the russo-persian pact"},
		{"on 13-june he left", "on 13 - june he left"},
		{"the pact-", "the pact -"},
		{"a -pact", "a - pact"},
		{"peace – or war", "peace – or war"},
		{"the king's pact", "the king's pact"},
		{"the king’s pact", "the king’s pact"},
		{"the kings' pact", "the kings ' pact"},
		{"2,5 per cent", "2,5 per cent"},
		{"2.5 per cent", "2.5 per cent"},
		{"in 31.1.1790 it", "in 31 . 1 . 1790 it"},
		{"in 05.11.1922 it", "in 05 . 11 . 1922 it"},
		{"in 10(21).3.1779 it", "in 10 ( 21 ) . 3 . 1779 it"},
		{"from 1729-1733 on", "from 1729 - 1733 on"},
		{"articles 1,2 and 3", "articles 1,2 and 3"},
		{"articles 1, 2 and 3", "articles 1 , 2 and 3"},
		{"№ 5/7", "№ 5 / 7"},
		{"XIX-century", "XIX - century"},
		{"16.IV.1922", "16 . IV . 1922"},
		{"«quoted» and “quoted”", "« quoted » and “ quoted ”"},
		{"кириллица и хан-заде", "кириллица и хан-заде"},
		{"Николай Iге", "Николай I ге"},
		{"dél\u0301 stress", "dél\u0301 stress"},
		{"twice 12½ and ٣", "twice 12 ½ and ٣"},
	} {
		if got := words(split(c.in, set)); got != c.want {
			t.Errorf("%q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func TestTokensKnowWhatTheyAre(t *testing.T) {
	ts := split("On 13 June the tsar ratified article XIV at 2,5 per cent, r. 7.", miniSet(t, nil))
	at := func(w string) token.Token {
		for _, k := range ts.Tokens {
			if k.Text == w {
				return k
			}
		}
		t.Fatalf("no token %q in %s", w, words(ts))
		return token.Token{}
	}
	if k := at("13"); k.Sort != token.Number || k.Value != 13 {
		t.Errorf("got %+v", k)
	}
	if k := at("June"); k.Sort != token.Word || !k.Cap || k.Norm != "june" || k.Value != -1 || k.Roman {
		t.Errorf("got %+v", k)
	}
	if k := at("XIV"); !k.Roman || k.Value != 14 {
		t.Errorf("got %+v", k)
	}
	if k := at("2,5"); k.Sort != token.Number || k.Value != -1 {
		t.Errorf("a decimal has the value %d", k.Value)
	}
	if k := at("r."); !k.Abbrev || k.Norm != "r" {
		t.Errorf("got %+v", k)
	}
	if k := at(","); k.Sort != token.Punct {
		t.Errorf("got %+v", k)
	}
}

func TestRomanFiguresInEitherAlphabetAreNumbers(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct {
		in   string
		want int
	}{
		{"I", 1}, {"IV", 4}, {"IX", 9}, {"XL", 40}, {"XIX", 19}, {"ХІХ", 19}, {"ХХ", 20}, {"MDCC", 1700}, {"MCMXII", 1912}, {"MMXXVI", 2026},
		{"C", -1}, {"M", -1}, {"L", -1}, {"VI", 6}, {"xiv", -1}, {"Xi", -1}, {"MIX", 1009}, {"The", -1},
	} {
		ts := split("article "+c.in+" of", set)
		if k := ts.Tokens[1]; k.Value != c.want || k.Roman != (c.want > 0) {
			t.Errorf("%s is read as %d (roman %v), wanted %d", c.in, k.Value, k.Roman, c.want)
		}
	}
}

func TestSentencesEndWhereTheyEnd(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"stops", "He came. He saw! Did he? It was over… Then peace.",
			[]string{"He came .", "He saw !", "Did he ?", "It was over …", "Then peace ."}},
		{"an abbreviation", "By art. 5 of the treaty it ended.", []string{"By art. 5 of the treaty it ended ."}},
		{"an abbreviation before a capital letter", "At St. Petersburg he died.", []string{"At St. Petersburg he died ."}},
		{"an abbreviation before a frequent word", "It cost 5 r. The king paid.", []string{"It cost 5 r.", "The king paid ."}},
		{"an abbreviation before a frequent word of one letter", "It cost 5 r. A king paid.", []string{"It cost 5 r.", "A king paid ."}},
		{"an abbreviation behind a number when the verb has been", "He signed for 5 r. Peter paid.", []string{"He signed for 5 r.", "Peter paid ."}},
		{"an abbreviation behind a number before the verb", "For 5 r. Peter signed it.", []string{"For 5 r. Peter signed it ."}},
		{"initials", "A. F. Middendorf came. B. Smith went.", []string{"A. F. Middendorf came .", "B. Smith went ."}},
		{"an initial behind the name", "Middendorf A. F. came.", []string{"Middendorf A. F. came ."}},
		{"decimals", "It rose by 2.5 per cent. Then it fell.", []string{"It rose by 2.5 per cent .", "Then it fell ."}},
		{"dates in figures", "On 31.1.1790 it ended. On 16.IV.1922 too.", []string{"On 31 . 1 . 1790 it ended .", "On 16 . IV . 1922 too ."}},
		{"a quotation mark behind the stop", "He wrote «Peace.» It was war.", []string{"He wrote « Peace . »", "It was war ."}},
		{"a bracket behind the stop", "It ended (so they said.) Then peace.", []string{"It ended ( so they said . )", "Then peace ."}},
		{"a bracket in the sentence", "It ended (in 1900) at once.", []string{"It ended ( in 1900 ) at once ."}},
		{"an exclamation within", "He cried «Peace!» and fell.", []string{"He cried « Peace ! » and fell ."}},
		{"a question before a small letter", "Is it peace? he asked.", []string{"Is it peace ? he asked ."}},
		{"a number behind the stop", "It ended. 5 men died.", []string{"It ended .", "5 men died ."}},
		{"no blank behind the stop of a long word", "The king perished.Nobody came.", []string{"The king perished .", "Nobody came ."}},
		{"names one below the other", "Henry Ashdown\nPeter Smith", []string{"Henry Ashdown", "Peter Smith"}},
		{"paragraphs", "Treaty of Lisbon\n\nIt was signed.", []string{"Treaty of Lisbon", "It was signed ."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, sentences(split(c.in, set))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestCellsOfATableAreSentences(t *testing.T) {
	ts := split("Treaty\tsigned\tratified\nLisbon\t1900\t1901\nMadrid\t1910\t1911\n", miniSet(t, nil))
	if got := strings.Join(sentences(ts), "|"); got != "Treaty|signed|ratified|Lisbon|1900|1901|Madrid|1910|1911" {
		t.Errorf("got %s", got)
	}
}

func TestClausesBeginAtStrongMarksAndSubordinators(t *testing.T) {
	set := miniSet(t, nil)
	for _, c := range []struct{ in, want string }{
		{"it ended; he left", "it ended ; | he left"},
		{"it ended: he left", "it ended : | he left"},
		{"it ended - he left", "it ended - | he left"},
		{"it ended — he left", "it ended — | he left"},
		{"the russo-persian pact", "the russo-persian pact"},
		{"from 1729-1733 on", "from 1729 - 1733 on"},
		{"the pact (of peace) held", "the pact ( | of peace ) | held"},
		{"the pact, which held, broke", "the pact , | which held , broke"},
		{"the pact, and peace", "the pact , and peace"},
		{"the pact which held", "the pact which held"},
	} {
		ts := split(c.in, set)
		var out []string
		for i := range ts.Tokens {
			if i > 0 && ts.Tokens[i].Clause != ts.Tokens[i-1].Clause {
				out = append(out, "|")
			}
			out = append(out, ts.Tokens[i].Text)
		}
		if got := strings.Join(out, " "); got != c.want {
			t.Errorf("%q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func TestEachParagraphHasItsOwnLanguage(t *testing.T) {
	files := miniSet(t, nil)
	other := miniSet(t, map[string]string{"pack.yaml": "code: qm\nscript: cyrillic\nfrequent: [и, в, на, был, он]\n", "rules/signed.rules": ""})
	cyr := *other.Packs[0]
	cyr.Code = "qc"
	set := &lang.Set{Packs: []*lang.Pack{files.Packs[0], &cyr}}
	long := "The treaty was signed on the bank of the river, and the envoys of the king went home at once."
	ts := split(strings.Repeat(long+"\n\n", 10)+"Договор был на берегу, и он в тот же день и уехал на родину.\n\n"+
		long+"\n\nШтамп.", set)
	if ts.Language != "qm" {
		t.Errorf("the document is in %q", ts.Language)
	}
	var got []string
	for _, p := range ts.Paragraphs[9:] {
		got = append(got, p.Pack.Code)
	}
	if d := cmp.Diff([]string{"qm", "qc", "qm", "qm"}, got); d != "" {
		t.Error("a short paragraph takes the document's language, a long one has its own: " + d)
	}
}

func TestATextWithALittleOfAnotherScriptKeepsItsLanguage(t *testing.T) {
	set := miniSet(t, nil)
	const long = "The treaty was signed on the bank of the river, and the envoys of the king went home at once. "
	for _, c := range []struct{ in, want string }{
		{long + long + "Договор был подписан на берегу реки.", "qm"},
		{strings.Repeat("Договор был подписан на берегу реки. ", 20) + "The end.", ""},
	} {
		if got := split(c.in, &lang.Set{Packs: set.Packs}).Language; got != c.want {
			t.Errorf("%.40q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func TestTokensAndWhatLiesBetweenThemAreTheText(t *testing.T) {
	set := miniSet(t, nil)
	letters := rapid.StringOf(rapid.OneOf(
		rapid.RuneFrom([]rune("abcXVIйцуъñéß \t\n.,;:!?()[]«»“”\"'’-–—0123456789№½…\u00ad\u0301\u2011")),
		rapid.Rune(),
	))
	rapid.Check(t, func(t *rapid.T) {
		record := strings.ToValidUTF8(letters.Draw(t, "record"), "")
		whole(t, split(record, set))
	})
}

func TestTokensAndWhatLiesBetweenThemAreTheTextOfSentences(t *testing.T) {
	set := miniSet(t, nil)
	pieces := rapid.SliceOf(rapid.SampledFrom([]string{"The Treaty of Lisbon", " was signed", " on 5 May 1900", ".", " A. F. Smith", " «no»", "\n", "\n\n", "-\n",
		"XIX-century", " art. 5", " 31.1.1790", "\t", " (13)", " — ", "; ", "[1]", "2,5", "русско-китайский", " Николай Iге"}))
	rapid.Check(t, func(t *rapid.T) { whole(t, split(strings.Join(pieces.Draw(t, "pieces"), ""), set)) })
}

type failer interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// whole checks that tokens stand in order, each in a paragraph, with their own
// words, and that nothing but space lies between them.
func whole(t failer, ts *token.Tokens) {
	mended := ts.Text.Mended()
	at, n := 0, 0
	for p := range ts.Paragraphs {
		par := &ts.Paragraphs[p]
		if par.First != n || par.Last < par.First {
			t.Fatalf("paragraph %d has tokens %d to %d, wanted from %d", p, par.First, par.Last, n)
		}
		for ; n < par.Last; n++ {
			k := &ts.Tokens[n]
			if k.Start < at || k.End <= k.Start || k.Start < par.Start || k.End > par.End || k.Paragraph != p {
				t.Fatalf("token %d %q stands at %d to %d of paragraph %d, after %d", n, k.Text, k.Start, k.End, k.Paragraph, at)
			}
			if mended[k.Start:k.End] != k.Text {
				t.Fatalf("token %q stands for %q", k.Text, mended[k.Start:k.End])
			}
			blank(t, mended[at:k.Start])
			if n > 0 && (k.Sentence < ts.Tokens[n-1].Sentence || k.Clause < ts.Tokens[n-1].Clause ||
				k.Clause == ts.Tokens[n-1].Clause && k.Sentence != ts.Tokens[n-1].Sentence) {
				t.Fatalf("token %d %q: sentence %d, clause %d behind %+v", n, k.Text, k.Sentence, k.Clause, ts.Tokens[n-1])
			}
			at = k.End
		}
	}
	if n != len(ts.Tokens) || len(ts.Units) != n {
		t.Fatalf("%d tokens in paragraphs, %d in all, %d units", n, len(ts.Tokens), len(ts.Units))
	}
	blank(t, mended[at:])
}

func blank(t failer, s string) {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) {
			t.Fatalf("%q lies between tokens", s)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "The treaty. A. F. Smith 1.2.1900 «x.»", "13-июня XIX-в. Iге", "a\tb\nc\td", "\u0301-’.", "М. X. Х. 5 r. The"} {
		f.Add(s)
	}
	set := miniSet(f, nil)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("a text of record is valid UTF-8")
		}
		d := chancery.NewDocument("sample", s, "text/1")
		whole(t, token.Split(text.Clean(&d), set))
	})
}
