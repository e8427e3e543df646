// Package sqlite keeps a register in one SQLite file: the same log that
// register.Memory keeps, on disk, where several processes may append to it.
//
// Create makes the file, Open opens it and brings an older schema up to date. While
// it is open SQLite keeps two more files beside it (-wal and -shm): copy a register
// when no program has it open, or with SQLite's own backup.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"example.org/chancery"
	"example.org/chancery/register"
	_ "modernc.org/sqlite" // the database/sql driver "sqlite"
)

// Store is a register.Store in one file.
type Store struct {
	Now func() time.Time // the clock; time.Now if nil. Set it before the first Append

	path  string
	db    *sql.DB
	write sync.Mutex // within the process waiting in line is faster than asking SQLite again and again
}

// patience is how long a call waits for other processes that write.
const patience = 5 * time.Second

// stamp is how times are written; the same as in a record's hash.
const stamp = "2006-01-02T15:04:05.000Z"

// Create makes a new, empty register. A file that is there already is a Conflict
// error and is left as it is.
func Create(ctx context.Context, path string) (*Store, error) {
	doing := "make the register " + path
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil, chancery.Errorf(chancery.Conflict, doing, "use it, or give another name", "there is a file of that name")
	case err != nil:
		return nil, &chancery.Error{Kind: chancery.Invalid, Doing: doing, Cause: err,
			Do: "choose a folder that exists and that you may write to"}
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("%s: %w", doing, err)
	}
	return open(ctx, path, patience)
}

// Open opens a register that Create made, or whose making was interrupted: an empty
// file becomes an empty register. No file is NotFound; a file that is no
// register, or of a newer schema, Unsupported; one that cannot be written to, Invalid;
// one that another program keeps locked, Conflict.
func Open(ctx context.Context, path string) (*Store, error) {
	return open(ctx, path, patience)
}

func open(ctx context.Context, path string, wait time.Duration) (*Store, error) {
	doing := "open the register " + path
	if err := writable(doing, path); err != nil {
		return nil, err
	}
	name, err := dsn(path, wait)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doing, err)
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doing, err)
	}
	s := &Store{path: path, db: db}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(explain(doing, err), db.Close())
	}
	return s, nil
}

// writable finds out what SQLite would only call "unable to open database file".
func writable(doing, path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return chancery.Errorf(chancery.NotFound, doing, "make it with chancery init", "there is no such file")
	}
	if err == nil && info.IsDir() {
		return chancery.Errorf(chancery.Invalid, doing, "give the file in it, usually chancery.db", "it is a folder")
	}
	var f *os.File
	if err == nil {
		f, err = os.OpenFile(path, os.O_RDWR, 0)
	}
	if err != nil {
		return &chancery.Error{Kind: chancery.Invalid, Doing: doing, Cause: err,
			Do: "make the file and its folder writable for you, or work with a copy of it"}
	}
	return f.Close()
}

// dsn is the driver's name of the file, with what each connection is set to.
func dsn(path string, wait time.Duration) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	slash := filepath.ToSlash(abs)
	if !strings.HasPrefix(slash, "/") {
		slash = "/" + slash
	}
	u := url.URL{Scheme: "file", Path: slash}
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds()), "synchronous(full)"}}
	return u.String() + "?" + q.Encode(), nil
}

