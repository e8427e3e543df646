package ingest_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"example.org/chancery"
)

// chapterBytes is how long a chapter of a generated book is: each has persons, places and
// acts of its own, so that they become more as the book grows.
const chapterBytes = 60_000

// book is generated Russian prose such as a history of treaties has: most sentences tell
// of harvests, roads and letters, some of acts. The same size gives the same text.
func book(size int) chancery.Document {
	w := writer{Rand: rand.New(rand.NewPCG(1689, 1858))}
	for w.Len() < size {
		w.chapter(size)
	}
	return chancery.NewDocument("book.txt", w.String(), "text/1")
}

// writer writes a book. The words of a chapter are drawn anew for each.
type writer struct {
	*rand.Rand
	strings.Builder
	year                   int
	persons, towns, rivers []string
}

func (w *writer) chapter(size int) {
	w.year = 1600 + w.IntN(340)
	w.persons, w.towns, w.rivers = nil, nil, nil
	for range 12 {
		w.persons = append(w.persons, w.coined(2)+w.of("ов", "ин", "ев", "ский", "енко"))
		w.towns = append(w.towns, w.coined(2)+w.of("ск", "град", "бург", "поль"))
		w.rivers = append(w.rivers, w.coined(2)+w.of("а", "ь", "он"))
	}
	fmt.Fprintf(w, "Глава о делах %d года\n\n", w.year)
	for end := min(w.Len()+chapterBytes, size); w.Len() < end; {
		for range 4 + w.IntN(6) {
			if w.IntN(4) == 0 {
				w.say(ofActs)
			} else {
				w.say(ofLife)
			}
			if w.IntN(9) == 0 {
				w.year++
			}
		}
		w.WriteString("\n\n")
	}
}

// coined is a word of so many syllables that is not in any list, with a capital letter.
func (w *writer) coined(syllables int) string {
	s := w.of("Б", "В", "Г", "Д", "Ж", "З", "К", "Л", "М", "Н", "П", "Р", "С", "Т", "Ф", "Х", "Ч")
	for i := range syllables {
		if i > 0 {
			s += w.of("б", "в", "г", "д", "л", "м", "н", "р", "с", "т", "к", "ст", "рд", "нк")
		}
		s += w.of("а", "е", "и", "о", "у", "ы") + w.of("", "л", "р", "н", "м", "с", "к")
	}
	return s
}

func (w *writer) of(words ...string) string { return words[w.IntN(len(words))] }

// say writes one of some sentences with each {slot} filled.
func (w *writer) say(sentences []string) {
	rest := w.of(sentences...)
	for {
		before, slot, found := strings.Cut(rest, "{")
		w.WriteString(before)
		if !found {
			break
		}
		slot, rest, _ = strings.Cut(slot, "}")
		w.WriteString(w.word(slot))
	}
	w.WriteString(" ")
}

func (w *writer) word(slot string) string {
	switch slot {
	case "person":
		return w.of(w.persons...)
	case "town":
		return w.of(w.towns...)
	case "river":
		return w.of(w.rivers...)
	case "year":
		return fmt.Sprint(w.year)
	case "day":
		return fmt.Sprint(1 + w.IntN(28))
	case "number":
		return fmt.Sprint(2 + w.IntN(900))
	}
	return w.of(slots[slot]...)
}

