package authority

import (
	"fmt"
	"io/fs"
	"path"

	"example.org/chancery"
)

// Classes are the four classes in the order in which files are read.
var Classes = []Class{PolityClass, InstrumentClass, PersonClass, PlaceClass}

// BuiltinFiles is the folder that comes with the program.
func BuiltinFiles() fs.FS { return data }

// Source is the YAML of the entry with that key in a folder, of whatever class, and where
// it stands below the folder; false when the folder has none.
func Source(fsys fs.FS, k chancery.Key) (at string, text []byte, ok bool) {
	for _, c := range Classes {
		at = path.Join(string(c), string(k)+".yaml")
		if b, err := fs.ReadFile(fsys, at); err == nil {
			return at, b, true
		}
	}
	return "", nil, false
}

// Skeleton is a file for a new entry that names what has to be filled in; it does not
// pass the check before that. A key that is no slug, and an unknown class, are Invalid
// errors.
func Skeleton(c Class, k chancery.Key, label string) (string, error) {
	body, ok := skeletons[c]
	if !ok {
		return "", chancery.Errorf(chancery.Invalid, "make an entry", "use polity, instrument, person or place", "%q is no class of entries", c)
	}
	if !slug.MatchString(string(k)) {
		return "", chancery.Errorf(chancery.Invalid, "make an entry",
			"use lower-case letters, digits and single hyphens, such as treaty-of-example-1740", "%q is no key", k)
	}
	return fmt.Sprintf("# Fill in what you looked up, take out what you did not: doc/reference/authority.md shows every field.\nkey: %s\nlabel: %q\n%s",
		k, label, body), nil
}

// skeletons are the fields of each class behind key and label.
var skeletons = map[Class]string{
	PolityClass: `kind:        # state, dynasty, government, khanate, horde, sub-state, people, alliance, organisation, company
family:      # the country through its changes of form, such as russia; else the key again
names:
  - {lang: en, text: }
lifespan:    # two references that are independent of each other
  from:
  to:
  ref: {site: , page: }
  also:
    - {work: , locator: }
ref: {site: , page: }
`,
	InstrumentClass: `kind:        # treaty, convention, protocol, agreement, note ... (doc/reference/facts.md)
plane: international
parties: []  # keys of polities
names:
  - {lang: en, text: }
life:
  - event: signed
    date:
    calendar: gregorian
    place:   # key of a place
    ref: {site: , page: }
    also:
      - {work: , locator: }
provisions: []
signatories: []
ref: {site: , page: }
`,
	PersonClass: `names:
  - {lang: en, text: }
lifespan:
  from:
  to:
  ref: {site: , page: }
  also:
    - {work: , locator: }
offices: []
ref: {site: , page: }
`,
	PlaceClass: `kind:        # city, village, fort, port, region, river, lake, sea, strait, island, peninsula, mountain, pass, canal, country
names:
  - {lang: en, text: }
ref: {site: , page: }
`,
}
