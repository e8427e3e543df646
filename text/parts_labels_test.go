package text

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// labelled is a treaty text with the headings of its articles as a person sees them.
type labelled struct {
	file, hash string
	heads      []label
}

type label struct {
	at       int
	article  string
	optional bool // finding it is neither right nor wrong
}

// readLabels reads testdata/articles: a line "file NAME SHA256", then for each heading
// its offset, the article's number and perhaps "optional".
func readLabels(t testing.TB, name string) []labelled {
	b, err := os.ReadFile(filepath.Join("testdata", "articles", name))
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for n, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		f := strings.Split(l, "\t")
		switch {
		case strings.HasPrefix(l, "#"):
		case len(f) == 3 && f[0] == "file":
			out = append(out, labelled{file: f[1], hash: f[2]})
		case len(f) >= 2 && len(out) > 0:
			at, err := strconv.Atoi(f[0])
			if err != nil {
				t.Fatalf("%s:%d: %v", name, n+1, err)
			}
			d := &out[len(out)-1]
			d.heads = append(d.heads, label{at, f[1], len(f) > 2})
		default:
			t.Fatalf("%s:%d: %q is no label", name, n+1, l)
		}
	}
	return out
}

// treatyText is a text of the treaties beside the repository; the test is skipped
// where they are not there.
func treatyText(t testing.TB, name, hash string) string {
	b, err := os.ReadFile(filepath.Join("..", "..", "shared", "data", "treaty-texts", name))
	if err != nil {
		t.Skip("the treaty texts are not beside the repository: ", err)
	}
	if h := sha256.Sum256(b); hash != "" && hex.EncodeToString(h[:]) != hash {
		t.Skipf("%s is another version than the labelled one", name)
	}
	return string(b)
}

func TestArticlesOfTreatyTextsAreWhereAPersonSeesThem(t *testing.T) {
	right, found, wanted := 0, 0, 0
	for _, d := range readLabels(t, "treaties.tsv") {
		s := treatyText(t, d.file, d.hash)
		want := map[int]string{}
		free := map[int]bool{}
		for _, h := range d.heads {
			if h.optional {
				free[h.at] = true
				continue
			}
			want[h.at] = h.article
			wanted++
		}
		for _, p := range Parts(s) {
			if p.Kind != ArticlePart || free[p.Start] {
				continue
			}
			found++
			if want[p.Start] == p.Number {
				right++
				delete(want, p.Start)
			} else {
				t.Logf("%s: %d is no heading of article %s: %q", d.file, p.Start, p.Number, around(s, p.Start))
			}
		}
		for at, a := range want {
			t.Logf("%s: article %s at %d is missed: %q", d.file, a, at, around(s, at))
		}
	}
	// 2pr/(p+r), in thousandths
	f1 := 2000 * right / max(1, found+wanted)
	t.Logf("%d of %d found are right, %d wanted: F1 %d/1000", right, found, wanted, f1)
	if f1 < 970 {
		t.Errorf("F1 is %d/1000, it was 970 or more", f1)
	}
}

func around(s string, at int) string { return s[max(0, at-30):min(len(s), at+40)] }
