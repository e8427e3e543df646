package chancery

import "slices"

// Provision is a rule that an instrument lays down, by topic.
type Provision struct {
	Instrument   Key            `json:"instrument"`
	InstrumentAs *Quote         `json:"instrument_as,omitempty"`
	Article      string         `json:"article"` // Arabic figures; "" when not stated
	Topic        string         `json:"topic"`
	Obliged      []Key          `json:"obliged,omitempty"`
	Entitled     []Key          `json:"entitled,omitempty"`
	Who          []Key          `json:"who,omitempty"` // the parties concerned where the text does not say which way
	Where        string         `json:"where,omitempty"`
	Values       map[string]any `json:"values,omitempty"` // numbers with names
	Condition    string         `json:"condition,omitempty"`
	From         string         `json:"from,omitempty"`     // EDTF
	Until        string         `json:"until,omitempty"`    // EDTF
	Deadline     string         `json:"deadline,omitempty"` // EDTF
	Status       string         `json:"status,omitempty"`
}

func (Provision) claimType() ClaimType { return ProvisionClaim }

// ProvisionStatuses is every status of FACTS that a provision may have.
var ProvisionStatuses = []string{"binding", "draft", "requested", "authorised", "conditional", "executed", "not-applied"}

// Topics is every topic of FACTS.
var Topics = []string{"peace", "alliance", "non-interference", "neutrality", "boundary", "undelimited", "demarcation",
	"territory", "joint-possession", "suzerainty", "sphere-of-influence", "lease", "navigation", "railway", "trade",
	"trade-places", "quota", "tariff", "licence", "transit", "consuls", "jurisdiction", "most-favoured-nation", "envoys",
	"channel-of-communication", "religion", "protection", "residence", "fugitives", "claims", "indemnity",
	"troop-withdrawal", "recognition", "diplomatic-relations", "secret-treaties", "prior-treaties",
	"political-responsibility", "concession", "fisheries", "liquidation", "company", "annex", "full-powers",
	"authentic-text", "ratification-clause", "entry-into-force", "duration", "denunciation", "form", "other"}

// narrower is the topics that a wider one takes in when somebody asks about it.
var narrower = map[string][]string{
	"trade":                {"trade-places", "quota", "tariff", "licence", "transit", "most-favoured-nation"},
	"boundary":             {"demarcation", "undelimited", "territory", "joint-possession"},
	"peace":                {"alliance", "non-interference", "neutrality"},
	"diplomatic-relations": {"envoys", "recognition", "consuls", "channel-of-communication"},
}

// TopicIncludes reports whether a rule on the second topic is a rule on the first:
// the same, or one that it takes in, as trade takes in quotas and tariffs.
func TopicIncludes(asked, topic string) bool {
	return asked == topic || slices.Contains(narrower[asked], topic)
}
