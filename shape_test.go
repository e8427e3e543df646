package chancery_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "example.org/chancery"

// layers is the one table of what may import what: a package may import those on
// lines above it, and on its own line those to its left of a ">".
var layers = []string{
	"edtf/calendar > edtf",
	".",
	"spelling internal/noise",
	"lang authority source/pdfium source/sourcetest",
	"source > text > token > mention > claim",
	"reason/datalog",
	"register",
	"register/registertest",
	"register/sqlite",
	"witness review",
	"answer corpus ingest",
	"web",
	"cmd/chancery",
}

// place is a package's line and its position on it; ok is false for a package that
// the table does not have.
func place(pkg string) (line, position int, ok bool) {
	for n, l := range layers {
		groups := strings.Split(l, ">")
		for g, group := range groups {
			if slices.Contains(strings.Fields(group), pkg) {
				if len(groups) == 1 {
					return n, 0, true
				}
				return n, g + 1, true
			}
		}
	}
	return 0, 0, false
}

func TestImportsPointInward(t *testing.T) {
	for pkg, imports := range packages(t) {
		line, position, ok := place(pkg)
		if !ok {
			t.Errorf("package %s is in no layer; add it to the table of this test", pkg)
			continue
		}
		for _, i := range imports {
			l, p, _ := place(i)
			if l > line || l == line && (p == 0 || p >= position) {
				t.Errorf("%s must not import %s", pkg, i)
			}
		}
	}
}

// packages is each package of the module with those of the module that it imports.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("list packages: %v", err)
	}
	short := func(path string) (string, bool) {
		if path == module {
			return ".", true
		}
		return strings.CutPrefix(path, module+"/")
	}
	all := map[string][]string{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		name, ok := short(p.ImportPath)
		if !ok {
			continue
		}
		all[name] = nil
		for _, i := range p.Imports {
			if s, ok := short(i); ok {
				all[name] = append(all[name], s)
			}
		}
	}
}

// long lists what may be longer than the limits, and why.
var long = map[string]string{}

const (
	fileLimit     = 400
	functionLimit = 75
	lineLimit     = 170
)

func TestFilesAndFunctionsAreShortEnoughToReadAtOnce(t *testing.T) {
	goFiles(t, func(path string, src string, file *ast.File, set *token.FileSet) {
		if n := strings.Count(src, "\n"); n > fileLimit && long[path] == "" {
			t.Errorf("%s has %d lines, limit %d; split it or give the reason in this test", path, n, fileLimit)
		}
		for n, l := range strings.Split(src, "\n") {
			if !strings.HasSuffix(path, "_test.go") && len([]rune(l)) > lineLimit {
				t.Errorf("%s:%d is longer than %d characters", path, n+1, lineLimit)
			}
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || strings.HasSuffix(path, "_test.go") {
				continue
			}
			if n := set.Position(f.End()).Line - set.Position(f.Pos()).Line; n > functionLimit && long[path+" "+f.Name.Name] == "" {
				t.Errorf("%s: %s has %d lines, limit %d", path, f.Name.Name, n, functionLimit)
			}
		}
	})
}

func TestNoPackageIsADrawer(t *testing.T) {
	banned := []string{"util", "utils", "common", "helper", "helpers", "manager", "base", "misc", "shared", "core", "types", "impl", "service"}
	for pkg := range packages(t) {
		if slices.Contains(banned, filepath.Base(pkg)) {
			t.Errorf("package %s: name it for what it makes", pkg)
		}
	}
}

func TestNothingHappensAtImport(t *testing.T) {
	goFiles(t, func(path, _ string, file *ast.File, _ *token.FileSet) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init function; call what it does where it is needed", path)
			}
		}
		for _, i := range file.Imports {
			if i.Name != nil && i.Name.Name == "_" && i.Path.Value != `"embed"` && i.Path.Value != `"modernc.org/sqlite"` {
				t.Errorf("%s imports %s only for its side effect", path, i.Path.Value)
			}
		}
	})
}

func TestEveryPackageAndExportedNameSaysWhatItIs(t *testing.T) {
	described := map[string]bool{}
	seen := map[string]bool{}
	goFiles(t, func(path, _ string, file *ast.File, _ *token.FileSet) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		dir := filepath.Dir(path)
		seen[dir] = true
		if file.Doc != nil {
			described[dir] = true
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && f.Recv == nil && f.Doc == nil {
				t.Errorf("%s: %s has no comment", path, f.Name.Name)
			}
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				for _, s := range g.Specs {
					if ts := s.(*ast.TypeSpec); ts.Name.IsExported() && g.Doc == nil && ts.Doc == nil {
						t.Errorf("%s: type %s has no comment", path, ts.Name.Name)
					}
				}
			}
		}
	})
	for dir := range seen {
		if !described[dir] {
			t.Errorf("package %s has no package comment", dir)
		}
	}
}

// The languages are data: outside lang/CODE, no code knows a language or a document.
func TestNoStageNamesALanguage(t *testing.T) {
	stages := []string{"text/", "token/", "mention/", "claim/", "register/", "answer/", "spelling/"}
	goFiles(t, func(path, src string, file *ast.File, set *token.FileSet) {
		if strings.HasSuffix(path, "_test.go") || !slices.ContainsFunc(stages, func(s string) bool { return strings.HasPrefix(path, s) }) {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			l, ok := n.(*ast.BasicLit)
			if ok && l.Kind == token.STRING && (l.Value == `"ru"` || l.Value == `"ky"` || l.Value == `"en"`) {
				t.Errorf("%s: %s names a language; put what it decides into the pack", set.Position(l.Pos()), l.Value)
			}
			return true
		})
	})
}

func goFiles(t *testing.T, do func(path, src string, file *ast.File, set *token.FileSet)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "tools") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") {
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, b, parser.ParseComments)
		if err != nil {
			return err
		}
		do(filepath.ToSlash(path), string(b), file, set)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
