package textfile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/diag"
)

// byteOrderMarks begin files that are not UTF-8.
var byteOrderMarks = []string{"\xff\xfe", "\xfe\xff", "\x00\x00\xfe\xff"}

const saveAsUTF8 = "用记事本或 WPS 打开，另存为 UTF-8 编码"

// Decode makes text of a file's bytes: without the byte order mark, each line
// ended by \n. Anything that is no readable UTF-8 text is reported, and no
// text comes back.
func Decode(name string, data []byte, diags *diag.List) (string, bool) {
	for _, mark := range byteOrderMarks {
		if bytes.HasPrefix(data, []byte(mark)) {
			diags.Errorf(diag.Pos{File: name, Line: 1, Col: 1}, saveAsUTF8, "文件是 UTF-16 或 UTF-32 编码，不是 UTF-8 编码")
			return "", false
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if at := firstInvalid(data); at >= 0 {
		diags.Errorf(place(name, data, at), saveAsUTF8, "不是 UTF-8 编码（可能是 GBK）")
		return "", false
	}
	text := strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n")
	if at := strings.IndexFunc(text, Unwanted); at >= 0 {
		reportUnwanted(name, text, at, diags)
		return "", false
	}
	return text, true
}

// firstInvalid is the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// place is where the byte at an offset stands in a file's bytes.
func place(name string, data []byte, offset int) diag.Pos {
	before := bytes.ReplaceAll(bytes.ReplaceAll(data[:offset], []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	start := bytes.LastIndexByte(before, '\n') + 1
	return diag.Pos{File: name, Line: bytes.Count(before, []byte("\n")) + 1, Col: utf8.RuneCount(before[start:]) + 1}
}

// Unwanted tells whether a character has no place in any text: control
// characters but for tab and line end, characters that cannot be seen, and
// code points that are no characters.
func Unwanted(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < utf8.RuneSelf:
		return unicode.IsControl(r)
	case r >= 0x3000 && r < 0xD800: // Chinese, nearly all there is
		return false
	default:
		return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r&0xFFFE == 0xFFFE
	}
}

func reportUnwanted(name, text string, at int, diags *diag.List) {
	r, _ := utf8.DecodeRuneInString(text[at:])
	count := 0
	for _, other := range text {
		if Unwanted(other) {
			count++
		}
	}
	message, hint := Describe(r), "删去它，重新输入这一处"
	if count > 1 {
		message += fmt.Sprintf("，全文共 %d 处这样的字符", count)
	}
	if r == 0 {
		hint = "文件可能不是文本，或是 UTF-16 编码；" + saveAsUTF8
	}
	diags.Errorf(place(name, []byte(text), at), hint, "%s", message)
}

// Describe names a character that is unwanted.
func Describe(r rune) string {
	if unicode.IsControl(r) {
		return fmt.Sprintf("有控制字符 U+%04X", r)
	}
	return fmt.Sprintf("有看不见的字符 U+%04X", r)
}
