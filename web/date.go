package web

import (
	"fmt"
	"strconv"

	"example.org/chancery"
	"example.org/chancery/edtf"
)

// dating is a date in words with what is said of its calendar.
type dating struct {
	Words    string // "28 May 1858", "date not stated"
	Calendar string // "calendar not stated", "Old Style", "" without a date
	Computed string // what the date is in the other style, for a stated day
	Written  string // the stretch as it stands in another calendar
}

// String is the dating on one line.
func (d dating) String() string {
	s := join(", ", d.Words, d.Calendar)
	if d.Computed != "" {
		s += " (" + d.Computed + ")"
	}
	if d.Written != "" {
		s += ", written “" + d.Written + "”"
	}
	return s
}

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

// seasons are the groups of months that EDTF numbers 21 to 41.
var seasons = map[int]string{21: "spring", 22: "summer", 23: "autumn", 24: "winter", 25: "northern spring", 26: "northern summer",
	27: "northern autumn", 28: "northern winter", 29: "southern spring", 30: "southern summer", 31: "southern autumn",
	32: "southern winter", 33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "last quarter of",
	37: "first four months of", 38: "middle four months of", 39: "last four months of", 40: "first half of", 41: "second half of"}

var calendars = map[string]string{
	"": "calendar not stated", "unstated": "calendar not stated", "julian": "Old Style (Julian)", "gregorian": "New Style (Gregorian)",
	"julian+gregorian": "New Style; the source gives both styles",
}

// dated puts a date of a claim into words.
func dated(date, calendar string, w *chancery.Written) dating {
	if date == "" {
		d := dating{Words: "date not stated"}
		if w != nil {
			d.Written = w.Text
		}
		return d
	}
	d := dating{Words: dateWords(date)}
	var known bool
	if d.Calendar, known = calendars[calendar]; !known {
		d.Calendar = "converted to New Style from the " + capital(plain(calendar)) + " calendar of the source"
	}
	if w != nil {
		d.Written = w.Text
	}
	if parsed, err := edtf.Parse(date); err == nil && calendar == "julian" && parsed.Precision() == edtf.ToDay {
		if n, err := edtf.FromJulian(parsed); err == nil {
			d.Computed = "computed: " + dateWords(n.String()) + " New Style"
		}
	}
	return d
}

// dateWords puts an EDTF date into words; what is none is given back as it is.
func dateWords(s string) string {
	d, err := edtf.Parse(s)
	if err != nil || d.IsZero() {
		return s
	}
	start, end := d.Start(), d.End()
	switch {
	case d.IsInterval():
		switch {
		case d.OpenStart() || start.IsZero():
			return "until " + point(end)
		case d.OpenEnd():
			return "from " + point(start) + " on"
		case end.IsZero():
			return "from " + point(start) + ", end unknown"
		}
		return "from " + point(start) + " to " + point(end)
	case start != end:
		switch {
		case start.IsZero():
			return "not after " + point(end)
		case end.IsZero():
			return "not before " + point(start)
		}
		return "between " + point(start) + " and " + point(end)
	}
	return point(d)
}

// point is a single date in words, doubt first.
func point(d edtf.Date) string {
	doubt := ""
	switch {
	case d.IsApproximate() && d.IsUncertain():
		doubt = "perhaps about "
	case d.IsApproximate():
		doubt = "about "
	case d.IsUncertain():
		doubt = "perhaps "
	}
	y, m, day := d.Parts()
	return doubt + civil(d, y, m, day)
}

func civil(d edtf.Date, y, m, day int) string {
	year := "of an unknown year"
	if d.YearKnown() {
		year = yearWords(y)
	}
	switch d.Precision() {
	case edtf.ToDay:
		return fmt.Sprintf("%d %s %s", day, months[m], year)
	case edtf.ToMonth:
		return months[m] + " " + year
	case edtf.ToSeason:
		return seasons[m] + " " + year
	case edtf.ToYear:
		return year
	case edtf.ToDecade:
		return "the " + strconv.Itoa(y) + "s"
	case edtf.ToCentury:
		return fmt.Sprintf("between %d and %d", y, y+99)
	case edtf.ToMillennium:
		return fmt.Sprintf("between %d and %d", y, y+999)
	}
	return d.String()
}

func yearWords(y int) string {
	if y <= 0 {
		return strconv.Itoa(1-y) + " BC"
	}
	return strconv.Itoa(y)
}
