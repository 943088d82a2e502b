package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// headerDistance is where a header would stand; there is none.
const headerDistance = 15 * style.Mm

// section is the page: paper, margins, grid and footers.
func (f *file) section(oddFooter, evenFooter string) *xml.Node {
	page := f.profile.Page
	return xml.E("w:sectPr", nil,
		xml.E("w:footerReference", xml.A("w:type", "even", "r:id", evenFooter)),
		xml.E("w:footerReference", xml.A("w:type", "default", "r:id", oddFooter)),
		xml.E("w:pgSz", xml.A("w:w", twips(page.Width), "w:h", twips(page.Height))),
		xml.E("w:pgMar", xml.A(
			"w:top", twips(page.Top), "w:right", twips(page.Right()),
			"w:bottom", twips(page.Bottom()), "w:left", twips(page.Left),
			"w:header", twips(headerDistance), "w:footer", twips(f.footerDistance()), "w:gutter", "0")),
		// Lines only: a grid of characters closer than the type size breaks in LibreOffice.
		xml.E("w:docGrid", xml.A("w:type", "lines", "w:linePitch", twips(f.profile.Grid.Pitch))))
}

// footerDistance is the space from the foot of the page number's line to the
// edge of the paper, which puts the line's top the profile's distance under
// the type area.
func (f *file) footerDistance() style.Length {
	return f.profile.Page.Bottom() - f.profile.Number.Below - f.profile.Number.Pitch
}
