package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// fit says how a found claim's key fields agree with a gold fact's.
type fit int

const (
	differs  fit = iota
	accepted     // by a second right value of the note
	agrees       // by the gold value
)

func fitOf(right, first bool) fit {
	switch {
	case right && first:
		return agrees
	case right:
		return accepted
	}
	return differs
}

// agree compares key fields alone; where the evidence stands is not its matter.
func (s *scorer) agree(g *goldFact, f *foundFact) fit {
	switch gold := g.Body.(type) {
	case chancery.Instrument:
		return s.agreeInstrument(g, f)
	case chancery.Event:
		found, _ := f.Body.(chancery.Event)
		name := fitOf(g.note.has(gold.Event, found.Event))
		return min(name, agreeDate(g.note, gold.Date, found.Date))
	case chancery.Provision:
		found, _ := f.Body.(chancery.Provision)
		return fitOf(g.note.has(gold.Topic, found.Topic))
	case chancery.Relation:
		found, _ := f.Body.(chancery.Relation)
		return fitOf(g.note.has(gold.Rel, found.Rel))
	case chancery.Characterisation:
		found, _ := f.Body.(chancery.Characterisation)
		if fold(gold.As) == fold(found.As) {
			return agrees
		}
		return fitOf(g.note.has(gold.As, found.As))
	case chancery.Tariff:
		found, _ := f.Body.(chancery.Tariff)
		return fitOf(sameRate(gold.Rate, found.Rate), true)
	case chancery.Citation:
		found, _ := f.Body.(chancery.Citation)
		return fitOf(sameShelf(gold, found), true)
	case chancery.Person, chancery.Place:
		return s.agreeName(g, f)
	}
	return differs
}

// agreeDate wants the date that the gold fact has, or none where it has none. A
// vague gold date is met by every date that may lie in it.
func agreeDate(n note, gold, found string) fit {
	if right, first := n.has(gold, found); right {
		return fitOf(right, first)
	}
	if found == "" {
		return fitOf(n.noDate, false)
	}
	if meetsVague(gold, found) {
		return agrees
	}
	for v := range n.accepted {
		if meetsVague(v, found) {
			return accepted
		}
	}
	return differs
}

var season = regexp.MustCompile(`^-?\d{4}-(2[1-9]|3\d|4[01])$`)

// vague reports whether a date leaves its year or season open: centuries, decades,
// seasons, intervals, approximations. A month of an unknown year is not vague but
// incomplete: a reader that gives it a year has it from elsewhere.
func vague(date string) bool {
	if strings.HasPrefix(date, "XXXX") {
		return false
	}
	return strings.ContainsAny(date, "X~?%/") || season.MatchString(date)
}

func meetsVague(gold, found string) bool {
	if !vague(gold) || strings.HasPrefix(found, "XXXX") {
		return false
	}
	a, err := edtf.Parse(gold)
	if err != nil {
		return false
	}
	b, err := edtf.Parse(found)
	return err == nil && edtf.Overlaps(a, b) != edtf.No
}

// sameShelf compares where in an archive something lies. For a work, which has no
// shelf, nothing is left to compare and the place of the words decides.
func sameShelf(a, b chancery.Citation) bool {
	return shelf(a.Fond) == shelf(b.Fond) && shelf(a.Opis) == shelf(b.Opis) &&
		shelf(a.Delo) == shelf(b.Delo) && shelf(a.Folio) == shelf(b.Folio)
}

// shelf leaves out white space, dots and the mark of a verso, which has a field of
// its own, and writes dashes as hyphens.
func shelf(s string) string {
	s = strings.NewReplacer(" ", "", ".", "", "–", "-", "—", "-").Replace(strings.ToLower(s))
	return strings.TrimSuffix(s, "об")
}

func (s *scorer) agreeName(g *goldFact, f *foundFact) fit {
	for _, have := range namesOf(f.Body) {
		for _, want := range namesOf(g.Body) {
			if s.words.sameName(want, have) {
				return agrees
			}
		}
		for want := range g.note.accepted {
			if s.words.sameName(want, have) {
				return accepted
			}
		}
	}
	return differs
}

func namesOf(b chancery.Body) []string {
	switch b := b.(type) {
	case chancery.Person:
		return append([]string{b.Name}, b.Variants...)
	case chancery.Place:
		return append([]string{b.Name}, b.Variants...)
	}
	return nil
}

// A surface form closely contains another when it has at most furtherWords more
// words, or is at most 16 tenths of its length.
const (
	furtherWords  = 2
	longestTenths = 16
)

// agreeInstrument compares surface forms. A gold fact that has only bare kind words
// is met by an instrument of its kind at its place: see leftOut.
func (s *scorer) agreeInstrument(g *goldFact, f *foundFact) fit {
	if len(g.forms) == 0 {
		gold, _ := g.Body.(chancery.Instrument)
		found, _ := f.Body.(chancery.Instrument)
		if meet(g.at, f.at).overlap == 0 {
			return differs
		}
		return fitOf(g.note.has(string(gold.Kind), string(found.Kind)))
	}
	best := differs
	for _, want := range g.forms {
		for _, have := range f.forms {
			switch {
			case strings.Join(want, " ") == strings.Join(have, " "):
				return agrees
			case closelyContains(have, want):
				best = accepted
			}
		}
	}
	return best
}

func closelyContains(have, want []string) bool {
	h, w := strings.Join(have, " "), strings.Join(want, " ")
	if !strings.Contains(" "+h+" ", " "+w+" ") {
		return false
	}
	return len(have)-len(want) <= furtherWords || utf8.RuneCountInString(h)*10 <= utf8.RuneCountInString(w)*longestTenths
}

// forms gives the surface forms of an instrument that stand in the text and name
// more than a kind.
func (s *scorer) forms(surface []string) [][]string {
	var all [][]string
	for _, m := range surface {
		if m == "" || !strings.Contains(s.record, m) && len(locate(s.record, m)) == 0 {
			continue
		}
		if w := s.words.surface(m); len(w) > 0 && !s.words.bare(w) {
			all = append(all, w)
		}
	}
	return all
}
