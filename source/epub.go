package source

import (
	"context"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"example.org/chancery"
)

const epubReader = "epub/1"

func sniffEPUB(b []byte) bool { return zipKindOf(b) == "epub" }

// readEPUB makes the text of record of a book: its chapters in the order in which
// they are to be read, each as a page of HTML is read.
func readEPUB(ctx context.Context, in Input) (chancery.Document, []chancery.Issue, error) {
	c, err := openContainer(ctx, in)
	if err != nil {
		return chancery.Document{}, nil, err
	}
	b, err := c.part("META-INF/container.xml")
	if err != nil {
		return chancery.Document{}, nil, err
	}
	var root string
	if err := walkXML(ctx, b, func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" && root == "" {
			root = xmlAttr(e, "full-path")
		}
		return nil
	}); err != nil {
		return chancery.Document{}, nil, err
	}
	if b, err = c.part(root); err != nil {
		return chancery.Document{}, nil, err
	}
	if b == nil {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Invalid, "", "save it as HTML", "it does not say where its chapters are")
	}
	p := bookPackage{items: map[string]string{}, folder: path.Dir(root)}
	if err := walkXML(ctx, b, p.take); err != nil {
		return chancery.Document{}, nil, err
	}
	return p.book(c, in, b)
}

// bookPackage is what a book says of its parts (EPUB 3, package document).
type bookPackage struct {
	folder string
	items  map[string]string // id -> path
	nav    string
	spine  []string // ids
}

func (p *bookPackage) take(t xml.Token) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	switch e.Name.Local {
	case "item":
		href, err := url.PathUnescape(xmlAttr(e, "href"))
		if err != nil {
			href = xmlAttr(e, "href")
		}
		id := xmlAttr(e, "id")
		p.items[id] = path.Join(p.folder, href)
		if slices.Contains(strings.Fields(xmlAttr(e, "properties")), "nav") {
			p.nav = id
		}
	case "itemref":
		p.spine = append(p.spine, xmlAttr(e, "idref"))
	}
	return nil
}

// book reads the chapters.
func (p *bookPackage) book(c *container, in Input, opf []byte) (chancery.Document, []chancery.Issue, error) {
	locked, _ := c.part("META-INF/encryption.xml")
	w := &walker{}
	missing, encrypted := 0, 0
	seen := map[string]bool{}
	for _, id := range p.spine {
		name := p.items[id]
		if seen[name] {
			continue
		}
		seen[name] = true
		if strings.Contains(string(locked), `"`+name+`"`) {
			encrypted++
			continue
		}
		b, err := c.part(name)
		if err != nil {
			return chancery.Document{}, nil, err
		}
		if b == nil {
			missing++
			continue
		}
		root, err := parseHTML(c.ctx, decode(b, declaredCharset(b)).text)
		if err != nil {
			return chancery.Document{}, nil, err
		}
		if w.out.Len() > 0 {
			w.due("\n\n")
		}
		start := w.out.Len()
		w.walk(root)
		if id == p.nav {
			w.furniture = append(w.furniture, w.trimmed(start))
		}
	}
	if encrypted > 0 && w.out.Len() == 0 {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, "", "get a copy without protection", "it is encrypted")
	}
	text := w.out.String()
	d := chancery.NewDocument(in.Name, text, epubReader)
	d.Blocks, d.Furniture = w.blocks, w.furnitureOf(len(text))
	fields, err := xmlFields(c.ctx, opf)
	if err != nil {
		fields = nil
	}
	d.Bibliography = chancery.Bibliography{Title: titleOf(fields["title"]), Author: fields["creator"], Issued: day(fields["date"]),
		Publisher: fields["publisher"], Language: fields["language"]}
	var issues []chancery.Issue
	if n := missing + encrypted; n > 0 {
		issues = append(issues, chancery.Issue{Kind: "incomplete", Count: n,
			What: fmt.Sprintf("%d chapters are missing or encrypted and were not read; get a whole copy", n)})
	}
	return d, issues, nil
}
