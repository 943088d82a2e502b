package xml

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Document gives the bytes of an XML document with n as its root.
func (n *Node) Document() []byte {
	const usual = 8 << 10
	return n.appendTo(append(make([]byte, 0, usual), declaration...))
}

func (n *Node) appendTo(b []byte) []byte {
	if n == nil {
		return b
	}
	if n.name == "" {
		return appendText(b, n.text)
	}
	b = append(append(b, '<'), n.name...)
	for i := 0; i+1 < len(n.attrs); i += 2 {
		b = append(append(append(b, ' '), n.attrs[i]...), `="`...)
		b = append(appendAttr(b, n.attrs[i+1]), '"')
	}
	start := len(b)
	b = append(b, '>')
	for _, c := range n.children {
		b = c.appendTo(b)
	}
	if len(b) == start+1 {
		return append(b[:start], "/>"...)
	}
	return append(append(append(b, "</"...), n.name...), '>')
}
