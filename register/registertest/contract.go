// Package registertest is the contract of register.Store as a test suite, and the
// invented documents that it and other tests put into registers.
//
//	func TestContract(t *testing.T) { registertest.Run(t, open) }
package registertest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"github.com/google/go-cmp/cmp"
)

// Run puts stores through the contract. Open makes an empty one; Run closes it.
func Run(t *testing.T, open func(t *testing.T) register.Store) {
	for name, test := range map[string]func(*testing.T, register.Store){
		"an empty log has nothing":                         emptyLog,
		"records are numbered, chained and read back":      numbered,
		"a scan begins where it is told":                   scanFrom,
		"any text comes back as it was":                    anyText,
		"all drafts are appended or none":                  allOrNone,
		"a condition is about the log before the call":     conditions,
		"last is the newest of its kind and subject":       last,
		"appending at once leaves one chain":               atOnce,
		"a scan shows the log as it stood":                 scanIsASnapshot,
		"a cancelled call appends nothing":                 cancelled,
		"adding twice adds nothing":                        addTwice,
		"two who add the same add it once":                 addAtOnce,
		"other packs add a reading, other authority links": addOtherwise,
		"a withdrawn document comes back when added again": withdrawAndAdd,
		"the view is that of the memory store":             sameView,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			})
			test(t, s)
			findings, err := register.Verify(context.Background(), s)
			if err != nil || len(findings) > 0 {
				t.Errorf("verify: %v %v", findings, err)
			}
		})
	}
}

