package main

import (
	"strings"

	"github.com/spf13/cobra"
)

const exitHelp = `
Exit codes: 0 done; 1 done, but some files failed or something was found; 2 the
request cannot be understood; 3 nothing has that name; 4 the register cannot be
used, or the request contradicts it; 5 a fault of the program; 130 stopped.`

// root is the command with all its subcommands, one a file.
func (m *Main) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "chancery",
		Short: "Read documents about treaties and answer what was in force, with quotes",
		Long: `Chancery reads documents about treaties, takes out what they state, each with the
words that state it, keeps that in a register to which is only ever added, and
answers from it what was in force between whom, and who says so.

A register is one file: --register, else $CHANCERY_REGISTER, else ./chancery.db.
` + exitHelp,
		Example: examples(
			"chancery demo", "try it on documents that come with the program",
			"chancery init && chancery add ~/sources", "make a register and read a folder into it",
			"chancery ask --between russia,china --on 1859-01-01 --about boundary", "what was in force, and who says so"),
		SilenceUsage: true, SilenceErrors: true,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	f := root.PersistentFlags()
	f.StringVar(&m.register, "register", "", "the register's `FILE` (default $CHANCERY_REGISTER, else chancery.db)")
	f.StringVar(&m.authority, "authority", "", "a `FOLDER` of your own authority entries, laid over the built-in ones")
	f.StringVar(&m.languages, "languages", "", "a `FOLDER` of language packs to use in place of the built-in ones")
	f.StringVar(&m.actor, "actor", "", "the `NAME` that is answerable for what is recorded (default the user's)")
	root.AddCommand(m.initCommand(), m.addCommand(), m.rereadCommand(), m.sourcesCommand(), m.listCommand(), m.showCommand(),
		m.extractCommand(), m.askCommand(), m.whyCommand(), m.reviewCommand(), m.decideCommand(), m.verifyCommand(), m.evalCommand(),
		m.authorityCommand(),
		m.dateCommand(), m.demoCommand(), m.serveCommand(), m.versionCommand())
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			describeCompletion(c)
		}
	}
	root.SetHelpCommand(helpCommand())
	return root
}

func helpCommand() *cobra.Command {
	return &cobra.Command{Use: "help [COMMAND]", Short: "Show the help of a command",
		Long:    "Show the help of a command, as COMMAND --help does.",
		Example: examples("chancery help ask", "how to ask"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, _, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			return c.Help()
		}}
}

func describeCompletion(c *cobra.Command) {
	c.Example = examples("source <(chancery completion bash)", "complete commands in this shell",
		"chancery completion fish > ~/.config/fish/completions/chancery.fish", "for every fish shell from now on")
	for _, sub := range c.Commands() {
		sub.Example = examples("chancery completion "+sub.Name(), "print the script for "+sub.Name())
	}
}

// examples lays out pairs of a command and what it does.
func examples(pairs ...string) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("  # " + pairs[i+1] + "\n  " + pairs[i])
	}
	return b.String()
}
