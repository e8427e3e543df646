// Package lang holds the languages: each folder is a pack of data that says all
// that Chancery knows of a language, and this package loads and binds it. There is
// no language in the code; Russian is lang/ru and nothing else.
//
// A pack never decides anything: it names forms and their meanings, patterns and
// rules. What is done with them is in the packages token, mention and claim.
package lang

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"example.org/chancery"
)

//go:embed */pack.yaml */*.tsv */*.rules */rules/*.rules
var builtin embed.FS

// Pack is one language.
type Pack struct {
	Code     string // ISO 639-1: "ru"
	Name     string
	Quality  string            `yaml:"quality"` // hand, checked or draft
	Letters  string            `yaml:"letters"` // letters that mark it off from its neighbours
	Alien    string            `yaml:"alien"`   // letters of its script that it does not have
	Always   string            `yaml:"always"`  // letters of which a text in it has some, unlike its neighbours
	Script   string            `yaml:"script"`  // "cyrillic", "latin" or "han"
	Figures  bool              `yaml:"figures"` // numbers in words may be written figure by figure: 一八五八
	Frequent []string          // its commonest short words, to recognise it by
	Fold     map[string]string `yaml:"fold"` // letters that are read as others: ё as е, ѣ as е
	DropLast string
	// Abbreviations are words whose full stop does not end a sentence, without the stop.
	Abbreviations []string
	// Adjective says where modifiers of a kind word stand: "before" (Russian, Kyrgyz).
	NameCase string // "upper" where names begin with a capital letter

	Classes  map[string][]Pattern
	Months   map[string]int // normalised form -> 1..12
	Numbers  map[string]Number
	Kinds    []Kind
	Polities []PolityForm
	Titles   []Title
	Given    map[string]string // given names and their forms -> nominative
	Places   []PlaceWord
	Endings  []Ending // longest first
	Scopes   []Scope
	Dates    []DateRule
	Phrases  []Phrase
	Rules    []Rule
	Units    []Mark    // units.tsv
	Citing   []Mark    // citations.tsv
	Counting []Mark    // calendars.tsv
	Triggers []Trigger // of all rules
	Lookups  Lookups
	Hash     string // of every byte of the pack

	folded   foldTable
	frequent map[string]bool
	abbrev   map[string]bool
	endings  map[string][]Ending // by suffix
	zero     []Ending            // of words that end in a consonant and have no other ending
	longest  int                 // bytes of the longest suffix
}

// Number is a numeral in words.
type Number struct {
	Value   int
	Ordinal bool
}

// Kind is a word for a kind of instrument.
type Kind struct {
	Pattern Pattern
	Kind    chancery.InstrumentKind
	// Weight: "act" stands for itself and is taken up again by its bare kind word;
	// "paper" (letters, reports) needs a complement; "weak" is an act only by its complement.
	Weight string
	Plural bool
}

// PolityForm is a way to name a polity.
type PolityForm struct {
	Pattern Pattern
	Key     chancery.Key
	Sort    string // noun, adjective, people, government, seat
}

// Title is a word for an office, rank or part that stands beside a person's name.
type Title struct {
	Pattern Pattern
	Role    string
	After   bool // stands behind the name
}

// PlaceWord is a word for a sort of place: city, river.
type PlaceWord struct {
	Pattern  Pattern
	Kind     string
	Position string // "before" or "after" the name
}

// Ending tells what a word may be from how it ends.
type Ending struct {
	Suffix string
	Part   string   // adjective, noun, verb, participle, converb, name
	Cases  []string // nom gen dat acc ins loc abl
	Base   string   // what replaces the suffix in the base form
}

// Scope is a cue that changes how what it governs is stated.
type Scope struct {
	Pattern   Pattern
	Effect    string // polarity, modality, voice, barrier
	Value     string // denied; planned, hypothetical ...; reported, doubted, rejected
	Direction string // what it governs: "after", "before" or "both"
	Reach     string // clause, sentence
	Near      int    // at most so many tokens away, 0 for no limit
	At        string
}

// DateRule is a form in which dates stand.
type DateRule struct {
	Pattern  Pattern
	Reads    []string // day, month, year, range, decade, century ... and marks
	At       string
	Examples []Example
}

// Phrase is a way in which a kind word is completed to the name of an instrument.
type Phrase struct {
	Where   string // "left" or "right" of the kind word
	Pattern Pattern
	At      string
}

// Set is the languages that are loaded, by code.
type Set struct {
	Packs []*Pack
	Hash  string
}

