package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"example.org/chancery"
)

// program is a Main with nothing of this machine in it.
func program(out, errs io.Writer) *Main {
	return &Main{Stdin: strings.NewReader(""), Stdout: out, Stderr: errs, Getenv: func(string) string { return "" }}
}

func TestEveryCommandHasHelpWithExamples(t *testing.T) {
	var out, errs bytes.Buffer
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Name() == "__complete" || c.Name() == "__completeNoDesc" {
			return
		}
		if c.Short == "" || c.Long == "" || c.Example == "" {
			t.Errorf("%s lacks a part of its help", c.CommandPath())
		}
		if strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: %q ends with a full stop", c.CommandPath(), c.Short)
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(program(&out, &errs).root())
}

func TestTheReferenceNamesEveryCommandAndOption(t *testing.T) {
	b, err := os.ReadFile("../../doc/reference/commands.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Name() == "completion" || c.Name() == "help" {
			return
		}
		if !strings.Contains(page, c.CommandPath()) {
			t.Errorf("doc/reference/commands.md does not name %s", c.CommandPath())
		}
		for _, word := range regexp.MustCompile(`--[a-z-]+`).FindAllString(c.LocalFlags().FlagUsages(), -1) {
			if !strings.Contains(page, word) {
				t.Errorf("doc/reference/commands.md does not name %s of %s", word, c.CommandPath())
			}
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(program(io.Discard, io.Discard).root())
}

func TestErrorsHaveTheirExitCodes(t *testing.T) {
	say := func(k chancery.ErrorKind) error { return chancery.Errorf(k, "do", "", "why") }
	for name, c := range map[string]struct {
		err  error
		want int
	}{
		"findings":             {findings{"two"}, exitFindings},
		"invalid":              {say(chancery.Invalid), exitUsage},
		"unsupported":          {say(chancery.Unsupported), exitUsage},
		"not found":            {say(chancery.NotFound), exitNotFound},
		"conflict":             {say(chancery.Conflict), exitRegister},
		"internal":             {say(chancery.Internal), exitInternal},
		"unknown":              {errors.New("odd"), exitInternal},
		"a register of no use": {unusable{say(chancery.Unsupported)}, exitRegister},
		"a damaged register":   {unusable{say(chancery.Internal)}, exitRegister},
		"a register not there": {unusable{say(chancery.NotFound)}, exitNotFound},
	} {
		if got := exitCode(c.err); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestAnErrorIsOneLine(t *testing.T) {
	dir := t.TempDir()
	pack := filepath.Join(dir, "en")
	if err := os.MkdirAll(filepath.Join(pack, "rules"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"pack.yaml": "code: en\n", "rules/a.rules": "rule a\nnonsense\nrule b\nnonsense\n"} {
		if err := os.WriteFile(filepath.Join(pack, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	code := program(&out, &errs).Run(context.Background(), []string{"extract", "--languages", dir, dir})
	if code != exitUsage || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), " | ") {
		t.Errorf("code %d, %q", code, errs.String())
	}
}

func TestWhenStoppedTheProgramSaysThatNothingIsLost(t *testing.T) {
	dir := t.TempDir()
	register := filepath.Join(dir, "a.db")
	var out, errs bytes.Buffer
	if code := program(&out, &errs).Run(context.Background(), []string{"init", "--register", register}); code != exitOK {
		t.Fatal(errs.String())
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if code := program(&out, &errs).Run(ctx, []string{"add", dir, "--register", register}); code != exitInterrupted ||
		!strings.Contains(errs.String(), "what was recorded before stays") {
		t.Errorf("code %d, %s", code, errs.String())
	}
	if code := program(&out, &errs).Run(context.Background(), []string{"verify", "--register", register}); code != exitOK {
		t.Error("the register is not sound")
	}
}

func TestServeShowsThePagesUntilItIsStopped(t *testing.T) {
	register := filepath.Join(t.TempDir(), "a.db")
	var errs bytes.Buffer
	if code := program(io.Discard, &errs).Run(context.Background(), []string{"init", "--register", register}); code != exitOK {
		t.Fatal(errs.String())
	}
	ctx, stop := context.WithCancel(context.Background())
	read, write := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- program(write, io.Discard).Run(ctx, []string{"serve", "--address", "127.0.0.1:0", "--register", register})
		write.Close()
	}()
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	url := regexp.MustCompile(`http://\S+`).FindString(line)
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("%s: %s", url, resp.Status)
	}
	http.DefaultClient.CloseIdleConnections()
	stop()
	if code := <-ended; code != exitOK {
		t.Errorf("stopped with code %d", code)
	}
}

func TestServeRefusesAddressesThatOthersCouldReach(t *testing.T) {
	for address, want := range map[string]bool{"127.0.0.1:8080": true, "[::1]:80": true, "localhost:0": true, "0.0.0.0:8080": false,
		":8080": false, "192.168.1.5:80": false, "example.org:80": false, "127.0.0.1": false, "127.0.0.1.example.org:80": false} {
		if err := ownMachine(address); (err == nil) != want {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestTablesStandInLineWhateverTheLetters(t *testing.T) {
	got := grid([]string{"name", "n"}, [][]string{{"договор", "1"}, {"璦琿", "2"}, {strings.Repeat("слово ", 20), "3"}, {strings.Repeat("ы", 100), "4"}})
	for _, line := range strings.Split(strings.TrimSpace(got), "\n") {
		if len([]rune(line)) > widest+10 {
			t.Errorf("too wide: %q", line)
		}
	}
	if !strings.Contains(got, "договор"+strings.Repeat(" ", widest-7+2)+"1\n") || !strings.Contains(got, "璦琿"+strings.Repeat(" ", widest-4+2)+"2\n") {
		t.Errorf("got\n%s", got)
	}
}
