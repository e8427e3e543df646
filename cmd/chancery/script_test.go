package main

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	_ "modernc.org/sqlite" // to tamper with registers

	"example.org/chancery/source/sourcetest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"chancery": main})
}

// TestScripts runs testdata/script: one script a subcommand, and one a story of a
// user. $PACK is a small pack that stays as it is when the built-in ones change.
func TestScripts(t *testing.T) {
	pack, err := filepath.Abs("testdata/pack")
	if err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true, RequireUniqueNames: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("PACK", pack)
			e.Setenv("XDG_CACHE_HOME", cache)
			e.Setenv("USER", "historian")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"claim": claimOf, "tamper": tamper, "encode": encode, "cutline": cutLine, "sample": sample},
	})
}

// claimOf sets a variable to the id of the claim, listed as JSON lines by the command
// before, whose line holds the words: claim VAR WORDS
func claimOf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: claim VAR WORDS")
	}
	for _, line := range strings.Split(ts.ReadFile("stdout"), "\n") {
		var c struct {
			ID string `json:"id"`
		}
		if strings.Contains(line, args[1]) && json.Unmarshal([]byte(line), &c) == nil && c.ID != "" {
			ts.Setenv(args[0], c.ID)
			return
		}
	}
	ts.Fatalf("no claim has the words %q", args[1])
}

// tamper changes a register behind the program's back: tamper FILE SQL
func tamper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: tamper FILE SQL")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}

// encode writes a file again in another encoding: encode ENCODING FROM TO
func encode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: encode ENCODING FROM TO")
	}
	var enc encoding.Encoding
	switch args[0] {
	case "windows-1251":
		enc = charmap.Windows1251
	case "utf-16":
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	default:
		ts.Fatalf("no encoding %q", args[0])
	}
	b, err := enc.NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(b), 0o644))
}

// cutLine writes a file again without the lines that hold the words: cutline WORDS FROM TO
func cutLine(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: cutline WORDS FROM TO")
	}
	var kept []string
	for _, line := range strings.Split(ts.ReadFile(args[1]), "\n") {
		if !strings.Contains(line, args[0]) {
			kept = append(kept, line)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(strings.Join(kept, "\n")), 0o644))
}

// sample makes a file of a format out of paragraphs of text that empty lines part;
// of a zip they are the names of the files that go into it: sample FORMAT FROM TO
func sample(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: sample FORMAT FROM TO")
	}
	paragraphs := strings.Split(strings.TrimSpace(ts.ReadFile(args[1])), "\n\n")
	var b []byte
	switch args[0] {
	case "pdf", "pdf-encrypted", "pdf-scan":
		f := sourcetest.PDF{Title: "The ford", Encrypted: args[0] == "pdf-encrypted"}
		for _, p := range paragraphs { // each is a page
			f.Pages = append(f.Pages, sourcetest.Page{Runs: sourcetest.Lines(60, 760, strings.Split(p, "\n")...)})
		}
		if args[0] == "pdf-scan" {
			f.Pages = []sourcetest.Page{{Image: true}}
		}
		b = f.Bytes()
	case "docx":
		body := ""
		for _, p := range paragraphs {
			body += sourcetest.Paragraph(p)
		}
		b = sourcetest.DOCX(body)
	case "odt":
		b = sourcetest.ODT("<text:p>" + strings.Join(paragraphs, "</text:p><text:p>") + "</text:p>")
	case "epub":
		b = sourcetest.EPUB(`<itemref idref="one"/>`, sourcetest.File("one.xhtml", "<p>"+strings.Join(paragraphs, "</p><p>")+"</p>"))
	case "zip":
		var parts []sourcetest.Part
		for _, name := range strings.Fields(ts.ReadFile(args[1])) {
			parts = append(parts, sourcetest.File(filepath.Base(name), ts.ReadFile(name)))
		}
		b = sourcetest.Zip(parts...)
	default:
		ts.Fatalf("no sample of %q", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), b, 0o644))
}
