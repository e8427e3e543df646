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
//	f.FindInstrument(authority.Match{Name: "Treaty of Peking", Year: 1860})
package authority

import "example.org/chancery"

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
// bound its use, and then Ref is required.
type Name struct {
	Lang string `yaml:"lang"`
	Text string `yaml:"text"`
	From string `yaml:"from"`
	To   string `yaml:"to"`
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

// Link names another entry, with the reference for saying so.
type Link struct {
	Key chancery.Key `yaml:"key"`
	Ref Ref          `yaml:"ref"`
}

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
	Predecessors []Link              `yaml:"predecessors"`
	Successors   []Link              `yaml:"successors"`
	Ref          Ref                 `yaml:"ref"`
	Also         []Ref               `yaml:"also"`
}

// Written is a date as a text has it, in a calendar that EDTF cannot hold, or in
// another calendar than the item's date. Lang is the language of that text.
type Written struct {
	Lang     string `yaml:"lang"`
	Calendar string `yaml:"calendar"`
	Date     string `yaml:"date"` // EDTF, for julian
	Era      string `yaml:"era"`
	Year     int    `yaml:"year"`
	Month    int    `yaml:"month"`
	Leap     bool   `yaml:"leap"`
	Day      int    `yaml:"day"`
}

// Happening is an event in the life of an instrument. Event is one of
// chancery.LifeEvents; Date is EDTF in Calendar ("gregorian" when left out).
type Happening struct {
	Event    string         `yaml:"event"`
	Date     string         `yaml:"date"`
	Calendar string         `yaml:"calendar"`
	Written  []Written      `yaml:"written"`
	Place    chancery.Key   `yaml:"place"`
	By       []chancery.Key `yaml:"by"` // the polities whose act it is, when not all parties'
	Ref      Ref            `yaml:"ref"`
	Also     []Ref          `yaml:"also"`
}

// Relation ties the instrument to another; Rel is one of chancery.Relations.
type Relation struct {
	Rel string       `yaml:"rel"`
	To  chancery.Key `yaml:"to"`
	Ref Ref          `yaml:"ref"`
}

// Signatory is who signed for which side.
type Signatory struct {
	Person chancery.Key `yaml:"person"`
	Side   chancery.Key `yaml:"side"`
	Ref    Ref          `yaml:"ref"`
}

// Instrument is an act known to history.
type Instrument struct {
	Key         chancery.Key            `yaml:"key"`
	Label       string                  `yaml:"label"`
	Kind        chancery.InstrumentKind `yaml:"kind"`
	Plane       chancery.Plane          `yaml:"plane"`
	Parties     []chancery.Key          `yaml:"parties"`
	Names       []Name                  `yaml:"names"`
	Nicknames   []Name                  `yaml:"nicknames"`
	Life        []Happening             `yaml:"life"`
	Relations   []Relation              `yaml:"relations"`
	Signatories []Signatory             `yaml:"signatories"`
	Ref         Ref                     `yaml:"ref"`
	Also        []Ref                   `yaml:"also"`
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

// Years are the years of signing or issuing, smallest first; none when unknown.
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
