package pipeline

import (
	"bytes"
	"cmp"
	"fmt"

	"banwen/internal/diag"
	"banwen/internal/font"
	"banwen/internal/render/docx"
	"banwen/internal/render/docx/reference"
	"banwen/internal/render/html"
	"banwen/internal/render/pdf"
	"banwen/internal/render/text"
	"banwen/internal/typeset"
)

// Format is an output format, named as its file ends.
type Format string

// The output formats.
const (
	DOCX Format = "docx"
	PDF  Format = "pdf"
	HTML Format = "html"
	Text Format = "txt"
)

// Formats lists every format.
var Formats = []Format{DOCX, PDF, HTML, Text}

// Settings are what a document is rendered with.
type Settings struct {
	Fonts       *font.Set
	Interactive bool // HTML gets charts that answer to the pointer
	// Reference is a DOCX whose looks the DOCX takes over, before the one that
	// the report names; nil: none.
	Reference *reference.Reference
}

// Render gives the document's bytes in one format.
func Render(r *Result, format Format, settings Settings) ([]byte, diag.List) {
	var b bytes.Buffer
	var err error
	switch format {
	case DOCX:
		err = docx.WriteLike(&b, r.Document, r.Profile, cmp.Or(settings.Reference, r.like))
	case PDF:
		layout, diags := Layout(r, settings.Fonts)
		if layout == nil {
			return nil, diags
		}
		err = pdf.Write(&b, layout, settings.Fonts)
	case HTML:
		write := html.Write
		if settings.Interactive {
			write = html.WriteInteractive
		}
		err = write(&b, r.Document, r.Profile)
	case Text:
		err = text.Write(&b, r.Document)
	default:
		err = fmt.Errorf("没有“%s”这种格式", format)
	}
	var diags diag.List
	if err != nil {
		diags.Errorf(diag.Pos{}, "", "生成 %s 失败：%v", format, err)
		return nil, diags
	}
	return b.Bytes(), nil
}

// Layout sets the document on pages. A character that no font has is an error
// at every place where it was typed; there is no layout then.
func Layout(r *Result, fonts *font.Set) (*typeset.Layout, diag.List) {
	layout, diags := typeset.Set(r.Document, r.Profile, fonts)
	if diags.HasErrors() {
		return nil, r.locate(diags)
	}
	return layout, nil
}
