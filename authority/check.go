package authority

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// checker holds one file while it is checked.
type checker struct {
	source
	root   yaml.Node
	faults Faults
	links  []link
}

func (c *checker) fault(line int, what, do string) {
	c.faults = append(c.faults, Fault{Path: c.path, Line: line, What: what, Do: do})
}

// line is where the node at a path of field names and indexes stands; the line of
// the nearest parent that is there when it is missing.
func (c *checker) line(at ...any) int {
	if len(c.root.Content) == 0 {
		return 0
	}
	n := c.root.Content[0]
	for _, step := range at {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return n.Line
}

// has reports whether there is a node at exactly that path.
func (c *checker) has(at ...any) bool {
	n := c.root.Content[0]
	for _, step := range at {
		if n = child(n, step); n == nil {
			return false
		}
	}
	return true
}

// unread reports whether what stands at a path is no mapping of fields that are known.
func (c *checker) unread(at ...any) bool {
	n := c.root.Content[0]
	for _, step := range at {
		n = child(n, step)
	}
	if n.Kind != yaml.MappingNode {
		return true
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if !slices.Contains([]string{"work", "locator", "site", "page", "via"}, n.Content[i].Value) {
			return true
		}
	}
	return false
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case int:
		if n.Kind == yaml.SequenceNode && step < len(n.Content) {
			return n.Content[step]
		}
	case string:
		for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				return n.Content[i+1]
			}
		}
	}
	return nil
}

func (c *checker) polity(p Polity) {
	c.head(p.Key, p.Label, p.Names, p.Ref, p.Also)
	c.oneOf(p.Kind, polityKinds, "kind")
	if p.Family == "" {
		c.fault(c.line(), "no family", "name the country that it is a form of, such as russia, or its own key")
	}
	if p.Lifespan != nil {
		c.span(*p.Lifespan, "lifespan")
	}
	for lang, forms := range p.Adjectives {
		for n, a := range forms {
			if strings.TrimSpace(a) == "" {
				c.fault(c.line("adjectives", lang, n), "empty adjective", "write its base form or take the line out")
			}
		}
	}
	c.passages(p.Predecessors, "predecessors")
	c.passages(p.Successors, "successors")
}

func (c *checker) passages(all []Passage, field string) {
	for n, l := range all {
		c.linked(l.Key, PolityClass, field, n, "key")
		c.oneOf(l.As, Passages, field, n, "as")
		c.date(l.On, field, n, "on")
		c.ref(l.Ref, field, n)
	}
}

func (c *checker) person(p Person) {
	c.head(p.Key, p.Label, p.Names, p.Ref, p.Also)
	if p.Lifespan != nil {
		c.span(*p.Lifespan, "lifespan")
	}
	for n, o := range p.Offices {
		if o.Office == "" {
			c.fault(c.line("offices", n), "an office without a name", "write what the person was")
		}
		c.linked(o.Of, PolityClass, "offices", n, "of")
		c.date(o.From, "offices", n, "from")
		c.date(o.To, "offices", n, "to")
		c.ref(o.Ref, "offices", n)
	}
	c.remarks(p.Remarks)
}

func (c *checker) place(p Place) {
	c.head(p.Key, p.Label, p.Names, p.Ref, p.Also)
	c.oneOf(p.Kind, placeKinds, "kind")
	if p.Coordinates != nil {
		c.degrees(p.Coordinates.Lat, 90, "lat")
		c.degrees(p.Coordinates.Lon, 180, "lon")
		c.ref(p.Coordinates.Ref, "coordinates")
	}
}

// head checks what all classes share.
func (c *checker) head(key chancery.Key, label string, names []Name, ref Ref, also []Ref) {
	if key != c.key {
		c.fault(c.line("key"), fmt.Sprintf("the key is %q but the file is called %q", key, c.key), "give both the same name")
	}
	if !slug.MatchString(string(c.key)) {
		c.fault(0, fmt.Sprintf("%q is no key", c.key), "use lower-case letters, digits and single hyphens")
	}
	if strings.TrimSpace(label) == "" {
		c.fault(c.line("label"), "no label", "write the usual English name")
	}
	if len(names) == 0 {
		c.fault(c.line("names"), "no names", "give at least one name with its language")
	}
	c.names(names, "names")
	c.ref(ref)
	c.also(also, "also")
}

func (c *checker) names(names []Name, field string) {
	for n, name := range names {
		if strings.TrimSpace(name.Text) == "" || name.Text != strings.TrimSpace(name.Text) {
			c.fault(c.line(field, n), "a name that is empty or has spaces about it", "write the name itself")
		}
		c.languageCode(name.Lang, field, n, "lang")
		c.date(name.From, field, n, "from")
		c.date(name.To, field, n, "to")
		if name.From != "" || name.To != "" {
			c.ref(name.Ref, field, n)
		}
	}
}

