package source

import (
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/source/sourcetest"
)

func cut(d chancery.Document, spans []chancery.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, d.Text[s.Start:s.End])
	}
	return strings.Join(out, "|")
}

func TestReadDOCXKeepsParagraphsTablesAndNotes(t *testing.T) {
	body := sourcetest.Paragraph("Торг на реке") +
		`<w:p><w:r><w:t>Грамота дана</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> в 1701 году, руково</w:t><w:softHyphen/><w:t>дства не было</w:t><w:endnoteReference w:id="1"/><w:t>.</w:t></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc>` + sourcetest.Paragraph("Товар") + `</w:tc><w:tc>` + sourcetest.Paragraph("Пошлина") + `</w:tc></w:tr><w:tr><w:tc>` + sourcetest.Paragraph("Соль") + `</w:tc><w:tc>` + sourcetest.Paragraph("2", " коп.") + sourcetest.Paragraph("с пуда") + `</w:tc></w:tr></w:tbl>` +
		`<w:p><w:del><w:r><w:delText>вычеркнуто</w:delText></w:r></w:del><w:ins><w:r><w:t>Конец</w:t></w:r></w:ins><w:r><w:noBreakHyphen/><w:t>то.</w:t><w:br/><w:t>Подпись</w:t></w:r></w:p>`
	d, issues := read(t, "x.docx", sourcetest.DOCX(body,
		sourcetest.File("word/footnotes.xml", `<w:footnotes><w:footnote w:id="0"/><w:footnote w:id="2">`+sourcetest.Paragraph("", " См. дело о торге.")+`</w:footnote></w:footnotes>`),
		sourcetest.File("word/endnotes.xml", `<w:endnotes><w:endnote w:id="1">`+sourcetest.Paragraph("Там же.")+`</w:endnote></w:endnotes>`),
		sourcetest.File("word/header1.xml", `<w:hdr>`+sourcetest.Paragraph("Вестник торга")+`</w:hdr>`)))
	want := "Торг на реке\n\nГрамота дана[1] в 1701 году, руково\u00adдства не было[2].\n\nТовар\tПошлина\nСоль\t2 коп. с пуда\n\nКонец\u2011то.\nПодпись\n\n" +
		"[1] См. дело о торге.\n\n[2] Там же.\n\nВестник торга"
	if d.Text != want {
		t.Errorf("got  %q\nwant %q", d.Text, want)
	}
	if got := cut(d, d.Blocks); !strings.Contains(got, "|Товар|Пошлина|Соль|2 коп. с пуда|Конец") {
		t.Errorf("blocks: %s", got)
	}
	if got := cut(d, d.Furniture); got != "Вестник торга" {
		t.Errorf("furniture: %q", got)
	}
	if len(issues) != 1 || issues[0].Kind != "tracked-changes" {
		t.Errorf("issues: %v", issues)
	}
	if want := (chancery.Bibliography{Title: "Торг на реке", Author: "А. Б. Речной", Language: "ru"}); d.Bibliography != want || d.Reader != docxReader {
		t.Errorf("%s: %+v", d.Reader, d.Bibliography)
	}
}

