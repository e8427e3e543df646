package text

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"example.org/chancery"
)

func TestCleanJoinsBrokenWordsButNotCompounds(t *testing.T) {
	for _, c := range []struct{ name, record, want string }{
		{"a word", "послы подали руко-\nписную жалобу", "рукописную"},
		{"a compound", "о делах торгово-\nденежных шла речь", "торгово-денежных"},
		{"the ending of a compound's first part", "от имени советско-\nго правительства", "советского"},
		{"a compound broken elsewhere", "на северо-запад-\nной окраине", "северо-западной"},
		{"points of the compass", "на юго-\nвостоке степи", "юго-востоке"},
		{"one word in юго-", "посол юго-\nславский уехал", "югославский"},
		{"two names", "реки Аму-\nДарья и Сыр", "Аму-Дарья"},
		{"a pair of nations", "о русско-\nмонгольских делах", "русско-монгольских"},
		{"no pair of nations", "из моско-\nвского приказа", "московского"},
		{"an adverb", "писали по-\nпрежнему грамоты", "по-прежнему"},
		{"no adverb", "просили по-\nлитического убежища", "политического"},
		{"figures and an ending", "бул кат 1858-\nжылы жазылган", "1858-жылы"},
		{"letters and an ending", "иш XIX-\nкылымда бүттү", "XIX-кылымда"},
		{"years", "война 1729-\n1733 годов", "1729-1733"},
		{"years with a dash", "война 1729–\n1733 годов", "1729–1733"},
		{"a pronoun", "нашли какой-\nнибудь предлог", "какой-нибудь"},
		{"capitals", "О МИРНОМ ДОГО-\nВОРЕ С ПЕРСИЕЮ", "ДОГОВОРЕ"},
		{"as the document writes it", "знать ново-\nгород и ново-город видеть", "ново-город"},
		{"as the document writes it in one", "знать чай-\nхана и пить в чайхана", "чайхана"},
		{"a soft hyphen", "подали руко\u00ad\nписную жалобу", "рукописную"},
		{"a carriage return", "подали руко-\r\nписную жалобу", "рукописную"},
		{"Kyrgyz", "эки өлкөнүн өкүлдө-\nрү келди", "өкүлдөрү"},
		{"English", "the Anglo-\nPersian border and nego-\ntiations", "Anglo-Persian border and negotiations"},
	} {
		t.Run(c.name, func(t *testing.T) {
			line := "и шли они по степи долго, и дошли до реки, и ждали\n"
			record := strings.Repeat(line, 4) + c.record + " и пришли\n" + line
			x := clean(record)
			if !strings.Contains(x.Mended(), c.want) {
				t.Fatalf("%q is not in %q", c.want, x.Mended())
			}
			at := strings.Index(x.Mended(), c.want)
			q, ok := x.Quote(at, at+len(c.want))
			if !ok || !strings.Contains(c.record, q.Text) || !q.Stands(record) {
				t.Errorf("the quote of %q is %q", c.want, q.Text)
			}
		})
	}
}

func TestCleanTakesMarksOutOfWordsAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		name, record string
		marks        string // of the notes, joined
	}{
		{"a word, a year, a quotation", "дело вёл Соловой1. Умер он в 1702 г.2 «Не дам»3. Так!4 Вот.", "1 2 3 4"},
		{"raised figures", "дело вёл Соловой¹ и умер²", "1 2"},
		{"brackets", "мир[1] и торг[2], подписан[a]", "1 2 a"},
		{"years and sums", "в 1702 г. взяли 15 руб. 20 коп. и 2.200,000 р. на 5% и 14-го числа", ""},
		{"articles", "ст. 5, ст.5 и п.2, П. 1. и гл.3, т.4 и с.15, ф.413, № 3, рис.2", ""},
		{"measures", "площадь 20 км2 и 3 дм3, 5 м2 и 7 м3", ""},
		{"a figure that does not count on", "издание журнал7 вышло", ""},
		{"decimals", "дробь 1.5 и слово.5 раз", ""},
		{"codes", "по адресу abc/def1 и a_bcd2 там", ""},
		{"days", "числа 12.03.1702 и 24.IV 1702, 5:30", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, n := range clean(c.record).Notes {
				got = append(got, n.Mark)
			}
			if strings.Join(got, " ") != c.marks {
				t.Errorf("marks %v of %q, want %s", got, c.record, c.marks)
			}
		})
	}
}

