package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// split is the parts of s in short: articles by number and the first words behind the
// heading's start, other parts by kind.
func split(s string) string {
	var out []string
	for _, p := range Parts(s) {
		switch {
		case p.Kind == ArticlePart && p.In != "":
			out = append(out, p.Number+" in "+p.In)
		case p.Kind == ArticlePart:
			out = append(out, p.Number)
		default:
			out = append(out, string(p.Kind))
		}
	}
	return strings.Join(out, ", ")
}

func TestArticlesHaveNumbersHoweverTheyAreHeaded(t *testing.T) {
	for _, c := range []struct{ name, heads string }{
		{"Russian", "Статья 1.\nХан даёт землю.\nСтатья 2.\nКупцы торгуют.\nСтатья 3.\nМир вечен."},
		{"Russian with endings", "Статья 1-я\nХан даёт землю.\nСтатья 2-я\nКупцы торгуют.\nСтатья 3-я\nМир вечен."},
		{"Russian, short", "Ст. 1. Хан даёт землю.\nСт. 2. Купцы торгуют.\nСт. 3. Мир вечен."},
		{"Russian in words", "Статья первая\nХан даёт землю.\nСтатья вторая\nКупцы торгуют.\nСтатья третья\nМир вечен."},
		{"Russian, Roman", "СТАТЬЯ I\nХан даёт землю.\nСТАТЬЯ II\nКупцы торгуют.\nСТАТЬЯ III\nМир вечен."},
		{"Kyrgyz", "1-берене\nХан жер берет.\n2-берене\nСоодагерлер соода кылат.\n3-берене\nТынчтык түбөлүк."},
		{"Kyrgyz with a Russian word", "1-статья. Хан жер берет.\n2-статья. Соодагерлер соода кылат.\n3-статья. Тынчтык."},
		{"Kyrgyz in words", "Биринчи берене\nХан жер берет.\nЭкинчи берене\nСоода.\nҮчүнчү берене\nТынчтык."},
		{"Kazakh", "1-бап\nХан жер береді.\n2-бап\nСауда.\n3-бап\nБейбітшілік."},
		{"Ukrainian", "Стаття 1\nХан дає землю.\nСтаття 2\nКупці торгують.\nСтаття 3\nМир вічний."},
		{"English", "Article 1\nThe khan gives land.\nArticle 2\nMerchants trade.\nArticle 3\nPeace lasts."},
		{"English, Roman, with stops", "ARTICLE I. The khan gives land.\nARTICLE II. Merchants trade.\nARTICLE III. Peace lasts."},
		{"English, short", "Art. 1. The khan gives land.\nArt. 2. Merchants trade.\nArt. 3. Peace lasts."},
		{"English in words", "Article the First\nThe khan gives land.\nArticle the Second\nMerchants trade.\nArticle the Third\nPeace."},
		{"English in capitals", "ARTICLE FIRST\nThe khan gives land.\nARTICLE SECOND\nMerchants trade.\nARTICLE THIRD\nPeace."},
		{"English, the number first", "THE FIRST ARTICLE\nThe khan gives land.\nTHE SECOND ARTICLE\nMerchants.\nTHE THIRD ARTICLE\nPeace."},
		{"Spanish", "Artículo 1\nEl kan da tierra.\nArtículo 2\nLos mercaderes.\nArtículo 3\nPaz."},
		{"Spanish in words", "ARTÍCULO PRIMERO\nEl kan da tierra.\nARTÍCULO SEGUNDO\nLos mercaderes.\nARTÍCULO TERCERO\nPaz."},
		{"French", "Article premier\nLe khan donne.\nArticle 2\nLes marchands.\nArticle 3\nLa paix."},
		{"French, short", "Art. 1er. Le khan donne.\nArt. 2. Les marchands.\nArt. 3. La paix."},
		{"Chinese", "第一条\n可汗给予土地。\n第二条\n商人可以贸易。\n第三条\n和平永久。"},
		{"Chinese, old signs", "第一條 可汗給予土地。\n第二條 商人可以貿易。\n第三條 和平永久。"},
		{"a title behind a dash", "Article – 1\nLand\nThe khan gives.\nArticle – 2\nTrade\nMerchants.\nArticle – 3\nPeace\nLasts."},
		{"torn figures", "Article 1\nOf land.\nArticle 2\nOf trade.\nArticle 3\nOf peace.\n" + "Article 4\nA.\nArticle 5\nB.\nArticle 6\nC.\nArticle 7\nD.\nArticle 8\nE.\nArticle 9\nF.\nArticle 1 0\nG."},
		{"without capitals or line ends", "the khan and the tsar agree: ARTICLE ithe khan gives land to it ARTICLE iithe merchants trade as in article i ARTICLE iiipeace lasts"},
		{"paragraphs glued to the number", "the khan and the tsar of the two lands agree: ARTICLE 11. the khan gives land. 2. he takes none. ARTICLE 21. the merchants trade. 2. they pay. ARTICLE 31. peace lasts."},
	} {
		t.Run(c.name, func(t *testing.T) {
			record := "A treaty between the khan and the tsar\n\nThey agreed upon what follows.\n\n" + c.heads + "\n"
			if !strings.Contains(c.heads, "\n") {
				record = strings.Repeat("a treaty on peace between the great khan of the steppe and the tsar. ", 9) + c.heads
			}
			var got []string
			for _, p := range Parts(record) {
				if p.Kind == ArticlePart {
					got = append(got, p.Number)
				}
			}
			want := "1 2 3"
			if c.name == "torn figures" {
				want = "1 2 3 4 5 6 7 8 9 10"
			}
			if strings.Join(got, " ") != want {
				t.Errorf("articles %v, want %s", got, want)
			}
		})
	}
}

