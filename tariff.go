package chancery

import (
	"encoding/json"
	"strings"
)

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

// UnmarshalJSON also reads the form of older gold files: amounts as numbers, and
// percent written as a currency.
func (r *Rate) UnmarshalJSON(b []byte) error {
	var raw struct {
		Amount   json.RawMessage `json:"amount"`
		Currency string          `json:"currency"`
		Per      string          `json:"per"`
		Basis    string          `json:"basis"`
		Percent  json.RawMessage `json:"percent"`
		Free     bool            `json:"free"`
	}
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	*r = Rate{Amount: decimal(raw.Amount), Currency: raw.Currency, Per: raw.Per, Basis: raw.Basis,
		Percent: decimal(raw.Percent), Free: raw.Free}
	if r.Currency == "percent" {
		r.Percent, r.Amount, r.Currency, r.Per = r.Amount, "", "", ""
	}
	return nil
}

// decimal reads a JSON string or number as a decimal string.
func decimal(b json.RawMessage) string {
	s := strings.Trim(string(b), `"`)
	if s == "null" {
		return ""
	}
	return s
}
