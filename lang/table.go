package lang

import (
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/chancery"
)

// loader reads the files of one pack and gathers every fault.
type loader struct {
	files fs.FS
	dir   string
	sum   hash.Hash
	errs  []error
}

// read is a file's text, "" when the pack does not have it.
func (l *loader) read(name string) string {
	b, err := fs.ReadFile(l.files, path.Join(l.dir, name))
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			l.errs = append(l.errs, fmt.Errorf("read lang/%s/%s: %w", l.dir, name, err))
		}
		return ""
	}
	fmt.Fprintf(l.sum, "%s %d\n", name, len(b))
	l.sum.Write(b)
	return string(b)
}

// at is a line of a file as faults and rules name it.
func (l *loader) at(name string, line int) string {
	return "lang/" + l.dir + "/" + name + ":" + strconv.Itoa(line)
}

func (l *loader) fault(name string, err error) {
	l.errs = append(l.errs, fmt.Errorf("lang/%s/%s: %w", l.dir, name, err))
}

// rows calls do for each line of a tab-separated table after the header line.
func (l *loader) rows(name string, columns int, do func(cells []string, at string) error) {
	header := true
	for n, line := range strings.Split(l.read(name), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		cells := strings.Split(line, "\t")
		at := l.at(name, n+1)
		for len(cells) < columns {
			cells = append(cells, "")
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(cells) > columns || cells[0] == "" {
			l.errs = append(l.errs, fmt.Errorf("%s: %d columns where %d belong; separate them by one tab", at, len(cells), columns))
			continue
		}
		if err := do(cells, at); err != nil {
			l.errs = append(l.errs, fmt.Errorf("%s: %w", at, err))
		}
	}
}

func (l *loader) tables(p *Pack) {
	l.rows("classes.tsv", 2, func(c []string, at string) error {
		pt, err := ParsePattern(c[1])
		p.Classes[c[0]] = append(p.Classes[c[0]], pt)
		return err
	})
	l.rows("months.tsv", 2, func(c []string, at string) error {
		n, err := strconv.Atoi(c[1])
		if err != nil || n < 1 || n > 12 {
			return fmt.Errorf("month %q is outside 1 to 12; write its number", c[1])
		}
		p.Months[c[0]] = n
		return nil
	})
	l.rows("numbers.tsv", 3, func(c []string, at string) error {
		n, err := strconv.Atoi(c[1])
		if err != nil {
			return fmt.Errorf("value %q is no number; write it in figures", c[1])
		}
		p.Numbers[c[0]] = Number{n, c[2] == "ordinal"}
		return nil
	})
	l.rows("kinds.tsv", 4, func(c []string, at string) error {
		pt, err := ParsePattern(c[0])
		k := chancery.InstrumentKind(c[1])
		if _, ok := chancery.InstrumentKinds[chancery.InstrumentKind(strings.TrimPrefix(string(k), "draft-"))]; !ok && err == nil {
			err = fmt.Errorf("kind %q is not in doc/reference/facts.md; use one that is", c[1])
		}
		if c[2] != "act" && c[2] != "paper" && c[2] != "weak" && err == nil {
			err = fmt.Errorf("weight %q; write act, paper or weak", c[2])
		}
		p.Kinds = append(p.Kinds, Kind{pt, k, c[2], c[3] == "plural"})
		return err
	})
	l.rows("polities.tsv", 3, func(c []string, at string) error {
		pt, err := ParsePattern(c[0])
		p.Polities = append(p.Polities, PolityForm{pt, chancery.Key(c[1]), c[2]})
		return err
	})
	l.rows("titles.tsv", 3, func(c []string, at string) error {
		pt, err := ParsePattern(c[0])
		if c[2] != "" && c[2] != "after" && err == nil {
			err = fmt.Errorf("position %q; write after, or leave it out", c[2])
		}
		p.Titles = append(p.Titles, Title{pt, c[1], c[2] == "after"})
		return err
	})
	l.rows("given.tsv", 2, func(c []string, at string) error {
		p.Given[c[0]] = c[1]
		return nil
	})
	l.rows("places.tsv", 3, func(c []string, at string) error {
		pt, err := ParsePattern(c[0])
		p.Places = append(p.Places, PlaceWord{pt, c[1], c[2]})
		return err
	})
	l.rows("endings.tsv", 4, func(c []string, at string) error {
		e := Ending{Suffix: c[0], Part: c[1], Base: c[3]}
		if c[2] != "" && c[2] != "-" {
			e.Cases = strings.Split(c[2], ",")
		}
		if e.Base == "-" {
			e.Base = ""
		}
		p.Endings = append(p.Endings, e)
		return nil
	})
	sort.SliceStable(p.Endings, func(i, j int) bool {
		return utf8.RuneCountInString(p.Endings[i].Suffix) > utf8.RuneCountInString(p.Endings[j].Suffix)
	})
	l.rows("scopes.tsv", 6, l.scope(p))
	l.marks(p, "units.tsv", unitSorts, &p.Units)
	l.marks(p, "citations.tsv", citationSorts, &p.Citing)
	l.marks(p, "calendars.tsv", calendarSorts, &p.Counting)
	l.checkCalendars(p)
}

func (l *loader) scope(p *Pack) func([]string, string) error {
	return func(c []string, at string) error {
		pt, err := ParsePattern(c[0])
		if err != nil {
			return err
		}
		s := Scope{Pattern: pt, Effect: c[1], Value: c[2], Direction: c[3], Reach: c[4], At: at}
		if c[5] != "" {
			if s.Near, err = strconv.Atoi(c[5]); err != nil {
				return fmt.Errorf("near %q is no number; write a number of tokens", c[5])
			}
		}
		if err := checkEffect(s.Effect, s.Value); err != nil {
			return err
		}
		if s.Direction != "before" && s.Direction != "after" && s.Direction != "both" {
			return fmt.Errorf("direction %q; write before, after or both", s.Direction)
		}
		if s.Reach != "clause" && s.Reach != "sentence" {
			return fmt.Errorf("reach %q; write clause or sentence", s.Reach)
		}
		p.Scopes = append(p.Scopes, s)
		return nil
	}
}

// checkEffect reports an effect or value that a scope cannot have.
func checkEffect(effect, value string) error {
	allowed := map[string][]string{"polarity": {"denied"}, "modality": modalities,
		"voice": {"reported", "endorsed", "doubted", "rejected"}, "barrier": {"", "-"}}
	values, ok := allowed[effect]
	if !ok {
		return fmt.Errorf("effect %q; write polarity, modality, voice or barrier", effect)
	}
	if effect != "barrier" && !slices.Contains(values, value) {
		return fmt.Errorf("value %q of %s; write one of %s", value, effect, strings.Join(values, ", "))
	}
	return nil
}

// rules reads dates.rules, phrases.rules and rules/*.rules.
func (l *loader) rules(p *Pack) {
	l.lines("dates.rules", p.dateLine)
	l.lines("phrases.rules", func(line, at string) error {
		where, pat, _ := strings.Cut(line, " ")
		if where != "left" && where != "right" {
			return errors.New("a phrase begins with left or right")
		}
		pt, err := ParsePattern(strings.TrimSpace(pat))
		p.Phrases = append(p.Phrases, Phrase{where, pt, at})
		return err
	})
	names, err := fs.Glob(l.files, path.Join(l.dir, "rules", "*.rules"))
	if err != nil {
		l.fault("rules", err)
	}
	sort.Strings(names)
	for _, n := range names {
		short := path.Join("rules", path.Base(n))
		rs, errs := ParseRules("lang/"+n, l.read(short))
		p.Rules = append(p.Rules, rs...)
		l.errs = append(l.errs, errs...)
	}
}

func (l *loader) lines(name string, do func(line, at string) error) {
	for n, line := range strings.Split(l.read(name), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") || line == "#" || len(line) > 1 && line[0] == '#' && (line[1] < '0' || line[1] > '9') && line[1] != ' ' {
			continue
		}
		at := l.at(name, n+1)
		if err := do(line, at); err != nil {
			l.errs = append(l.errs, fmt.Errorf("%s: %w", at, err))
		}
	}
}
