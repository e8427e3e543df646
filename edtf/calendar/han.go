package calendar

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// HanDate is a date in Chinese characters and where it stands.
type HanDate struct {
	Date
	Start, End int // bytes of the text
	Beside     int // the Gregorian year that is printed beside the reign year, 0 for none
}

// prefixes are the states and temple names that stand before an era.
var prefixes = []string{"大清國", "大清国", "大清", "皇清", "前清", "清朝", "清國", "清国", "清",
	"大日本帝國", "大日本帝国", "大日本國", "大日本国", "大日本", "日本國", "日本国", "日本",
	"世祖", "聖祖", "圣祖", "世宗", "高宗", "仁宗", "宣宗", "文宗", "穆宗", "德宗"}

// hanEras are the eras by their first character.
var hanEras = sync.OnceValue(func() map[rune][]Era {
	m := map[rune][]Era{}
	for _, e := range eras() {
		for _, name := range e.Han {
			c, _ := utf8.DecodeRuneInString(name)
			if !slices.ContainsFunc(m[c], func(x Era) bool { return x.Key == e.Key }) {
				m[c] = append(m[c], e)
			}
		}
	}
	return m
})

// hanStarts are the characters with which a date can begin.
var hanStarts = sync.OnceValue(func() map[rune]bool {
	m := map[rune]bool{}
	for c := range hanEras() {
		m[c] = true
	}
	for _, w := range append(append(slices.Clone(prefixes), hanDigits[:]...), "中民公西俄第同是本該该次翌明0123456789０１２３４５６７８９十") {
		for _, c := range w {
			m[c] = true
		}
	}
	return m
})

// ScanHan finds the dates that a text gives in Chinese characters, in order: years,
// months and days of the reigns and eras of Eras, of the Republic of China, and
// those of the Western year. Traditional, simplified and Japanese characters are
// read, figures too, and white space between the characters is passed over.
func ScanHan(text string) []HanDate {
	var out []HanDate
	var last HanDate
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if n == 1 && (c < '0' || c > '9') || unicode.IsSpace(c) {
			i += n
			continue
		}
		r := hanReader{text: text, pos: i, last: last}
		if !hanStarts()[c] {
			i += n
			continue
		}
		if d, ok := r.date(); ok {
			d.Start, d.End = i, r.pos
			out = append(out, d)
			last = d
			i = r.pos
			continue
		}
		i += n
		if c >= '0' && c <= '9' { // a number is one thing
			for i < len(text) && text[i] >= '0' && text[i] <= '9' {
				i++
			}
		}
	}
	return out
}

// date reads a date that begins here.
func (r *hanReader) date() (HanDate, bool) {
	if d, ok := r.sameYear(); ok {
		return d, true
	}
	at := *r
	for {
		if _, ok := at.eat(prefixes...); !ok {
			break
		}
	}
	for _, e := range hanEras()[at.peek()] {
		after := at
		if _, ok := after.eat(e.Han...); !ok {
			continue
		}
		if d, ok := after.reign(e); ok {
			*r = after
			return d, true
		}
	}
	if _, ok := at.eat("中華民國", "中华民国", "中華民国", "民國", "民国"); ok {
		d, ok := at.republic()
		if ok {
			*r = at
		}
		return d, ok
	}
	return r.western()
}

// sameYear reads a month of the year of the date before, or of the next: 同年七月初七日.
func (r *hanReader) sameYear() (HanDate, bool) {
	d := HanDate{Date: Date{Calendar: r.last.Calendar, Era: r.last.Era, Year: r.last.Year}}
	if d.Year == 0 {
		return d, false
	}
	at := *r
	if _, ok := at.eat("同年", "是年", "本年", "該年", "该年"); !ok {
		if _, ok := at.eat("次年", "翌年", "明年"); !ok {
			return d, false
		}
		d.Year++
	}
	e, _ := EraOf(d.Era)
	if at.monthAndDay(&d, e); d.Month == 0 {
		return d, false
	}
	*r = at
	return d, true
}

