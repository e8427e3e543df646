package source

import (
	"bytes"

	"example.org/chancery"
)

func sniffHTML(head []byte) bool {
	h := bytes.ToLower(bytes.TrimLeft(head, "\ufeff \t\r\n"))
	for _, s := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(h, []byte(s)) {
			return true
		}
	}
	return bytes.HasPrefix(h, []byte("<?xml")) && bytes.Contains(h, []byte("<html"))
}

func readHTML(name string, b []byte) (chancery.Document, []chancery.Issue, error) {
	d, i, err := readText(name, b)
	return d, i, err
}
