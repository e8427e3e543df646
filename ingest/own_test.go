package ingest_test

import (
	"slices"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/ingest"
)

// What a treaty's text says of its own signature and entry into force, and what it says
// of others'.
func TestATreatySaysWhenItWasItselfMadeAndCameIntoForce(t *testing.T) {
	r, err := ingest.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	const done = "Done at Vorpol on 3 May 1971."
	const articles = "Article 1\nThe Parties shall build a bridge.\nArticle 2\nThe Parties shall share its cost.\nArticle 3\n"
	const agreement = "AGREEMENT ON A BRIDGE\n\n" + articles
	for _, c := range []struct{ name, text, signed, force string }{
		{"testimony and the day of it", agreement + "It shall enter in force upon signature.\n\nDone at Vorpol on 3 May 1971, in two copies.", "1971-05-03", "1971-05-03"},
		{"signed by all", agreement + "This Agreement shall enter into force on the day on which it is signed by all Parties.\n\n" + done, "1971-05-03", "1971-05-03"},
		{"a day laid down", agreement + "This Agreement shall enter into force on 1 July 1972.\n\n" + done, "1971-05-03", "1972-07-01"},
		{"a day that is denied", agreement + "If this Agreement does not enter into force on 1 July 1972, the Parties shall meet.\n\n" + done, "1971-05-03", ""},
		{"another treaty behind the last article", agreement + "The Parties recall the Convention on Rivers signed at Astel on 7 June 1936.\n", "", ""},
		{"a year in two halves", agreement + "Nothing follows.\n\nDone at Vorpol on the sixth day of June nineteen ninety-seven.", "1997-06-06", ""},
		{"the meeting that adopted", "RESOLUTION ON BRIDGES\n\nThe Assembly,\nDecides that bridges shall be built.\n\n10th plenary meeting\n1 July 2000\n",
			"2000-07-01", ""},
		{"the act that adopted", "Standard Rules for the Upkeep of Bridges\nAdopted by General Assembly resolution 40/99 of 29 November 1985\n\nEvery " +
			"bridge has a keeper, and rules.\n", "1985-11-29", ""},
		{"letters", "EXCHANGE OF LETTERS ON A BRIDGE\n\nVorpol, 3 May 1971\nSir,\nI have the honour to propose a bridge.\n\nAstel, 5 May 1971\nSir,\nI have " +
			"the honour to accept.\n", "1971-05-05", ""},
		{"opened for signature", "CONVENTION ON BRIDGES\n\n" + articles + "This Convention shall be open for signature at Vorpol on 3 May 1971.\n", "1971-05-03", ""},
		{"open until a day", "CONVENTION ON BRIDGES\n\n" + articles + "This Convention shall be open for signature until 3 May 1971.\n", "", ""},
		{"French", "ACCORD SUR UN PONT\n\nArticle 1\nLes Parties construiront un pont.\nArticle 2\nElles en partagent les frais.\nArticle 3\n" +
			"Le présent Accord entrera en vigueur le 1er juillet 1972.\n\nFait à Vorpol, le 3 mai 1971, en deux exemplaires.", "1971-05-03", "1972-07-01"},
		{"Spanish", "ACUERDO SOBRE UN PUENTE\n\nArtículo 1\nLas Partes construirán un puente.\nArtículo 2\nLas Partes comparten los gastos.\nArtículo 3\n" +
			"El presente Acuerdo es para siempre.\n\nHecho en Vorpol el 3 de mayo de 1971. El presente Acuerdo entró en vigor el 1 de julio de 1972.",
			"1971-05-03", "1972-07-01"},
		{"prose about a treaty", "The treaty of Vorpol\n\nThe old treaty was signed at Vorpol on 3 May 1971 after long talks, and people spoke of it for " +
			"years.\n", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := r.Read(&chancery.Document{Text: c.text, ID: "x"})
			for event, want := range map[string]string{"signed": c.signed, "in-force": c.force} {
				got := own(x, event)
				slices.Sort(got)
				if got = slices.Compact(got); strings.Join(got, " ") != want {
					t.Errorf("%s: got %q, wanted %q", event, strings.Join(got, " "), want)
				}
			}
		})
	}
}
