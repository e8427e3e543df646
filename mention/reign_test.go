package mention_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/chancery/lang"
	"example.org/chancery/mention"
)

// reckonedDates is each date of a text with what stands there.
func reckonedDates(ms *mention.Mentions) string {
	return strings.Join(all(ms, "date", func(m *mention.Mention) string {
		s := m.Date.Value.String()
		if w := m.Date.Written; w != nil {
			leap := ""
			if w.Leap {
				leap = "*"
			}
			s += strings.TrimRight(fmt.Sprintf(" %s %s", w.Calendar, w.Era), " ") + fmt.Sprintf(" %d-%d%s-%d", w.Year, w.Month, leap, w.Day)
		}
		return s
	}), ", ")
}

func TestDatesOfReignsAreReadInEveryOrderOfTheirParts(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"It was signed on the 3rd day of the 5th moon of the 8th year of Hsien-feng at Tientsin.", "1858-06-13 qing xianfeng 8-5-3"},
		{"It was signed on the third day of the fifth moon of the eighth year of Hsien Feng at Tientsin.", "1858-06-13 qing xianfeng 8-5-3"},
		{"It was signed in the 8th year of the reign of Xianfeng, on the 3rd day of the 5th month, at Tientsin.", "1858-06-13 qing xianfeng 8-5-3"},
		{"The treaty bears the date of Kuang-hsü 7, first month, 26th day, and was ratified.", "1881-02-24 qing guangxu 7-1-26"},
		{"The memorial (Xianfeng 8/5/3) is in the archive.", "1858-06-13 qing xianfeng 8-5-3"},
		{"The edict of Kangxi 28, intercalary third month, 5th day, was the first.", "1689-04-24 qing kangxi 28-3*-5"},
		{"The treaty of Portsmouth was signed on Meiji 38.9.5 in the evening.", "1905-09-05 japanese meiji 38-9-5"},
		{"The treaty of peace was signed on the 5th of September of the 38th year of Meiji in the evening.", "1905-09-05 japanese meiji 38-9-5"},
		{"The treaty of friendship was signed on 15 Ramadan 1274 AH in the city.", "1858-04-29 hijri 1274-9-15"},
		{"The year was 7366 from the creation of the world, and he came.", "[1857-09-13..1858-09-12] byzantine 7366-0-0"},
		{"It was signed on the 24th of the 7th month of the 22nd year of Tao-kuang on board a ship.", "1842-08-29 qing daoguang 22-7-24"},
		{"It was signed on 1 Muharram 1274 in the city.", "1857-08-22 hijri 1274-1-1"},
		{"He was born on 5 Farvardin 1304 in the city.", "1925-03-25 hijri-solar 1304-1-5"},
		{"It was signed in the second year of the Exalted by All, on the 24th day of the last autumn moon, in the city.", "1912-11-02 bogd-khan 2-9-24"},
		{"The Safar family had 200 men in the place, and a house.", ""},
		{"The train left at 10 a.m. from the place of the meeting.", ""},
		{"Договор подписан 15 рамадана 1274 г. х. в городе.", "1858-04-29 hijri 1274-9-15"},
		{"Грамота дана лета 7197 августа в 27 день в городе.", "1689-09-06 byzantine 7197-8-27"},
		{"Подписано второго года по возведённый многими, последней осенней луны 24-го дня, в городе.", "1912-11-02 bogd-khan 2-9-24"},
		{"Договор подписан дайцинского правления Сяньфэн 8-го года 5-й луны 3-го дня в городе.", "1858-06-13 qing xianfeng 8-5-3"},
		{"Келишим Сяньфэн башкаруусунун 8-жылынын 4-айынын 5-күнү кол коюлган жана бекитилген.", "1858-05-17 qing xianfeng 8-4-5"},
		{"Договір підписано 5-го дня 4-го місяця 8-го року правління Сяньфен у місті.", "1858-05-17 qing xianfeng 8-4-5"},
		{"The agreement was signed on 31 May of the 13th year of the Republic of China by both.", "1924-05-31 minguo 13-5-31"},
		{"Договор подписан 5-го числа 4-й луны 8-го года правления Сяньфэн в городе.", "1858-05-17 qing xianfeng 8-4-5"},
		{"Договор подписан в 8-й год правления Сянь-фын, 4-й луны 16-го дня, в городе.", "1858-05-28 qing xianfeng 8-4-16"},
		{"Договор подписан в двадцать шестой день первой луны седьмого года Гуансюй в городе.", "1881-02-24 qing guangxu 7-1-26"},
		{"Посольство прибыло на 20-м году Канси в столицу.", "[1681-02-18..1682-02-06] qing kangxi 20-0-0"},
		{"В Пекине это 8-й год Сяньфэн, 5-й месяц, 3-й день, как пишут.", "1858-06-13 qing xianfeng 8-5-3"},
		{"Он прибыл в 7366 году от сотворения мира в город.", "[1857-09-13..1858-09-12] byzantine 7366-0-0"},
		{"Он прибыл 1 сентября 7366 года от сотворения мира в город.", "1857-09-13 byzantine 7366-9-1"},
		{"Договор подписан в 1274 году хиджры в городе.", "[1857-08-22..1858-08-10] hijri 1274-0-0"},
		{"Договор подписан 38-го года Мэйдзи, 9-го месяца, 5-го дня в городе.", "1905-09-05 japanese meiji 38-9-5"},
		{"Договор подписан 3-го дня 5-й луны 8-го года правления Сяньфэн в городе. В том же году он ратифицирован.", "1858-06-13 qing xianfeng 8-5-3, 1858"},
		{"條約於咸豐八年五月初三日在天津簽訂。同年七月七日又簽訂條約。", "1858-06-13 qing xianfeng 8-5-3, 1858-08-15 qing xianfeng 8-7-7"},
		{"В договоре стоит 咸豐八年五月初三日, что верно.", "1858-06-13 qing xianfeng 8-5-3"},
		// a day that the month does not have leaves the month, and what stands there is kept
		{"It was signed on the 31st day of the 5th moon of the 8th year of Hsien-feng at Tientsin.", "[1858-06-11..1858-07-10] qing xianfeng 8-5-31"},
		// the name of an era alone is no date, and other numbers are no years of it
		{"The Kangxi emperor received 200 men in the palace.", ""},
		{"The Meiji government sent 38 ships to the place.", ""},
		{"Император Канси принял 200 человек во дворце.", ""},
	} {
		if got := reckonedDates(find(c.in, set, nil)); got != c.want {
			t.Errorf("%q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func TestADateInCharactersIsQuotedWithoutWhatStandsBesideIt(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	ms := find("中俄於大清咸豐八年五月初三日在天津立約", set, nil)
	for _, m := range ms.All {
		if q, _ := ms.Text.Quote(m.Start, m.Stop); m.Date != nil && q.Text != "大清咸豐八年五月初三日" {
			t.Errorf("got %q", q.Text)
		}
	}
}

func TestAFormIsReadWhereOneDateCoversIt(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"1858-06-13", "1858-06-13 "},
		{"1 (13) июня 1858 г.", "1858-06-13 ru"},
		{"«в 1858 году»,", "1858 ru"},
		{"on 3 May 1858", "1858-05-03 en"},
		{"1858-жылдын 13-июнунда", "1858-06-13 ky"},
		{"清咸豐八年五月初三日", "1858-06-13 zh"},
		{"於咸豐八年五月初三日立約", "not read"},
		{"договор 1858 года", "not read"},
		{"3 May 1858 and 4 May 1858", "not read"},
		{"Tongzhi 1 (1862)", "[1862-01-30..1863-02-17] en"},
		{"Tongzhi 1 (1872)", "not read"},
		{"28th year of the Kangxi reign", "[1689-01-21..1690-02-08] en"},
		{"1274 г. х.", "[1857-08-22..1858-08-10] ru"},
		{"", "not read"},
		{"\xff\xfe", "not read"},
	} {
		got := "not read"
		if d, code, ok := mention.ReadForm(c.in, set); ok {
			got = d.Value.String() + " " + code
		}
		if got != c.want {
			t.Errorf("%q: got %q, wanted %q", c.in, got, c.want)
		}
	}
}

func FuzzReadForm(f *testing.F) {
	set, err := lang.Builtin()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"1 (13) июня 1858 г.", "咸豐八年五月初三日", "Meiji 38.9.5", "Kuang-hsü 7, first month, 26th day", "1 Muharram 1274", "лета 7197", "\xe5\x92"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, _, ok := mention.ReadForm(s, set); ok && d.Value.IsZero() {
			t.Fatalf("%q is read as nothing", s)
		}
	})
}