// reign reads what follows the name of an era.
func (r *hanReader) reign(e Era) (HanDate, bool) {
	d := HanDate{Date: Date{Calendar: e.Calendar, Era: e.Key}}
	if _, ok := r.eat("年間", "年间", "年中"); ok {
		return d, e.Years > 0
	}
	if n, ok := r.sexagenary(); ok { // the year by its place in the cycle alone
		for y := 1; y <= e.Years && d.Year == 0; y++ {
			if SexagenaryYear(e.First+y-1) == n {
				d.Year = y
			}
		}
		if d.Year == 0 {
			return d, false
		}
		r.eat("年", "歲", "岁")
	} else if !r.year(&d) {
		return d, r.figures(&d)
	}
	r.beside(&d)
	r.monthAndDay(&d, e)
	return d, true
}

// year reads the number of a year and 年.
func (r *hanReader) year(d *HanDate) bool {
	at := *r
	at.eat("第")
	if _, ok := at.eat("元"); ok {
		d.Year = 1
	} else if n, ok := at.number(); ok && n > 0 {
		d.Year = n
	} else {
		return false
	}
	if _, ok := at.eat("年", "載", "载"); !ok {
		return false
	}
	*r = at
	return true
}

// figures reads a date in figures, 明治38.9.5.
func (r *hanReader) figures(d *HanDate) bool {
	at := *r
	var n [3]int
	for i := range n {
		v, ok := at.number()
		if !ok {
			return false
		}
		n[i] = v
		if _, ok := at.eat(".", "．", "・", "/", "-", "、"); !ok && i < 2 {
			return false
		}
	}
	d.Year, d.Month, d.Day = n[0], n[1], n[2]
	*r = at
	return d.Month <= 12 && d.Day <= 31
}

// beside passes over what repeats the year: its place in the cycle of sixty, and
// the Western year in brackets.
func (r *hanReader) beside(d *HanDate) {
	at := *r
	at.eat("歲次", "岁次", "歲在", "岁在", "太歲", "太岁")
	if _, ok := at.sexagenary(); ok {
		at.eat("年", "歲", "岁")
		*r = at
	}
	at = *r
	if _, ok := at.eat("(", "（", "〔", "[", "【"); !ok {
		return
	}
	at.eat("公元", "西元", "西曆", "西历", "西暦", "即")
	at.sexagenary()
	n, isYear := at.number()
	at.eat("年")
	at.sexagenary()
	if _, ok := at.eat(")", "）", "〕", "]", "】"); ok {
		if isYear && n >= 1000 {
			d.Beside = n
		}
		*r = at
	}
}

// lunarNames are the months that have names.
var lunarNames = map[string]int{"正": 1, "元": 1, "冬": 11, "臘": 12, "腊": 12, "蜡": 12, "蠟": 12}

// monthAndDay reads a month and a day of it, as far as they stand there. e is the
// era, for the place of a day in the cycle of sixty.
func (r *hanReader) monthAndDay(d *HanDate, e Era) {
	at := *r
	at.eat("之", ",", "，", "、")
	if !at.month(d) {
		return
	}
	*r = at
	at.day(d, e)
	*r = at
}

// month reads 五月, 閏五月, 正月, 仲夏月.
func (r *hanReader) month(d *HanDate) bool {
	at := *r
	if m, ok := at.seasonMonth(); ok {
		d.Month = m
		*r = at
		return true
	}
	if !at.before("月") { // 冬月 is a month, the 冬 of 冬十月 a season
		at.eat("春", "夏", "秋", "冬")
	}
	_, leap := at.eat("閏", "闰", "潤")
	at.eat("第")
	var m int
	if n, ok := at.number(); ok {
		m = n
	} else if w, ok := at.eat("正", "元", "冬", "臘", "腊", "蜡", "蠟"); ok {
		m = lunarNames[w]
	}
	at.eat("個", "个", "箇")
	if _, ok := at.eat("月"); !ok || m < 1 || m > 12 {
		return false
	}
	d.Month, d.Leap = m, leap
	*r = at
	return true
}

