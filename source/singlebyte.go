package source

import (
	"strings"
	"unicode"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding/charmap"
)

// charmapOf is the table of a single-byte encoding, nil for one that is not read.
func charmapOf(name string) *charmap.Charmap {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "windows-1251", "cp1251", "win-1251", "x-cp1251":
		return charmap.Windows1251
	case "koi8-r", "koi8r", "koi8":
		return charmap.KOI8R
	case "koi8-u":
		return charmap.KOI8U
	case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii":
		return charmap.Windows1252
	case "iso-8859-5":
		return charmap.ISO8859_5
	case "ibm866", "cp866", "ibm-code-page-866":
		return charmap.CodePage866
	}
	return nil
}

// singleByte names the encoding of bytes that are not Unicode. Cyrillic is judged
// by how often letters and pairs of letters occur in Russian; only where that does
// not speak is chardet asked, and the file's own word taken.
func singleByte(b []byte, declared string) string {
	best, score := "", 0
	for _, name := range []string{"windows-1251", "koi8-r", "ibm866"} {
		if s := cyrillicScore(b, charmapOf(name)); s > score {
			best, score = name, s
		}
	}
	if best != "" {
		return best
	}
	for _, name := range []string{declared, chardet.Detect(b[:min(len(b), 64<<10)]).Encoding} {
		if m := charmapOf(name); m != nil {
			return strings.ReplaceAll(strings.ToLower(m.String()), " ", "-")
		}
	}
	return "windows-1252"
}

// cyrillicScore is positive when the bytes above ASCII, read by m, look like
// Russian. It is the higher the more they do.
func cyrillicScore(b []byte, m *charmap.Charmap) int {
	score, seen := 0, 0
	prev := ' '
	for _, c := range b {
		if c < 0x80 {
			prev = rune(c)
			continue
		}
		r := m.DecodeByte(c)
		if seen++; seen > 20000 {
			break
		}
		score += letterScore(prev, r)
		prev = r
	}
	return score
}

// letterScore is how much a character above ASCII behind another looks like Russian.
func letterScore(prev, r rune) int {
	score := 0
	switch {
	case unicode.IsLower(r):
		score = 2*strings.Count("оаиеснртвл", string(r)) - 1
		if prev >= 0x400 && strings.Contains(frequentPairs, string([]rune{prev, r})) {
			score += 3
		}
		if unicode.IsUpper(prev) {
			score++
		}
	case unicode.IsUpper(r):
		score = -1
		if unicode.IsLower(prev) {
			score -= 6
		}
	case strings.ContainsRune("«»—–№\u00a0…“”", r):
	default:
		score = -4
	}
	return score
}

// frequentPairs are the commonest pairs of letters in Russian, counted over the
// texts of this repository's corpus.
const frequentPairs = "ст ан по го ор ра та ов ск ос во ре ер ко то ро ен ал на ни пр ли ог од но ла не ат до ва ис да ны ть ет ки он от ка ав"

// decodeSingleByte reads b by the table of the named encoding.
func decodeSingleByte(b []byte, name string) string {
	m := charmapOf(name)
	var s strings.Builder
	s.Grow(len(b) * 2)
	for _, c := range b {
		if c < 0x80 {
			s.WriteByte(c)
		} else {
			s.WriteRune(m.DecodeByte(c))
		}
	}
	return s.String()
}
