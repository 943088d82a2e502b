package source

import "banwen/internal/jsonschema"

// The tables of keys make their schemas of these.
type (
	schema      = jsonschema.Schema
	definitions = jsonschema.Definitions
)

// schema gives a reference to the definition of the table's mapping.
func (t table[T]) schema(defs *definitions) *schema {
	return defs.Define(t.id, func() *schema {
		s := &schema{Title: t.title, Type: []string{"object"}, AdditionalProperties: false}
		for _, k := range t.keys {
			p := k.shape.schema(defs)
			p.Description = k.about
			if k.example != "" && p.Ref == "" && len(p.Enum) == 0 && k.shape.kind == scalarKind {
				p.Examples = []string{k.example}
			}
			s.Properties = append(s.Properties, jsonschema.Property{Name: k.name, Schema: p})
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

// Schema is the JSON Schema (draft 2020-12) of report.yaml, areas/*.yaml and
// review/*.yaml, for editors; each is also a definition of its own: report,
// area, review.
func Schema() []byte {
	whole := jsonschema.Whole{
		Title:       "办文的报告数据",
		Description: "report.yaml 用 #/$defs/report，areas 文件夹里的文件用 #/$defs/area，review 文件夹里的用 #/$defs/review",
	}
	whole.Choices = []*schema{reportKeys.schema(&whole.Definitions), areaKeys.schema(&whole.Definitions), reviewKeys.schema(&whole.Definitions)}
	return whole.JSON()
}

// anyOf makes a list of any values of names.
func anyOf(names []string) []any {
	values := make([]any, len(names))
	for i, n := range names {
		values[i] = n
	}
	return values
}
