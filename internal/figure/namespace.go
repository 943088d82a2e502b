package figure

import (
	"strings"
	"unicode/utf8"
)

// namespace is the names that an area's formulas and prose may use: its own
// indicators by name, all by 工作.指标.
type namespace struct {
	area  string
	own   *nameIndex
	all   *nameIndex
	book  *Book
	quiet bool // no hints are looked for
}

// fullStop makes the two dots of 工作.指标 one.
var fullStop = strings.NewReplacer("．", ".")

// find gives the value whose name text begins with, the longest that ends
// where a name may end; its own name goes before another's full name.
func (n *namespace) find(text string) (*Value, int) {
	ends := func(length int) bool { return endsName(text[length:]) }
	own, ownSize := n.own.find(text, ends)
	all, allSize := n.all.find(text, ends)
	switch {
	case own != nil && ownSize >= allSize:
		return own, ownSize
	case all != nil:
		return all, allSize
	}
	return n.findFullWidth(text)
}

// findFullWidth is find for 工作．指标 with a full-width dot.
func (n *namespace) findFullWidth(text string) (*Value, int) {
	if !strings.Contains(text, "．") {
		return nil, 0
	}
	half := fullStop.Replace(text)
	v, size := n.all.find(half, func(length int) bool { return endsName(half[length:]) })
	if v == nil {
		return nil, 0
	}
	return v, fullWidthLength(text, size)
}

// fullWidthLength is how many bytes at the start of text become size bytes
// once its dots are half-width.
func fullWidthLength(text string, size int) int {
	for at, r := range text {
		if size <= 0 {
			return at
		}
		if r == '．' {
			size--
		} else {
			size -= utf8.RuneLen(r)
		}
	}
	return len(text)
}

// unknown says that name does not exist, and which one may be meant.
func (n *namespace) unknown(name string) (hint, message string) {
	message = "没有“" + brief(name) + "”这个指标"
	if n.quiet || n.book.hints.Spent() {
		return "", message
	}
	if hint = n.book.hints.Nearest(name, func() []string { return n.book.Names(n.area) }); hint != "" {
		return hint, message
	}
	for _, v := range n.book.All() {
		if v.Key.Name == name {
			return "别的工作的指标写成“" + v.Key.String() + "”", message
		}
	}
	if strings.ContainsAny(name, openBrackets) {
		return "可用的函数：合计、平均、最大、最小、数", message
	}
	return "", message
}

// knowsUnit tells whether u is a unit that someone would type in a formula:
// one that measures, or one that an indicator has.
func (n *namespace) knowsUnit(u Unit) bool {
	_, scale := scales[u.Name]
	_, measure := units[u.Family]
	return scale || measure || n.book.families[u.Family]
}
