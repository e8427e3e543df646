package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/edtf"
	"example.org/chancery/register"
	"example.org/chancery/witness"
)

// Answer is what is stated to have been agreed between the parties, on the day.
type Answer struct {
	Form        int        `json:"form"`
	Question    Question   `json:"question"`
	Known       int64      `json:"known"` // the record up to which the register was read
	Parties     []Party    `json:"parties"`
	Instruments []Standing `json:"instruments"` // those with rules on the topic first, then by date
	Notes       []string   `json:"notes,omitempty"`
}

// Standing is how an instrument stood on the day. Documents and Authority are kept
// apart; State is that of the documents unless only the authority file was asked.
type Standing struct {
	Named
	Kind          chancery.InstrumentKind `json:"kind,omitempty"`
	Plane         chancery.Plane          `json:"plane,omitempty"`
	Parties       []Named                 `json:"parties"`
	State         State                   `json:"state,omitempty"` // "" when no day was asked for
	By            string                  `json:"by"`              // whose State it is: "documents" or "authority"
	Documents     *Verdict                `json:"documents,omitempty"`
	Authority     *Verdict                `json:"authority,omitempty"`
	Life          []Happening             `json:"life"` // what is stated to have happened or is denied, planned, threatened
	Disagreements []Disagreement          `json:"disagreements,omitempty"`
	Provisions    []Provision             `json:"provisions"`       // on the topic; all, when none was asked for
	Absent        []string                `json:"absent,omitempty"` // what no source states
	Sources       int                     `json:"sources"`          // documents that speak of it
	Witnesses     int                     `json:"witnesses"`        // of them, those that are independent: copies and translations of one another count once
}

// Ask answers a question from what the view and the authority state. The authority
// may be nil. Errors are a question that cannot be understood (Invalid) and a party
// that nobody knows (NotFound), each with what to do.
func Ask(v *register.View, auth *authority.File, q Question) (Answer, error) {
	a := newAsker(v, auth)
	on, err := q.check(v.Known())
	if err != nil {
		return Answer{}, err
	}
	q.Sources = cmp.Or(q.Sources, All)
	ans := Answer{Form: Form, Question: q, Known: v.Known(), Parties: []Party{}, Instruments: []Standing{}}
	for _, name := range q.Between {
		p, err := a.party(name, on)
		if err != nil {
			return Answer{}, err
		}
		ans.Parties = append(ans.Parties, p)
	}
	partiless := 0
	for _, k := range a.instruments(q.Sources) {
		s, keys := a.standing(k, q, on)
		if len(keys) == 0 && len(ans.Parties) > 0 {
			partiless++
			continue
		}
		if between(ans.Parties, keys) {
			ans.Instruments = append(ans.Instruments, s)
		}
	}
	order(ans.Instruments, q.About)
	ans.Notes = a.notes(ans, on, partiless)
	return ans, nil
}

// instruments is the instruments that the chosen sources speak of.
func (a asker) instruments(s Sources) []chancery.Key {
	var keys []chancery.Key
	if s == Authority {
		for _, i := range a.auth.Instruments() {
			keys = append(keys, i.Key)
		}
		return keys
	}
	for _, e := range a.view.Entries() {
		if e.Type == chancery.InstrumentClaim {
			keys = append(keys, e.Key)
		}
	}
	return keys
}

// between reports whether each party asked for is among the parties of an instrument.
func between(asked []Party, keys []chancery.Key) bool {
	return !slices.ContainsFunc(asked, func(p Party) bool { return !p.means(keys) })
}

// standing is how an instrument stood, and its parties' keys.
func (a asker) standing(k chancery.Key, q Question, on edtf.Date) (Standing, []chancery.Key) {
	e, _ := a.view.Entry(k)
	docs := a.documentsOf(k)
	s := Standing{Named: a.instrument(k), Kind: e.Kind, Plane: e.Plane, By: string(Documents), Life: a.life(k, q.Sources),
		Provisions: []Provision{}, Sources: len(docs), Witnesses: witness.Independent(a.kin.Among(docs), docs)}
	if i, ok := a.auth.Instrument(k); ok {
		s.Kind, s.Plane = i.Kind, cmp.Or(i.Plane, s.Plane)
	}
	keys := a.parties(withKey(e, k), s.Life)
	s.Parties = a.polities(keys)
	s.Disagreements = disagreements(s.Life)
	if q.Sources != Authority {
		s.Provisions = append(s.Provisions, a.provisions(k, q.About)...)
		if q.About != "" && len(s.Provisions) == 0 {
			s.Absent = append(s.Absent, "no source in this register states a rule of it on "+q.About)
		}
	}
	if on.IsZero() {
		return s, keys
	}
	_, inAuthority := a.auth.Instrument(k)
	if q.Sources != Authority {
		v := judge{life: a.stated(k), day: on, draft: isDraft(s.Kind), named: a.nameDate(k), enders: a.enders(k, Documents),
			whose: "source in this register"}.verdict()
		s.Documents, s.State = &v, v.State
	}
	if q.Sources != Documents && inAuthority {
		v := judge{life: a.known(k), day: on, draft: isDraft(s.Kind), enders: a.enders(k, Authority),
			whose: "authority statement"}.verdict()
		s.Authority = &v
		if q.Sources == Authority {
			s.By, s.State = string(Authority), v.State
		}
	}
	return s, keys
}

