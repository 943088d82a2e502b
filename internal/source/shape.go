package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"banwen/internal/diag"
)

// value is a YAML value on its way into the report.
type value struct {
	file *file
	node *yaml.Node
	name string   // how messages call it: “标题”, “工作”第2项
	item bool     // it stands in a list
	pos  diag.Pos // of its key; of itself in a list
}

// shape is what a key of a mapping that is read into a T holds: how it is
// read, and its JSON Schema.
type shape[T any] struct {
	kind   kind
	read   func(v value, into *T)
	schema func(defs *definitions) *schema
}

// errorf reports a mistake where the value stands.
func (v value) errorf(hint, format string, args ...any) {
	v.file.diags.Errorf(v.file.nodePos(v.node), hint, format, args...)
}

// text gives a scalar's text, trimmed. Without one it reports what should
// stand there and gives false.
func (v value) text() (Text, bool) {
	switch {
	case v.node.Kind != yaml.ScalarNode:
		v.reportNoText()
		return Text{}, false
	case isEmpty(v.node):
		v.file.diags.Errorf(v.pos, "写上内容，或删去这一行", "%s后面是空的", v.name)
		return Text{}, false
	}
	return v.file.text(v.node).trimmed(), true
}

// isEmpty tells whether a scalar says nothing: left out, blank or null.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.ShortTag() == "!!null" || strings.TrimSpace(n.Value) == "")
}

func (v value) reportNoText() {
	hint := "写成“" + v.bareName() + ": 文字”"
	switch {
	case strings.HasPrefix(v.file.rest(v.node), "{{"):
		hint = bracesHint
	case v.item:
		hint = "写成“- 文字”"
	}
	v.errorf(hint, "%s应是一段文字，这里是%s", v.name, kindName(v.node))
}

// bracesHint is what to do about a text that YAML takes for a mapping.
const bracesHint = "以“{{”开头的文字，整个加上引号，或另起一行写在“|”后面"

// bareName is the name without quotes and number, for hints.
func (v value) bareName() string {
	_, name, _ := strings.Cut(v.name, "“")
	name, _, _ = strings.Cut(name, "”")
	return name
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "几项“键: 值”"
	case yaml.SequenceNode:
		return "一个列表"
	default:
		return "一段文字"
	}
}

// line is a text in one line.
func line[T any](field func(*T) *Text) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			if t, ok := v.line(); ok {
				*field(into) = t
			}
		},
		schema: func(*definitions) *schema { return &schema{Type: []string{"string", "number"}} },
	}
}

// longestLine is how many characters a text of one line may have; formulas
// are the longest.
const longestLine = 10_000

// line gives a text that has no line break.
func (v value) line() (Text, bool) {
	t, ok := v.text()
	if n := utf8.RuneCountInString(t.Value); n > longestLine {
		v.file.diags.Errorf(t.Pos(), "检查是不是写错了地方", "%s太长，有 %d 个字，最多 %d 个", v.name, n, longestLine)
		return Text{}, false
	}
	if i := strings.IndexByte(t.Value, '\n'); ok && i >= 0 {
		v.file.diags.Errorf(t.At(i), "并成一行", "%s只能写一行", v.name)
		return Text{}, false
	}
	return t, ok
}

// prose is a text of any length.
func prose[T any](field func(*T) *Text) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			if t, ok := v.text(); ok {
				v.file.warnFolded(t)
				*field(into) = t
			}
		},
		schema: func(*definitions) *schema { return &schema{Type: []string{"string"}} },
	}
}

// choice is a text that is one of a few.
func choice[T any](choices []string, set func(*T, Text)) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			t, ok := v.line()
			if !ok {
				return
			}
			if !slices.Contains(choices, t.Value) {
				v.errorf(v.file.hintFor(t.Value, choices), "%s不能写“%s”", v.name, t.Value)
				return
			}
			set(into, t)
		},
		schema: func(*definitions) *schema { return &schema{Enum: anyOf(choices)} },
	}
}

