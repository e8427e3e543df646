package authority

import "regexp"

var singleDate = regexp.MustCompile(`^([0-9X]{4}|[0-9]{2}XX)(-(0[1-9]|1[0-2]|2[1-4]|XX))?(-(0[1-9]|[12][0-9]|3[01]|XX))?[?~%]?$`)

// edtfDate reports whether s is a date, an interval or an open end of EDTF.
func edtfDate(s string) bool {
	if s == ".." {
		return true
	}
	for i := range len(s) {
		if s[i] == '/' {
			return edtfDate(s[:i]) && edtfDate(s[i+1:])
		}
	}
	return singleDate.MatchString(s)
}
