// Package authority turns the folders polity, instrument, person and place (one
// YAML file a key) into a File: who took part, what was agreed, by whom and
// where, with names in many languages and a reference for each statement.
//
// It says what is known from elsewhere, never what a document states; it decides
// nothing about a mention (claim.Resolve does) and reads no clock. A File is
// immutable: Overlay and Without make another one.
//
//	f, err := authority.Builtin()
//	p, ok := f.Polity("qing-china")
//	f.NameForms() // every form by which a text may name an entry
package authority

import (
	"strconv"
	"strings"

	"example.org/chancery"
)

// Ref is where a statement can be looked up: a work with a locator (page, column,
// document number as printed), or a site with the title of a page. Via names what
// it is known through when the work itself was not seen.
type Ref struct {
	Work    string `yaml:"work"`
	Locator string `yaml:"locator"`
	Site    string `yaml:"site"`
	Page    string `yaml:"page"`
	Via     string `yaml:"via"`
}

// IsZero reports whether nothing is named.
func (r Ref) IsZero() bool { return r == Ref{} }

// String is the reference for people: "Wikipedia, Treaty of Aigun".
func (r Ref) String() string {
	s, at := r.Work, r.Locator
	if s == "" {
		s, at = r.Site, r.Page
	}
	if at != "" {
		s += ", " + at
	}
	if r.Via != "" {
		s += " (via " + r.Via + ")"
	}
	return s
}

// Name is a name or spelling in a language (ISO 639-1 code). From and To (EDTF)
// bound its use, and then Ref is required. Slip says why a machine translation puts
// this word for the name; then it is no name, and proves nothing without company.
type Name struct {
	Lang string `yaml:"lang"`
	Text string `yaml:"text"`
	From string `yaml:"from"`
	To   string `yaml:"to"`
	Slip string `yaml:"slip"`
	Ref  Ref    `yaml:"ref"`
}

// Span is a stretch of time with its reference. From and To are EDTF; "" is not
// known, ".." is open. Also lists independent references for the same dates.
type Span struct {
	From string `yaml:"from"`
	To   string `yaml:"to"`
	Ref  Ref    `yaml:"ref"`
	Also []Ref  `yaml:"also"`
}

// Passage is how one polity gives way to another. As is one of Passages: a new
// government of the same state is told apart from another state in its place. On is
// the day, EDTF, "" when not looked up.
type Passage struct {
	Key chancery.Key `yaml:"key"`
	As  string       `yaml:"as"`
	On  string       `yaml:"on"`
	Ref Ref          `yaml:"ref"`
}

// Passages is every way in which one polity gives way to another: "renaming" and
// "change-of-government" leave the state the same; the others do not.
var Passages = []string{"renaming", "change-of-government", "succession", "union", "separation", "absorption", "restoration"}

// Polity is a state, dynasty, government, part of a state or league. Family is
// what historians treat as one country through its changes of form ("russia",
// "china"); it implies no view on legal succession, which Successors state.
type Polity struct {
	Key          chancery.Key        `yaml:"key"`
	Label        string              `yaml:"label"`
	Kind         string              `yaml:"kind"`
	Family       string              `yaml:"family"`
	Names        []Name              `yaml:"names"`
	Adjectives   map[string][]string `yaml:"adjectives"` // language to base forms
	Lifespan     *Span               `yaml:"lifespan"`   // nil when not looked up
	Predecessors []Passage           `yaml:"predecessors"`
	Successors   []Passage           `yaml:"successors"`
	Ref          Ref                 `yaml:"ref"`
	Also         []Ref               `yaml:"also"`
}

// Written is a date as a text has it, in a calendar that EDTF cannot hold, or in
// another calendar than the item's date. Lang is the language of that text. Differs
// says that this text has another day than the item, not the same day otherwise counted.
type Written struct {
	Lang     string `yaml:"lang"`
	Calendar string `yaml:"calendar"`
	Date     string `yaml:"date"` // EDTF, for julian and gregorian
	Era      string `yaml:"era"`
	Year     int    `yaml:"year"`
	Month    int    `yaml:"month"`
	Leap     bool   `yaml:"leap"`
	Day      int    `yaml:"day"`
	Differs  bool   `yaml:"differs"`
}

// Happening is an event in the life of an instrument. Event is one of
// chancery.LifeEvents; Date is EDTF in Calendar ("gregorian" when left out). Two
// items of one event are two statements of references that disagree, or two acts.
type Happening struct {
	Event     string         `yaml:"event"`
	Date      string         `yaml:"date"`
	Calendar  string         `yaml:"calendar"`
	Written   []Written      `yaml:"written"`
	Effective string         `yaml:"effective"` // EDTF: when it takes effect, if later
	Article   string         `yaml:"article"`   // the clause that says so, in Arabic figures
	Scope     []string       `yaml:"scope"`     // articles or topics, when not the whole
	Place     chancery.Key   `yaml:"place"`
	By        []chancery.Key `yaml:"by"` // the polities whose act it is, when not all parties'
	Note      string         `yaml:"note"`
	Ref       Ref            `yaml:"ref"`
	Also      []Ref          `yaml:"also"`
}

// Absence is an event of which a reference says that it never happened: "signed and
// never ratified".
type Absence struct {
	Event string         `yaml:"event"`
	By    []chancery.Key `yaml:"by"`
	Note  string         `yaml:"note"`
	Ref   Ref            `yaml:"ref"`
	Also  []Ref          `yaml:"also"`
}

