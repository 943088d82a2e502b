package xml_test

import (
	"testing"

	"banwen/internal/render/docx/xml"

	"github.com/stretchr/testify/require"
)

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

func TestDocument(t *testing.T) {
	for _, c := range []struct {
		name string
		node *xml.Node
		want string
	}{
		{"empty", xml.E("w:p", nil), `<w:p/>`},
		{"attributes keep their order", xml.E("a", xml.A("z", "1", "b", "2")), `<a z="1" b="2"/>`},
		{"absent children", xml.E("a", nil, nil, xml.E("b", nil), nil), `<a><b/></a>`},
		{"text", xml.E("a", nil, xml.T("甲"), xml.E("b", nil, xml.T("乙"))), `<a>甲<b>乙</b></a>`},
		{"no text is no content", xml.E("a", nil, xml.T("")), `<a/>`},
		{"markup in text", xml.E("a", nil, xml.T(`<&>]]>"`)), `<a>&lt;&amp;&gt;]]&gt;"</a>`},
		{"markup in an attribute", xml.E("a", xml.A("b", "<&\"\n\t\r>")), `<a b="&lt;&amp;&quot;&#10;&#9;&#13;&gt;"/>`},
		{"forbidden characters", xml.E("a", nil, xml.T("甲\x00\x1b\uFFFE\uFFFF乙\x7f")), "<a>甲乙\x7f</a>"},
		{"not UTF-8", xml.E("a", nil, xml.T("甲\xff乙")), "<a>甲\uFFFD乙</a>"},
		{"beyond U+FFFF", xml.E("a", nil, xml.T("𬭎")), "<a>𬭎</a>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, declaration+c.want, string(c.node.Document()))
		})
	}
}

func TestAdd(t *testing.T) {
	n := xml.E("a", nil)
	n.Add(nil, xml.E("b", nil), nil)
	require.Equal(t, declaration+`<a><b/></a>`, string(n.Document()))
}
