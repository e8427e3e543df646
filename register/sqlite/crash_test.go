package sqlite

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
)

// crashFile names, in the environment of a child process, the register that it fills
// until it is killed; crashFrom, the sample that it begins with.
const (
	crashFile = "CHANCERY_TEST_CRASH_FILE"
	crashFrom = "CHANCERY_TEST_CRASH_FROM"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(crashFile); path != "" {
		if err := fill(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// fill adds documents for ever and acknowledges each with a line: its number among
// the samples, the last record, and that record's hash.
func fill(path string) error {
	from, err := strconv.Atoi(os.Getenv(crashFrom))
	if err != nil {
		return err
	}
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	for n := from; ; n++ {
		doc, reading, res := registertest.Sample(n)
		if _, err := register.AddDocument(ctx, s, "child", &doc, reading, res); err != nil {
			return err
		}
		r, _, err := s.Last(ctx, register.ResolutionRecord, string(doc.ID))
		if err != nil {
			return err
		}
		fmt.Println(n, r.Seq, r.Hash)
	}
}

// acknowledged is a line of a child that came before it was killed.
type acknowledged struct {
	sample int
	seq    int64
	hash   string
}

func TestAProcessKilledAtAnyMomentLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chancery.db")
	if err := create(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	var acks []acknowledged
	for round := range 8 {
		acks = append(acks, fillAndKill(t, path, round*100000, 1+random.IntN(12), time.Duration(random.IntN(4000))*time.Microsecond)...)
		checkAfterCrash(t, path, acks)
	}
}

// fillAndKill runs a child until it has acknowledged some documents, and a moment longer.
func fillAndKill(t *testing.T, path string, from, some int, longer time.Duration) []acknowledged {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), crashFile+"="+path, crashFrom+"="+strconv.Itoa(from))
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var acks []acknowledged
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			break // what has no end of line was cut off in the middle, and acknowledges nothing
		}
		var a acknowledged
		if _, err := fmt.Sscan(line, &a.sample, &a.seq, &a.hash); err != nil {
			t.Fatalf("the child said %q: %v", line, err)
		}
		acks = append(acks, a)
		if len(acks) == some {
			time.AfterFunc(longer, func() { _ = child.Process.Kill() })
		}
	}
	err = child.Wait()
	if len(acks) < some || err == nil || !strings.Contains(err.Error(), "killed") {
		t.Fatalf("the child was to be killed after %d documents; it ended with %v after %d", some, err, len(acks))
	}
	return acks
}

func checkAfterCrash(t *testing.T, path string, acks []acknowledged) {
	t.Helper()
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if findings, err := register.Verify(ctx, s); err != nil || len(findings) > 0 {
		t.Fatalf("verify: %v %v", findings, err)
	}
	hashes := map[int64]string{}
	parts := map[string]int{}
	for r, err := range s.Scan(ctx, 1) {
		if err != nil {
			t.Fatal(err)
		}
		hashes[r.Seq] = r.Hash
		parts[r.Subject]++
	}
	for _, a := range acks {
		doc, _, _ := registertest.Sample(a.sample)
		if hashes[a.seq] != a.hash || parts[string(doc.ID)] != 3 {
			t.Errorf("document %d was acknowledged with record %d and is not there", a.sample, a.seq)
		}
	}
	v, err := register.At(ctx, s, 0)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Documents())*3 != len(hashes) {
		t.Errorf("%d records make %d documents, want 3 each", len(hashes), len(v.Documents()))
	}
	for _, doc := range v.Documents() {
		if n := len(v.Claims(register.Filter{Document: doc.ID})); n != 4 {
			t.Errorf("%s was half read: it has %d claims, want 4", doc.Name, n)
		}
	}
}
