package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/spelling"
)

// same asks of provisional entries of different documents that have one name whether
// they are one.
func (g *gathered) same() []Question {
	by := map[string][]register.Entry{}
	var order []string
	for _, e := range g.view.Entries() {
		if k := likeness(e); e.Key.Provisional() && k != "" {
			if len(by[k]) == 0 {
				order = append(order, k)
			}
			by[k] = append(by[k], e)
		}
	}
	slices.Sort(order)
	var out []Question
	for _, k := range order {
		all := by[k]
		for n, e := range all[1:] {
			first := all[0]
			if g.view.Apart(first.Key, e.Key) || contradict(first, e) || g.years(first).differ(g.years(e)) {
				continue
			}
			q := g.question(Same, e.Key, string(first.Key), string(e.Key))
			q.Asks = fmt.Sprintf("Are %s and %s one %s?", quoted(first), quoted(e), e.Type)
			q.Value = 6*min(weight(first), weight(e)) + len(all) - n
			q.Why = []string{"their names are the same, or spelt alike"}
			q.Answers = []Answer{
				{Say: "same", Means: "they are one", Decision: register.Decision{Act: register.Join, Entries: []chancery.Key{first.Key, e.Key}}},
				{Say: "apart", Means: "they are two", Decision: register.Decision{Act: register.Split, Entries: []chancery.Key{first.Key, e.Key}}},
			}
			out = append(out, q)
		}
	}
	return out
}

// likeness is what entries that may be one have in common: class, kind and the sound of
// the words of the longest name. "" when the name says too little.
func likeness(e register.Entry) string {
	longest := ""
	for _, m := range e.Mentions {
		if len(m) > len(longest) {
			longest = m
		}
	}
	var sounds []string
	proper, long := false, false
	for _, w := range strings.Fields(longest) {
		w = strings.Trim(w, ".,()«»\"“”")
		if strings.Trim(w, "IVXLІХ") == "" {
			sounds = append(sounds, w) // the number of a ruler
			continue
		}
		if s := spelling.Key(w); s != "" {
			sounds = append(sounds, s)
			long = long || len(s) >= 4
		}
		proper = proper || strings.IndexFunc(w, unicode.IsUpper) == 0 && !strings.HasPrefix(longest, w)
		for _, r := range w {
			proper = proper || unicode.IsDigit(r)
		}
	}
	if !long || e.Type == chancery.InstrumentClaim && (len(sounds) < 2 || !proper) {
		return "" // "the treaty of peace" is the name of hundreds
	}
	slices.Sort(sounds)
	return fmt.Sprintf("%s|%s|%s", e.Type, e.Kind, strings.Join(slices.Compact(sounds), " "))
}

// years is the years in which an entry is said to be signed or issued.
type years []string

func (g *gathered) years(e register.Entry) years {
	var out years
	for _, id := range e.Claims[chancery.EventClaim] {
		c, _ := g.view.Claim(id)
		b, ok := c.Body.(chancery.Event)
		if ok && (b.Event == "signed" || b.Event == "issued") && len(b.Date) >= 4 && c.Certainty() == chancery.Asserted {
			out = append(out, b.Date[:4])
		}
	}
	return out
}

func (y years) differ(o years) bool {
	return len(y) > 0 && len(o) > 0 && !slices.ContainsFunc(y, func(s string) bool { return slices.Contains(o, s) })
}

// contradict reports whether two entries cannot be one: they are instruments of
// different parties.
func contradict(a, b register.Entry) bool {
	if len(a.Parties) == 0 || len(b.Parties) == 0 {
		return false
	}
	return !slices.ContainsFunc(a.Parties, func(p chancery.Key) bool { return slices.Contains(b.Parties, p) })
}

// weak asks whether names that were tied to an entry on little evidence belong to it.
func (g *gathered) weak() []Question {
	var out []Question
	for _, e := range g.view.Entries() {
		if e.Key.Provisional() {
			continue
		}
		by := map[string][]tie{}
		var order []string
		for _, t := range g.links[e.Key] {
			if !t.Weak {
				continue
			}
			k := t.claim.Doc + "\n" + strings.Join(t.Reasons, "; ")
			if by[k] == nil {
				order = append(order, k)
			}
			by[k] = append(by[k], t)
		}
		slices.Sort(order)
		for _, k := range order {
			ties := by[k]
			slices.SortStableFunc(ties, func(a, b tie) int { return cmp.Compare(len(a.claim.Quote.Text), len(b.claim.Quote.Text)) })
			doc, why, _ := strings.Cut(k, "\n")
			if ties[0].claim.Status == register.Accepted || g.view.Apart(e.Key, chancery.ProvisionalKey(chancery.DocumentID(doc), ties[0].claim.Quote.Start)) {
				continue
			}
			q := g.question(Weak, e.Key, string(e.Key), k)
			q.Asks = fmt.Sprintf("Does “%s” mean %s?", ties[0].claim.Quote.Text, g.label(e.Key))
			q.Claims, q.By = nil, []chancery.DocumentID{chancery.DocumentID(doc)}
			var ids []chancery.ClaimID
			for _, t := range ties {
				ids = append(ids, t.claim.ID)
			}
			q.Claims = ids[:min(len(ids), mostShown)]
			q.Value = 2 * len(ids)
			q.Why = []string{why}
			q.Answers = []Answer{
				{Say: "yes", Means: "it does", Decision: register.Decision{Act: register.Accept, Claims: ids[:1]}},
				{Say: "no", Means: "it is another, of its own", Decision: register.Decision{Act: register.Split, Claims: ids,
					Entries: []chancery.Key{e.Key, chancery.ProvisionalKey(chancery.DocumentID(doc), ties[0].claim.Quote.Start)}}},
			}
			out = append(out, q)
		}
	}
	return out
}

// stranded asks what to do with decisions that nothing answers to.
func stranded(v *register.View) []Question {
	var out []Question
	g := &gathered{view: v}
	for _, s := range v.Stranded() {
		q := g.question(Stranded, "", fmt.Sprint(s.Seq))
		q.Asks = fmt.Sprintf("Decision %d of %s (%s, “%s”) finds nothing any more that it is about. Look at it again: chancery why CLAIM",
			s.Seq, s.Actor, s.Decision.Act, s.Decision.Why)
		q.Claims, q.Value, q.Answers = s.Claims, 5+3*len(s.Claims), []Answer{}
		out = append(out, q)
	}
	return out
}

// contested asks about claims on which the last words of two persons differ.
func contested(v *register.View) []Question {
	var out []Question
	g := &gathered{view: v}
	for _, c := range v.Claims(register.Filter{Hidden: true}) {
		if !c.Contested {
			continue
		}
		q := g.question(Contested, "", string(c.ID))
		q.Asks = fmt.Sprintf("Is it right that the document states %s: “%s”?", c.Type(), c.Quote.Text)
		q.Claims, q.By, q.Value = []chancery.ClaimID{c.ID}, []chancery.DocumentID{chancery.DocumentID(c.Doc)}, 20
		q.Why = []string{"two persons decided differently"}
		q.Answers = []Answer{
			{Say: "accept", Means: "it is right", Decision: register.Decision{Act: register.Accept, Claims: []chancery.ClaimID{c.ID}}},
			{Say: "reject", Means: "it is not", Decision: register.Decision{Act: register.Reject, Claims: []chancery.ClaimID{c.ID}}},
		}
		out = append(out, q)
	}
	return out
}
