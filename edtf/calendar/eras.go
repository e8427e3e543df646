package calendar

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Era is a count of years that begins again: a reign, a name of an era.
type Era struct {
	Key      string   // lower case: "xianfeng", "meiji"
	Calendar Calendar // Qing or Japanese
	First    int      // the Gregorian year in which its year 1 begins
	Start    Day      // its first day, or the first of its year 1 where it took effect with it
	Years    int      // its last year; 0 for an era that goes on
	Name     string   // as it is written in Latin letters today: "Xianfeng"
	Han      []string // in characters: traditional, simplified, variants
}

// Eras lists the eras known here, by calendar and time.
//
// Qing: a reign's first year is the one after the accession, and the old name is
// kept to the end of the year; China, Shunzhi to Xuantong: A. C. Moule, The Rulers
// of China, London 1957, and P. Hoang, Concordance des chronologies néoméniques,
// Shanghai 1910. Qixiang was proclaimed in August 1861 for the year 1862 and
// replaced by Tongzhi before it began. Japanese: P. Y. Tsuchihashi, Japanese
// Chronological Tables, Tokyo 1952; an era's first year is the whole year in which
// it was proclaimed.
func Eras() []Era { return slices.Clone(eras()) }

// eras is made once, when it is first asked for, and never changed.
var eras = sync.OnceValue(func() []Era {
	q := func(key, name string, first, years int, han ...string) Era {
		return Era{key, Qing, first, chineseYears[first-chineseFirst].first, years, name, han}
	}
	j := func(key, name string, y, m, d, first, years int, han ...string) Era {
		return Era{key, Japanese, first, FromGregorian(y, m, d), years, name, han}
	}
	return []Era{
		q("shunzhi", "Shunzhi", 1644, 18, "順治", "顺治"),
		q("kangxi", "Kangxi", 1662, 61, "康熙", "康煕", "康熈"),
		q("yongzheng", "Yongzheng", 1723, 13, "雍正"),
		q("qianlong", "Qianlong", 1736, 60, "乾隆"),
		q("jiaqing", "Jiaqing", 1796, 25, "嘉慶", "嘉庆"),
		q("daoguang", "Daoguang", 1821, 30, "道光"),
		q("xianfeng", "Xianfeng", 1851, 11, "咸豐", "咸丰"),
		q("qixiang", "Qixiang", 1862, 1, "祺祥"),
		q("tongzhi", "Tongzhi", 1862, 13, "同治"),
		q("guangxu", "Guangxu", 1875, 34, "光緒", "光绪"),
		q("xuantong", "Xuantong", 1909, 3, "宣統", "宣统"),

		j("keicho", "Keichō", 1596, 12, 16, 1596, 20, "慶長", "庆长"),
		j("genna", "Genna", 1615, 9, 5, 1615, 10, "元和"),
		j("kanei", "Kan'ei", 1624, 4, 17, 1624, 21, "寛永", "寬永", "宽永"),
		j("shoho", "Shōhō", 1645, 1, 13, 1644, 5, "正保"),
		j("keian", "Keian", 1648, 4, 7, 1648, 5, "慶安", "庆安"),
		j("joo", "Jōō", 1652, 10, 20, 1652, 4, "承応", "承應", "承应"),
		j("meireki", "Meireki", 1655, 5, 18, 1655, 4, "明暦", "明曆", "明历"),
		j("manji", "Manji", 1658, 8, 21, 1658, 4, "万治", "萬治"),
		j("kanbun", "Kanbun", 1661, 5, 23, 1661, 13, "寛文", "寬文", "宽文"),
		j("enpo", "Enpō", 1673, 10, 30, 1673, 9, "延宝", "延寶"),
		j("tenna", "Tenna", 1681, 11, 9, 1681, 4, "天和"),
		j("jokyo", "Jōkyō", 1684, 4, 5, 1684, 5, "貞享", "贞享"),
		j("genroku", "Genroku", 1688, 10, 23, 1688, 17, "元禄", "元祿"),
		j("hoei", "Hōei", 1704, 4, 16, 1704, 8, "宝永", "寶永"),
		j("shotoku", "Shōtoku", 1711, 6, 11, 1711, 6, "正徳", "正德"),
		j("kyoho", "Kyōhō", 1716, 8, 9, 1716, 21, "享保"),
		j("genbun", "Genbun", 1736, 6, 7, 1736, 6, "元文"),
		j("kanpo", "Kanpō", 1741, 4, 12, 1741, 4, "寛保", "寬保", "宽保"),
		j("enkyo", "Enkyō", 1744, 4, 3, 1744, 5, "延享"),
		j("kanen", "Kan'en", 1748, 8, 5, 1748, 4, "寛延", "寬延", "宽延"),
		j("horeki", "Hōreki", 1751, 12, 14, 1751, 14, "宝暦", "寶曆", "寶暦", "宝历"),
		j("meiwa", "Meiwa", 1764, 6, 30, 1764, 9, "明和"),
		j("anei", "An'ei", 1772, 12, 10, 1772, 10, "安永"),
		j("tenmei", "Tenmei", 1781, 4, 25, 1781, 9, "天明"),
		j("kansei", "Kansei", 1789, 2, 19, 1789, 13, "寛政", "寬政", "宽政"),
		j("kyowa", "Kyōwa", 1801, 3, 19, 1801, 4, "享和"),
		j("bunka", "Bunka", 1804, 3, 22, 1804, 15, "文化"),
		j("bunsei", "Bunsei", 1818, 5, 26, 1818, 13, "文政"),
		j("tenpo", "Tenpō", 1831, 1, 23, 1830, 15, "天保"),
		j("koka", "Kōka", 1845, 1, 9, 1844, 5, "弘化"),
		j("kaei", "Kaei", 1848, 4, 1, 1848, 7, "嘉永"),
		j("ansei", "Ansei", 1855, 1, 15, 1854, 7, "安政"),
		j("manen", "Man'en", 1860, 4, 8, 1860, 2, "万延", "萬延"),
		j("bunkyu", "Bunkyū", 1861, 3, 29, 1861, 4, "文久"),
		j("genji", "Genji", 1864, 3, 27, 1864, 2, "元治"),
		j("keio", "Keiō", 1865, 5, 1, 1865, 4, "慶応", "慶應", "庆应"),
		j("meiji", "Meiji", 1868, 10, 23, 1868, 45, "明治"),
		j("taisho", "Taishō", 1912, 7, 30, 1912, 15, "大正"),
		j("showa", "Shōwa", 1926, 12, 25, 1926, 64, "昭和"),
		j("heisei", "Heisei", 1989, 1, 8, 1989, 31, "平成"),
		j("reiwa", "Reiwa", 2019, 5, 1, 2019, 0, "令和"),
	}
})

