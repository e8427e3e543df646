package sqlite

import (
	"path/filepath"
	"testing"

	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
)

// Each document is acknowledged by itself: one transaction and one wait for the disk.
func BenchmarkAppendThousandDocuments(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		s := create(b, filepath.Join(b.TempDir(), "chancery.db"))
		for n := range 1000 {
			doc, reading, res := registertest.Sample(n)
			if _, err := register.AddDocument(ctx, s, "bench", &doc, reading, res); err != nil {
				b.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
