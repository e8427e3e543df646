package chancery

// Citation is a reference of the document to an archive or to a work.
type Citation struct {
	Archive string `json:"archive,omitempty"`
	Fond    string `json:"fond,omitempty"`
	Opis    string `json:"opis,omitempty"`
	Delo    string `json:"delo,omitempty"`
	Folio   string `json:"folio,omitempty"`
	Verso   bool   `json:"verso,omitempty"`
	Papka   string `json:"papka,omitempty"`
	Karton  string `json:"karton,omitempty"`
	Work    string `json:"work,omitempty"`
	Volume  string `json:"volume,omitempty"`
	Page    string `json:"page,omitempty"`
	Via     string `json:"via,omitempty"`
	Seen    string `json:"seen,omitempty"`
}

func (Citation) claimType() ClaimType { return CitationClaim }
