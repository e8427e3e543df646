package chancery

import (
	"fmt"
	"strings"
)

// Key names an entry of the register or of the authority file: a slug such as
// "treaty-of-aigun-1858-russia-china", or an opaque id for what no authority names.
type Key string

// ProvisionalKey is the opaque key of an entry that no authority has: its document and
// the byte at which it is first named.
func ProvisionalKey(doc DocumentID, start int) Key {
	id := strings.TrimPrefix(string(doc), "d")
	return Key(fmt.Sprintf("%s%s-%d", provisional, id[:min(len(id), 8)], start))
}

// Provisional reports whether no authority named the entry.
func (k Key) Provisional() bool { return strings.HasPrefix(string(k), provisional) }

const provisional = "x-"

// InstrumentKind is what sort of act an instrument is: treaty, convention, note ...
type InstrumentKind string

// Plane says on which plane of law an instrument lies.
type Plane string

// The planes: between states, of one state, inside one administration, with a private contractor.
const (
	International Plane = "international"
	Municipal     Plane = "municipal"
	InternalPlane Plane = "internal"
	ContractPlane Plane = "contract"
)

// InstrumentKinds is every kind of FACTS with the plane it usually lies on.
// A draft is "draft-" and the kind.
var InstrumentKinds = map[InstrumentKind]Plane{
	"treaty": International, "convention": International, "protocol": International, "agreement": International,
	"declaration": International, "exchange-of-notes": International, "exchange-protocol": International,
	"note": International, "letter": InternalPlane, "communication": International, "circular": InternalPlane,
	"edict": Municipal, "memorial": InternalPlane, "decree": Municipal, "order": InternalPlane, "resolution": Municipal,
	"instruction": InternalPlane, "full-powers": InternalPlane, "tariff": Municipal, "regulations": Municipal,
	"charter": Municipal, "contract": ContractPlane, "memorandum": InternalPlane, "report": InternalPlane,
	"armistice": International, "ultimatum": International, "boundary-description": International, "map": International,
}

// Instrument states that the document speaks of an act. In the log there is one
// such claim for each stretch; --format facts joins those of one instrument.
type Instrument struct {
	Key      Key            `json:"key"`
	Label    string         `json:"label,omitempty"`
	Kind     InstrumentKind `json:"kind"`
	Plane    Plane          `json:"plane,omitempty"`
	Parties  []Key          `json:"parties"`
	Mentions []string       `json:"mentions"`
	Named    bool           `json:"named"`
	Date     string         `json:"date,omitempty"` // EDTF: the date that is part of the name, as "the convention of 1907"
}

func (Instrument) claimType() ClaimType { return InstrumentClaim }

// Text is what a document says of one language text of an instrument.
type Text struct {
	Instrument    Key    `json:"instrument"`
	InstrumentAs  *Quote `json:"instrument_as,omitempty"`
	Language      string `json:"language,omitempty"`
	Authentic     *bool  `json:"authentic,omitempty"`
	Prevailing    *bool  `json:"prevailing,omitempty"`
	DateAsWritten string `json:"date_as_written,omitempty"`
	Keeper        string `json:"keeper,omitempty"`
	Shelfmark     string `json:"shelfmark,omitempty"`
}

func (Text) claimType() ClaimType { return TextClaim }

// Relation ties two instruments.
type Relation struct {
	From   Key      `json:"from"`
	FromAs *Quote   `json:"from_as,omitempty"`
	Rel    string   `json:"rel"`
	To     Key      `json:"to"`
	ToAs   *Quote   `json:"to_as,omitempty"`
	Scope  []string `json:"scope,omitempty"`
}

func (Relation) claimType() ClaimType { return RelationClaim }

// Relations is every relation of FACTS.
var Relations = []string{"annex-of", "incorporated-in", "supersedes", "confirms", "supplements", "clarifies", "revises",
	"revision-due", "keeps-in-force", "annuls", "terminates", "based-on", "implements", "breaches", "response-to", "same-as"}

// Characterisation is a judgement on an instrument, never an event.
type Characterisation struct {
	Of     Key    `json:"of"`
	OfAs   *Quote `json:"of_as,omitempty"`
	As     string `json:"as"`
	Holder string `json:"holder,omitempty"`
	Date   string `json:"date,omitempty"`
}

func (Characterisation) claimType() ClaimType { return CharacterisationClaim }