func TestCleanTiesNotesToMarks(t *testing.T) {
	for _, c := range []struct{ name, record, want string }{
		{"by number, in brackets", "Мир заключён.[1] Торг открыт.[2]\n\n[1] Архив, ф. 2.\n[2] Ibid., d. 3.", "1:[1] Архив, ф. 2. 2:[2] Ibid., d. 3."},
		{"by place in a list without numbers", "Мир заключён1. Торг открыт2.\n\nПримечания\n\nРГАДА. Ф. 2. Оп. 1.\nТам же. Л. 3.", "1:РГАДА. Ф. 2. Оп. 1. 2:Там же. Л. 3."},
		{"by letter", "Подписан 1702[a] и отменён[b].\n\nПримечания\na. День размена.\nb. Заменён.", "a:a. День размена. b:b. Заменён."},
		{"a mark whose note is missing", "Мир заключён1. Торг открыт2.", "1: 2:"},
		{"articles are no notes", "Мир заключён1.\n\n1. Хан отдаёт земли.\n2. Купцы торгуют.", "1:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := clean(c.record)
			var got []string
			for _, n := range x.Notes {
				got = append(got, n.Mark+":"+x.Mended()[n.Span.Start:n.Span.End])
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, " "), c.want)
			}
		})
	}
}

func TestCleanKeepsFurnitureOutOfTheText(t *testing.T) {
	record := "Главная\nЧитайте также\nМир заключён в мае.\nВсе права"
	at := strings.Index(record, "Мир")
	d := chancery.NewDocument("x.html", record, "html/1")
	d.Furniture = []chancery.Span{{Start: 0, End: at - 1}, {Start: strings.Index(record, "Все"), End: len(record)}}
	d.Blocks = []chancery.Span{{Start: 0, End: 14}}
	x := Clean(&d)
	for _, p := range x.Paragraphs {
		if s := x.Mended()[p.Start:p.End]; (p.Kind == Furniture) == strings.HasPrefix(s, "Мир") {
			t.Errorf("%q is %s", s, p.Kind)
		}
	}
}

