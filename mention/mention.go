// Package mention finds what a text speaks of: dates, instruments, polities,
// persons, places, articles. It reads packs and names from the authority and says
// what stands where; who or what is meant is decided later, by claim.Resolve.
//
// Example: in "the Convention of Akkerman of 1826" it finds an instrument of kind
// convention whose name has the modifier "akkerman" and the year 1826.
package mention

import (
	"example.org/chancery"
	"example.org/chancery/edtf"
	"example.org/chancery/lang"
	"example.org/chancery/token"
)

// Mention is one stretch of tokens that speaks of something.
type Mention struct {
	Type        string // date, instrument, polity, person, place, article
	First, End  int    // tokens, half open
	Start, Stop int    // bytes of the mended text
	Date        *Date
	Instrument  *Instrument
	Polity      *Polity
	Person      *Person
	Place       *Place
	Article     string         // Arabic figures
	Keys        []chancery.Key // entries of the authority whose name stands here
}

// Date is what a date form reads.
type Date struct {
	Value    edtf.Date
	Calendar string // unstated, julian, gregorian, julian+gregorian
	Written  *chancery.Written
	Carried  int // the mention that the year was carried from, -1 for none
	Weekday  int // 1 Monday to 7 Sunday that stands beside it, 0 for none
	Beside   int // the Western year in brackets beside a year of a reign in characters, 0 for none
	NoYear   bool
	Full     bool // has a year of its own
}

// Instrument is what the words of an instrument's name say.
type Instrument struct {
	Kind      chancery.InstrumentKind
	Weight    string // act, paper or weak, see lang.Kind
	HeadFirst int    // tokens of the kind word
	HeadEnd   int
	Modifiers []string // stems of the words that tell it apart, in the order of the text
	Numbers   []string // "1022" of a resolution No. 1022
	Parties   []chancery.Key
	Year      int  // 0 when the name has none
	Bare      bool // the kind word alone, taken up from before
	Pointing  bool // with a demonstrative: "this treaty", "the said convention"
	New       bool // introduced as another one: "a new treaty", "an agreement"
	Draft     bool
	Plural    bool
	Short     bool // the initials of a headword
	Ellipsis  bool // a modifier of a list whose kind word stands elsewhere
}

// IsAct reports whether the instrument stands for itself: a treaty or its like, or
// what a complement makes one.
func (in *Instrument) IsAct() bool { return in.Weight == "act" || in.Weight == "weak" && !in.Bare }

// Polity is a name of a polity or of its people.
type Polity struct {
	Key  chancery.Key
	Sort string // noun, adjective, people, government, seat
}

// Person is a person's name as it stands.
type Person struct {
	Names    []string // the words of the name without titles, as they stand
	Last     int      // index into Names of the last name, -1 when there is none
	Initials int
	Role     string
}

// Place is a place's name as it stands.
type Place struct {
	Name  string
	Kind  string
	Words int // tokens of the name, without a word for its sort behind it
}

// Mentions is a document with all that was found in it, in order of the text.
type Mentions struct {
	*token.Tokens
	All []Mention
}

// finder gathers mentions.
type finder struct {
	ts     *token.Tokens
	m      *token.Matcher
	names  *Names
	taken  []bool // tokens that belong to a mention which no other may take
	state  []bool // tokens inside the name of a polity
	all    []Mention
	lost   bool              // the text has no capital letters
	counts map[int][]counted // words of calendars, by token
}

// Find finds the mentions of a document. names may be nil: then names that only the
// authority knows are not found.
func Find(ts *token.Tokens, names *Names) *Mentions {
	if names == nil {
		names = &Names{}
	}
	f := newFinder(ts, names)
	f.hanDates()
	f.reigns()
	f.dates()
	f.articles()
	f.polities()
	f.persons()
	f.places()
	f.instruments()
	f.headwords()
	return f.finish()
}

func newFinder(ts *token.Tokens, names *Names) *finder {
	return &finder{ts: ts, m: token.NewMatcher(ts), names: names, taken: make([]bool, len(ts.Tokens)),
		state: make([]bool, len(ts.Tokens)), lost: ts.Text.Losses.Case}
}

// add keeps a mention and makes it visible to patterns.
func (f *finder) add(m Mention) {
	m.Start, m.Stop = f.ts.Tokens[m.First].Start, f.ts.Tokens[m.End-1].End
	f.all = append(f.all, m)
	f.ts.Units[m.First] = append(f.ts.Units[m.First], token.Unit{Tag: m.Type, End: m.End, Ref: len(f.all) - 1})
}

func (f *finder) take(first, end int) {
	for i := first; i < end; i++ {
		f.taken[i] = true
	}
}

func (f *finder) free(first, end int) bool {
	for i := first; i < end; i++ {
		if f.taken[i] {
			return false
		}
	}
	return true
}

// readable calls do for every paragraph that is read for claims.
func (f *finder) readable(do func(p *token.Paragraph, pack *lang.Pack)) {
	for i := range f.ts.Paragraphs {
		p := &f.ts.Paragraphs[i]
		if p.Pack != nil && p.Kind != "furniture" {
			do(p, p.Pack)
		}
	}
}

// class reports whether one of a class's patterns matches at i, and where the longest ends.
func (f *finder) class(pack *lang.Pack, name string, i int) (int, bool) {
	ps := pack.Class(name)
	end, which := f.m.Longest(pack.Lookups.Classes[name], i, func(n int) *lang.Pattern { return &ps[n] })
	return end, which >= 0
}
