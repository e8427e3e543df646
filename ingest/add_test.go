package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/source"
)

// folder has three documents and three files that are none.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"ford.txt":       "The Treaty of Ford was signed on 3 July 1842. It was short.\n",
		"sub/mill.txt":   "The Treaty of Mill was signed on 4 May 1850, and the envoys went home.\n",
		"twin.txt":       "The Treaty of Ford was signed on 3 July 1842. It was short.\n",
		"empty.txt":      "",
		"picture.png":    "\x89PNG\r\n\x1a\n",
		"long/large.txt": strings.Repeat("Much was said at the time. ", 100),
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func options() Options {
	return Options{Actor: "tester", Limits: source.Limits{Bytes: 1000}, Workers: 4}
}

func memory() *register.Memory {
	return &register.Memory{Now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }}
}

func log(t *testing.T, s register.Store) string {
	t.Helper()
	var b strings.Builder
	for r, err := range s.Scan(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%d %s %s %s\n", r.Seq, r.Kind, r.Subject, r.Body)
	}
	return b.String()
}

func TestFilesThatAreNoDocumentsAreToldWithTheirReasonAndDoNotStopTheRest(t *testing.T) {
	dir, store := folder(t), memory()
	var steps []Step
	sum, err := Add(context.Background(), store, smallPack(t, rule("signed", "signed", "signed")), []string{dir, filepath.Join(dir, "nowhere")}, options(),
		func(s Step) { steps = append(steps, s) })
	if err != nil {
		t.Fatal(err)
	}
	if len(sum.Added) != 2 || len(sum.Same) != 1 || len(sum.Failed) != 4 || len(steps) != 7 || steps[6].Done != 7 {
		t.Fatalf("%d added, %d same, failed %v, %d steps", len(sum.Added), len(sum.Same), sum.Failed, len(steps))
	}
	for i, want := range []string{"empty", "limit", "image", "no such file"} {
		if !strings.Contains(sum.Failed[i].Err.Error(), want) {
			t.Errorf("%s: %v does not say %q", sum.Failed[i].Path, sum.Failed[i].Err, want)
		}
	}
	if faults, err := register.Verify(context.Background(), store); err != nil || len(faults) > 0 {
		t.Errorf("verify: %v, %v", faults, err)
	}
	v, err := register.At(context.Background(), store, 0)
	if err != nil {
		t.Fatal(err)
	}
	events := v.Claims(register.Filter{Type: chancery.EventClaim})
	if len(events) != 2 || events[0].Body.(chancery.Event).Instrument == "" {
		t.Errorf("got %d events: %+v", len(events), events)
	}
}

func TestAddingAgainAddsNothing(t *testing.T) {
	dir, store := folder(t), memory()
	r := smallPack(t, rule("signed", "signed", "signed"))
	if _, err := Add(context.Background(), store, r, []string{dir}, options(), nil); err != nil {
		t.Fatal(err)
	}
	want := log(t, store)
	sum, err := Add(context.Background(), store, r, []string{dir}, options(), nil)
	if err != nil || len(sum.Added) != 0 || len(sum.Same) != 3 {
		t.Errorf("%+v, %v", sum, err)
	}
	if d := cmp.Diff(want, log(t, store)); d != "" {
		t.Error(d)
	}
}

func TestTheLogDoesNotDependOnHowManyAreReadAtATime(t *testing.T) {
	dir := folder(t)
	r := smallPack(t, rule("signed", "signed", "signed"))
	var want string
	for _, workers := range []int{1, 2, 8} {
		store, o := memory(), options()
		o.Workers = workers
		if _, err := Add(context.Background(), store, r, []string{dir}, o, nil); err != nil {
			t.Fatal(err)
		}
		if want == "" {
			want = log(t, store)
		}
		if d := cmp.Diff(want, log(t, store)); d != "" {
			t.Errorf("%d workers: %s", workers, d)
		}
	}
}

