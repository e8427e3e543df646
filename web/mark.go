package web

import (
	"slices"
	"strings"

	"example.org/chancery"
)

// paragraph is one paragraph of a document as the page shows it.
type paragraph struct {
	Segments  []segment
	Notes     []note
	More      []note // beyond what fits beside the paragraph
	Named     []note // claims that only name something
	Rows      bool   // a table: cells are parted by tabs
	Furniture bool   // navigation and the like, not read for claims
}

// segment is a stretch that is marked in one way.
type segment struct {
	Mark string // "evidence", "also", or "" for plain text
	ID   string
	Runs []run
}

// run is a stretch within one line of the file.
type run struct {
	Line int      // its number, where the line begins here, else 0
	Text []string // parted where the file has a carriage return, which HTML would swallow
}

// marks are the stretches to mark: the evidence, and further stretches of the claim.
type marks struct {
	evidence *chancery.Span
	also     []chancery.Span
}

// at is how the byte at is marked, and how far in s that goes on.
func (m marks) at(at int, s chancery.Span) (string, int) {
	end := s.End
	near := func(t chancery.Span) bool {
		switch {
		case t.Start <= at && at < t.End:
			end = min(end, t.End)
			return true
		case t.Start > at:
			end = min(end, t.Start)
		}
		return false
	}
	evidence := m.evidence != nil && near(*m.evidence)
	if evidence {
		return "evidence", min(s.End, m.evidence.End)
	}
	also := false
	for _, t := range m.also {
		also = near(t) || also
	}
	if also {
		return "also", end
	}
	return "", end
}

// segments cuts s where its marks change. The texts of the segments put together are
// the bytes of s.
func (r *record) segments(s chancery.Span, m marks) []segment {
	var out []segment
	for at := s.Start; at < s.End; {
		kind, end := m.at(at, s)
		g := segment{Mark: kind, Runs: r.runs(chancery.Span{Start: at, End: end})}
		if kind == "evidence" && at == m.evidence.Start {
			g.ID = "q"
		}
		out = append(out, g)
		at = end
	}
	return out
}

func (r *record) runs(s chancery.Span) []run {
	var out []run
	n, _ := slices.BinarySearch(r.starts, s.Start)
	for at := s.Start; at < s.End; {
		end, line := s.End, 0
		if n < len(r.starts) && r.starts[n] == at {
			line = n + 1
			n++
		}
		if n < len(r.starts) {
			end = min(end, r.starts[n])
		}
		out = append(out, run{line, strings.Split(r.text[at:end], "\r")})
		at = end
	}
	return out
}
