package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/chancery"
)

// Place is where a file is: on the disk, or in an archive there.
type Place struct {
	Path   string // on the disk; StandardInput for that
	inside []member
}

// StandardInput is the path that stands for what is piped in.
const StandardInput = "-"

// String is the path, with the names in archives behind it: "letters.zip/1851/a.txt".
func (p Place) String() string {
	s := p.Path
	for _, m := range p.inside {
		s += "/" + m.name
	}
	return s
}

// File is a file that Walk came upon: its document, or Err, the reason why there is none.
type File struct {
	Path     string
	Document chancery.Document
	Issues   []chancery.Issue
	Err      error
}

// Walk reads the files at Places. It ends early when ctx is done.
func Walk(ctx context.Context, paths []string, lim Limits) iter.Seq[File] {
	return func(yield func(File) bool) {
		for place, err := range Places(ctx, paths, lim) {
			f := File{Path: place.String(), Err: err}
			if err == nil {
				f.Document, f.Issues, f.Err = ReadPlace(ctx, place, lim)
			}
			if !yield(f) {
				return
			}
		}
	}
}

// Places yields the files that paths name, folders and zip archives with all that
// is in them, in sorted order, without reading them. Passed over are hidden files,
// SQLite registers inside folders, descriptions (.csl.json) of files beside them, and
// the folders of scripts and pictures that browsers save with a page. The error is why a folder or an archive could not be listed, or why a path
// is none that is read. It ends early when ctx is done.
func Places(ctx context.Context, paths []string, lim Limits) iter.Seq2[Place, error] {
	lim = lim.orDefaults()
	return func(yield func(Place, error) bool) {
		roots := slices.Clone(paths)
		slices.Sort(roots)
		seen := map[string]bool{}
		for _, root := range slices.Compact(roots) {
			if root == StandardInput {
				if !yield(Place{Path: root}, nil) {
					return
				}
				continue
			}
			if err := refuseURL(root); err != nil {
				if !yield(Place{Path: root}, err) {
					return
				}
				continue
			}
			w := walk{ctx: ctx, lim: lim, root: root, seen: seen, yield: yield}
			if err := filepath.WalkDir(root, w.visit); err != nil || ctx.Err() != nil {
				return
			}
		}
	}
}

// walk is what visiting a folder needs to know.
type walk struct {
	ctx   context.Context
	lim   Limits
	root  string
	seen  map[string]bool
	yield func(Place, error) bool
}

var errStop = errors.New("the caller has seen enough")

func (w walk) visit(path string, e fs.DirEntry, err error) error {
	switch {
	case w.ctx.Err() != nil:
		return fs.SkipAll
	case err != nil:
		if !w.yield(Place{Path: path}, unreadable(path, err)) {
			return errStop
		}
		return nil
	case path != w.root && strings.HasPrefix(e.Name(), "."):
		if e.IsDir() {
			return fs.SkipDir
		}
		return nil
	case e.IsDir() && path != w.root && isOfPage(path):
		return fs.SkipDir
	case e.IsDir() || w.seen[path] || path != w.root && (isRegister(path) || strings.HasSuffix(path, besideEnd)):
		return nil
	}
	w.seen[path] = true
	if isArchiveFile(path) {
		return w.archive(path)
	}
	if !w.yield(Place{Path: path}, nil) {
		return errStop
	}
	return nil
}

// isOfPage reports whether a folder holds the scripts and pictures that a browser saved
// with a page: page_files beside page.html.
func isOfPage(dir string) bool {
	for _, end := range []string{"_files", ".files", "-Dateien", "_fichiers"} {
		stem, ok := strings.CutSuffix(dir, end)
		for _, ext := range []string{".html", ".htm", ".xhtml"} {
			if _, err := os.Stat(stem + ext); ok && err == nil {
				return true
			}
		}
	}
	return false
}

// archive yields the files of an archive on the disk.
func (w walk) archive(path string) error {
	count, unpacked := 0, int64(0)
	list := listing{ctx: w.ctx, lim: w.lim, files: &count, unpacked: &unpacked}
	err := list.archiveAt(Place{Path: path}, func(p Place, err error) bool { return w.yield(p, err) })
	if errors.Is(err, errStop) || w.ctx.Err() != nil {
		return errStop
	}
	if err != nil && !w.yield(Place{Path: path}, err) {
		return errStop
	}
	return nil
}

// ReadPlace reads the file at a place as ReadFile does. What stands at StandardInput
// is for the caller to read.
func ReadPlace(ctx context.Context, p Place, lim Limits) (chancery.Document, []chancery.Issue, error) {
	if len(p.inside) == 0 {
		return ReadFile(ctx, p.Path, lim)
	}
	lim = lim.orDefaults()
	b, beside, err := p.unpack(lim)
	if err != nil {
		return chancery.Document{}, nil, told("read "+p.String(), err)
	}
	d, issues, err := Read(ctx, p.String(), bytes.NewReader(b), lim)
	if err == nil && beside.bytes != nil {
		issues = append(issues, catalogue(&d, beside.name, beside.bytes)...)
	}
	return d, issues, err
}

// refuseURL says why an address of the web is not read, nil for any other path.
func refuseURL(path string) error {
	scheme, _, ok := strings.Cut(path, "://")
	if !ok || scheme == "" || strings.Trim(strings.ToLower(scheme), "abcdefghijklmnopqrstuvwxyz0123456789+.-") != "" {
		return nil
	}
	return chancery.Errorf(chancery.Unsupported, "read "+path, "save the page in your browser and add the file",
		"it is an address; what stands there can change, and a source must not, so only files are read")
}

// isRegister reports whether a file is an SQLite database or the journal of one.
func isRegister(path string) bool {
	for _, end := range []string{"-wal", "-shm", "-journal"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return bytes.Equal(headOf(path, 16), []byte("SQLite format 3\x00"))
}

// headOf is the first n bytes of an ordinary file, fewer or none if it has not so many.
func headOf(path string, n int) []byte {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	head := make([]byte, n)
	n, _ = io.ReadFull(f, head)
	return head[:n]
}
