package register

import (
	"encoding/json"
	"fmt"
	"strconv"

	"example.org/chancery"
)

// Body is what a record holds: a closed sum, one type a kind of record.
type Body interface {
	kind() Kind
	subject() string
}

// Document is the body of a document record: the document whole.
type Document struct{ chancery.Document }

// Reading is all that one engine with one set of packs found in a document. It is
// one record, so that a document is read whole or not at all.
type Reading struct {
	Document chancery.DocumentID `json:"document"`
	Engine   string              `json:"engine"` // name and version of the program's extractor
	Packs    string              `json:"packs"`  // hash of the language packs
	Claims   []chancery.Claim    `json:"claims"` // by place in the document
	Issues   []chancery.Issue    `json:"issues"`
}

// Resolution says which entries the claims of a document are about, by one authority.
type Resolution struct {
	Document  chancery.DocumentID `json:"document"`
	Authority string              `json:"authority"` // hash of the authority files
	Links     []Link              `json:"links"`
	Entries   []Description       `json:"entries"` // of the entries that Links name
}

// Link ties one field of one claim to an entry.
type Link struct {
	Claim      chancery.ClaimID `json:"claim"`
	Field      Field            `json:"field"`
	Entry      chancery.Key     `json:"entry"` // "" when it cannot be decided
	Candidates []Candidate      `json:"candidates,omitempty"`
	Reasons    []string         `json:"reasons,omitempty"`
	Weak       bool             `json:"weak,omitempty"` // the reasons leave room for doubt
}

// Candidate is an entry that a link might mean, and why.
type Candidate struct {
	Key chancery.Key `json:"key"`
	Why string       `json:"why"`
}

// Field is the field of a claim that a link fills.
type Field string

// The fields that links fill. FieldInstrument is the key itself in an instrument
// claim and the instrument spoken of in event, provision, tariff and text claims;
// FieldPlace is the key itself in a place claim and the place of an event.
const (
	FieldInstrument Field = "instrument"
	FieldFrom       Field = "from"
	FieldTo         Field = "to"
	FieldOf         Field = "of"
	FieldPerson     Field = "person"
	FieldPlace      Field = "place"
)

// personOf begins the names of the fields that tie the persons of an event.
const personOf = "person "

// polityOf begins the names of the fields that say which polity of a family is meant.
const polityOf = "polity "

// FieldPolity is the field that says what a polity's key stands for in a claim: the form
// of the country that lived on the claim's day.
func FieldPolity(k chancery.Key) Field { return Field(polityOf + string(k)) }

// FieldPersonOf is the field of the nth person of an event, from 0.
func FieldPersonOf(n int) Field { return Field(personOf + strconv.Itoa(n)) }

// Description is what an authority says of an entry, or a document of a provisional one.
type Description struct {
	Key     chancery.Key            `json:"key"`
	Type    chancery.ClaimType      `json:"type"` // instrument, person or place
	Label   string                  `json:"label,omitempty"`
	Name    string                  `json:"name,omitempty"` // of a place, in the document's language
	Kind    chancery.InstrumentKind `json:"kind,omitempty"`
	Plane   chancery.Plane          `json:"plane,omitempty"`
	Parties []chancery.Key          `json:"parties,omitempty"`
	Aliases []string                `json:"aliases,omitempty"` // other names and earlier keys
}

// Snapshot notes which data was in use: an authority, packs or a doctrine by its hash.
type Snapshot struct {
	Of   string `json:"of"`   // "authority", "packs", "doctrine"
	Hash string `json:"hash"` // SHA-256 over the files
	What string `json:"what"` // a sentence for people
}

// Act is what a person decided.
type Act string

// The six acts.
const (
	Accept   Act = "accept"   // the claim is right
	Reject   Act = "reject"   // it is not: views hide it, rereading does not bring it back
	Correct  Act = "correct"  // Correction takes its place
	Join     Act = "join"     // all Entries are the first of them
	Split    Act = "split"    // Claims of the first of Entries are about the second; without Claims a join is undone
	Describe Act = "describe" // Document is called, was written and stands as Set says
)

// Decision is what a person decided, about claims, about entries or about a document. By whom and
// when are the record's Actor and At.
type Decision struct {
	Act        Act                 `json:"act"`
	Claims     []chancery.ClaimID  `json:"claims,omitempty"` // one for accept, reject and correct
	Entries    []chancery.Key      `json:"entries,omitempty"`
	Correction *chancery.Claim     `json:"correction,omitempty"`
	Why        string              `json:"why"`
	About      []chancery.Claim    `json:"about,omitempty"`    // the Claims as they were read; Decide fills it
	Document   chancery.DocumentID `json:"document,omitempty"` // for describe
	Set        map[string]string   `json:"set,omitempty"`      // for describe: by name of field; "" takes out what stood there
}

// Withdrawal takes a document out of later views. Adding the document again brings it back.
type Withdrawal struct {
	Document chancery.DocumentID `json:"document"`
	Why      string              `json:"why"`
}

func (Document) kind() Kind   { return DocumentRecord }
func (Reading) kind() Kind    { return ReadingRecord }
func (Resolution) kind() Kind { return ResolutionRecord }
func (Snapshot) kind() Kind   { return SnapshotRecord }
func (Decision) kind() Kind   { return DecisionRecord }
func (Withdrawal) kind() Kind { return WithdrawalRecord }

func (d Document) subject() string   { return string(d.ID) }
func (r Reading) subject() string    { return string(r.Document) }
func (r Resolution) subject() string { return string(r.Document) }
func (s Snapshot) subject() string   { return s.Of + " " + s.Hash }
func (w Withdrawal) subject() string { return string(w.Document) }

func (d Decision) subject() string {
	switch {
	case len(d.Claims) > 0:
		return string(d.Claims[0])
	case len(d.Entries) > 0:
		return string(d.Entries[0])
	case d.Act == Describe:
		return string(d.Document)
	}
	return ""
}

// Decode reads the record's body. A kind or form that this program does not know is
// an Unsupported error that says which version is needed.
func Decode(r Record) (Body, error) {
	if r.Form < 1 || r.Form > Form {
		return nil, chancery.Errorf(chancery.Unsupported, fmt.Sprintf("read record %d", r.Seq),
			fmt.Sprintf("use Chancery 0.%d or newer", r.Form), "it is a %s of form %d, and this program reads forms up to %d",
			r.Kind, r.Form, Form)
	}
	switch r.Kind {
	case DocumentRecord:
		return decode[Document](r)
	case ReadingRecord:
		return decode[Reading](r)
	case ResolutionRecord:
		return decode[Resolution](r)
	case SnapshotRecord:
		return decode[Snapshot](r)
	case DecisionRecord:
		return decode[Decision](r)
	case WithdrawalRecord:
		return decode[Withdrawal](r)
	}
	return nil, chancery.Errorf(chancery.Unsupported, fmt.Sprintf("read record %d", r.Seq),
		"use the version of Chancery that wrote it, newer than 0."+fmt.Sprint(Form),
		"%q is no kind of record that this program knows", r.Kind)
}

func decode[B Body](r Record) (Body, error) {
	var b B
	if err := json.Unmarshal(r.Body, &b); err != nil {
		return nil, &chancery.Error{Kind: chancery.Invalid, Doing: fmt.Sprintf("read record %d", r.Seq),
			Why: "its body is no " + string(r.Kind), Do: "run chancery verify", Cause: err}
	}
	return b, nil
}
