package review_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/render/docx"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// element is an element of a DOCX as it was written.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []*element `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (e *element) is(name string) bool { return e != nil && e.XMLName.Local == name }

func (e *element) child(name string) *element {
	if e != nil {
		for _, c := range e.Children {
			if c.is(name) {
				return c
			}
		}
	}
	return nil
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// written is the body of a document written as DOCX.
func written(t *testing.T, d *doc.Document) *element {
	t.Helper()
	name := "plain"
	if d.Head != nil {
		name = "redhead"
	}
	p, diags := style.Load(style.Shipped(), name)
	require.Empty(t, diags)
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, d, p))
	return bodyOf(t, b.Bytes())
}

// bodyOf is the body of a DOCX file.
func bodyOf(t *testing.T, file []byte) *element {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	r, err := archive.Open("word/document.xml")
	require.NoError(t, err)
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	var root element
	require.NoError(t, xml.Unmarshal(data, &root))
	return root.child("body")
}

// settle accepts or rejects every tracked change: what of gone was said goes
// with its content, what of stays was said stays without the mark (ECMA-376
// part 1, clause 17.13.5).
func settle(e *element, gone, stays string) {
	var children []*element
	for _, c := range e.Children {
		switch {
		case c.is(gone) && !e.is("rPr") && !e.is("trPr"):
			continue
		case c.is(stays) && !e.is("rPr") && !e.is("trPr"):
			settle(c, gone, stays)
			children = append(children, c.Children...)
			continue
		case c.is("tr") && c.child("trPr").child(gone) != nil:
			continue
		}
		settle(c, gone, stays)
		if c.is("tbl") && c.child("tr") == nil {
			continue
		}
		children = append(children, c)
	}
	e.Children = joined(children, gone)
}

// joined joins each paragraph whose mark is gone with the one that follows.
func joined(children []*element, gone string) []*element {
	var all []*element
	var carried []*element
	for _, c := range children {
		if !c.is("p") {
			all = append(all, c)
			continue
		}
		pPr := c.child("pPr")
		var content []*element
		for _, x := range c.Children {
			if x != pPr {
				content = append(content, x)
			}
		}
		carried = append(carried, content...)
		if pPr.child("rPr").child(gone) != nil {
			continue
		}
		c.Children = append([]*element{pPr}, carried...)
		carried = nil
		all = append(all, c)
	}
	return all
}

// accept and reject settle every tracked change of a body.
func accept(body *element) *element { settle(body, "del", "ins"); return body }
func reject(body *element) *element { settle(body, "ins", "del"); return body }

// accepted and rejected are the text that is left, as render/text writes it.
func accepted(body *element) string { return textOf(accept(body)) }
func rejected(body *element) string { return textOf(reject(body)) }

func textOf(body *element) string {
	var b strings.Builder
	afterChart := false
	for i, c := range body.Children {
		switch {
		case c.is("tbl"):
			for _, row := range c.Children {
				if row.is("tr") {
					b.WriteString(rowOf(row) + "\n")
				}
			}
		case c.is("p"):
			style := ""
			if s := c.child("pPr").child("pStyle"); s != nil {
				style = s.attr("val")
			}
			isCaption := style == "FigureCaption" && strings.HasPrefix(plainText(c), "图")
			afterChart = style == "Figure" || isCaption || afterChart && style == "FigureNote"
			if style == "" || afterChart {
				continue
			}
			b.WriteString(plainText(c) + "\n")
			if i == 0 {
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

func rowOf(row *element) string {
	line := "|"
	for _, cell := range row.Children {
		if cell.is("tc") {
			line += " " + plainText(cell) + " |"
		}
	}
	return line
}

func plainText(e *element) string {
	if e.is("t") || e.is("delText") {
		return e.Text
	}
	var b strings.Builder
	for _, c := range e.Children {
		b.WriteString(plainText(c))
	}
	return b.String()
}
