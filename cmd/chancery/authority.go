package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/authority"
)

func (m *Main) authorityCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "authority",
		Short: "Check, show and add entries of the authority file",
		Long: `Check, show and add entries of the authority file: polities, instruments, persons and
places, one YAML file a key, each statement with its reference. Your own folder of
the same shape lies over the built-in one (--authority FOLDER).`,
		Example: examples("chancery authority show treaty-of-aigun-1858-russia-china", "an entry with its references",
			"chancery authority add place my-town --label \"My Town\" --authority mine", "a file to fill in",
			"chancery authority check --authority mine", "whether the folder is sound"),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(m.authorityCheck(), m.authorityShow(), m.authorityAdd())
	return c
}

func (m *Main) authorityCheck() *cobra.Command {
	var notes bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Check every entry: fields, references, dates, links",
		Long: `Check every entry of the built-in authority and of your folder over it: unknown fields,
missing references, dates that are none, keys that lead nowhere. All faults are told
at once, as FILE:LINE: what is wrong; what to do. The code is 1 if there are any.
With --notes also what is no fault but wants a second look: dates of lives that rest on
one reference, and signatures that a lifespan excludes.`,
		Example: examples("chancery authority check", "the built-in entries",
			"chancery authority check --authority mine --notes", "yours over them, with what rests on one reference"),
		Args: cobra.NoArgs,
		RunE: m.do(func(_ context.Context, _ []string) error {
			f, err := m.file()
			var faults authority.Faults
			if errors.As(err, &faults) {
				for _, fault := range faults {
					fmt.Fprintln(m.Stdout, fault)
				}
				return findings{plural(len(faults), "fault", "faults") + " in the authority; correct them, or take the files out"}
			}
			if err != nil {
				return err
			}
			if notes {
				for _, n := range f.Notes() {
					fmt.Fprintln(m.Stdout, n)
				}
			}
			fmt.Fprintf(m.Stdout, "sound: %s, %s, %s and %s\n", plural(len(f.Polities()), "polity", "polities"),
				plural(len(f.Instruments()), "instrument", "instruments"), plural(len(f.Persons()), "person", "persons"),
				plural(len(f.Places()), "place", "places"))
			return nil
		}),
	}
	c.Flags().BoolVar(&notes, "notes", false, "tell also what wants a second look")
	return c
}

func (m *Main) authorityShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show KEY",
		Short: "Show an entry as its file has it, with its references",
		Long: `Show an entry as its file has it. A name of it in any language will do; if several
entries have the name, they are listed.`,
		Example: examples("chancery authority show nikolai-ignatyev", "by key", "chancery authority show Игнатьев", "by a name"),
		Args:    cobra.ExactArgs(1),
		RunE: m.do(func(_ context.Context, args []string) error {
			f, err := m.file()
			if err != nil {
				return err
			}
			keys := keysNamed(f, args[0])
			switch len(keys) {
			case 0:
				return chancery.Errorf(chancery.NotFound, "show the entry "+args[0], "try another spelling, or add it with: chancery authority add",
					"no entry has this key or name")
			case 1:
				return m.showEntry(keys[0])
			}
			for _, k := range keys {
				fmt.Fprintf(m.Stdout, "%s  %s\n", k, answer.Shown(f.Label(k)))
			}
			return nil
		}),
	}
}

func keysNamed(f *authority.File, name string) []chancery.Key {
	if f.Has(chancery.Key(name)) {
		return []chancery.Key{chancery.Key(name)}
	}
	want := authority.Fold(name)
	var keys []chancery.Key
	for _, n := range f.NameForms() {
		if !n.Adjective && authority.Fold(n.Text) == want {
			keys = append(keys, n.Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// showEntry prints the file of an entry, the user's own before the built-in one.
func (m *Main) showEntry(k chancery.Key) error {
	if m.authority != "" {
		if at, text, ok := authority.Source(os.DirFS(m.authority), k); ok {
			_, err := fmt.Fprintf(m.Stdout, "# %s\n%s", filepath.Join(m.authority, filepath.FromSlash(at)), text)
			return err
		}
	}
	at, text, ok := authority.Source(authority.BuiltinFiles(), k)
	if !ok {
		return chancery.Errorf(chancery.Internal, "show the entry "+string(k), "report this", "it has no file")
	}
	_, err := fmt.Fprintf(m.Stdout, "# built in: authority/%s\n%s", at, text)
	return err
}

func (m *Main) authorityAdd() *cobra.Command {
	var label string
	c := &cobra.Command{
		Use:   "add CLASS KEY --label NAME",
		Short: "Make the file of a new entry in your authority folder, to be filled in",
		Long: `Make the file of a new entry in your authority folder: --authority FOLDER, else the
folder authority here. CLASS is polity, instrument, person or place. The file names what
has to be filled in; nothing that is there is overwritten.`,
		Example: examples("chancery authority add person example-envoy --label \"Example Envoy\" --authority mine", "makes mine/person/example-envoy.yaml"),
		Args:    cobra.ExactArgs(2),
		RunE: m.do(func(_ context.Context, args []string) error {
			class, key := authority.Class(args[0]), chancery.Key(args[1])
			text, err := authority.Skeleton(class, key, strings.TrimSpace(label))
			if err != nil {
				return err
			}
			folder := m.authority
			if folder == "" {
				folder = "authority"
			}
			at := filepath.Join(folder, string(class), string(key)+".yaml")
			doing := "make " + at
			if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
				return fmt.Errorf("%s: %w", doing, err)
			}
			f, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, os.ErrExist) {
				return chancery.Errorf(chancery.Conflict, doing, "edit it, or choose another key", "the file is there already")
			}
			if err != nil {
				return fmt.Errorf("%s: %w", doing, err)
			}
			_, err = f.WriteString(text)
			if err := errors.Join(err, f.Close()); err != nil {
				return fmt.Errorf("%s: %w", doing, err)
			}
			fmt.Fprintf(m.Stdout, "made %s; fill it in, then: chancery authority check --authority %s\n", at, folder)
			return nil
		}),
	}
	c.Flags().StringVar(&label, "label", "", "the usual English `NAME`")
	return c
}
