package chancery

// Polarity says whether a document affirms or denies what a claim states.
type Polarity string

// The two polarities.
const (
	Affirmed Polarity = "affirmed"
	Denied   Polarity = "denied"
)

// Modality says in what manner a claim's content is put.
type Modality string

// The modalities of FACTS: only Actual is something that is said to have happened.
const (
	Actual       Modality = "actual"
	Planned      Modality = "planned"
	Hypothetical Modality = "hypothetical"
	Threatened   Modality = "threatened"
	Requested    Modality = "requested"
)

// Stance is how the author stands to what a holder says.
type Stance string

// The stances of an author towards what somebody else says.
const (
	Reported Stance = "reported"
	Endorsed Stance = "endorsed"
	Doubted  Stance = "doubted"
	Rejected Stance = "rejected"
)

// Voice is set when somebody other than the author says it.
type Voice struct {
	Holder string `json:"holder"`
	Stance Stance `json:"stance"`
}

// Certainty is polarity, modality and voice in one word, for display and gold files.
type Certainty string

// The certainties, strongest reason first.
const (
	Negated             Certainty = "negated"
	HypotheticalContent Certainty = "hypothetical"
	PlannedContent      Certainty = "planned"
	Attributed          Certainty = "attributed"
	Disputed            Certainty = "disputed"
	Asserted            Certainty = "asserted"
)

// CertaintyOf folds the three into one word, in the order that FACTS gives.
func CertaintyOf(p Polarity, m Modality, v *Voice) Certainty {
	switch {
	case p == Denied:
		return Negated
	case m == Hypothetical:
		return HypotheticalContent
	case m == Planned || m == Threatened || m == Requested:
		return PlannedContent
	case v != nil && (v.Stance == Doubted || v.Stance == Rejected):
		return Disputed
	case v != nil:
		return Attributed
	}
	return Asserted
}
