package register

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/chancery"
)

// Propose makes a draft of any body but a Reading, which needs its document: see
// ProposeReading. Actor is the person or program that is answerable for it.
func Propose(actor string, body Body) (Draft, error) {
	if _, ok := body.(Reading); ok {
		return Draft{}, chancery.Errorf(chancery.Internal, "propose a reading", "", "its quotes were not checked")
	}
	if err := checkBody(body); err != nil {
		return Draft{}, err
	}
	return draft(actor, body)
}

// ProposeReading makes a draft of what was read in doc. It sets the document's id in
// the reading and its claims, puts the claims in the order of their places, and
// refuses what CheckReading refuses.
func ProposeReading(actor string, doc *chancery.Document, r Reading) (Draft, error) {
	r.Document = doc.ID
	r.Claims = append([]chancery.Claim{}, r.Claims...)
	r.Issues = append([]chancery.Issue{}, r.Issues...)
	for i := range r.Claims {
		if r.Claims[i].Body == nil {
			return Draft{}, chancery.Errorf(chancery.Invalid, "record the reading of "+doc.Name, "", "claim %d states nothing", i)
		}
		r.Claims[i].Doc = string(doc.ID)
	}
	slices.SortStableFunc(r.Claims, byPlace)
	d, err := draft(actor, r)
	if err != nil {
		return Draft{}, fmt.Errorf("record the reading of %s: %w", doc.Name, err)
	}
	// What is checked is what will be read back, not what was handed in.
	var stored Reading
	if err := json.Unmarshal(d.body, &stored); err != nil {
		return Draft{}, fmt.Errorf("record the reading of %s: %w", doc.Name, err)
	}
	return d, CheckReading(doc, stored)
}

func draft(actor string, body Body) (Draft, error) {
	bad := func(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError }
	if strings.TrimSpace(actor) == "" || strings.ContainsFunc(actor, bad) {
		return Draft{}, chancery.Errorf(chancery.Invalid, "append to the register",
			"give the name of a person or program, on one line", "%q cannot be held answerable", actor)
	}
	b, err := encode(body)
	if err != nil {
		return Draft{}, err
	}
	return Draft{actor: actor, kind: body.kind(), subject: body.subject(), body: b}, nil
}

// byPlace orders the claims of one document.
func byPlace(a, b chancery.Claim) int {
	return cmp.Or(cmp.Compare(a.Quote.Start, b.Quote.Start), cmp.Compare(a.Quote.End, b.Quote.End), cmp.Compare(a.ID, b.ID))
}

// CheckDocument refuses a document whose text of record is not UTF-8 or does not
// have the hash and id that are given for it.
func CheckDocument(doc *chancery.Document) error {
	doing := "record the document " + doc.Name
	if !utf8.ValidString(doc.Text) {
		return chancery.Errorf(chancery.Invalid, doing, "", "its text of record is not UTF-8")
	}
	want := chancery.NewDocument(doc.Name, doc.Text, doc.Reader)
	if want.Hash != doc.Hash || want.ID != doc.ID {
		return chancery.Errorf(chancery.Invalid, doing, "make it with chancery.NewDocument",
			"its text has the hash %s, not %s", want.Hash, doc.Hash)
	}
	return nil
}

// CheckReading refuses a reading of another document than doc, and one that has a
// claim whose words do not stand at their place, that is not called what its content
// says, that is there twice, or that is outside the vocabulary. The error names the
// first three faults and counts the rest.
func CheckReading(doc *chancery.Document, r Reading) error {
	faults := readingFaults(doc, r)
	if len(faults) == 0 {
		return nil
	}
	more := ""
	if n := len(faults) - 3; n > 0 {
		faults, more = faults[:3], fmt.Sprintf("; and %d more", n)
	}
	return chancery.Errorf(chancery.Invalid, "record the reading of "+doc.Name,
		"this is a fault of the extractor: please report it with the document", "%s%s", strings.Join(faults, "; "), more)
}

func readingFaults(doc *chancery.Document, r Reading) []string {
	var faults []string
	if r.Document != doc.ID {
		faults = append(faults, fmt.Sprintf("it is a reading of %s, not of %s", r.Document, doc.ID))
	}
	if r.Engine == "" || r.Packs == "" {
		faults = append(faults, "it does not say by which engine and packs")
	}
	seen := make(map[chancery.ClaimID]bool, len(r.Claims))
	for _, c := range r.Claims {
		for _, f := range claimFaults(doc, c) {
			faults = append(faults, fmt.Sprintf("claim %s: %s", c.ID, f))
		}
		if seen[c.ID] {
			faults = append(faults, fmt.Sprintf("claim %s: it is there twice", c.ID))
		}
		seen[c.ID] = true
	}
	return faults
}

