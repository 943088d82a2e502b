package doc

import (
	"encoding/json"
	"fmt"
)

// Blocks are blocks in their order. In JSON each is {"kind": …, "content": …}.
type Blocks []Block

// taggedBlock is a block on its way to or from JSON: its kind beside its content.
type taggedBlock struct {
	Kind    string          `json:"kind"`
	Content json.RawMessage `json:"content"`
}

// MarshalJSON writes each block with its kind.
func (all Blocks) MarshalJSON() ([]byte, error) {
	tagged := []taggedBlock{}
	for _, b := range all {
		content, err := json.Marshal(b)
		if err != nil {
			return nil, err
		}
		tagged = append(tagged, taggedBlock{Kind: b.kind(), Content: content})
	}
	return json.Marshal(tagged)
}

// UnmarshalJSON reads what MarshalJSON wrote; an unknown kind is an error.
func (all *Blocks) UnmarshalJSON(data []byte) error {
	var tagged []taggedBlock
	if err := json.Unmarshal(data, &tagged); err != nil {
		return err
	}
	*all = nil
	for _, t := range tagged {
		b, err := newBlock(t.Kind)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(t.Content, b); err != nil {
			return err
		}
		*all = append(*all, b)
	}
	return nil
}

func newBlock(kind string) (Block, error) {
	switch kind {
	case "heading":
		return &Heading{}, nil
	case "paragraph":
		return &Paragraph{}, nil
	case "chart":
		return &Chart{}, nil
	case "table":
		return &Table{}, nil
	default:
		return nil, fmt.Errorf("doc: unknown block kind %q", kind)
	}
}
