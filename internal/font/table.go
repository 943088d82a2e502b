package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// table is one table of a font. A field beyond its end reads as 0, so that a
// damaged font cannot make the reader panic; where 0 would be taken for a
// value, lengths are checked first.
type table []byte

func (t table) u16(at int) uint16 {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return binary.BigEndian.Uint16(t[at:])
}

func (t table) i16(at int) int16 { return int16(t.u16(at)) }

func (t table) u32(at int) uint32 {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return binary.BigEndian.Uint32(t[at:])
}

// slice gives the bytes from at on, at most n; empty when at is beyond the end.
func (t table) slice(at, n int) table {
	if at < 0 || at > len(t) || n < 0 {
		return nil
	}
	return t[at:min(len(t), at+n)]
}

// The first four bytes of the kinds of font file.
const (
	trueType     = 0x00010000
	appleTrue    = 0x74727565 // true
	openTypeCFF  = 0x4F54544F // OTTO
	collection   = 0x74746366 // ttcf
	webFont      = 0x774F4646 // wOFF
	webFont2     = 0x774F4632 // wOF2
	directoryRow = 16         // tag, checksum, offset, length
)

// readDirectory reads the table directory and gives the tables by tag.
func readDirectory(data []byte) (map[string]table, error) {
	file := table(data)
	if err := checkKind(file); err != nil {
		return nil, err
	}
	count := int(file.u16(4))
	rows := file.slice(12, count*directoryRow)
	if len(rows) < count*directoryRow {
		return nil, errors.New("字体文件已损坏：表目录不完整")
	}
	tables := make(map[string]table, count)
	for i := range count {
		row := rows[i*directoryRow:]
		tag, offset, length := string(row[:4]), int64(row.u32(8)), int64(row.u32(12))
		if offset+length > int64(len(data)) {
			return nil, fmt.Errorf("字体文件已损坏或不完整：%q 表超出文件", tag)
		}
		tables[tag] = file[offset : offset+length]
	}
	for _, tag := range required {
		if len(tables[tag]) == 0 {
			return nil, fmt.Errorf("字体文件缺少 %q 表，不能嵌入 PDF", tag)
		}
	}
	return tables, nil
}

// checkKind says what the file is when it is no plain TrueType font.
func checkKind(file table) error {
	switch file.u32(0) {
	case trueType, appleTrue:
		return nil
	case openTypeCFF:
		return errors.New("这是 OpenType/CFF 字体，请换用 TrueType（.ttf）字体")
	case collection:
		return errors.New("这是字体集（.ttc），请换用单个字体的 .ttf 文件")
	case webFont, webFont2:
		return errors.New("这是网页字体（WOFF），请换用 .ttf 文件")
	default:
		return errors.New("不是 TrueType 字体文件（.ttf）")
	}
}
