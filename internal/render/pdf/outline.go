package pdf

import (
	"strconv"

	"banwen/internal/style"
	"banwen/internal/typeset"
)

// node is an entry of the document outline with what stands under it.
type node struct {
	bookmark typeset.Bookmark
	ref      ref
	children []*node
}

// writeOutline writes the bookmarks (ISO 32000-1, 12.3.3), nested by level,
// and gives the reference to their root; empty when there are none.
func writeOutline(f *file, l *typeset.Layout, pages []ref) string {
	if len(l.Outline) == 0 {
		return ""
	}
	root := nest(l.Outline)
	reserveAll(f, root)
	o := outline{f: f, layout: l, pages: pages}
	f.put(root.ref, append(dict{{"Type", "/Outlines"}}, o.family(root)...).String())
	o.writeChildren(root)
	return root.ref.String()
}

// nest makes a tree of the bookmarks: each stands under the last before it
// that has a lower level.
func nest(bookmarks []typeset.Bookmark) *node {
	root := &node{}
	open := []*node{root}
	for _, b := range bookmarks {
		for len(open) > 1 && open[len(open)-1].bookmark.Level >= b.Level {
			open = open[:len(open)-1]
		}
		n := &node{bookmark: b}
		parent := open[len(open)-1]
		parent.children = append(parent.children, n)
		open = append(open, n)
	}
	return root
}

// reserveAll numbers the tree's objects in the order people read them.
func reserveAll(f *file, n *node) {
	n.ref = f.reserve()
	for _, child := range n.children {
		reserveAll(f, child)
	}
}

// outline writes the entries of an outline.
type outline struct {
	f      *file
	layout *typeset.Layout
	pages  []ref
}

func (o outline) writeChildren(parent *node) {
	for i, n := range parent.children {
		d := dict{{"Title", textString(n.bookmark.Text)}, {"Parent", parent.ref.String()}, {"Dest", destination(n.bookmark.Place, o.layout.Page, o.pages)}}
		if i > 0 {
			d = append(d, entry{"Prev", parent.children[i-1].ref.String()})
		}
		if i+1 < len(parent.children) {
			d = append(d, entry{"Next", parent.children[i+1].ref.String()})
		}
		o.f.put(n.ref, append(d, o.family(n)...).String())
		o.writeChildren(n)
	}
}

// family are the entries about what stands under n; all of it is shown open.
func (o outline) family(n *node) dict {
	if len(n.children) == 0 {
		return nil
	}
	return dict{
		{"First", n.children[0].ref.String()},
		{"Last", n.children[len(n.children)-1].ref.String()},
		{"Count", strconv.Itoa(n.descendants())},
	}
}

func (n *node) descendants() int {
	count := len(n.children)
	for _, child := range n.children {
		count += child.descendants()
	}
	return count
}

// destination leads to a place with the zoom left as it is (12.3.2).
func destination(p typeset.Place, paper style.Page, pages []ref) string {
	return "[" + pages[p.Page-1].String() + " /XYZ 0 " + points(paper.Height-p.Y) + " null]"
}
