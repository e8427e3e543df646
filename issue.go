package chancery

// Issue is something wrong with a document, never with us: it is stored and shown
// beside the document and does not stop the reading of others.
type Issue struct {
	Kind  string `json:"kind"`            // "hyphenation", "digits-stripped", "unreadable" ...
	What  string `json:"what"`            // a sentence for people, with what to do where there is something to do
	Count int    `json:"count,omitempty"` // how often, where it is countable
	At    []Span `json:"at,omitempty"`    // the first places in the text of record
}
