// Package corpus turns documents of known content and the claims that were found in
// them into a score. Each sample is a folder: a document of our own writing, the
// facts that it states, the facts that must never be taken from it, and what sort of
// document it is. README.md says how one is made; FACTS says what a fact is.
package corpus

import (
	"bytes"
	"embed"
	"errors"
	"io"
	"io/fs"
	"path"

	"gopkg.in/yaml.v3"

	"example.org/chancery"
)

//go:embed */about.yaml */doc.* */facts.jsonl */never.jsonl
var folders embed.FS

// Sample is a document with known facts.
type Sample struct {
	Name     string // the folder's name, which is the document's id in its facts
	DocName  string // the file's name: doc.txt, doc.html
	Bytes    []byte // the document as a file
	About    About
	Gold     []chancery.Claim
	Never    []Never
	Problems []Problem // lines of the sample that cannot be read
}

// About says what sort of document a sample is.
type About struct {
	Language string `yaml:"language" json:"language"` // code of the language pack
	Kind     string `yaml:"kind" json:"kind"`         // textbook, encyclopedia, treaty text ...
	Quality  string `yaml:"quality" json:"quality"`   // clean, or how it is damaged
	Writer   string `yaml:"writer" json:"writer"`     // who wrote it: rules must hold for two writers
	Licence  string `yaml:"licence" json:"licence"`   // CC0-1.0
	Demo     bool   `yaml:"demo" json:"demo"`         // shown by `chancery demo`
	Topic    string `yaml:"topic" json:"topic"`
}

// Documents gives every sample of this folder in the order of their names. What is
// wrong with single lines is in the sample's Problems; an error means that a sample
// lacks a file or that its about.yaml cannot be read.
func Documents() ([]Sample, error) { return samples(folders) }

func samples(root fs.FS) ([]Sample, error) {
	docs, err := fs.Glob(root, "*/doc.*")
	if err != nil {
		return nil, err
	}
	var all []Sample
	for _, doc := range docs {
		s, err := sample(root, doc)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func sample(root fs.FS, doc string) (Sample, error) {
	s := Sample{Name: path.Dir(doc), DocName: path.Base(doc)}
	read := map[string][]byte{}
	for _, name := range []string{s.DocName, "about.yaml", "facts.jsonl", "never.jsonl"} {
		b, err := fs.ReadFile(root, path.Join(s.Name, name))
		if err != nil {
			return s, &chancery.Error{Kind: chancery.Invalid, Doing: "read the sample " + s.Name, Cause: err,
				Do: "give the folder a doc, about.yaml, facts.jsonl and never.jsonl as corpus/README.md says"}
		}
		read[name] = b
	}
	s.Bytes = read[s.DocName]
	about := yaml.NewDecoder(bytes.NewReader(read["about.yaml"]))
	about.KnownFields(true)
	if err := about.Decode(&s.About); err != nil && !errors.Is(err, io.EOF) {
		return s, &chancery.Error{Kind: chancery.Invalid, Doing: "read " + s.Name + "/about.yaml", Cause: err,
			Do: "use the keys that corpus/README.md lists"}
	}
	var more []Problem
	s.Gold, s.Problems = ReadGold(bytes.NewReader(read["facts.jsonl"]))
	s.Never, more = ReadNever(bytes.NewReader(read["never.jsonl"]))
	s.Problems = append(named("facts.jsonl", s.Problems), named("never.jsonl", more)...)
	return s, nil
}
