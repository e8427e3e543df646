package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"example.org/chancery"
	driver "modernc.org/sqlite"
	code "modernc.org/sqlite/lib"
)

//go:embed migration/*.sql
var migrations embed.FS

// mark is the application id in the file's header, "Chcy" in ASCII: what tells a
// register from any other SQLite file.
const mark = 0x43686379

// migrate brings the file's schema up to date, each step in the order of its name.
// Everything is one transaction, so that a file is never between two schemas.
func (s *Store) migrate(ctx context.Context) error {
	steps, err := fs.Glob(migrations, "migration/*.sql")
	if err != nil {
		return err
	}
	version, err := s.version(ctx)
	if err != nil {
		return err
	}
	if version > len(steps) {
		return chancery.Errorf(chancery.Unsupported, "read its schema", "use the newer version of Chancery that wrote it",
			"it has schema %d, and this program knows schemas up to %d", version, len(steps))
	}
	if version == len(steps) {
		return nil
	}
	// Outside the transaction because SQLite changes its journal only there.
	if _, err := s.db.ExecContext(ctx, `PRAGMA journal_mode = wal`); err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to roll back
	if err := apply(ctx, tx, steps); err != nil {
		return err
	}
	return tx.Commit()
}

// version is the schema of the file: 0 if it is empty. A file with something else in
// it is an Unsupported error.
func (s *Store) version(ctx context.Context) (int, error) {
	var id, tables int
	if err := s.db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return 0, err
	}
	if err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master`).Scan(&tables); err != nil {
		return 0, err
	}
	switch {
	case id == 0 && tables == 0:
		return 0, nil
	case id != mark:
		return 0, notARegister(nil)
	}
	var version int
	err := s.db.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM schema_version`).Scan(&version)
	return version, err
}

// apply runs the steps that the file does not have. It asks again which those are:
// another process may have migrated the file while this one waited for the lock.
func apply(ctx context.Context, tx *sql.Tx, steps []string) error {
	if _, err := tx.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS schema_version (
		version INTEGER PRIMARY KEY, step TEXT NOT NULL, at TEXT NOT NULL) STRICT`); err != nil {
		return err
	}
	var version int
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM schema_version`).Scan(&version); err != nil {
		return err
	}
	for i, step := range steps {
		if i < version {
			continue
		}
		text, err := fs.ReadFile(migrations, step)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO schema_version (version, step, at) VALUES ($1, $2, $3)`,
			i+1, step, time.Now().UTC().Format(stamp)); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d`, mark))
	return err
}

func notARegister(cause error) error {
	return &chancery.Error{Kind: chancery.Unsupported, Doing: "read its schema", Why: "the file is no register", Cause: cause,
		Do: "give the register's file, usually chancery.db, or make one with chancery init"}
}

// explain turns SQLite's codes into what a person can do.
func explain(doing string, err error) error {
	var known *chancery.Error
	var e *driver.Error
	if err == nil || errors.As(err, &known) || !errors.As(err, &e) {
		if err != nil {
			err = fmt.Errorf("%s: %w", doing, err)
		}
		return err
	}
	say := func(kind chancery.ErrorKind, do string) error {
		return &chancery.Error{Kind: kind, Doing: doing, Cause: err, Do: do}
	}
	switch e.Code() & 0xff {
	case code.SQLITE_BUSY, code.SQLITE_LOCKED:
		return say(chancery.Conflict, "another program is writing to it: wait until it has finished, or end it, and try again")
	case code.SQLITE_READONLY, code.SQLITE_CANTOPEN, code.SQLITE_PERM:
		return say(chancery.Invalid, "make the file and its folder writable for you, or work with a copy of it")
	case code.SQLITE_NOTADB:
		return fmt.Errorf("%s: %w", doing, notARegister(err))
	case code.SQLITE_CORRUPT:
		return say(chancery.Internal, "the file is damaged: restore a copy, and compare it with chancery verify")
	case code.SQLITE_FULL:
		return say(chancery.Internal, "make room on the disk and try again; what was appended before is safe")
	}
	return say(chancery.Internal, "")
}
