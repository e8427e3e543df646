package source

import (
	"bytes"
	"context"
	"encoding/xml"
	"strings"

	"example.org/chancery"
)

// catalogueXMP adds what a packet of XMP (ISO 16684-1) in the file says of the work,
// in Dublin Core and PRISM. When the file was made is not when the work appeared.
func catalogueXMP(ctx context.Context, b *chancery.Bibliography, file []byte) {
	start := bytes.Index(file, []byte("<x:xmpmeta"))
	if start < 0 {
		return
	}
	end := bytes.Index(file[start:], []byte("</x:xmpmeta>"))
	if end < 0 {
		return
	}
	fields, err := xmpFields(ctx, file[start:start+end])
	if err != nil {
		return
	}
	fill := func(to *string, names ...string) {
		for _, n := range names {
			if *to == "" {
				*to = fields[n]
			}
		}
	}
	fill(&b.Title, "title")
	fill(&b.Author, "creator")
	fill(&b.In, "publicationname")
	fill(&b.Volume, "volume")
	fill(&b.DOI, "doi")
	fill(&b.Publisher, "publisher")
	fill(&b.Language, "language")
	b.Issued = day(fields["publicationdate"])
	if b.Issued == "" {
		b.Issued = day(fields["coverdate"])
	}
	b.Pages = between(fields["startingpage"], fields["endingpage"])
}

// xmpFields reads properties by name in lower case: those of Dublin Core and PRISM,
// written as elements, as lists or as attributes.
func xmpFields(ctx context.Context, b []byte) (map[string]string, error) {
	out := map[string]string{}
	add := func(name xml.Name, v string) {
		if v = plain(v); v == "" || name.Space != "dc" && name.Space != "prism" {
			return
		}
		k := strings.ToLower(name.Local)
		if out[k] != "" {
			v = out[k] + "; " + v
		}
		out[k] = v
	}
	var open []xml.Name // the property that is open, if any, is the first
	err := walkXML(ctx, b, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			for _, a := range t.Attr {
				add(a.Name, a.Value)
			}
			if len(open) > 0 || t.Name.Space == "dc" || t.Name.Space == "prism" {
				open = append(open, t.Name)
			}
		case xml.EndElement:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if len(open) > 0 {
				add(open[0], string(t))
			}
		}
		return nil
	})
	return out, err
}
