package source

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"example.org/chancery"
)

// container is an office document or a book: parts packed as zip.
type container struct {
	ctx   context.Context
	parts map[string]*zip.File
	left  int64 // bytes that may still be unpacked
	limit int64
}

func openContainer(ctx context.Context, in Input) (*container, error) {
	z, err := zip.NewReader(bytes.NewReader(in.Bytes), int64(len(in.Bytes)))
	if err != nil {
		return nil, &chancery.Error{Kind: chancery.Invalid, Why: "it is damaged", Cause: err, Do: "open it in the program that wrote it and save it again"}
	}
	c := &container{ctx: ctx, parts: make(map[string]*zip.File, len(z.File)), left: in.Limits.Unpacked, limit: in.Limits.Unpacked}
	for _, f := range z.File {
		if _, twice := c.parts[f.Name]; !twice {
			c.parts[f.Name] = f
		}
	}
	return c, nil
}

// part is what a part holds; nil without an error if there is none of that name.
func (c *container) part(name string) ([]byte, error) {
	f := c.parts[name]
	if f == nil {
		return nil, c.ctx.Err()
	}
	if f.UncompressedSize64 > uint64(c.left) {
		return nil, chancery.Errorf(chancery.Unsupported, "", "save it as text, or raise the limit with --unpacked",
			"unpacked it would be larger than the limit of %s", size(c.limit))
	}
	b, err := unpacked(f, c.left)
	c.left -= int64(len(b))
	if err == nil {
		err = c.ctx.Err()
	}
	return b, err
}

// walkXML gives each token of an XML file to do, in order. Entities that the file
// itself declares are not expanded. Deeper than maxDepth it is refused.
func walkXML(ctx context.Context, b []byte, do func(xml.Token) error) error {
	const maxDepth = 1000
	d := xml.NewDecoder(&stoppable{ctx, bytes.NewReader(b)})
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	depth := 0
	for {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return &chancery.Error{Kind: chancery.Invalid, Why: "its text is damaged", Cause: err, Do: "open it in the program that wrote it and save it again"}
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return chancery.Errorf(chancery.Invalid, "", "save it as text", "its elements are nested more than %d deep", maxDepth)
			}
		case xml.EndElement:
			depth--
		}
		if err := do(t); err != nil {
			return err
		}
	}
}

// xmlAttr is the value of an attribute, whatever its name space is called.
func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// xmlFields reads the text of elements that have one, by name in lower case: "title",
// "creator". What is there twice is parted by "; ".
func xmlFields(ctx context.Context, b []byte) (map[string]string, error) {
	out := map[string]string{}
	var name string
	var text strings.Builder
	err := walkXML(ctx, b, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			name = strings.ToLower(t.Name.Local)
			text.Reset()
		case xml.CharData:
			if text.Len() < 4096 {
				text.Write(t)
			}
		case xml.EndElement:
			if v := plain(text.String()); v != "" && strings.EqualFold(name, t.Name.Local) {
				if out[name] != "" {
					v = out[name] + "; " + v
				}
				out[name] = v
			}
			name = ""
			text.Reset()
		}
		return nil
	})
	return out, err
}

// titleOf leaves out what programs put for a title of their own.
func titleOf(s string) string {
	s = strings.TrimPrefix(s, "Microsoft Word - ")
	if strings.HasSuffix(strings.ToLower(s), ".dot") || strings.EqualFold(s, "untitled") {
		return ""
	}
	return s
}

// authorOf leaves out the names that computers are delivered with.
func authorOf(s string) string {
	switch strings.ToLower(s) {
	case "user", "admin", "administrator", "home", "owner", "unknown", "unknown author", "microsoft office user", "пользователь", "админ", "администратор", "владелец":
		return ""
	}
	return s
}

func tracked(n int) chancery.Issue {
	return chancery.Issue{Kind: "tracked-changes", Count: n,
		What: "the file keeps a record of its changes; what was deleted was left out; accept the changes in it if they are settled"}
}

func commented(n int) chancery.Issue {
	return chancery.Issue{Kind: "comments", Count: n, What: fmt.Sprintf("%d comments of readers were left out; they are no part of the text", n)}
}

// stoppable reads from r until ctx is done.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

// Read gives ctx's error when it is done.
func (s *stoppable) Read(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(b[:min(len(b), 32<<10)])
}
