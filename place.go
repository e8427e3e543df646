package chancery

// Place states that the document names a place.
type Place struct {
	Key      Key      `json:"key,omitempty"`
	Name     string   `json:"name"`
	Label    string   `json:"label,omitempty"`
	Kind     string   `json:"kind,omitempty"`
	Variants []string `json:"variants,omitempty"`
}

func (Place) claimType() ClaimType { return PlaceClaim }
