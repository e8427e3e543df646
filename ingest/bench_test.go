package ingest_test

import (
	"strconv"
	"testing"

	"example.org/chancery"
	"example.org/chancery/claim"
	"example.org/chancery/ingest"
	"example.org/chancery/mention"
	"example.org/chancery/text"
	"example.org/chancery/token"
)

// BenchmarkExtract and BenchmarkResolve are the two halves of reading: what a document
// states, and whom and what it is held to mean. Ten thousand documents of the size of
// the corpus's must not take longer to resolve than to extract.
func BenchmarkExtract(b *testing.B) {
	r := reader(b)
	ds := corpusDocuments(b)
	names := mention.NewNames(r.Authority, r.Languages)
	b.SetBytes(bytesOf(ds))
	b.ReportAllocs()
	for b.Loop() {
		for i := range ds {
			extraction(r, names, &ds[i])
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	r := reader(b)
	ds := corpusDocuments(b)
	names, resolver := mention.NewNames(r.Authority, r.Languages), claim.NewResolver(r.Authority, r.Languages)
	var xs []claim.Extraction
	for i := range ds {
		xs = append(xs, extraction(r, names, &ds[i]))
	}
	b.SetBytes(bytesOf(ds))
	b.ReportAllocs()
	for b.Loop() {
		for i := range xs {
			resolver.Resolve(xs[i], ds[i].ID)
		}
	}
}

// BenchmarkPrepare makes the names of the authority ready, which every command that reads
// does once.
func BenchmarkPrepare(b *testing.B) {
	r := reader(b)
	b.ReportAllocs()
	for b.Loop() {
		r.Prepare()
	}
}

func extraction(r ingest.Reader, names *mention.Names, d *chancery.Document) claim.Extraction {
	return claim.Extract(mention.Find(token.Split(text.Clean(d), r.Languages), names), d.Hash)
}

func bytesOf(ds []chancery.Document) int64 {
	n := 0
	for i := range ds {
		n += len(ds[i].Text)
	}
	return int64(n)
}

// BenchmarkBook reads one ordinary book of each size: the time for a byte must not grow
// with the book.
func BenchmarkBook(b *testing.B) {
	for _, size := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		b.Run(strconv.Itoa(size/1000)+"kB", func(b *testing.B) {
			r := reader(b).Prepare()
			d := book(size)
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				r.Read(&d)
			}
		})
	}
}
