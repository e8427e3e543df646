package source

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"example.org/chancery"
)

const sample = "Посольство вернулось зимою, и грамота о торге была прочтена боярам; «пошлину с соли не брать», сказано в ней. " +
	"Через год торг перенесли к реке, где стояли амбары — числом восемь."

func read(t *testing.T, name string, b []byte) (chancery.Document, []chancery.Issue) {
	t.Helper()
	d, issues, err := Read(t.Context(), name, strings.NewReader(string(b)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d, issues
}

func utf16Bytes(s string, bigEndian bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		lo, hi := byte(u), byte(u>>8)
		if bigEndian {
			lo, hi = hi, lo
		}
		b = append(b, lo, hi)
	}
	return b
}

func TestReadDecodesEveryEncoding(t *testing.T) {
	cp1251, err := charmap.Windows1251.NewEncoder().String(sample)
	if err != nil {
		t.Fatal(err)
	}
	koi, err := charmap.KOI8R.NewEncoder().String(strings.NewReplacer("«", "\"", "»", "\"", "—", "-").Replace(sample))
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.Windows1252.NewEncoder().String("Le traité fut signé à Pékin, où les délégués français étaient arrivés.")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, bytes, want, encoding string }{
		{"UTF-8", sample, sample, "utf-8"},
		{"UTF-8 with a mark", "\ufeff" + sample, "\ufeff" + sample, "utf-8"},
		{"CRLF is kept", "a\r\nb", "a\r\nb", "utf-8"},
		{"UTF-16 with a mark", "\xff\xfe" + string(utf16Bytes(sample, false)), "\ufeff" + sample, "utf-16le"},
		{"UTF-16 big endian with a mark", "\xfe\xff" + string(utf16Bytes(sample, true)), "\ufeff" + sample, "utf-16be"},
		{"UTF-16 without a mark", string(utf16Bytes(sample, false)), sample, "utf-16le"},
		{"UTF-16 big endian without a mark", string(utf16Bytes(sample, true)), sample, "utf-16be"},
		{"Kyrgyz in UTF-16", string(utf16Bytes("Өкмөт үчүн келишим түзүлгөн, бирок элчи күткөн эле.", true)), "Өкмөт үчүн келишим түзүлгөн, бирок элчи күткөн эле.", "utf-16be"},
		{"windows-1251", cp1251, sample, "windows-1251"},
		{"windows-1251, few words", cp1251[:20], "Посольство вернулось", "windows-1251"},
		{"KOI8-R", koi, strings.NewReplacer("«", "\"", "»", "\"", "—", "-").Replace(sample), "koi8-r"},
		{"French", latin, "Le traité fut signé à Pékin, où les délégués français étaient arrivés.", "windows-1252"},
		{"a broken byte in UTF-8", "Грамота\xff о торге соли", "Грамота\ufffd о торге соли", "utf-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, issues := read(t, "x.txt", []byte(c.bytes))
			if d.Text != c.want || d.Encoding != c.encoding {
				t.Errorf("got %q in %s, want %q in %s", d.Text, d.Encoding, c.want, c.encoding)
			}
			said := false
			for _, i := range issues {
				said = said || i.Kind == "encoding"
			}
			if said != (c.encoding != "utf-8") {
				t.Errorf("issues %v for %s", issues, c.encoding)
			}
		})
	}
}

func TestReadTellsWhereBytesAreBroken(t *testing.T) {
	d, issues := read(t, "x.txt", []byte("Соль\xc3 и меха\xff"))
	if len(issues) != 1 || issues[0].Kind != "undecodable" || issues[0].Count != 2 {
		t.Fatalf("issues: %v", issues)
	}
	for _, s := range issues[0].At {
		if d.Text[s.Start:s.End] != "\ufffd" {
			t.Errorf("%v is %q", s, d.Text[s.Start:s.End])
		}
	}
}

