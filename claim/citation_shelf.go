package claim

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"example.org/chancery"
	"example.org/chancery/token"
)

// skipped is how many tokens a reference can have between two of its steps:
// "ф. 161, I-9, 1867–1874 гг., д. 10".
const skipped = 8

// referenceAt reads a reference to an archive, or one that repeats another, at token
// i, and returns the token after it; i when none begins there.
func (c *citer) referenceAt(p *token.Paragraph, i, label int) int {
	if h, ok := c.at(i, "ibid"); ok {
		return c.repeated(p, i, c.stop(h.end), label)
	}
	if h, ok := c.at(i, "same-work"); ok {
		return c.sameWork(p, i, c.stop(h.end), label)
	}
	if end := c.series(p, i, label); end > i {
		return end
	}
	if end := c.numbered(p, i, label); end > i {
		return end
	}
	first, ok := c.part(i, true)
	if !ok || first.field != "fond" || first.end > p.Last {
		return i
	}
	ps, end := c.parts(p, i, true)
	name := c.archiveBefore(p, i)
	if len(ps) < 2 && (name == i || !c.isArchive(name)) {
		return i
	}
	r := reference{first: name, from: -1, label: label, rule: "shelf"}
	if name < i {
		r.Archive = strings.Trim(c.text(name, c.trimEnd(name, i)), " ,.«»\"(")
	}
	return c.keepShelf(p, r, ps, end)
}

// keepShelf fills in the steps, keeps the reference, and reads on where the same
// shelf is cited again behind a semicolon: "Л. 4; Д. 1400. Л. 5".
func (c *citer) keepShelf(p *token.Paragraph, r reference, ps []part, end int) int {
	r.end = end
	sorted := slices.Clone(ps)
	slices.SortStableFunc(sorted, func(a, b part) int { return cmp.Compare(level(a.field), level(b.field)) })
	for _, s := range sorted {
		r.set(s)
	}
	through, isWork := c.via(p, &r)
	end = r.end
	c.made = append(c.made, r)
	if isWork {
		c.made = append(c.made, through)
		return end
	}
	if !c.is(end, ";") {
		return end
	}
	ps, next := c.parts(p, end+1, true)
	if len(ps) == 0 || ps[0].field == "fond" || ps[0].first > end+2 {
		return end
	}
	again := r
	again.first, again.from, again.Via, again.rule = ps[0].first, len(c.made)-1, "", "shelf again"
	return c.keepShelf(p, again, ps, next)
}

// parts reads the steps from token i on.
func (c *citer) parts(p *token.Paragraph, i int, shelf bool) ([]part, int) {
	var out []part
	end := i
	for j := i; j < p.Last; {
		s, ok := c.part(j, shelf)
		if ok && s.end <= p.Last && (len(out) == 0 || c.follows(out, s)) {
			out = append(out, s)
			end, j = s.end, s.end
			continue
		}
		if len(out) > 0 && ok || c.is(j, ";") || j-end > skipped || c.isAny(j, "via", "ibid", "see") {
			break
		}
		if sep := c.is(j, ".") || c.is(j, ",") || c.is(j, "-"); !sep && (len(out) == 0 || !shelf || !c.aside(end, j)) {
			break
		}
		j++
	}
	if len(out) > 0 && c.is(end, ".") && !c.is(end+1, ".") {
		end++
	}
	return out, end
}

// follows reports whether a step can come behind those read so far: no step twice,
// nothing wider behind something narrower.
func (c *citer) follows(out []part, s part) bool {
	for _, o := range out {
		if o.field == s.field {
			return false
		}
		if level(o.field) > 0 && level(s.field) > 0 && level(s.field) < level(o.field) && !(level(s.field) == 3 && level(o.field) == 4) {
			return false
		}
	}
	return true
}

// aside reports whether what stands between two steps can be part of a reference: it
// begins behind a comma or stop and has no verb.
func (c *citer) aside(end, j int) bool {
	return (c.is(end, ",") || c.is(end, ".") || c.is(end, "(")) && !c.ts.IsPart(j, "verb")
}

func (c *citer) isAny(i int, sorts ...string) bool {
	_, ok := c.at(i, sorts...)
	return ok
}

