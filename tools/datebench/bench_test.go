// Package datebench measures how fast dates are read, beside a single regular expression
// and beside go-dateparser, on the same Russian text. It is a module of its own, so that
// the product does not depend on what it is compared with:
//
//	cd tools/datebench && go test -bench . -benchmem
package datebench

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/markusmobius/go-dateparser"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// between stands between two sentences with dates, so that these are as rare as in prose;
// its number keeps paragraphs from being taken for one that is printed again and again.
const between = "Послы спорили о границе и о торговле, но согласия в деле № %d не нашли. Караван стоял у реки, и купцы ждали известий из столицы. " +
	"Губернатор писал, что люди устали, а припасы кончаются. Переводчик болел, и %d бумаг лежали без ответа.\n\n"

// russian is the generated Russian sentences of the product's own tests, over and over, to
// at least size bytes.
func russian(b testing.TB, size int) string {
	f, err := os.Open("../../mention/testdata/dates/generated.tsv")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var sentences []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if c := strings.Split(s.Text(), "\t"); c[0] == "ru" {
			sentences = append(sentences, c[1])
		}
	}
	var t strings.Builder
	for n := 0; t.Len() < size; n++ {
		fmt.Fprintf(&t, "%s "+between, sentences[n%len(sentences)], n, n%900+100)
	}
	return t.String()
}

func BenchmarkChancery(b *testing.B) {
	set, err := lang.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name string
		size int
	}{{"1MB", 1 << 20}, {"10MB", 10 << 20}} {
		b.Run(c.name, func(b *testing.B) {
			s := russian(b, c.size)
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				d := chancery.Document{Text: s}
				ms := mention.FindDates(token.Split(text.Clean(&d), set))
				b.ReportMetric(float64(len(ms.All)), "dates")
			}
		})
	}
}

// oneForm is the commonest form alone.
var oneForm = regexp.MustCompile(`(?i)\b?(\d{1,2})(?:-го)?\s+(января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)` +
	`(?:\s+(\d{4})(?:\s+(?:года|году|год|г\.))?)?`)

func BenchmarkOneRegexp(b *testing.B) {
	s := russian(b, 1<<20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		b.ReportMetric(float64(len(oneForm.FindAllStringIndex(s, -1))), "dates")
	}
}

// BenchmarkGoDateparser reads a tenth, for it is slow.
func BenchmarkGoDateparser(b *testing.B) {
	s := russian(b, 1<<20/10)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		_, found, err := dateparser.Search(&dateparser.Configuration{Languages: []string{"ru"}}, s)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(found)), "dates")
	}
}
