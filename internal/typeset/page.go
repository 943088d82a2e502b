// Package typeset sets a document on pages: Chinese line breaking (禁则),
// lines justified to the character grid, pages of whole lines, headings kept
// with their text, charts and tables placed, font fallback by character. It
// knows nothing of PDF.
package typeset

import (
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
	Level int // from 1
	Page  int // from 1
	Y     style.Length
}

func (*GlyphRun) item() {}
func (*Shapes) item()   {}