func withKey(e register.Entry, k chancery.Key) register.Entry {
	if e.Key == "" {
		e.Key = k
	}
	return e
}

func isDraft(k chancery.InstrumentKind) bool { return strings.HasPrefix(string(k), "draft-") }

// nameDate is the date that is part of the name by which documents call it.
func (a asker) nameDate(k chancery.Key) string {
	for _, c := range a.view.Claims(register.Filter{Entry: k, Type: chancery.InstrumentClaim}) {
		if b, ok := c.Body.(chancery.Instrument); ok && b.Key == k && b.Date != "" {
			return b.Date
		}
	}
	return ""
}

// documentsOf is the documents that speak of an entry, sorted by id.
func (a asker) documentsOf(k chancery.Key) []chancery.DocumentID {
	var ids []chancery.DocumentID
	for _, c := range a.view.Claims(register.Filter{Entry: k}) {
		ids = append(ids, chancery.DocumentID(c.Doc))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// enders is the instruments that are said to have ended this one.
func (a asker) enders(k chancery.Key, s Sources) []ender {
	var out []ender
	for _, r := range a.relations(k, s) {
		ends := r.Rel == "annuls" || r.Rel == "terminates" || r.Rel == "supersedes"
		if !ends || r.Outward || !r.Counts() || len(r.Scope) > 0 {
			continue
		}
		e := ender{rel: r.Rel, other: r.Other, by: r.By}
		for _, h := range a.life(r.Other.Key, s) {
			if h.Counts() && (h.Event == "signed" || h.Event == "issued") && !h.when().IsZero() {
				e.signed = h.when()
				break
			}
		}
		out = append(out, e)
	}
	return out
}

// order puts instruments with rules on the topic first, then the earlier ones.
func order(ss []Standing, about string) {
	slices.SortStableFunc(ss, func(x, y Standing) int {
		if about != "" && (len(x.Provisions) > 0) != (len(y.Provisions) > 0) {
			if len(x.Provisions) > 0 {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(origin(x), origin(y)), cmp.Compare(x.Key, y.Key))
	})
}

// origin is the earliest day stated in an instrument's life; undated ones come last.
func origin(s Standing) int64 {
	for _, h := range s.Life {
		if d, ok := earliest(h); ok && h.Counts() {
			return int64(d)
		}
	}
	return 1 << 40
}

// notes says what the reader must know of the answer as a whole.
func (a asker) notes(ans Answer, on edtf.Date, partiless int) []string {
	var notes []string
	say := func(format string, args ...any) { notes = append(notes, fmt.Sprintf(format, args...)) }
	if len(a.view.Documents()) == 0 && ans.Question.Sources != Authority {
		say("the register has no documents yet: chancery add FOLDER")
	} else if len(ans.Instruments) == 0 {
		say("no source in this register speaks of an instrument between them")
	}
	if partiless > 0 {
		say("%s left out: no source names the parties", count(partiless, "instrument was", "instruments were"))
	}
	if ans.Question.Sources == All {
		more := 0
		for _, i := range a.auth.Instruments() {
			if _, named := a.view.Entry(i.Key); !named && between(ans.Parties, i.Parties) {
				more++
			}
		}
		if more > 0 && len(ans.Parties) > 0 {
			say("the authority file has %s between them that no document of this register names; to see them, choose authority as the sources",
				count(more, "further instrument", "further instruments"))
		}
	}
	if !on.IsZero() && nearUnstated(ans.Instruments, on) {
		say("a date whose calendar is not stated lies within two weeks of the day; it was read as the Gregorian one")
	}
	return notes
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// nearUnstated reports whether Old or New Style could change an answer.
func nearUnstated(ss []Standing, on edtf.Date) bool {
	from, to, ok := on.Bounds()
	if !ok {
		return false
	}
	for _, s := range ss {
		for _, h := range s.Life {
			lo, hi, ok := h.when().Bounds()
			if ok && h.Calendar == "unstated" && lo == hi && h.Counts() && lo >= from-14 && hi <= to+14 {
				return true
			}
		}
	}
	return false
}
