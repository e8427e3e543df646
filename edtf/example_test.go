package edtf_test

import (
	"fmt"

	"example.org/chancery/edtf"
)

func Example() {
	signed := edtf.Day(1858, 6, 13)
	inForce := edtf.From(signed)
	fmt.Println(edtf.Before(signed, edtf.Year(1860)), edtf.Before(signed, edtf.Year(1858)))
	fmt.Println(inForce, edtf.Contains(inForce, edtf.Month(1860, 11)))
	// Output:
	// yes unknown
	// 1858-06-13/.. yes
}

func ExampleFromJulian() {
	day, _ := edtf.FromJulian(edtf.Day(1858, 6, 1))
	year, _ := edtf.FromJulian(edtf.Year(1857))
	fmt.Println(day, year)
	// Output: 1858-06-13 [1857-01-13..1858-01-12]
}

func ExampleParse_error() {
	_, err := edtf.Parse("13.06.1858")
	fmt.Println(err)
	// Output: read date "13.06.1858": at character 3: a full stop; write year, month, day with hyphens: 1858-06-13
}

func ExampleWithYear() {
	d := edtf.MonthOfUnknownYear(5)
	fmt.Println(d, edtf.WithYear(d, 1925))
	// Output: XXXX-05 1925-05
}