var slots = map[string][]string{
	"month":  {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"},
	"season": {"весной", "летом", "осенью", "зимой", "в ту пору", "к концу года", "между тем", "несколько позднее"},
	"adj": {"старый", "новый", "обширный", "каменный", "торговый", "степной", "северный", "долгий", "прежний", "местный", "военный", "деревянный",
		"богатый", "глухой", "тихий", "шумный", "ветхий", "широкий"},
	"thing": {"город", "рынок", "монастырь", "караван", "обоз", "мост", "тракт", "базар", "полк", "отряд", "лес", "берег", "перевал", "двор", "склад",
		"амбар", "колодец", "приход"},
	"verb": {"опустел", "разросся", "оставался без надзора", "сгорел дотла", "достался наследникам", "переходил из рук в руки", "стоял на прежнем месте",
		"требовал починки", "кормил всю округу", "давал скромный доход", "пришёл в упадок", "мало чем отличался от соседних"},
	"people": {"купцы", "крестьяне", "мещане", "казаки", "кочевники", "рыбаки", "ямщики", "монахи", "старожилы", "переселенцы", "чиновники", "мастеровые"},
	"did": {"жаловались на бездорожье", "привозили соль и холст", "держали лошадей", "ждали вскрытия реки", "платили подати мехами", "строили избы у воды",
		"не знали грамоты", "торговали хлебом", "уходили на промысел", "берегли старые обычаи", "собирались у церкви", "спорили о межах"},
	"why": {"потому что дороги размыло", "хотя урожай был хорош", "когда сошёл снег", "пока не подвезли припасы", "так как цены выросли вдвое",
		"о чём подробно рассказывают путевые записки", "несмотря на запреты воеводы", "чему немало дивились приезжие"},
	"kind":  {"договор", "трактат", "протокол", "мирный договор", "торговый договор", "союзный договор"},
	"polis": {"Россией и Китаем", "Россией и Персией", "Россией и Японией", "Англией и Китаем", "Францией и Турцией", "Австрией и Пруссией", "Россией и Швецией"},
	"state": {"Россия", "Турция", "Персия", "Англия", "Франция", "Пруссия", "Япония", "Швеция"},
	"rank":  {"генерал", "граф", "князь", "посол", "советник", "полковник", "барон"},
	"matter": {"свободу торговли по всей границе", "беспошлинный провоз товаров", "выдачу перебежчиков", "право содержать консулов", "плавание судов по реке",
		"размен пленных", "возвращение занятых крепостей"},
}

// ofLife are sentences that state nothing about an act.
var ofLife = []string{
	"{season} {adj} {thing} {verb}, {why}.",
	"В этих местах {people} {did}, а {people} {did}.",
	"Далее, за рекой {river}, {adj} {thing} {verb}.",
	"{person} писал брату, что {adj} {thing} {verb} и что {people} {did}.",
	"Дорога из города {town} шла через лес, и {people} {did}, {why}.",
	"Население края едва достигало {number} дворов; {people} {did}.",
	"В {year} году {adj} {thing} {verb}, {why}.",
	"Судьба этих людей мало занимала столицу, {why}.",
	"По словам старожилов, {adj} {thing} {verb} ещё при дедах, а {people} {did}.",
	"{rank} {person} осматривал {adj} {thing} и нашёл, что {people} {did}.",
	"Из {number} возов до места дошла половина, {why}.",
	"Иначе жил {town}: там {people} {did}, и {adj} {thing} {verb}.",
	"Ни один путешественник не обошёл молчанием этот край, где {people} {did}.",
	"Рассказывали, будто {adj} {thing} {verb}; проверить это было нельзя, {why}.",
	"Суровый климат сказывался на всём: {people} {did}, {adj} {thing} {verb}.",
}

// ofActs are sentences that state something, or nearly do.
var ofActs = []string{
	"{day} {month} {year} г. в городе {town} был подписан {kind} между {polis}.",
	"Этот {kind} был ратифицирован {day} {month} {year} года.",
	"Указанный договор не был ратифицирован, {why}.",
	"{state} обязалась обеспечить {matter}, {why}.",
	"Статья {day} предусматривала {matter}.",
	"Переговоры вёл {rank} {person}; {day} {month} он прибыл в {town}.",
	"Со стороны посольства договор подписал {rank} {person}.",
	"По этому договору {state} получила {matter}.",
	"{town}ский {kind} {year} года оставался в силе {number} лет.",
	"{state} намеревалась заключить новый {kind}, но {adj} {thing} {verb}.",
	"Если бы договор был подписан, {people} не жаловались бы на пошлины.",
	"Границей была признана река {river}, и {people} {did}.",
	"В {year} году {state} расторгла договор и потребовала {matter}.",
}
