package web_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/web"
)

func get(t testing.TB, h http.Handler, path string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = "localhost:8080"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func page(t testing.TB, h http.Handler, path string) *html.Node {
	t.Helper()
	res := get(t, h, path)
	if res.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d", path, res.StatusCode)
	}
	n, err := html.Parse(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func body(t testing.TB, res *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func each(n *html.Node, do func(*html.Node)) {
	for d := range n.Descendants() {
		do(d)
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// marked is the marked text of a page, and how many marks carry the id of the evidence.
func marked(n *html.Node, class string) (string, int) {
	var b strings.Builder
	ids := 0
	each(n, func(d *html.Node) {
		if d.Data == "mark" && attr(d, "class") == class {
			b.WriteString(text(d))
			if attr(d, "id") == "q" {
				ids++
			}
		}
	})
	return b.String(), ids
}

func TestRequestsAreAnswered(t *testing.T) {
	s := newSample(t)
	h := pages(t, s.store)
	en, ru, bad := s.docs[0], s.docs[1], s.docs[2]
	for name, c := range map[string]struct {
		path     string
		status   int
		contains []string
		lacks    []string
	}{
		"list":               {"/", 200, []string{"Treaty of Aigun", "Russian Empire", "28 May 1858 (sources differ)", "2 sources", "1 source<", "3 instruments"}, []string{"style="}},
		"list, searched":     {"/?q=aigun", 200, []string{"1 instrument with", "Treaty of Aigun"}, []string{"Tientsin"}},
		"list, other script": {"/?q=Айгунский", 200, []string{"Treaty of Aigun"}, nil},
		"list, nothing":      {"/?q=%3Cscript%3Ealert", 200, []string{"No instrument has", "Show all"}, []string{"<script", "Treaty of Aigun"}},
		"list, no page":      {"/?p=9", 404, []string{"the list has 1 page"}, nil},
		"instrument": {string("/i/" + aigun), 200, []string{"Айгунский трактат", "28 May 1858", "calendar not stated",
			"New Style; the source gives both styles", "written “", "denied", "the annalist of the ministry", "Stated not to have been ratified"}, nil},
		"instrument, disagreement":        {string("/i/" + aigun), 200, []string{"Where sources differ", "20 May 1858", "said by некоторые авторы"}, nil},
		"instrument, sides of a relation": {string("/i/" + aigun), 200, []string{"is supplemented by"}, nil},
		"instrument, no such":             {"/i/none", 404, []string{"no instrument of that key", "What to do", "All instruments"}, nil},
		"instrument by an alias":          {"/i/nowhere", 302, nil, nil},
		"document":                        {"/d/" + string(en.ID), 200, []string{"A Short Chronicle", "English", en.Hash, "8 claims", "named:"}, []string{"<mark"}},
		"document, issues":                {"/d/" + string(ru.ID), 200, []string{"For reading: <bdi>Words broken at line ends were joined (1 place)", "windows-1251", "Russian", `lang="ru"`}, nil},
		"document, joined lines":          {"/d/" + string(en.ID) + "?as=text", 200, []string{`class="reader"`, "Break lines as in the file"}, nil},
		"document, no such":               {"/d/d0000", 404, []string{"no document of that id", "All sources"}, nil},
		"claim, no such":                  {"/d/" + string(en.ID) + "?c=c0", 404, []string{"no claim of that id", "without a mark"}, nil},
		"claim of another":                {"/d/" + string(en.ID) + "?c=" + string(s.claims[9].ID), 404, []string{"no claim of that id"}, nil},
		"stretch, no numbers":             {"/d/" + string(en.ID) + "?q=a-b", 400, []string{"?q=120-180"}, nil},
		"stretch, outside":                {"/d/" + string(en.ID) + "?q=0-99999", 400, []string{"within the text"}, nil},
		"stretch, backwards":              {"/d/" + string(en.ID) + "?q=9-3", 400, nil, nil},
		"stretch, half a letter":          {"/d/" + string(ru.ID) + "?q=0-1", 400, []string{"whole characters"}, nil},
		"part, no such":                   {"/d/" + string(en.ID) + "?p=2", 404, []string{"1 part"}, nil},
		"hostile document":                {"/d/" + string(bad.ID), 200, []string{"&lt;script&gt;", "The &lt;u&gt;copy&lt;/u&gt; is bad (3 places)"}, []string{"<script", "<img", "<u>", "<i>bad"}},
		"hostile instrument":              {"/i/" + url.PathEscape(string(strange)), 200, []string{"&lt;b&gt;Convention&lt;/b&gt; of Nowhere &amp; Elsewhere", "&lt;img src=x"}, []string{"<script", "<img", "<b>Conv"}},
		"sources":                         {"/s", 200, []string{"3 documents", "Russian", "ocr noise"}, []string{"<i>bad"}},
		"no such page":                    {"/nothing/here", 404, []string{"there is no page at this address", "All instruments"}, nil},
		"no such page, hostile":           {"/%3Cscript%3E", 404, []string{"&lt;script&gt;"}, []string{"<script"}},
	} {
		t.Run(name, func(t *testing.T) {
			res := get(t, h, c.path)
			got := body(t, res)
			if res.StatusCode != c.status {
				t.Errorf("status %d, want %d", res.StatusCode, c.status)
			}
			for _, w := range c.contains {
				if !strings.Contains(got, w) {
					t.Errorf("it lacks %q:\n%s", w, got)
				}
			}
			for _, w := range c.lacks {
				if strings.Contains(got, w) {
					t.Errorf("it contains %q", w)
				}
			}
		})
	}
}

func TestEveryAnswerCarriesTheHeadersThatKeepPagesHarmless(t *testing.T) {
	h := pages(t, newSample(t).store)
	for _, path := range []string{"/", "/s", "/nothing", "/icon.svg", "/d/none"} {
		res := get(t, h, path)
		for k, want := range map[string]string{"Content-Security-Policy": "default-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
			if !strings.HasPrefix(res.Header.Get(k), want) {
				t.Errorf("%s: %s is %q", path, k, res.Header.Get(k))
			}
		}
		if len(res.Cookies()) > 0 {
			t.Errorf("%s sets a cookie", path)
		}
	}
}

func TestOnlyThisMachineMayReadAndNobodyMayWrite(t *testing.T) {
	h := pages(t, newSample(t).store)
	for name, c := range map[string]struct {
		method, host string
		want         int
	}{
		"localhost":       {"GET", "localhost:8080", 200},
		"in capitals":     {"GET", "LOCALHOST", 200},
		"address":         {"GET", "127.0.0.1:99", 200},
		"other loopback":  {"GET", "127.1.2.3", 200},
		"v6":              {"GET", "[::1]:8080", 200},
		"v6, no port":     {"GET", "[::1]", 200},
		"head":            {"HEAD", "localhost", 200},
		"rebound name":    {"GET", "evil.example:8080", 421},
		"name that looks": {"GET", "localhost.evil.example", 421},
		"other address":   {"GET", "10.0.0.1", 421},
		"no host":         {"GET", "", 421},
		"post":            {"POST", "localhost", 405},
		"delete":          {"DELETE", "localhost", 405},
	} {
		r := httptest.NewRequest(c.method, "/", nil)
		r.Host = c.host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%s: status %d, want %d", name, w.Code, c.want)
		}
		if c.method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("%s: it has a body", name)
		}
	}
}

func TestAnEmptyRegisterSaysWhatToDo(t *testing.T) {
	h := pages(t, new(register.Memory))
	for _, path := range []string{"/", "/s"} {
		if got := body(t, get(t, h, path)); !strings.Contains(got, "chancery add DIR") || strings.Contains(got, "<table") {
			t.Errorf("%s: %s", path, got)
		}
	}
}

func TestDocumentsThatNameNoInstrumentAreSaidToDoSo(t *testing.T) {
	s := &sample{store: new(register.Memory)}
	s.add(t, chancery.NewDocument("empty.txt", "", "text/1"), nil, nil)
	h := pages(t, s.store)
	if got := body(t, get(t, h, "/")); !strings.Contains(got, "No instruments yet") {
		t.Error(got)
	}
	if got := body(t, get(t, h, "/d/"+string(s.docs[0].ID))); !strings.Contains(got, "The text of this document is empty") {
		t.Error(got)
	}
}

func TestAViewThatCannotBeMadeIsToldWithAWayOn(t *testing.T) {
	var told error
	h := web.Handler(func(context.Context) (*register.View, error) { return nil, errors.New("disk <gone>") },
		web.Options{Log: func(err error) { told = err }})
	res := get(t, h, "/s?x=1")
	got := body(t, res)
	if res.StatusCode != 500 || !strings.Contains(got, "disk &lt;gone&gt;") || !strings.Contains(got, `href="/s?x=1"`) {
		t.Errorf("%d %s", res.StatusCode, got)
	}
	if told == nil {
		t.Error("nobody was told")
	}
}

func TestAllLinksLeadSomewhereAndNothingIsInline(t *testing.T) {
	h := pages(t, newSample(t).store)
	seen := map[string]bool{"/": true}
	for todo := []string{"/"}; len(todo) > 0; todo = todo[1:] {
		path, fragment, _ := strings.Cut(todo[0], "#")
		n := page(t, h, path)
		ids := map[string]int{}
		headings := 0
		each(n, func(d *html.Node) {
			if id := attr(d, "id"); id != "" {
				ids[id]++
			}
			if attr(d, "style") != "" || d.Data == "style" || d.Data == "script" {
				t.Errorf("%s: %s is inline", path, d.Data)
			}
			for _, a := range d.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: %s has %s", path, d.Data, a.Key)
				}
				if (a.Key == "href" || a.Key == "src") && !strings.HasPrefix(a.Val, "#") && d.Data != "link" {
					if !strings.HasPrefix(a.Val, "/") || strings.HasPrefix(a.Val, "//") {
						t.Errorf("%s: a link leads off to %q", path, a.Val)
					}
					if !seen[a.Val] {
						seen[a.Val] = true
						todo = append(todo, a.Val)
					}
				}
			}
			if len(d.Data) == 2 && d.Data[0] == 'h' && d.Data[1] >= '1' && d.Data[1] <= '6' {
				if level := int(d.Data[1] - '0'); level > headings+1 {
					t.Errorf("%s: %s follows a heading of level %d", path, d.Data, headings)
				} else {
					headings = level
				}
			}
		})
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: %d elements are called %s", path, n, id)
			}
		}
		if fragment != "" && ids[fragment] != 1 {
			t.Errorf("%s: nothing there is called %s", todo[0], fragment)
		}
		if ids["main"] != 1 || headings == 0 {
			t.Errorf("%s: it has no main part or no heading", path)
		}
	}
	if len(seen) < 25 {
		t.Errorf("only %d addresses were found: %v", len(seen), seen)
	}
}

func TestTheStyleSheetIsSmallAndFound(t *testing.T) {
	h := pages(t, newSample(t).store)
	found := ""
	each(page(t, h, "/"), func(d *html.Node) {
		if d.Data == "link" && attr(d, "rel") == "stylesheet" {
			found = attr(d, "href")
		}
	})
	if css := body(t, get(t, h, found)); len(css) == 0 || len(css) > 30_000 {
		t.Errorf("%s has %d bytes", found, len(css))
	}
}
