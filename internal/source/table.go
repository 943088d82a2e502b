package source

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"banwen/internal/diag"
)

// table lists the keys of a mapping that is read into a T. Reader and JSON
// Schema both go by it.
type table[T any] struct {
	id    string // of its definition in the JSON Schema
	title string // what such a mapping is
	keys  []key[T]
	check func(v value, into *T) // what no key alone can tell; called when nothing was wrong so far
	// basedOn is the key that names another file, which then gives the required
	// keys too; empty: none does.
	basedOn string
}

// key is one key of a table.
type key[T any] struct {
	name     string
	about    string // what it means, for the JSON Schema
	example  string // a value; the hint when a required key is missing
	required bool
	shape    shape[T]
}

// entry is what the scan must know of a key.
type entry struct {
	name string
	kind kind
}

func (t table[T]) entries() []entry {
	var all []entry
	for _, k := range t.keys {
		all = append(all, entry{k.name, k.shape.kind})
	}
	return all
}

// read reads a mapping; false, with a report, when it is none.
func (t table[T]) read(v value, into *T) bool {
	if v.node.Kind != yaml.MappingNode {
		v.reportNoMapping("写成几行“键: 值”，如“" + t.keys[0].name + ": " + t.keys[0].example + "”")
		return false
	}
	before := len(*v.file.diags)
	pairs := v.pairs("")
	given := map[string]bool{}
	for _, p := range pairs {
		given[p.key.Value] = true
	}
	for _, p := range pairs {
		k, ok := t.find(p.key.Value)
		if !ok {
			// A misspelt key is read as what it was meant for, so that what
			// refers to its value is not reported as well.
			if k, ok = t.reportUnknown(v, p.key); !ok || given[k.name] {
				continue
			}
			given[k.name] = true
		}
		k.shape.read(p.value, into)
	}
	isBased := t.basedOn != "" && given[t.basedOn]
	for _, k := range t.keys {
		if k.required && !given[k.name] && !isBased {
			v.errorf("加一行“"+k.name+": "+k.example+"”", "缺少“%s”", k.name)
		}
	}
	if t.check != nil && len(*v.file.diags) == before {
		t.check(v, into)
	}
	return true
}

func (t table[T]) find(name string) (key[T], bool) {
	if i := slices.IndexFunc(t.keys, func(k key[T]) bool { return k.name == name }); i >= 0 {
		return t.keys[i], true
	}
	return key[T]{}, false
}

// reportUnknown reports a key that no such mapping has, and gives the one that
// was meant, if that can be told.
func (t table[T]) reportUnknown(v value, name Text) (key[T], bool) {
	var names []string
	for _, k := range t.keys {
		names = append(names, k.name)
	}
	v.file.diags.Errorf(name.Pos(), v.file.hintFor(name.Value, names), "%s里没有“%s”这个键", t.title, name.Value)
	meant, _ := diag.Nearest(name.Value, names)
	return t.find(meant)
}

// pair is one entry of a mapping.
type pair struct {
	key   Text
	value value
}

// pairs gives the entries of a mapping in their order, each key once; none,
// with a report, where there is no mapping.
func (v value) pairs(hint string) []pair {
	if v.node.Kind != yaml.MappingNode {
		v.reportNoMapping(hint)
		return nil
	}
	var pairs []pair
	first := map[string]Text{}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		name, ok := v.keyName(v.node.Content[i])
		if !ok {
			continue
		}
		if earlier, again := first[name.Value]; again {
			v.file.diags.Errorf(name.Pos(), "删去一处，或改名", "“%s”写了两次，第一次在第 %d 行", name.Value, earlier.Pos().Line)
			continue
		}
		first[name.Value] = name
		pairs = append(pairs, pair{key: name, value: value{
			file: v.file, node: v.node.Content[i+1], name: "“" + name.Value + "”", pos: name.Pos(),
		}})
	}
	return pairs
}

func (v value) keyName(n *yaml.Node) (Text, bool) {
	if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) == "" || strings.Contains(n.Value, "\n") {
		hint := "写成“名称: 值”"
		if strings.HasPrefix(v.file.rest(n), "{") {
			hint = bracesHint
		}
		v.file.diags.Errorf(v.file.nodePos(n), hint, "冒号前面应是一个名称")
		return Text{}, false
	}
	return v.file.text(n).trimmed(), true
}

func (v value) reportNoMapping(hint string) {
	switch {
	case isEmpty(v.node):
		v.file.diags.Errorf(v.pos, "写上内容，或删去这一行", "%s后面是空的", v.name)
		return
	case v.node.Kind == yaml.SequenceNode && v.node.Style&yaml.FlowStyle == 0:
		hint = "去掉每行前面的“- ”"
	}
	v.errorf(hint, "%s应是几项“键: 值”，这里是%s", v.name, kindName(v.node))
}
