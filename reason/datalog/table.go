package datalog

// table holds the rows of a relation, one after the other, each once, and finds
// them by their values.
type table struct {
	arity int
	n     int
	data  []int32 // n rows of arity values
	slots []int32 // hash table of rows, counted from 1; 0 is free
}

func newTable(arity int) *table { return &table{arity: arity, slots: make([]int32, 16)} }

func (t *table) row(i int32) []int32 {
	at := int(i) * t.arity
	return t.data[at : at+t.arity : at+t.arity]
}

const hashFactor = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio: Knuth, TAOCP 3, 6.4

func mix(h uint64, v int32) uint64 {
	h = (h ^ uint64(uint32(v))) * hashFactor
	return h ^ h>>32
}

func hash(row []int32) uint64 {
	var h uint64
	for _, v := range row {
		h = mix(h, v)
	}
	return h
}

func equal(a, b []int32) bool {
	for i, v := range a {
		if b[i] != v {
			return false
		}
	}
	return true
}

// find gives the place of a row, or -1, and the slot that it has or would have.
func (t *table) find(row []int32) (at int32, slot uint64) {
	mask := uint64(len(t.slots) - 1)
	for slot = hash(row) & mask; ; slot = (slot + 1) & mask {
		i := t.slots[slot]
		if i == 0 {
			return -1, slot
		}
		if equal(row, t.row(i-1)) {
			return i - 1, slot
		}
	}
}

// add puts a row at the end; false when the table has it.
func (t *table) add(row []int32) bool {
	at, slot := t.find(row)
	if at >= 0 {
		return false
	}
	t.data = append(t.data, row...)
	t.n++
	t.slots[slot] = int32(t.n)
	if 2*t.n > len(t.slots) {
		t.rehash(4 * len(t.slots))
	}
	return true
}

func (t *table) rehash(size int) {
	t.slots = make([]int32, size)
	mask := uint64(size - 1)
	for i := range int32(t.n) {
		slot := hash(t.row(i)) & mask
		for t.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		t.slots[slot] = i + 1
	}
}

// copied is a table that can grow without changing t.
func (t *table) copied() *table {
	c := *t
	c.data = c.data[:len(c.data):len(c.data)]
	c.slots = append([]int32(nil), t.slots...)
	return &c
}

// index finds the rows of a table by the values of some columns, in the order in
// which they were added. Rows of equal values form a chain.
type index struct {
	columns []int
	upTo    int     // rows that are in it
	first   []int32 // by slot, or by value where direct; counted from 1
	last    []int32
	next    []int32 // by row; 0 ends a chain
	direct  bool    // one column of symbols, whose values are small numbers
	chains  int
}

// extend takes in the rows that were added since.
func (x *index) extend(t *table) {
	if x.first == nil && !x.direct {
		size := 16
		for size < 2*t.n {
			size *= 2
		}
		x.first, x.last = make([]int32, size), make([]int32, size)
	}
	for len(x.next) < t.n {
		x.next = append(x.next, 0)
	}
	for ; x.upTo < t.n; x.upTo++ {
		if !x.direct && 2*x.chains >= len(x.first) {
			x.widen(t)
		}
		row := int32(x.upTo)
		slot := x.slotOf(t, t.row(row))
		if x.first[slot] == 0 {
			x.first[slot] = row + 1
			x.chains++
		} else {
			x.next[x.last[slot]-1] = row + 1
		}
		x.last[slot] = row + 1
	}
}

func (x *index) widen(t *table) {
	first, last := x.first, x.last
	x.first, x.last = make([]int32, 2*len(first)), make([]int32, 2*len(first))
	for i, f := range first {
		if f != 0 {
			slot := x.slotOf(t, t.row(f-1))
			x.first[slot], x.last[slot] = f, last[i]
		}
	}
}

// slotOf is the slot of the chain with the values of a whole row.
func (x *index) slotOf(t *table, row []int32) uint64 {
	if x.direct {
		return uint64(row[x.columns[0]])
	}
	var h uint64
	for _, c := range x.columns {
		h = mix(h, row[c])
	}
	mask := uint64(len(x.first) - 1)
	for slot := h & mask; ; slot = (slot + 1) & mask {
		f := x.first[slot]
		if f == 0 || x.sameKey(t.row(f-1), row) {
			return slot
		}
	}
}

func (x *index) sameKey(a, b []int32) bool {
	for _, c := range x.columns {
		if a[c] != b[c] {
			return false
		}
	}
	return true
}

// find gives the first row, counted from 1, with these values of the index's
// columns; 0 when there is none. x.next leads on.
func (x *index) find(t *table, key []int32) int32 {
	if x.direct {
		return x.first[key[0]]
	}
	mask := uint64(len(x.first) - 1)
next:
	for slot := hash(key) & mask; ; slot = (slot + 1) & mask {
		f := x.first[slot]
		if f == 0 {
			return 0
		}
		row := t.row(f - 1)
		for i, c := range x.columns {
			if row[c] != key[i] {
				continue next
			}
		}
		return f
	}
}