func TestATreatyIsSplitIntoItsParts(t *testing.T) {
	const body = "Treaty of Braga\n\nThe two kings,\nwishing for peace, agree as follows:\n\nArticle 1\nPeace\nPeace shall last.\n\n" +
		"Article 2\nUnder Article 1 and Article 3 the border is the river, as in\nArticle 7 of the old treaty.\n\nCHAPTER II\nTRADE\n\nArticle 3\nTrade is free.\n\n"
	for _, c := range []struct{ name, record, want string }{
		{"references are no headings", body, "title, preamble, 1, 2, 3"},
		{"signatures", body + "Done at Braga on 5 May 1702.\n\nFor the King: N.\n", "title, preamble, 1, 2, 3, signatures"},
		{"an annex with articles", body + "Done at Braga on 5 May 1702.\n\nANNEX A\n\nArticle 1\nFord one.\n\nArticle 2\nFord two.\n", "title, preamble, 1, 2, 3, signatures, annex, 1 in ANNEX A, 2 in ANNEX A"},
		{"contents", "Treaty of Braga\n\nArticle 1 Peace\nArticle 2 Border\nArticle 3 Trade\nArticle 4 Kings\nArticle 5 Horses\n\nThe kings agree as follows:\n\n" +
			"Article 1\n" + long + "Article 2\n" + long + "Article 3\n" + long + "Article 4\n" + long + "Article 5\n" + long, "title, preamble, 1, 2, 3, 4, 5"},
		{"an amendment that quotes articles", "Protocol\n\nArticle 1\nThe treaty is amended:\n\n“Article 8\nPeace lasts ten years.”\n\nArticle 2\nIt enters into force.\n\nArticle 3\nIt is ratified.\n", "title, 1, 2, 3"},
		{"articles of chapters", "Treaty\n\nArticle 1.1: Peace\nLasts.\nArticle 1.2: Border\nRiver.\nArticle 2.1: Trade\nFree.\nArticle 2.2: Tolls\nNone.\n", "title, 1.1, 1.2, 2.1, 2.2"},
		{"inserted articles", "Treaty\n\nArticle 1\nPeace.\n\nArticle 1 bis\nMore peace.\n\nArticle 2\nTrade.\n\nArticle 2A\nMore trade.\n\nArticle 3\nEnd.\n", "title, 1, 1 bis, 2, 2A, 3"},
		{"sections where there are no articles", "Charter\n\nSection 1. The khan rules.\nSection 2. The tsar too.\nSection 3. Peace.\n", "title, 1, 2, 3"},
		{"sections are no articles where there are some", body + "Section 4 of the old treaty ends.\n", "title, preamble, 1, 2, 3"},
		{"prose", "The treaty was signed in 1702. Under Article 1 the river was the border.\nArticle 2 of the treaty was broken in 1703.\n", ""},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := split(c.record); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

const long = "The two kings have agreed that peace shall last for ever and that their merchants shall trade without let or hindrance; that the border is the river, and that whoever crosses it pays a toll.\n\n"

func TestAnArticleEndsBeforeTheNextChapterAndTheSignatures(t *testing.T) {
	const s = "Treaty\n\nArticle 1\nPeace lasts.\n\nCHAPTER II\nTRADE\n\nArticle 2\nTrade is free.\n\nDone at Braga on 5 May 1702.\n"
	var got []string
	for _, p := range Parts(s) {
		if p.Kind == ArticlePart {
			got = append(got, s[p.Start:p.End]+"|"+s[p.Heading.Start:p.Heading.End])
		}
	}
	want := "Article 1\nPeace lasts.|Article 1 Article 2\nTrade is free.|Article 2"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}

// FuzzParts checks on any bytes what holds of the parts of every text.
func FuzzParts(f *testing.F) {
	f.Add("Treaty\nArticle 1\na\nArticle 2\nb\nANNEX\nArticle 1\nDone at x")
	f.Add("ARTICLE iit is ARTICLE iiithe ARTICLE 131. 第十條 1-берене\xff Статья 1-я")
	f.Fuzz(func(t *testing.T, s string) { partsMustBeSound(t, s) })
}

func TestPartsStandInOrderInsideTheRecord(t *testing.T) {
	piece := rapid.SampledFrom([]string{"Article 1", "ARTICLE ", "ii", "1 0", "12.3", "Статья 1-я", "1-берене", "第一条", "第", "ANNEX", "Protocol I", "Done at", "\n", "\n\n", " ", ".", "of ", "Art. 2", "Section 1", "the ", "\xff", "“", "CHAPTER II"})
	rapid.Check(t, func(t *rapid.T) {
		partsMustBeSound(t, strings.Join(rapid.SliceOfN(piece, 0, 80).Draw(t, "pieces"), ""))
	})
}

func partsMustBeSound(t failer, s string) {
	last := 0
	for _, p := range Parts(s) {
		if p.Start < last || p.End < p.Start || p.End > len(s) {
			t.Fatalf("%s %d-%d after %d in %q", p.Kind, p.Start, p.End, last, s)
		}
		if p.Kind == ArticlePart && (p.Number == "" || p.Heading.Start != p.Start || p.Heading.End > len(s)) {
			t.Fatalf("article %q, heading %v, in %q", p.Number, p.Heading, s)
		}
		last = p.Start
		if p.Kind != AnnexPart {
			last = p.End
		}
	}
}

func BenchmarkParts(b *testing.B) {
	s := strings.Repeat("Article 1\nThe boundary under Article 2 of the treaty of 1702 is the river, and its fords are free.\n\nArticle 2\nMerchants pay no toll.\n\n", 4000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Parts(s)
	}
}
