package source

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"example.org/chancery"
)

// member is a file in an archive: which one, since names may be there twice.
type member struct {
	name string
	nth  int
}

// zipKind is what a file that is packed as zip is: "docx", "odt", "epub", "office"
// for other documents of office programs, "archive" for files put together.
func zipKind(z *zip.Reader) string {
	if len(z.File) > 0 && z.File[0].Name == "mimetype" {
		kind, err := unpacked(z.File[0], 200)
		switch s := string(kind); {
		case err != nil:
		case strings.HasPrefix(s, "application/epub+zip"):
			return "epub"
		case strings.HasPrefix(s, "application/vnd.oasis.opendocument.text"):
			return "odt"
		case strings.HasPrefix(s, "application/"):
			return "office"
		}
	}
	kind := "archive"
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return "docx"
		case "META-INF/container.xml":
			return "epub"
		case "[Content_Types].xml":
			kind = "office"
		}
	}
	return kind
}

// zipKindOf is zipKind of a file's bytes; "" if it is not packed as zip.
func zipKindOf(b []byte) string {
	if !isPacked(b) {
		return ""
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return ""
	}
	return zipKind(z)
}

func isPacked(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// isArchiveFile reports whether the file at path is an archive of files.
func isArchiveFile(path string) bool {
	if !isPacked(headOf(path, 4)) {
		return false
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return strings.EqualFold(filepath.Ext(path), ".zip")
	}
	defer z.Close()
	return zipKind(&z.Reader) == "archive"
}

// openArchive opens the archive at a place. The caller closes it.
func openArchive(p Place, lim Limits) (*zip.Reader, io.Closer, error) {
	f, err := os.Open(p.Path)
	if err != nil {
		return nil, nil, unreadable(p.Path, err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, nil, unreadable(p.Path, err)
	}
	z, err := zip.NewReader(f, info.Size())
	for _, m := range p.inside {
		if err != nil {
			break
		}
		if m.nth >= len(z.File) { // the archive was changed since it was listed
			err = zip.ErrFormat
			break
		}
		var b []byte
		if b, err = unpacked(z.File[m.nth], lim.Bytes); err == nil {
			z, err = zip.NewReader(bytes.NewReader(b), int64(len(b)))
		}
	}
	if err != nil {
		f.Close()
		return nil, nil, brokenArchive(p, err)
	}
	return z, f, nil
}

func brokenArchive(p Place, err error) error {
	var e *chancery.Error
	if errors.As(err, &e) {
		return told("read "+p.String(), err)
	}
	return &chancery.Error{Kind: chancery.Invalid, Doing: "read " + p.String(), Why: "it is a damaged archive", Cause: err,
		Do: "pack it again, or add the files that are in it"}
}

// unpacked is what a file in an archive holds, if it is not more than limit.
func unpacked(f *zip.File, limit int64) ([]byte, error) {
	const encrypted = 1
	switch {
	case f.Flags&encrypted != 0:
		return nil, chancery.Errorf(chancery.Unsupported, "unpack "+f.Name, "unpack it with its password and add the files", "it is encrypted")
	case f.UncompressedSize64 > uint64(limit):
		return nil, tooLarge(f.Name, limit)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(f.Name, err)
	}
	defer r.Close()
	// What the archive says of sizes may be a lie, and it is not believed.
	b, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	switch {
	case err != nil:
		return nil, damaged(f.Name, err)
	case uint64(len(b)) > f.UncompressedSize64:
		return nil, damaged(f.Name, errors.New("it is larger than its archive says"))
	}
	return b, nil
}

func tooLarge(name string, limit int64) error {
	return chancery.Errorf(chancery.Unsupported, "unpack "+name, "split the file or raise the limit", "it is larger than the limit of %s", size(limit))
}

func damaged(name string, err error) error {
	return &chancery.Error{Kind: chancery.Invalid, Doing: "unpack " + name, Why: "it is damaged or packed in a way that is not read", Cause: err,
		Do: "pack it again, or add the files that are in it"}
}

// listing lists the files of an archive and of those in it.
type listing struct {
	ctx      context.Context
	lim      Limits
	files    *int
	unpacked *int64
}

// archiveAt yields the files of the archive at p; yield gives false to stop.
func (l listing) archiveAt(p Place, yield func(Place, error) bool) error {
	z, closer, err := openArchive(p, l.lim)
	if err != nil {
		return err
	}
	defer closer.Close()
	if err := l.weigh(p, z); err != nil {
		return err
	}
	order := make([]member, 0, len(z.File))
	for n, f := range z.File {
		if name := nameIn(f); isWanted(name) {
			order = append(order, member{name, n})
		}
	}
	slices.SortStableFunc(order, func(a, b member) int { return strings.Compare(a.name, b.name) })
	for _, m := range order {
		if l.ctx.Err() != nil {
			return errStop
		}
		at := Place{Path: p.Path, inside: append(slices.Clone(p.inside), m)}
		err := l.member(at, z.File[m.nth], yield)
		if errors.Is(err, errStop) || err != nil && !yield(at, err) {
			return errStop
		}
	}
	return nil
}

// member yields a file of an archive, or those of the archive that it is.
func (l listing) member(at Place, f *zip.File, yield func(Place, error) bool) error {
	name := at.inside[len(at.inside)-1].name
	if !isInside(name) {
		return chancery.Errorf(chancery.Invalid, "read "+at.String(), "do not trust this archive", "its name leads out of the archive")
	}
	if !strings.EqualFold(path.Ext(name), ".zip") {
		if !yield(at, nil) {
			return errStop
		}
		return nil
	}
	if len(at.inside) >= l.lim.Nesting {
		return chancery.Errorf(chancery.Unsupported, "read "+at.String(), "unpack it and add what is in it, or raise the limit with --nesting",
			"archives lie in archives more than %d deep", l.lim.Nesting)
	}
	if err := l.archiveAt(at, yield); err != nil {
		return err
	}
	return nil
}

// weigh refuses an archive of more or larger files than are allowed, by what it says
// of them; a file that turns out larger than that is refused when it is unpacked.
func (l listing) weigh(p Place, z *zip.Reader) error {
	*l.files += len(z.File)
	if *l.files > l.lim.Files {
		return chancery.Errorf(chancery.Unsupported, "read "+p.String(), "unpack it and add the folder, or raise the limit with --files",
			"there are more than %d files in it", l.lim.Files)
	}
	for _, f := range z.File {
		if f.UncompressedSize64 > uint64(l.lim.Unpacked-*l.unpacked) {
			return chancery.Errorf(chancery.Unsupported, "read "+p.String(), "unpack it and add the folder, or raise the limit with --unpacked",
				"unpacked it would be larger than the limit of %s", size(l.lim.Unpacked))
		}
		*l.unpacked += int64(f.UncompressedSize64)
	}
	return nil
}

// nameIn is a file's name in an archive. Older programs wrote Cyrillic names in the
// code page of DOS without saying so.
func nameIn(f *zip.File) string {
	if !f.NonUTF8 || utf8.ValidString(f.Name) {
		return strings.ToValidUTF8(f.Name, "\ufffd")
	}
	s, err := charmap.CodePage866.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, "\ufffd")
	}
	return s
}

