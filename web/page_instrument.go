package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"example.org/chancery"
	"example.org/chancery/answer"
	"example.org/chancery/register"
)

type instrumentPage struct {
	Title         string
	Kind          string
	Names         []named // by the authority file
	Forms         []named // as documents write it
	MoreForms     []named
	State         state
	Parties       []answer.Named
	Bar           *bar
	Life          []event
	Authority     []event
	Provisions    []provision
	Relations     []relation
	Persons       []person
	Judgements    []judgement
	Disagreements []disagreement
	Sources       []sourceLink
	Families      []string // which of them are no independent witnesses
	Absent        []string
}

type named struct{ Text, Lang string }

// state is the banner: one plain sentence of what is stated of the instrument.
type state struct{ Class, Symbol, Word, Sentence string }

// event is an item of the life.
type event struct {
	Symbol   string
	Name     string
	Chip     chip
	Date     dating
	Place    string
	By       string // whose act it is
	Persons  string
	Evidence evidence
}

type provision struct {
	Article, Topic, Who, Content, Valid, Status string
	Words                                       *quote // what stands there, where no values were read out of it
	Chip                                        chip
	Evidence                                    evidence
}

type relation struct {
	Verb     string
	Other    link
	Scope    string
	Chip     chip
	Evidence evidence
}

type person struct {
	Name, Role, Side string
	Evidence         evidence
}

type judgement struct {
	As, Holder string
	Evidence   evidence
}

// disagreement is an event with what each side says of it.
type disagreement struct {
	Name  string
	Says  string
	Sides []event
}

type sourceLink struct {
	link
	Claims string
}

// instrument shows all that is stated of one instrument.
func (s *site) instrument(r *http.Request, v *register.View) (content, error) {
	key := chancery.Key(r.PathValue("key"))
	a, err := answer.Instrument(v, s.Authority, key)
	if err != nil {
		if chancery.KindOf(err) == chancery.NotFound {
			err = chancery.Errorf(chancery.NotFound, "open the instrument "+clip(string(key), 60),
				"look for it in the list of instruments; its key may have changed", "the register has no instrument of that key")
		}
		return content{}, err
	}
	if a.Key != key {
		return content{moved: instrumentURL(a.Key)}, nil
	}
	g := s.gatherer(v)
	ms := moments(a.Life)
	p := instrumentPage{Title: cmp.Or(clip(a.Label, 160), string(a.Key)), Kind: kindName(a.Kind), Parties: a.Parties, Bar: drawBar(ms), Absent: a.Absent}
	p.names(s, a, g)
	p.State = stateOf(a, ms)
	for _, m := range ms {
		p.Life = append(p.Life, g.event(m))
	}
	for _, h := range a.Authority {
		p.Authority = append(p.Authority, g.event(moment{Happening: h}))
	}
	for _, d := range a.Disagreements {
		p.Disagreements = append(p.Disagreements, g.disagreement(d))
	}
	for _, x := range a.Provisions {
		p.Provisions = append(p.Provisions, g.provision(x))
	}
	p.others(g, a)
	for _, d := range a.Sources {
		l := link{d.Name, documentURL(d.Document)}
		if doc, ok := v.Document(d.Document); ok {
			l.Text = title(&doc)
		}
		p.Sources = append(p.Sources, sourceLink{l, count(d.Claims, "claim", "claims")})
	}
	p.Families = families(a)
	return content{template: "instrument", title: p.Title, nav: "register", data: p}, nil
}

// others fills what the right column shows.
func (p *instrumentPage) others(g *gatherer, a answer.Page) {
	for _, x := range a.Relations {
		p.Relations = append(p.Relations, relation{Verb: relationVerb(x.Rel, !x.Outward), Other: link{x.Other.String(), instrumentURL(x.Other.Key)},
			Scope: plain(strings.Join(x.Scope, ", ")), Chip: certaintyChip(x.Certainty, ""), Evidence: g.evidence(x.By, "")})
	}
	for _, x := range a.Persons {
		side := ""
		if x.Side != nil {
			side = g.site.partyName(*x.Side)
		}
		p.Persons = append(p.Persons, person{x.Name, plain(x.Role), side, g.evidence(x.By, "")})
	}
	for _, x := range a.Characterisation {
		p.Judgements = append(p.Judgements, judgement{x.As, x.Holder, g.evidence(x.By, "")})
	}
}

// mostForms is how many of the names that documents use are shown unfolded.
const mostForms = 6

func (p *instrumentPage) names(s *site, a answer.Page, g *gatherer) {
	seen := map[string]bool{strings.ToLower(a.Label): true}
	add := func(to *[]named, n named) {
		k := strings.ToLower(strings.Join(strings.Fields(n.Text), " "))
		if k != "" && !seen[k] {
			seen[k] = true
			*to = append(*to, n)
		}
	}
	if s.Authority != nil {
		i, _ := s.Authority.Instrument(a.Key)
		for _, n := range slices.Concat(i.Names, i.Nicknames) {
			add(&p.Names, named{n.Text, tag(n.Lang)})
		}
	}
	for _, m := range a.Mentions {
		add(&p.Forms, named{m.Quote, g.quote(m).Lang})
	}
	for _, n := range a.Names {
		add(&p.Forms, named{Text: n})
	}
	slices.SortStableFunc(p.Forms, func(a, b named) int { return cmp.Compare(a.Text, b.Text) })
	if len(p.Forms) > mostForms {
		p.Forms, p.MoreForms = p.Forms[:mostForms], p.Forms[mostForms:]
	}
}

