package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/chancery"
)

// Limits bounds what is read of one file.
type Limits struct {
	Bytes int64 // of the file; 0 means DefaultBytes
}

// DefaultBytes is the size above which a file is refused unless Limits says otherwise.
const DefaultBytes = 64 << 20

func (l Limits) bytes() int64 {
	if l.Bytes <= 0 {
		return DefaultBytes
	}
	return l.Bytes
}

// File is a file that Walk came upon: its document, or Err, the reason why there is none.
type File struct {
	Path     string
	Document chancery.Document
	Issues   []chancery.Issue
	Err      error
}

// Read makes a document of what r holds. Name is the file's name: its base names
// the document and its extension helps to tell the format. An error is a
// *chancery.Error: Invalid for a file that cannot be understood, Unsupported for
// one of a kind or size that is not read.
func Read(name string, r io.Reader, lim Limits) (chancery.Document, []chancery.Issue, error) {
	doing := "read " + name
	b, err := io.ReadAll(io.LimitReader(r, lim.bytes()+1))
	if err != nil {
		return chancery.Document{}, nil, &chancery.Error{Kind: chancery.Invalid, Doing: doing, Why: "it cannot be read",
			Do: "check that the file is whole and may be read", Cause: err}
	}
	if int64(len(b)) > lim.bytes() {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, doing,
			"split the file or raise the limit", "it is larger than the limit of %s", size(lim.bytes()))
	}
	if err := refuse(doing, b); err != nil {
		return chancery.Document{}, nil, err
	}
	f := formatOf(name, b)
	d, issues, err := f.Read(filepath.Base(name), b)
	if err != nil {
		return chancery.Document{}, nil, err
	}
	if strings.TrimSpace(d.Text) == "" {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Invalid, doing, "leave it out", "there is no text in it")
	}
	return d, issues, nil
}

// formatOf chooses the format of a file by its content, then by its name.
func formatOf(name string, b []byte) Format {
	formats := Formats()
	head := b[:min(len(b), 4096)]
	for _, f := range formats {
		if f.Sniff(head) {
			return f
		}
	}
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range formats {
		if slices.Contains(f.Extensions, ext) {
			return f
		}
	}
	return formats[len(formats)-1]
}

// ReadFile reads the file at path as Read does.
func ReadFile(path string, lim Limits) (chancery.Document, []chancery.Issue, error) {
	info, err := os.Stat(path) // before opening: to open a pipe waits for its writer
	switch {
	case err != nil:
		return chancery.Document{}, nil, unreadable(path, err)
	case info.IsDir():
		return chancery.Document{}, nil, chancery.Errorf(chancery.Invalid, "read "+path, "name the files in it, or walk it", "it is a folder")
	case !info.Mode().IsRegular():
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, "read "+path, "name an ordinary file", "it is a device or a pipe")
	case info.Size() > lim.bytes():
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, "read "+path,
			"split the file or raise the limit", "it has %s, more than the limit of %s", size(info.Size()), size(lim.bytes()))
	}
	f, err := os.Open(path)
	if err != nil {
		return chancery.Document{}, nil, unreadable(path, err)
	}
	defer f.Close()
	return Read(path, f, lim)
}

func unreadable(path string, err error) error {
	e := &chancery.Error{Kind: chancery.Invalid, Doing: "read " + path, Cause: err, Do: "check the name"}
	var p *fs.PathError
	if errors.As(err, &p) {
		e.Cause = p.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Kind = chancery.NotFound
	case errors.Is(err, fs.ErrPermission):
		e.Do = "give yourself permission to read it"
	}
	return e
}

// Walk reads the files that paths name, folders with all that is in them, in
// sorted order. Hidden files and SQLite registers inside folders are passed over;
// every other file is yielded with its document or the reason why there is none.
// It ends early when ctx is done.
func Walk(ctx context.Context, paths []string, lim Limits) iter.Seq[File] {
	return func(yield func(File) bool) {
		for path, err := range Paths(ctx, paths) {
			f := File{Path: path, Err: err}
			if err == nil {
				f.Document, f.Issues, f.Err = ReadFile(path, lim)
			}
			if !yield(f) {
				return
			}
		}
	}
}

// Paths yields the files that Walk would read without reading them, for callers
// that read several at a time. The error is why a folder could not be listed.
func Paths(ctx context.Context, paths []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		roots := slices.Clone(paths)
		slices.Sort(roots)
		seen := map[string]bool{}
		for _, root := range slices.Compact(roots) {
			err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
				switch {
				case ctx.Err() != nil:
					return fs.SkipAll
				case err != nil:
					if !yield(path, unreadable(path, err)) {
						return errStop
					}
					return nil
				case path != root && strings.HasPrefix(e.Name(), "."):
					if e.IsDir() {
						return fs.SkipDir
					}
					return nil
				case e.IsDir() || seen[path] || path != root && isRegister(path):
					return nil
				}
				seen[path] = true
				if !yield(path, nil) {
					return errStop
				}
				return nil
			})
			if err != nil || ctx.Err() != nil {
				return
			}
		}
	}
}

var errStop = errors.New("the caller has seen enough")

// isRegister reports whether a file is an SQLite database or the journal of one.
func isRegister(path string) bool {
	for _, end := range []string{"-wal", "-shm", "-journal"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [16]byte
	_, err = io.ReadFull(f, head[:])
	return err == nil && bytes.Equal(head[:], []byte("SQLite format 3\x00"))
}

func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
