package chancery_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// stretch is how many words in a row are somebody's sentence and no usual name.
const stretch = 8

// What the repository contains is its own wording: no file shares a stretch of words with
// the first documents that were read, which stand beside the repository.
func TestNoSentenceOfTheFirstDocumentsStandsInTheTree(t *testing.T) {
	seeds, _ := filepath.Glob(filepath.Join("..", "shared", "seeds", "*.txt"))
	if len(seeds) == 0 {
		t.Skip("the first documents are not beside the repository")
	}
	theirs := map[string]string{}
	for _, f := range seeds {
		for _, s := range stretches(t, f) {
			theirs[s] = filepath.Base(f)
		}
	}
	list, err := exec.CommandContext(t.Context(), "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Skipf("the files of the repository cannot be listed: %v", err)
	}
	for _, f := range strings.Split(strings.TrimRight(string(list), "\x00"), "\x00") {
		for _, s := range stretches(t, f) {
			if seed, ok := theirs[s]; ok {
				t.Errorf("%s has words of %s: %q; say it in words of your own", f, seed, s)
				break
			}
		}
	}
}

// stretches is every run of words of a text file, in lower case, words broken at the end
// of a line whole; none for a file that is gone or no text.
func stretches(t *testing.T, file string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil || !utf8.Valid(b) {
		return nil
	}
	text := strings.ToLower(strings.ReplaceAll(string(b), "-\n", ""))
	ws := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out []string
	for i := 0; i+stretch <= len(ws); i++ {
		out = append(out, strings.Join(ws[i:i+stretch], " "))
	}
	return out
}
