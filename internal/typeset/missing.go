package typeset

import (
	"strings"

	"banwen/internal/diag"
)

// contextLength is how many characters a message quotes on each side.
const contextLength = 5

// missingKey is one character that cannot be set, in one node.
type missingKey struct {
	node string
	r    rune
}

// reportMissing reports each character that no font has, once a node.
func (s *setter) reportMissing(node string, chars []char) {
	for i := range chars {
		key := missingKey{node, chars[i].r}
		if chars[i].found || s.missing[key] {
			continue
		}
		s.missing[key] = true
		near := quote(chars[max(0, i-contextLength):min(len(chars), i+contextLength+1)])
		if printable(key.r) {
			s.diags.Errorf(diag.Pos{}, "换一个字，或换用有这个字的字体", "所有字体里都没有“%c”（%U），在“%s”处", key.r, key.r, near)
		} else {
			s.diags.Errorf(diag.Pos{}, "删去这个字符", "“%s”处有控制字符 %U，不能排版", near, key.r)
		}
		s.diags[len(s.diags)-1].Subject = string(key.r)
	}
}

// quote gives characters as text fit for a message.
func quote(chars []char) string {
	var b strings.Builder
	for i := range chars {
		if printable(chars[i].r) {
			b.WriteRune(chars[i].r)
		}
	}
	return b.String()
}
