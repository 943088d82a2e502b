package jsonschema

import (
	"fmt"
	"path"
	"reflect"
	"strings"
)

// Enumerated is a type whose JSON is one of a few texts.
type Enumerated interface {
	Values() []string
}

var enumerated = reflect.TypeFor[Enumerated]()

// Of gives the schema of what a T is as JSON. Each field of a struct says
// what it means in a tag about:"…"; one without is a programmer's mistake and
// panics, as is a type that the schema cannot tell.
func Of[T any](defs *Definitions) *Schema { return defs.ofType(reflect.TypeFor[T]()) }

func (d *Definitions) ofType(t reflect.Type) *Schema {
	if t.Implements(enumerated) {
		return d.ofValues(t)
	}
	switch t.Kind() {
	case reflect.String:
		return &Schema{Type: TypeNames{"string"}}
	case reflect.Bool:
		return &Schema{Type: TypeNames{"boolean"}}
	case reflect.Int:
		return &Schema{Type: TypeNames{"integer"}}
	case reflect.Slice:
		return &Schema{Type: TypeNames{"array"}, Items: d.ofType(t.Elem())}
	case reflect.Struct:
		return d.ofStruct(t)
	default:
		panic(fmt.Sprintf("jsonschema: no schema for %s", t))
	}
}

// ofValues defines a type of a few texts.
func (d *Definitions) ofValues(t reflect.Type) *Schema {
	return d.Define(nameOf(t), func() *Schema {
		s := &Schema{}
		for _, v := range reflect.Zero(t).Interface().(Enumerated).Values() {
			s.Enum = append(s.Enum, v)
		}
		return s
	})
}

// ofStruct defines a struct as an object that has no other keys.
func (d *Definitions) ofStruct(t reflect.Type) *Schema {
	return d.Define(nameOf(t), func() *Schema {
		s := &Schema{Type: TypeNames{"object"}, AdditionalProperties: false}
		d.addFields(s, t, true)
		return s
	})
}

// nameOf is a type's name with its package: finding.Finding.
func nameOf(t reflect.Type) string { return path.Base(t.PkgPath()) + "." + t.Name() }

// addFields adds a struct's fields to s, with those of embedded structs among
// them, as encoding/json has it. Where present is false the struct may be
// absent as a whole, so that none of its fields is required.
func (d *Definitions) addFields(s *Schema, t reflect.Type, present bool) {
	for field := range t.Fields() {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		optional := strings.Contains(options, "omitempty")
		inner, isPointer := field.Type, field.Type.Kind() == reflect.Pointer
		if isPointer {
			inner = inner.Elem()
		}
		switch {
		case name == "-" || !field.IsExported() && !field.Anonymous:
			continue
		case field.Anonymous && name == "":
			d.addFields(s, inner, present && !isPointer)
			continue
		case isPointer && !optional:
			panic(fmt.Sprintf("jsonschema: %s.%s could be null", nameOf(t), field.Name))
		}
		p := d.ofField(inner, optional)
		if p.Description = field.Tag.Get("about"); p.Description == "" {
			panic(fmt.Sprintf("jsonschema: %s.%s has no about", nameOf(t), field.Name))
		}
		s.Properties = append(s.Properties, Property{Name: name, Schema: p})
		if present && !optional {
			s.Required = append(s.Required, name)
		}
	}
}

// ofField is the schema of a field's type; a list that is always written is
// null when there is nothing in it.
func (d *Definitions) ofField(t reflect.Type, optional bool) *Schema {
	s := d.ofType(t)
	if t.Kind() == reflect.Slice && !optional {
		s.Type = append(s.Type, "null")
	}
	return s
}