func TestCleanRecognisesWhatIsLost(t *testing.T) {
	whole := strings.Repeat("В 1702 году, в мае, послы прибыли к реке и не нашли там никого; на другой день о том писали в Тобольск. ", 12)
	stripped := regexp.MustCompile(`(^|\s)\S(\s|$)`).ReplaceAllString(regexp.MustCompile(`[0-9,.;]`).ReplaceAllString(strings.ToLower(whole), ""), " ")
	stripped = strings.Join(strings.Fields(regexp.MustCompile(`(^|\s)[а-я](\s|$)`).ReplaceAllString(stripped, " ")), " ")
	kyrgyz := strings.Repeat("элчилер дарыяга келди бирок ал жерден эч ким табылган жок эртеси өкмөткө кат жазылды үй курулду ", 12)
	for _, c := range []struct {
		name, record string
		want         Losses
	}{
		{"nothing", whole, Losses{}},
		{"all", stripped, Losses{Digits: true, Case: true, Punctuation: true, ShortWords: true}},
		{"Kyrgyz has no one-letter words", kyrgyz, Losses{Digits: true, Case: true, Punctuation: true}},
		{"too short to tell", "мир подписан в мае", Losses{}},
		{"prose without a figure", strings.NewReplacer("1702", "том").Replace(whole[:len(whole)/6]), Losses{}},
		{"dates without figures", strings.Repeat("Послы прибыли мая года и не нашли там никого, а в июне с ними писали. ", 15), Losses{Digits: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := clean(c.record).Losses; got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestCleanNamesNoiseAndTwiceDecodedText(t *testing.T) {
	for _, c := range []struct{ name, record, kind string }{
		{"noise", "Договоръ вл%деть русск1е сосЬднихъ отнынЬ дpужбу", "ocr-noise"},
		{"decoded twice", "Ð”Ð¾Ð³Ð¾Ð²Ð¾Ñ€ Ð¾ Ð¼Ð¸Ñ€Ðµ Ð¸ Ñ‚Ð¾Ñ€Ð³Ðµ", "mixed-encodings"},
		{"undecodable", "договор\ufffd о мире", "undecodable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, i := range clean(c.record).Issues {
				if i.Kind == c.kind && i.Count > 0 && len(i.At) > 0 {
					return
				}
			}
			t.Errorf("no %s among %v", c.kind, clean(c.record).Issues)
		})
	}
}

// FuzzClean checks on any bytes what holds of every text.
func FuzzClean(f *testing.F) {
	f.Add("руко-\nводство1\n\n\f— 2 —\n1 РГАДА. Ф. 2.\nдалее")
	f.Add("a\tb\r\nc | d | e\u00ad\ufeff \u00a0-x\xff")
	f.Fuzz(func(t *testing.T, s string) { mustBeSound(t, clean(s)) })
}

func TestEveryMendedStretchComesFromTheRecord(t *testing.T) {
	piece := rapid.SampledFrom([]string{"руко-", "водство", "торгово-", "Шабин-", "Дабаг", "1", "12", "1701 г.", "«", "»", "—", ".", ",", "?", " ", " ", "  ", "\u00a0", "\u00ad", "\u200b",
		"\t", "\n", "\n", "\n\n", "\r\n", "\f", "— 214 —", "1. РГАДА. Ф. 1. Оп. 2.", "____", "                                 ", "Там же.", "[1]", "¹", "слово", "The end", " -жылы", "\xff", "é", "|", "слово слово слово слово слово слово слово слово слово"})
	rapid.Check(t, func(t *rapid.T) {
		mustBeSound(t, clean(strings.Join(rapid.SliceOfN(piece, 0, 120).Draw(t, "pieces"), "")))
	})
}

func TestALineMayEndWithANoBreakSpace(t *testing.T) {
	mustBeSound(t, clean("водство\u00a0\nслово слово слово слово слово слово слово слово слово"))
}

type failer interface{ Fatalf(string, ...any) }

func mustBeSound(t failer, x *Text) {
	m, r := x.Mended(), x.Record()
	at := 0
	for _, s := range x.fold.segments {
		if s.at != at || s.n <= 0 || s.from < 0 || s.of < 0 || s.from+s.of > len(r) {
			t.Fatalf("segment %+v at %d of %q", s, at, r)
		}
		at += s.n
		for i := 0; i < s.n && s.n == s.of; i++ {
			if a, b := m[s.at+i], r[s.from+i]; a != b && !(a <= ' ' && b <= ' ') {
				t.Fatalf("%q became %q", r[s.from:s.from+s.of], m[s.at:s.at+s.n])
			}
		}
		if s.n != s.of && strings.Trim(m[s.at:s.at+s.n], " \t\n") != "" {
			t.Fatalf("%q stands for %q", m[s.at:s.at+s.n], r[s.from:s.from+s.of])
		}
	}
	if at != len(m) {
		t.Fatalf("the map ends at %d of %d", at, len(m))
	}
	last := 0
	for _, p := range x.Paragraphs {
		if p.Start < last || p.End > len(m) || p.Start > p.End {
			t.Fatalf("paragraph %v in %q", p, m)
		}
		last = p.End
		mustComeBack(t, x, p)
	}
	d := chancery.NewDocument("", r, "")
	for _, i := range x.Issues {
		for _, s := range i.At {
			if _, ok := d.Quote(s); !ok && utf8.ValidString(r) {
				t.Fatalf("issue %s at %v of %q", i.Kind, s, r)
			}
		}
	}
	for _, n := range x.Notes {
		if n.At < -1 || n.At > len(m) || n.Span.End > len(m) {
			t.Fatalf("note %+v", n)
		}
	}
}

// mustComeBack checks that each word of a paragraph leads to its place in the
// record and back.
func mustComeBack(t failer, x *Text, p Paragraph) {
	m := x.Mended()[p.Start:p.End]
	at := 0
	for _, w := range strings.Fields(m) {
		i := at + strings.Index(m[at:], w)
		at = i + len(w)
		a, b := p.Start+i, p.Start+at
		q, ok := x.Quote(a, b)
		if !ok || utf8.ValidString(x.Record()) && !utf8.ValidString(q.Text) {
			t.Fatalf("%q has the quote %q", w, q.Text)
		}
		if a2, b2, ok := x.Mend(q.Span); !ok || a2 != a || b2 != b {
			t.Fatalf("%q at %d-%d came back as %d-%d of %q", w, a, b, a2, b2, x.Record())
		}
	}
}

func TestCleanMendsTheFirstRealDocuments(t *testing.T) {
	for _, c := range []struct {
		file  string
		check func(*testing.T, *Text)
	}{
		{"xinjiang-ru.txt", func(t *testing.T, x *Text) {
			for _, w := range regexp.MustCompile(`\pL+- \pL+|\pL+-\n\pL+`).FindAllString(x.Mended(), -1) {
				t.Errorf("left broken: %q", w)
			}
			for _, w := range regexp.MustCompile(`\pL{3,}\d+(\s|\.)|»\d`).FindAllString(x.Mended(), -1) {
				t.Errorf("mark left: %q", w)
			}
			for _, n := range x.Notes {
				if n.At < 0 {
					t.Errorf("no mark for the note %q", x.Mended()[n.Span.Start:n.Span.End])
				}
			}
		}},
		{"peking1925-ru.txt", func(t *testing.T, x *Text) {
			if x.Losses != (Losses{true, true, true, true}) {
				t.Errorf("losses: %+v", x.Losses)
			}
		}},
		{"tientsin-ky.txt", func(t *testing.T, x *Text) {
			if !x.MachineTranslated || regexp.MustCompile(`\d -\pL`).MatchString(x.Mended()) {
				t.Error("spaces are left before hyphens")
			}
		}},
		{"kyakhta-ru.txt", func(t *testing.T, x *Text) {
			if len(x.Issues) > 0 || x.Losses.Any() || strings.ReplaceAll(x.Mended(), "\n\n", "\n") != strings.TrimSpace(x.Record()) {
				t.Errorf("a clean document was changed: %v", x.Issues)
			}
		}},
	} {
		t.Run(c.file, func(t *testing.T) {
			b, err := os.ReadFile("../../shared/seeds/" + c.file)
			if err != nil {
				t.Skip("the first real documents are not beside the repository: ", err)
			}
			x := clean(string(b))
			mustBeSound(t, x)
			c.check(t, x)
		})
	}
}

func BenchmarkClean(b *testing.B) {
	line := "Прибывшие зимою гости просили воеводу о торге солью и о про-\nезде к верхним юртам; воевода ответил им, что без царского указа он\nторговать не велит1. В 1701 г. он умер.\n"
	for _, c := range []struct{ name, record string }{
		{"wrapped", strings.Repeat(line, 5000)},
		{"plain", strings.Repeat(strings.Repeat(strings.ReplaceAll(strings.ReplaceAll(line, "-\n", ""), "\n", " "), 8)+"\n", 600)},
	} {
		b.Run(c.name, func(b *testing.B) {
			d := chancery.NewDocument("x.txt", c.record, "text/1")
			b.SetBytes(int64(len(c.record)))
			b.ReportAllocs()
			for b.Loop() {
				Clean(&d)
			}
		})
	}
}
