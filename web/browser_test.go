package web_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser opens Debian's chromium with a profile of its own.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CHANCERY_NEED_CHROMIUM") != "" {
			t.Fatal("chromium is not here, and CHANCERY_NEED_CHROMIUM is set; install it with apt-get install chromium")
		}
		t.Skip("chromium is not here; install it with apt-get install chromium to follow a quote in a browser")
	}
	opts := []chromedp.ExecAllocatorOption{chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()), chromedp.NoFirstRun}
	for _, flag := range []string{"headless", "no-sandbox", "disable-gpu", "disable-quic", "disable-background-networking",
		"disable-component-update", "disable-sync", "no-default-browser-check", "hide-scrollbars"} {
		opts = append(opts, chromedp.Flag(flag, true))
	}
	ctx, stopAllocator := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stopBrowser := chromedp.NewContext(ctx)
	t.Cleanup(func() {
		stopBrowser()
		stopAllocator()
	})
	// The browser lives as long as the context of its first action, so the time
	// limit is set only on those that follow.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("open chromium: %v", err)
	}
	ctx, stop := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(stop)
	return ctx
}

// picture saves what the window shows, in the folder that CHANCERY_PICTURES names
// for people who want to look, else where it is thrown away.
func picture(ctx context.Context, t *testing.T, name string, shoot chromedp.Action[[]byte]) {
	t.Helper()
	dir := os.Getenv("CHANCERY_PICTURES")
	if dir == "" {
		dir = t.TempDir()
	}
	png, err := chromedp.Run(ctx, shoot)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600)
	}
	if err != nil {
		t.Errorf("picture of %s: %v", name, err)
	}
}

// open does what leads to a page and waits for it.
func open(ctx context.Context, t *testing.T, step chromedp.Action[chromedp.Void]) {
	t.Helper()
	if _, err := chromedp.RunResponse(ctx, step); err != nil {
		t.Fatalf("open a page: %v", err)
	}
}

func run[T any](ctx context.Context, t *testing.T, a chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// inWindow tells whether the evidence is in the window, and whether the page is
// wider than it.
const inWindow = `(() => {
	const m = document.getElementById("q").getClientRects(), d = document.documentElement;
	const seen = m.length > 0 && [...m].every(r => r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth);
	return {seen, hash: location.hash, wide: d.scrollWidth > innerWidth};
})()`

type window struct {
	Seen, Wide bool
	Hash       string
}

func TestAQuoteIsFollowedToItsSentence(t *testing.T) {
	s := newSample(t)
	server := httptest.NewServer(pages(t, s.store))
	t.Cleanup(server.Close)
	ctx := browser(t)
	const details = "ol.life li:nth-child(2) details"
	for _, width := range []int64{1240, 390} {
		run(ctx, t, chromedp.EmulateViewport(width, 820))
		open(ctx, t, chromedp.Navigate(server.URL+"/"))
		picture(ctx, t, fmt.Sprintf("home-%d", width), chromedp.FullScreenshot(100))
		open(ctx, t, chromedp.Click(`//tbody//a[contains(., "Treaty of Aigun")]`))
		picture(ctx, t, fmt.Sprintf("instrument-%d", width), chromedp.FullScreenshot(100))
		if run(ctx, t, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > innerWidth`)) {
			t.Errorf("%d wide: the instrument's page is wider than the window", width)
		}
		run(ctx, t, chromedp.Click(chromedp.CSS(details+" summary")))
		run(ctx, t, chromedp.WaitVisible(chromedp.CSS(details+" blockquote")))
		quote := run(ctx, t, chromedp.TextContent(chromedp.CSS(details+" blockquote")))
		picture(ctx, t, fmt.Sprintf("quote-%d", width), chromedp.CaptureScreenshot())
		open(ctx, t, chromedp.Click(chromedp.CSS(details+" a.read")))
		mark := run(ctx, t, chromedp.TextContent(chromedp.CSS("#q")))
		there := run(ctx, t, chromedp.Evaluate[window](inWindow))
		picture(ctx, t, fmt.Sprintf("reader-%d", width), chromedp.CaptureScreenshot())
		picture(ctx, t, fmt.Sprintf("document-%d", width), chromedp.FullScreenshot(100))
		if strings.TrimSpace(quote) == "" || mark != quote {
			t.Errorf("%d wide: the mark is %q, the quote %q", width, mark, quote)
		}
		if !there.Seen || there.Hash != "#q" {
			t.Errorf("%d wide: the marked words are not in the window: %+v", width, there)
		}
		if there.Wide {
			t.Errorf("%d wide: the document's page is wider than the window", width)
		}
	}
}

func TestEvidenceIsScrolledToWhereverItStands(t *testing.T) {
	s := newSample(t)
	server := httptest.NewServer(pages(t, s.store))
	t.Cleanup(server.Close)
	ctx := browser(t)
	run(ctx, t, chromedp.EmulateViewport(390, 560))
	for _, c := range s.claims[:14] {
		open(ctx, t, chromedp.Navigate(server.URL+"/d/"+c.Doc+"?c="+string(c.ID)+"#q"))
		mark := run(ctx, t, chromedp.TextContent(chromedp.CSS("#q")))
		there := run(ctx, t, chromedp.Evaluate[window](inWindow))
		if mark != c.Quote.Text || !there.Seen {
			t.Errorf("%q: seen %v, marked %q", c.Quote.Text, there.Seen, mark)
		}
	}
}