func (c *checker) languageCode(code string, at ...any) {
	if !language.MatchString(code) {
		c.fault(c.line(at...), fmt.Sprintf("%q is no language", code), "write a code of two letters such as ru")
	}
}

func (c *checker) span(s Span, field string) {
	c.date(s.From, field, "from")
	c.date(s.To, field, "to")
	c.ref(s.Ref, field)
	c.also(s.Also, field, "also")
	begin, _, ok := yearsOf(s.From)
	_, end, ok2 := yearsOf(s.To)
	if ok && ok2 && end < begin {
		c.fault(c.line(field), fmt.Sprintf("it ends in %d, before it begins in %d", end, begin), "correct one of the two dates")
	}
}

// ref checks the reference of the item at a path.
func (c *checker) ref(r Ref, at ...any) {
	where := append(slices.Clone(at), "ref")
	switch {
	case r.IsZero() && c.has(where...) && !c.unread(where...):
		c.fault(c.line(where...), "an empty reference", "name the work and locator, or the site and page, where it was looked up")
	case r.IsZero() && c.has(where...):
		// It could not be read, which decode has told.
	case r.IsZero():
		c.fault(c.line(at...), "no reference", "add ref: {work: ..., locator: ...} or ref: {site: ..., page: ...}")
	case (r.Work == "") == (r.Site == ""):
		c.fault(c.line(where...), "a reference names either a work or a site", "give one of the two")
	case r.Work != "" && r.Page != "":
		c.fault(c.line(where...), "a work has a locator, not a page", "write locator: instead of page:")
	case r.Site != "" && (r.Page == "" || r.Locator != ""):
		c.fault(c.line(where...), "a site without the title of the page", "write page: with the title as the site has it")
	}
}

func (c *checker) also(refs []Ref, at ...any) {
	for n, r := range refs {
		c.ref(r, append(slices.Clone(at), n)...)
	}
}

func (c *checker) linked(k chancery.Key, class Class, at ...any) {
	if k == "" {
		c.fault(c.line(at...), "no key", fmt.Sprintf("write the key of a %s", class))
		return
	}
	c.links = append(c.links, link{c.class, c.key, c.path, c.line(at...), k, class})
}

func (c *checker) oneOf(s string, all []string, at ...any) {
	if !slices.Contains(all, s) {
		known := strings.TrimPrefix(strings.Join(all, ", "), ", ")
		c.fault(c.line(at...), fmt.Sprintf("%q is no %v", s, at[len(at)-1]), "use one of "+known)
	}
}

func (c *checker) date(s string, at ...any) {
	if s == "" || s == ".." {
		return
	}
	if _, err := edtf.Parse(s); err != nil {
		c.fault(c.line(at...), fmt.Sprintf("%q is no EDTF date", s), "write it as 1858-06-13, 1858-06, 1858, 185X or 1858~")
	}
}

func (c *checker) degrees(s string, limit float64, field string) {
	d, err := strconv.ParseFloat(s, 64)
	if err != nil || d < -limit || d > limit {
		c.fault(c.line("coordinates", field), fmt.Sprintf("%q is no %s", s, field), "write decimal degrees such as 49.97")
	}
}

var (
	slug        = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	language    = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?$`)
	planes      = []chancery.Plane{chancery.International, chancery.Municipal, chancery.InternalPlane, chancery.ContractPlane}
	polityKinds = []string{"state", "dynasty", "government", "khanate", "horde", "sub-state", "people", "alliance", "organisation", "company"}
	placeKinds  = []string{"city", "village", "fort", "port", "region", "river", "lake", "sea", "strait", "island",
		"peninsula", "mountain", "pass", "canal", "country"}
	calendars = []string{"gregorian", "julian", "julian+gregorian", "byzantine", "qing", "minguo", "japanese", "hijri", "hijri-solar", "bogd-khan"}
)

// Check looks up every key by which an entry links to another. All that lead
// nowhere come back in one error of kind invalid, which holds Faults. A File from
// the snapshot of Builtin was checked before it was made.
func (f *File) Check() error {
	var faults Faults
	for _, l := range f.links {
		if !f.has(l.class, l.to) {
			faults = append(faults, Fault{l.path, l.line, fmt.Sprintf("%q is no %s", l.to, l.class),
				fmt.Sprintf("add authority/%s/%s.yaml or correct the key", l.class, l.to)})
		}
	}
	if len(faults) > 0 {
		return faulty("check the authority's links", faults)
	}
	return nil
}

func (f *File) has(c Class, k chancery.Key) (ok bool) {
	switch c {
	case PolityClass:
		_, ok = f.Polity(k)
	case InstrumentClass:
		_, ok = f.Instrument(k)
	case PersonClass:
		_, ok = f.Person(k)
	case PlaceClass:
		_, ok = f.Place(k)
	}
	return ok
}
