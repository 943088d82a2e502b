package pdf

import (
	"slices"
	"strconv"
)

const (
	cmapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
	cmapFoot = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
	cmapBlock = 100 // the most entries a block may have
)

// toUnicode is the CMap from codes to characters, by which text is copied
// and searched (ISO 32000-1, 9.10.3).
func (u *usedFont) toUnicode() []byte {
	b := []byte(cmapHead)
	code := uint16(0)
	for block := range slices.Chunk(u.signs, cmapBlock) {
		b = strconv.AppendInt(b, int64(len(block)), 10)
		b = append(b, " beginbfchar\n"...)
		for _, s := range block {
			code++
			b = appendHex16(append(b, '<'), code)
			b = appendUTF16(append(b, "> <"...), s.char())
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, cmapFoot...)
}
