package calendar

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// printHan is a date as the tests compare it.
func printHan(d HanDate) string {
	leap := ""
	if d.Leap {
		leap = "*"
	}
	s := strings.TrimSpace(fmt.Sprintf("%s %s", d.Calendar, d.Era)) + fmt.Sprintf(" %d-%d%s-%d", d.Year, d.Month, leap, d.Day)
	if d.Beside > 0 {
		s += fmt.Sprintf(" (%d)", d.Beside)
	}
	return s
}

func TestDatesInCharactersAreRead(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"咸豐八年五月初三日", "qing xianfeng 8-5-3"},
		{"咸丰八年五月初三", "qing xianfeng 8-5-3"},
		{"大清咸豐八年 五月 初三 日", "qing xianfeng 8-5-3"},
		{"清咸豐八年", "qing xianfeng 8-0-0"},
		{"大清國康熙二十八年七月二十四日", "qing kangxi 28-7-24"},
		{"康熙廿八年七月廿四日", "qing kangxi 28-7-24"},
		{"康熙二十有八年七月二十有四日", "qing kangxi 28-7-24"},
		{"康熙二十八年歲次己巳七月廿四", "qing kangxi 28-7-24"},
		{"康熙二十八年閏三月十三日", "qing kangxi 28-3*-13"},
		{"同治元年闰八月卅日", "qing tongzhi 1-8*-30"},
		{"光緒七年正月廿六日", "qing guangxu 7-1-26"},
		{"光緒廿二年冬月卅日", "qing guangxu 22-11-30"},
		{"宣統三年臘月念五日", "qing xuantong 3-12-25"},
		{"雍正五年秋九月", "qing yongzheng 5-9-0"},
		{"雍正五年冬月", "qing yongzheng 5-11-0"},
		{"雍正五年冬十月初一日", "qing yongzheng 5-10-1"},
		{"乾隆五十七年孟春", "qing qianlong 57-1-0"},
		{"乾隆五十七年仲夏月望日", "qing qianlong 57-5-15"},
		{"咸豐八年五月朔", "qing xianfeng 8-5-1"},
		{"咸豐八年五月晦", "qing xianfeng 8-5-30"},
		{"咸豐8年5月3日", "qing xianfeng 8-5-3"},
		{"咸豐８年５月３日", "qing xianfeng 8-5-3"},
		{"咸豐戊午年五月初三日", "qing xianfeng 8-5-3"},
		{"咸豐八年（1858年）五月初三日", "qing xianfeng 8-5-3 (1858)"},
		{"咸豐八年五月辛丑", "qing xianfeng 8-5-27"},
		{"咸豐拾年拾月貳日", "qing xianfeng 10-10-2"},
		{"嘉慶元年元月一日", "qing jiaqing 1-1-1"},
		{"清文宗咸豐八年", "qing xianfeng 8-0-0"},
		{"祺祥元年", "qing qixiang 1-0-0"},
		{"中華民國十三年五月卅一日", "minguo 13-5-31"},
		{"民國元年", "minguo 1-0-0"},
		{"民國七年舊曆五月初三日", "minguo 7-0-0"},
		{"民國前三年", "gregorian 1909-0-0"},
		{"明治三十八年九月五日", "japanese meiji 38-9-5"},
		{"明治38.9.5", "japanese meiji 38-9-5"},
		{"日本國安政五年七月十八日", "japanese ansei 5-7-18"},
		{"慶応元年五月", "japanese keio 1-5-0"},
		{"昭和16年4月13日", "japanese showa 16-4-13"},
		{"一千八百五十八年六月一日", "unstated 1858-6-1"},
		{"一八五八年六月十三日", "unstated 1858-6-13"},
		{"公元1858年6月13日", "gregorian 1858-6-13"},
		{"俄曆一八五八年六月一日", "julian 1858-6-1"},
		{"兩國於咸豐八年四月十六日在愛琿立約，咸豐十年十月初二日在京換約。", "qing xianfeng 8-4-16, qing xianfeng 10-10-2"},
		{"咸豐八年五月初三日立約，同年七月初七日換約，次年正月來京", "qing xianfeng 8-5-3, qing xianfeng 8-7-7, qing xianfeng 9-1-0"},
		{"同年七月初七日", ""},
		{"道光年間貿易", "qing daoguang 0-0-0"},
		// no dates
		{"令和年間", ""},
		{"文化交流", ""},
		{"五月三條", ""},
		{"咸豐皇帝", ""},
		{"咸豐八年五月三條", "qing xianfeng 8-5-0"},
		{"第八年", ""},
		{"甲丑", ""},
		{"1858", ""},
		{"三年五月", ""},
	} {
		var got []string
		for _, d := range ScanHan(c.in) {
			got = append(got, printHan(d))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.in, s, c.want)
		}
	}
}

