// Package typeset sets a document on pages: Chinese line breaking (禁则),
// lines justified to the character grid, pages of whole lines, headings kept
// with their text, charts and tables placed, font fallback by character. It
// knows nothing of PDF.
package typeset

import (
	"slices"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/style"
)

// Layout is a document set on pages.
type Layout struct {
	Meta    doc.Meta
	Title   string
	Page    style.Page
	Pages   []Page
	Outline []Bookmark
}

// Page is one page. The origin is the paper's top left corner, y grows downwards.
type Page struct {
	Number int // from 1
	Items  []Item
	// Turned are the items that stand on the sheet turned on its side (横排,
	// GB/T 9704-2012, 8); they read when the page is turned a quarter
	// clockwise. Their origin is the top left corner of the sheet so turned:
	// the page's bottom left.
	Turned []Item
	Links  []Link
}

// All are the items of the page, whichever way they stand.
func (p *Page) All() []Item {
	if len(p.Turned) == 0 {
		return p.Items
	}
	return slices.Concat(p.Turned, p.Items)
}

// Link is a place on a page that leads to another.
type Link struct {
	X, Y, Width, Height style.Length
	Node                string // the doc node's id that it leads to
	To                  Place
}

// Place is a place in the layout.
type Place struct {
	Page int // from 1
	Y    style.Length
}

// Item is one of *GlyphRun, *Shapes.
type Item interface{ item() }

// GlyphRun is a stretch of one line set in one font at one size.
type GlyphRun struct {
	Role   style.Role // the font the glyphs are from, after fallback
	Size   style.Length
	X, Y   style.Length // start of the first glyph, on the baseline
	Glyphs []Glyph
	Bold   bool        // the shipped faces have no bold cut: renderers thicken the strokes
	Color  string      // RRGGBB
	Node   string      // the doc node's id; empty for page furniture
	Kind   Kind        // what the text is
	Origin *doc.Origin // where a printed figure comes from; nil for prose
	Change doc.Change  // since another version; lines that mark it come as Shapes
}

// Kind says what a run of glyphs is, for those who read the layout back.
type Kind string

// The kinds of text on a page.
const (
	TitleText  Kind = "title"
	BodyText   Kind = "body" // headings and paragraphs
	Caption    Kind = "caption"
	Note       Kind = "note"
	TableText  Kind = "table"
	ChartText  Kind = "chart"
	PageNumber Kind = "page-number"
	SignedText Kind = "signature"

	// The parts that only formal documents have.
	HeadMark        Kind = "head-mark"    // 发文机关标志
	HeadLabel       Kind = "head-label"   // 份号, 密级和保密期限, 紧急程度
	HeadNumber      Kind = "head-number"  // 发文字号
	HeadSigners     Kind = "head-signers" // 签发人
	AddresseeText   Kind = "addressee"    // 主送机关
	AttachmentNote  Kind = "attachment-note"
	AttachmentLabel Kind = "attachment-label"
	RemarkText      Kind = "remark"  // 附注
	ImprintText     Kind = "imprint" // 版记
)

// Glyph is one glyph and the character it stands for.
type Glyph struct {
	ID      font.GlyphID
	Char    rune
	Advance style.Length // to the next glyph's origin, justification included
}

// Shapes are the shapes of a chart, or rules, in page coordinates; a scene's
// texts come as GlyphRuns.
type Shapes struct {
	Node   string
	Shapes []chart.Shape
}

// Bookmark is one entry of the document outline.
type Bookmark struct {
	Text  string
	Level int    // from 1
	Node  string // the doc node's id
	Place
}

func (*GlyphRun) item() {}
func (*Shapes) item()   {}
