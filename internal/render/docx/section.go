package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// headerDistance is where a header would stand; there is none.
const headerDistance = 15 * style.Mm

// section is a section's page: paper, margins, grid and footers. A page that
// is turned on its side is bound at its top, so that the table's head is at
// the binding on odd pages and at the fore-edge on even ones (GB/T 9704-2012,
// clause 8).
func (f *file) section(turned bool) *xml.Node {
	page, orientation := f.profile.Page, xml.Attrs(nil)
	if turned {
		page, orientation = turnedPage(page), xml.A("w:orient", "landscape")
	}
	section := xml.E("w:sectPr", nil,
		xml.E("w:footerReference", xml.A("w:type", "even", "r:id", f.even)),
		xml.E("w:footerReference", xml.A("w:type", "default", "r:id", f.odd)),
		xml.E("w:pgSz", append(xml.A("w:w", twips(page.Width), "w:h", twips(page.Height)), orientation...)),
		xml.E("w:pgMar", xml.A(
			"w:top", twips(page.Top), "w:right", twips(page.Right()),
			"w:bottom", twips(page.Bottom()), "w:left", twips(page.Left),
			"w:header", twips(headerDistance), "w:footer", twips(f.footerDistance(page)), "w:gutter", "0")),
		// Lines only: a grid of characters closer than the type size breaks in LibreOffice.
		xml.E("w:docGrid", xml.A("w:type", "lines", "w:linePitch", twips(f.profile.Grid.Pitch))))
	f.furnish(section)
	return section
}

// turnedPage is a page turned on its side: what was left is on top.
func turnedPage(p style.Page) style.Page {
	return style.Page{
		Width: p.Height, Height: p.Width, Top: p.Left, Left: p.Bottom(),
		TextWidth: p.TextHeight, TextHeight: p.TextWidth,
	}
}

// isWide says whether a block stands on pages turned on their side.
func isWide(b doc.Block) bool {
	t, ok := b.(*doc.Table)
	return ok && t.Wide
}

// tablePage is the page a table stands on.
func (f *file) tablePage(t *doc.Table) style.Page {
	if t.Wide {
		return turnedPage(f.profile.Page)
	}
	return f.profile.Page
}

// footerDistance is the space from the foot of the page number's line to the
// edge of the paper, which puts the line's top the profile's distance under
// the type area.
func (f *file) footerDistance(page style.Page) style.Length {
	return page.Bottom() - f.profile.Number.Below - f.profile.Number.Pitch
}
