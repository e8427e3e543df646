package authority

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/gob"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed polity/*.yaml instrument/*.yaml person/*.yaml place/*.yaml
var data embed.FS

// snapshotForm is part of a snapshot's name; raise it when the types of an entry
// change their meaning without changing their fields.
const snapshotForm = "4"

// Builtin is the authority that comes with the program. It is read from a snapshot
// in the user's cache folder when there is one for exactly these files, else from
// YAML, and then the snapshot is written; that it cannot be written is no error.
func Builtin() (*File, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return loadChecked(data)
	}
	return throughSnapshot(data, filepath.Join(dir, "chancery"))
}

func loadChecked(fsys fs.FS) (*File, error) {
	f, err := Load(fsys)
	if err != nil {
		return nil, err
	}
	if err := f.Check(); err != nil {
		return nil, err
	}
	return f, nil
}

// throughSnapshot is what fsys holds, by way of a snapshot in the folder dir.
func throughSnapshot(fsys fs.FS, dir string) (*File, error) {
	_, hash, err := readAll(fsys)
	if err != nil {
		return nil, err
	}
	name := filepath.Join(dir, "authority-"+snapshotForm+"-"+hash[:16]+".gob")
	if b, err := os.ReadFile(name); err == nil {
		if f, err := decodeSnapshot(b); err == nil && f.hash == hash {
			return f, nil
		}
	}
	f, err := loadChecked(fsys)
	if err != nil {
		return nil, err
	}
	// The YAML is the truth: without a snapshot only start-up is slower.
	_ = writeSnapshot(name, f)
	return f, nil
}

// snapshot is the form of a File on disk, after the SHA-256 of its bytes.
type snapshot struct {
	Hash        string
	Polities    []Polity
	Instruments []Instrument
	Persons     []Person
	Places      []Place
	Forms       []NameForm
}

func encodeSnapshot(f *File) ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(snapshot{f.hash, f.polities, f.instruments, f.persons, f.places, f.NameForms()})
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b.Bytes())
	return append(sum[:], b.Bytes()...), nil
}

var errSnapshot = errors.New("the snapshot is damaged")

func decodeSnapshot(b []byte) (*File, error) {
	if len(b) < sha256.Size || sha256.Sum256(b[sha256.Size:]) != [sha256.Size]byte(b[:sha256.Size]) {
		return nil, errSnapshot
	}
	var s snapshot
	if err := gob.NewDecoder(bytes.NewReader(b[sha256.Size:])).Decode(&s); err != nil {
		return nil, err
	}
	return &File{hash: s.Hash, polities: s.Polities, instruments: s.Instruments, persons: s.Persons, places: s.Places, forms: s.Forms}, nil
}

// writeSnapshot puts the file in place whole: another process may be reading it.
func writeSnapshot(name string, f *File) error {
	b, err := encodeSnapshot(f)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), "authority-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(b)
	if err := errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}
