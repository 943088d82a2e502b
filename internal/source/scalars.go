package source

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"banwen/internal/diag"
)

// Writing is how a text is written in its file.
type Writing int

// The ways of writing a text.
const (
	Plain        Writing = iota // as it is
	SingleQuoted                // '…'
	DoubleQuoted                // "…"
	Literal                     // |
	Folded                      // >
)

// Scalar is a text of a file as it stands there, untrimmed.
type Scalar struct {
	Text
	Writing Writing
	Key     bool // it names a value
	begins  diag.Pos
	isText  bool
}

// Scalars lists the texts of a file, keys too, in the order they stand in;
// none where the file cannot be read as YAML. It is for those who change a
// file's texts in place.
func Scalars(name, text string) []Scalar {
	root, err := unmarshal(text)
	if err != nil || root == nil {
		return nil
	}
	f := &file{name: name, lines: strings.Split(text, "\n"), diags: &diag.List{}}
	var all []Scalar
	f.scalars(root, false, &all)
	return all
}

func (f *file) scalars(n *yaml.Node, isKey bool, all *[]Scalar) {
	if n.Kind == yaml.ScalarNode {
		*all = append(*all, Scalar{
			Text: f.text(n), Writing: writingOf(n.Style), Key: isKey, begins: f.nodePos(n), isText: n.ShortTag() == "!!str",
		})
		return
	}
	for i, child := range n.Content {
		f.scalars(child, n.Kind == yaml.MappingNode && i%2 == 0, all)
	}
}

func writingOf(s yaml.Style) Writing {
	switch {
	case s&yaml.LiteralStyle != 0:
		return Literal
	case s&yaml.FoldedStyle != 0:
		return Folded
	case s&yaml.SingleQuotedStyle != 0:
		return SingleQuoted
	case s&yaml.DoubleQuotedStyle != 0:
		return DoubleQuoted
	default:
		return Plain
	}
}

// Begins is where what stands for the text in its file begins: the text, its
// opening quote, or the | or > before it.
func (s Scalar) Begins() diag.Pos { return s.begins }

// IsText tells whether YAML takes the scalar for a text, not for null, a
// number or a truth value.
func (s Scalar) IsText() bool { return s.isText }
