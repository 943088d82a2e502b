package docx

import (
	"slices"
	"strings"

	"banwen/internal/render/docx/reference"
	"banwen/internal/render/docx/xml"
)

// The orders of the properties that are written (ECMA-376 part 1, 17.3.1.26
// and 17.3.2.28).
var (
	paragraphOrder = []string{"w:keepNext", "w:keepLines", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"}
	runOrder       = []string{"w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs"}
)

// otherNames are what Word's own styles are called in files of other programs.
var otherNames = map[string]string{
	"normal": "正文", "title": "标题", "heading 1": "标题 1", "heading 2": "标题 2", "heading 3": "标题 3", "heading 4": "标题 4",
}

// takeOver gives our styles the looks of the reference's of the same name or
// id. Not Normal: all ours stand on it, and an indent there would indent
// captions and cells as well. Not that of charts, whose lines must grow.
func (f *file) takeOver(styles *xml.Node) {
	if f.reference == nil {
		return
	}
	for _, s := range styles.Children() {
		id := s.Attr("w:styleId")
		if s.Name() != "w:style" || id == normalStyle || id == chartStyle {
			continue
		}
		if like := f.lookOf(id, s.Child("w:name").Attr("w:val")); like != nil {
			override(s, like)
		}
	}
}

// lookOf gives the reference's style for one of ours; nil: none. Body text is
// also what the reference sets in Normal, if that says in which face: else
// nobody has made it a style for documents.
func (f *file) lookOf(id, name string) *reference.Style {
	switch id {
	case bodyStyle:
		if like := f.named(id, name); like != nil {
			return like
		}
		if like := f.named(normalStyle, "Normal"); like != nil && hasFace(like) {
			return like
		}
		return nil
	case runInStyle: // body text beside a heading
		if like := f.lookOf(bodyStyle, "公文正文"); like != nil {
			return &reference.Style{Run: like.Run}
		}
		return nil
	default:
		return f.named(id, name)
	}
}

func hasFace(s *reference.Style) bool {
	return slices.ContainsFunc(s.Run, func(p reference.Property) bool { return p.Name == "w:rFonts" })
}

// named gives the reference's style of a name, or else of an id.
func (f *file) named(id, name string) *reference.Style {
	if f.reference == nil {
		return nil
	}
	styles := f.reference.Styles
	at := slices.IndexFunc(styles, func(s reference.Style) bool {
		return strings.EqualFold(s.Name, name) || s.Name != "" && s.Name == otherNames[strings.ToLower(name)]
	})
	if at < 0 {
		at = slices.IndexFunc(styles, func(s reference.Style) bool { return s.ID == id })
	}
	if at < 0 {
		return nil
	}
	return &styles[at]
}

// override puts what a style of the reference says into one of ours.
func override(s *xml.Node, like *reference.Style) {
	if pPr := s.Child("w:pPr"); pPr != nil {
		for _, p := range like.Paragraph {
			attrs := p.Attrs
			if p.Name == "w:spacing" {
				attrs = overlaid(pPr.Child(p.Name), p.Attrs)
			}
			pPr.Put(xml.E(p.Name, attrs), paragraphOrder)
		}
	}
	rPr := s.Child("w:rPr")
	if rPr == nil {
		return
	}
	said := map[string]bool{}
	for _, p := range like.Run {
		attrs := p.Attrs
		if p.Name == "w:rFonts" {
			attrs = overlaid(rPr.Child(p.Name), p.Attrs)
		}
		said[p.Name] = true
		rPr.Put(xml.E(p.Name, attrs), runOrder)
	}
	if said["w:sz"] && !said["w:spacing"] { // ours is for our size
		rPr.Put(val("w:spacing", "0"), runOrder)
	}
	if said["w:sz"] && !said["w:szCs"] {
		rPr.Put(val("w:szCs", rPr.Child("w:sz").Attr("w:val")), runOrder)
	}
}

// overlaid gives the attributes of one of our properties with those of the
// reference's over them. A measure in lines would go before one in twips, and
// a line's rule belongs to its measure.
func overlaid(ours *xml.Node, like xml.Attrs) xml.Attrs {
	if ours == nil {
		return like
	}
	said := map[string]bool{}
	for i := 0; i < len(like); i += 2 {
		said[like[i]] = true
	}
	if said["w:line"] {
		said["w:lineRule"] = true
	}
	attrs := slices.Clone(like)
	have := ours.Attributes()
	for i := 0; i < len(have); i += 2 {
		if !said[have[i]] {
			attrs = append(attrs, have[i], have[i+1])
		}
	}
	return attrs
}

// isShowyHeading tells whether the reference makes headings of a level bold,
// sloping or coloured, which the text on the same line is not to be.
func (f *file) isShowyHeading(level int) bool {
	like := f.named(headingStyle(level), "heading "+integer(level+1))
	if like == nil {
		return false
	}
	return slices.ContainsFunc(like.Run, func(p reference.Property) bool {
		switch p.Name {
		case "w:b", "w:i":
			return len(p.Attrs) == 0 || !slices.Contains([]string{"0", "false", "off"}, p.Attrs[1])
		case "w:color":
			return p.Attrs[1] != "auto" && p.Attrs[1] != "000000"
		default:
			return false
		}
	})
}