// Pack is the pack of a code, or nil.
func (s *Set) Pack(code string) *Pack {
	for _, p := range s.Packs {
		if p.Code == code {
			return p
		}
	}
	return nil
}

// Builtin loads the packs that are built in.
func Builtin() (*Set, error) { return Load(builtin) }

// Load reads every folder of files that has a pack.yaml. All faults of all packs
// are reported at once.
func Load(files fs.FS) (*Set, error) {
	found, err := fs.Glob(files, "*/pack.yaml")
	if err != nil {
		return nil, fmt.Errorf("list language packs: %w", err)
	}
	sort.Strings(found)
	var (
		set  Set
		errs []error
		sum  = sha256.New()
	)
	packs, faults := make([]*Pack, len(found)), make([][]error, len(found))
	var wait sync.WaitGroup
	for i, f := range found {
		wait.Go(func() { packs[i], faults[i] = loadPack(files, path.Dir(f)) })
	}
	wait.Wait()
	for i, p := range packs {
		errs = append(errs, faults[i]...)
		if p != nil {
			set.Packs = append(set.Packs, p)
			sum.Write([]byte(p.Hash))
		}
	}
	if len(set.Packs) == 0 && len(errs) == 0 {
		errs = append(errs, errors.New("no folder has a pack.yaml; see doc/howto/add-a-language.md"))
	}
	if len(errs) > 0 {
		return nil, &chancery.Error{Kind: chancery.Invalid, Doing: "load the language packs", Cause: errors.Join(errs...)}
	}
	set.Hash = hex.EncodeToString(sum.Sum(nil))[:16]
	return &set, nil
}

func loadPack(files fs.FS, dir string) (*Pack, []error) {
	l := loader{files: files, dir: dir, sum: sha256.New()}
	p := &Pack{Classes: map[string][]Pattern{}, Months: map[string]int{}, Numbers: map[string]Number{}, Given: map[string]string{}}
	if b := l.read("pack.yaml"); b != "" {
		dec := yaml.NewDecoder(strings.NewReader(b))
		dec.KnownFields(true)
		var head packHead
		if err := dec.Decode(&head); err != nil {
			l.fault("pack.yaml", err)
			return nil, l.errs
		}
		head.into(p)
	}
	if p.Code != path.Base(dir) {
		l.fault("pack.yaml", fmt.Errorf("code %q is not the folder's name %q; make them equal", p.Code, path.Base(dir)))
	}
	p.folded = newFoldTable(p.Fold)
	p.frequent, p.abbrev = wordSet(p.Frequent), wordSet(p.Abbreviations)
	l.tables(p)
	p.indexEndings()
	l.rules(p)
	p.bind(&l)
	p.lookups()
	p.Hash = hex.EncodeToString(l.sum.Sum(nil))
	return p, l.errs
}

// packHead is the fields that pack.yaml may set.
type packHead struct {
	Code          string            `yaml:"code"`
	Name          string            `yaml:"name"`
	Quality       string            `yaml:"quality"`
	Letters       string            `yaml:"letters"`
	Alien         string            `yaml:"alien"`
	Always        string            `yaml:"always"`
	Script        string            `yaml:"script"`
	Frequent      []string          `yaml:"frequent"`
	Fold          map[string]string `yaml:"fold"`
	DropLast      string            `yaml:"drop_final"`
	Abbreviations []string          `yaml:"abbreviations"`
	NameCase      string            `yaml:"name_case"`
	Figures       bool              `yaml:"figures"`
}

func (v *packHead) into(p *Pack) {
	p.Code, p.Name, p.Quality, p.Letters, p.Alien, p.Script = v.Code, v.Name, v.Quality, v.Letters, v.Alien, v.Script
	p.Always = v.Always
	p.Frequent, p.Fold, p.DropLast, p.Abbreviations, p.NameCase = v.Frequent, v.Fold, v.DropLast, v.Abbreviations, v.NameCase
	p.Figures = v.Figures
}

func wordSet(ws []string) map[string]bool {
	m := make(map[string]bool, len(ws))
	for _, w := range ws {
		m[w] = true
	}
	return m
}

// IsFrequent reports whether a normalised word is one of the language's commonest.
func (p *Pack) IsFrequent(norm string) bool { return p.frequent[norm] }

// IsAbbreviation reports whether a full stop after this normalised word ends no sentence.
func (p *Pack) IsAbbreviation(norm string) bool { return p.abbrev[norm] }

// Class is the patterns of a class; none when the pack has no such class.
func (p *Pack) Class(name string) []Pattern { return p.Classes[name] }
