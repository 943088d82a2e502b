package reference

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// What an XML part may hold.
const (
	maxDepth    = 256
	maxElements = 400_000
)

// element is an element of a part.
type element struct {
	name     string // w:p for WordprocessingML, else the local name of relationships; empty: foreign
	attrs    map[string]string
	children []*element
	text     string // of w:t and w:instrText
}

// The namespaces of WordprocessingML, transitional and strict.
var wordNamespaces = map[string]bool{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": true,
	"http://purl.org/ooxml/wordprocessingml/main":                  true,
}

// The namespaces of the attribute that names a relationship.
var relationNamespaces = map[string]bool{
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": true,
	"http://purl.org/ooxml/officeDocument/relationships":                  true,
}

const packageNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"

// qualified names an element or attribute as this package knows it.
func qualified(n xml.Name) string {
	switch {
	case wordNamespaces[n.Space]:
		return "w:" + n.Local
	case relationNamespaces[n.Space]:
		return "r:" + n.Local
	case n.Space == packageNamespace, n.Space == "":
		return n.Local
	default:
		return ""
	}
}

// parseXML reads a part into a tree. Document types, and with them entities,
// are refused; foreign elements keep their place without their content.
func parseXML(data []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &element{}
	open, count, foreign := []*element{root}, 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errors.New("不是正确的 XML")
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.Directive:
			return nil, errors.New("XML 里有文档类型声明（DTD），不能用")
		case xml.StartElement:
			if count++; count > maxElements || len(open)+foreign > maxDepth {
				return nil, errors.New("XML 太大或套得太深")
			}
			e := newElement(t)
			if foreign > 0 || e.name == "" {
				if foreign == 0 {
					top.children = append(top.children, e)
				}
				foreign++
				continue
			}
			top.children = append(top.children, e)
			open = append(open, e)
		case xml.EndElement:
			if foreign > 0 {
				foreign--
			} else {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if foreign == 0 && (top.name == "w:t" || top.name == "w:instrText") {
				top.text += string(t)
			}
		}
	}
	if len(root.children) == 0 {
		return nil, errors.New("不是正确的 XML")
	}
	return root.children[0], nil
}

func newElement(t xml.StartElement) *element {
	e := &element{name: qualified(t.Name)}
	for _, a := range t.Attr {
		if name := qualified(a.Name); name != "" {
			if e.attrs == nil {
				e.attrs = map[string]string{}
			}
			e.attrs[name] = a.Value
		}
	}
	return e
}

// child gives the last child of a name, which is the one that holds; nil: none.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for i := len(e.children) - 1; i >= 0; i-- {
		if e.children[i].name == name {
			return e.children[i]
		}
	}
	return nil
}

// attr gives an attribute; empty where there is none.
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	return e.attrs[name]
}
