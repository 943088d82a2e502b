package docx

import (
	"fmt"

	"banwen/internal/render/docx/reference"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// withPage gives the profile with a reference's page, on which tables, charts
// and the signature are then measured.
func withPage(p *style.Profile, like *reference.Reference) (*style.Profile, error) {
	if like == nil || like.Page == nil || samePage(p.Page, like.Page.Page) {
		return p, nil
	}
	p, err := p.WithPage(like.Page.Page)
	if err != nil {
		return nil, fmt.Errorf("参考文件的页面不能用：%w", err)
	}
	return p, nil
}

// samePage tells whether two pages differ by no more than the file format's
// rounding.
func samePage(a, b style.Page) bool {
	const rounding = 2 * style.Twip
	for _, d := range []style.Length{
		a.Width - b.Width, a.Height - b.Height, a.Top - b.Top, a.Left - b.Left, a.TextWidth - b.TextWidth, a.TextHeight - b.TextHeight,
	} {
		if max(d, -d) > rounding {
			return false
		}
	}
	return true
}

// hasFooters tells whether the reference's footers stand in place of ours.
func (f *file) hasFooters() bool { return f.reference != nil && f.reference.Footers.Any() }

// pageFooter is the footer of odd or even pages: the reference's, or ours.
func (f *file) pageFooter(outer side) *xml.Node {
	switch {
	case !f.hasFooters():
		return f.footer(outer)
	case outer == outerRight:
		return furniture("w:ftr", f.reference.Footers.Default)
	default:
		return furniture("w:ftr", f.reference.Footers.Even)
	}
}

// furniture is a header or a footer; without paragraphs an empty one.
func furniture(root string, paragraphs []*xml.Node) *xml.Node {
	if len(paragraphs) == 0 {
		paragraphs = []*xml.Node{xml.E("w:p", nil)}
	}
	return xml.E(root, xml.A("xmlns:w", wordNamespace, "xmlns:r", relatedNamespace), paragraphs...)
}

// sectionOrder is the order of what a section has (ECMA-376 part 1, 17.6.17),
// as far as it is written here.
var sectionOrder = []string{"w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:titlePg", "w:docGrid"}

// addFurniture adds the reference's headers, and the footer of its first page.
func (f *file) addFurniture() {
	like := f.reference
	if like == nil {
		return
	}
	if like.Headers.Any() {
		f.furniture = f.headers(like.Headers)
	}
	if f.firstPage() {
		id := f.odd
		if f.hasFooters() {
			id = f.add("footer", "word/footer3.xml", furniture("w:ftr", like.Footers.First))
		}
		f.furniture = append(f.furniture, xml.E("w:footerReference", xml.A("w:type", "first", "r:id", id)))
	}
}

// firstPage tells whether the first page has a header and a footer of its own.
func (f *file) firstPage() bool {
	return f.reference.OtherOne && (f.reference.Headers.Any() || f.hasFooters())
}

// furnish gives a section the reference's headers and footers and their
// places. The first page is the document's, so only its first section has one.
func (f *file) furnish(section *xml.Node) {
	like := f.reference
	if like == nil {
		return
	}
	margins := section.Child("w:pgMar").Attributes()
	if page := like.Page; page != nil {
		for i := 0; i < len(margins); i += 2 {
			switch {
			case margins[i] == "w:header" && like.Headers.Any():
				margins[i+1] = twips(max(0, page.Header))
			case margins[i] == "w:footer" && f.hasFooters():
				margins[i+1] = twips(max(0, page.Footer))
			}
		}
	}
	section.Put(xml.E("w:pgMar", margins), sectionOrder)
	if f.firstPage() && !f.furnished {
		section.Put(on("w:titlePg"), sectionOrder)
	}
	f.furnished = true
	section.Prepend(f.furniture...)
}

// headers adds the parts of the headers and gives the references to them.
func (f *file) headers(h reference.Furniture) []*xml.Node {
	var references []*xml.Node
	for i, one := range []struct {
		kind       string
		paragraphs []*xml.Node
	}{{"default", h.Default}, {"even", h.Even}, {"first", h.First}} {
		if one.kind == "first" && !f.reference.OtherOne {
			continue
		}
		id := f.add("header", "word/header"+integer(i+1)+".xml", furniture("w:hdr", one.paragraphs))
		references = append(references, xml.E("w:headerReference", xml.A("w:type", one.kind, "r:id", id)))
	}
	return references
}
