package mention_test

import (
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/lang"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// What the dates of other calendars cost on a text that has few of them.
func BenchmarkDatesOfReigns(b *testing.B) {
	set, err := lang.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	para := "Переговоры начались 5 мая 1858 г. и окончились в июне; договор подписан 1 (13) июня 1858 г., то есть в 3-й день 5-й луны 8-го года правления Сяньфэн, " +
		"в городе Тяньцзине, и ратифицирован в том же году обеими сторонами, о чём послы составили особый протокол на двух языках.\n\n"
	doc := chancery.Document{Text: strings.Repeat(para, 500)}
	ts := token.Split(text.Clean(&doc), set)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		mention.FindReigns(ts)
	}
}
