package ingest_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"example.org/chancery"
	"example.org/chancery/corpus"
	"example.org/chancery/ingest"
	"example.org/chancery/source"
)

func reader(t testing.TB) ingest.Reader {
	t.Helper()
	r, err := ingest.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// corpusDocuments is every document of the corpus as it is read from its file.
func corpusDocuments(t testing.TB) []chancery.Document {
	t.Helper()
	samples, err := corpus.Documents()
	if err != nil {
		t.Fatal(err)
	}
	var ds []chancery.Document
	for _, s := range samples {
		d, _, err := source.Read(t.Context(), s.DocName, bytes.NewReader(s.Bytes), source.Limits{})
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		d.Name = s.Name
		ds = append(ds, d)
	}
	if len(ds) == 0 {
		t.Fatal("the corpus is empty")
	}
	return ds
}

// documentsBeside is the text files of a folder beside the repository; none when it
// is not there.
func documentsBeside(t testing.TB, folder string) []chancery.Document {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", "shared", filepath.FromSlash(folder), "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var ds []chancery.Document
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := source.Read(t.Context(), name, bytes.NewReader(b), source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		ds = append(ds, d)
	}
	return ds
}

func TestEveryQuoteOfTheCorpusStandsInItsDocument(t *testing.T) {
	r := reader(t)
	for _, d := range corpusDocuments(t) {
		t.Run(d.Name, func(t *testing.T) {
			x := r.Read(&d)
			if len(x.Claims) == 0 {
				t.Error("nothing was read")
			}
			stand(t, &d, x)
		})
	}
}

type failer interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// stand checks that every quote of a reading and of its facts stands in the text of
// record, and that the fields of a claim quote it too.
func stand(t failer, d *chancery.Document, x ingest.Reading) {
	for _, cs := range [][]chancery.Claim{x.Claims, x.Facts("sample")} {
		for _, c := range cs {
			all := append([]chancery.Quote{c.Quote}, c.Also...)
			switch b := c.Body.(type) {
			case chancery.Event:
				all = add(all, b.InstrumentAs)
			case chancery.Provision:
				all = add(all, b.InstrumentAs)
			case chancery.Tariff:
				all = add(all, b.InstrumentAs)
			case chancery.Text:
				all = add(all, b.InstrumentAs)
			case chancery.Relation:
				all = add(add(all, b.FromAs), b.ToAs)
			case chancery.Characterisation:
				all = add(all, b.OfAs)
			}
			for _, q := range all {
				if !q.Stands(d.Text) {
					t.Errorf("%s %s: %q does not stand at %d to %d", c.Type(), c.Rule, q.Text, q.Start, q.End)
				}
			}
		}
	}
}

func add(all []chancery.Quote, q *chancery.Quote) []chancery.Quote {
	if q == nil {
		return all
	}
	return append(all, *q)
}

// outcome is all that comes out of a document, as bytes.
func outcome(t failer, r ingest.Reader, d chancery.Document) []byte {
	x := r.Read(&d)
	b, err := json.Marshal(map[string]any{"claims": x.Claims, "links": x.Links, "entries": x.Entries, "issues": x.Issues, "facts": x.Facts("sample")})
	if err != nil {
		t.Fatalf("write down what was read: %v", err)
	}
	return b
}

func TestReadingTwiceGivesTheSameBytes(t *testing.T) {
	first, second := reader(t), reader(t) // packs and authority are read anew, too
	for _, d := range corpusDocuments(t) {
		one := outcome(t, first, d)
		if again := outcome(t, first, d); !bytes.Equal(one, again) {
			t.Errorf("%s: one reader reads two things: %s", d.Name, difference(one, again))
		}
		if other := outcome(t, second, d); !bytes.Equal(one, other) {
			t.Errorf("%s: two readers read two things: %s", d.Name, difference(one, other))
		}
	}
}

// difference is where two outcomes part.
func difference(a, b []byte) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	from := max(0, n-80)
	return string(a[from:min(len(a), n+80)]) + "\n  and  " + string(b[from:min(len(b), n+80)])
}

// sentences are of our own; the properties below hold however they are glued,
// wrapped and broken.
var sentences = []string{
	"Лиссабонский договор был подписан 5 мая 1900 г. в Оломоуце графом Игнатьевым. ",
	"Он так и не был ратифицирован, но Мадридская конвенция 1910 г. отменила его. ",
	"По словам посла А. Ф. Петрова, русско-персидский трактат предполагалось подписать осенью. ",
	"Ст. 3 договора определяла границу по реке Амур; в следующем году он вступил в силу. ",
	"1 (13) июня стороны обменялись ратификационными грамотами. ",
	"Лиссабон келишимине 1900-жылдын 5-майында Оломоуц шаарында кол коюлган. ",
	"Келишим ратификацияланган эмес, 3-берене чек араны аныктаган. ",
	"The Treaty of Lisbon was signed on 5 May 1900 at Olomouc by Count Ignatiev. ",
	"It was never ratified, but the Convention of Madrid of 1910 annulled the Treaty of Lisbon. ",
	"Article 3 of the said treaty fixed a duty of 5 per cent; according to the consul it had lapsed. ",
	"РГАДА. Ф. 12. Оп. 1. Д. 7. Л. 3 об. ",
	"\n\n", "\n", "\t", "Статья 1.\n\n", "Article 2.\n\n", "ЛИССАБОНСКИЙ ДОГОВОР\n\n", "[1]", "¹", " — ", "(", ")", "; ", "\u00ad", "7 ", "1.5 рубля с пуда ",
}

func TestNoDamageMakesAQuoteFalse(t *testing.T) {
	r := reader(t)
	rapid.Check(t, func(t *rapid.T) {
		whole := strings.Join(rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 12).Draw(t, "sentences"), "")
		width := rapid.SampledFrom([]int{0, 12, 40, 60}).Draw(t, "width")
		var b strings.Builder
		column := 0
		for _, c := range whole {
			column++
			if c == '\n' {
				column = 0
			}
			if width > 0 && column > width {
				switch rapid.IntRange(0, 9).Draw(t, "break") {
				case 0:
					b.WriteString("-\n")
					column = 0
				case 1:
					b.WriteString("\n")
					column = 0
				case 2:
					b.WriteString("\n\n18\n\n")
					column = 0
				}
			}
			b.WriteRune(c)
		}
		d := chancery.NewDocument("sample", b.String(), "text/1")
		stand(t, &d, r.Read(&d))
		if one, again := outcome(t, r, d), outcome(t, r, d); !bytes.Equal(one, again) {
			t.Errorf("read twice: %s", difference(one, again))
		}
	})
}

func BenchmarkRead(b *testing.B) { benchmark(b, corpusDocuments(b)) }

// BenchmarkReadSeeds reads real documents, which are not part of the repository.
func BenchmarkReadSeeds(b *testing.B) {
	ds := documentsBeside(b, "seeds")
	if len(ds) == 0 {
		b.Skip("no documents beside the repository")
	}
	benchmark(b, ds)
}

func benchmark(b *testing.B, ds []chancery.Document) {
	r := reader(b)
	size := 0
	for i := range ds {
		size += len(ds[i].Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range ds {
			r.Read(&ds[i])
		}
	}
}
