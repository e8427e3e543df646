package sqlite

import (
	"database/sql"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
	"github.com/google/go-cmp/cmp"
)

func TestARegisterIsTheSameWhenItIsOpenedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a name with ? # % and Ё.db")
	s := filled(t, path)
	v, err := register.At(ctx, s, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	again, err := register.At(ctx, s, 0)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(registertest.Page(v), registertest.Page(again)); d != "" {
		t.Error(d)
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.db"))
	if err != nil || len(files) != 1 || files[0] != path {
		t.Errorf("the folder has %v (%v), want %s", files, err, path)
	}
}

func TestOneFileMayBeOpenTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chancery.db")
	a := filled(t, path)
	defer a.Close()
	b, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for n, s := range []*Store{a, b, a, b} {
		doc, reading, res := registertest.Sample(10 + n)
		if _, err := register.AddDocument(ctx, s, "tester", &doc, reading, res); err != nil {
			t.Fatal(err)
		}
	}
	findings, err := register.Verify(ctx, a)
	if seq, _, _ := b.Head(ctx); seq != 19 || err != nil || len(findings) > 0 {
		t.Errorf("the head is %d, want 19; verify: %v %v", seq, findings, err)
	}
}

func TestSeveralProgramsMayAppendAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chancery.db")
	if err := create(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			s, err := Open(ctx, path) // a store of its own shares nothing with the others but the file
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			for n := range 15 {
				doc, reading, res := registertest.Sample(w*10 + n) // ten of them are added by two writers
				if _, err := register.AddDocument(ctx, s, "tester", &doc, reading, res); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	findings, err := register.Verify(ctx, s)
	if seq, _, _ := s.Head(ctx); seq != 35*3 || err != nil || len(findings) > 0 {
		t.Errorf("the head is %d, want %d; verify: %v %v", seq, 35*3, findings, err)
	}
}

func TestTheDiskHasWhatIsAcknowledged(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "chancery.db"))
	defer s.Close()
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "busy_timeout": "5000"} {
		var got string
		if err := s.db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %s (%v), want %s", pragma, got, err, want)
		}
	}
}

func TestWhatCannotBeOpenedSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, content string) string {
		if err := os.WriteFile(path(name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path(name)
	}
	foreign := path("foreign.db")
	change(t, foreign, `CREATE TABLE recipe (name TEXT)`)
	newer := path("newer.db")
	if err := filled(t, newer).Close(); err != nil {
		t.Fatal(err)
	}
	change(t, newer, `INSERT INTO schema_version VALUES (99, '0099_later.sql', '')`)
	for name, c := range map[string]struct {
		path string
		kind chancery.ErrorKind
		want string
	}{
		"no file":         {path("nothing.db"), chancery.NotFound, "chancery init"},
		"a folder":        {dir, chancery.Invalid, "give the file in it"},
		"a text":          {write("notes.txt", strings.Repeat("a treaty of fords\n", 100)), chancery.Unsupported, "no register"},
		"a foreign file":  {foreign, chancery.Unsupported, "no register"},
		"a newer schema":  {newer, chancery.Unsupported, "use the newer version"},
		"a missing place": {path("no/folder.db"), chancery.NotFound, "chancery init"},
	} {
		s, err := Open(ctx, c.path)
		if err == nil {
			s.Close()
		}
		if chancery.KindOf(err) != c.kind || err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.path) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if b, err := os.ReadFile(path("notes.txt")); err != nil || !strings.HasPrefix(string(b), "a treaty of fords") {
		t.Errorf("the text was changed: %v", err)
	}
}

func change(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func TestAFileThatIsThereIsNotOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chancery.db")
	if err := filled(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(ctx, path); chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("got %v", err)
	}
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if seq, _, _ := s.Head(ctx); seq != 7 {
		t.Errorf("the head is %d, want 7", seq)
	}
}

func TestWhereNothingCanBeWrittenItSaysSo(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs a folder that nobody can write to")
	}
	// Nobody, not even root, can make a file in /proc.
	if _, err := Create(ctx, "/proc/chancery.db"); chancery.KindOf(err) != chancery.Invalid || !strings.Contains(err.Error(), "may write to") {
		t.Errorf("create: %v", err)
	}
	if _, err := Open(ctx, "/proc/version"); chancery.KindOf(err) != chancery.Invalid || !strings.Contains(err.Error(), "writable") {
		t.Errorf("open: %v", err)
	}
	if os.Geteuid() == 0 {
		return // the rest is about permissions, which root does not need
	}
	dir := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(ctx, filepath.Join(dir, "chancery.db")); chancery.KindOf(err) != chancery.Invalid {
		t.Errorf("a read-only folder: %v", err)
	}
}

func TestALockedFileSaysThatSomebodyElseIsWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chancery.db")
	if err := filled(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	s, err := open(ctx, path, 10*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	other, err := open(ctx, path, 10*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	doc, reading, res := registertest.Sample(9)
	_, err = register.AddDocument(ctx, s, "tester", &doc, reading, res)
	if chancery.KindOf(err) != chancery.Conflict || err == nil || !strings.Contains(err.Error(), "another program is writing") {
		t.Errorf("got %v", err)
	}
	if v, err := register.At(ctx, s, 0); err != nil || len(v.Documents()) != 2 {
		t.Errorf("reading while another writes: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := register.AddDocument(ctx, s, "tester", &doc, reading, res); err != nil {
		t.Errorf("once it is free: %v", err)
	}
}

func TestAnEmptyFileBecomesARegister(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chancery.db")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if seq, _, err := s.Head(ctx); seq != 0 || err != nil {
		t.Errorf("its head is %d, %v", seq, err)
	}
}
