package ingest

import (
	"strings"
	"testing"
	"testing/fstest"

	"example.org/chancery/lang"
)

// smallPack is an English of a few words: enough for "the Treaty of Ford was signed
// on 3 July 1842". The packs that are built in have tests of their own.
func smallPack(t *testing.T, rules string) Reader {
	t.Helper()
	set, err := lang.Load(fstest.MapFS{
		"en/pack.yaml":         {Data: []byte("code: en\nname: English\nquality: draft\nscript: latin\nname_case: upper\nfrequent: [the, of, was, on, and, in, it, at]\n")},
		"en/kinds.tsv":         {Data: []byte("pattern\tkind\tweight\tnumber\ntreaty\ttreaty\tact\t\n")},
		"en/months.tsv":        {Data: []byte("form\tnumber\njuly\t7\nmay\t5\n")},
		"en/dates.rules":       {Data: []byte("d=#1-31 m={month} y=#1000-2100 => day\n")},
		"en/phrases.rules":     {Data: []byte("right of @cap\n")},
		"en/rules/event.rules": {Data: []byte(rules)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return Reader{Languages: set}
}

func rule(name, event, trigger string) string {
	return strings.Join([]string{"rule " + name, "states event " + event, "trigger " + trigger, "role instrument: required, in sentence",
		"role date: in sentence", ""}, "\n")
}
