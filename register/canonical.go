package register

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"example.org/chancery"
)

// maxInteger is the largest integer that every JSON reader holds exactly (2^53).
const maxInteger = 1 << 53

// Canonical is the one way to write a JSON value: keys sorted by their bytes, no
// space between tokens, only `"`, `\` and control characters escaped, integers only
// and none beyond 2^53. A fraction is an error: floating point has no place in the
// log, decimal strings hold amounts.
func Canonical(b []byte) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, &chancery.Error{Kind: chancery.Invalid, Doing: "bring JSON into canonical form", Cause: err}
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, chancery.Errorf(chancery.Invalid, "bring JSON into canonical form", "", "something follows the value")
	}
	out := make([]byte, 0, len(b))
	return appendCanonical(out, v, "")
}

func encode(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return Canonical(b.Bytes())
}

func appendCanonical(out []byte, v any, path string) ([]byte, error) {
	var err error
	switch v := v.(type) {
	case nil:
		return append(out, "null"...), nil
	case bool:
		return strconv.AppendBool(out, v), nil
	case string:
		return appendString(out, v), nil
	case json.Number:
		n, err := strconv.ParseInt(v.String(), 10, 64)
		if err != nil || n > maxInteger || n < -maxInteger || v == "-0" {
			return nil, chancery.Errorf(chancery.Invalid, "write "+path+" into the log",
				"give it as a decimal string", "%s is not an integer of at most 2^53", v)
		}
		return append(out, v...), nil
	case []any:
		out = append(out, '[')
		for i, e := range v {
			if i > 0 {
				out = append(out, ',')
			}
			if out, err = appendCanonical(out, e, fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return nil, err
			}
		}
		return append(out, ']'), nil
	case map[string]any:
		out = append(out, '{')
		for i, k := range slices.Sorted(maps.Keys(v)) {
			if i > 0 {
				out = append(out, ',')
			}
			out = append(appendString(out, k), ':')
			if out, err = appendCanonical(out, v[k], path+"."+k); err != nil {
				return nil, err
			}
		}
		return append(out, '}'), nil
	}
	return nil, chancery.Errorf(chancery.Internal, "write "+path+" into the log", "", "JSON has no %T", v)
}

func appendString(out []byte, s string) []byte {
	const digits = "0123456789abcdef"
	out = append(out, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		out = append(out, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		default:
			out = append(out, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
		}
	}
	return append(append(out, s[from:]...), '"')
}
