// Package doc is the document tree: what the finished document says, in
// order, as plain data that marshals to JSON. Compose makes it; every
// renderer sees only this (and a style profile). It knows nothing of files,
// YAML, templates or output formats.
package doc

// Document is one whole official document.
type Document struct {
	Meta        Meta         `json:"meta"`
	Revision    *Revision    `json:"revision,omitempty"` // who made the changes that are shown; nil: none are
	Head        *Head        `json:"head,omitempty"`     // 版头; nil for plain material
	Title       Title        `json:"title"`
	Addressee   []Run        `json:"addressee,omitempty"` // 主送机关, with its colon
	Blocks      Blocks       `json:"blocks"`
	Attachments []Attachment `json:"attachments,omitempty"` // 附件, in their order; 附件说明 lists their titles
	Signature   *Signature   `json:"signature,omitempty"`
	Remark      []Run        `json:"remark,omitempty"`  // 附注, with its brackets: （此件公开发布）
	Imprint     *Imprint     `json:"imprint,omitempty"` // 版记, at the foot of the last page
}

// Meta is what a file's properties say about the document.
type Meta struct {
	Organ    string `json:"organ"`              // 单位, who hands the document in
	Period   string `json:"period"`             // 期间 as people read it: 2023年上半年
	Language string `json:"language"`           // BCP 47 tag, zh-CN
	Date     string `json:"date,omitempty"`     // ISO 8601 time in UTC for the files' properties (2023-06-30T00:00:00Z); empty: none is written
	Draft    bool   `json:"draft"`              // draft stage: missing figures are marked, not refused
	Keywords string `json:"keywords,omitempty"` // separated by ；
}

// Signature is the closing 落款 (发文机关署名 and 成文日期).
type Signature struct {
	Organ  []Run `json:"organ"`
	Date   []Run `json:"date"`             // as printed: 2023年6月30日
	Sealed bool  `json:"sealed,omitempty"` // 加盖印章: the organ stands centred over the date
}

// Block is one of *Heading, *Paragraph, *Chart, *Table.
type Block interface {
	// NodeID is unique in the document and stays the same for the same part
	// of the input from build to build, so that versions can be compared.
	NodeID() string
	kind() string
}

// Heading is a numbered heading (结构层次序数), level 1 to 4.
type Heading struct {
	ID     string `json:"id"`
	Level  int    `json:"level"`
	Number string `json:"number"`        // as printed: 一、（一）1.（1）
	Was    string `json:"was,omitempty"` // the number it had before, where that was another
	Runs   []Run  `json:"runs"`          // the heading's words, without the number
	// Body is the text that follows on the same line (接排), in the face of
	// the body text. Empty for a heading on a line of its own. A run-in
	// heading's Runs end with its full stop.
	Body  []Run  `json:"body,omitempty"`
	Break Change `json:"break,omitempty"` // see Paragraph
}

// Paragraph is a paragraph of body text.
type Paragraph struct {
	ID   string `json:"id"`
	Runs []Run  `json:"runs"`
	// Break is the change of the paragraph's end alone: inserted where it was
	// split from what follows, deleted where it has been joined with it.
	Break Change `json:"break,omitempty"`
}

// NodeID implements Block.
func (h *Heading) NodeID() string { return h.ID }

// NodeID implements Block.
func (p *Paragraph) NodeID() string { return p.ID }

func (h *Heading) kind() string   { return "heading" }
func (p *Paragraph) kind() string { return "paragraph" }

// Text is the heading as one string: number, words and what follows on the line.
func (h *Heading) Text() string { return h.Number + Text(h.Runs) + Text(h.Body) }

// Words are the heading's number and words, with what has changed in both.
func (h *Heading) Words() []Run {
	words := []Run{{Text: h.Number, Change: h.Change()}}
	if h.Was != "" {
		words = []Run{{Text: h.Was, Change: Deleted}, {Text: h.Number, Change: Inserted}}
	}
	return append(words, h.Runs...)
}

// Change is that of the heading as a whole, with what follows on its line.
func (h *Heading) Change() Change {
	whole := WholeChange(h.Runs)
	if len(h.Body) > 0 && WholeChange(h.Body) != whole {
		return ""
	}
	return whole
}

// Text is the paragraph as one string.
func (p *Paragraph) Text() string { return Text(p.Runs) }
