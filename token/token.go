// Package token turns mended text into paragraphs, sentences, clauses and tokens,
// each in the language of its paragraph, and matches patterns against them.
//
// A token knows its place in the mended text; nothing here changes a word, it only
// says how a word is to be compared: Norm is the word in small letters with the old
// spelling and look-alike letters read as the plain ones.
package token

import (
	"example.org/chancery/lang"
	"example.org/chancery/text"
)

// Sort is what a token is made of.
type Sort uint8

// The sorts of token.
const (
	Word Sort = iota
	Number
	Punct
)

// Token is a word, a number or a punctuation mark.
type Token struct {
	Start, End int    // in the mended text, bytes
	Text       string // as it stands there
	Norm       string // as it is compared
	Sort       Sort
	Value      int  // of a Number, also of one in Roman figures; -1 when it has none
	Roman      bool // a word that reads as a Roman number
	Cap        bool // begins with a capital letter
	Abbrev     bool // its full stop is part of it
	Sentence   int  // counted over the document
	Clause     int  // counted over the document
	Paragraph  int  // index into Tokens.Paragraphs
}

// Paragraph is a paragraph with its language and the tokens it has.
type Paragraph struct {
	text.Paragraph
	Pack        *lang.Pack // nil when no loaded language fits
	First, Last int        // tokens, half open
	Rank        int        // its place when the lines of a list are not counted
}

// Tokens is a document in tokens.
type Tokens struct {
	Text       *text.Text
	Tokens     []Token
	Paragraphs []Paragraph
	Language   string   // of most of the document
	Units      [][]Unit // for each token, the mentions that begin there
	distinct   distinct // its words, each once
}

// Unit is a mention as patterns see it: a stretch of tokens of a kind.
type Unit struct {
	Tag string // "date", "instrument" ...
	End int    // the token after the last
	Ref int    // which mention
}

// Pack is the language of token i.
func (t *Tokens) Pack(i int) *lang.Pack { return t.Paragraphs[t.Tokens[i].Paragraph].Pack }

// bytesPerToken is fewer bytes than a token has with the space behind it, on average.
const bytesPerToken = 7

// Split makes tokens of a text, each paragraph in its own language.
func Split(t *text.Text, langs *lang.Set) *Tokens {
	ts := &Tokens{Text: t}
	id := lang.NewIdentifier(langs)
	ts.Language = id.Identify(t.Mended())
	if ts.Language == "" {
		ts.Language = id.IdentifyByTerms(t.Mended())
	}
	doc := langs.Pack(ts.Language)
	if doc == nil && len(langs.Packs) == 1 {
		doc = langs.Packs[0]
	}
	s := splitter{out: ts, lost: t.Losses.Punctuation}
	ts.Tokens = make([]Token, 0, len(t.Mended())/bytesPerToken+1)
	rank := 0
	for _, p := range t.Paragraphs {
		pack := doc
		body := t.Mended()[p.Start:p.End]
		if len(body) > shortParagraph {
			if code := id.Identify(body); code != "" {
				pack = langs.Pack(code)
			}
		}
		ts.Paragraphs = append(ts.Paragraphs, Paragraph{Paragraph: p, Pack: pack, First: len(ts.Tokens)})
		s.paragraph(len(ts.Paragraphs)-1, pack)
		last := &ts.Paragraphs[len(ts.Paragraphs)-1]
		last.Last = len(ts.Tokens)
		if !ts.listLine(last) {
			rank++
		}
		last.Rank = rank
	}
	ts.Units = make([][]Unit, len(ts.Tokens))
	return ts
}

// listLine reports whether a paragraph is a line of a list: it begins with a dash, a
// bullet or a number in brackets.
func (t *Tokens) listLine(p *Paragraph) bool {
	if p.Last-p.First < 2 {
		return false
	}
	a, b := &t.Tokens[p.First], &t.Tokens[p.First+1]
	switch {
	case a.Sort == Punct:
		return a.Norm == "-" || a.Text == "•" || a.Text == "*" || a.Text == "·"
	case b.Text == ")":
		return a.Value >= 0 || len([]rune(a.Norm)) == 1
	}
	return false
}

// shortParagraph is the length in bytes below which a paragraph takes the
// document's language: a line of abbreviations has none of its own.
const shortParagraph = 80
