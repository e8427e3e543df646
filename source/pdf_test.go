package source

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/source/pdfium"
	"example.org/chancery/source/sourcetest"
)

// needEngine skips a test of what only the engine can.
func needEngine(t testing.TB) {
	t.Helper()
	if !pdfium.Present() {
		t.Skip("the PDF engine is not here; make pdfium fetches it")
	}
}

// readers is each reader of PDF, by its name.
func pdfReaders(t *testing.T, test func(t *testing.T, read func(b []byte) (chancery.Document, []chancery.Issue, error))) {
	t.Helper()
	with := func(f func(context.Context, Input) (chancery.Document, []chancery.Issue, error)) func([]byte) (chancery.Document, []chancery.Issue, error) {
		return func(b []byte) (chancery.Document, []chancery.Issue, error) {
			return f(t.Context(), Input{Name: "x.pdf", Bytes: b, Limits: Limits{}.orDefaults()})
		}
	}
	t.Run("plain", func(t *testing.T) { test(t, with(readPlainPDF)) })
	t.Run("engine", func(t *testing.T) {
		needEngine(t)
		test(t, with(readPDF))
	})
}

func TestReadPDFKeepsPagesAndLines(t *testing.T) {
	f := sourcetest.PDF{Title: "Торг на реке", Author: "А. Б. Речной", Pages: []sourcetest.Page{
		{Runs: sourcetest.Lines(60, 760, "Посольство вернулось зимою, и грамота о торге", "была прочтена боярам.")},
		{Runs: sourcetest.Lines(60, 760, "«Пошлину с соли не брать», сказано в ней.")},
	}}
	pdfReaders(t, func(t *testing.T, read func([]byte) (chancery.Document, []chancery.Issue, error)) {
		d, issues, err := read(f.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		want := "Посольство вернулось зимою, и грамота о торге\nбыла прочтена боярам.\f«Пошлину с соли не брать», сказано в ней."
		if d.Text != want {
			t.Errorf("got  %q\nwant %q", d.Text, want)
		}
		if len(d.Pages) != 2 || d.Pages[1] != (chancery.Page{Start: strings.Index(want, "«"), Label: "2"}) {
			t.Errorf("pages: %v", d.Pages)
		}
		if p, ok := d.PageAt(strings.Index(want, "сказано")); !ok || p.Label != "2" {
			t.Errorf("page of the second: %v", p)
		}
		if d.Bibliography.Title != "Торг на реке" || d.Bibliography.Author != "А. Б. Речной" {
			t.Errorf("bibliography: %+v; issues %v", d.Bibliography, issues)
		}
	})
}

func TestReadPDFPutsLinesTogetherByTheirPlace(t *testing.T) {
	needEngine(t)
	f := sourcetest.PDF{Pages: []sourcetest.Page{{Runs: []sourcetest.Run{
		sourcetest.At(60, 760, "были числом восемь", 10), sourcetest.At(150, 764, "1", 6), sourcetest.At(153, 760, ", а руково-", 10),
		sourcetest.At(60, 748, "дства не было.", 10),
		sourcetest.At(60, 730, "Соль", 10), sourcetest.At(200, 730, "пуд", 10), sourcetest.At(300, 730, "2 коп.", 10),
		sourcetest.At(60, 718, "Меха собольи", 10), sourcetest.At(200, 718, "штука", 10), sourcetest.At(300, 718, "15 коп.", 10),
	}}}}
	d, _ := read(t, "x.pdf", f.Bytes())
	want := "были числом восемь1, а руково-\nдства не было.\nСоль\tпуд\t2 коп.\nМеха собольи\tштука\t15 коп."
	if d.Text != want {
		t.Errorf("got  %q\nwant %q", d.Text, want)
	}
	if d.Reader != pdfReader {
		t.Errorf("reader: %s", d.Reader)
	}
}

// twoColumns is a page with a title and two columns of so many lines.
func twoColumns(lines int) (title sourcetest.Run, left, right []sourcetest.Run) {
	for i := range lines {
		y := 740 - 12*float64(i)
		left = append(left, sourcetest.At(60, y, fmt.Sprintf("%d. Торг перенесли к реке, где стояли амбары", i+1), 10))
		right = append(right, sourcetest.At(320, y, fmt.Sprintf("%d) Грамота о торге была прочтена боярам", i+1), 10))
	}
	return sourcetest.At(60, 770, "О торговле на реке в описании путешественников и купцов, видевших её", 14), left, right
}

func TestReadPDFReadsTwoColumnsOneBehindTheOther(t *testing.T) {
	needEngine(t)
	title, left, right := twoColumns(20)
	want := []string{title.Text}
	for _, r := range append(append([]sourcetest.Run{}, left...), right...) {
		want = append(want, r.Text)
	}
	mixed := []sourcetest.Run{title}
	for i := range left {
		mixed = append(mixed, left[i], right[i])
	}
	for name, runs := range map[string][]sourcetest.Run{"as the file has them": append(append([]sourcetest.Run{title}, left...), right...), "line by line in the file": mixed} {
		t.Run(name, func(t *testing.T) {
			d, issues := read(t, "x.pdf", sourcetest.PDF{Pages: []sourcetest.Page{{Runs: runs}}}.Bytes())
			if d.Text != strings.Join(want, "\n") {
				t.Errorf("got\n%s", d.Text)
			}
			if told := len(issues) == 1 && issues[0].Kind == "columns"; told != (name == "line by line in the file") {
				t.Errorf("issues: %v", issues)
			}
		})
	}
}

func TestReadPDFLeavesTablesInRows(t *testing.T) {
	needEngine(t)
	var runs []sourcetest.Run
	for i := range 12 {
		y := 740 - 12*float64(i)
		runs = append(runs, sourcetest.At(60, y, "Соль", 10), sourcetest.At(330, y, fmt.Sprintf("%d коп. с пуда", i), 10))
	}
	d, _ := read(t, "x.pdf", sourcetest.PDF{Pages: []sourcetest.Page{{Runs: runs}}}.Bytes())
	if !strings.HasPrefix(d.Text, "Соль\t0 коп. с пуда\nСоль\t1 коп. с пуда\n") {
		t.Errorf("got\n%s", d.Text)
	}
}

func TestReadPDFTellsOfScansAndPasswords(t *testing.T) {
	text := sourcetest.Page{Runs: sourcetest.Lines(60, 760, "Посольство вернулось зимою.")}
	pdfReaders(t, func(t *testing.T, read func([]byte) (chancery.Document, []chancery.Issue, error)) {
		d, issues, err := read(sourcetest.PDF{Pages: []sourcetest.Page{text, {Image: true}, {Image: true}, text, {}}}.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if len(issues) == 0 || issues[0].Kind != "scanned-pages" || issues[0].Count != 2 || !strings.HasPrefix(issues[0].What, "pages 2-3: ") {
			t.Errorf("issues: %v", issues)
		}
		if len(d.Pages) != 5 {
			t.Errorf("pages: %v", d.Pages)
		}
		if _, _, err = read(sourcetest.PDF{Pages: []sourcetest.Page{{Image: true}, {Image: true}}}.Bytes()); err == nil || !strings.Contains(err.Error(), "2 pages are pictures") {
			t.Errorf("a scan: %v", err)
		}
		if _, _, err = read(sourcetest.PDF{Pages: []sourcetest.Page{text}, Encrypted: true}.Bytes()); err == nil || !strings.Contains(err.Error(), "encrypted") {
			t.Errorf("with a password: %v", err)
		}
	})
}

func TestReadPDFTakesWhatTheFileSaysOfTheWork(t *testing.T) {
	needEngine(t)
	f := sourcetest.PDF{Title: "Microsoft Word - torg.dot", Author: "User", Pages: []sourcetest.Page{{Runs: sourcetest.Lines(60, 760, "Торг.")}, {Runs: sourcetest.Lines(60, 760, "Мена.")}},
		Labels: " /PageLabels <</Nums [0 <</S /D /St 214>>]>>",
		XMP: `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description prism:publicationName="Вестник торга" prism:volume="7">` +
			`<dc:title><rdf:Alt><rdf:li xml:lang="ru">Торг на реке</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>А. Речной</rdf:li><rdf:li>Б. Озёрный</rdf:li></rdf:Seq></dc:creator>` +
			`<prism:publicationDate>2011-04</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>`}
	d, _ := read(t, "x.pdf", f.Bytes())
	want := chancery.Bibliography{Title: "Торг на реке", Author: "А. Речной; Б. Озёрный", In: "Вестник торга", Volume: "7", Issued: "2011-04"}
	if d.Bibliography != want {
		t.Errorf("bibliography: %+v", d.Bibliography)
	}
	if d.Pages[0].Label != "214" || d.Pages[1].Label != "215" {
		t.Errorf("pages: %v", d.Pages)
	}
	if d.Standing != chancery.Monograph || d.StandingWhy == "" {
		t.Errorf("standing %q, because %q", d.Standing, d.StandingWhy)
	}
}

func TestReadPDFRefusesMorePagesThanAllowed(t *testing.T) {
	f := sourcetest.PDF{Pages: make([]sourcetest.Page, 12)}
	_, _, err := Read(t.Context(), "x.pdf", strings.NewReader(string(f.Bytes())), Limits{Pages: 10})
	if chancery.KindOf(err) != chancery.Unsupported || !strings.Contains(err.Error(), "12 pages, more than the limit of 10") {
		t.Errorf("got %v", err)
	}
}

func TestReadPDFTellsCellsThatStandCloseByTheirPlace(t *testing.T) {
	needEngine(t)
	var runs []sourcetest.Run
	for i, row := range [][3]string{{"Соль", "пуд", "2 коп."}, {"Меха собольи", "штука", "15 коп."}, {"Рыба", "пуд", "3 коп."}} {
		y := 740 - 12*float64(i)
		runs = append(runs, sourcetest.At(60, y, row[0], 10), sourcetest.At(131, y, row[1], 10), sourcetest.At(167, y, row[2], 10))
	}
	for i, line := range []string{"Через год торг перенесли к реке, где стояли", "амбары числом восемь, и там же взимали сбор", "по прежнему обычаю без всякого изменения."} {
		runs = append(runs, sourcetest.At(60, 690-12*float64(i), line, 10))
	}
	d, _ := read(t, "x.pdf", sourcetest.PDF{Pages: []sourcetest.Page{{Runs: runs}}}.Bytes())
	want := "Соль\tпуд\t2 коп.\nМеха собольи\tштука\t15 коп.\nРыба\tпуд\t3 коп.\n" +
		"Через год торг перенесли к реке, где стояли\nамбары числом восемь, и там же взимали сбор\nпо прежнему обычаю без всякого изменения."
	if d.Text != want {
		t.Errorf("got\n%s", d.Text)
	}
}

// A browser is one of the makers of PDFs that historians have; its pages have real
// fonts, columns that are set to one width, and tables.
func TestReadPDFOfABrowser(t *testing.T) {
	needEngine(t)
	browser, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("chromium is not here; install it with apt-get install chromium to read a PDF of its making")
	}
	dir := t.TempDir()
	var page strings.Builder
	page.WriteString(`<html lang="ru"><title>Торг на реке</title><style>body{text-align:justify}.c{column-count:2}td{padding:2px 12px}</style><h1>Торг на реке</h1><div class="c">`)
	for i := range 12 {
		fmt.Fprintf(&page, "<p>Абзац %d. Посольство вернулось зимою, и грамота о торге была прочтена боярам<sup>%d</sup>; через год торг перенесли к реке, где стояли амбары числом восемь.</p>", i, i+1)
	}
	page.WriteString("</div><table><tr><td>Соль<td>пуд<td>2 коп.<tr><td>Меха собольи<td>штука<td>15 коп.<tr><td>Рыба<td>пуд<td>3 коп.</table>")
	html, out := filepath.Join(dir, "x.html"), filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(html, []byte(page.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if b, err := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--print-to-pdf="+out, html).CombinedOutput(); err != nil {
		t.Skipf("chromium made no PDF here: %v\n%s", err, b)
	}
	d, _, err := ReadFile(t.Context(), out, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	one := strings.Join(strings.Fields(d.Text), " ")
	last := 0
	for i := range 12 {
		want := fmt.Sprintf("Абзац %d. Посольство вернулось зимою, и грамота о торге была прочтена боярам%d; через год торг перенесли к реке, где стояли амбары числом восемь.", i, i+1)
		at := strings.Index(one, want)
		if at < last {
			t.Errorf("paragraph %d is not whole, or not in its place:\n%s", i, d.Text)
			break
		}
		last = at
	}
	if !strings.Contains(d.Text, "\nСоль\tпуд\t2 коп.\nМеха собольи\tштука\t15 коп.\nРыба\tпуд\t3 коп.") {
		t.Errorf("the table is not in rows:\n%s", d.Text)
	}
	if d.Bibliography.Title != "Торг на реке" {
		t.Errorf("title: %q", d.Bibliography.Title)
	}
}