// flag is a yes or no.
func flag[T any](field func(*T) *bool) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			t, ok := v.line()
			if !ok {
				return
			}
			switch t.Value {
			case "true", "是":
				*field(into) = true
			case "false", "否":
			default:
				v.errorf("写“是”或“否”", "%s不能写“%s”", v.name, t.Value)
			}
		},
		schema: func(*definitions) *schema { return &schema{Enum: []any{true, false, "是", "否"}} },
	}
}

// whole is a whole number from least to most.
func whole[T any](least, most int, set func(*T, int)) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			t, ok := v.line()
			if !ok {
				return
			}
			n, err := strconv.Atoi(t.Value)
			if err != nil || n < least || n > most {
				v.errorf("写成“"+v.bareName()+": "+strconv.Itoa(max(least, 1))+"”", "%s应是%d到%d的整数，不能写“%s”", v.name, least, most, t.Value)
				return
			}
			set(into, n)
		},
		schema: func(*definitions) *schema {
			return &schema{Type: []string{"integer"}, Minimum: &least, Maximum: &most}
		},
	}
}

// lines is a list of texts of one line each.
func lines[T any](field func(*T) *[]Text) shape[T] {
	return shape[T]{
		kind: listKind,
		read: func(v value, into *T) {
			var all []Text
			for _, item := range v.items("写成“" + v.bareName() + ": [" + oneLine(v.node, "甲, 乙") + "]”") {
				if t, ok := item.line(); ok {
					all = append(all, t)
				}
			}
			*field(into) = all
		},
		schema: func(*definitions) *schema {
			return &schema{Type: []string{"array"}, Items: &schema{Type: []string{"string", "number"}}, MinItems: 1}
		},
	}
}

// oneLine is a scalar's text for a hint, or something in its place when it is none.
func oneLine(n *yaml.Node, otherwise string) string {
	if n.Kind != yaml.ScalarNode || isEmpty(n) || strings.Contains(n.Value, "\n") {
		return otherwise
	}
	text := strings.Trim(n.Value, "[]［］【】 ")
	return strings.NewReplacer("，", ", ", "、", ", ").Replace(text)
}

// items gives the values of a list; none, with a report, where there is no list.
func (v value) items(hint string) []value {
	switch {
	case v.node.Kind != yaml.SequenceNode:
		if isEmpty(v.node) {
			v.file.diags.Errorf(v.pos, "写上内容，或删去这一行", "%s后面是空的", v.name)
		} else {
			v.errorf(hint, "%s应是列表，这里是%s", v.name, kindName(v.node))
		}
		return nil
	case len(v.node.Content) == 0:
		v.errorf("写上内容，或删去这一行", "%s的列表是空的", v.name)
		return nil
	}
	var items []value
	for i, n := range v.node.Content {
		items = append(items, value{
			file: v.file, node: n, item: true, name: v.name + "第" + strconv.Itoa(i+1) + "项", pos: v.file.nodePos(n),
		})
	}
	return items
}

// records is a list of mappings.
func records[T, E any](field func(*T) *[]E, keys table[E]) shape[T] {
	return shape[T]{
		kind: recordsKind,
		read: func(v value, into *T) {
			var all []E
			for _, item := range v.items("每一项前面写“- ”") {
				if v.file.isFull() {
					return
				}
				var e E
				if keys.read(item, &e) {
					all = append(all, e)
				}
			}
			*field(into) = all
		},
		schema: func(defs *definitions) *schema {
			return &schema{Type: []string{"array"}, Items: keys.schema(defs), MinItems: 1}
		},
	}
}

// named is a mapping with the writer's own names as keys. add takes each
// value with its name.
func named[T any](add func(into *T, name Text, v value), item func(defs *definitions) *schema) shape[T] {
	return shape[T]{
		kind: namesKind,
		read: func(v value, into *T) {
			for _, p := range v.pairs("写成几行“名称: 值”，每行缩进两格") {
				if v.file.isFull() {
					return
				}
				add(into, p.key, p.value)
			}
		},
		schema: func(defs *definitions) *schema {
			return &schema{Type: []string{"object"}, AdditionalProperties: item(defs)}
		},
	}
}
