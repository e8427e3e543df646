package register

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"example.org/chancery"
)

// Store keeps the log. All of its methods may be called at once from several
// goroutines; the suite in registertest is the contract in executable form.
type Store interface {
	// Append adds the drafts in their order as consecutive records, all of them or
	// none, and returns the records. When it returns without error they survive the
	// death of the process. Numbers, hashes and the conditions of Draft.After are
	// settled within one transaction, so that several processes may append at once.
	// A condition, which is about the log before the
	// call, that does not hold is ErrOvertaken and nothing is appended. A store that
	// others keep locked is a Conflict error too. Without drafts it does nothing.
	Append(ctx context.Context, drafts ...Draft) ([]Record, error)

	// Scan gives every record from number from on (1 or less: all) in ascending
	// order, as the log stood when the loop began. A record that was tampered with
	// is given as it is found. After an error, which comes with a zero Record, the
	// loop ends. The loop's body may append to the same store.
	Scan(ctx context.Context, from int64) iter.Seq2[Record, error]

	// Last is the newest record of the kind about the subject; false if there is none.
	Last(ctx context.Context, kind Kind, subject string) (Record, bool, error)

	// Head is the number and hash of the last record that was appended, 0 and "" in
	// an empty log. It is kept apart from the records: cutting off the end of the log
	// does not change it.
	Head(ctx context.Context) (seq int64, hash string, err error)

	// Close releases what the store holds. Nothing may be called afterwards.
	Close() error
}

// ErrOvertaken is the cause when the condition of Draft.After does not hold: somebody
// else appended about the same subject first.
var ErrOvertaken = errors.New("somebody else was first")

// Admit is the check that stores make of each draft before they append: it was made
// by Propose or ProposeReading, and its condition holds; have is the number of the
// last record of its kind and subject.
func Admit(d Draft, have int64) error {
	if d.kind == "" || d.actor == "" || len(d.body) == 0 {
		return chancery.Errorf(chancery.Internal, "append to the register", "", "the draft was not made by Propose")
	}
	if want, guarded := d.Expects(); guarded && want != have {
		return &chancery.Error{Kind: chancery.Conflict, Doing: fmt.Sprintf("append a %s about %s", d.kind, d.subject),
			Why: fmt.Sprintf("its last record is %d, not %d", have, want), Do: "look again and repeat what still applies",
			Cause: ErrOvertaken}
	}
	return nil
}