func TestReadDOCXWritesTheNumbersThatWordMakes(t *testing.T) {
	numbering := sourcetest.File("word/numbering.xml", `<w:numbering><w:abstractNum w:abstractNumId="7">`+
		`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Статья %1."/></w:lvl>`+
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>`+
		`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>`+
		`<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num></w:numbering>`)
	styles := sourcetest.File("word/styles.xml", `<w:styles><w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`)
	item := func(level, list, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	styled := `<w:p><w:pPr><w:pStyle w:val="Article"/></w:pPr><w:r><w:t>О мире</w:t></w:r></w:p>`
	d, _ := read(t, "x.docx", sourcetest.DOCX(item("0", "3", "О торге")+item("1", "3", "соль")+item("1", "3", "меха")+styled+item("1", "3", "рыба")+item("0", "4", "знак")+item("0", "0", "нет"), numbering, styles))
	want := "Статья I. О торге\n\nа) соль\n\nб) меха\n\nСтатья II. О мире\n\nа) рыба\n\n• знак\n\nнет"
	if d.Text != want {
		t.Errorf("got  %q\nwant %q", d.Text, want)
	}
}

func TestReadODTKeepsParagraphsTablesAndNotes(t *testing.T) {
	body := `<text:h>Торг на реке</text:h><text:p>Грамота дана<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>См. дело</text:p><text:p>о торге.</text:p></text:note-body></text:note> в` +
		"\n  " + `1701<text:s text:c="2"/>году<text:line-break/>в мае.<office:annotation><text:p>замечание</text:p></office:annotation></text:p>` +
		`<text:tracked-changes><text:changed-region><text:deletion><text:p>вычеркнуто</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
		`<table:table><table:table-row><table:table-cell><text:p>Соль</text:p></table:table-cell><table:table-cell><text:p>2 коп.</text:p></table:table-cell></table:table-row></table:table>` +
		`<text:list><text:list-item><text:p>меха</text:p></text:list-item></text:list>`
	d, issues := read(t, "x.odt", sourcetest.ODT(body))
	want := "Торг на реке\n\nГрамота дана[1] в 1701  году\nв мае.\n\nСоль\t2 коп.\n\nмеха\n\n[1] См. дело о торге.\n\nВестник торга"
	if d.Text != want {
		t.Errorf("got  %q\nwant %q", d.Text, want)
	}
	if got := cut(d, d.Furniture); got != "Вестник торга" {
		t.Errorf("furniture: %q", got)
	}
	if len(issues) != 1 || issues[0].Kind != "comments" {
		t.Errorf("issues: %v", issues)
	}
	if want := (chancery.Bibliography{Title: "Торг на реке", Author: "А. Б. Речной"}); d.Bibliography != want {
		t.Errorf("%+v", d.Bibliography)
	}
}

func TestReadEPUBFollowsTheSpine(t *testing.T) {
	b := sourcetest.EPUB(`<itemref idref="two"/><itemref idref="one"/><itemref idref="gone"/>`,
		sourcetest.File("one.xhtml", "<p>Через год торг перенесли.</p>"), sourcetest.File("two.xhtml", "<h1>Торг</h1><p>Посольство вернулось зимою.</p><table><tr><td>Соль</td><td>2 коп.</td></tr></table>"))
	d, issues := read(t, "x.epub", b)
	if want := "Торг\n\nПосольство вернулось зимою.\n\nСоль\t2 коп.\n\nЧерез год торг перенесли."; d.Text != want {
		t.Errorf("got  %q\nwant %q", d.Text, want)
	}
	if len(issues) != 1 || issues[0].Kind != "incomplete" || issues[0].Count != 1 {
		t.Errorf("issues: %v", issues)
	}
	if want := (chancery.Bibliography{Title: "Торг на реке", Author: "А. Б. Речной", Issued: "1901", Publisher: "Типография", Language: "ru"}); d.Bibliography != want {
		t.Errorf("%+v", d.Bibliography)
	}
}

func TestReadMarkdownKeepsTheFileAndTakesItsFrontMatter(t *testing.T) {
	s := "---\ntitle: Торг на реке.\nauthor:\n  - А. Речной\n  - {given: Б., family: Озёрный}\ndate: 2011-04-05\nlang: ru\n---\n# Торг\n\n<!-- черновик -->\nСоль.\n"
	d, issues := read(t, "x.md", []byte(s))
	if d.Text != s || d.Reader != markdownReader || len(issues) != 0 {
		t.Errorf("%s %v: %q", d.Reader, issues, d.Text)
	}
	if got := cut(d, d.Furniture); !strings.HasPrefix(got, "---\ntitle") || !strings.HasSuffix(got, "---\n|<!-- черновик -->") {
		t.Errorf("furniture: %q", got)
	}
	if want := (chancery.Bibliography{Title: "Торг на реке.", Author: "А. Речной; Б. Озёрный", Issued: "2011-04-05", Language: "ru"}); d.Bibliography != want {
		t.Errorf("%+v", d.Bibliography)
	}
	if _, issues := read(t, "x.md", []byte("---\n: [\n---\nСоль.\n")); len(issues) != 1 || issues[0].Kind != "description" {
		t.Errorf("issues of broken front matter: %v", issues)
	}
}

func TestReadHTMLTakesWhatThePageSaysOfTheWork(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       chancery.Bibliography
		standing   chancery.Standing
	}{
		{"a journal", `<title>x</title><meta name="citation_title" content="Торг"><meta name="citation_author" content="А. Речной"><meta name="citation_author" content="Б. Озёрный"><meta name="citation_journal_title" content="Вестник">
			<meta name="citation_volume" content="7"><meta name="citation_firstpage" content="12"><meta name="citation_lastpage" content="19"><meta name="citation_doi" content="10.1/x"><meta name="citation_date" content="2011/4">`,
			chancery.Bibliography{Title: "Торг", Author: "А. Речной; Б. Озёрный", In: "Вестник", Volume: "7", Pages: "12-19", DOI: "10.1/x", Issued: "2011-04"}, chancery.Monograph},
		{"JSON-LD", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["ScholarlyArticle"],"headline":"Торг","author":[{"name":"А. Речной"},"Б. Озёрный"],"datePublished":"2011-04-05T10:00:00Z","isPartOf":{"name":"Вестник"}}]}</script>`,
			chancery.Bibliography{Title: "Торг", Author: "А. Речной; Б. Озёрный", In: "Вестник", Issued: "2011-04-05"}, chancery.Monograph},
		{"Open Graph", `<title>Торг - x</title><meta property="og:title" content="Торг"><meta property="og:site_name" content="Энциклопедия торга"><meta property="og:url" content="https://example.org/torg">`,
			chancery.Bibliography{Title: "Торг", In: "Энциклопедия торга", URL: "https://example.org/torg"}, chancery.Encyclopedia},
		{"Dublin Core", `<meta name="DC.title" content="Сборник договоров"><meta name="DC.creator" content="А. Речной"><meta name="DC.date" content="1895"><meta name="DC.publisher" content="Типография">`,
			chancery.Bibliography{Title: "Сборник договоров", Author: "А. Речной", Issued: "1895", Publisher: "Типография"}, chancery.Edition},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := read(t, "x.html", []byte("<html><head>"+c.head+"</head><body><p>Соль."))
			if d.Bibliography != c.want {
				t.Errorf("got  %+v\nwant %+v", d.Bibliography, c.want)
			}
			if d.Standing != c.standing || d.StandingWhy == "" {
				t.Errorf("standing %q, because %q", d.Standing, d.StandingWhy)
			}
		})
	}
}

func TestReadHTMLKeepsEveryValueInItsColumn(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"an empty first cell", "<tr><td>Соль<td>пуд<td>2<tr><td><td>фунт<td>1", "Соль\tпуд\t2\n\tфунт\t1"},
		{"an empty cell in the midst", "<tr><td>Соль<td><td>2<tr><td>Меха<td>штука<td>", "Соль\t\t2\nМеха\tштука"},
		{"a cell over two rows", "<tr><td rowspan=2>Соль<td>пуд<td>2<tr><td>фунт<td>1<tr><td>Меха<td>штука<td>5", "Соль\tпуд\t2\n\tфунт\t1\nМеха\tштука\t5"},
		{"two cells over two rows at the end", "<tr><td>Соль<td rowspan=2>пуд<td rowspan=2>2<tr><td>Рыба<tr><td>Меха<td>штука<td>5", "Соль\tпуд\t2\nРыба\nМеха\tштука\t5"},
		{"a cell over two columns", "<tr><th colspan=2>Товар<th>Пошлина<tr><td>Соль<td>пуд<td>2", "Товар\t\tПошлина\nСоль\tпуд\t2"},
		{"spans without sense", "<tr><td colspan=99999999 rowspan=-3>Соль<td>2<tr><td colspan=x>Меха", "Соль" + strings.Repeat("\t", 20) + "2\nМеха"},
		{"a table in a cell places blocks", "<tr><td><table><tr><td>Соль<td>2</table><td>Меха", "Соль\t2\n\nМеха"},
	} {
		d, _ := read(t, "x.html", []byte("<html><body><table>"+c.rows+"</table>"))
		if d.Text != c.want {
			t.Errorf("%s: got %q, want %q", c.name, d.Text, c.want)
		}
	}
}

func TestTablesOfOfficeDocumentsKeepEveryValueInItsColumn(t *testing.T) {
	word := func(props, text string) string {
		return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + sourcetest.Paragraph(text) + "</w:tc>"
	}
	d, _ := read(t, "x.docx", sourcetest.DOCX("<w:tbl><w:tr>"+word(`<w:gridSpan w:val="2"/>`, "Товар")+word("", "Пошлина")+"</w:tr><w:tr>"+
		word(`<w:vMerge w:val="restart"/>`, "Соль")+word("", "пуд")+word("", "2")+"</w:tr><w:tr>"+word("<w:vMerge/>", "")+word("", "фунт")+word("", "1")+"</w:tr></w:tbl>"))
	if want := "Товар\t\tПошлина\nСоль\tпуд\t2\n\tфунт\t1"; d.Text != want {
		t.Errorf("Word: got %q, want %q", d.Text, want)
	}
	cell := func(attrs, text string) string {
		return "<table:table-cell" + attrs + "><text:p>" + text + "</text:p></table:table-cell>"
	}
	d, _ = read(t, "x.odt", sourcetest.ODT("<table:table><table:table-row>"+cell(` table:number-columns-spanned="2"`, "Товар")+"<table:covered-table-cell/>"+cell("", "Пошлина")+
		"</table:table-row><table:table-row>"+cell(` table:number-columns-repeated="2"`, "-")+cell("", "2")+`</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="999999"/></table:table-row></table:table>`))
	if want := "Товар\t\tПошлина\n-\t-\t2\n\nВестник торга"; d.Text != want {
		t.Errorf("OpenDocument: got %q, want %q", d.Text, want)
	}
}
