package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"example.org/chancery"
)

// Problem is something wrong with a sample or with a score, for people to mend.
type Problem struct {
	Where string `json:"where,omitempty"` // a file or a document
	Line  int    `json:"line,omitempty"`  // from 1; 0 when it is not about a line
	What  string `json:"what"`
}

// String is one line: where, line, what.
func (p Problem) String() string {
	var at string
	switch {
	case p.Where != "" && p.Line > 0:
		at = fmt.Sprintf("%s:%d: ", p.Where, p.Line)
	case p.Where != "":
		at = p.Where + ": "
	case p.Line > 0:
		at = fmt.Sprintf("line %d: ", p.Line)
	}
	return at + p.What
}

func named(where string, problems []Problem) []Problem {
	for i := range problems {
		problems[i].Where = where
	}
	return problems
}

// Never is a claim that must not be taken from a document: whatever agrees with all
// that it says, at its place, is a violation.
type Never struct {
	ID    string
	Claim chancery.Claim
	Why   string
	says  map[string]bool // the fields that the line gives and that are not empty
}

// inconsistency is a type of older gold files, about what a document gets wrong; it
// is a finding and no fact.
const inconsistency = "inconsistency"

// ReadGold reads gold facts, one JSON object a line. Lines that cannot be read become
// problems and the rest is read; facts of the type "inconsistency" are passed over.
func ReadGold(r io.Reader) ([]chancery.Claim, []Problem) {
	var gold []chancery.Claim
	problems := eachLine(r, func(b []byte) error {
		var c chancery.Claim
		if err := json.Unmarshal(listed(b), &c); err != nil {
			return err
		}
		if strings.TrimSpace(c.Quote.Text) == "" {
			return fmt.Errorf("a fact without a quote; quote the words that state it")
		}
		gold = append(gold, c)
		return nil
	})
	return gold, problems
}

// ReadNever reads the claims that must not appear, in the form of gold facts with a
// reason in "why". Problems are as for ReadGold.
func ReadNever(r io.Reader) ([]Never, []Problem) {
	var all []Never
	problems := eachLine(r, func(b []byte) error {
		var n struct {
			ID  string `json:"id"`
			Why string `json:"why"`
		}
		var fields map[string]any
		never := Never{says: map[string]bool{}}
		b = listed(b)
		for _, v := range []any{&n, &fields, &never.Claim} {
			if err := json.Unmarshal(b, v); err != nil {
				return err
			}
		}
		if strings.TrimSpace(never.Claim.Quote.Text) == "" {
			return fmt.Errorf("a forbidden claim without a quote; quote the words that might mislead")
		}
		never.ID, never.Why = n.ID, n.Why
		for k, v := range fields {
			never.says[k] = v != nil && v != ""
		}
		all = append(all, never)
		return nil
	})
	return all, problems
}

func eachLine(r io.Reader, read func([]byte) error) []Problem {
	var problems []Problem
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		b, end := in.ReadBytes('\n')
		if line := bytes.TrimSpace(b); len(line) > 0 && !isInconsistency(line) {
			if err := read(line); err != nil {
				problems = append(problems, Problem{Line: n, What: err.Error()})
			}
		}
		if end == io.EOF {
			return problems
		}
		if end != nil {
			return append(problems, Problem{Line: n, What: end.Error()})
		}
	}
}

// listed makes a list of a scope that a gold file gives as one string. Lines without
// one, and what is no JSON, stay as they are.
func listed(line []byte) []byte {
	if !bytes.Contains(line, []byte(`"scope"`)) {
		return line
	}
	var fields map[string]any
	if json.Unmarshal(line, &fields) != nil {
		return line
	}
	scope, one := fields["scope"].(string)
	if !one {
		return line
	}
	fields["scope"] = []string{}
	if scope != "" {
		fields["scope"] = []string{scope}
	}
	b, err := json.Marshal(fields)
	if err != nil {
		return line
	}
	return b
}

func isInconsistency(line []byte) bool {
	var t struct {
		Type string `json:"type"`
	}
	return json.Unmarshal(line, &t) == nil && t.Type == inconsistency
}
