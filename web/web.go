// Package web turns a view of the register into pages: a list of instruments, an
// instrument with its life and the quotes for it, a document with the evidence of
// a claim marked in its place, and the list of sources.
//
// The pages are complete without script and hold none. All text of documents is
// hostile: it reaches a page through html/template alone. The package decides
// nothing about history and writes nothing; it shows what the view holds.
//
//	http.Serve(listener, web.Handler(view, web.Options{Authority: names}))
package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"net/http"
	"strconv"

	"example.org/chancery"
	"example.org/chancery/authority"
	"example.org/chancery/register"
)

//go:embed html/*.html
var markup embed.FS

//go:embed static/chancery.css
var styleSheet []byte

//go:embed static/icon.svg
var icon []byte

// Options is what the pages need besides the register; the zero value will do.
type Options struct {
	Authority *authority.File // names of parties and of instruments in other languages; may be nil
	Log       func(error)     // told of faults of the program; may be nil
}

// Handler serves the pages for loopback. It calls view once a request, so that view
// decides how fresh the pages are; the views may be shared between calls. Requests
// under a host name that is not of this machine are refused, as are all methods but
// GET and HEAD. It panics if the templates that it carries are broken.
func Handler(view func(context.Context) (*register.View, error), o Options) http.Handler {
	sum := sha256.Sum256(styleSheet)
	s := &site{view: view, Options: o, pages: map[string]*template.Template{}, style: "/style-" + hex.EncodeToString(sum[:6]) + ".css"}
	layout := template.Must(template.ParseFS(markup, "html/layout.html", "html/quote.html"))
	for _, name := range []string{"home", "instrument", "document", "sources", "error"} {
		s.pages[name] = template.Must(template.Must(layout.Clone()).ParseFS(markup, "html/"+name+".html"))
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", s.page(s.home))
	mux.HandleFunc("/i/{key}", s.page(s.instrument))
	mux.HandleFunc("/d/{id}", s.page(s.document))
	mux.HandleFunc("/s", s.page(s.sources))
	mux.HandleFunc(s.style, serve("text/css; charset=utf-8", styleSheet))
	mux.HandleFunc("/icon.svg", serve("image/svg+xml", icon))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, chancery.Errorf(chancery.NotFound, "open "+r.URL.Path, "go to the list of instruments",
			"there is no page at this address"))
	})
	return s.guard(mux)
}

type site struct {
	Options
	view  func(context.Context) (*register.View, error)
	pages map[string]*template.Template
	style string // address of the style sheet, which changes with its content
}

// content is what a page shows, or where it is.
type content struct {
	template string
	title    string
	nav      string // the entry of the menu that the page is under
	data     any
	moved    string // the address to go to instead
}

// frame is what the layout is filled with.
type frame struct {
	Title     string
	Nav       string
	Style     string
	Documents int
	Known     int64
	HasView   bool
	Data      any
}

// page serves one kind of page from the view of the moment.
func (s *site) page(show func(*http.Request, *register.View) (content, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := s.view(r.Context())
		if err != nil {
			s.fail(w, r, err)
			return
		}
		c, err := show(r, v)
		switch {
		case err != nil:
			s.fail(w, r, err)
		case c.moved != "":
			http.Redirect(w, r, c.moved, http.StatusFound)
		default:
			s.write(w, r, http.StatusOK, c, frame{Documents: len(v.Documents()), Known: v.Known(), HasView: true})
		}
	}
}

// write renders the page whole before it sends a byte, so that a fault in the middle
// does not leave half a page.
func (s *site) write(w http.ResponseWriter, r *http.Request, status int, c content, f frame) {
	f.Title, f.Nav, f.Style, f.Data = c.title, c.nav, s.style, c.data
	var b bytes.Buffer
	if err := s.pages[c.template].ExecuteTemplate(&b, "page", f); err != nil {
		s.report(err)
		http.Error(w, "This page could not be made, which is a fault of the program. Please report it with its address.",
			http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		// The reader has gone away if this fails; nobody is left to be told.
		_, _ = w.Write(b.Bytes())
	}
}

func (s *site) report(err error) {
	if s.Log != nil {
		s.Log(err)
	}
}

// serve gives a file that stays as it is as long as the program does.
func serve(mediaType string, file []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		w.Header().Set("Content-Length", strconv.Itoa(len(file)))
		w.Header().Set("Cache-Control", "public, max-age=86400")
		if r.Method != http.MethodHead {
			_, _ = w.Write(file)
		}
	}
}
