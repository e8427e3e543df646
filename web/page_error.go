package web

import (
	"errors"
	"net/http"

	"example.org/chancery"
)

// statusOf maps what went wrong to the status of the answer.
func statusOf(err error) int {
	switch chancery.KindOf(err) {
	case chancery.Invalid:
		return http.StatusBadRequest
	case chancery.NotFound:
		return http.StatusNotFound
	case chancery.Conflict:
		return http.StatusConflict
	case chancery.Unsupported:
		return http.StatusNotImplemented
	}
	return http.StatusInternalServerError
}

type errorPage struct {
	Heading string
	Doing   string
	Why     string
	Do      string
	Retry   string // the address that failed, when trying again may help
	Links   []link
}

// link is a place to go on to.
type link struct{ Text, URL string }

// elsewhere is an error that knows where to go on.
type elsewhere struct {
	error
	links []link
}

func (e elsewhere) Unwrap() error { return e.error }

// fail shows what went wrong, and what can be done about it.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	status := statusOf(err)
	p := errorPage{Heading: "Not found", Why: err.Error()}
	var e *chancery.Error
	if errors.As(err, &e) {
		p.Doing, p.Why, p.Do = e.Doing, e.Why, e.Do
		if e.Cause != nil {
			p.Why = join(": ", p.Why, e.Cause.Error())
		}
	}
	switch status {
	case http.StatusNotFound:
	case http.StatusBadRequest:
		p.Heading = "This address cannot be understood"
	case http.StatusInternalServerError:
		s.report(err)
		p.Heading, p.Retry = "This page could not be made", r.URL.RequestURI()
		if p.Do == "" {
			p.Do = "try again; if it stays, run chancery verify and report what it says"
		}
	default:
		p.Heading, p.Retry = "This page could not be made", r.URL.RequestURI()
	}
	var on elsewhere
	if errors.As(err, &on) {
		p.Links = on.links
	}
	p.Links = append(p.Links, link{"All instruments", "/"}, link{"All sources", "/s"})
	s.write(w, r, status, content{template: "error", title: p.Heading, data: p}, frame{})
}
