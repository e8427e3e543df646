package register

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// Kind is what a record records.
type Kind string

// The six kinds of record.
const (
	DocumentRecord   Kind = "document"
	ReadingRecord    Kind = "reading"
	ResolutionRecord Kind = "resolution"
	SnapshotRecord   Kind = "snapshot"
	DecisionRecord   Kind = "decision"
	WithdrawalRecord Kind = "withdrawal"
)

// Record is one entry of the log. Once appended it never changes.
type Record struct {
	Seq     int64           `json:"seq"`     // 1 for the first, no gaps: the clock of the register
	At      time.Time       `json:"at"`      // UTC, whole milliseconds; an attribute, nothing is ordered by it
	Actor   string          `json:"actor"`   // the person or program that is answerable
	Kind    Kind            `json:"kind"`    //
	Form    int             `json:"form"`    // of the body; see Form
	Subject string          `json:"subject"` // what the record is about, drawn from the body for Store.Last
	Body    json.RawMessage `json:"body"`    // canonical JSON, see Canonical
	Prev    string          `json:"prev"`    // Hash of the record before, "" for the first
	Hash    string          `json:"hash"`    // see Digest
}

// Form is the form of body that this program writes and the newest that it reads.
// A form is numbered after the minor version of Chancery that introduced it, so that
// the number alone tells which program can read it: form 1 came with 0.1.
const Form = 1

// stamp is how At enters the digest: always three decimals, always UTC.
const stamp = "2006-01-02T15:04:05.000Z"

// Digest is the hash that the record must have: SHA-256, hexadecimal, over its seven
// parts, a line each: seq, at, actor, kind, form, SHA-256 of the body, prev.
// The subject has no part in it, being drawn from the body.
func (r Record) Digest() string {
	body := sha256.Sum256(r.Body)
	h := sha256.New()
	fmt.Fprintf(h, "%d\n%s\n%s\n%s\n%d\n%x\n%s\n", r.Seq, r.At.UTC().Format(stamp), r.Actor, r.Kind, r.Form, body, r.Prev)
	return hex.EncodeToString(h.Sum(nil))
}

// Draft is what is to become a record: made and checked by Propose or
// ProposeReading, turned into a record by a Store. The zero Draft is refused.
type Draft struct {
	actor   string
	kind    Kind
	subject string
	body    json.RawMessage
	guarded bool
	after   int64
}

// After makes the draft conditional: a Store appends it only while seq is the
// number of the last record of the same kind and subject, 0 if there must be none.
func (d Draft) After(seq int64) Draft {
	d.guarded, d.after = true, seq
	return d
}

// Expects is the condition that After set; ok is false when there is none.
func (d Draft) Expects() (seq int64, ok bool) { return d.after, d.guarded }

// Kind is the kind of record that the draft will be.
func (d Draft) Kind() Kind { return d.kind }

// Subject is what the draft is about, as Record.Subject.
func (d Draft) Subject() string { return d.subject }

// Seal makes the record that follows prev, whose number and hash are given (0 and ""
// for an empty log). Only stores call it, inside their write transaction.
func (d Draft) Seal(prevSeq int64, prevHash string, now time.Time) Record {
	r := Record{Seq: prevSeq + 1, At: now.UTC().Truncate(time.Millisecond), Actor: d.actor, Kind: d.kind, Form: Form,
		Subject: d.subject, Body: d.body, Prev: prevHash}
	r.Hash = r.Digest()
	return r
}