// Text is a language version of an instrument. Prevailing is the one that decides
// where they differ.
type Text struct {
	Lang       string `yaml:"lang"`
	Authentic  bool   `yaml:"authentic"`
	Prevailing bool   `yaml:"prevailing"`
	Note       string `yaml:"note"`
	Ref        Ref    `yaml:"ref"`
}

// Provision is a rule that an instrument lays down. Topic is one of chancery.Topics,
// Article its number in Arabic figures, From and Until EDTF. Says is the rule in the
// authority's own words, never a quotation.
type Provision struct {
	Article   string            `yaml:"article"`
	Topic     string            `yaml:"topic"`
	Obliged   []chancery.Key    `yaml:"obliged"`
	Entitled  []chancery.Key    `yaml:"entitled"`
	Where     []chancery.Key    `yaml:"where"`
	Values    map[string]string `yaml:"values"` // names as in facts, amounts as decimal strings
	Condition string            `yaml:"condition"`
	From      string            `yaml:"from"`
	Until     string            `yaml:"until"`
	Status    string            `yaml:"status"` // one of chancery.Statuses; "" is binding
	Says      string            `yaml:"says"`
	Ref       Ref               `yaml:"ref"`
}

// Relation ties the instrument to another; Rel is one of chancery.Relations. Scope is
// the articles or topics, when it is not the whole.
type Relation struct {
	Rel   string       `yaml:"rel"`
	To    chancery.Key `yaml:"to"`
	Scope []string     `yaml:"scope"`
	Ref   Ref          `yaml:"ref"`
}

// Signatory is who signed for which side. Powers is what is known of the full powers,
// one of PowerStates, "" for nothing; PowersNote says in own words what the
// dispute was. Why explains what would otherwise be a fault, such as a signature by
// somebody whom the lifespan excludes.
type Signatory struct {
	Person     chancery.Key `yaml:"person"`
	Side       chancery.Key `yaml:"side"`
	Powers     string       `yaml:"powers"`
	PowersNote string       `yaml:"powers-note"`
	Why        string       `yaml:"why"`
	Ref        Ref          `yaml:"ref"`
}

// PowerStates is what full powers can be known to be.
var PowerStates = []string{"full", "limited", "none", "contested", "exceeded"}

// Instrument is an act known to history.
type Instrument struct {
	Key         chancery.Key            `yaml:"key"`
	Label       string                  `yaml:"label"`
	Kind        chancery.InstrumentKind `yaml:"kind"`
	Plane       chancery.Plane          `yaml:"plane"`
	Parties     []chancery.Key          `yaml:"parties"`
	Names       []Name                  `yaml:"names"`
	Nicknames   []Name                  `yaml:"nicknames"`
	Texts       []Text                  `yaml:"texts"`
	Life        []Happening             `yaml:"life"`
	Never       []Absence               `yaml:"never"`
	Provisions  []Provision             `yaml:"provisions"`
	Relations   []Relation              `yaml:"relations"`
	Signatories []Signatory             `yaml:"signatories"`
	Remarks     []Remark                `yaml:"remarks"`
	Ref         Ref                     `yaml:"ref"`
	Also        []Ref                   `yaml:"also"`
}

// Remark is what a reader should know of an entry, in the authority's own words.
type Remark struct {
	Says string `yaml:"says"`
	Ref  Ref    `yaml:"ref"`
}

// Happened is the first event of that name in the instrument's life.
func (i Instrument) Happened(event string) (Happening, bool) {
	for _, h := range i.Life {
		if h.Event == event {
			return h, true
		}
	}
	return Happening{}, false
}

// Years are the years of signing or issuing, smallest first; the year in the key when
// the life has none, and none when that has none either.
func (i Instrument) Years() []int {
	var years []int
	for _, h := range i.Life {
		if h.Event != "signed" && h.Event != "issued" && h.Event != "texts-exchanged" {
			continue
		}
		from, to, ok := yearsOf(h.Date)
		for y := from; ok && y <= to && y-from < 100; y++ {
			years = addYear(years, y)
		}
	}
	if len(years) == 0 { // the key has the year of signing
		for _, part := range strings.Split(string(i.Key), "-") {
			if y, err := strconv.Atoi(part); err == nil && len(part) == 4 {
				years = addYear(years, y)
			}
		}
	}
	return years
}

// Office is a post that a person held for a polity.
type Office struct {
	Office string       `yaml:"office"`
	Of     chancery.Key `yaml:"of"`
	From   string       `yaml:"from"`
	To     string       `yaml:"to"`
	Ref    Ref          `yaml:"ref"`
}

// Person is somebody who appears in the making of instruments.
type Person struct {
	Key      chancery.Key `yaml:"key"`
	Label    string       `yaml:"label"`
	Names    []Name       `yaml:"names"`
	Lifespan *Span        `yaml:"lifespan"` // nil when not looked up
	Offices  []Office     `yaml:"offices"`
	Remarks  []Remark     `yaml:"remarks"`
	Ref      Ref          `yaml:"ref"`
	Also     []Ref        `yaml:"also"`
}

// Coordinates are WGS 84 degrees as decimal strings, so that nothing depends on
// floating point.
type Coordinates struct {
	Lat string `yaml:"lat"`
	Lon string `yaml:"lon"`
	Ref Ref    `yaml:"ref"`
}

// Place is a city, river, region or other place by name.
type Place struct {
	Key         chancery.Key `yaml:"key"`
	Label       string       `yaml:"label"`
	Kind        string       `yaml:"kind"`
	Names       []Name       `yaml:"names"`
	Coordinates *Coordinates `yaml:"coordinates"` // nil when not looked up
	Ref         Ref          `yaml:"ref"`
	Also        []Ref        `yaml:"also"`
}