// partyName is the authority's name of a party, else its key in words.
func (s *site) partyName(n answer.Named) string {
	if n.Label == string(n.Key) || n.Label == "" {
		return s.party(n.Key)
	}
	return n.Label
}

func (s *site) partyNames(ns []answer.Named) []string {
	var out []string
	for _, n := range ns {
		out = append(out, s.partyName(n))
	}
	return out
}

func (g *gatherer) event(m moment) event {
	e := event{Symbol: symbol(m.Event, m.Counts()), Name: capital(eventName(m.Event)), Chip: certaintyChip(m.Certainty, holderOf(m.By)),
		Date: dated(m.Date, m.Calendar, m.Written), Place: m.Place, By: list(g.site.partyNames(m.Actors)), Persons: list(m.Persons)}
	if m.Of != "" {
		e.Name += ": " + eventName(m.Of)
	}
	if m.Effective != "" {
		e.Date.Words += ", with effect from " + dateWords(m.Effective)
	}
	as := ""
	if len(m.Also) > 0 {
		as = "dates it " + e.Date.Words
	}
	e.Evidence.add(g, m.By, as)
	for _, h := range m.Also {
		how := "does not date it"
		if h.Date != "" {
			how = "dates it " + dated(h.Date, h.Calendar, h.Written).String()
		}
		e.Evidence.add(g, h.By, how)
	}
	e.Evidence.summarise()
	return e
}

// holderOf is who says it, if all that say it report the same holder.
func holderOf(gs []answer.Ground) string {
	holder := ""
	for i, g := range gs {
		if i > 0 && g.Holder != holder {
			return ""
		}
		holder = g.Holder
	}
	return holder
}

// disagreement puts the accounts side by side: documents that date it alike are one
// side, and the authority file is a side of its own.
func (g *gatherer) disagreement(d answer.Disagreement) disagreement {
	out := disagreement{Name: capital(eventName(d.Event)), Says: capital(d.Says)}
	var stated, known []answer.Happening
	denied := false
	for _, h := range d.Sides {
		if len(h.By) > 0 && h.By[0].Kind == answer.AuthorityGround {
			known = append(known, h)
		} else {
			stated = append(stated, h)
		}
		denied = denied || !h.Counts()
	}
	var dates []string
	for _, m := range slices.Concat(moments(stated), moments(known)) {
		out.Sides = append(out.Sides, g.event(m))
		if w := dateWords(m.Date); w != "" && !slices.Contains(dates, w) {
			dates = append(dates, w)
		}
	}
	if !denied && len(dates) > 1 {
		out.Says = "The date is given as " + strings.Join(dates, " or as ")
	}
	return out
}

// wordsLength is how many bytes of a provision's words stand in the table.
const wordsLength = 300

func (g *gatherer) provision(x answer.Provision) provision {
	p := provision{Article: x.Article, Topic: capital(plain(x.Topic)), Chip: certaintyChip(x.Certainty, holderOf(x.By)), Evidence: g.evidence(x.By, "")}
	if x.Status != "" && x.Status != "binding" {
		p.Status = plain(x.Status)
	}
	p.Who = join("; ", prefixed("bound: ", list(g.site.partyNames(x.Obliged))), prefixed("entitled: ", list(g.site.partyNames(x.Entitled))))
	if p.Who == "" {
		p.Who = list(g.site.partyNames(x.Who))
	}
	p.Content = join("; ", x.Where, values(x.Values), x.Condition)
	if qs := p.Evidence.Quotes; p.Content == "" && len(qs) > 0 { // the words themselves say what it lays down
		words := qs[0]
		words.Text = clip(words.Text, wordsLength)
		p.Words = &words
	}
	if x.From != "" {
		p.Valid = "from " + dateWords(x.From)
	}
	if x.Until != "" {
		p.Valid = join(" ", p.Valid, "until "+dateWords(x.Until))
	}
	if x.Deadline != "" {
		p.Valid = join(", ", p.Valid, "by "+dateWords(x.Deadline))
	}
	return p
}

// families says which sources of an instrument count once, because one is a copy,
// excerpt or translation of another.
func families(a answer.Page) []string {
	name := map[chancery.DocumentID]string{}
	for _, d := range a.Sources {
		name[d.Document] = d.Name
	}
	var out []string
	for _, f := range a.Families {
		for _, p := range f.Pairs {
			out = append(out, name[p.First]+" is "+p.Kind.Article()+" of "+name[p.Second]+": "+p.Evidence)
		}
	}
	return out
}
