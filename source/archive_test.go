package source

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/source/sourcetest"
)

// folder is a folder of these files.
func folder(t testing.TB, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// walked is what Walk finds in a folder: "path=text", or "path!reason" for what is not read.
func walked(t testing.TB, dir string, lim Limits) []string {
	t.Helper()
	var out []string
	for f := range Walk(t.Context(), []string{dir}, lim) {
		rel, err := filepath.Rel(dir, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		if f.Err != nil {
			out = append(out, filepath.ToSlash(rel)+"!"+f.Err.Error())
		} else {
			out = append(out, filepath.ToSlash(rel)+"="+f.Document.Text)
		}
	}
	return out
}

func TestTheFilesInAnArchiveAreDocuments(t *testing.T) {
	inner := sourcetest.Zip(sourcetest.File("b.txt", "меха"), sourcetest.File("a.docx", string(sourcetest.DOCX(sourcetest.Paragraph("рыба")))))
	dir := folder(t, map[string][]byte{
		"letters.zip": sourcetest.Zip(sourcetest.File("1851/b.txt", "соль"), sourcetest.File("1851/", ""), sourcetest.File("__MACOSX/1851/._b.txt", "x"),
			sourcetest.File(".hidden", "x"), sourcetest.File("1850/a.zip", string(inner)), sourcetest.File("1851/c.exe", "MZ\x90\x00")),
		"book.epub": sourcetest.EPUB(`<itemref idref="one"/>`, sourcetest.File("one.xhtml", "<p>хлеб</p>")),
		"table.ods": sourcetest.Zip(sourcetest.File("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), sourcetest.File("content.xml", "<x/>")),
	})
	got := walked(t, dir, Limits{})
	want := []string{"book.epub=хлеб", "letters.zip/1850/a.zip/a.docx=рыба", "letters.zip/1850/a.zip/b.txt=меха", "letters.zip/1851/b.txt=соль",
		"letters.zip/1851/c.exe!", "table.ods!"}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) || strings.HasSuffix(want[i], "!") != strings.Contains(got[i], "!") {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
	if _, _, err := ReadFile(t.Context(), filepath.Join(dir, "letters.zip"), Limits{}); err == nil || !strings.Contains(err.Error(), "archive, not one document") {
		t.Errorf("an archive as one document: %v", err)
	}
	for range Walk(t.Context(), []string{dir}, Limits{}) {
		break // must not call back
	}
}

func TestAnArchiveStaysWithinItsLimits(t *testing.T) {
	nested := []byte("соль")
	name := "a.txt"
	for range 5 {
		nested = sourcetest.Zip(sourcetest.File(name, string(nested)))
		name = "a.zip"
	}
	many := make([]sourcetest.Part, 30)
	for i := range many {
		many[i] = sourcetest.File(strings.Repeat("x", i+1)+".txt", "соль")
	}
	big := strings.Repeat("соль ", 20_000) // 180 kB that pack to less than 1 kB
	for _, c := range []struct {
		name, says string
		zip        []byte
		lim        Limits
	}{
		{"archives in archives", "more than 3 deep", nested, Limits{}},
		{"many files", "more than 20 files", sourcetest.Zip(many...), Limits{Files: 20}},
		{"a bomb", "larger than the limit of 97 kB", sourcetest.Zip(sourcetest.File("a.txt", big)), Limits{Unpacked: 100_000}},
		{"many small bombs", "larger than the limit of 488 kB", sourcetest.Zip(sourcetest.File("a.txt", big), sourcetest.File("b.txt", big), sourcetest.File("c.txt", big)), Limits{Unpacked: 500_000}},
		{"a large file in it", "larger than the limit of 97 kB", sourcetest.Zip(sourcetest.File("a.txt", big)), Limits{Bytes: 100_000}},
		{"a bomb in an archive in it", "larger than the limit of 97 kB",
			sourcetest.Zip(sourcetest.File("b.zip", string(sourcetest.Zip(sourcetest.File("a.txt", big))))), Limits{Unpacked: 100_000}},
		{"an office document that is a bomb", "larger than the limit of 97 kB", sourcetest.DOCX(sourcetest.Paragraph(big)), Limits{Unpacked: 100_000}},
		{"a name that leads out", "its name leads out of the archive", sourcetest.Zip(sourcetest.File("../../etc/passwd.txt", "соль")), Limits{}},
		{"a name from the root", "its name leads out of the archive", sourcetest.Zip(sourcetest.File("/etc/passwd.txt", "соль")), Limits{}},
		{"a name of Windows", "its name leads out of the archive", sourcetest.Zip(sourcetest.File(`C:\x.txt`, "соль")), Limits{}},
		{"cut short", "damaged", sourcetest.Zip(sourcetest.File("a.txt", big))[:300], Limits{}},
		{"a lie about sizes", "damaged", lying(t, big), Limits{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := walked(t, folder(t, map[string][]byte{"x.zip": c.zip, "z.txt": []byte("рыба")}), c.lim)
			if len(got) != 2 || got[1] != "z.txt=рыба" {
				t.Fatalf("the rest does not go on: %.300q", got)
			}
			if !strings.Contains(got[0], "!") || !strings.Contains(got[0], c.says) || !strings.Contains(got[0], "; ") {
				t.Errorf("got %q, want %q and what to do", got[0], c.says)
			}
		})
	}
}

// lying is a zip that says of a large file that it is small.
func lying(t testing.TB, content string) []byte {
	t.Helper()
	b := sourcetest.Zip(sourcetest.File("a.txt", content))
	at := bytes.Index(b, []byte("PK\x01\x02"))
	if at < 0 {
		t.Fatal("no directory")
	}
	copy(b[at+24:], []byte{50, 0, 0, 0}) // the size unpacked, in the central directory
	return b
}

func TestAnEncryptedFileInAnArchiveIsToldSo(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.CreateRaw(&zip.FileHeader{Name: "a.txt", Method: zip.Store, Flags: 1}); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got := walked(t, folder(t, map[string][]byte{"x.zip": b.Bytes()}), Limits{})
	if len(got) != 1 || !strings.Contains(got[0], "x.zip/a.txt!") || !strings.Contains(got[0], "it is encrypted") {
		t.Errorf("got %q", got)
	}
}

func TestADescriptionBesideAFileSaysWhatTheWorkIs(t *testing.T) {
	letter := []byte("Соль.")
	describe := []byte(`[{"type":"article-journal","title":"Торг","author":[{"family":"Речной","given":"А."},{"literal":"Совет"}],"translator":[],"issued":{"date-parts":[["1905",3],[1905,4]]},
		"container-title":"Вестник","volume":7,"page":"12-19","DOI":"10.1/x","language":"ru","publisher":"Типография"}]`)
	dir := folder(t, map[string][]byte{
		"a.txt": letter, "a.csl.json": describe,
		"b.txt": append(letter, 'b'), "b.txt.csl.json": []byte(`{"title":"Б","issued":{"raw":"1905"},"chancery-standing":"certified copy"}`),
		"c.txt": append(letter, 'c'), "c.csl.json": []byte(`{"title":`),
		"d.zip": sourcetest.Zip(sourcetest.File("x/a.txt", "Меха."), sourcetest.File("x/a.csl.json", `{"title":"Меха","type":"entry-encyclopedia","issued":{"date-parts":[[1899]],"circa":true}}`)),
	})
	got := map[string]chancery.Document{}
	for f := range Walk(t.Context(), []string{dir}, Limits{}) {
		if f.Err != nil {
			t.Fatal(f.Err)
		}
		name, _ := filepath.Rel(dir, f.Path)
		got[filepath.ToSlash(name)] = f.Document
		if broken := name == "c.txt"; broken != (len(f.Issues) == 1) {
			t.Errorf("%s: issues %v", name, f.Issues)
		}
	}
	if len(got) != 4 {
		t.Fatalf("got %d documents", len(got))
	}
	if want := (chancery.Bibliography{Title: "Торг", Author: "А. Речной; Совет", In: "Вестник", Volume: "7", Pages: "12-19", DOI: "10.1/x", Language: "ru", Publisher: "Типография", Issued: "1905-03/1905-04"}); got["a.txt"].Bibliography != want {
		t.Errorf("a.txt: %+v", got["a.txt"].Bibliography)
	}
	for name, want := range map[string]struct {
		standing chancery.Standing
		guessed  bool
		title    string
		issued   string
	}{
		"a.txt": {chancery.Monograph, true, "Торг", "1905-03/1905-04"}, "b.txt": {chancery.CertifiedCopy, false, "Б", "1905"},
		"c.txt": {"", false, "", ""}, "d.zip/x/a.txt": {chancery.Encyclopedia, true, "Меха", "1899~"},
	} {
		d := got[name]
		if d.Standing != want.standing || (d.StandingWhy != "") != want.guessed || d.Bibliography.Title != want.title || d.Bibliography.Issued != want.issued {
			t.Errorf("%s: %q because %q, %+v", name, d.Standing, d.StandingWhy, d.Bibliography)
		}
	}
}

func TestAnAddressIsNotRead(t *testing.T) {
	for f := range Walk(t.Context(), []string{"https://example.org/torg"}, Limits{}) {
		if chancery.KindOf(f.Err) != chancery.Unsupported || !strings.Contains(f.Err.Error(), "it is an address") || !strings.Contains(f.Err.Error(), "save the page") {
			t.Errorf("got %v", f.Err)
		}
	}
	if _, _, err := ReadFile(t.Context(), "ftp://x/y.txt", Limits{}); chancery.KindOf(err) != chancery.Unsupported {
		t.Errorf("got %v", err)
	}
}

func TestWalkEndsWhenItIsStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	dir := folder(t, map[string][]byte{"a.txt": []byte("соль"), "b.zip": sourcetest.Zip(sourcetest.File("c.txt", "рыба")), "d.txt": []byte("меха")})
	n := 0
	for range Walk(ctx, []string{dir}, Limits{}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d files after it was stopped", n)
	}
}

func TestWhatABrowserSavesWithAPageIsNoDocument(t *testing.T) {
	dir := folder(t, map[string][]byte{"torg.html": []byte("<html><p>соль"), "torg_files/a.js": []byte("var x"), "letters_files/b.txt": []byte("рыба")})
	got := strings.Join(walked(t, dir, Limits{}), " ")
	if want := "letters_files/b.txt=рыба torg.html=соль"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
