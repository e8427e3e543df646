package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/chancery"
)

// Read makes a document of what r holds. Name is the file's name: its base names
// the document and its extension helps to tell the format. An error is a
// *chancery.Error: Invalid for a file that cannot be understood, Unsupported for
// one of a kind or size that is not read or that takes too long, Internal where the
// program failed on it; or it is ctx's, when ctx is done.
func Read(ctx context.Context, name string, r io.Reader, lim Limits) (chancery.Document, []chancery.Issue, error) {
	lim = lim.orDefaults()
	doing := "read " + name
	b, err := io.ReadAll(io.LimitReader(r, lim.Bytes+1))
	if err != nil {
		return chancery.Document{}, nil, &chancery.Error{Kind: chancery.Invalid, Doing: doing, Why: "it cannot be read",
			Do: "check that the file is whole and may be read", Cause: err}
	}
	if int64(len(b)) > lim.Bytes {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, doing,
			"split the file or raise the limit", "it is larger than the limit of %s", size(lim.Bytes))
	}
	return readBytes(ctx, doing, Input{Name: filepath.Base(name), Bytes: b, Limits: lim})
}

// readBytes chooses the format and reads by it, within the time that is allowed.
func readBytes(ctx context.Context, doing string, in Input) (d chancery.Document, issues []chancery.Issue, err error) {
	if err := refuse(doing, in.Bytes); err != nil {
		return chancery.Document{}, nil, err
	}
	f := formatOf(in.Name, in.Bytes)
	limited, cancel := context.WithTimeout(ctx, in.Limits.Time)
	defer cancel()
	d, issues, err = f.readSafely(limited, in)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return chancery.Document{}, nil, ctx.Err()
	case limited.Err() != nil:
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, doing,
			"split the file, or raise the limit with --seconds", "reading took longer than the limit of %s", in.Limits.Time)
	default:
		return chancery.Document{}, nil, told(doing, err)
	}
	if strings.TrimSpace(d.Text) == "" {
		return chancery.Document{}, nil, chancery.Errorf(chancery.Invalid, doing, "leave it out", "there is no text in it")
	}
	guessStanding(&d)
	return d, issues, nil
}

// readSafely is Read; should a reader fail on a file, that is an error of this file.
func (f Format) readSafely(ctx context.Context, in Input) (d chancery.Document, issues []chancery.Issue, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = chancery.Errorf(chancery.Internal, "read "+in.Name, "report this with the file; the other files are not affected",
				"the reader %s failed on it (%v)", f.Name, p)
		}
	}()
	return f.Read(ctx, in)
}

// told puts the whole name in front of what a format says of a file.
func told(doing string, err error) error {
	var e *chancery.Error
	if !errors.As(err, &e) {
		return &chancery.Error{Kind: chancery.Invalid, Doing: doing, Do: "check that the file is whole, or save it as text or HTML", Cause: err}
	}
	whole := *e
	whole.Doing = doing
	return &whole
}

// formatOf chooses the format of a file by its content, then by its name.
func formatOf(name string, b []byte) Format {
	formats := Formats()
	for _, f := range formats {
		if f.Sniff(b) {
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

// ReadFile reads the file at path as Read does, and beside it what a file of the
// same name that ends in .csl.json says of the work. An archive is not one file:
// Places finds those in it.
func ReadFile(ctx context.Context, path string, lim Limits) (chancery.Document, []chancery.Issue, error) {
	lim = lim.orDefaults()
	if err := refuseURL(path); err != nil {
		return chancery.Document{}, nil, err
	}
	info, err := os.Stat(path) // before opening: to open a pipe waits for its writer
	switch {
	case err != nil:
		return chancery.Document{}, nil, unreadable(path, err)
	case info.IsDir():
		return chancery.Document{}, nil, chancery.Errorf(chancery.Invalid, "read "+path, "name the files in it, or walk it", "it is a folder")
	case !info.Mode().IsRegular():
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, "read "+path, "name an ordinary file", "it is a device or a pipe")
	case info.Size() > lim.Bytes:
		return chancery.Document{}, nil, chancery.Errorf(chancery.Unsupported, "read "+path,
			"split the file or raise the limit", "it has %s, more than the limit of %s", size(info.Size()), size(lim.Bytes))
	}
	f, err := os.Open(path)
	if err != nil {
		return chancery.Document{}, nil, unreadable(path, err)
	}
	defer f.Close()
	d, issues, err := Read(ctx, path, f, lim)
	if err != nil {
		return d, nil, err
	}
	for _, beside := range besides(path) {
		if b, err := os.ReadFile(beside); err == nil {
			issues = append(issues, catalogue(&d, filepath.Base(beside), b)...)
			break
		}
	}
	return d, issues, nil
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
