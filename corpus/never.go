package corpus

import (
	"fmt"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// violations are the found claims that a never-claim forbids.
func (s *scorer) violations(never []Never) []Entry {
	var all []Entry
	for _, n := range never {
		at := locate(s.record, n.Claim.Quote.Text)
		for _, f := range s.found {
			if f.Type() == n.Claim.Type() && meet(at, f.at).overlap > 0 && s.forbids(n, f) {
				e := s.foundEntry(f)
				e.Note = n.Why
				all = append(all, e)
			}
		}
	}
	return all
}

// forbids reports whether f says all that n says: what n leaves out is free. Words for
// people (label, where, place) are not compared: the place of the quote does that.
func (s *scorer) forbids(n Never, f *foundFact) bool {
	c := n.Claim
	if n.says["polarity"] && c.Polarity != f.Polarity || n.says["modality"] && c.Modality != f.Modality ||
		n.says["certainty"] && c.Certainty() != f.Certainty() {
		return false
	}
	switch want := c.Body.(type) {
	case chancery.Instrument:
		have, _ := f.Body.(chancery.Instrument)
		return (!n.says["kind"] || want.Kind == have.Kind) && (!n.says["key"] || s.stands(want.Key, have.Key))
	case chancery.Event:
		have, _ := f.Body.(chancery.Event)
		return want.Event == have.Event && (!n.says["date"] || mayMeet(want.Date, have.Date)) && s.mayBeAbout(n, f)
	case chancery.Provision:
		have, _ := f.Body.(chancery.Provision)
		status := !n.says["status"] || want.Status == have.Status || want.Status == "binding" && have.Status == ""
		return want.Topic == have.Topic && status && hasValues(have.Values, want.Values) && s.mayBeAbout(n, f)
	}
	g := &goldFact{Claim: c, note: readNote("")}
	return s.agree(g, f) != differs && s.mayBeAbout(n, f)
}

// hasValues reports whether have holds all the values of want.
func hasValues(have, want map[string]any) bool {
	for name, v := range want {
		if got, given := have[name]; !given || fmt.Sprint(got) != fmt.Sprint(v) {
			return false
		}
	}
	return true
}

// mayMeet reports whether a found date claims to lie at the forbidden one.
func mayMeet(forbidden, found string) bool {
	if forbidden == found {
		return true
	}
	a, err := edtf.Parse(forbidden)
	if err != nil {
		return false
	}
	b, err := edtf.Parse(found)
	return err == nil && edtf.Overlaps(a, b) == edtf.Yes
}

// mayBeAbout reports whether f is about the instruments that n names. A claim whose
// instrument is that of no gold fact is too, unless it is a right one that merely
// stands at the same place.
func (s *scorer) mayBeAbout(n Never, f *foundFact) bool {
	want, have := instrumentsOf(n.Claim.Body), instrumentsOf(f.Body)
	for i, key := range want {
		if key == "" || s.stands(key, have[i]) {
			continue
		}
		right := f.match != nil && f.match.Certainty() == f.Certainty()
		if right || s.isKnown(have[i]) {
			return false
		}
	}
	return true
}

// isKnown reports whether a found key stands for some gold instrument.
func (s *scorer) isKnown(found chancery.Key) bool {
	for _, g := range s.gold {
		if b, ok := g.Body.(chancery.Instrument); ok && s.stands(b.Key, found) {
			return true
		}
	}
	return false
}
