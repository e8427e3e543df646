package edtf

// Truth is the answer of a comparison. The zero value is Unknown; Yes and No are
// each other's negation, so that !t is -t.
type Truth int8

// The three answers.
const (
	No      Truth = -1 // certainly not
	Unknown Truth = 0  // possible, or nothing is known
	Yes     Truth = 1  // certainly
)

// String gives "yes", "no" or "unknown".
func (t Truth) String() string {
	switch t {
	case Yes:
		return "yes"
	case No:
		return "no"
	}
	return "unknown"
}

// MarshalText gives String.
func (t Truth) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Not gives Yes for No, No for Yes.
func (t Truth) Not() Truth { return -t }

// And gives No if one of the two is No, Yes if both are Yes.
func (t Truth) And(u Truth) Truth { return min(t, u) }

// Or gives Yes if one of the two is Yes, No if both are No.
func (t Truth) Or(u Truth) Truth { return max(t, u) }