func TestDatesInCharactersStandWhereTheyAreSaidTo(t *testing.T) {
	text := "約章，大清咸豐八年五月初三日立"
	d := ScanHan(text)[0]
	if got := text[d.Start:d.End]; got != "大清咸豐八年五月初三日" {
		t.Errorf("got %q", got)
	}
}

// inHan prints n in characters, in the way that the other arguments choose.
func inHan(n int, form int) string {
	figures := []rune("〇一二三四五六七八九")
	tens := map[int]string{2: "二十", 3: "三十"}
	if form == 1 {
		tens = map[int]string{2: "廿", 3: "卅"}
	}
	if form == 2 {
		return fmt.Sprint(n)
	}
	s := ""
	switch t := n / 10; {
	case t == 1:
		s = "十"
	case t > 1 && tens[t] != "":
		s = tens[t]
	case t > 1:
		s = string(figures[t]) + "十"
	}
	if n%10 > 0 || n == 0 {
		if form == 3 && n > 10 {
			s += "有"
		}
		s += string(figures[n%10])
	}
	return s
}

func TestEveryQingDayIsReadInEveryWayOfWritingIt(t *testing.T) {
	lo, hi := int32(chineseYears[1].first), int32(lastQing)
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.Int32Range(lo, hi).Draw(t, "day"))
		p, err := d.As(Qing)
		if err != nil {
			t.Fatal(err)
		}
		e, _ := EraOf(p.Era)
		form := rapid.IntRange(0, 3).Draw(t, "form")
		space := rapid.SampledFrom([]string{"", " ", "　"}).Draw(t, "space")
		var b strings.Builder
		b.WriteString(rapid.SampledFrom([]string{"", "清", "大清"}).Draw(t, "prefix"))
		b.WriteString(rapid.SampledFrom(e.Han).Draw(t, "name") + space)
		year := inHan(p.Year, form)
		if p.Year == 1 {
			year = rapid.SampledFrom([]string{"元", "一", "1"}).Draw(t, "first year")
		}
		b.WriteString(year + "年" + space)
		if p.Leap {
			b.WriteString(rapid.SampledFrom([]string{"閏", "闰"}).Draw(t, "leap"))
		}
		month := inHan(p.Month, form)
		if p.Month == 1 && form != 2 {
			month = rapid.SampledFrom([]string{"正", "一"}).Draw(t, "first month")
		}
		b.WriteString(month + "月" + space)
		day := inHan(p.Day, form)
		if p.Day <= 10 && form != 2 {
			day = "初" + day
		}
		b.WriteString(day + rapid.SampledFrom([]string{"日", ""}).Draw(t, "end"))
		text := b.String()
		got := ScanHan(text)
		if len(got) != 1 || got[0].Date != p || got[0].Start != 0 || got[0].End != len(text) {
			t.Fatalf("%s: got %+v, want %+v", text, got, p)
		}
	})
}

func FuzzScanHan(f *testing.F) {
	for _, s := range []string{"大清咸豐八年五月初三日", "明治38.9.5", "民國前三年", "咸豐八年（1858年）五月甲子朔", "一千八百五十八年", "閏", "\xe5\x92"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, d := range ScanHan(s) {
			if d.Start < last || d.End <= d.Start || d.End > len(s) || d.Year < 1 && d.Era == "" {
				t.Fatalf("%q: %+v", s, d)
			}
			last = d.End
			_, _ = d.Readings()
		}
	})
}

func BenchmarkScanHan(b *testing.B) {
	text := strings.Repeat("兩國於咸豐八年四月十六日在愛琿立約，兩國人民永相和好，彼此不得侵犯。", 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		ScanHan(text)
	}
}
