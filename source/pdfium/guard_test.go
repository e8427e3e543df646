package pdfium

import (
	"context"
	"testing"
	"time"

	"github.com/tetratelabs/wazero"
)

// endless is a program with memory and one function, run, that turns in a loop for ever:
// (module (memory (export "memory") 1) (func (export "run") (loop (br 0))))
var endless = []byte("\x00asm\x01\x00\x00\x00" +
	"\x01\x04\x01\x60\x00\x00" + // types: one, from nothing to nothing
	"\x03\x02\x01\x00" + // functions: one, of that type
	"\x05\x03\x01\x00\x01" + // memory: one page
	"\x07\x10\x02\x06memory\x02\x00\x03run\x00\x00" + // exports
	"\x0a\x09\x01\x07\x00\x03\x40\x0c\x00\x0b\x0b") // code

func TestAnEndlessLoopStopsWhenItsTimeIsOver(t *testing.T) {
	program, err := guarded(endless)
	if err != nil {
		t.Fatal(err)
	}
	r := wazero.NewRuntime(t.Context())
	defer r.Close(context.Background())
	m, err := r.Instantiate(t.Context(), program)
	if err != nil {
		t.Fatal(err)
	}
	at := newInstance(m)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	unwatch := at.watch(ctx)
	if _, err := at.call("run"); err != context.DeadlineExceeded {
		t.Errorf("it ended with %v", err)
	}
	if unwatch() {
		t.Error("the instance would be used again")
	}
}

func TestGuardRefusesWhatItDoesNotUnderstand(t *testing.T) {
	for name, program := range map[string]string{
		"nothing":                "",
		"a section cut short":    "\x00asm\x01\x00\x00\x00\x0a\x7f\x01",
		"a function cut short":   "\x00asm\x01\x00\x00\x00\x0a\x04\x01\x07\x00\x03",
		"an unknown instruction": "\x00asm\x01\x00\x00\x00\x0a\x05\x01\x03\x00\xff\x0b",
	} {
		if _, err := guarded([]byte(program)); err == nil {
			t.Errorf("%s was taken for a program", name)
		}
	}
}

func FuzzGuard(f *testing.F) {
	f.Add(endless)
	f.Fuzz(func(t *testing.T, b []byte) {
		out, err := guarded(b)
		if err != nil {
			return
		}
		if _, err := guarded(out); err != nil {
			t.Errorf("what it made cannot be read: %v", err)
		}
	})
}