// set puts a step into a citation; what lies inside the former step is forgotten.
func (r *reference) set(s part) {
	n := level(s.field)
	if n > 0 {
		if n < 5 {
			r.Folio, r.Verso = "", false
		}
		if n < 4 {
			r.Delo = ""
		}
		if n < 3 {
			r.Papka, r.Karton = "", ""
		}
		if n < 2 {
			r.Opis = ""
		}
	}
	switch s.field {
	case "fond":
		r.Fond = s.value
	case "opis":
		r.Opis = s.value
	case "papka":
		r.Papka = s.value
	case "karton":
		r.Karton = s.value
	case "delo":
		r.Delo = s.value
	case "folio":
		r.Folio, r.Verso = s.value, s.verso
	case "volume":
		r.Volume, r.Page = s.value, ""
	case "page":
		r.Page = s.value
	}
}

// archiveBefore is where the archive's name begins that stands before token i; i
// when there is none. It is a run of capitalised words with an acronym, or one with
// a word for an archive in it: "АВП РФ", "Центральный государственный архив ...".
func (c *citer) archiveBefore(p *token.Paragraph, i int) int {
	ts := c.ts.Tokens
	j := i
	for j > p.First && (c.is(j-1, ",") || c.is(j-1, ".") || c.is(j-1, "(") || c.is(j-1, "-")) && i-j < 2 {
		j--
	}
	end := j
	run := j
	for k := j - 1; k >= p.First && end-k <= 12 && ts[k].Sort == token.Word; k-- {
		run = k
	}
	acronym, word := -1, -1
	for k := end - 1; k >= run; k-- {
		if c.isAny(k, "archive") && word < 0 {
			word = k
		}
		if isAcronym(ts[k].Text) && word < 0 {
			acronym = k
		} else if acronym >= 0 && !ts[k].Cap {
			break
		}
	}
	if acronym >= 0 && word < 0 {
		return acronym
	}
	if word < 0 {
		return i
	}
	for word > run && (ts[word-1].Cap || c.ts.IsPart(word-1, "adjective")) && !c.ts.Pack(word).IsFrequent(ts[word-1].Norm) {
		word--
	}
	return word
}

// isArchive reports whether an archive's name begins at token i.
func (c *citer) isArchive(i int) bool { return isAcronym(c.ts.Tokens[i].Text) || c.isAny(i, "archive") }

// trimEnd is i without the marks that stand before it.
func (c *citer) trimEnd(first, i int) int {
	for i > first+1 && c.ts.Tokens[i-1].Sort == token.Punct {
		i--
	}
	return i
}

// isAcronym reports whether a word is at least two letters, the first two capitals,
// and no Roman number: "РГАЭ", "РУз", "AVPRI".
func isAcronym(w string) bool {
	n, upper := 0, 0
	for _, r := range strings.TrimSuffix(w, ".") {
		n++
		if unicode.IsUpper(r) {
			upper++
			continue
		}
		if n <= 2 {
			return false
		}
	}
	return n >= 2 && n <= 10 && upper >= 2
}

// repeated reads what stands behind "ibid." and keeps what it stands for.
func (c *citer) repeated(p *token.Paragraph, i, after, label int) int {
	last := len(c.made) - 1
	shelf := last < 0 || !c.made[last].isWork()
	ps, end := c.parts(p, c.separator(after), shelf)
	if len(ps) == 0 {
		end = after
	}
	for _, s := range ps { // "Ibid. Л. 80" after a work means the shelf cited before it
		if level(s.field) > 0 && !shelf {
			shelf = true
			for last >= 0 && c.made[last].isWork() {
				last--
			}
		}
	}
	r := reference{first: i, from: last, label: label, rule: "repeated"}
	if last < 0 || c.gap(last, label) {
		r.from, r.lost = -1, true
	} else {
		of := &c.made[last]
		r.Citation, r.author, r.lost = of.Citation, of.author, of.lost
		r.Via, r.Seen = "", ""
		if of.from >= 0 && of.lost {
			r.from = of.from
		}
	}
	return c.keepShelf(p, r, ps, end)
}

// gap reports whether notes are missing between a reference and the note that
// repeats it. Numbers begin anew with a page or chapter, so only a number that is
// too high tells.
func (c *citer) gap(last, label int) bool {
	before := c.made[last].label
	return label > 0 && (before > 0 && label > before+1 || before > 0 && label < before && label > 1) && !c.noteBetween(last, label)
}