// claimFaults is everything that keeps a claim out of the register.
func claimFaults(doc *chancery.Document, c chancery.Claim) []string {
	var faults []string
	say := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if c.Doc != string(doc.ID) {
		say("it is of %q, not of %s", c.Doc, doc.ID)
	}
	for _, q := range quotes(c) {
		if cut, ok := doc.Quote(q.Span); !ok || cut.Text != q.Text {
			say("%q does not stand at %d-%d", shorten(q.Text), q.Start, q.End)
		}
	}
	if want := c.Identify(doc.Hash); want != c.ID {
		say("by its content it is called %s", want)
	}
	if c.Polarity != chancery.Affirmed && c.Polarity != chancery.Denied {
		say("%q is no polarity", c.Polarity)
	}
	switch c.Modality {
	case chancery.Actual, chancery.Planned, chancery.Hypothetical, chancery.Threatened, chancery.Requested:
	default:
		say("%q is no modality", c.Modality)
	}
	if c.Confidence < 0 || c.Confidence > 1000 {
		say("confidence %d is outside 0 to 1000", c.Confidence)
	}
	return faults
}

// quotes is the claim's quote, its further stretches, and what its body quotes.
func quotes(c chancery.Claim) []chancery.Quote {
	qs := append([]chancery.Quote{c.Quote}, c.Also...)
	add := func(as ...*chancery.Quote) {
		for _, q := range as {
			if q != nil {
				qs = append(qs, *q)
			}
		}
	}
	switch b := c.Body.(type) {
	case chancery.Event:
		add(b.InstrumentAs)
	case chancery.Provision:
		add(b.InstrumentAs)
	case chancery.Tariff:
		add(b.InstrumentAs)
	case chancery.Text:
		add(b.InstrumentAs)
	case chancery.Relation:
		add(b.FromAs, b.ToAs)
	case chancery.Characterisation:
		add(b.OfAs)
	}
	return qs
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// checkBody refuses bodies that nothing could be made of later.
func checkBody(body Body) error {
	refuse := func(what, why string, args ...any) error {
		return chancery.Errorf(chancery.Invalid, "record a "+what, "", why, args...)
	}
	switch b := body.(type) {
	case Document:
		return CheckDocument(&b.Document)
	case Resolution:
		if b.Document == "" || b.Authority == "" {
			return refuse("resolution", "it does not say of which document and by which authority")
		}
		for _, l := range b.Links {
			if !slices.Contains([]Field{FieldInstrument, FieldFrom, FieldTo, FieldOf, FieldPerson, FieldPlace}, l.Field) &&
				!strings.HasPrefix(string(l.Field), personOf) && !strings.HasPrefix(string(l.Field), polityOf) {
				return refuse("resolution", "%q is no field that links fill", l.Field)
			}
		}
	case Snapshot:
		if b.Of == "" || b.Hash == "" {
			return refuse("snapshot", "it does not say of what, or not its hash")
		}
	case Withdrawal:
		if b.Document == "" || b.Why == "" {
			return refuse("withdrawal", "it does not say of which document, or not why")
		}
	case Decision:
		return checkDecision(b)
	}
	return nil
}

func checkDecision(d Decision) error {
	doing := fmt.Sprintf("record the decision to %s", d.Act)
	refuse := func(why string) error { return chancery.Errorf(chancery.Invalid, doing, "", "%s", why) }
	switch d.Act {
	case Accept, Reject, Correct:
		if len(d.Claims) != 1 || len(d.Entries) != 0 {
			return refuse("it must be about one claim")
		}
		if (d.Act == Correct) != (d.Correction != nil) {
			return refuse("a correction, and nothing else, comes with a corrected claim")
		}
	case Join:
		if len(d.Entries) < 2 || len(d.Claims) != 0 {
			return refuse("it must name two entries or more, and no claims")
		}
	case Split:
		if len(d.Entries) < 2 || len(d.Claims) > 0 && len(d.Entries) != 2 {
			return refuse("it must name the entry that is split and the one that is split off")
		}
	case Describe:
		if why := checkDescription(d); why != "" {
			return refuse(why)
		}
	default:
		return refuse("nothing can be decided so; use accept, reject, correct, join, split or describe")
	}
	if distinct := slices.Compact(slices.Sorted(slices.Values(d.Entries))); len(distinct) != len(d.Entries) || slices.Contains(distinct, "") {
		return refuse("the entries must be named, and differ")
	}
	if len(d.About) != len(d.Claims) {
		return refuse("it must hold the claims it is about as they were read; use Decide")
	}
	for i, c := range d.About {
		if c.ID != d.Claims[i] || c.Body == nil {
			return refuse("the claims it holds are not those it is about")
		}
	}
	if d.Correction != nil && d.Correction.Body == nil {
		return refuse("the corrected claim states nothing")
	}
	return nil
}

// isCanonical reports whether b is written in the one way that Canonical writes.
func isCanonical(b []byte) bool {
	c, err := Canonical(b)
	return err == nil && bytes.Equal(b, c)
}