func TestReadRefusesWhatIsNoText(t *testing.T) {
	for _, c := range []struct {
		name, bytes string
		kind        chancery.ErrorKind
		says        string
	}{
		{"empty", "", chancery.Invalid, "empty"},
		{"nothing but space", " \n\t\n", chancery.Invalid, "no text"},
		{"a broken PDF", "%PDF-1.7\n...", chancery.Invalid, "damaged PDF"},
		{"a broken archive", "PK\x03\x04....", chancery.Invalid, "damaged archive"},
		{"PNG", "\x89PNG\r\n\x1a\n", chancery.Unsupported, "image"},
		{"binary", "abc\x00def", chancery.Unsupported, "binary"},
		{"too large", strings.Repeat("a", 101), chancery.Unsupported, "limit of 100 bytes"},
		{"nested without end", "<html>" + strings.Repeat("<div>", 5000) + "x", chancery.Invalid, "save the page as text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lim := Limits{}
			if c.name == "too large" {
				lim.Bytes = 100
			}
			_, _, err := Read(t.Context(), "x", strings.NewReader(c.bytes), lim)
			if err == nil || chancery.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v (%s), want %s that says %q", err, chancery.KindOf(err), c.kind, c.says)
			}
		})
	}
}

func TestWalkYieldsFilesInOrderAndPassesOverHiddenOnesAndRegisters(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"b.txt": "two", "a/z.txt": "one", ".hidden": "no", ".git/x.txt": "no", "c.pdf": "%PDF-1", "chancery.db": "SQLite format 3\x00....", "chancery.db-wal": "x",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for f := range Walk(context.Background(), []string{dir, filepath.Join(dir, "b.txt"), filepath.Join(dir, "none")}, Limits{}) {
		rel, _ := filepath.Rel(dir, f.Path)
		what := f.Document.Text
		if f.Err != nil {
			what = string(chancery.KindOf(f.Err))
		}
		got = append(got, rel+"="+what)
	}
	want := "a/z.txt=one b.txt=two c.pdf=invalid none=not-found"
	if strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	for range Walk(context.Background(), []string{dir, dir + "/none"}, Limits{}) {
		break // must not call back
	}
}

const page = `<!DOCTYPE html><html lang="ru"><head><title>Торг на реке</title><meta name="citation_author" content="А. Б. Речной">
<meta name="citation_publication_date" content="2011/4/05"><link rel="canonical" href="https://example.org/torg"></head><body>
<nav><ul><li><a href=/>Главная</a><li><a href=/b>Библиотека</a></ul></nav>
<main><h1>Торг на реке</h1><p>Грамота дана<sup>1</sup> в   1701
году&nbsp;в мае.<script>var x = 1</script></p><!-- нет -->
<table><tr><th>Товар</th><th>Пошлина</th></tr><tr><td>Соль</td><td>2<br>коп.</td></tr></table>
<p>Конец.</p><div class="mw-editsection">[править]</div></main><footer>Все права</footer></body></html>`

func TestReadHTMLKeepsTheTextAndMarksFurniture(t *testing.T) {
	d, _ := read(t, "torg.html", []byte(page))
	want := "Главная\nБиблиотека\n\nТорг на реке\n\nГрамота дана1 в 1701 году\u00a0в мае.\n\nТовар\tПошлина\nСоль\t2 коп.\n\nКонец.\n\n[править]\n\nВсе права"
	if d.Text != want {
		t.Errorf("got  %q\nwant %q", d.Text, want)
	}
	var furniture, blocks []string
	for _, s := range d.Furniture {
		furniture = append(furniture, d.Text[s.Start:s.End])
	}
	for _, s := range d.Blocks {
		blocks = append(blocks, d.Text[s.Start:s.End])
	}
	if g := strings.Join(furniture, "|"); g != "Главная\nБиблиотека|[править]|Все права" {
		t.Errorf("furniture: %q", g)
	}
	if g := strings.Join(blocks, "|"); g != "Главная|Библиотека|Торг на реке|Грамота дана1 в 1701 году\u00a0в мае.|Товар|Пошлина|Соль|2 коп.|Конец.|[править]|Все права" {
		t.Errorf("blocks: %q", g)
	}
	if g := (chancery.Bibliography{Title: "Торг на реке", Author: "А. Б. Речной", Issued: "2011-04-05", URL: "https://example.org/torg", Language: "ru"}); d.Bibliography != g {
		t.Errorf("bibliography: %+v", d.Bibliography)
	}
	if d.Reader != htmlReader {
		t.Errorf("reader: %s", d.Reader)
	}
}

func TestReadHTMLBelievesTheBytesBeforeTheHead(t *testing.T) {
	d, _ := read(t, "x.html", []byte(`<html><head><meta charset="windows-1251"></head><p>`+sample+`</p>`))
	if d.Text != sample {
		t.Errorf("got %q", d.Text)
	}
}
