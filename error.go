package chancery

import (
	"errors"
	"fmt"
)

// ErrorKind sorts what went wrong with us (not with a document: that is an Issue;
// not with what is known: that is an answer "not known").
type ErrorKind string

// The kinds of error. cmd maps them to exit codes, web to status codes.
const (
	Invalid     ErrorKind = "invalid"     // the request or a data file cannot be understood
	NotFound    ErrorKind = "not-found"   // nothing has that name
	Conflict    ErrorKind = "conflict"    // it would contradict what is stored
	Unsupported ErrorKind = "unsupported" // understood, but not something that can be done
	Internal    ErrorKind = "internal"    // a fault of the program
)

// Error says what was being done, to what, why it went wrong and what to do next.
type Error struct {
	Kind  ErrorKind
	Doing string // "read lang/ky/months.tsv:14"
	Why   string // "month 13 is outside 1 to 12"
	Do    string // what the person can do; may be empty
	Cause error
}

// Error is one line: doing, why, cause, what to do.
func (e *Error) Error() string {
	s := e.Doing
	if e.Why != "" {
		s += ": " + e.Why
	}
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	if e.Do != "" {
		s += "; " + e.Do
	}
	return s
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Cause }

// KindOf is the kind of the first *Error in err's chain, else Internal.
func KindOf(err error) ErrorKind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// Errorf makes an *Error of a kind; why is formatted.
func Errorf(kind ErrorKind, doing, do, why string, args ...any) error {
	return &Error{Kind: kind, Doing: doing, Do: do, Why: fmt.Sprintf(why, args...)}
}
