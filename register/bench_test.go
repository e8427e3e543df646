package register_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/register/registertest"
)

// long is an invented document of n provisions of one instrument.
func long(doc, n int) (chancery.Document, register.Reading, *register.Resolution) {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "Article %d of convention %d leaves the ferry to both banks in year %d.\n", i, doc, 1700+i)
	}
	d := chancery.NewDocument(fmt.Sprintf("long-%d.txt", doc), text.String(), "text/1")
	r := register.Reading{Document: d.ID, Engine: "rules/1", Packs: "packs-1"}
	res := &register.Resolution{Document: d.ID, Authority: "authority-1"}
	for i := range n {
		c := registertest.Claim(&d, fmt.Sprintf("Article %d of convention %d leaves", i, doc),
			chancery.Provision{Topic: "navigation", Article: fmt.Sprint(i), From: fmt.Sprint(1700 + i%250)})
		r.Claims = append(r.Claims, c)
		res.Links = append(res.Links, register.Link{Claim: c.ID, Field: register.FieldInstrument,
			Entry: chancery.Key(fmt.Sprintf("convention-%d", doc)), Reasons: []string{"the number is the same"}})
	}
	return d, r, res
}

func BenchmarkAppendThousandDocuments(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		fresh(b, 1000)
	}
}

// hundredThousand is a register of 1,000 documents with 100 claims each.
func hundredThousand(b *testing.B) *register.Memory {
	m := new(register.Memory)
	for n := range 1000 {
		doc, reading, res := long(n, 100)
		if _, err := register.AddDocument(ctx, m, "bench", &doc, reading, res); err != nil {
			b.Fatal(err)
		}
	}
	return m
}

func BenchmarkAtHundredThousandClaims(b *testing.B) {
	m := hundredThousand(b)
	b.ReportAllocs()
	for b.Loop() {
		if v := at(b, m); len(v.Claims(register.Filter{})) != 100000 {
			b.Fatal("claims are missing")
		}
	}
}

func BenchmarkAdvanceByOneDocumentAtHundredThousandClaims(b *testing.B) {
	m := hundredThousand(b)
	v := at(b, m)
	doc, reading, res := long(1001, 100)
	if _, err := register.AddDocument(ctx, m, "bench", &doc, reading, res); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := v.Advance(ctx, m, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerifyHundredThousandClaims(b *testing.B) {
	m := hundredThousand(b)
	b.ReportAllocs()
	for b.Loop() {
		if findings, err := register.Verify(ctx, m); err != nil || len(findings) > 0 {
			b.Fatal(findings, err)
		}
	}
}