// whole gives the days of an era that is over: of a reign of the Qing to the end of
// its last year, of a Japanese era to the day before the next.
func (e Era) whole() (Reading, error) {
	if e.Calendar == Qing {
		return Reading{First: e.Start, Last: min(chinese().last(e.First+e.Years-1), lastQing)}, nil
	}
	for i, x := range eras() {
		if x.Key == e.Key {
			return Reading{First: e.Start, Last: eras()[i+1].Start - 1}, nil
		}
	}
	return Reading{}, fmt.Errorf("%q is no era known here", e.Key)
}

// EraOf is the era of that key; false for none.
func EraOf(key string) (Era, bool) {
	for _, e := range eras() {
		if e.Key == key {
			return e, true
		}
	}
	return Era{}, false
}

// eraIn gives the era of a calendar in which the day lies, of which year y is a year.
func eraIn(c Calendar, d Day, y int) (Era, bool) {
	var found Era
	for _, e := range eras() {
		if e.Calendar == c && e.Start <= d && y >= e.First && e.Key != "qixiang" {
			found = e
		}
	}
	return found, found.Key != ""
}

// String is the name of the era with its characters: "Xianfeng 咸豐".
func (e Era) String() string { return strings.TrimSpace(e.Name + " " + e.Han[0]) }
