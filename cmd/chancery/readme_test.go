package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The session that the README shows is run on the sample documents it was made with:
// every line of it must come out, in order; "..." stands for what is left out.
func TestTheSessionOfTheREADMEIsTrue(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "```console\n")
	session, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("README.md has no console session")
	}
	samples, err := filepath.Abs("../../corpus")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	copyTo(t, filepath.Join(samples, "a-html-kyakhta", "doc.html"), "sources/kyakhta.html")
	copyTo(t, filepath.Join(samples, "b-kulja-text", "doc.txt"), "sources/kulja.txt")
	for _, part := range strings.Split(session, "$ chancery ")[1:] {
		command, want, _ := strings.Cut(part, "\n")
		var out bytes.Buffer
		m := Main{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }}
		if code := m.Run(t.Context(), strings.Fields(command)); code != 0 {
			t.Fatalf("chancery %s ends with %d:\n%s", command, code, out.String())
		}
		checkLines(t, command, want, out.String())
	}
}

func checkLines(t *testing.T, command, want, got string) {
	t.Helper()
	rest := got
	for _, line := range strings.Split(strings.TrimRight(want, "\n"), "\n") {
		if line == "..." {
			continue
		}
		begin := strings.TrimSuffix(line, " ...")
		i := strings.Index(rest, begin)
		if i < 0 {
			t.Fatalf("chancery %s does not print %q; it prints:\n%s", command, begin, got)
		}
		rest = rest[i+len(begin):]
	}
}

func copyTo(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o644); err != nil {
		t.Fatal(err)
	}
}
