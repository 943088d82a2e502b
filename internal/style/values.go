package style

import (
	"banwen/internal/diag"

	"go.yaml.in/yaml/v3"
)

// readValues reads a profile file into a flat list of values in file order:
// section.key for each [value, clause, strength], and the plain keys on top.
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
				name, triple := node.Content[j], node.Content[j+1]
				if triple.Kind != yaml.SequenceNode || len(triple.Content) != 3 {
					diags.Errorf(at(triple), "写成 [值, 条款, 强度]", "“%s.%s”不是一个版式值", key.Value, name.Value)
					continue
				}
				values = append(values, Value{
					Key: key.Value + "." + name.Value, Value: triple.Content[0].Value,
					Clause: triple.Content[1].Value, Strength: triple.Content[2].Value,
					Pos: at(triple.Content[0]),
				})
			}
		default:
			diags.Errorf(at(node), "写成“键: [值, 条款, 强度]”", "“%s”下面不是版式值", key.Value)
		}
	}
	return values
}