// noteBetween reports whether the document has the note before the one with this
// label: then it held no reference that could be read, which an "ibid." passes over.
func (c *citer) noteBetween(last, label int) bool {
	from := c.ts.Tokens[c.made[last].first].Paragraph
	for n := len(c.ts.Paragraphs) - 1; n > from; n-- {
		p := &c.ts.Paragraphs[n]
		if p.Kind != "note" {
			continue
		}
		if l, _ := c.label(p); l == label-1 {
			return true
		}
	}
	return false
}

func (c *citer) separator(i int) int {
	for c.is(i, ".") || c.is(i, ",") || c.is(i, "-") {
		i++
	}
	return i
}

// via notes that a reference is known through another work, which follows it and is
// a reference of its own.
func (c *citer) via(p *token.Paragraph, r *reference) (through reference, ok bool) {
	for i := r.end; i < p.Last && i < r.end+3; i++ {
		h, ok := c.at(i, "via")
		if !ok {
			if c.is(i, ",") || c.is(i, ".") || c.is(i, "(") || c.is(i, "-") || c.is(i, ";") {
				continue
			}
			break
		}
		from := c.stop(h.end)
		if c.is(from, ":") {
			from++
		}
		end := from
		for end < p.Last && !c.is(end, ";") {
			end++
		}
		r.Via = strings.Trim(c.text(from, end), " .,:;)")
		r.end = end
		through, ok = c.work(from, end)
		through.from, through.label, through.rule = -1, r.label, "work cited through"
		return through, ok
	}
	return reference{}, false
}

// series reads the reference of an English archive that counts by series and piece:
// "FO 17/123, fol. 4", "IOR/L/PS/10/836".
func (c *citer) series(p *token.Paragraph, i, label int) int {
	h, ok := c.at(i, "series")
	if !ok || !isAcronym(c.ts.Tokens[i].Text) && h.end == i+1 {
		return i
	}
	end := c.stop(h.end)
	num := end
	for c.is(end, "/") && end+1 < p.Last && c.ts.Tokens[end+1].Sort == token.Word {
		end += 2
		num = end
	}
	if c.is(num, "/") {
		num++
	}
	if num >= p.Last || c.ts.Tokens[num].Sort != token.Number || !c.is(num+1, "/") || num+2 >= p.Last || c.ts.Tokens[num+2].Sort != token.Number {
		return i
	}
	r := reference{first: i, from: -1, label: label, rule: "series"}
	if a := c.archiveBefore(p, i); a < i {
		r.first, r.Archive = a, c.text(a, c.trimEnd(a, i))
	}
	last := num + 2
	for c.is(last+1, "/") && last+2 < p.Last && c.ts.Tokens[last+2].Sort == token.Number {
		last += 2
	}
	r.Citation.Fond = c.text(i, last-1)
	r.Citation.Delo = c.text(last, last+1)
	end = last + 1
	ps, next := c.parts(p, c.separator(end), true)
	var rest []part
	for _, s := range ps {
		if s.field == "fond" { // "f. 12" is a folio once the piece is named
			s.field = "folio"
		}
		rest = append(rest, s)
	}
	if len(rest) == 0 {
		next = c.stop(end)
	}
	return c.keepShelf(p, r, rest, next)
}

// numbered reads an archive's name with a number of the file and nothing else:
// "National Archives of India, Foreign Department, Secret, September 1879, No. 12".
func (c *citer) numbered(p *token.Paragraph, i, label int) int {
	if !c.isAny(i, "archive") || !c.ts.Tokens[i].Cap {
		return i
	}
	first := i
	for first > p.First && c.ts.Tokens[first-1].Sort == token.Word && c.ts.Tokens[first-1].Cap && !c.ts.Pack(i).IsFrequent(c.ts.Tokens[first-1].Norm) {
		first--
	}
	name := i + 1
	for name < p.Last && c.ts.Tokens[name].Sort == token.Word {
		name++
	}
	if !c.is(name, ",") {
		return i
	}
	for j := name; j < p.Last && j < name+16; j++ {
		if c.is(j, ";") || c.is(j, ".") && !c.glued(j) {
			break
		}
		s, ok := c.part(j, true)
		if ok && s.field == "fond" {
			return i
		}
		if ok && s.field == "number" {
			r := reference{first: first, from: -1, label: label, rule: "numbered file",
				Citation: chancery.Citation{Archive: c.text(first, name), Delo: s.value}}
			return c.keepShelf(p, r, nil, c.stop(s.end))
		}
	}
	return i
}
