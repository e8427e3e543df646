package register

import (
	"context"
	"iter"
	"sync"
	"time"
)

// Memory is a Store that is gone with the process, for tests and for work without
// a register. The zero value is an empty log.
type Memory struct {
	Now func() time.Time // the clock; time.Now if nil

	mu      sync.RWMutex
	records []Record
	last    map[string]int // kind and subject -> index of the newest
}

func lastKey(kind Kind, subject string) string { return string(kind) + " " + subject }

// Append is as Store says.
func (m *Memory) Append(ctx context.Context, drafts ...Draft) ([]Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.last == nil {
		m.last = map[string]int{}
	}
	for _, d := range drafts {
		var have int64
		if i, ok := m.last[lastKey(d.Kind(), d.Subject())]; ok {
			have = m.records[i].Seq
		}
		if err := Admit(d, have); err != nil {
			return nil, err
		}
	}
	now := time.Now
	if m.Now != nil {
		now = m.Now
	}
	first := len(m.records)
	for _, d := range drafts {
		var prev Record
		if n := len(m.records); n > 0 {
			prev = m.records[n-1]
		}
		m.last[lastKey(d.Kind(), d.Subject())] = len(m.records)
		m.records = append(m.records, d.Seal(prev.Seq, prev.Hash, now()))
	}
	return append([]Record(nil), m.records[first:]...), nil
}

// Scan is as Store says.
func (m *Memory) Scan(ctx context.Context, from int64) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		m.mu.RLock()
		records := m.records
		m.mu.RUnlock()
		for _, r := range records[min(max(from-1, 0), int64(len(records))):] {
			if err := ctx.Err(); err != nil {
				yield(Record{}, err)
				return
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Last is as Store says.
func (m *Memory) Last(ctx context.Context, kind Kind, subject string) (Record, bool, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	i, ok := m.last[lastKey(kind, subject)]
	if !ok {
		return Record{}, false, ctx.Err()
	}
	return m.records[i], true, ctx.Err()
}

// Head is as Store says.
func (m *Memory) Head(ctx context.Context) (int64, string, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if n := len(m.records); n > 0 {
		return m.records[n-1].Seq, m.records[n-1].Hash, ctx.Err()
	}
	return 0, "", ctx.Err()
}

// Close does nothing.
func (*Memory) Close() error { return nil }