func TestWhenInterruptedTheRegisterIsSoundAndTheRestIsAddedLater(t *testing.T) {
	dir, store := folder(t), memory()
	r := smallPack(t, rule("signed", "signed", "signed"))
	ctx, stop := context.WithCancel(context.Background())
	o := options()
	o.Workers = 1
	_, err := Add(ctx, store, r, []string{dir}, o, func(s Step) {
		if s.Outcome == Added {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	v, err := register.At(context.Background(), store, 0)
	if err != nil || len(v.Documents()) != 1 {
		t.Fatalf("%d documents, %v", len(v.Documents()), err)
	}
	if faults, err := register.Verify(context.Background(), store); err != nil || len(faults) > 0 {
		t.Errorf("verify: %v, %v", faults, err)
	}
	sum, err := Add(context.Background(), store, r, []string{dir}, o, nil)
	if err != nil || len(sum.Added) != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
}

func TestAFaultOfTheProgramIsAFailureOfThatFile(t *testing.T) {
	r := Reader{} // without languages reading must fail
	f := r.readSafely(File{Path: "a.txt", Document: chancery.NewDocument("a.txt", "some words", "text/1")})
	if chancery.KindOf(f.Err) != chancery.Internal || !strings.Contains(f.Err.Error(), "a.txt") {
		t.Errorf("got %v", f.Err)
	}
}

func TestEachGivesFilesInOrderAndStopsWhenAsked(t *testing.T) {
	dir := folder(t)
	var names []string
	for f := range Each(context.Background(), smallPack(t, rule("signed", "signed", "signed")), []string{dir}, options()) {
		names = append(names, filepath.Base(f.Path))
		if f.Err == nil && len(f.Reading.Claims) == 0 && f.Document.Name != "large.txt" {
			t.Errorf("%s: nothing was read", f.Path)
		}
		if len(names) == 4 {
			break
		}
	}
	if d := cmp.Diff([]string{"empty.txt", "ford.txt", "large.txt", "picture.png"}, names); d != "" {
		t.Error(d)
	}
}

func TestNoMoreIsReadAtATimeThanAllowed(t *testing.T) {
	const most = 3
	running, over := make(chan struct{}, most), make(chan struct{}, 100)
	work := func(yield func(func() File) bool) {
		for range 50 {
			if !yield(func() File {
				select {
				case running <- struct{}{}:
					<-running
				default:
					over <- struct{}{}
				}
				return File{}
			}) {
				return
			}
		}
	}
	n := 0
	for range inOrder(context.Background(), most, iter.Seq[func() File](work)) {
		n++
	}
	if n != 50 || len(over) > 0 {
		t.Errorf("%d results, %d times more than %d ran", n, len(over), most)
	}
}

func TestRereadTellsWhatIsGainedLostAndStranded(t *testing.T) {
	ctx := context.Background()
	store, dir := memory(), t.TempDir()
	text := "The Treaty of Ford was signed on 3 July 1842. The Treaty of Ford was annulled on 4 May 1850.\n"
	if err := os.WriteFile(filepath.Join(dir, "ford.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	both := rule("signed", "signed", "signed") + rule("annulled", "annulled", "annulled")
	if _, err := Add(ctx, store, smallPack(t, both), []string{dir}, options(), nil); err != nil {
		t.Fatal(err)
	}
	v, err := register.At(ctx, store, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range v.Claims(register.Filter{Type: chancery.EventClaim}) {
		d := register.Decision{Act: register.Reject, Claims: []chancery.ClaimID{c.ID}, Why: "misread"}
		if _, err := register.Decide(ctx, store, v, "reviewer", d); err != nil {
			t.Fatal(err)
		}
	}
	same, err := Reread(ctx, store, smallPack(t, both), options(), false, nil)
	if err != nil || len(same) != 0 {
		t.Fatalf("the same packs: %+v, %v", same, err)
	}
	before := log(t, store)
	fewer := smallPack(t, rule("signed-so", "signed", "signed"))
	dry, err := Reread(ctx, store, fewer, options(), true, nil)
	if err != nil || len(dry) != 1 || len(dry[0].Lost) != 1 || len(dry[0].Gained) != 0 || len(dry[0].Stranded) != 1 || dry[0].Recorded {
		t.Fatalf("dry run: %+v, %v", dry, err)
	}
	if log(t, store) != before {
		t.Error("a dry run wrote to the register")
	}
	got, err := Reread(ctx, store, fewer, options(), false, nil)
	if err != nil || len(got) != 1 || !got[0].Recorded || len(got[0].Lost) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	if v, err = register.At(ctx, store, 0); err != nil {
		t.Fatal(err)
	}
	if left := v.Claims(register.Filter{Type: chancery.EventClaim}); len(left) != 0 {
		t.Errorf("what was rejected came back: %+v", left)
	}
	if faults, err := register.Verify(ctx, store); err != nil || len(faults) > 0 {
		t.Errorf("verify: %v, %v", faults, err)
	}
	if !bytes.Contains([]byte(log(t, store)), []byte("snapshot packs "+fewer.Languages.Hash)) {
		t.Error("the packs were not noted")
	}
}
