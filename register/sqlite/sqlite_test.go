package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
)

func TestTheFileStoreKeepsTheContract(t *testing.T) {
	registertest.Run(t, func(t *testing.T) register.Store { return create(t, filepath.Join(t.TempDir(), "chancery.db")) })
}

func create(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Create(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
