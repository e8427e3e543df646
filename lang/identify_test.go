package lang_test

import (
	"strings"
	"testing"

	"example.org/chancery/lang"
)

func TestShortSentencesShowTheirLanguage(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	id := lang.NewIdentifier(set)
	for _, c := range []struct{ want, text string }{
		{"ru", "Послы долго спорили о том, где пройдёт граница."},
		{"ru", "Договор был подписан на берегу реки."},
		{"ru", "Его не утвердили, и он остался бумагой."},
		{"ky", "Элчилер чек ара жөнүндө көп талашышты."},
		{"ky", "Келишимге дарыянын боюнда кол коюлган."},
		{"ky", "Бул макулдашуу эки өлкө үчүн маанилүү болгон."},
		{"en", "The envoys quarrelled for weeks about the line of the frontier."},
		{"en", "It was signed on the bank of a river."},
		{"en", "Neither side kept its word for long."},
		{"", ""},
		{"", "1858 — 1860, 13.06; № 5"},
		{"ja", "条約は調印された"},
		{"zh", "條約於天津簽訂"},
		{"de", "Der Vertrag wurde in Berlin unterzeichnet."},
		{"fr", "Le traité fut signé sur les bords du fleuve."},
		{"es", "El tratado fue firmado en la orilla del río."},
		{"la", "Foedus et pax inter reges facta est."},
		{"tr", "Antlaşma iki devlet arasında imzalandı."},
	} {
		if got := id.Identify(c.text); got != c.want {
			t.Errorf("%q is taken for %q, wanted %q", c.text, got, c.want)
		}
	}
}

func TestATextWithoutCommonWordsShowsItsLanguageByItsTerms(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	id := lang.NewIdentifier(set)
	for _, c := range []struct{ want, text string }{
		{"ru", "Конвенция 1856 г. отменила декларацию 1780 г."},
		{"en", "Treaty ratified 1858"},
		{"", "Lorem ipsum dolor"},
		{"", "條約"},
		{"", ""},
	} {
		if got := id.IdentifyByTerms(c.text); got != c.want {
			t.Errorf("%q is taken for %q, wanted %q", c.text, got, c.want)
		}
	}
}

func TestALongTextOfManyLettersIsIdentifiedByItsBeginning(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	id := lang.NewIdentifier(set)
	for shift := range 4 { // the sample may end within a letter
		text := strings.Repeat("x", shift) + " " + strings.Repeat("Договор и мир на границе. ", 3000)
		if got := id.Identify(text); got != "ru" {
			t.Errorf("shifted by %d: %q", shift, got)
		}
	}
}

func TestAlienLettersSpeakAgainstALanguage(t *testing.T) {
	set, err := lang.Load(miniFiles(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	id := lang.NewIdentifier(set)
	if got := id.Identify("the treaty of the king"); got != "qm" {
		t.Errorf("got %q", got)
	}
	if got := id.Identify("the mañana ßß ññ ñandú"); got != "" {
		t.Errorf("with letters that it does not have: %q", got)
	}
}

func TestNeighboursAreToldApart(t *testing.T) {
	set, err := lang.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	id := lang.NewIdentifier(set)
	for _, c := range []struct{ want, text string }{
		{"uk", "Договір підписали на березі річки, але так і не ратифікували."},
		{"uk", "Ми прокинулися від вибухів і не знали, що робити."},
		{"uk", "У березні 1918 року делегація повернулася до Києва."},
		{"uk", "Того року Ясський договір підтвердив Кайнарджійський трактат."},
		{"ru", "В марте 1918 года делегация вернулась в Киев."},
		{"ru", "Мы проснулись от взрывов и не знали, что делать."},
		{"ru", "Въ 1858 году договоръ былъ подписанъ, но не утвержденъ."},
		{"kk", "Келісімге өзен жағасында қол қойылды."},
		{"kk", "Бұл шарт екі ел үшін маңызды болды."},
		{"kk", "Елшілер шекараны белгілеу туралы келісті."},
		{"kk", "Елшілер шекара туралы ұзақ дауласты."},
		{"ky", "Элчилер чек ара тууралуу узак талашышты."},
		{"ky", "Хан келишимди бузду деп эсептешкен."},
		{"ky", "Ал жылы элчилер кайра келип, хан менен сүйлөшкөн."},
	} {
		if got := id.Identify(c.text); got != c.want {
			t.Errorf("%q is taken for %q, wanted %q", c.text, got, c.want)
		}
	}
}
