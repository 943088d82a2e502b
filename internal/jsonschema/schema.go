// Package jsonschema holds JSON Schemas (draft 2020-12) as far as the program
// needs them: of the data, made from the tables of keys, and of what commands
// print as JSON, made from the Go types. It knows nothing of either.
package jsonschema

import (
	"bytes"
	"encoding/json"
)

// Schema is one schema.
type Schema struct {
	Ref                  string     `json:"$ref,omitempty"`
	Title                string     `json:"title,omitempty"`
	Description          string     `json:"description,omitempty"`
	Type                 TypeNames  `json:"type,omitempty"`
	Enum                 []any      `json:"enum,omitempty"`
	Pattern              string     `json:"pattern,omitempty"`
	Minimum              *int       `json:"minimum,omitempty"`
	Maximum              *int       `json:"maximum,omitempty"`
	Examples             []string   `json:"examples,omitempty"`
	AnyOf                []*Schema  `json:"anyOf,omitempty"`
	Items                *Schema    `json:"items,omitempty"`
	MinItems             int        `json:"minItems,omitempty"`
	Properties           Properties `json:"properties,omitempty"`
	Required             []string   `json:"required,omitempty"`
	AdditionalProperties any        `json:"additionalProperties,omitempty"`
}

// TypeNames is one type's name, or a list of several.
type TypeNames []string

// MarshalJSON writes a single name without a list around it.
func (t TypeNames) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// Property is one key of an object.
type Property struct {
	Name   string
	Schema *Schema
}

// Properties keep the order they were made in, which editors offer them in.
type Properties []Property

// MarshalJSON writes the properties as an object.
func (p Properties) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, property := range p {
		name, err := json.Marshal(property.Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(property.Schema)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, name...), ':'), value...)
	}
	return append(b, '}'), nil
}

// Definitions are schemas that others refer to, in the order they were met.
type Definitions struct {
	Properties
}

// Define gives a reference to a definition, and makes it when it is new.
func (d *Definitions) Define(id string, build func() *Schema) *Schema {
	ref := &Schema{Ref: "#/$defs/" + id}
	for _, p := range d.Properties {
		if p.Name == id {
			return ref
		}
	}
	at := len(d.Properties)
	d.Properties = append(d.Properties, Property{Name: id})
	d.Properties[at].Schema = build()
	return ref
}

// Whole is a schema on its own, with the definitions it refers to.
type Whole struct {
	Title       string
	Description string
	Choices     []*Schema // a value is valid by any of them
	Definitions Definitions
}

// JSON writes the schema for people and editors to read.
func (w Whole) JSON() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(struct {
		Schema      string      `json:"$schema"`
		Title       string      `json:"title"`
		Description string      `json:"description,omitempty"`
		AnyOf       []*Schema   `json:"anyOf"`
		Defs        *Properties `json:"$defs"`
	}{"https://json-schema.org/draft/2020-12/schema", w.Title, w.Description, w.Choices, &w.Definitions.Properties})
	if err != nil {
		panic(err) // schemas are made of constants
	}
	return b.Bytes()
}
