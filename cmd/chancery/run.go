package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/ingest"
	"example.org/chancery/lang"
	"example.org/chancery/register"
	"example.org/chancery/register/sqlite"
)

// Main is the program with what it reads and writes, so that tests can run it.
type Main struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string

	register  string // flag --register
	authority string // flag --authority
	languages string // flag --languages
	actor     string // flag --actor
	began     bool   // a command's own work has begun: errors before that are of usage
}

// The exit codes; doc/reference/commands.md explains them.
const (
	exitOK          = 0
	exitFindings    = 1   // the work was done, and some files failed or something was found
	exitUsage       = 2   // the request cannot be understood
	exitNotFound    = 3   // nothing has that name
	exitRegister    = 4   // the register cannot be used, or what is asked contradicts it
	exitInternal    = 5   // a fault of the program
	exitInterrupted = 130 // stopped by the user; what was recorded stays
)

// findings ends a command that did its work with exit code 1. What was found has
// been printed already.
type findings struct{ what string }

func (f findings) Error() string { return f.what }

// unusable marks an error as being about the register's file.
type unusable struct{ error }

func (u unusable) Unwrap() error { return u.error }

// Run runs the program with the arguments that follow its name and gives its exit code.
func (m *Main) Run(ctx context.Context, args []string) int {
	root := m.root()
	root.SetArgs(args)
	root.SetIn(m.Stdin)
	root.SetOut(m.Stdout)
	root.SetErr(m.Stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil || errors.Is(err, context.Canceled) {
		fmt.Fprintln(m.Stderr, "chancery: stopped; what was recorded before stays, and the same command goes on from there")
		return exitInterrupted
	}
	if !m.began {
		err = chancery.Errorf(chancery.Invalid, "read the command", fmt.Sprintf("see %s --help", cmd.CommandPath()), "%s", oneLine(err.Error()))
	}
	fmt.Fprintln(m.Stderr, "chancery: "+oneLine(err.Error()))
	return exitCode(err)
}

func exitCode(err error) int {
	var found findings
	var bad unusable
	switch {
	case errors.As(err, &found):
		return exitFindings
	case errors.As(err, &bad) && chancery.KindOf(err) != chancery.NotFound:
		return exitRegister
	}
	switch chancery.KindOf(err) {
	case chancery.Invalid, chancery.Unsupported:
		return exitUsage
	case chancery.NotFound:
		return exitNotFound
	case chancery.Conflict:
		return exitRegister
	}
	return exitInternal
}

// oneLine keeps messages on one line; faults of several data files are parted by " | ".
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " | ")
}

// do makes a command's work out of a function of its arguments.
func (m *Main) do(f func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		m.began = true
		return f(cmd.Context(), args)
	}
}

// registerPath is the register's file: --register, $CHANCERY_REGISTER, ./chancery.db.
func (m *Main) registerPath() string {
	if m.register != "" {
		return m.register
	}
	if p := m.Getenv("CHANCERY_REGISTER"); p != "" {
		return p
	}
	return "chancery.db"
}

func (m *Main) open(ctx context.Context) (*sqlite.Store, error) {
	s, err := sqlite.Open(ctx, m.registerPath())
	if err != nil {
		return nil, unusable{err}
	}
	return s, nil
}

// view opens the register and gives what it holds at a record, 0 for the last. The
// caller closes the store.
func (m *Main) view(ctx context.Context, known int64) (*register.View, *sqlite.Store, error) {
	s, err := m.open(ctx)
	if err != nil {
		return nil, nil, err
	}
	v, err := register.At(ctx, s, known)
	if err != nil {
		s.Close()
		return nil, nil, err
	}
	return v, s, nil
}

// file is the authority file: the built-in one, overlaid by the user's folder.
func (m *Main) file() (*authority.File, error) {
	base, err := authority.Builtin()
	if err != nil || m.authority == "" {
		return base, err
	}
	if info, err := os.Stat(m.authority); err != nil || !info.IsDir() {
		return nil, chancery.Errorf(chancery.NotFound, "read the authority folder "+m.authority,
			"give a folder that holds polity, instrument, person or place", "there is no such folder")
	}
	over, err := authority.Load(os.DirFS(m.authority))
	if err != nil {
		return nil, err
	}
	f := authority.Overlay(base, over)
	return f, f.Check()
}

// reader is what documents are read with. Languages and authority are loaded here
// and nowhere earlier, so that commands that read no document start at once.
func (m *Main) reader() (ingest.Reader, error) {
	langs, err := m.packs()
	if err != nil {
		return ingest.Reader{}, err
	}
	auth, err := m.file()
	if err != nil {
		return ingest.Reader{}, err
	}
	return ingest.Reader{Languages: langs, Authority: auth}.Prepare(), nil
}

func (m *Main) packs() (*lang.Set, error) {
	if m.languages == "" {
		return lang.Builtin()
	}
	return lang.Load(os.DirFS(m.languages))
}

// who is the person or program that is answerable for what is recorded.
func (m *Main) who() string {
	if m.actor != "" {
		return m.actor
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	if name := m.Getenv("USER"); name != "" {
		return name
	}
	return "unknown user"
}

// onTerminal reports whether w is a terminal.
func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}
