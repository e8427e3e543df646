package chancery

// Tariff is one line of a tariff.
type Tariff struct {
	Line         string `json:"item,omitempty"` // the line's number in the tariff, as printed
	Clause       string `json:"clause,omitempty"`
	Goods        string `json:"goods"`
	Instrument   Key    `json:"instrument"`
	InstrumentAs *Quote `json:"instrument_as,omitempty"`
	Rate         Rate   `json:"rate"`
}

func (Tariff) claimType() ClaimType { return TariffClaim }

// Rate is what is to be paid: an amount of money a unit, a percentage, or nothing.
// Amounts are decimal strings in the unit that the text names.
type Rate struct {
	Amount   string `json:"amount,omitempty"`
	Currency string `json:"currency,omitempty"`
	Per      string `json:"per,omitempty"`
	Basis    string `json:"basis,omitempty"`
	Percent  string `json:"percent,omitempty"`
	Free     bool   `json:"free,omitempty"`
}
