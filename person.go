package chancery

// Person states that the document names a person.
type Person struct {
	Key      Key      `json:"key,omitempty"`
	Name     string   `json:"name"` // nominative if the document or the authority attests it, else as seen
	Label    string   `json:"label,omitempty"`
	Roles    []string `json:"roles,omitempty"`
	Variants []string `json:"variants,omitempty"`
}

func (Person) claimType() ClaimType { return PersonClaim }
