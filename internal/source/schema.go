package source

import (
	"bytes"
	"encoding/json"
)

// schema is a JSON Schema (draft 2020-12), as far as the tables need it.
type schema struct {
	Ref                  string     `json:"$ref,omitempty"`
	Title                string     `json:"title,omitempty"`
	Description          string     `json:"description,omitempty"`
	Type                 typeNames  `json:"type,omitempty"`
	Enum                 []any      `json:"enum,omitempty"`
	Pattern              string     `json:"pattern,omitempty"`
	Minimum              *int       `json:"minimum,omitempty"`
	Maximum              *int       `json:"maximum,omitempty"`
	Examples             []string   `json:"examples,omitempty"`
	AnyOf                []*schema  `json:"anyOf,omitempty"`
	Items                *schema    `json:"items,omitempty"`
	MinItems             int        `json:"minItems,omitempty"`
	Properties           properties `json:"properties,omitempty"`
	Required             []string   `json:"required,omitempty"`
	AdditionalProperties any        `json:"additionalProperties,omitempty"`
}

// typeNames is one type's name, or a list of several.
type typeNames []string

// MarshalJSON writes a single name without a list around it.
func (t typeNames) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// property is one key of an object.
type property struct {
	name   string
	schema *schema
}

// properties keep the order of the tables, which editors offer them in.
type properties []property

// MarshalJSON writes the properties as an object.
func (p properties) MarshalJSON() ([]byte, error) {
	return marshalObject(len(p), func(i int) (string, any) { return p[i].name, p[i].schema })
}

func marshalObject(n int, entry func(i int) (string, any)) ([]byte, error) {
	b := []byte{'{'}
	for i := range n {
		name, value := entry(i)
		if i > 0 {
			b = append(b, ',')
		}
		for _, part := range []any{name, value} {
			data, err := json.Marshal(part)
			if err != nil {
				return nil, err
			}
			b = append(append(b, data...), ':')
		}
		b = b[:len(b)-1]
	}
	return append(b, '}'), nil
}

// definitions are the schemas of all tables, in the order they were met.
type definitions struct {
	properties
}

// define gives a reference to a definition, and makes it when it is new.
func (d *definitions) define(id string, build func() *schema) *schema {
	ref := &schema{Ref: "#/$defs/" + id}
	for _, p := range d.properties {
		if p.name == id {
			return ref
		}
	}
	at := len(d.properties)
	d.properties = append(d.properties, property{name: id})
	d.properties[at].schema = build()
	return ref
}

// schema gives a reference to the definition of the table's mapping.
func (t table[T]) schema(defs *definitions) *schema {
	return defs.define(t.id, func() *schema {
		s := &schema{Title: t.title, Type: []string{"object"}, AdditionalProperties: false}
		for _, k := range t.keys {
			p := k.shape.schema(defs)
			p.Description = k.about
			if k.example != "" && p.Ref == "" && len(p.Enum) == 0 && k.shape.kind == scalarKind {
				p.Examples = []string{k.example}
			}
			s.Properties = append(s.Properties, property{k.name, p})
			if k.required {
				s.Required = append(s.Required, k.name)
			}
		}
		if t.basedOn != "" {
			s.AnyOf = []*schema{{Required: s.Required}, {Required: []string{t.basedOn}}}
			s.Required = nil
		}
		return s
	})
}

// Schema is the JSON Schema (draft 2020-12) of report.yaml and areas/*.yaml,
// for editors; each is also a definition of its own, report and area.
func Schema() []byte {
	var defs definitions
	whole := struct {
		Schema      string      `json:"$schema"`
		Title       string      `json:"title"`
		Description string      `json:"description"`
		AnyOf       []*schema   `json:"anyOf"`
		Defs        *properties `json:"$defs"`
	}{
		Schema:      "https://json-schema.org/draft/2020-12/schema",
		Title:       "办文的报告数据",
		Description: "report.yaml 用 #/$defs/report，areas 文件夹里的文件用 #/$defs/area",
		AnyOf:       []*schema{reportKeys.schema(&defs), areaKeys.schema(&defs)},
		Defs:        &defs.properties,
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(whole); err != nil {
		panic(err) // the tables are constants
	}
	return b.Bytes()
}

// anyOf makes a list of any values of names.
func anyOf(names []string) []any {
	values := make([]any, len(names))
	for i, n := range names {
		values[i] = n
	}
	return values
}
