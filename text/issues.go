package text

import (
	"fmt"

	"example.org/chancery"
)

// tally counts what was mended, with the first places.
type tally struct {
	count map[string]int
	at    map[string][]chancery.Span
}

func (t *tally) add(kind string, s chancery.Span) {
	if t.count == nil {
		t.count, t.at = map[string]int{}, map[string][]chancery.Span{}
	}
	t.count[kind]++
	t.at[kind] = few(t.at[kind], s.Start, s.End)
}

// tell makes issues of what was mended and of what could not be.
func (c *cleaner) tell(t *Text) {
	say := func(kind, what string, count int, at []chancery.Span) {
		t.Issues = append(t.Issues, chancery.Issue{Kind: kind, What: what, Count: count, At: at})
	}
	mended := func(kind, what string) {
		if n := c.tally.count[kind]; n > 0 {
			say(kind, what, n, c.tally.at[kind])
		}
	}
	mended("hyphenation", "words broken at line ends were joined")
	mended("note-marks", "footnote marks were taken out of the words they are glued to")
	mended("notes", "notes were moved behind the paragraph they interrupt")
	mended("page-heads", "page heads, page numbers and ruled lines were taken out of the text")
	mended("repeated-pages", "lines that stand in the text a second time were taken out of it, as of a page scanned twice")
	mended("spaced-words", "words set with their letters apart were closed up")
	mended("markup", "tags left over from a page or a program were taken out")
	mended("invisible-characters", "invisible characters were left out")
	mended("spaced-hyphens", "spaces before hyphens were closed")
	c.tellLosses(say)
	if n := c.interleaved(); n > 0 {
		say("columns-interleaved", "words broken at line ends go on in the line after the next: two columns stand here line by line; read the pages again with columns", n, nil)
	} else if n := c.sideBySide(); n > 0 {
		say("columns-side-by-side", "the lines hold two columns with a gap between: sentences run from one into the other; read the pages again with columns", n, nil)
	}
	d := c.damage
	if d.unknowns > 0 {
		say("undecodable", "some bytes could not be decoded; get the file in its own encoding, or as UTF-8", d.unknowns, d.unknown)
	}
	if d.double >= 5 {
		say("mixed-encodings", "part of the text was decoded twice and reads Ð¿Ñ€ and the like; get the file again", d.double, d.doubled)
	}
	if d.olds >= 3 {
		say("old-spelling", "the old spelling is read as the new where words are compared; quotes stay as printed", d.olds, d.old)
	}
	if d.alikes > 0 {
		say("look-alikes", "letters of another script stand in words and are read as those they look like", d.alikes, d.alike)
	}
	ocr := d.noisy >= 3 && d.noisy*200 >= d.words
	if ocr {
		say("ocr-noise", "words look wrongly recognised: figures, signs or foreign letters stand inside them; compare quotes with the scan", d.noisy, d.noise)
	}
	if reasons := c.machineSigns(ocr); reasons != "" {
		t.MachineTranslated = true
		say("machine-translation", "this reads like a machine translation: "+reasons+"; names and dates may be wrong, look for the original", 0, nil)
	}
}

func (c *cleaner) tellLosses(say func(kind, what string, count int, at []chancery.Span)) {
	l := c.losses
	for _, loss := range []struct {
		lost       bool
		kind, what string
	}{
		{l.Digits, "digits-stripped", "the text has lost its figures: dates stand without days and years; look for another copy"},
		{l.Case, "case-stripped", "the text has lost its capitals: names and sentences are not marked off; look for another copy"},
		{l.Punctuation, "punctuation-stripped", "the text has lost its punctuation: sentences are not marked off; look for another copy"},
		{l.ShortWords, "short-words-stripped", "the text has lost its one-letter words, so that who and where may be unclear; look for another copy"},
	} {
		if loss.lost {
			say(loss.kind, loss.what, 0, nil)
		}
	}
}

// machineSigns gives the reasons to think that a machine translated the text, "" for none.
func (c *cleaner) machineSigns(ocr bool) string {
	hyphens, stops := c.tally.count["spaced-hyphens"], c.damage.spacedStops
	spaced := stops >= 5 && stops*3 >= c.damage.closedStops && !ocr
	switch {
	case hyphens >= 5 && spaced:
		return fmt.Sprintf("%d hyphens and %d stops stand behind a space", hyphens, stops)
	case hyphens >= 5:
		return fmt.Sprintf("%d hyphens stand behind a space", hyphens)
	case spaced:
		return fmt.Sprintf("%d commas and stops stand behind a space", stops)
	}
	return ""
}
