package xml

import "slices"

// Attr gives an attribute's value; empty where there is none.
func (n *Node) Attr(name string) string {
	for i := 0; i+1 < len(n.attrs); i += 2 {
		if n.attrs[i] == name {
			return n.attrs[i+1]
		}
	}
	return ""
}

// Attributes lists an element's attributes. The list is the caller's own.
func (n *Node) Attributes() Attrs { return slices.Clone(n.attrs) }

// Children are an element's children, those that are nil left out.
func (n *Node) Children() []*Node {
	return slices.DeleteFunc(slices.Clone(n.children), func(c *Node) bool { return c == nil })
}

// Child gives the first child of a name; nil for none.
func (n *Node) Child(name string) *Node {
	for _, c := range n.children {
		if c != nil && c.name == name {
			return c
		}
	}
	return nil
}

// Put puts a child in the place of the one of the same name, or where order,
// which lists names, has it: before the first child that comes after it there.
func (n *Node) Put(child *Node, order []string) {
	children := n.Children()
	rank := slices.Index(order, child.name)
	at := slices.IndexFunc(children, func(c *Node) bool {
		return c.name == child.name || slices.Index(order, c.name) > rank
	})
	switch {
	case at < 0:
		children = append(children, child)
	case children[at].name == child.name:
		children[at] = child
	default:
		children = slices.Insert(children, at, child)
	}
	n.children = children
}

// Prepend puts children before all others.
func (n *Node) Prepend(children ...*Node) { n.children = append(children, n.children...) }