// seasonMonth reads the months of a season: 孟夏 the fourth, 仲夏 the fifth.
func (r *hanReader) seasonMonth() (int, bool) {
	at := *r
	p, ok := at.eat("孟", "仲", "季")
	if !ok {
		return 0, false
	}
	s, ok := at.eat("春", "夏", "秋", "冬")
	if !ok {
		return 0, false
	}
	at.eat("之月", "月")
	*r = at
	return 3*(strings.Index("春夏秋冬", s)/3) + strings.Index("孟仲季", p)/3 + 1, true
}

// day reads 初三日, 廿六, 三十日, 望日, or the day's place in the cycle of sixty.
func (r *hanReader) day(d *HanDate, e Era) {
	at := *r
	cycle, hasCycle := at.sexagenary()
	start := at.pos
	if _, ok := at.eat("朔"); ok {
		if at.peek() != '日' && hasCycle { // 乙丑朔 names the first day, a later one may follow
			hasCycle = false
		}
		d.Day = 1
	} else if _, ok := at.eat("望"); ok {
		d.Day = 15
	} else if _, ok := at.eat("晦"); ok {
		d.Day = 29
		if next := (Date{d.Calendar, d.Era, d.Year, d.Month, 30, d.Leap}); exists(next) {
			d.Day = 30
		}
	} else {
		_, first := at.eat("初")
		at.eat("第")
		n, ok := at.number()
		if !ok || n < 1 || n > 31 || first && n > 10 {
			at.pos = start
		} else if at.counts(n, first) {
			d.Day = n
		} else {
			at.pos = start
		}
	}
	if d.Day > 0 {
		at.eat("日", "號", "号")
		after := at
		if _, ok := after.sexagenary(); ok { // 初三日甲子
			after.eat("日")
			at = after
		}
		*r = at
		return
	}
	if !hasCycle || e.Key == "" {
		return
	}
	if d.Day = dayOfCycle(d.Date, cycle); d.Day > 0 {
		at.eat("日")
		*r = at
	}
}

// counts says that a number behind a month is its day: 日 follows, or 初 stood before
// it, or nothing follows that it could be a number of.
func (r *hanReader) counts(n int, first bool) bool {
	c := r.peek()
	switch {
	case first || c == '日' || c == '號' || c == '号' || !unicode.Is(unicode.Han, c):
		return true
	case n <= 10:
		return strings.ContainsRune(stems, c)
	}
	return !strings.ContainsRune("條条款個个名人里萬万千百歲岁年月両兩两箱件", c)
}

func exists(d Date) bool {
	_, err := d.Readings()
	return err == nil
}

// dayOfCycle gives the day of the month of d with that place in the cycle; 0 where
// the month has none.
func dayOfCycle(d Date, cycle int) int {
	rs, err := d.Readings()
	if err != nil {
		return 0
	}
	n := 1 + floorMod(cycle-rs[0].First.Sexagenary(), 60)
	if rs[0].First+Day(n)-1 > rs[0].Last {
		return 0
	}
	return n
}

// republic reads what follows 民國. A day of the old calendar is left to its year.
func (r *hanReader) republic() (HanDate, bool) {
	d := HanDate{Date: Date{Calendar: Minguo}}
	_, before := r.eat("紀元前", "纪元前", "前")
	if !r.year(&d) {
		return d, !before && r.figures(&d)
	}
	if before {
		d.Calendar, d.Year = Gregorian, minguoYear0+1-d.Year
	}
	r.beside(&d)
	if _, lunar := r.eat("舊曆", "旧历", "陰曆", "阴历", "農曆", "农历", "夏曆", "夏历"); !lunar {
		r.eat("國曆", "国历", "陽曆", "阳历", "新曆", "新历")
		r.monthAndDay(&d, Era{})
	}
	return d, true
}

// western reads a year of four figures with 年, and what follows.
func (r *hanReader) western() (HanDate, bool) {
	at := *r
	d := HanDate{Date: Date{Calendar: Unstated}}
	if _, ok := at.eat("俄曆", "俄历"); ok {
		d.Calendar = Julian
	} else if _, ok := at.eat("公元", "西元", "西曆", "西历", "西暦", "公曆", "公历"); ok {
		d.Calendar = Gregorian
	}
	if !at.year(&d) || d.Year < 1000 || d.Year > 2100 {
		return d, false
	}
	at.monthAndDay(&d, Era{})
	*r = at
	return d, true
}
