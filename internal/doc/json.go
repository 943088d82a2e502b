package doc

import (
	"encoding/json"
	"fmt"
)

// taggedBlock is a block on its way to or from JSON: its kind beside its content.
type taggedBlock struct {
	Kind    string          `json:"kind"`
	Content json.RawMessage `json:"content"`
}

// plainDocument is Document without its JSON methods and with tagged blocks.
type plainDocument struct {
	Meta      Meta          `json:"meta"`
	Title     Title         `json:"title"`
	Blocks    []taggedBlock `json:"blocks"`
	Signature *Signature    `json:"signature,omitempty"`
}

// MarshalJSON writes each block as {"kind": …, "content": …}.
func (d *Document) MarshalJSON() ([]byte, error) {
	p := plainDocument{Meta: d.Meta, Title: d.Title, Signature: d.Signature, Blocks: []taggedBlock{}}
	for _, b := range d.Blocks {
		content, err := json.Marshal(b)
		if err != nil {
			return nil, err
		}
		p.Blocks = append(p.Blocks, taggedBlock{Kind: b.kind(), Content: content})
	}
	return json.Marshal(p)
}

// UnmarshalJSON reads what MarshalJSON wrote; an unknown kind is an error.
func (d *Document) UnmarshalJSON(data []byte) error {
	var p plainDocument
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	*d = Document{Meta: p.Meta, Title: p.Title, Signature: p.Signature}
	for _, t := range p.Blocks {
		b, err := newBlock(t.Kind)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(t.Content, b); err != nil {
			return err
		}
		d.Blocks = append(d.Blocks, b)
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