// Append is as register.Store says.
func (s *Store) Append(ctx context.Context, drafts ...register.Draft) ([]register.Record, error) {
	if len(drafts) == 0 {
		return nil, ctx.Err()
	}
	s.write.Lock()
	defer s.write.Unlock()
	doing := "append to the register " + s.path
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, explain(doing, err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	for _, d := range drafts {
		have, err := lastSeq(ctx, tx, d)
		if err != nil {
			return nil, explain(doing, err)
		}
		if err := register.Admit(d, have); err != nil {
			return nil, err
		}
	}
	records, err := s.insert(ctx, tx, drafts)
	if err != nil {
		return nil, explain(doing, err)
	}
	if err := tx.Commit(); err != nil {
		return nil, explain(doing, err)
	}
	return records, nil
}

func lastSeq(ctx context.Context, tx *sql.Tx, d register.Draft) (int64, error) {
	if _, guarded := d.Expects(); !guarded {
		return 0, nil
	}
	var seq int64
	err := tx.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM record WHERE kind = $1 AND subject = $2`,
		string(d.Kind()), d.Subject()).Scan(&seq)
	return seq, err
}

func (s *Store) insert(ctx context.Context, tx *sql.Tx, drafts []register.Draft) ([]register.Record, error) {
	seq, hash, err := head(ctx, tx)
	if err != nil {
		return nil, err
	}
	var end int64
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM record`).Scan(&end); err != nil {
		return nil, err
	}
	if end != seq {
		return nil, chancery.Errorf(chancery.Conflict, "find the end of the log", "run chancery verify, and restore a copy",
			"it ends at record %d, and %d were recorded", end, seq)
	}
	insert, err := tx.PrepareContext(ctx, `INSERT INTO record (seq, at, actor, kind, form, subject, body, prev, hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`)
	if err != nil {
		return nil, err
	}
	defer insert.Close()
	now := time.Now
	if s.Now != nil {
		now = s.Now
	}
	records := make([]register.Record, 0, len(drafts))
	for _, d := range drafts {
		r := d.Seal(seq, hash, now())
		_, err := insert.ExecContext(ctx, r.Seq, r.At.Format(stamp), r.Actor, string(r.Kind), r.Form, r.Subject,
			string(r.Body), r.Prev, r.Hash)
		if err != nil {
			return nil, err
		}
		seq, hash = r.Seq, r.Hash
		records = append(records, r)
	}
	_, err = tx.ExecContext(ctx, `UPDATE head SET seq = $1, hash = $2 WHERE only = 1`, seq, hash)
	return records, err
}

const columns = `seq, at, actor, kind, form, subject, body, prev, hash`

// Scan is as register.Store says.
func (s *Store) Scan(ctx context.Context, from int64) iter.Seq2[register.Record, error] {
	return func(yield func(register.Record, error) bool) {
		doing := "read the register " + s.path
		rows, err := s.db.QueryContext(ctx, `SELECT `+columns+` FROM record WHERE seq >= $1 ORDER BY seq`, from)
		if err != nil {
			yield(register.Record{}, explain(doing, err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			r, err := scan(rows)
			if err != nil {
				yield(register.Record{}, explain(doing, err))
				return
			}
			if !yield(r, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(register.Record{}, explain(doing, err))
		}
	}
}

// scan reads one row. A time that cannot be read becomes the zero time: the record's
// hash does not hold then, and Verify names it.
func scan(row interface{ Scan(...any) error }) (register.Record, error) {
	var r register.Record
	var at, kind string
	var body []byte
	if err := row.Scan(&r.Seq, &at, &r.Actor, &kind, &r.Form, &r.Subject, &body, &r.Prev, &r.Hash); err != nil {
		return r, err
	}
	r.Kind, r.Body = register.Kind(kind), body
	if t, err := time.Parse(stamp, at); err == nil {
		r.At = t
	}
	return r, nil
}

// Last is as register.Store says.
func (s *Store) Last(ctx context.Context, kind register.Kind, subject string) (register.Record, bool, error) {
	r, err := scan(s.db.QueryRowContext(ctx, `SELECT `+columns+` FROM record
		WHERE kind = $1 AND subject = $2 ORDER BY seq DESC LIMIT 1`, string(kind), subject))
	if errors.Is(err, sql.ErrNoRows) {
		return register.Record{}, false, nil
	}
	if err != nil {
		return register.Record{}, false, explain("read the register "+s.path, err)
	}
	return r, true, nil
}

// Head is as register.Store says.
func (s *Store) Head(ctx context.Context) (int64, string, error) {
	seq, hash, err := head(ctx, s.db)
	if err != nil {
		return 0, "", explain("read the register "+s.path, err)
	}
	return seq, hash, nil
}

func head(ctx context.Context, q interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (seq int64, hash string, err error) {
	err = q.QueryRowContext(ctx, `SELECT seq, hash FROM head WHERE only = 1`).Scan(&seq, &hash)
	return seq, hash, err
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }
