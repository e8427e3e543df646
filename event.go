package chancery

// Event is something that happened, or was planned, denied, threatened: the
// claim's polarity and modality say which.
type Event struct {
	Event        string        `json:"event"`
	Instrument   Key           `json:"instrument"` // "" when the event is not in the life of an instrument
	InstrumentAs *Quote        `json:"instrument_as,omitempty"`
	Of           string        `json:"of,omitempty"`        // the event that was threatened, requested or planned
	Date         string        `json:"date"`                // EDTF, "" when none is stated
	Effective    string        `json:"effective,omitempty"` // EDTF, when it takes effect, if later
	Calendar     string        `json:"calendar,omitempty"`  // as FACTS lists; "unstated" when a date has none
	Written      *Written      `json:"written,omitempty"`
	Place        string        `json:"place,omitempty"`
	PlaceKey     Key           `json:"place_key,omitempty"` // the entry that Place is held to mean
	Actors       []Key         `json:"actors,omitempty"`
	Persons      []EventPerson `json:"persons,omitempty"`
}

func (Event) claimType() ClaimType { return EventClaim }

// Written is a date as it stands in the text where EDTF cannot hold it: another
// calendar, or two days for one.
type Written struct {
	Calendar string `json:"calendar,omitempty"`
	Era      string `json:"era,omitempty"`
	Year     int    `json:"year,omitempty"`
	Month    int    `json:"month,omitempty"`
	Leap     bool   `json:"leap,omitempty"`
	Day      int    `json:"day,omitempty"`
	Text     string `json:"text,omitempty"`
}

// EventPerson is a person's part in an event.
type EventPerson struct {
	Key  Key    `json:"key,omitempty"`
	Name string `json:"name"`
	Role string `json:"role,omitempty"`
	Side Key    `json:"side,omitempty"`
}

// LifeEvents are the events of an instrument's own life, in the order of FACTS:
// before signature, coming into being, in its life, its end.
var LifeEvents = []string{
	"proposed", "drafted", "full-powers-issued", "powers-contested", "negotiations-started", "negotiations-resumed",
	"negotiations-ended", "negotiations-failed",
	"signed", "initialled", "texts-exchanged", "approved", "ratified", "exchanged", "acceded", "reserved",
	"provisionally-applied", "in-force", "issued", "promulgated", "published", "registered",
	"confirmed", "amended", "extended", "renewed", "suspended", "implemented", "demarcated", "not-applied", "breached", "protested",
	"rejected", "disavowed", "notice-given", "denounced", "annulled", "superseded", "lapsed", "expired", "terminated",
	"threatened",
}

// OtherEvents are the events that are not in the life of an instrument.
var OtherEvents = []string{
	"mission-sent", "mission-arrived", "appointed", "note-delivered", "requested", "promised", "opposed", "mediated",
	"relations-established", "relations-broken", "recognised", "recognition-withdrawn", "territory-transferred", "annexed",
	"occupied", "withdrawn", "war-started", "war-ended", "battle", "trade-opened", "trade-banned", "trade-resumed", "founded",
	"expedition", "died", "other",
}
