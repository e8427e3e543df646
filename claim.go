package chancery

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// ClaimType is what sort of thing a claim states.
type ClaimType string

// The claim types of FACTS.
const (
	InstrumentClaim       ClaimType = "instrument"
	TextClaim             ClaimType = "text"
	EventClaim            ClaimType = "event"
	ProvisionClaim        ClaimType = "provision"
	RelationClaim         ClaimType = "relation"
	PersonClaim           ClaimType = "person"
	PlaceClaim            ClaimType = "place"
	TariffClaim           ClaimType = "tariff"
	CitationClaim         ClaimType = "citation"
	CharacterisationClaim ClaimType = "characterisation"
)

// Body is what a claim states: a closed sum, one type a file of this package.
type Body interface{ claimType() ClaimType }

// ClaimID identifies a claim by content: "c" and 16 hexadecimal digits.
type ClaimID string

// Claim is what a document states at a place, in its own words.
type Claim struct {
	Doc        string // the document's id in the register, its file name without extension in `extract`
	ID         ClaimID
	Quote      Quote
	Also       []Quote // further stretches that state the same, or give a carried year
	Polarity   Polarity
	Modality   Modality
	Voice      *Voice
	Confidence int      // 0 to 1000
	Rule       string   // pack, file and line, or the extractor's name and version
	Self       bool     // about the instrument that the document itself is the text of
	Trace      []string // what filled each role and set polarity, modality, voice; for `why`
	Note       string   // in gold files only
	Body       Body
}

// Type is the type of what the claim states.
func (c Claim) Type() ClaimType { return c.Body.claimType() }

// Certainty is polarity, modality and voice in one word.
func (c Claim) Certainty() Certainty { return CertaintyOf(c.Polarity, c.Modality, c.Voice) }

// Identify is the claim's id: a hash of the hash of the text of record, the type,
// the spans and the body as stated. Keys that resolution gave, the rule, the
// confidence and the file's name have no part in it, so that a better authority or
// another order of adding never changes what a claim is called.
func (c Claim) Identify(recordHash string) ClaimID {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%d-%d\n", recordHash, c.Type(), c.Quote.Start, c.Quote.End)
	for _, q := range c.Also {
		fmt.Fprintf(h, "+%d-%d\n", q.Start, q.End)
	}
	fmt.Fprintf(h, "%s %s\n", c.Polarity, c.Modality)
	b, err := json.Marshal(asStated(c.Body))
	if err != nil {
		// A body is plain strings and numbers; only values of a foreign type in
		// Provision.Values could fail, and then the spans still identify it.
		b = nil
	}
	h.Write(b)
	return ClaimID("c" + hex.EncodeToString(h.Sum(nil))[:16])
}

// asStated is the body without anything that resolution puts in.
func asStated(b Body) Body {
	switch b := b.(type) {
	case Instrument:
		b.Key, b.Label, b.Parties = "", "", nil
		return b
	case Event:
		b.Instrument, b.PlaceKey, b.Actors = "", "", nil
		b.Persons = append([]EventPerson(nil), b.Persons...)
		for i := range b.Persons {
			b.Persons[i].Key, b.Persons[i].Side = "", ""
		}
		return b
	case Provision:
		b.Instrument, b.Obliged, b.Entitled, b.Who = "", nil, nil, nil
		return b
	case Relation:
		b.From, b.To = "", ""
		return b
	case Tariff:
		b.Instrument = ""
		return b
	case Text:
		b.Instrument = ""
		return b
	case Characterisation:
		b.Of = ""
		return b
	case Person:
		b.Key, b.Label = "", ""
		return b
	case Place:
		b.Key, b.Label = "", ""
		return b
	}
	return b
}

// header is the part of a fact that all types share, in the order of FACTS.
type header struct {
	Doc        string    `json:"doc"`
	ID         ClaimID   `json:"id"`
	Type       ClaimType `json:"type"`
	Text       string    `json:"quote"`
	Start      int       `json:"start"`
	End        int       `json:"end"`
	Also       []also    `json:"also,omitempty"`
	Polarity   Polarity  `json:"polarity,omitempty"`
	Modality   Modality  `json:"modality,omitempty"`
	Voice      *Voice    `json:"voice"`
	Certainty  Certainty `json:"certainty"`
	Confidence int       `json:"confidence,omitempty"`
	Rule       string    `json:"rule,omitempty"`
	Self       bool      `json:"self,omitempty"`
	Trace      []string  `json:"trace,omitempty"`
	Note       string    `json:"note,omitempty"`
}

