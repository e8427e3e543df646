package claim

import (
	"strings"

	"example.org/chancery/mention"
)

// dayOfDeed is the day in the name of the act by which the document's instrument was
// adopted: "adopted by resolution 7/4 of 5 May 1990"; -1 for none near.
func (r *reader) dayOfDeed(tok int) int {
	for i := tok; i < len(r.Tokens.Tokens) && i < tok+headReach; i++ {
		if d := r.wholeDay(i); d >= 0 {
			return d
		}
	}
	return -1
}

// letterDay is the day of the last of the letters that the document is: a date behind a
// place, or on a line of its own, and then "Sir" or "Excellency". The reply concludes.
func (r *reader) letterDay() ownDay {
	ts := r.Tokens.Tokens
	for n := len(r.All) - 1; n >= 0; n-- {
		m := &r.All[n]
		if m.Date == nil || r.pack(m.First) == nil || r.wholeDay(m.First) != n || r.instrumentAround(n) >= 0 || !r.standsAlone(m.First, m.End) {
			continue
		}
		for i := m.End; i < len(ts) && i < m.End+salutation; i++ {
			if r.pack(i) != nil && r.inClass("own-salute", i) {
				return ownDay{saidAtClose, m.First, m.End, n}
			}
		}
	}
	return ownDay{}
}

// openingDay is the day on which an instrument was opened for signature.
func (r *reader) openingDay() ownDay {
	for i := range r.Tokens.Tokens {
		if r.pack(i) == nil {
			continue
		}
		if e, ok := r.classEnd("own-open", i); ok {
			if d := r.dayAfter(e, testimonyReach); d >= 0 && (r.opensLine(i) || r.isOfSelf(i) && !r.belongsToOther(i)) && !r.hasClass("own-open-not", e, r.All[d].First) {
				return ownDay{openedForIt, i, r.All[d].End, d}
			}
		}
	}
	return ownDay{}
}

// bareDay is a day that no formula introduces: the only one in the title, behind a
// place or in brackets, or one that stands at the end of the text.
func (r *reader) bareDay(head int) ownDay {
	var found []int
	last := -1
	tail := r.tokenAt(max(0, len(r.Text.Record())-endBytes))
	for i := range r.All {
		m := &r.All[i]
		if m.Date == nil || r.wholeDay(m.First) != i || r.instrumentAround(i) >= 0 {
			continue
		}
		if m.First < head && r.standsAlone(m.First, m.End) {
			found = append(found, i)
		}
		if m.First >= tail && r.standsAlone(m.First, m.End) && r.endsLine(m) {
			last = i
		}
	}
	rank, d := standsInHead, -1
	if len(found) > 0 {
		d = found[0]
		for _, o := range found {
			if r.All[o].Date.Value != r.All[d].Date.Value {
				d = -1
				break
			}
		}
	}
	if d < 0 && last >= 0 {
		rank, d = standsAtEnd, last
	}
	if d < 0 {
		return ownDay{}
	}
	return ownDay{rank, r.All[d].First, r.All[d].End, d}
}

// endsLine reports whether a date is the last of its line or sentence, and no entry of a
// list: "ratified: 5 May 1990".
func (r *reader) endsLine(m *mention.Mention) bool {
	ts := r.Tokens.Tokens
	if m.First > 0 && (ts[m.First-1].Norm == ":" || ts[m.First-1].Norm == "-") {
		return false
	}
	return m.End >= len(ts) || punctuation(ts[m.End].Norm) || ts[m.End].Sentence != ts[m.First].Sentence || r.onOwnLine(m.First, m.End)
}

// standsAlone reports whether tokens first to end are no part of a sentence: behind a
// comma, a bracket or a line's beginning.
func (r *reader) standsAlone(first, end int) bool {
	ts := r.Tokens.Tokens
	if first == 0 {
		return true
	}
	switch ts[first-1].Norm {
	case ",", "(", "[", "-", ":":
		return true
	}
	return ts[first-1].Paragraph != ts[first].Paragraph || ts[first-1].Sentence != ts[first].Sentence || r.onOwnLine(first, end)
}

// onOwnLine reports whether tokens first to end are alone on a line of the text of record.
func (r *reader) onOwnLine(first, end int) bool {
	s := r.Text.Record()
	q := r.quote(first, end)
	before, after := strings.TrimRight(s[:q.Start], " \t\r"), strings.TrimLeft(s[q.End:], " \t\r.,])")
	return strings.HasSuffix(before, "\n") && (after == "" || after[0] == '\n')
}

// opensLine reports whether a token begins a line or a bracket, or the note of a day
// behind a title: "(adopted at Oslo, 5 May 1990)".
func (r *reader) opensLine(tok int) bool {
	ts := r.Tokens.Tokens
	if tok == 0 || ts[tok-1].Norm == "(" || ts[tok-1].Norm == "[" || ts[tok-1].Norm == ":" {
		return true
	}
	s := r.Text.Record()
	return strings.HasSuffix(strings.TrimRight(s[:r.recordAt(tok)], " \t\r"), "\n")
}
