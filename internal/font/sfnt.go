package font

import (
	"encoding/binary"
	"math/bits"
)

// file is a font file being put together; tables are added in the order of their tags.
type file struct {
	tags   []string
	tables [][]byte
}

// add adds a table; an empty one is left out.
func (f *file) add(tag string, content []byte) {
	if len(content) > 0 {
		f.tags = append(f.tags, tag)
		f.tables = append(f.tables, content)
	}
}

// bytes gives the file with its directory and checksums.
func (f *file) bytes() []byte {
	n := len(f.tags)
	at := 12 + directoryRow*n
	size := at
	for _, t := range f.tables {
		size += padded(len(t))
	}
	out := make([]byte, at, size)
	binary.BigEndian.PutUint32(out, trueType)
	log := bits.Len(uint(n)) - 1
	for i, v := range []int{n, 16 << log, log, 16*n - 16<<log} { // numTables, searchRange, entrySelector, rangeShift
		binary.BigEndian.PutUint16(out[4+2*i:], uint16(v))
	}
	head := 0
	for i, t := range f.tables {
		row := out[12+directoryRow*i:]
		copy(row, f.tags[i])
		binary.BigEndian.PutUint32(row[4:], checksum(t))
		binary.BigEndian.PutUint32(row[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(row[12:], uint32(len(t)))
		if f.tags[i] == "head" {
			head = len(out)
		}
		out = append(out, t...)
		out = append(out, make([]byte, padded(len(t))-len(t))...)
	}
	const magic = 0xB1B0AFBA // checkSumAdjustment makes the whole file sum up to this
	binary.BigEndian.PutUint32(out[head+8:], magic-checksum(out))
	return out
}

func padded(n int) int { return (n + 3) &^ 3 }

// checksum is the sum of a table's 32-bit words, the last padded with zeros.
func checksum(t table) uint32 {
	var sum uint32
	whole := len(t) &^ 3
	for i := 0; i < whole; i += 4 {
		sum += binary.BigEndian.Uint32(t[i:])
	}
	var last [4]byte
	copy(last[:], t[whole:])
	return sum + binary.BigEndian.Uint32(last[:])
}