// isWanted reports whether a name in an archive is of a file that is not hidden, nor
// what a Mac adds, nor the description of another.
func isWanted(name string) bool {
	if name == "" || strings.HasSuffix(name, "/") || strings.HasSuffix(name, besideEnd) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return false
		}
	}
	return true
}

// isInside reports whether a name, taken as a path, stays in the folder it is unpacked to.
func isInside(name string) bool {
	return filepath.IsLocal(name) && !strings.ContainsAny(name, "\\\x00") && !strings.Contains(name, ":")
}

// packed is the content of a file that lies beside another.
type packed struct {
	name  string
	bytes []byte
}

// unpack is what the file at p holds, and the description that lies beside it.
func (p Place) unpack(lim Limits) ([]byte, packed, error) {
	last := len(p.inside) - 1
	z, closer, err := openArchive(Place{Path: p.Path, inside: p.inside[:last]}, lim)
	if err != nil {
		return nil, packed{}, err
	}
	defer closer.Close()
	m := p.inside[last]
	if m.nth >= len(z.File) || nameIn(z.File[m.nth]) != m.name {
		return nil, packed{}, brokenArchive(p, errors.New("it was changed since it was listed"))
	}
	b, err := unpacked(z.File[m.nth], lim.Bytes)
	if err != nil {
		return nil, packed{}, err
	}
	for _, beside := range besides(m.name) {
		for _, f := range z.File {
			if nameIn(f) != beside {
				continue
			}
			if c, err := unpacked(f, descriptionLimit); err == nil {
				return b, packed{path.Base(beside), c}, nil
			}
		}
	}
	return b, packed{}, nil
}
