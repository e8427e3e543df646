package pdfium

import (
	"errors"
	"fmt"
)

// stopAt is an address of the engine's memory that its compiler leaves unused: the
// first kilobyte is kept free so that writing through a null pointer hits nothing.
// While it holds anything but zero, the engine stops at the next turn of any loop.
const stopAt = 512

// guarded adds to every loop of a WebAssembly program the test whether it should
// stop. The runtime's own test of this kind makes PDFium four times slower, since it
// leaves the compiled code each time; this one reads a word of memory.
func guarded(program []byte) ([]byte, error) {
	const header, codeSection = 8, 10
	if len(program) < header {
		return nil, errors.New("it is no WebAssembly")
	}
	out := append(make([]byte, 0, len(program)+len(program)/8), program[:header]...)
	for r := (reader{b: program, at: header}); r.at < len(program); {
		id := r.byte()
		body := r.bytes(int(r.number()))
		if r.failed {
			return nil, errors.New("a section of the program ends too early")
		}
		if id == codeSection {
			var err error
			if body, err = guardedCode(body); err != nil {
				return nil, err
			}
		}
		out = appendNumber(append(out, id), uint32(len(body)))
		out = append(out, body...)
	}
	return out, nil
}

// guardedCode does it for the section that holds the functions.
func guardedCode(section []byte) ([]byte, error) {
	r := reader{b: section}
	count := r.number()
	out := appendNumber(nil, count)
	for n := range count {
		body := r.bytes(int(r.number()))
		if r.failed {
			return nil, fmt.Errorf("function %d of the program ends too early", n)
		}
		g, err := guardedFunction(body)
		if err != nil {
			return nil, fmt.Errorf("function %d of the program: %w", n, err)
		}
		out = append(appendNumber(out, uint32(len(g))), g...)
	}
	return out, nil
}

// guardedFunction copies a function and inserts the test behind the head of each loop:
// i32.const stopAt, i32.load, if, unreachable, end.
func guardedFunction(body []byte) ([]byte, error) {
	const loop = 0x03
	test := append(appendNumber([]byte{0x41}, stopAt), 0x28, 0x02, 0x00, 0x04, 0x40, 0x00, 0x0b)
	r := reader{b: body}
	for n := r.number(); n > 0 && !r.failed; n-- { // groups of locals: how many, of which type
		r.number()
		r.byte()
	}
	out := make([]byte, 0, len(body)+len(body)/4)
	copied := 0
	for r.at < len(body) && !r.failed {
		op := r.byte()
		if !r.skipOperands(op) {
			return nil, fmt.Errorf("instruction %#x is not known", op)
		}
		if op == loop {
			out = append(append(out, body[copied:r.at]...), test...)
			copied = r.at
		}
	}
	if r.failed {
		return nil, errors.New("it ends too early")
	}
	return append(out, body[copied:]...), nil
}

// reader reads the binary form of WebAssembly (webassembly.github.io/spec, chapter 5).
// After the end it gives zeros and has failed.
type reader struct {
	b      []byte
	at     int
	failed bool
}

func (r *reader) byte() byte {
	if r.at >= len(r.b) {
		r.failed = true
		return 0
	}
	r.at++
	return r.b[r.at-1]
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b)-r.at {
		r.failed = true
		return nil
	}
	r.at += n
	return r.b[r.at-n : r.at]
}

// number reads an unsigned number of at most 32 bits, seven bits a byte.
func (r *reader) number() uint32 {
	var n uint32
	for shift := 0; shift < 35; shift += 7 {
		c := r.byte()
		n |= uint32(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	r.failed = true
	return 0
}

// skipNumbers passes over numbers of any size and sign.
func (r *reader) skipNumbers(n int) {
	for range n {
		for r.byte() >= 0x80 {
			continue
		}
	}
}

func appendNumber(b []byte, n uint32) []byte {
	for n >= 0x80 {
		b = append(b, byte(n)|0x80)
		n >>= 7
	}
	return append(b, byte(n))
}

// skipOperands passes over what follows an instruction; false for one not known.
func (r *reader) skipOperands(op byte) bool {
	switch {
	case op <= 0x01, op == 0x05, op == 0x0b, op == 0x0f, op == 0x1a, op == 0x1b, op >= 0x45 && op <= 0xc4, op == 0xd1:
	case op >= 0x02 && op <= 0x04, op == 0x0c, op == 0x0d, op == 0x10, op == 0x12, op >= 0x20 && op <= 0x26,
		op >= 0x3f && op <= 0x42, op == 0xd0, op == 0xd2:
		r.skipNumbers(1)
	case op == 0x11, op == 0x13, op >= 0x28 && op <= 0x3e:
		r.skipNumbers(2)
	case op == 0x0e, op == 0x1c: // br_table has a default behind its list
		n := int(min(r.number(), uint32(len(r.b))))
		if op == 0x0e {
			n++
		}
		r.skipNumbers(n)
	case op == 0x43:
		r.bytes(4)
	case op == 0x44:
		r.bytes(8)
	case op == 0xfc:
		return r.skipBulk(r.number())
	case op == 0xfd:
		r.skipVector(r.number())
	default:
		return false
	}
	return true
}

// skipBulk passes over the operands of the instructions for stretches of memory and tables.
func (r *reader) skipBulk(op uint32) bool {
	switch {
	case op <= 7:
	case op == 9, op == 11, op == 13, op >= 15 && op <= 17:
		r.skipNumbers(1)
	case op == 8, op == 10, op == 12, op == 14:
		r.skipNumbers(2)
	default:
		return false
	}
	return true
}

// skipVector passes over the operands of the vector instructions.
func (r *reader) skipVector(op uint32) {
	switch {
	case op <= 11, op == 92, op == 93:
		r.skipNumbers(2)
	case op == 12, op == 13:
		r.bytes(16)
	case op >= 21 && op <= 34:
		r.bytes(1)
	case op >= 84 && op <= 91:
		r.skipNumbers(2)
		r.bytes(1)
	}
}
