package authority

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"example.org/chancery"
)

// Fault is one thing wrong with a data file and what to do about it.
type Fault struct {
	Path string // "authority/polity/qing-china.yaml"
	Line int    // 0 when it concerns the file as a whole
	What string
	Do   string
}

// String is "path:line: what; what to do".
func (f Fault) String() string {
	at := f.Path
	if f.Line > 0 {
		at = fmt.Sprintf("%s:%d", f.Path, f.Line)
	}
	return at + ": " + f.What + "; " + f.Do
}

// Faults are all faults found in one reading, by path and line.
type Faults []Fault

// Error is one fault a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for n, fault := range f {
		lines[n] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// link is a key that one entry gives for another, and where it stands.
type link struct {
	in    Class // the class of the entry that links
	entry chancery.Key
	path  string
	line  int
	to    chancery.Key
	class Class // what it must be
}

// Load reads the folders polity, instrument, person and place of fsys; a folder may
// be missing. Each file is checked by itself, and all faults of all files come back
// in one error of kind invalid, which holds Faults. Keys that link to other
// entries are not looked up: (*File).Check does so, after Overlay if there is one.
func Load(fsys fs.FS) (*File, error) {
	sources, hash, err := readAll(fsys)
	if err != nil {
		return nil, err
	}
	f := &File{hash: hash}
	var faults Faults
	for _, s := range sources {
		faults = append(faults, f.add(s)...)
	}
	if len(faults) > 0 {
		return nil, faulty("read the authority", faults)
	}
	sortByKey(f.polities, Polity.key)
	sortByKey(f.instruments, Instrument.key)
	sortByKey(f.persons, Person.key)
	sortByKey(f.places, Place.key)
	return f, nil
}

func faulty(doing string, faults Faults) error {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		if c := strings.Compare(a.Path, b.Path); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
	return &chancery.Error{Kind: chancery.Invalid, Doing: doing, Cause: faults}
}

// source is one YAML file.
type source struct {
	class Class
	key   chancery.Key // as its name says
	path  string       // as messages name it
	bytes []byte
}

// readAll is every YAML file of the four folders in order, and the hash of them.
func readAll(fsys fs.FS) ([]source, string, error) {
	var all []source
	var parts []string
	for _, c := range []Class{PolityClass, InstrumentClass, PersonClass, PlaceClass} {
		entries, err := fs.ReadDir(fsys, string(c))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, "", fmt.Errorf("list authority/%s: %w", c, err)
		}
		for _, e := range entries {
			name, isYAML := strings.CutSuffix(e.Name(), ".yaml")
			if e.IsDir() || !isYAML || strings.HasPrefix(name, ".") {
				continue
			}
			at := path.Join(string(c), e.Name())
			b, err := fs.ReadFile(fsys, at)
			if err != nil {
				return nil, "", fmt.Errorf("read authority/%s: %w", at, err)
			}
			all = append(all, source{c, chancery.Key(name), "authority/" + at, b})
			parts = append(parts, at, string(b))
		}
	}
	return all, hashOf(parts...), nil
}

// add decodes one file into f, checks it and returns its faults.
func (f *File) add(s source) Faults {
	c := &checker{source: s}
	switch s.class {
	case PolityClass:
		var p Polity
		if c.decode(&p) {
			c.polity(p)
			f.polities = append(f.polities, p)
		}
	case InstrumentClass:
		var i Instrument
		if c.decode(&i) {
			c.instrument(i)
			f.instruments = append(f.instruments, i)
		}
	case PersonClass:
		var p Person
		if c.decode(&p) {
			c.person(p)
			f.persons = append(f.persons, p)
		}
	case PlaceClass:
		var p Place
		if c.decode(&p) {
			c.place(p)
			f.places = append(f.places, p)
		}
	}
	f.links = append(f.links, c.links...)
	return c.faults
}

// decode reads the YAML strictly into entry. Unknown fields and wrong kinds of
// value are faults, but do not keep the rest from being checked; it returns false
// only when nothing could be read.
func (c *checker) decode(entry any) bool {
	if err := yaml.Unmarshal(c.bytes, &c.root); err != nil {
		c.syntax(err)
		return false
	}
	if len(c.root.Content) == 0 {
		c.fault(0, "the file is empty", "fill it in as doc/reference/authority.md shows, or remove it")
		return false
	}
	d := yaml.NewDecoder(bytes.NewReader(c.bytes))
	d.KnownFields(true)
	if err := d.Decode(entry); err != nil {
		var te *yaml.TypeError
		if !errors.As(err, &te) {
			c.syntax(err)
			return false
		}
		for _, e := range te.Errors {
			c.typeError(e)
		}
	}
	return true
}

func (c *checker) syntax(err error) {
	line, what := cutLine(strings.TrimPrefix(err.Error(), "yaml: "))
	c.fault(line, "not YAML: "+what, "mend the indentation or the quotation marks")
}

// typeError words what yaml.v3 says as "line 7: field x not found in type T".
func (c *checker) typeError(e string) {
	line, what := cutLine(e)
	if field, _, ok := strings.Cut(strings.TrimPrefix(what, "field "), " not found in type"); ok {
		c.fault(line, fmt.Sprintf("there is no field %q here", field), "correct its name or take it out (doc/reference/authority.md)")
		return
	}
	what, _, _ = strings.Cut(what, " into ")
	c.fault(line, what+" here", "write the kind of value that doc/reference/authority.md shows")
}

func cutLine(s string) (int, string) {
	var line int
	if n, err := fmt.Sscanf(s, "line %d:", &line); n != 1 || err != nil {
		return 0, s
	}
	_, what, _ := strings.Cut(s, ": ")
	return line, what
}