// also accepts the plain strings of gold files besides the full form.
type also struct{ Quote }

func (a *also) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		a.Start, a.End = -1, -1
		return json.Unmarshal(b, &a.Text)
	}
	return json.Unmarshal(b, &a.Quote)
}

// MarshalJSON writes the claim as one flat fact.
func (c Claim) MarshalJSON() ([]byte, error) {
	h := header{Doc: c.Doc, ID: c.ID, Type: c.Type(), Text: c.Quote.Text, Start: c.Quote.Start, End: c.Quote.End,
		Polarity: c.Polarity, Modality: c.Modality, Voice: c.Voice, Certainty: c.Certainty(), Confidence: c.Confidence,
		Rule: c.Rule, Self: c.Self, Trace: c.Trace, Note: c.Note}
	for _, q := range c.Also {
		h.Also = append(h.Also, also{q})
	}
	head, err := marshal(h)
	if err != nil {
		return nil, err
	}
	body, err := marshal(c.Body)
	if err != nil {
		return nil, err
	}
	if len(body) <= 2 {
		return head, nil
	}
	return append(append(head[:len(head)-1], ','), body[1:]...), nil
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// UnmarshalJSON reads a fact as MarshalJSON writes it, and the gold files' form:
// `also` as plain strings (their offsets are then -1), and certainty alone in
// place of polarity, modality and voice. A type outside FACTS is an error.
func (c *Claim) UnmarshalJSON(b []byte) error {
	h := header{Start: -1, End: -1}
	if err := json.Unmarshal(b, &h); err != nil {
		return err
	}
	body, err := unmarshalBody(h.Type, b)
	if err != nil {
		return err
	}
	*c = Claim{Doc: h.Doc, ID: h.ID, Quote: Quote{Span{h.Start, h.End}, h.Text}, Polarity: h.Polarity, Modality: h.Modality,
		Voice: h.Voice, Confidence: h.Confidence, Rule: h.Rule, Self: h.Self, Trace: h.Trace, Note: h.Note, Body: body}
	for _, a := range h.Also {
		c.Also = append(c.Also, a.Quote)
	}
	if c.Polarity == "" {
		c.Polarity, c.Modality = Affirmed, Actual
		switch h.Certainty {
		case Negated:
			c.Polarity = Denied
		case HypotheticalContent:
			c.Modality = Hypothetical
		case PlannedContent:
			c.Modality = Planned
		case Attributed:
			c.Voice = &Voice{Stance: Reported}
		case Disputed:
			c.Voice = &Voice{Stance: Doubted}
		}
	}
	return nil
}

func unmarshalBody(t ClaimType, b []byte) (Body, error) {
	decode := func(v any) error { return json.Unmarshal(b, v) }
	switch t {
	case InstrumentClaim:
		return decodeBody[Instrument](decode)
	case TextClaim:
		return decodeBody[Text](decode)
	case EventClaim:
		return decodeBody[Event](decode)
	case ProvisionClaim:
		return decodeBody[Provision](decode)
	case RelationClaim:
		return decodeBody[Relation](decode)
	case PersonClaim:
		return decodeBody[Person](decode)
	case PlaceClaim:
		return decodeBody[Place](decode)
	case TariffClaim:
		return decodeBody[Tariff](decode)
	case CitationClaim:
		return decodeBody[Citation](decode)
	case CharacterisationClaim:
		return decodeBody[Characterisation](decode)
	}
	return nil, &Error{Kind: Invalid, Doing: "read a fact", Why: fmt.Sprintf("%q is no type of fact", t),
		Do: "use one of the types in doc/reference/facts.md"}
}

func decodeBody[B Body](decode func(any) error) (Body, error) {
	var b B
	err := decode(&b)
	return b, err
}
