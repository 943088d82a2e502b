// Package xml is a tree of XML elements that writes itself the same way
// every time: attributes and children in the order they were given.
package xml

// Node is an element with attributes and children, or a piece of text.
type Node struct {
	name     string // qualified, w:p; empty for text
	attrs    Attrs
	children []*Node
	text     string
}

// Attrs are attributes: name, value, name, value.
type Attrs []string

// A lists attributes as name, value pairs.
func A(pairs ...string) Attrs { return pairs }

// E is an element. Children that are nil are left out, so that what an
// element need not have can be given by a function that may return nil.
func E(name string, attrs Attrs, children ...*Node) *Node {
	return &Node{name: name, attrs: attrs, children: children}
}

// T is a piece of text.
func T(text string) *Node { return &Node{text: text} }

// Add appends children; those that are nil are left out.
func (n *Node) Add(children ...*Node) { n.children = append(n.children, children...) }

// Set adds an attribute.
func (n *Node) Set(name, value string) { n.attrs = append(n.attrs, name, value) }

// Name is an element's qualified name, w:p; empty for text.
func (n *Node) Name() string { return n.name }

// First is an element's first child; nil where it has none.
func (n *Node) First() *Node {
	if len(n.children) == 0 {
		return nil
	}
	return n.children[0]
}
