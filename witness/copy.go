package witness

import (
	"fmt"
	"slices"
)

const (
	runLength    = 5   // words
	fewestRuns   = 8   // below which sharing proves nothing
	copyShare    = 500 // per mille of the shorter one's runs
	wholeShare   = 600 // of the longer one's runs: then it is a copy and no excerpt
	commonRun    = 40  // documents with the same run, such as a form of words
	sampledAbove = 4000
)

// copies finds documents that share runs of words.
func copies(texts []Text) []Pair {
	lists := make([][]uint64, len(texts))
	for n, t := range texts {
		lists[n] = runs(t.Words)
	}
	var out []Pair
	for at, n := range shared(lists, commonRun) {
		a, b := at[0], at[1]
		if len(lists[a]) > len(lists[b]) {
			a, b = b, a
		}
		share := perMille(n, len(lists[a]))
		if n < fewestRuns || share < copyShare {
			continue
		}
		p := Pair{First: texts[a].ID, Second: texts[b].ID, Kind: Excerpt, Share: share, Evidence: firstShared(texts[a].Words, lists[b])}
		if perMille(n, len(lists[b])) >= wholeShare {
			p.Kind = Copy
			p.First, p.Second = min(p.First, p.Second), max(p.First, p.Second)
		}
		out = append(out, p)
	}
	return out
}

// runs is the runs of words of a text, each once, in order; of a long text those whose
// hash is divisible by four, the same in every text that has them.
func runs(words []string) []uint64 {
	var out []uint64
	for i := 0; i+runLength <= len(words); i++ {
		if h := runHash(words[i : i+runLength]); len(words) < sampledAbove || h%4 == 0 {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// firstShared is the first run of words that is among the runs of another text.
func firstShared(words []string, other []uint64) string {
	for i := 0; i+runLength <= len(words); i++ {
		if _, ok := slices.BinarySearch(other, runHash(words[i:i+runLength])); ok {
			end := i + runLength
			for end < len(words) {
				if _, ok := slices.BinarySearch(other, runHash(words[end-runLength+1:end+1])); !ok {
					break
				}
				end++
			}
			return fmt.Sprintf("both have %q", list(words[i:end], 12))
		}
	}
	return "both have the same words"
}
