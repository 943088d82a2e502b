package docx

import (
	"strings"

	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// western is the face of letters and digits beside 仿宋 and 楷体, whose own
// are hardly used; the other faces bring good ones.
const western = "Times New Roman"

// fontAttrs names a role's face in all four font slots, so that no theme or
// default gets into one.
func (f *file) fontAttrs(role style.Role) xml.Attrs {
	eastAsian := f.profile.Faces[role].Name
	latin := eastAsian
	if role == style.FangFace || role == style.KaiFace {
		latin = western
	}
	return xml.A("w:ascii", latin, "w:eastAsia", eastAsian, "w:hAnsi", latin, "w:cs", latin)
}

// fontTable says what each face is also called, for systems that lack it
// (clause 17.8).
func (f *file) fontTable() *xml.Node {
	fonts := xml.E("w:fonts", xml.A("xmlns:w", wordNamespace))
	seen := map[string]bool{western: true}
	for _, role := range style.Roles {
		face := f.profile.Faces[role]
		if face.Name == "" || seen[face.Name] {
			continue
		}
		seen[face.Name] = true
		fonts.Add(xml.E("w:font", xml.A("w:name", face.Name),
			optional(len(face.Others) > 0, val("w:altName", strings.Join(face.Others, ","))),
			val("w:charset", "86"), // GB 2312
			val("w:family", fontFamily(role)),
			val("w:pitch", "variable")))
	}
	fonts.Add(xml.E("w:font", xml.A("w:name", western),
		val("w:charset", "00"), val("w:family", "roman"), val("w:pitch", "variable")))
	return fonts
}

// fontFamily is the kind of face to substitute for a role's.
func fontFamily(role style.Role) string {
	switch role {
	case style.HeiFace:
		return "swiss"
	case style.FangFace, style.KaiFace:
		return "modern"
	default:
		return "roman"
	}
}
