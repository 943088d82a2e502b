package style

import (
	"banwen/internal/diag"

	"go.yaml.in/yaml/v3"
)

// readValues reads a profile file into a flat list of values in file order:
// section.key for each [value, clause, strength] or value alone, and the plain
// keys on top.
func readValues(file string, data []byte, diags *diag.List) []Value {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		diags.Errorf(diag.Pos{File: file}, "", "版式文件不是正确的 YAML：%v", err)
		return nil
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		diags.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, "", "版式文件应由“键: 值”组成")
		return nil
	}
	var values []Value
	at := func(n *yaml.Node) diag.Pos { return diag.Pos{File: file, Line: n.Line, Col: n.Column} }
	top := root.Content[0].Content
	for i := 0; i+1 < len(top); i += 2 {
		key, node := top[i], top[i+1]
		switch node.Kind {
		case yaml.ScalarNode:
			values = append(values, Value{Key: key.Value, Value: node.Value, Pos: at(node)})
		case yaml.MappingNode:
			for j := 0; j+1 < len(node.Content); j += 2 {
				name, given := node.Content[j], node.Content[j+1]
				v, ok := readValue(given)
				if !ok {
					diags.Errorf(at(given), "写成一个值，或 [值, 条款, 强度]", "“%s.%s”不是一个版式值", key.Value, name.Value)
					continue
				}
				v.Key, v.Pos.File = key.Value+"."+name.Value, file
				values = append(values, v)
			}
		default:
			diags.Errorf(at(node), "写成“键: [值, 条款, 强度]”", "“%s”下面不是版式值", key.Value)
		}
	}
	return values
}

// What a unit's own value rests on, where it does not say.
const (
	ownClause   = "本单位惯例"
	ownStrength = "实务"
)

// readValue reads [value, clause, strength], or a value alone; false for
// anything else.
func readValue(n *yaml.Node) (Value, bool) {
	if n.Kind == yaml.ScalarNode {
		return Value{Value: n.Value, Clause: ownClause, Strength: ownStrength, Pos: diag.Pos{Line: n.Line, Col: n.Column}}, true
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) != 3 {
		return Value{}, false
	}
	value := n.Content[0]
	return Value{Value: value.Value, Clause: n.Content[1].Value, Strength: n.Content[2].Value, Pos: diag.Pos{Line: value.Line, Col: value.Column}}, true
}
