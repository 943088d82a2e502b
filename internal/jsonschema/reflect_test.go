package jsonschema_test

import (
	"encoding/json"
	"testing"

	"banwen/internal/jsonschema"

	"github.com/stretchr/testify/require"
)

type colour int

func (colour) Values() []string { return []string{"红", "绿"} }

type maybe struct {
	Size int `json:"size" about:"大小"`
}

type thing struct {
	Name   string   `json:"name" about:"名称"`
	Colour colour   `json:"colour" about:"颜色"`
	Parts  []*maybe `json:"-"`
	Tags   []string `json:"tags" about:"标签"`
	Notes  []string `json:"notes,omitempty" about:"附注"`
	Inner  *maybe   `json:"inner,omitempty" about:"里面"`
	*maybe
}

func TestSchemaOfAStruct(t *testing.T) {
	var defs jsonschema.Definitions
	require.Equal(t, "#/$defs/jsonschema_test.thing", jsonschema.Of[thing](&defs).Ref)
	got, err := json.Marshal(defs.Properties)
	require.NoError(t, err)
	require.JSONEq(t, `{
		"jsonschema_test.thing": {
			"type": "object", "additionalProperties": false, "required": ["name", "colour", "tags"],
			"properties": {
				"name": {"type": "string", "description": "名称"},
				"colour": {"$ref": "#/$defs/jsonschema_test.colour", "description": "颜色"},
				"tags": {"type": ["array", "null"], "items": {"type": "string"}, "description": "标签"},
				"notes": {"type": "array", "items": {"type": "string"}, "description": "附注"},
				"inner": {"$ref": "#/$defs/jsonschema_test.maybe", "description": "里面"},
				"size": {"type": "integer", "description": "大小"}
			}
		},
		"jsonschema_test.colour": {"enum": ["红", "绿"]},
		"jsonschema_test.maybe": {
			"type": "object", "additionalProperties": false, "required": ["size"],
			"properties": {"size": {"type": "integer", "description": "大小"}}
		}
	}`, string(got))
}

func TestFieldsMustSayWhatTheyMean(t *testing.T) {
	type silent struct {
		Name string `json:"name"`
	}
	require.Panics(t, func() { jsonschema.Of[silent](new(jsonschema.Definitions)) })
	type null struct {
		Inner *maybe `json:"inner" about:"里面"`
	}
	require.Panics(t, func() { jsonschema.Of[null](new(jsonschema.Definitions)) })
}