func snapshot(t *testing.T, n int) register.Draft {
	t.Helper()
	d, err := register.Propose("tester", register.Snapshot{Of: "packs", Hash: fmt.Sprint(n), What: "language packs"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func mustAppend(t *testing.T, s register.Store, drafts ...register.Draft) []register.Record {
	t.Helper()
	rs, err := s.Append(context.Background(), drafts...)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

func scanAll(t *testing.T, s register.Store, from int64) []register.Record {
	t.Helper()
	var out []register.Record
	for r, err := range s.Scan(context.Background(), from) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func wantHead(t *testing.T, s register.Store, want int64) {
	t.Helper()
	if got, _, err := s.Head(context.Background()); err != nil || got != want {
		t.Errorf("the head is %d (%v), want %d", got, err, want)
	}
}

func emptyLog(t *testing.T, s register.Store) {
	if got := scanAll(t, s, 1); len(got) != 0 {
		t.Errorf("it has %v", got)
	}
	if seq, hash, err := s.Head(context.Background()); seq != 0 || hash != "" || err != nil {
		t.Errorf("its head is %d %q %v", seq, hash, err)
	}
	if _, ok, err := s.Last(context.Background(), register.DocumentRecord, "d0"); ok || err != nil {
		t.Errorf("last: %v %v", ok, err)
	}
	if rs, err := s.Append(context.Background()); len(rs) != 0 || err != nil {
		t.Errorf("append of nothing: %v %v", rs, err)
	}
}

func numbered(t *testing.T, s register.Store) {
	got := append(mustAppend(t, s, snapshot(t, 1), snapshot(t, 2)), mustAppend(t, s, snapshot(t, 3))...)
	prev := ""
	for i, r := range got {
		if r.Seq != int64(i+1) || r.Prev != prev || r.Hash != r.Digest() || r.At.IsZero() || r.Actor != "tester" ||
			r.Kind != register.SnapshotRecord || r.Form != register.Form {
			t.Errorf("record %d is %+v after %q", i+1, r, prev)
		}
		prev = r.Hash
	}
	if d := cmp.Diff(got, scanAll(t, s, 1)); d != "" {
		t.Errorf("scan gives something else than append: %s", d)
	}
	if seq, hash, err := s.Head(context.Background()); seq != 3 || hash != prev || err != nil {
		t.Errorf("the head is %d %q %v", seq, hash, err)
	}
}

func scanFrom(t *testing.T, s register.Store) {
	mustAppend(t, s, snapshot(t, 1), snapshot(t, 2), snapshot(t, 3))
	for from, want := range map[int64]int{-1: 3, 0: 3, 1: 3, 2: 2, 3: 1, 4: 0, 99: 0} {
		got := scanAll(t, s, from)
		if len(got) != want || want > 0 && got[want-1].Seq != 3 {
			t.Errorf("from %d: %v", from, got)
		}
	}
	for range s.Scan(context.Background(), 1) {
		break
	}
	mustAppend(t, s, snapshot(t, 4))
}

func anyText(t *testing.T, s register.Store) {
	const text = "\x00\x1f<&>\"\\\r\n\u2028\u2029\u00a0ё\u0301 照會 \U0001F4DC ' ; DROP TABLE record; --\ufeff"
	d, err := register.Propose("Zoë \"Z\" O'Neil", register.Snapshot{Of: "packs", Hash: "h", What: text})
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, d)
	r := scanAll(t, s, 1)[0]
	b, err := register.Decode(r)
	if err != nil || b.(register.Snapshot).What != text || r.Actor != "Zoë \"Z\" O'Neil" {
		t.Errorf("got %q by %q, %v", b, r.Actor, err)
	}
}

func allOrNone(t *testing.T, s register.Store) {
	mustAppend(t, s, snapshot(t, 1))
	for name, bad := range map[string]register.Draft{
		"a draft that nobody proposed":    {},
		"a condition that does not hold":  snapshot(t, 1).After(0),
		"a condition about a later state": snapshot(t, 2).After(7),
	} {
		if rs, err := s.Append(context.Background(), snapshot(t, 8), bad, snapshot(t, 9)); err == nil {
			t.Errorf("%s: appended %v", name, rs)
		}
	}
	wantHead(t, s, 1)
	if got := scanAll(t, s, 1); len(got) != 1 {
		t.Errorf("the log has %v", got)
	}
	if _, ok, _ := s.Last(context.Background(), register.SnapshotRecord, "packs 8"); ok {
		t.Error("last gives a record that was not appended")
	}
}

func conditions(t *testing.T, s register.Store) {
	mustAppend(t, s, snapshot(t, 1).After(0), snapshot(t, 1).After(0))
	mustAppend(t, s, snapshot(t, 1).After(2))
	_, err := s.Append(context.Background(), snapshot(t, 1).After(2))
	if !errors.Is(err, register.ErrOvertaken) || chancery.KindOf(err) != chancery.Conflict {
		t.Errorf("got %v", err)
	}
	mustAppend(t, s, snapshot(t, 5).After(0))
	wantHead(t, s, 4)
}

func last(t *testing.T, s register.Store) {
	doc, reading, res := Sample(1)
	add(t, s, doc, reading, res)
	mustAppend(t, s, snapshot(t, 1), snapshot(t, 2), snapshot(t, 1))
	for _, c := range []struct {
		kind    register.Kind
		subject string
		want    int64
	}{
		{register.SnapshotRecord, "packs 1", 6}, {register.SnapshotRecord, "packs 2", 5}, {register.SnapshotRecord, "packs", 0},
		{register.DocumentRecord, string(doc.ID), 1}, {register.ReadingRecord, string(doc.ID), 2},
		{register.ResolutionRecord, string(doc.ID), 3}, {register.WithdrawalRecord, string(doc.ID), 0},
	} {
		r, ok, err := s.Last(context.Background(), c.kind, c.subject)
		if err != nil || ok != (c.want > 0) || r.Seq != c.want {
			t.Errorf("last %s about %s is %d (%v, %v), want %d", c.kind, c.subject, r.Seq, ok, err, c.want)
		}
		if ok {
			if d := cmp.Diff(scanAll(t, s, c.want)[0], r); d != "" {
				t.Error(d)
			}
		}
	}
}

func atOnce(t *testing.T, s register.Store) {
	const writers, each = 8, 20
	var wg sync.WaitGroup
	hashes := make(chan string, writers*each*2)
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				rs, err := s.Append(context.Background(), snapshot(t, w*1000+i), snapshot(t, w*1000+500+i))
				if err != nil {
					t.Errorf("writer %d: %v", w, err)
					return
				}
				if rs[1].Prev != rs[0].Hash {
					t.Errorf("writer %d: a batch was torn apart", w)
				}
				hashes <- rs[0].Hash
				hashes <- rs[1].Hash
			}
		})
	}
	wg.Wait()
	close(hashes)
	there := map[string]bool{}
	for _, r := range scanAll(t, s, 1) {
		there[r.Hash] = true
	}
	if len(there) != writers*each*2 {
		t.Errorf("the log has %d records, want %d", len(there), writers*each*2)
	}
	for h := range hashes {
		if !there[h] {
			t.Errorf("record %s was acknowledged and is not there", h)
		}
	}
}

func scanIsASnapshot(t *testing.T, s register.Store) {
	mustAppend(t, s, snapshot(t, 1), snapshot(t, 2), snapshot(t, 3))
	n := 0
	for r, err := range s.Scan(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		mustAppend(t, s, snapshot(t, 10+int(r.Seq)))
	}
	if n != 3 {
		t.Errorf("the loop saw %d records, want the 3 that there were", n)
	}
	wantHead(t, s, 6)
}

func cancelled(t *testing.T, s register.Store) {
	ctx, cancel := context.WithCancel(context.Background())
	mustAppend(t, s, snapshot(t, 1), snapshot(t, 2))
	cancel()
	if _, err := s.Append(ctx, snapshot(t, 3)); !errors.Is(err, context.Canceled) {
		t.Errorf("append: %v", err)
	}
	var failed error
	for _, err := range s.Scan(ctx, 1) {
		failed = err
	}
	if !errors.Is(failed, context.Canceled) {
		t.Errorf("scan: %v", failed)
	}
	wantHead(t, s, 2)
}
